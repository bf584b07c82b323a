// The terms of a partnership as a table, for today or as of a day.
import { day, element } from './elements.js';
import { change, quote, rootsText } from './alerts.js';
import { codeText, countText, dayText, statusText } from './wording.js';
import { ask } from './server.js';

const COLUMNS = ['Term', 'Value', 'Stage', 'Valid from', 'First reported', 'Roots'];

export class LedgerTable {
  constructor(partnership) {
    this.partnership = partnership;
    this.open = new Set();
    this.input = element('input', { type: 'date', id: 'as-of', onchange: () => this.load() });
    this.note = element('p', { class: 'muted', role: 'status' });
    this.body = element('tbody');
    this.table = element('table', { class: 'ledger' },
      element('caption', { class: 'unseen' }, 'Terms in force'),
      element('thead', {}, element('tr', {}, COLUMNS.map((name) => element('th', { scope: 'col' }, name)))),
      this.body);
    this.footnote = element('p', { class: 'muted footnote' }, '* No source states the day; it is that of the first report.');
    this.element = element('div', {},
      element('p', { class: 'ledger-tools' },
        element('label', { for: 'as-of' }, 'In force on'), this.input,
        element('button', { type: 'button', onclick: () => { this.input.value = ''; this.load(); } }, 'Now')),
      this.note, this.table, this.footnote);
  }

  async load() {
    const asOf = this.input.value;
    try {
      const ledger = await ask('/api/ledger', { partnership: this.partnership, asOf });
      if (asOf === this.input.value) {
        this.show(ledger.lines, asOf);
      }
    } catch (problem) {
      this.body.replaceChildren();
      this.note.textContent = `The ledger cannot be shown. ${problem.message}`;
    }
  }

  show(lines, asOf) {
    const known = lines.filter((line) => line.inForce);
    const stands = (line) => line.inForce.value !== 'none' && !(line.inForce.status === 'ENDED' && line.inForce.value === undefined);
    const rows = [...known.filter(stands), ...known.filter((line) => !stands(line))];
    const on = asOf ? ` on ${dayText(asOf)}` : '';
    const unknown = lines.length - known.length;
    this.note.textContent = lines.length === 0
      ? 'No article has stated a term yet.'
      : `${countText(known.filter(stands).length, 'term')} in force${on}, ${known.length - known.filter(stands).length} ended`
        + (unknown ? `; of ${countText(unknown, 'more term')} no value is known${asOf ? ' for that day' : ' yet'}.` : '.');
    this.table.hidden = rows.length === 0;
    this.footnote.hidden = !rows.some((line) => !line.inForce.validFromStated);
    this.body.replaceChildren(...rows.flatMap((line, index) => this.rows(line, index, stands(line))));
  }

  rows(line, index, stands) {
    const key = [line.term, line.scope, line.payer].join('|');
    const now = line.inForce;
    const id = `history-${index}`;
    const limits = [line.scope, line.payer && `paid by ${line.payer}`].filter(Boolean).join(', ');
    const history = this.history(line, id, !this.open.has(key));
    const button = element('button', {
      type: 'button', class: 'plain', 'aria-expanded': String(this.open.has(key)), 'aria-controls': id,
      onclick: () => {
        history.hidden = !history.hidden;
        button.setAttribute('aria-expanded', String(!history.hidden));
        this.open[history.hidden ? 'delete' : 'add'](key);
      },
    }, codeText(line.term));
    const cell = (label, ...content) => element('td', { 'data-label': label }, element('span', {}, content));
    return [
      element('tr', { class: stands ? undefined : 'ended' },
        element('th', { scope: 'row' }, button, limits ? element('span', { class: 'limits' }, limits) : '', this.talks(line)),
        cell('Value', value(now, stands)),
        cell('Stage', codeText(now.stage).toLowerCase()),
        cell('Valid from', day(now.validFrom, dayText(now.validFrom)), now.validFromStated ? '' : element('span', { class: 'muted' }, ' *')),
        cell('First reported', day(now.firstReported, dayText(now.firstReported))),
        cell('Roots', String(now.roots.length), element('span', { class: 'unseen' }, ` ${now.roots.length === 1 ? 'root' : 'roots'}: ${rootsText(now.roots)}`))),
      history,
    ];
  }

  /** Talks that are later than what is in force. */
  talks(line) {
    const last = line.negotiations.at(-1);
    return last && !this.input.value && last.firstReported > line.inForce.firstReported
      ? element('span', { class: 'limits' }, 'a change was sought or discussed, ', day(last.lastReported, dayText(last.lastReported)))
      : '';
  }

  history(line, id, hidden) {
    const entries = [...line.changes.map((entry) => [entry, statusText(entry.status)]), ...line.negotiations.map((entry) => [entry, 'sought or discussed'])]
      .sort(([one], [other]) => other.validFrom.localeCompare(one.validFrom));
    const shown = entries.length ? entries : [[line.inForce, statusText(line.inForce.status)]];
    return element('tr', { class: 'history', id, hidden },
      element('td', { colspan: COLUMNS.length },
        element('ol', {}, shown.map(([entry, word]) => element('li', {},
          element('p', {}, day(entry.validFrom, dayText(entry.validFrom)), ' · ', word, ' · ', codeText(entry.stage).toLowerCase(), ' ',
            change(entry.before, entry.value) ?? '', element('span', { class: 'muted' }, ` roots: ${rootsText(entry.roots)}`)),
          entry.evidence.slice(0, 2).map(quote))))));
  }
}

function value(now, stands) {
  if (!stands) {
    return change(now.before, 'ended');
  }
  return now.value === undefined && now.before === undefined ? 'in force' : change(now.before, now.value ?? 'in force');
}
