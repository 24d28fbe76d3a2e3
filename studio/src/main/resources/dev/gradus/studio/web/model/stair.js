/**
 * The stair of a sum: each term a riser, up is plus, down is minus, and the dot stands on the result.
 */
import words from '../words/model.js';
import { el, hereDot, number, signed, svg } from '../shell/draw.js';

const HEIGHT = 184;

/**
 * @param {{name: string, value: number}[]} terms
 * @param {number} sum
 * @param {{hot?: number, ways?: ((() => void) | null | false)[]}} options what each step leads to
 */
export function stair(terms, sum, options = {}) {
  const width = Math.max(300, 46 * (terms.length + 1));
  let at = 0;
  const steps = terms.map(term => {
    const low = at;
    at += term.value;
    return { ...term, low, high: at };
  });
  const levels = [0, ...steps.map(s => s.high)];
  const [highest, lowest] = [Math.max(...levels), Math.min(...levels)];
  const span = highest - lowest || 1;
  const digits = span >= 0.2 ? 2 : span >= 0.002 ? 3 : 5;
  const fixed = value => (value < 0 ? '−' : '+') + Math.abs(value).toFixed(digits);
  const short = value => (span < 1e4 ? fixed(value) : signed(value));
  const deep = steps.some(s => s.value < 0 && s.high < lowest + 0.14 * span);
  const [top, bottom] = [22, deep ? 58 : 44];
  const Y = value => top + (HEIGHT - top - bottom) * (1 - (value - lowest) / span);
  const cell = width / (steps.length + 1);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, class: 'stair', preserveAspectRatio: 'xMinYMid meet', role: 'group', 'aria-label': words.stair(steps.map(s => `${s.name} ${signed(s.value)}`).join(', '), number(sum)) });
  const bars = svg('g');
  let tread = `M0 ${Y(0)}`;
  steps.forEach((step, i) => {
    const hot = i === options.hot;
    const x = i * cell;
    const gap = cell * 0.14;
    const plus = step.value >= 0;
    const y = Y(Math.max(step.low, step.high));
    const tall = Math.max(1.5, Math.abs(Y(step.low) - Y(step.high)));
    tread += `H${x + gap}V${Y(step.high)}`;
    const way = options.ways?.[i];
    const attributes = way ? { tabindex: 0, role: 'button', onclick: way, onkeydown: event => event.key === 'Enter' && (event.preventDefault(), way()) } : { role: 'img' };
    bars.append(svg('g', { class: 'bar', 'data-step': i, 'aria-label': `${step.name}: ${signed(step.value)}`, ...attributes },
      svg('rect', { x: x + 2, y: 0, width: cell - 4, height: HEIGHT - 2, rx: 3, fill: hot ? 'var(--marker-soft)' : 'transparent' }),
      svg('rect', { x: x + gap, y, width: cell - 2 * gap, height: tall, fill: `var(--${plus ? 'pos' : 'neg'})`, stroke: hot ? 'var(--ink)' : 'none', 'stroke-width': 2 }),
      svg('text', { x: x + cell / 2, y: Math.min(plus ? y - 5 : y + tall + 14, HEIGHT - 30), 'text-anchor': 'middle', class: 'lab b ' + (plus ? 'plus' : 'minus') }, short(step.value)),
      svg('text', { x: x + cell / 2, y: HEIGHT - 12, 'text-anchor': 'middle', class: 'lab' + (hot ? ' i' : '') }, step.name)));
  });
  const end = width - cell * 0.45;
  picture.append(bars, svg('path', { d: `M0 ${Y(0)}H${width}`, stroke: 'var(--edge)' }),
    svg('path', { d: `${tread}H${width - 4}`, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.5, 'pointer-events': 'none' }),
    hereDot(end, Y(sum), 4), svg('text', { x: end, y: Math.max(12, Y(sum) - 13), 'text-anchor': 'middle', class: 'lab i b' }, number(sum, span >= 0.02 ? digits : 3)),
    svg('text', { x: end, y: HEIGHT - 12, 'text-anchor': 'middle', class: 'lab i' }, words.sum));
  picture.style.width = `${width}px`;
  return el('div', { class: 'stairbox' }, picture, list(steps, sum, options, short));
}

/** Where there is little room the stair is a list; how far a step lies from 0 is how far it is indented. */
function list(steps, sum, options, short) {
  const highest = Math.max(...steps.map(s => Math.abs(s.value))) || 1;
  const item = (step, i) => {
    const bar = el('i', { class: step.value < 0 ? 'minus' : 'plus' });
    bar.style.width = `${Math.max(1.5, (Math.abs(step.value) / highest) * 96)}px`;
    const way = options.ways?.[i];
    const name = way ? el('button', { type: 'button', class: 'link', 'data-step': i, onclick: way }, step.name) : el('span', {}, step.name);
    return el('li', { class: i === options.hot ? 'hot' : '' }, name, bar, el('span', { class: 'num' }, short(step.value)));
  };
  return el('ol', { class: 'stairlist' }, ...steps.map(item), el('li', { class: 'total' }, el('span', {}, words.sum), el('span', {}), el('b', { class: 'num' }, number(sum, 3))));
}
