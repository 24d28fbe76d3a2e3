/**
 * The stair of a sum: each term is a riser, plus up and minus down, and the dot stands on the result.
 */
import { hereDot, number, signed, svg } from '../shell/draw.js';

/**
 * @typedef {{value: number, label?: string, mark?: string, hot?: boolean}} Term
 *
 * @param {Term[]} terms
 * @param {{width?: number, height?: number, digits?: number, end?: string, final?: number, low?: number, high?: number, small?: boolean, name?: string}}
 *     options `end` stands below the dot, `final` is the number at it, `low` and `high` keep several stairs
 *     on one scale, `small` leaves the labels out
 * @param {import('./marks.js').Marks | undefined} marks
 */
export function stair(terms, options, marks) {
  const { width = 420, height = options.small ? 96 : 150, digits = 2, end = '', small = false, name = '' } = options;
  let sum = 0;
  const steps = terms.map(term => ({ ...term, from: sum, to: (sum += term.value) }));
  const final = options.final ?? sum;
  const heights = steps.flatMap(step => [step.from, step.to]).filter(Number.isFinite);
  const high = options.high ?? Math.max(0, ...heights);
  const low = options.low ?? Math.min(0, ...heights);
  const span = high - low || 1;
  // a number under a bar that goes down to the ground needs room
  const deep = steps.some(step => step.value < 0 && step.to < low + 0.12 * span);
  const [top, bottom] = [22, (small ? 6 : end || steps.some(step => step.label) ? 34 : 8) + (deep ? 16 : 0)];
  const Y = value => (Number.isFinite(value) ? top + (height - top - bottom) * (1 - (value - low) / span) : top);
  const cell = width / (steps.length + 1);
  const text = `${steps.map(step => signed(step.value, digits)).join(' ')} = ${number(final, digits)}`;
  const group = svg('g', { class: 'stair', role: 'img', 'aria-label': name ? `${name}: ${text}` : text });
  group.append(svg('path', { d: `M0 ${Y(0)}H${width}`, stroke: 'var(--edge)' }));
  let tread = `M0 ${Y(0)}`;
  steps.forEach((step, i) => {
    const plus = !(step.value < 0);
    const [x, gap] = [i * cell, cell * 0.16];
    const y = Math.min(Y(step.from), Y(step.to));
    const tall = Math.max(1.5, Math.abs(Y(step.from) - Y(step.to)));
    const riser = svg('g', { class: step.hot ? 'riser hot' : 'riser' },
      svg('rect', { class: 'glow', x: x + 2, y: 0, width: Math.max(1, cell - 4), height: height - 2, rx: 3 }),
      svg('rect', { class: plus ? 'plus' : 'minus', x: x + gap, y, width: cell - 2 * gap, height: tall }));
    if (cell > 30) {
      riser.append(svg('text', { class: `lab b ${plus ? 'plus' : 'minus'}`, x: x + cell / 2, y: plus ? y - 5 : y + tall + 14, 'text-anchor': 'middle' }, signed(step.value, digits)));
    }
    if (!small && step.label && cell > 36) {
      riser.append(svg('text', { class: 'lab under', x: x + cell / 2, y: height - 12, 'text-anchor': 'middle' }, step.label));
    }
    tread += `H${x + gap}V${Y(step.to)}`;
    group.append(step.mark && marks ? marks.bind(riser, step.mark) : riser);
  });
  const x = width - cell * 0.42;
  group.append(svg('path', { d: `${tread}H${width - 2}`, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.5 }),
    hereDot(x, Y(sum), 4), svg('text', { class: 'lab i b', x, y: Y(sum) - 12, 'text-anchor': 'middle' }, number(final, digits)));
  if (!small && end) {
    group.append(svg('text', { class: 'lab i', x, y: height - 12, 'text-anchor': 'middle' }, end));
  }
  return group;
}
