/**
 * How to read every picture: all signs of the studio, each drawn as pictures draw it. It stands in the
 * playground, and behind ? on every page.
 */
import words from '../words/shell.js';
import { el, hereDot, svg } from './draw.js';
import { cividis } from './ramps.js';

const small = (...shapes) => svg('svg', { width: 30, height: 16, 'aria-hidden': 'true' }, ...shapes);
const line = (d, attributes = {}) => svg('path', { d, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.6, ...attributes });
const box = (x, colour, width = 14) => svg('rect', { x, y: 1, width, height: 14, fill: colour });

const SIGNS = {
  here: () => [hereDot(15, 8, 3.5)],
  treads: () => [line('M1 13h8V8h6'), line('M15 8V3h6h8', { 'stroke-dasharray': '2 3' })],
  stair: () => [svg('rect', { x: 2, y: 4, width: 7, height: 10, fill: 'var(--pos-line)' }), svg('rect', { x: 12, y: 4, width: 7, height: 6, fill: 'var(--neg-line)' }), line('M9 4h3M19 10h5'), hereDot(26, 10, 2)],
  place: () => [...[0, 11, 22].map(x => svg('rect', { x: x + 0.7, y: 5, width: 6, height: 6, fill: 'none', stroke: 'var(--ink-3)' })), line('M8 8h3M19 8h3', { stroke: 'var(--ink-3)' })],
  width: () => [line('M1 4h26', { stroke: 'var(--ink-3)', 'stroke-width': 1 }), line('M1 11h26', { stroke: 'var(--ink-3)', 'stroke-width': 5 })],
  hue: () => [box(0, 'var(--pos)'), line('M4 8h6M7 5v6', { stroke: '#fff' }), box(16, 'var(--neg)'), line('M20 8h6', { stroke: '#fff' })],
  dashes: () => [line('M1 5h28', { stroke: 'var(--pos-line)', 'stroke-width': 2.4 }), line('M1 11h28', { stroke: 'var(--neg-line)', 'stroke-width': 2.4, 'stroke-dasharray': '6 3' })],
  tile: () => ['pos', 'zero', 'neg'].map((name, i) => box(8 + i * 5, `var(--${name})`, 5)),
  lines: () => [line('M1 12C10 3 20 12 29 4', { 'stroke-width': 1.2 }), line('M1 14C12 6 20 14 29 8', { stroke: 'var(--cat-1)' }), svg('circle', { cx: 15, cy: 10.5, r: 2.6, fill: 'var(--ground)', stroke: 'var(--cat-1)', 'stroke-width': 1.6 })],
  others: () => [line('M1 12C10 3 20 10 25 6', { stroke: 'var(--cat-3)', 'stroke-width': 2 }), svg('path', { d: 'M25 2l4 4-4 4-4-4z', fill: 'var(--cat-3)' })],
  good: () => [svg('rect', { x: 1, y: 3, width: 27, height: 10, fill: 'var(--good)' }), line('M1 3h27M1 13h27', { stroke: 'var(--good-edge)', 'stroke-width': 1 })],
  magnitude: () => Array.from({ length: 7 }, (_, i) => box(1 + i * 4, `rgb(${cividis(i / 6).join(' ')})`, 4)),
  marker: () => [svg('rect', { x: 1, y: 2, width: 27, height: 12, rx: 2, fill: 'var(--marker)', stroke: 'var(--ink)', 'stroke-width': 0.8 })],
};

/**
 * @param {string[]} names which signs; all by default
 */
export function key(names = Object.keys(SIGNS)) {
  return el('div', { class: 'key' }, ...names.map(name => el('span', {}, small(...SIGNS[name]()), words.key[name])));
}
