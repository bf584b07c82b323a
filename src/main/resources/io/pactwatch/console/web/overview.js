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
  const open = SEVERITIES.map((word) => [word, openAlerts[word.toUpperCase()] ?? openAlerts[word] ?? 0]).filter(([, count]) => count);
  return element('tr', {},
    element('th', { scope: 'row' }, element('a', { href: `#/p/${partnership.id}` }, partnership.name)),
    cell('Tone', 'tone', tone ? [sparkline(partnership.recentLevels), element('span', { class: 'figure' }, scoreText(tone.level)), element('span', { class: 'muted usual' }, `usual ${scoreText(tone.baseline)}`)] : element('span', { class: 'muted' }, 'no story yet')),
    cell('Last change of a term', 'headline', lastChange ? [element('span', {}, short(lastChange.title, partnership.name)), ' ', element('span', { class: 'muted' }, day(lastChange.publishedAt, dayText(lastChange.publishedAt)))] : element('span', { class: 'muted' }, 'none known')),
    cell('Open alerts', 'open', open.length ? open.map(([word, count]) => element('span', { class: 'open-count' }, String(count), ' ', severityMark(word))) : element('span', { class: 'muted' }, 'none')),
    cell('Last news', 'when', partnership.lastNews ? day(partnership.lastNews, dayText(partnership.lastNews)) : element('span', { class: 'muted' }, '–')));
}

function short(title, name) {
  const rest = title.startsWith(`${name}: `) ? title.slice(name.length + 2) : title;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

