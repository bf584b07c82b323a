// Makes elements. Text is only ever set as text: what articles say can never become markup.

/** An element with attributes (true sets an empty one, false and undefined leave it out) and children (nodes or texts). */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== undefined) {
      made.setAttribute(key, String(value));
    }
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== ''));
  return made;
}

/** A link to a page of the web; plain text where the address is not one of http or https. */
export function webLink(address, text) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return element('span', {}, text);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return element('span', {}, text);
  }
  return element('a', { href: url.href, rel: 'noopener noreferrer nofollow external', target: '_blank' }, text);
}

/** A point in time, shown as a day. */
export function day(instant, shown) {
  return element('time', { datetime: instant }, shown);
}

/** A small line of levels between -1 and 1; the numbers stand beside it, so it is hidden from screen readers. */
export function sparkline(levels) {
  const svg = (name, attributes) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };
  const width = 96;
  const height = 24;
  const y = (level) => (height / 2 - level * (height / 2 - 2)).toFixed(1);
  const x = (index) => (levels.length < 2 ? width - 3 : 2 + (index * (width - 5)) / (levels.length - 1)).toFixed(1);
  const drawing = svg('svg', { class: 'sparkline', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' });
  drawing.append(svg('line', { class: 'sparkline-zero', x1: 0, x2: width, y1: y(0), y2: y(0) }));
  drawing.append(svg('polyline', { class: 'sparkline-levels', points: levels.map((level, i) => `${x(i)},${y(level)}`).join(' ') }));
  drawing.append(svg('circle', { class: 'sparkline-last', cx: x(levels.length - 1), cy: y(levels[levels.length - 1]), r: 2.5 }));
  return drawing;
}

/** A sentence in place of content: nothing there, or something wrong. */
export function notice(text) {
  return element('p', { class: 'notice' }, text);
}
