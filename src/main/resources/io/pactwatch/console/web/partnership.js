// One partnership: its series, its ledger, its alerts.
import { element, notice } from './elements.js';
import { AlertFeed } from './alerts.js';
import { LedgerTable } from './ledger.js';
import { SentimentChart } from './chart.js';
import { ask } from './server.js';

export class PartnershipPage {
  constructor(id) {
    this.id = id;
    this.title = id;
    this.heading = element('h1', { id: 'partnership-title' }, id);
    this.chart = new SentimentChart();
    this.series = element('div', {}, notice('Reading …'));
    this.ledger = new LedgerTable(id);
    this.feed = new AlertFeed({ partnership: id }, true, 50);
    this.element = element('div', {},
      element('p', { class: 'breadcrumb' }, element('a', { href: '#/' }, 'All partnerships')),
      this.heading,
      element('p', { class: 'jumps' }, ['Tone', 'Terms', 'Alerts'].map((name) => element('button', { type: 'button', class: 'jump', onclick: () => jump(name) }, name))),
      element('div', { class: 'columns' },
        element('div', {},
          element('section', { 'aria-labelledby': 'tone-title' }, element('h2', { id: 'tone-title', tabindex: '-1' }, 'Tone towards the tie'), this.series),
          element('section', { 'aria-labelledby': 'terms-title' }, element('h2', { id: 'terms-title', tabindex: '-1' }, 'Terms'), this.ledger.element)),
        element('section', { class: 'aside', 'aria-labelledby': 'alerts-title' }, element('h2', { id: 'alerts-title', tabindex: '-1' }, 'Alerts'), this.feed.element)));
  }

  async load() {
    await Promise.all([this.name(), this.refresh(), this.feed.restart()]);
  }

  async refresh() {
    await Promise.all([this.drawSeries(), this.ledger.load()]);
  }

  async name() {
    try {
      const known = (await ask('/api/partnerships')).partnerships.find((one) => one.id === this.id);
      if (known) {
        this.title = known.name;
        this.heading.textContent = known.name;
      }
    } catch {
      // The parts of the page say what is wrong.
    }
  }

  async drawSeries() {
    try {
      const answer = await ask('/api/sentiment', { partnership: this.id });
      if (answer.points.length === 0) {
        this.series.replaceChildren(notice('No story has been scored yet.'));
        return;
      }
      if (this.chart.element.parentNode !== this.series) {
        this.series.replaceChildren(this.chart.element);
      }
      this.chart.show(answer);
    } catch (problem) {
      this.series.replaceChildren(notice(`The series cannot be shown. ${problem.message}`));
    }
  }

  /** Takes an event; true if it brought an alert that was not there. */
  update(name, data) {
    return name === 'alert' && data.partnership.id === this.id && this.feed.put(data, true);
  }

  concerns(name, data) {
    return name === 'complete' || (data.partnership?.id ?? data.partnership) === this.id;
  }

  close() {
    this.chart.close();
  }
}

/** To a section of this page; a link would change the address, which names the page. */
function jump(name) {
  const title = document.getElementById(`${name.toLowerCase()}-title`);
  title.scrollIntoView();
  title.focus({ preventScroll: true });
}
