/**
 * A heatmap of sizes that span decades: rows bottom to top, columns left to right, brightness the power of
 * ten. What is no number is hatched.
 */
import { power, ticks } from './axes.js';
import { clamp, el, svg } from './draw.js';
import { hatch } from './lines.js';
import { cividis, css } from './ramps.js';

const TOP = 4;
const BOTTOM = 26;
let maps = 0;

/**
 * @typedef {Object} Heat
 * @property {string} label what a screen reader is told
 * @property {string[]} rows names, bottom first
 * @property {number[]} x where columns begin
 * @property {ArrayLike<number>[]} columns the values of each, bottom first
 * @property {number} to how far x goes
 * @property {number} upTo how far it has come
 * @property {number} low the power of ten of the darkest
 * @property {number} high the power of ten of the brightest
 * @property {string} loud what the brightest is called
 * @property {string} silent what the darkest is called
 * @property {string} ahead what is still to come
 * @property {number} [at] you are here
 * @property {number[]} [marked] first and last row of those that are talked about
 * @property {string} rowsName
 * @property {(x: number, first: boolean) => string} xText
 * @property {number} [height]
 */

/**
 * Draws a heatmap into `root`; returns which row and x a place in it means.
 *
 * @param {HTMLElement} root
 * @param {Heat} heat
 */
export function drawHeat(root, heat) {
  const width = Math.max(240, root.clientWidth || 560);
  const small = width < 520;
  const height = heat.height ?? 264;
  const [left, right] = [46, small ? 58 : 122];
  const inner = height - TOP - BOTTOM;
  const count = heat.rows.length;
  const X = x => left + clamp(x / heat.to, 0, 1) * (width - left - right);
  const rowTop = row => TOP + ((count - 1 - row) / count) * inner;
  const id = `heat-${++maps}`;
  const chart = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': heat.label }, hatch(id));
  const reached = X(heat.upTo);
  chart.append(svg('rect', { x: reached, y: TOP, width: Math.max(0, width - right - reached), height: inner, fill: 'var(--sunk)' }));
  if (heat.x.length) {
    const first = X(heat.x[0]);
    chart.append(svg('rect', { x: first, y: TOP, width: Math.max(1, reached - first), height: inner, fill: `url(#${id})` }),
      svg('image', { x: first, y: TOP, width: Math.max(1, reached - first), height: inner, preserveAspectRatio: 'none', href: picture(heat, Math.max(1, Math.round(reached - first))), class: 'pixels' }));
  }
  rowNames(chart, heat, { left, rowTop, cell: inner / count, inner });
  const all = ticks(0, heat.to, small ? 3 : 5);
  all.forEach((x, i) => chart.append(svg('text', { class: 'lab', x: X(x), y: height - 6, 'text-anchor': i ? 'middle' : 'start' }, heat.xText(x, i === 0))));
  if (heat.ahead && reached < width - right - 60) {
    chart.append(svg('text', { class: 'lab', x: reached + 10, y: TOP + inner / 2 + 4 }, heat.ahead));
  }
  scale(chart, heat, width - (small ? 50 : 96), inner, small);
  if (heat.at !== undefined) {
    chart.append(svg('path', { d: `M${X(heat.at)} 0V${TOP + inner}`, stroke: 'var(--ink)', 'stroke-width': 1.5 }));
  }
  root.replaceChildren(chart);
  return {
    row: y => clamp(count - 1 - Math.floor(((y - TOP) / inner) * count), 0, count - 1),
    xAt: x => clamp(((x - left) / (width - left - right)) * heat.to, 0, heat.upTo),
  };
}

/** One pixel a screen column, one a row; each column shows the last look before it. */
function picture(heat, width) {
  const canvas = document.createElement('canvas');
  const count = heat.rows.length;
  canvas.width = width;
  canvas.height = count;
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, count);
  const [start, span] = [heat.x[0], Math.max(1e-9, heat.upTo - heat.x[0])];
  let column = 0;
  for (let i = 0; i < width; i++) {
    const x = start + (i / width) * span;
    while (column + 1 < heat.x.length && heat.x[column + 1] <= x) {
      column++;
    }
    for (let row = 0; row < count; row++) {
      const value = heat.columns[column][row];
      if (Number.isNaN(value) || value === Infinity) {
        continue;
      }
      const share = value > 0 ? (Math.log10(value) - heat.low) / (heat.high - heat.low) : 0;
      const [r, g, b] = cividis(share);
      image.data.set([r, g, b, 255], 4 * ((count - 1 - row) * width + i));
    }
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}

function rowNames(chart, heat, { left, rowTop, cell, inner }) {
  const count = heat.rows.length;
  const every = Math.max(1, Math.ceil(count / Math.max(2, Math.floor(inner / 40))));
  const [from, to] = heat.marked ?? [-1, -1];
  for (let row = 0; row < count; row++) {
    const edge = row === 0 || row === count - 1;
    const roomy = row % every === 0 && row + every <= count - 1;
    if (edge || roomy || row === to) {
      chart.append(svg('text', { class: 'lab' + (row >= from && row <= to ? ' i' : ''), x: left - 9, y: rowTop(row) + cell / 2 + 4.5, 'text-anchor': 'end' }, heat.rows[row].slice(0, 6)));
    }
  }
  chart.append(svg('text', { class: 'lab', 'text-anchor': 'middle', transform: `translate(11 ${TOP + inner / 2}) rotate(-90)` }, heat.rowsName));
  if (to >= 0) {
    const [y, foot] = [rowTop(to), rowTop(from) + cell];
    chart.append(svg('path', { d: `M${left - 3} ${y}V${foot}`, stroke: 'var(--marker)', 'stroke-width': 6 }), svg('path', { d: `M${left - 6.5} ${y}V${foot}`, stroke: 'var(--ink)' }));
  }
}

function scale(chart, heat, x, inner, small) {
  const parts = 40;
  for (let i = 0; i < parts; i++) {
    chart.append(svg('rect', { x, y: TOP + (i * inner) / parts, width: 14, height: inner / parts + 0.6, fill: css(cividis(1 - i / (parts - 1))) }));
  }
  const word = (exponent, name) => `${power(exponent)}${small ? '' : ' ' + name}`;
  const middle = Math.round((heat.high + heat.low) / 2);
  chart.append(svg('text', { class: 'lab', x: x + 21, y: TOP + 11 }, word(heat.high, heat.loud)),
    svg('text', { class: 'lab', x: x + 21, y: TOP + (inner * (heat.high - middle)) / (heat.high - heat.low) + 4 }, power(middle)),
    svg('text', { class: 'lab', x: x + 21, y: TOP + inner - 1 }, word(heat.low, heat.silent)));
}

/** The same as a table: a row a layer, a column a look, both thinned to what can be read. */
export function heatTable(heat, firstName, text, most = 24) {
  const every = Math.max(1, Math.ceil(heat.x.length / most));
  const shown = heat.x.map((_, i) => i).filter(i => i % every === 0 || i === heat.x.length - 1);
  const rows = heat.rows.map((name, row) => [name, row]).reverse();
  return el('div', { class: 'twin', tabindex: 0, role: 'region', 'aria-label': heat.label }, el('table', {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, firstName), ...shown.map(i => el('th', { scope: 'col' }, heat.x[i].toLocaleString('en'))))),
    el('tbody', {}, ...rows.map(([name, row]) => el('tr', {}, el('th', { scope: 'row' }, name), ...shown.map(i => el('td', {}, text(heat.columns[i][row]))))))));
}
