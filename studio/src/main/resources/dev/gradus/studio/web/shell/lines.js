/**
 * Line charts for long series: names at the ends of the lines, thinned to what a screen can show without
 * losing a peak, and with every number that is none drawn as a cross.
 */
import { power, ticks, tickText } from './axes.js';
import { clamp, el, number, path, svg } from './draw.js';

const GAP = 16;
/** Words stay readable where lines pass behind them. */
const HALO = { stroke: 'var(--ground)', 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
let charts = 0;

/**
 * @typedef {Object} Series
 * @property {string} name at the end of the line, or nothing
 * @property {ArrayLike<number>} x rising
 * @property {ArrayLike<number>} y NaN and infinite where it was
 * @property {string} [colour] a token: 'ink' (the usual), 'cat-1', ...
 * @property {'circle' | 'square' | 'diamond' | 'triangle' | 'cross'} [mark] drawn here and there on the line
 * @property {number} [width]
 * @property {boolean} [faint] in the background
 * @property {boolean} [bold] whether its name is
 */

/**
 * @typedef {Object} Frame
 * @property {string} label what a screen reader is told
 * @property {number} [height]
 * @property {number} [from] of x
 * @property {number} [to] of x
 * @property {number} [low] of y
 * @property {number} [high] of y
 * @property {{low: number, high: number, name: string}[]} [bands] what is good
 * @property {{y: number, name: string}[]} [rules] lines to compare with, such as guessing
 * @property {{x: number, y?: number, name: string, colour: string}[]} [posts] where something happened
 * @property {number} [at] you are here
 * @property {string} [ahead] what to call the part that is still to come
 * @property {(x: number) => string} [xText]
 * @property {boolean} [log] powers of ten lie at equal distances; every value is above 0 then
 * @property {boolean} [noX] leaves out the numbers below
 */

/**
 * Draws lines into `root`, as wide as it is, and returns where x lies.
 *
 * @param {HTMLElement} root
 * @param {Series[]} series
 * @param {Frame} frame
 * @returns {{X: (x: number) => number, xAt: (pixel: number) => number, left: number, right: number, width: number}}
 */
export function drawLines(root, series, frame) {
  const width = Math.max(240, root.clientWidth || 560);
  const small = width < 520;
  const height = frame.height ?? (small ? 230 : 282);
  const [left, right, top, bottom] = [46, small ? 12 : 122, 8, frame.noX ? 8 : 24];
  const from = frame.from ?? 0;
  const to = Math.max(frame.to ?? 0, from + 1e-9, ...series.map(line => line.x[line.x.length - 1] ?? 0));
  const place = frame.log ? value => Math.log10(Math.max(value, 1e-300)) : value => value;
  const [low, high] = frame.log ? decades(series) : range(series, frame);
  const X = x => left + ((x - from) / (to - from)) * (width - left - right);
  const Y = y => clamp(top + (1 - (place(y) - low) / (high - low)) * (height - top - bottom), top, height - bottom);
  const id = `hatch-${++charts}`;
  const chart = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': frame.label }, hatch(id));
  const end = width - right;
  for (const band of frame.bands ?? []) {
    const [a, b] = [Y(band.high), Y(band.low)];
    chart.append(svg('rect', { x: left, y: a, width: end - left, height: Math.max(1, b - a), fill: 'var(--good)', opacity: 0.75 }),
      svg('path', { d: `M${left} ${a}H${end}M${left} ${b}H${end}`, stroke: 'var(--good-edge)' }),
      svg('text', { class: 'lab', x: left + 8, y: a - 5 }, band.name));
  }
  const marks = frame.log ? powers(low, high, small ? 4 : 5) : ticks(low, high, small ? 4 : 5);
  marks.forEach(value => chart.append(
    svg('path', { d: `M${left} ${Y(value)}H${end}`, stroke: 'var(--line)' }),
    svg('text', { class: 'lab', x: left - 7, y: Y(value) + 4.5, 'text-anchor': 'end' }, frame.log ? power(Math.round(Math.log10(value))) : tickText(value, marks))));
  if (!frame.noX) {
    const all = ticks(from, to, small ? 3 : 5);
    all.forEach((x, i) => chart.append(svg('text', { class: 'lab', x: X(x), y: height - 5, 'text-anchor': i === 0 ? 'start' : X(x) > end - 20 ? 'end' : 'middle' }, (frame.xText ?? (v => v.toLocaleString('en')))(x))));
  }
  const ends = [];
  const crosses = [];
  for (const rule of frame.rules ?? []) {
    if (place(rule.y) >= low && place(rule.y) <= high) {
      chart.append(svg('path', { d: `M${left} ${Y(rule.y)}H${end}`, stroke: 'var(--ink-3)', 'stroke-width': 1.2, 'stroke-dasharray': '1 4' }));
      if (small) {
        chart.append(svg('text', { class: 'lab', x: left + 6, y: Y(rule.y) - 5 }, rule.name));
      } else {
        ends.push({ x: end - 4, y: Y(rule.y), line: { name: rule.name, colour: 'ink-3' } });
      }
    }
  }
  for (const line of series) {
    const drawn = thin(line.x, line.y, X, left, end);
    const colour = `var(--${line.colour ?? 'ink'})`;
    for (const piece of drawn.pieces) {
      chart.append(svg('path', { d: path(piece.map(([x, y]) => [x, Y(y)])), fill: 'none', stroke: colour, 'stroke-width': line.width ?? 2, 'stroke-linejoin': 'round', opacity: line.faint ? 0.45 : 1 }));
      if (piece.length === 1) {
        chart.append(svg('circle', { cx: piece[0][0], cy: Y(piece[0][1]), r: 1.6, fill: colour }));
      }
    }
    if (line.mark) {
      marksOn(drawn.pieces.flat(), line.mark).forEach(([x, y]) => chart.append(mark(line.mark, x, Y(y), line.colour ?? 'ink')));
    }
    const last = drawn.pieces.at(-1)?.at(-1);
    if (drawn.lost !== null) {
      const [x, y] = [drawn.lost, Math.max(top + 8, last ? Y(last[1]) : 0)];
      if (drawn.lostForGood && !line.faint) {
        chart.append(svg('rect', { x, y: top, width: Math.max(0, end - x), height: height - top - bottom, fill: `url(#${id})` }));
      }
      crosses.push(svg('path', { class: 'nan', d: `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`, stroke: 'var(--fail)', 'stroke-width': 2.4 }));
    }
    if (line.name && last) {
      ends.push({ x: last[0], y: Y(last[1]), line, before: drawn.lost !== null });
    }
  }
  posts(chart, frame.posts ?? [], { X, Y, top, bottom: height - bottom, small, end });
  if (frame.ahead && frame.at !== undefined && X(frame.at) < end - 60) {
    chart.append(svg('text', { class: 'lab', x: X(frame.at) + 10, y: height - bottom - 8 }, frame.ahead));
  }
  names(chart, ends, { small, end, bottom: height - bottom });
  if (frame.at !== undefined) {
    chart.append(svg('path', { d: `M${X(frame.at)} ${top}V${height - bottom}`, stroke: 'var(--ink)' }));
  }
  chart.append(...crosses);
  root.replaceChildren(chart);
  return { X, Y, xAt: pixel => clamp(from + ((pixel - left) / (end - left)) * (to - from), from, to), left, right, width, chart };
}

/** Stripes for what is no more. */
export const hatch = id => svg('defs', {}, svg('pattern', { id, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
  svg('path', { d: 'M0 0V7', stroke: 'var(--edge)', 'stroke-width': 1.4, opacity: 0.55 })));

function decades(series) {
  let [low, high] = [Infinity, -Infinity];
  for (const line of series) {
    for (let i = 0; i < line.y.length; i++) {
      if (Number.isFinite(line.y[i]) && line.y[i] > 0) {
        low = Math.min(low, line.y[i]);
        high = Math.max(high, line.y[i]);
      }
    }
  }
  return [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high) + 1e-9)];
}

function powers(low, high, most) {
  const every = Math.max(1, Math.ceil((high - low) / most));
  return Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, i) => 10 ** (low + i * every));
}

function range(series, frame) {
  let [low, high] = [frame.low ?? Infinity, frame.high ?? -Infinity];
  if (frame.low === undefined || frame.high === undefined) {
    const seen = [];
    for (const line of series) {
      for (let i = 0; i < line.y.length; i++) {
        if (Number.isFinite(line.y[i])) {
          seen.push(line.y[i]);
        }
      }
    }
    seen.sort((a, b) => a - b);
    // a few first steps that were far off must not flatten all others
    const top = seen.length > 50 ? Math.max(seen[Math.floor(seen.length * 0.995)], seen[seen.length >> 1] * 1.5) : seen.at(-1);
    high = frame.high ?? Math.max(...[top, ...(frame.rules ?? []).map(rule => rule.y)].filter(Number.isFinite), -Infinity);
    low = frame.low ?? (seen.length ? seen[0] : 0);
  }
  if (!(high > low)) {
    return Number.isFinite(low) ? [low - 0.5, low + 0.5] : [0, 1];
  }
  return [low, high + (high - low) * 0.04];
}

/**
 * Thins a series to the pixels there are: of each column the first, the smallest, the largest and the last
 * value stay, in their order.
 *
 * @returns {{pieces: [number, number][][], lost: number | null, lostForGood: boolean}} pieces of the line between
 *     numbers that are none; the place of the first such number
 */
export function thin(x, y, X, left, end) {
  const pieces = [];
  let piece = [];
  let lost = null;
  let lastFinite = -1;
  let column = null;
  const flush = () => {
    if (column) {
      const kept = [...new Set([column.first, column.low, column.high, column.last])].sort((a, b) => a - b);
      kept.forEach(i => piece.push([X(x[i]), y[i]]));
      column = null;
    }
  };
  for (let i = 0; i < x.length; i++) {
    const place = X(x[i]);
    if (place < left - 1 || place > end + 1) {
      continue;
    }
    if (!Number.isFinite(y[i])) {
      flush();
      if (piece.length) {
        pieces.push(piece);
        piece = [];
      }
      lost ??= place;
      continue;
    }
    lastFinite = i;
    const pixel = Math.floor(place);
    if (!column || column.pixel !== pixel) {
      flush();
      column = { pixel, first: i, low: i, high: i, last: i };
    } else {
      column.low = y[i] < y[column.low] ? i : column.low;
      column.high = y[i] > y[column.high] ? i : column.high;
      column.last = i;
    }
  }
  flush();
  if (piece.length) {
    pieces.push(piece);
  }
  return { pieces, lost, lostForGood: lost !== null && lastFinite < x.length - 1 };
}

/** A few places for marks: evenly along the line, and at its end. */
function marksOn(points, kind) {
  const most = 6;
  if (points.length <= most) {
    return points;
  }
  const offset = { circle: 0, square: 0.2, diamond: 0.4, triangle: 0.6, cross: 0.8 }[kind] ?? 0;
  const [first, last] = [points[0][0], points.at(-1)[0]];
  const chosen = [];
  let next = first + ((last - first) / most) * offset;
  for (const point of points) {
    if (point[0] >= next) {
      chosen.push(point);
      next = point[0] + (last - first) / most;
    }
  }
  return chosen;
}

/** The mark of a series. */
export function mark(kind, x, y, colour) {
  const look = { fill: 'var(--ground)', stroke: `var(--${colour})`, 'stroke-width': 1.8 };
  switch (kind) {
    case 'square': return svg('rect', { x: x - 3.2, y: y - 3.2, width: 6.4, height: 6.4, ...look });
    case 'diamond': return svg('path', { d: `M${x} ${y - 4.6}l4.6 4.6-4.6 4.6-4.6-4.6z`, ...look });
    case 'triangle': return svg('path', { d: `M${x} ${y - 4.4}l4.4 7.6h-8.8z`, ...look });
    case 'cross': return svg('path', { d: `M${x - 3.6} ${y - 3.6}l7.2 7.2M${x + 3.6} ${y - 3.6}l-7.2 7.2`, stroke: `var(--${colour})`, 'stroke-width': 2 });
    default: return svg('circle', { cx: x, cy: y, r: 3.4, ...look });
  }
}

function posts(chart, all, { X, Y, top, bottom, small, end }) {
  all.forEach((post, i) => {
    const x = X(post.x);
    const foot = post.y === undefined || !Number.isFinite(post.y) ? bottom : Y(post.y);
    const side = x > end - 190 ? -1 : 1;
    chart.append(svg('path', { d: `M${x} ${top}V${foot}`, stroke: `var(--${post.colour})`, 'stroke-width': 1.5 }));
    if (!small || i === 0) {
      chart.append(svg('text', { class: 'lab', x: x + 7 * side, y: top + 12 + 16 * (i % 4), 'text-anchor': side < 0 ? 'end' : 'start' }, post.name));
    }
  });
}

/** Names stand at the ends of their lines, and move apart where lines end close together. */
function names(chart, ends, { small, end, bottom }) {
  const sorted = ends.map(it => ({ ...it, place: it.y })).sort((a, b) => a.y - b.y);
  sorted.forEach((it, i) => {
    if (i && it.place - sorted[i - 1].place < GAP) {
      it.place = sorted[i - 1].place + GAP;
    }
  });
  const over = Math.max(0, (sorted.at(-1)?.place ?? 0) - (bottom - 4));
  for (const it of sorted) {
    const ink = (it.line.colour ?? 'ink') === 'ink';
    const left = small || it.before;
    chart.append(svg('text', {
      class: `lab${ink ? ' i' : ''}${it.line.bold ? ' b' : ''}`, x: left ? it.x - 6 : it.x + 12, y: Math.max(20, it.place - over + (left ? -9 : 4.5)), 'text-anchor': left ? 'end' : 'start', ...HALO,
    }, shortened(it.line.name, small ? 18 : Math.max(14, Math.floor((end + 118 - it.x) / 7.4)))));
  }
}

export const shortened = (text, most) => (text.length <= most ? text : text.slice(0, Math.max(1, most - 1)) + '…');

/**
 * The same as a table, at most `most` rows.
 *
 * @param {Series[]} series of which each has a name
 * @param {string} xName
 * @param {(shown: number, all: number) => string} told says that rows were left out
 */
export function linesTable(series, xName, told, most = 400) {
  const places = [...new Set(series.flatMap(line => [...line.x]))].sort((a, b) => a - b);
  const every = Math.ceil(places.length / most);
  const shown = places.filter((_, i) => i % every === 0 || i === places.length - 1);
  const values = series.map(line => new Map([...line.x].map((x, i) => [x, line.y[i]])));
  const cell = value => (value === undefined ? '' : number(value, 4));
  const table = el('table', {},
    every > 1 ? el('caption', {}, told(shown.length, places.length)) : '',
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, xName), ...series.map(line => el('th', { scope: 'col' }, line.name)))),
    el('tbody', {}, ...shown.map(x => el('tr', {}, el('th', { scope: 'row' }, x.toLocaleString('en')), ...values.map(value => el('td', {}, cell(value.get(x))))))));
  return el('div', { class: 'twin', tabindex: 0, role: 'region', 'aria-label': series.map(line => line.name).join(', ') }, table);
}
