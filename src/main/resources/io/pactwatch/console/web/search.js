// What became of one article or event: its decisions and the alerts that quote it.
import { day, element, notice } from './elements.js';
import { alertItem } from './alerts.js';
import { codeText, dayText } from './wording.js';
import { ask } from './server.js';

export class InputPage {
  constructor(id) {
    this.id = id;
    this.title = id;
    this.result = element('div', {}, notice('Reading …'));
    this.element = element('div', { class: 'narrow' },
      element('p', { class: 'breadcrumb' }, element('a', { href: '#/' }, 'All partnerships')),
      element('h1', {}, 'Article ', element('span', { class: 'code' }, id)),
      this.result);
  }

  async load() {
    try {
      const answer = await ask('/api/decisions', { input: this.id });
      const parts = [];
      if (answer.alerts.length) {
        parts.push(element('h2', {}, 'Alerts that quote it'), element('div', { class: 'feed' }, answer.alerts.map((alert) => alertItem(alert, false))));
      }
      if (answer.decisions.length) {
        parts.push(element('h2', {}, 'Why it raised no alert of its own'), element('ul', { class: 'decisions' }, answer.decisions.map(decision)));
      }
      this.result.replaceChildren(...(parts.length ? parts : [notice('Nothing is known of this id: it has not been processed, its decision is older than the last 20,000, or it became a dead letter.')]));
    } catch (problem) {
      this.result.replaceChildren(notice(`The article cannot be looked up. ${problem.message}`));
    }
  }

  refresh() {
    return this.load();
  }

  update() {
    return false;
  }
}

function decision(one) {
  return element('li', {}, element('strong', {}, codeText(one.reason)), `: ${one.detail}. `,
    one.partnership ? element('a', { href: `#/p/${one.partnership}` }, one.partnership) : '', ' ',
    element('span', { class: 'muted' }, 'published ', day(one.publishedAt, dayText(one.publishedAt))));
}
