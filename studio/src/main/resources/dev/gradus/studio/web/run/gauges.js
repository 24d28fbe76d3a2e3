/**
 * How layers do at one step: the skyline of their gradients, and gauges on which each layer is a mark.
 */
import words from '../words/run.js';
import { brief, power } from '../shell/axes.js';
import { clamp, el, number, svg } from '../shell/draw.js';
import { mark } from '../shell/lines.js';

const MOST_BARS = 120;

/**
 * One bar a layer, on a scale of powers of ten.
 *
 * @param {HTMLElement} root
 * @param {{gradient: number, layer: number}[]} layers
 * @param {{quiet: number, others: {name: string, colour: string, mark: string, layers: {gradient: number}[]}[]}} how
 */
export function drawSkyline(root, layers, how) {
  const width = Math.max(240, root.clientWidth || 512);
  const height = 196;
  const [top, bottom, left] = [how.others.length ? 24 : 14, 36, 44];
  const fold = Math.max(1, Math.ceil(layers.length / MOST_BARS));
  const bars = [];
  for (let i = 0; i < layers.length; i += fold) {
    bars.push(together(layers.slice(i, i + fold).map(layer => layer.gradient)));
  }
  const all = bars.filter(value => Number.isFinite(value) && value > 0);
  const high = Math.ceil(Math.log10(Math.max(...all, 1e-3)) + 0.05);
  const low = Math.min(high - 4, Math.max(high - 14, Math.floor(Math.log10(Math.min(...all, 1e-5)) - 0.1)));
  const Y = value => top + (height - top - bottom) * clamp((high - Math.log10(Math.max(value, 1e-300))) / (high - low), 0, 1);
  const step = (width - left) / bars.length;
  const foot = height - bottom;
  const chart = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': words.sky.summary(brief(layers[0].gradient), brief(layers.at(-1).gradient), layers.length) });
  if (how.quiet) {
    chart.append(svg('rect', { x: left, y: top - 12, width: Math.ceil(how.quiet / fold) * step, height: foot - top + 32, rx: 3, fill: 'var(--marker-soft)' }));
  }
  const middle = Math.round((high + low) / 2);
  for (const exponent of [high, middle, low]) {
    const y = Y(10 ** exponent);
    chart.append(svg('path', { d: `M${left} ${y}H${width}`, stroke: 'var(--line)' }), svg('text', { class: 'lab', x: left - 7, y: y + 4.5, 'text-anchor': 'end' }, power(exponent)));
  }
  if (how.quiet) {
    chart.append(svg('text', { class: 'lab i b', x: left + 6, y: top + 6, stroke: 'var(--marker-soft)', 'stroke-width': 4, 'paint-order': 'stroke' }, words.sky.quiet));
  }
  bars.forEach((value, i) => {
    const x = left + i * step;
    const gap = Math.min(2.5, step * 0.18);
    if (!Number.isFinite(value)) {
      chart.append(svg('path', { class: 'nan', d: `M${x + step / 2 - 5} ${foot - 13}l10 10M${x + step / 2 + 5} ${foot - 13}l-10 10`, stroke: 'var(--fail)', 'stroke-width': 2.4 }));
      return;
    }
    const y = Math.min(Y(value), foot - 1);
    chart.append(svg('rect', { x: x + gap, y, width: Math.max(0.7, step - 2 * gap), height: foot - y, fill: 'var(--ink)', opacity: i * fold < how.quiet ? 1 : 0.82 }));
  });
  const every = Math.max(1, Math.ceil(bars.length / Math.floor((width - left) / 46)));
  bars.forEach((_, i) => (i === bars.length - 1 || (i % every === 0 && bars.length - 1 - i >= every)) && chart.append(
    svg('text', { class: 'lab' + (i * fold < how.quiet ? ' i' : ''), x: left + (i + 0.5) * step, y: height - 20, 'text-anchor': 'middle' }, String(i === bars.length - 1 ? layers.length : i * fold + 1))));
  how.others.forEach((other, k) => {
    if (other.layers.length === layers.length && fold === 1) {
      other.layers.forEach((layer, i) => layer.gradient > 0 && Number.isFinite(layer.gradient) && chart.append(mark(other.mark, left + (i + 0.5) * step, Y(layer.gradient), other.colour)));
      chart.append(mark(other.mark, width - 6, 7 + 16 * k, other.colour), svg('text', { class: 'lab', x: width - 16, y: 11.5 + 16 * k, 'text-anchor': 'end' }, other.name));
    }
  });
  chart.append(svg('text', { class: 'lab', x: left, y: height - 3 }, words.sky.input), svg('text', { class: 'lab', x: width, y: height - 3, 'text-anchor': 'end' }, words.sky.answer));
  if (fold > 1) {
    chart.append(svg('text', { class: 'lab i', x: left + (width - left) / 2, y: height - 3, 'text-anchor': 'middle' }, words.sky.folded(fold)));
  }
  root.replaceChildren(chart);
}

/** Neighbours as one: the mean of their powers, and no number if one is none. */
function together(values) {
  return values.length === 1 ? values[0] : Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** About how wide a label is, with the room it wants around it. */
const wide = text => (text ? 8 * text.length + 14 : 0);

/**
 * One mark a layer on a line of powers of ten, with the band that is good.
 *
 * @param {HTMLElement} root
 * @param {number[]} values
 * @param {{low: number, high: number, good: [number, number], words: {inside: string, low: (n: number) => string, high: (n: number) => string, summary?: Function}}} how
 */
export function drawGauge(root, values, how) {
  const width = Math.max(240, root.clientWidth || 512);
  const [height, y, edge] = [72, 26, 8];
  const X = value => edge + clamp((Math.log10(Math.max(value, 1e-300)) - how.low) / (how.high - how.low), 0, 1) * (width - 2 * edge);
  const [a, b] = how.good.map(X);
  const known = values.filter(Number.isFinite);
  const lost = values.filter(value => value === Infinity || value === -Infinity).length;
  const [under, over] = [known.filter(value => value < how.good[0]), known.filter(value => value > how.good[1])];
  const label = words.move.summary(under.length, known.length - under.length - over.length, over.length);
  const chart = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label },
    svg('rect', { x: a, y: y - 16, width: b - a, height: 32, fill: 'var(--good)' }),
    svg('path', { d: `M${a} ${y - 16}v32M${b} ${y - 16}v32`, stroke: 'var(--good-edge)', 'stroke-width': 1.5 }),
    svg('path', { d: `M${edge} ${y}H${width - edge}`, stroke: 'var(--edge)' }));
  for (const group of [under, over]) {
    if (group.length) {
      const [from, to] = [X(Math.min(...group)), X(Math.max(...group))];
      chart.append(svg('rect', { x: from - 5, y: y - 16, width: to - from + 10, height: 32, rx: 3, fill: 'var(--marker-soft)', stroke: 'var(--marker)', 'stroke-width': 1.5 }));
    }
  }
  chart.append(svg('path', { d: known.map(value => `M${X(value).toFixed(1)} ${y - 10}v20`).join(''), stroke: 'var(--ink)', 'stroke-width': 2 }));
  if (lost) {
    chart.append(svg('path', { class: 'nan', d: `M${width - 16} ${y - 5}l10 10M${width - 6} ${y - 5}l-10 10`, stroke: 'var(--fail)', 'stroke-width': 2.4 }));
  }
  const inside = (a + b) / 2;
  const [low, high] = [under.length ? how.words.low(under.length) : '', over.length ? how.words.high(over.length) : ''];
  // the band is named where the names of what is outside leave room: the sentence above names it too
  const [from, to] = [wide(low) + wide(how.words.inside) / 2, width - wide(high) - wide(how.words.inside) / 2];
  const apart = wide(low) + wide(high) < width;
  if (from < to && inside > from && inside < to) {
    chart.append(svg('text', { class: 'lab', x: inside, y: height - 5, 'text-anchor': 'middle' }, how.words.inside));
  }
  if (low) {
    chart.append(svg('text', { class: 'lab i b', x: 0, y: height - 5 }, low));
  }
  if (high) {
    chart.append(svg('text', { class: 'lab i b', x: width, y: apart ? height - 5 : 9, 'text-anchor': 'end' }, high));
  }
  root.replaceChildren(chart);
}

/** All that is known of the layers at one step. */
export function layerTable(layers) {
  const cell = value => el('td', {}, brief(value));
  const share = value => el('td', {}, Number.isFinite(value) ? `${number(100 * value, 1)} %` : number(value));
  return el('div', { class: 'twin', tabindex: 0, role: 'region', 'aria-label': words.sky.title }, el('table', {},
    el('thead', {}, el('tr', {}, ...words.layerTable.map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...layers.map(l => el('tr', {}, el('th', { scope: 'row' }, String(l.layer)), el('td', {}, l.name), cell(l.gradient), cell(l.update), cell(l.mean), cell(l.deviation), share(l.zeros), share(l.dead))))));
}
