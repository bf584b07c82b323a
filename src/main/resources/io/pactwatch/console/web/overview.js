// All partnerships, the ones with the latest news first, and the latest alerts of all.
import { day, element, sparkline } from './elements.js';
import { AlertFeed, severityMark } from './alerts.js';
import { countText, dayText, scoreText, SEVERITIES } from './wording.js';
import { ask } from './server.js';

const COLUMNS = ['Partnership', 'Tone', 'Last change of a term', 'Open alerts', 'Last news'];

export class Overview {
  constructor() {
    this.title = 'Partnerships';
    this.note = element('p', { class: 'muted', role: 'status' }, 'Reading …');
    this.filter = element('input', { type: 'search', id: 'filter', oninput: () => this.sift(), spellcheck: 'false' });
    this.body = element('tbody');
    this.table = element('table', { class: 'overview', hidden: true },
      element('thead', {}, element('tr', {}, COLUMNS.map((name) => element('th', { scope: 'col' }, name)))), this.body);
    this.feed = new AlertFeed({}, false, 20);
    this.element = element('div', { class: 'columns' },
      element('section', { 'aria-labelledby': 'partnerships-title' },
        element('h1', { id: 'partnerships-title' }, 'Partnerships'),
        element('p', { class: 'ledger-tools' }, element('label', { for: 'filter' }, 'Filter by name'), this.filter),
        this.note, this.table),
      element('section', { class: 'aside', 'aria-labelledby': 'feed-title' },
        element('h2', { id: 'feed-title' }, 'Latest alerts'), this.feed.element));
  }

  async load() {
    await Promise.all([this.refresh(), this.feed.restart()]);
  }

  async refresh() {
    try {
      const answer = await ask('/api/partnerships');
      this.partnerships = answer.partnerships;
      this.complete = answer.complete;
      this.sift();
    } catch (problem) {
      this.note.textContent = `The partnerships cannot be shown. ${problem.message}`;
    }
  }

  update(name, data) {
    if (name === 'alert') {
      return this.feed.put(data, true);
    }
    return false;
  }

  sift() {
    if (!this.partnerships) {
      return;
    }
    const wanted = this.filter.value.trim().toLowerCase();
    const found = this.partnerships.filter((one) => `${one.name} ${one.id} ${one.parties.join(' ')}`.toLowerCase().includes(wanted));
    this.table.hidden = found.length === 0;
    this.body.replaceChildren(...found.map(row));
    if (!this.complete) {
      this.note.textContent = 'The monitor is still reading its output topics; more will appear.';
    } else if (!this.partnerships.length) {
      this.note.replaceChildren('No partnership is watched yet. Add some with ', element('code', {}, 'pactwatch run --watchlist FILE'), '.');
    } else {
      this.note.textContent = wanted ? `${found.length} of ${countText(this.partnerships.length, 'partnership')}` : countText(this.partnerships.length, 'partnership');
    }
  }
}

function row(partnership) {
  const { tone, lastChange, openAlerts } = partnership;
  const cell = (label, name, ...content) => element('td', { 'data-label': label, class: name }, element('span', {}, content));
  const nothing = (label, text) => element('td', { 'data-label': label, class: 'nothing muted' }, text);
  const open = SEVERITIES.map((word) => [word, openAlerts[word.toUpperCase()] ?? openAlerts[word] ?? 0]).filter(([, count]) => count);
  return element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: `#/p/${partnership.id}` }, partnership.name)),
    tone ? cell('Tone', 'tone', sparkline(partnership.recentLevels), element('span', { class: 'figure' }, scoreText(tone.level)), element('span', { class: 'muted usual' }, `usual ${scoreText(tone.baseline)}`)) : nothing('Tone', 'no story yet'),
    lastChange ? cell('Last change', 'headline', element('span', {}, short(lastChange.title, partnership.name)), ' ', element('span', { class: 'muted' }, day(lastChange.publishedAt, dayText(lastChange.publishedAt)))) : nothing('Last change', 'none known'),
    open.length ? cell('Open alerts', 'open', open.map(([word, count]) => element('span', { class: 'open-count' }, String(count), ' ', severityMark(word)))) : nothing('Open alerts', 'none'),
    partnership.lastNews ? cell('Last news', 'when', day(partnership.lastNews, dayText(partnership.lastNews))) : nothing('Last news', 'none'));
}

function short(title, name) {
  const rest = title.startsWith(`${name}: `) ? title.slice(name.length + 2) : title;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

