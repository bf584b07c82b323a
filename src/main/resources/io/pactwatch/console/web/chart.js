// The sentiment series: tone of each story, what is usual, shifts and alerts.
import uPlot from './uplot/uPlot.esm.js';
import { element } from './elements.js';
import { dayText, scoreText, severityOf } from './wording.js';

const HEIGHT = 260;
const PIN = 5;
const seconds = (instant) => Date.parse(instant) / 1000;

export class SentimentChart {
  constructor() {
    this.holder = element('div', { class: 'chart', role: 'img' });
    this.readout = element('p', { class: 'readout' }, ' ');
    this.element = element('figure', { class: 'series' }, this.holder, this.readout, legend());
    this.resized = new ResizeObserver(() => this.plot?.setSize({ width: this.holder.clientWidth, height: HEIGHT }));
    this.resized.observe(this.holder);
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.recolour = () => this.answer && this.show(this.answer);
    this.scheme.addEventListener('change', this.recolour);
  }

  close() {
    this.resized.disconnect();
    this.scheme.removeEventListener('change', this.recolour);
    this.plot?.destroy();
  }

  /** @param answer what /api/sentiment gives */
  show(answer) {
    this.answer = answer;
    const points = answer.points;
    const last = points[points.length - 1];
    this.rest = `Latest story, ${dayText(last.at)}: tone ${scoreText(last.level)}; usual ${scoreText(last.baseline)} ± ${last.scale.toFixed(2)}.`;
    this.readout.textContent = this.rest;
    this.holder.setAttribute('aria-label', `Tone of ${points.length} stories from ${dayText(points[0].at)} to ${dayText(last.at)}. ${this.rest}`);
    const data = [
      points.map((point) => seconds(point.at)),
      points.map((point) => point.level),
      points.map((point) => point.baseline),
      points.map((point) => Math.min(1, point.baseline + point.scale)),
      points.map((point) => Math.max(-1, point.baseline - point.scale)),
    ];
    this.plot?.destroy();
    this.plot = new uPlot(this.options(data[0], answer.alerts), data, this.holder);
  }

  options(times, alerts) {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const all = [...times, ...alerts.map((alert) => seconds(alert.publishedAt))];
    const least = Math.min(...all);
    const most = Math.max(...all);
    const margin = Math.max((most - least) * 0.02, 86400);
    const axis = { stroke: colour('--muted'), grid: { stroke: colour('--rule'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
    return {
      width: this.holder.clientWidth || 600,
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      tzDate: (time) => uPlot.tzDate(new Date(time * 1000), 'Etc/UTC'),
      scales: { x: { range: () => [least - margin, most + margin] }, y: { range: () => [-1.15, 1.1] } },
      axes: [{ ...axis, grid: { show: false } }, { ...axis, size: 44, splits: () => [-1, -0.5, 0, 0.5, 1], values: (plot, splits) => splits.map((split) => (split === 0 ? '0' : scoreText(split).replace(/0$/, ''))) }],
      series: [
        {},
        { stroke: colour('--accent'), width: 1, points: { show: true, size: 6, fill: colour('--accent'), stroke: colour('--accent') } },
        { stroke: colour('--muted'), width: 1.5, dash: [5, 4], points: { show: false } },
        { stroke: 'transparent', points: { show: false } },
        { stroke: 'transparent', points: { show: false } },
      ],
      bands: [{ series: [3, 4], fill: colour('--band') }],
      hooks: {
        draw: [(plot) => drawMarks(plot, alerts, colour)],
        setCursor: [(plot) => this.read(plot)],
      },
    };
  }

  read(plot) {
    const index = plot.cursor.idx;
    const point = index === null || index === undefined ? undefined : this.answer.points[index];
    this.readout.textContent = point ? `${dayText(point.at)}: tone ${scoreText(point.level)}; usual ${scoreText(point.baseline)} ± ${point.scale.toFixed(2)}.` : this.rest;
  }
}

function drawMarks(plot, alerts, colour) {
  const { ctx } = plot;
  const ratio = uPlot.pxRatio;
  const { top, height } = plot.bbox;
  const stacked = new Map();
  ctx.save();
  ctx.lineWidth = ratio;
  for (const alert of alerts) {
    if (alert.shift) {
      const x = Math.round(plot.valToPos(seconds(alert.shift.changePoint), 'x', true));
      ctx.strokeStyle = ctx.fillStyle = colour('--ink');
      ctx.setLineDash([2 * ratio, 3 * ratio]);
      line(ctx, x, top, x, top + height);
      ctx.setLineDash([]);
      const up = alert.shift.direction === 'UP' ? -1 : 1;
      const tip = top + (6 + up * 5) * ratio;
      polygon(ctx, [[x, tip], [x - 5 * ratio, tip - up * 9 * ratio], [x + 5 * ratio, tip - up * 9 * ratio]]);
      ctx.fill();
    }
  }
  for (const alert of alerts) {
    const x = plot.valToPos(seconds(alert.publishedAt), 'x', true);
    const column = Math.round(x / (2 * PIN * ratio));
    const level = stacked.get(column) ?? 0;
    stacked.set(column, level + 1);
    if (level < 5) {
      drawPin(ctx, severityOf(alert.severity).word, x, top + height - (PIN + 2 + level * (2 * PIN + 1)) * ratio, PIN * ratio, colour);
    }
  }
  ctx.restore();
}

function drawPin(ctx, severity, x, y, size, colour) {
  ctx.strokeStyle = colour('--ink');
  ctx.fillStyle = severity === 'critical' ? colour('--ink') : colour('--paper');
  if (severity === 'critical') {
    polygon(ctx, [[x, y - size], [x + size, y + size], [x - size, y + size]]);
  } else if (severity === 'warning') {
    polygon(ctx, [[x, y - size], [x + size, y], [x, y + size], [x - size, y]]);
  } else {
    ctx.beginPath();
    ctx.arc(x, y, size * 0.7, 0, 2 * Math.PI);
  }
  ctx.fill();
  ctx.stroke();
}

function polygon(ctx, corners) {
  ctx.beginPath();
  corners.forEach(([x, y], index) => (index ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
}

function line(ctx, fromX, fromY, toX, toY) {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}

function legend() {
  const entry = (mark, text) => element('li', {}, element('span', { class: `key ${mark}`, 'aria-hidden': 'true' }), text);
  const shape = (sign, text) => element('li', {}, element('span', { 'aria-hidden': 'true' }, sign), text);
  return element('figcaption', {}, element('ul', { class: 'legend' },
    entry('key-level', 'tone of a story'), entry('key-baseline', 'usual tone'), entry('key-band', 'one standard deviation'),
    shape('┊', 'shift begins'), shape('▲', 'critical'), shape('◇', 'warning'), shape('○', 'info alert')));
}
