// How values, times and codes are said.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const MAGNITUDES = [[1e12, 'trillion'], [1e9, 'billion'], [1e6, 'million']];
const ACRONYMS = { agi: 'AGI', api: 'API', ip: 'IP' };
const SHAPES = { critical: '▲', warning: '◇', info: '○' };
const STATUSES = {
  NEW: 'new', CHANGED: 'changed', ENDED: 'ended', IN_FORCE: 'in force', NEGOTIATING: 'under negotiation',
  HISTORICAL: 'background', REAFFIRMED: 'reaffirmed', DENIED: 'denied',
};

export const SEVERITIES = ['critical', 'warning', 'info'];

export function dayText(instant) {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? String(instant) : `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
}

/** A typed value of a term; see TermValue in the API description. */
export function valueText(value) {
  if (value === undefined || value === null) {
    return '';
  }
  if (typeof value !== 'object') {
    return String(value).replaceAll('-', ' ');
  }
  if ('amount' in value) {
    const [size, word] = MAGNITUDES.find(([least]) => Math.abs(value.amount) >= least) ?? [1, ''];
    return `${NUMBER.format(value.amount / size)}${word && ` ${word}`} ${value.currency}`;
  }
  if ('percent' in value) {
    return `${value.percent}%`;
  }
  if ('multiple' in value) {
    return `${value.multiple}×`;
  }
  return 'until' in value ? `until ${value.until}` : String(value.text ?? '');
}

/** REVENUE_SHARE -> Revenue share. */
export function codeText(code) {
  const words = String(code).toLowerCase().split('_').map((word) => ACRONYMS[word] ?? word).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function statusText(status) {
  return STATUSES[status] ?? codeText(status).toLowerCase();
}

/** A number in [-1, 1] with its sign. */
export function scoreText(score) {
  return (score < 0 ? '−' : '+') + Math.abs(score).toFixed(2);
}

export function severityOf(severity) {
  const word = String(severity).toLowerCase();
  return { word, shape: SHAPES[word] ?? '○' };
}

export function countText(count, singular, plural = `${singular}s`) {
  return `${count} ${count === 1 ? singular : plural}`;
}
