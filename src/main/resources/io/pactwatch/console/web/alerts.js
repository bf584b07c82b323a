// The feed of alerts: what happened, on whose word, and why it is told.
import { day, element, notice, webLink } from './elements.js';
import { codeText, countText, dayText, severityOf, valueText } from './wording.js';
import { ask } from './server.js';

const SHOWN_QUOTES = 1;

export function severityMark(severity) {
  const { word, shape } = severityOf(severity);
  return element('span', { class: `severity severity-${word}` }, element('span', { 'aria-hidden': 'true' }, shape), ` ${word}`);
}

/** A value before and after, or only one of them; nothing if neither is known. */
export function change(before, after) {
  if (before === undefined && after === undefined) {
    return undefined;
  }
  return element('span', { class: 'change' },
    before === undefined ? '' : element('span', { class: 'change-before' }, valueText(before)),
    before === undefined ? '' : element('span', { 'aria-hidden': 'true', class: 'change-arrow' }, ' → '),
    before === undefined ? '' : element('span', { class: 'unseen' }, ' becomes '),
    element('strong', { class: after === undefined ? 'plainly' : undefined }, after === undefined ? 'value not told' : valueText(after)));
}

export function quote(citation) {
  const source = citation.source || citation.articleId;
  return element('figure', { class: 'quote' },
    element('blockquote', { lang: citation.language }, citation.exact),
    element('figcaption', {},
      citation.url ? webLink(citation.url, source) : source, ', ', day(citation.publishedAt, dayText(citation.publishedAt)), ' · ',
      element('a', { href: `#/article/${encodeURIComponent(citation.articleId)}`, class: 'quiet' }, citation.articleId)));
}

export function rootsText(roots) {
  return roots.map((root) => (root.anonymous ? `${root.root} (unnamed people)` : root.root)).join(', ');
}

function details(alert) {
  const rest = alert.evidence.slice(SHOWN_QUOTES);
  const outlets = [...new Set(alert.roots.flatMap((root) => root.outlets))];
  return element('details', {},
    element('summary', {}, `${countText(alert.roots.length, 'independent source')}, ${countText(alert.evidence.length, 'quote')}, reasons`),
    rest.map(quote),
    element('dl', { class: 'facts' },
      element('dt', {}, 'Roots'), element('dd', {}, rootsText(alert.roots) || 'none named'),
      outlets.length ? [element('dt', {}, 'Outlets'), element('dd', {}, outlets.join(', '))] : [],
      element('dt', {}, 'Reasons'), element('dd', {}, alert.reasons.map((reason) => codeText(reason)).join(' · ')),
      alert.shift ? [element('dt', {}, 'Test'), element('dd', {}, `statistic ${alert.shift.statistic.toFixed(1)}, threshold ${alert.shift.threshold.toFixed(1)}, effect ${alert.shift.effectSize.toFixed(1)} standard deviations`)] : [],
      element('dt', {}, 'Alert id'), element('dd', { class: 'code' }, alert.id)));
}

/** What a digest gathers; entries that were taken back or told otherwise stay, struck out and named so. */
function digestList(entries) {
  return element('ul', { class: 'digest' }, entries.map((entry) => {
    const over = entry.status !== 'OPEN';
    return element('li', {}, severityMark(entry.severity), ' ', over ? element('s', {}, entry.title) : entry.title,
      over ? element('span', { class: 'muted' }, ` · ${codeText(entry.status).toLowerCase()}`) : '');
  }));
}

/** One alert. With {@code own}, it stands on the page of its partnership, whose name is not said again. */
export function alertItem(alert, own) {
  const prefix = `${alert.partnership.name}: `;
  const title = own && alert.title.startsWith(prefix) ? alert.title.slice(prefix.length) : alert.title;
  const heading = title.charAt(0).toUpperCase() + title.slice(1);
  const values = change(alert.before, alert.after);
  return element('article', { class: 'alert', id: `alert-${alert.id}`, tabindex: '-1', 'data-published': alert.publishedAt },
    element('p', { class: 'alert-meta' }, severityMark(alert.severity), element('span', {}, codeText(alert.kind)),
      alert.stage ? element('span', {}, codeText(alert.stage).toLowerCase()) : '',
      alert.status === 'OPEN' ? '' : element('span', {}, codeText(alert.status).toLowerCase()),
      day(alert.publishedAt, dayText(alert.publishedAt))),
    element('h3', {}, own ? heading : element('a', { href: `#/p/${alert.partnership.id}` }, heading)),
    values ? element('p', { class: 'alert-change' }, values, alert.validFrom ? element('span', { class: 'muted' }, ' valid from ', day(alert.validFrom, dayText(alert.validFrom))) : '') : '',
    element('p', { class: 'muted summary' }, alert.summary),
    alert.digest?.length ? digestList(alert.digest) : '',
    alert.evidence.slice(0, SHOWN_QUOTES).map(quote),
    details(alert));
}

/** A feed that fills itself page by page, and takes alerts as they come. */
export class AlertFeed {
  constructor(parameters, own, pageSize) {
    this.parameters = { ...parameters, limit: pageSize };
    this.own = own;
    this.list = element('div', { class: 'feed' });
    this.more = element('button', { type: 'button', class: 'more', hidden: true, onclick: () => this.load() }, 'Earlier alerts');
    this.filter = element('select', { id: 'severity', onchange: () => this.restart() },
      element('option', { value: '' }, 'all'), ['critical', 'warning', 'info'].map((word) => element('option', { value: word }, word)));
    this.element = element('div', {},
      element('p', { class: 'feed-tools' }, element('label', { for: 'severity' }, 'Severity'), this.filter), this.list, this.more);
  }

  async restart() {
    this.next = undefined;
    this.list.replaceChildren();
    await this.load();
  }

  async load() {
    this.more.disabled = true;
    try {
      const page = await ask('/api/alerts', { ...this.parameters, severity: this.filter.value, before: this.next });
      page.alerts.forEach((alert) => this.put(alert));
      this.next = page.next;
      this.more.hidden = !page.next;
      if (!this.list.children.length) {
        this.list.replaceChildren(notice('No alerts yet. They appear here as soon as an article reports a change.'));
      }
    } catch (problem) {
      this.list.append(notice(`The alerts cannot be shown. ${problem.message}`));
    }
    this.more.disabled = false;
  }

  /** Shows what has come while nobody listened, without moving what is there, unless that was more than a page. */
  async catchUp() {
    const page = await ask('/api/alerts', { ...this.parameters, severity: this.filter.value });
    const known = page.alerts.some((alert) => [...this.list.children].some((item) => item.id === `alert-${alert.id}`));
    if (known) {
      page.alerts.forEach((alert) => this.put(alert));
    } else {
      await this.restart();
    }
  }

  /** Shows an alert at its place, or its new state in place of the old one; true if it was not there. */
  put(alert, fresh = false) {
    if (this.filter.value && this.filter.value !== severityOf(alert.severity).word) {
      return false;
    }
    this.list.querySelectorAll('.notice').forEach((old) => old.remove());
    const item = alertItem(alert, this.own);
    const former = [...this.list.children].find((other) => other.id === item.id);
    if (former) {
      item.querySelector('details').open = former.querySelector('details').open;
      former.replaceWith(item);
      return false;
    }
    if (fresh) {
      item.classList.add('fresh');
    }
    const later = [...this.list.children].find((other) => other.dataset.published < item.dataset.published);
    this.list.insertBefore(item, later ?? null);
    return true;
  }
}
