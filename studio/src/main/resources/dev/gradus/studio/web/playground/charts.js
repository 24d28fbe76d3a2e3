/**
 * Line charts with their names at the ends of the lines: seen thin, unseen with markers. A line that is
 * lost ends in a cross, and what follows is hatched.
 */
import words from '../words/playground.js';
import { $, clamp, el, number, path, svg } from '../shell/draw.js';

const HEIGHT = 116;
const [LEFT, RIGHT, TOP, BOTTOM] = [30, 62, 8, 22];

/**
 * @param {HTMLElement} root
 * @param {{x: number, seen: number, unseen: number}[]} points
 * @param {{low: number, high: number, ticks: number[], tick: (value: number) => string, label: string, lost: boolean, at: number}} how
 */
function drawLines(root, points, how) {
  const width = Math.max(200, root.clientWidth || 232);
  const last = Math.max(1, points.at(-1).x);
  const X = x => LEFT + (x / last) * (width - LEFT - RIGHT);
  const Y = value => clamp(TOP + (1 - (value - how.low) / (how.high - how.low)) * (HEIGHT - TOP - BOTTOM), TOP, HEIGHT - BOTTOM);
  const chart = svg('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-label': how.label });
  how.ticks.forEach(tick => chart.append(
    svg('path', { d: `M${LEFT} ${Y(tick)}H${width - RIGHT}`, stroke: 'var(--line)' }),
    svg('text', { class: 'lab', x: LEFT - 6, y: Y(tick) + 4.5, 'text-anchor': 'end' }, how.tick(tick))));
  chart.append(svg('text', { class: 'lab', x: LEFT, y: HEIGHT - 4 }, '0'), svg('text', { class: 'lab', x: width - RIGHT, y: HEIGHT - 4, 'text-anchor': 'end' }, last.toLocaleString('en')));
  const finite = key => points.filter(point => Number.isFinite(point[key])).map(point => [X(point.x), Y(point[key])]);
  const [seen, unseen] = [finite('seen'), finite('unseen')];
  chart.append(svg('path', { d: path(seen), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.4, 'stroke-linejoin': 'round' }),
    svg('path', { d: path(unseen), fill: 'none', stroke: 'var(--cat-1)', 'stroke-width': 2, 'stroke-linejoin': 'round' }));
  const every = Math.max(1, Math.ceil(unseen.length / 5));
  unseen.forEach(([x, y], i) => i % every === 0 && chart.append(svg('circle', { cx: x, cy: y, r: 3.4, fill: 'var(--ground)', stroke: 'var(--cat-1)', 'stroke-width': 1.8 })));
  names(chart, seen.at(-1), unseen.at(-1), width);
  if (how.at < last) {
    chart.append(svg('path', { d: `M${X(how.at)} ${TOP}V${HEIGHT - BOTTOM}`, stroke: 'var(--ink)' }));
  }
  if (how.lost && unseen.length) {
    const [x, y] = unseen.at(-1);
    chart.append(svg('path', { d: `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`, stroke: 'var(--fail)', 'stroke-width': 2.4 }));
  }
  root.replaceChildren(chart);
}

function names(chart, seen, unseen, width) {
  const ends = [[unseen, words.unseenLine, 'lab posline'], [seen, words.seen, 'lab i']].filter(([end]) => end);
  const sorted = ends.map(([end, name, look]) => ({ y: end[1] + 4.5, name, look })).sort((a, b) => a.y - b.y);
  sorted.forEach((end, i) => {
    if (i && end.y - sorted[i - 1].y < 16) {
      end.y = sorted[i - 1].y + 16;
    }
  });
  const over = Math.max(0, (sorted.at(-1)?.y ?? 0) - (HEIGHT - BOTTOM + 4));
  sorted.forEach(end => chart.append(svg('text', { class: end.look, x: width - RIGHT + 9, y: end.y - over }, end.name)));
}

/** A ceiling that is easy to read: 1, 2, 5 times a power of ten. */
function ceiling(values) {
  const largest = Math.max(0.1, ...values.filter(Number.isFinite));
  const power = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 4, 5, 8, 10].map(n => n * power).find(n => n >= largest * 0.999) ?? largest;
}

/** The same as a table. */
export function historyTable(history) {
  const share = value => number(100 * value, 1);
  return el('table', {}, el('thead', {}, el('tr', {}, ...words.historyTable.map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...history.map(h => el('tr', {}, ...[String(h.epoch), number(h.seenLoss, 3), number(h.unseenLoss, 3), share(h.seenRight), share(h.unseenRight)].map(text => el('td', {}, text))))));
}

/**
 * Loss and right answers of a run so far, and the numbers of now.
 *
 * @param {import('./frames.js').Frame} frame
 * @param {{lost: boolean, regression: boolean}} how
 */
export function drawScores(frame, { lost, regression }) {
  const { history: past, seen, unseen } = frame;
  const top = ceiling(past.flatMap(h => [h.seenLoss, h.unseenLoss]));
  drawLines($('#loss'), past.map(h => ({ x: h.epoch, seen: h.seenLoss, unseen: h.unseenLoss })), {
    low: 0, high: top, ticks: [0, top / 2, top], tick: value => (value >= 1000 ? value.toExponential(0) : String(Number(value.toPrecision(2)))), lost, at: frame.epoch,
    label: words.lossSummary(number(seen.loss, 3), number(unseen.loss, 3)),
  });
  const low = Math.min(40, ...past.map(h => Math.floor(10 * Math.min(h.seenRight, h.unseenRight)) * 10));
  drawLines($('#acc'), past.map(h => ({ x: h.epoch, seen: 100 * h.seenRight, unseen: 100 * h.unseenRight })), {
    low, high: 100, ticks: low < 30 ? [0, 50, 100] : [50, 75, 100], tick: String, lost, at: frame.epoch,
    label: words.rightSummary(number(100 * seen.right, 1), number(100 * unseen.right, 1)),
  });
  $('#f1').textContent = regression ? words.explained(number(unseen.f1)) : words.f1(number(100 * unseen.right, 1), number(unseen.f1), number(unseen.crossEntropy, 3));
}
