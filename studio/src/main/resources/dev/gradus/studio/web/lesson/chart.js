/**
 * A chart with two axes, and a plane of signs with things drawn on it.
 */
import { el, svg } from '../shell/draw.js';

const EDGE = { left: 38, right: 10, top: 10, bottom: 36 };
let count = 0;
/** What is moved, and how: an element that is made movable once more gets other moves, not more. */
const moving = new WeakMap();

/**
 * @param {{width: number, height: number, x: number[], y: number[], xTicks?: number[], yTicks?: number[], xLabel?: string, yLabel?: string, name?: string}} options
 *     `x` and `y` are what the axes reach, lowest first
 * @returns {{node: SVGElement, inside: SVGElement, X: (x: number) => number, Y: (y: number) => number, left: number, right: number, top: number, bottom: number}}
 *     what is put into `inside` ends at the axes
 */
export function chart({ width, height, x, y, xTicks = [], yTicks = [], xLabel = '', yLabel = '', name = '' }) {
  const [left, right, top, bottom] = [EDGE.left, width - EDGE.right, EDGE.top + (yLabel ? 14 : 0), height - EDGE.bottom];
  const X = at => left + (right - left) * (at - x[0]) / (x[1] - x[0]);
  const Y = at => bottom - (bottom - top) * (at - y[0]) / (y[1] - y[0]);
  const id = `chart-${++count}`;
  const axes = svg('g', { class: 'axis', 'aria-hidden': 'true' });
  for (const at of yTicks) {
    axes.append(svg('path', { d: `M${left} ${Y(at)}H${right}`, stroke: at ? 'var(--line)' : 'var(--edge)' }), svg('text', { x: left - 6, y: Y(at) + 4, 'text-anchor': 'end' }, text(at)));
  }
  for (const at of xTicks) {
    axes.append(svg('path', { d: `M${X(at)} ${bottom}V${at ? bottom + 4 : top}`, stroke: at ? 'var(--edge)' : 'var(--line)' }), svg('text', { x: X(at), y: bottom + 17, 'text-anchor': 'middle' }, text(at)));
  }
  axes.append(svg('path', { d: `M${left} ${bottom}H${right}`, stroke: 'var(--edge)' }),
    svg('text', { x: right, y: height - 4, 'text-anchor': 'end' }, xLabel), svg('text', { x: left - 6, y: 13 }, yLabel));
  const inside = svg('g', { 'clip-path': `url(#${id})` });
  const node = svg('svg', { class: 'drawing', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': name || `${yLabel} ${xLabel}` },
    svg('clipPath', { id }, svg('rect', { x: left, y: top, width: right - left, height: bottom - top })), axes, inside);
  return { node, inside, X, Y, left, right, top, bottom };
}

const text = at => String(at).replace('-', '−');

/**
 * A canvas for `plane` with a drawing on top of it, both as large as there is room.
 *
 * @returns {{node: HTMLElement, canvas: HTMLCanvasElement, over: SVGElement, size: () => number}}
 */
export function field() {
  const canvas = el('canvas', { 'aria-hidden': 'true' });
  const over = svg('svg', {});
  const node = el('div', { class: 'pfield' }, canvas, over);
  const size = () => {
    const side = node.clientWidth || 280;
    over.setAttribute('viewBox', `0 0 ${side} ${side}`);
    return side;
  };
  return { node, canvas, over, size };
}

/** An example on a plane: a circle for plus, a square for minus, with a rim that is seen on both. */
export function example(x, y, isPlus, isHidden = true) {
  const hidden = isHidden ? { 'aria-hidden': 'true' } : {};
  return isPlus
    ? svg('circle', { class: 'pdot plus', cx: x, cy: y, r: 4.5, ...hidden })
    : svg('rect', { class: 'pdot minus', x: x - 4, y: y - 4, width: 8, height: 8, ...hidden });
}

/**
 * Lets something be moved by pointer and by arrow keys.
 *
 * @template {SVGElement} T
 * @param {T} node what is moved; it becomes reachable by keys
 * @param {Element} ground on which it moves
 * @param {{drag: (x: number, y: number) => void, key: (right: number, up: number) => void}} moves `drag` gets shares of the
 *     ground's width and height from its upper left corner; `key` gets steps
 * @returns {T}
 */
export function movable(node, ground, { drag, key }) {
  node.setAttribute('tabindex', '0');
  if (moving.has(node)) {
    moving.set(node, { ground, drag, key });
    return node;
  }
  moving.set(node, { ground, drag, key });
  node.classList.add('pmove');
  const move = event => {
    const now = moving.get(node);
    const box = now.ground.getBoundingClientRect();
    now.drag((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  node.addEventListener('pointerdown', event => {
    event.preventDefault();
    node.focus?.();
    const stop = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', stop);
      removeEventListener('pointercancel', stop);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', stop);
    addEventListener('pointercancel', stop);
  });
  node.addEventListener('keydown', event => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (by) {
      event.preventDefault();
      moving.get(node).key(...by.map(step => step * (event.shiftKey ? 5 : 1)));
    }
  });
  return node;
}
