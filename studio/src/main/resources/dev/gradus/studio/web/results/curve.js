/**
 * All places of the alarm line at once: the curve of precision and recall, or the receiver operating
 * characteristic, with the present place on it.
 */
import words from '../words/results.js';
import { el, hereDot, path, svg } from '../shell/draw.js';
import { frame, twin } from './frame.js';

const SIDE = 250;
const [LEFT, BOTTOM, TOP] = [34, 40, 8];

/** @param {HTMLElement} figure
 *  @param {{sent: any, row: number[], which: 'pr' | 'roc', tables: boolean, turn: () => void, choose: (which: string) => void}} how */
export function drawCurve(figure, { sent, row, which, tables, turn, choose }) {
  const focused = figure.contains(document.activeElement) ? document.activeElement.textContent : '';
  const pr = which === 'pr';
  const area = pr ? sent.averagePrecision : sent.rocArea;
  const pick = (name, text) => el('button', { type: 'button', 'aria-pressed': which === name, onclick: () => choose(name) }, text);
  const seg = el('div', { class: 'seg', role: 'group', 'aria-label': words.curve.choose }, pick('pr', words.curve.pr), pick('roc', words.curve.roc));
  const how = { title: words.curve.title, says: pr ? words.curve.prSays : words.curve.rocSays, good: pr ? words.curve.prGood : words.curve.rocGood, tables, turn };
  const meaning = el('p', { class: 'says' }, pr ? words.curve.prWords(area) : words.curve.rocWords(area));
  const points = sent[which];
  if (tables) {
    const every = Math.max(1, Math.floor(points.length / 40));
    frame(figure, how, seg, twin(words.curve.title, words.curve.twin[which], points.filter((_, i) => i % every === 0 || i === points.length - 1).map(point => point.map(value => value.toFixed(3)))), meaning);
  } else {
    const at = pr ? [row[4], row[0] + row[1] ? row[3] : 1] : [row[6], row[4]];
    frame(figure, how, seg, picture(points, at, pr, area, Math.min(420, Math.max(220, figure.clientWidth))), meaning);
  }
  [...figure.querySelectorAll('button')].find(button => focused && button.textContent === focused)?.focus();
}

function picture(points, at, pr, area, width) {
  const X = value => LEFT + value * (width - LEFT - 14);
  const Y = value => TOP + (1 - value) * (SIDE - TOP - BOTTOM);
  const chart = svg('svg', { width, height: SIDE, viewBox: `0 0 ${width} ${SIDE}`, role: 'img', 'aria-label': pr ? words.curve.prLabel(area) : words.curve.rocLabel(area) });
  [0, 0.5, 1].forEach(tick => chart.append(
    svg('path', { d: `M${LEFT} ${Y(tick)}H${X(1)}`, stroke: 'var(--line)' }),
    svg('text', { class: 'lab', x: LEFT - 7, y: Y(tick) + 4.5, 'text-anchor': 'end' }, String(tick)),
    svg('text', { class: 'lab', x: X(tick), y: SIDE - 22, 'text-anchor': 'middle' }, String(tick))));
  if (!pr) {
    chart.append(svg('path', { d: `M${X(0)} ${Y(0)}L${X(1)} ${Y(1)}`, stroke: 'var(--edge)', 'stroke-dasharray': '3 4' }), svg('text', { class: 'lab', x: X(0.56), y: Y(0.5) + 16 }, words.curve.chance));
  }
  chart.append(svg('path', { d: path(points.map(([x, y]) => [X(x), Y(y)])), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2, 'stroke-linejoin': 'round' }),
    svg('text', { class: 'lab', x: X(1), y: SIDE - 4, 'text-anchor': 'end' }, `${pr ? words.curve.found : words.curve.needless} →`),
    svg('text', { class: 'lab i', x: LEFT + 6, y: pr ? Y(0) - 8 : Y(1) + 16 }, `↑ ${pr ? words.curve.precise : words.curve.found}`),
    hereDot(X(at[0]), Y(at[1]), 5));
  return chart;
}
