/**
 * The reliability diagram: how sure it was, and how often that was right.
 */
import words from '../words/results.js';
import { el, svg } from '../shell/draw.js';
import { frame, twin } from './frame.js';

const SIDE = 250;
const [LEFT, BOTTOM, TOP] = [34, 40, 8];
/** A group of fewer examples is left out of the sentence: chance is too large in it. */
const FEW = 20;

export function drawReliability(figure, { reliability: { error, bins } }, tables, turn) {
  const how = { title: words.reliability.title, says: words.reliability.says, good: words.reliability.good, tables, turn };
  const meaning = el('div', { class: 'nm' }, el('b', {}, words.reliability.error(error)), el('span', {}, el('strong', {}, words.reliability.name), words.reliability.words(error), ' ', worst(bins)));
  const content = tables
    ? twin(words.reliability.title, words.reliability.twin, bins.map(bin => [`${Math.round(100 * bin.low)} to ${Math.round(100 * bin.high)} %`, bin.count, `${(100 * bin.confidence).toFixed(1)} %`, `${(100 * bin.right).toFixed(1)} %`]))
    : picture(bins, error, Math.min(420, Math.max(220, figure.clientWidth)));
  frame(figure, how, content, meaning);
}

/** The group that is furthest off. */
function worst(bins) {
  const off = bin => Math.abs(bin.right - bin.confidence);
  const far = bins.filter(bin => bin.count >= FEW).sort((a, b) => off(b) - off(a))[0];
  if (!far || off(far) < 0.05) {
    return words.reliability.fine;
  }
  return far.right < far.confidence ? words.reliability.over(far.confidence, far.right) : words.reliability.under(far.confidence, far.right);
}

function picture(bins, error, width) {
  const X = value => LEFT + value * (width - LEFT - 14);
  const Y = value => TOP + (1 - value) * (SIDE - TOP - BOTTOM);
  const chart = svg('svg', { width, height: SIDE, viewBox: `0 0 ${width} ${SIDE}`, role: 'img', 'aria-label': words.reliability.label(error) });
  chart.append(svg('path', { d: `M${X(0)} ${Y(0.05)}L${X(0.95)} ${Y(1)}H${X(1)}V${Y(0.95)}L${X(0.05)} ${Y(0)}H${X(0)}z`, fill: 'var(--good)' }),
    svg('path', { d: `M${X(0)} ${Y(0.05)}L${X(0.95)} ${Y(1)}M${X(1)} ${Y(0.95)}L${X(0.05)} ${Y(0)}`, stroke: 'var(--good-edge)' }));
  [0, 0.5, 1].forEach(tick => chart.append(
    svg('path', { d: `M${LEFT} ${Y(tick)}H${X(1)}`, stroke: 'var(--line)' }),
    svg('text', { class: 'lab', x: LEFT - 7, y: Y(tick) + 4.5, 'text-anchor': 'end' }, String(tick)),
    svg('text', { class: 'lab', x: X(tick), y: SIDE - 22, 'text-anchor': 'middle' }, String(tick))));
  const most = Math.max(...bins.map(bin => bin.count));
  bins.forEach(bin => chart.append(svg('path', { d: `M${X(bin.confidence)} ${Y(bin.confidence)}V${Y(bin.right)}`, stroke: 'var(--edge)', 'stroke-width': 1.5 }),
    svg('circle', { cx: X(bin.confidence), cy: Y(bin.right), r: 3 + 6 * Math.sqrt(bin.count / most), fill: 'var(--ink)' })));
  chart.append(svg('text', { class: 'lab', x: X(1), y: SIDE - 4, 'text-anchor': 'end' }, `${words.reliability.x} →`), svg('text', { class: 'lab i', x: LEFT + 6, y: Y(1) + 12 }, `↑ ${words.reliability.y}`),
    svg('text', { class: 'lab', x: X(0.98), y: Y(0.12), 'text-anchor': 'end' }, words.reliability.tooSure), svg('text', { class: 'lab', x: X(0.06), y: Y(0.62) }, words.reliability.tooShy));
  return chart;
}
