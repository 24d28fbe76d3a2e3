/**
 * Precision and recall of each kind, the weakest first; as a table in natural counts.
 */
import words from '../words/results.js';
import { el, svg } from '../shell/draw.js';
import { frame, twin } from './frame.js';

const ROW = 27;
/** Between the ticks of the axis, so that there are few of them and each is a round number. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25];
const MOST_STEPS = 5;

export function drawKinds(figure, results, tables, turn) {
  const kinds = [...results.kinds].sort((a, b) => a.f1 - b.f1);
  const how = { title: words.kind.title, says: words.kind.says, good: words.kind.good, tables, turn };
  if (tables) {
    frame(figure, how, twin(words.kind.title, words.kind.twin, kinds.map(k => [k.name, words.kind.counts(k), k.precision.toFixed(3), k.recall.toFixed(3), k.f1.toFixed(3), k.support])));
    return;
  }
  const root = el('div');
  frame(figure, how, root);
  root.append(picture(kinds, results, Math.max(260, root.clientWidth)), el('p', { class: 'says' }, words.kind.counts(kinds[0]), ' ', words.interval(results.interval.low, results.interval.high)));
}

function picture(kinds, results, width) {
  const narrow = width < 480;
  const [left, right] = [Math.min(104, width * 0.3), narrow ? 20 : 104];
  const least = Math.min(...kinds.flatMap(k => [k.precision, k.recall]));
  const step = STEPS.find(one => (1 - least) / one <= MOST_STEPS) ?? STEPS.at(-1);
  const ticks = Math.max(1, Math.ceil((1 - least) / step - 1e-9));
  const low = 1 - ticks * step;
  const X = value => left + ((value - low) / (1 - low)) * (width - left - right - 12);
  const height = kinds.length * ROW;
  const chart = svg('svg', { width, height: height + 28, viewBox: `0 0 ${width} ${height + 28}`, role: 'img', 'aria-label': words.kind.label(kinds[0].name, kinds[0].f1.toFixed(2)) });
  chart.append(svg('rect', { class: 'worst', x: 0, y: 6, width, height: 24, rx: 3 }));
  for (let i = 0; i <= ticks; i++) {
    const value = low + ((1 - low) * i) / ticks;
    chart.append(svg('path', { d: `M${X(value)} 4V${height + 8}`, stroke: 'var(--line)' }), svg('text', { class: 'lab', x: X(value), y: height + 24, 'text-anchor': 'middle' }, `${Math.round(100 * value)}${i === ticks ? ' %' : ''}`));
  }
  kinds.forEach((k, i) => {
    const y = 18 + i * ROW;
    const [p, r] = [X(k.precision), X(k.recall)];
    chart.append(
      svg('text', { class: i ? 'lab' : 'lab i b', x: left - 12, y: y + 4.5, 'text-anchor': 'end' }, k.name),
      svg('path', { d: `M${p} ${y}H${r}`, stroke: 'var(--edge)', 'stroke-width': 2 }),
      svg('circle', { cx: r, cy: y, r: 5, fill: 'var(--ink)' }),
      svg('path', { d: `M${p} ${y - 6}l6 6-6 6-6-6z`, fill: 'var(--ground)', stroke: 'var(--ink)', 'stroke-width': 1.8 }));
    if (!narrow) {
      chart.append(svg('text', { class: i ? 'lab' : 'lab i', x: width, y: y + 4.5, 'text-anchor': 'end' }, words.kind.many(k.support, words.things[results.subject][1])));
    }
  });
  names(chart, kinds[0], X, left, width - right, narrow, height);
  return chart;
}

/** Which mark is which, beside the marks of the first row, where there is room. */
function names(chart, first, X, left, end, narrow, height) {
  const [p, r] = [X(first.precision), X(first.recall)];
  const [below, above] = r < p ? [words.kind.found, words.kind.right] : [words.kind.right, words.kind.found];
  const fits = Math.max(p, r) + 13 + 7 * above.length < end && Math.min(p, r) - 12 - 7 * below.length > left;
  if (fits) {
    chart.append(svg('text', { class: 'lab i', x: Math.min(p, r) - 12, y: 22.5, 'text-anchor': 'end' }, below), svg('text', { class: 'lab i', x: Math.max(p, r) + 13, y: 22.5 }, above));
  } else if (Math.max(p, r) + 13 + 7 * (above.length + below.length) < end) {
    chart.append(svg('text', { class: 'lab i', x: Math.max(p, r) + 13, y: 22.5 }, `${words.kind.found}   ${words.kind.right}`));
  } else if (Math.min(p, r) - 12 - 6.5 * (above.length + below.length) > left) {
    chart.append(svg('text', { class: 'lab i', x: Math.min(p, r) - 12, y: 22.5, 'text-anchor': 'end' }, `${words.kind.found}   ${words.kind.right}`));
  } else if (Math.abs(p - r) > 32 + 7 * below.length && Math.max(p, r) + 13 + 7 * above.length < end) {
    chart.append(svg('text', { class: 'lab i', x: Math.min(p, r) + 12, y: 22.5, stroke: 'var(--marker-soft)', 'stroke-width': 6, 'paint-order': 'stroke' }, below), svg('text', { class: 'lab i', x: Math.max(p, r) + 13, y: 22.5 }, above));
  } else {
    chart.setAttribute('height', height + 68);
    chart.setAttribute('viewBox', `0 0 ${chart.getAttribute('width')} ${height + 68}`);
    chart.append(svg('text', { class: 'lab i', x: 0, y: height + 44 }, words.kind.found), svg('text', { class: 'lab i', x: 0, y: height + 62 }, words.kind.right));
  }
}
