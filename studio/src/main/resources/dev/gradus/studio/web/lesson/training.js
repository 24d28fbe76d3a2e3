/**
 * How good a training was: what each seed gave, between what something simple reaches and the best possible.
 */
import words from '../words/lesson.js';
import { el, hereDot, svg } from '../shell/draw.js';
import { plain } from './shown.js';

const [WIDTH, HEIGHT, EDGE, LINE] = [400, 104, 14, 56];
/** Where numbers span more than this, the ones near the best would lie on each other. */
const MANY_TIMES = 8;

/** @param {any} part what came of one part of a check */
export function training(part) {
  const all = part.figures.map(figure => ({ ...figure, value: Number(figure.value) }));
  const one = role => all.find(figure => figure.role === role);
  const measured = all.filter(figure => figure.role === 'MEASURED');
  const [median, baseline, goal, ceiling] = ['MEDIAN', 'BASELINE', 'GOAL', 'CEILING'].map(one);
  const numbers = all.map(figure => figure.value).filter(Number.isFinite);
  const isMoreBetter = goal.value > baseline.value;
  const byFactors = Math.min(...numbers) > 0 && Math.max(...numbers) > MANY_TIMES * Math.min(...numbers);
  const scale = value => (byFactors ? Math.log(value) : value);
  const [least, most] = [scale(Math.min(...numbers)), scale(Math.max(...numbers))];
  const room = (most - least || 1) * 0.08;
  const X = value => EDGE + (WIDTH - 2 * EDGE) * (scale(value) - least + room) / (most - least + 2 * room);
  const end = ceiling ? X(ceiling.value) : isMoreBetter ? WIDTH - EDGE : EDGE;
  const [from, to] = [X(goal.value), end].sort((a, b) => a - b);
  const post = (figure, name, above) => {
    const x = X(figure.value);
    const anchor = x < 90 ? 'start' : x > WIDTH - 90 ? 'end' : 'middle';
    return [svg('path', { d: `M${x} ${LINE - 15}v30`, stroke: 'var(--ink-2)', 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }),
      svg('text', { class: 'lab', x: anchor === 'middle' ? x : anchor === 'start' ? x - 4 : x + 4, y: above ? LINE - 22 : LINE + 30, 'text-anchor': anchor }, `${name} ${short(figure.value)}`)];
  };
  const drawing = svg('svg', { class: 'trained', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': part.message || part.name },
    svg('rect', { x: from, y: LINE - 11, width: Math.max(2, to - from), height: 22, fill: 'var(--good)' }),
    svg('path', { d: `M${from} ${LINE - 11}v22M${to} ${LINE - 11}v22`, stroke: 'var(--good-edge)', 'stroke-width': 1.5 }),
    svg('path', { d: `M${EDGE} ${LINE}H${WIDTH - EDGE}`, stroke: 'var(--edge)' }),
    ...post(baseline, words.training.baseline, false), ...(ceiling ? post(ceiling, words.training.ceiling, false) : []),
    ...measured.filter(figure => Number.isFinite(figure.value)).map(figure => svg('circle', { cx: X(figure.value), cy: LINE, r: 4.5, fill: 'var(--ground)', stroke: 'var(--ink)', 'stroke-width': 2 })),
    ...(Number.isFinite(median.value) ? [hereDot(X(median.value), LINE, 4), label(X(median.value), `${words.training.median} ${short(median.value)}`)] : []));
  return el('div', { class: 'figures training' }, el('h3', {}, part.name), drawing, byFactors ? el('p', { class: 'qq' }, words.training.factors) : '',
    el('ul', {}, ...all.map(figure => el('li', {}, el('span', {}, figure.name), el('b', {}, short(figure.value))))));
}

function label(x, text) {
  const anchor = x < 60 ? 'start' : x > WIDTH - 60 ? 'end' : 'middle';
  return svg('text', { class: 'lab i b', x, y: LINE - 24, 'text-anchor': anchor }, text);
}

const short = value => plain(Number(value.toPrecision(4)));
