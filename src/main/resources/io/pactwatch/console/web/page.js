// The page: shows what the hash of the address names, and follows the monitor.
import { element, notice } from './elements.js';
import { follow } from './server.js';
import { InputPage } from './search.js';
import { Overview } from './overview.js';
import { PartnershipPage } from './partnership.js';
import { severityOf } from './wording.js';

const REFRESH_MILLIS = 1000;
const main = document.getElementById('main');
const status = document.getElementById('status');
const announcer = document.getElementById('announcer');

let view;
let refreshing;

function viewOf(hash) {
  const [, kind, id] = /^#\/(p|article)\/(.+)$/.exec(hash) ?? [];
  let name;
  try {
    name = id && decodeURIComponent(id);
  } catch {
    return new Overview();
  }
  if (!name) {
    return new Overview();
  }
  return kind === 'p' ? new PartnershipPage(name) : new InputPage(name);
}

async function show(focus) {
  view?.close?.();
  const shown = viewOf(location.hash);
  view = shown;
  main.replaceChildren(shown.element);
  if (focus) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
  try {
    await shown.load();
  } catch (problem) {
    main.replaceChildren(notice(`This page cannot be shown. ${problem.message}`));
  }
  if (view === shown) {
    document.title = `${shown.title} – Pactwatch`;
  }
}

/** Many events within a moment cost one refresh. */
function refreshSoon() {
  refreshing ??= setTimeout(async () => {
    refreshing = undefined;
    await view.refresh();
  }, REFRESH_MILLIS);
}

function onEvent(name, data) {
  if (name === 'open') {
    return;
  }
  if (name === 'complete') {
    view.load();
    return;
  }
  if (view.update(name, data)) {
    announcer.textContent = `New ${severityOf(data.severity).word} alert: ${data.title}`;
  }
  if (view.concerns?.(name, data) ?? true) {
    refreshSoon();
  }
}

let connectedBefore = false;

/** Events were missed. */
async function resume() {
  try {
    await view.refresh();
    await view.feed?.catchUp();
  } catch {
    // The parts of the page say what is wrong; the events are followed on.
  }
}

function onState(connected) {
  status.replaceChildren(element('span', { 'aria-hidden': 'true', class: 'status-mark' }, connected ? '●' : '○'),
    connected ? ' Live' : ' Not connected; trying again');
  status.classList.toggle('status-lost', !connected);
  if (connected && connectedBefore) {
    resume();
  }
  connectedBefore ||= connected;
}

document.getElementById('search').addEventListener('submit', (event) => {
  event.preventDefault();
  location.hash = `#/article/${encodeURIComponent(document.getElementById('search-input').value.trim())}`;
});
document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', () => show(true));

show(false);
follow(onEvent, onState);
