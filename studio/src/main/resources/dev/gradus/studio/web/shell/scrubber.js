/**
 * The curve that is the scrubber: how the loss of a run went, with what is behind in ink, a tick below for each
 * moment one can go to, posts where others branched, and the dot that says where you are.
 */
import { clamp, el, path, svg } from './draw.js';
import { thin } from './lines.js';

const WIDTH = 640;
const HEIGHT = 48;
const [TOP, DEPTH, GROUND] = [6, 28, 36];

/**
 * @typedef {Object} Walk what keys do
 * @property {() => void} back
 * @property {() => void} on
 * @property {() => void} farBack
 * @property {() => void} farOn
 * @property {() => void} first
 * @property {() => void} last
 */

/**
 * @typedef {Object} Course
 * @property {ArrayLike<number>} x steps, rising
 * @property {ArrayLike<number>} y losses
 * @property {number} to where the bar ends
 * @property {number} here the step that is shown
 * @property {string} where that in words
 * @property {number[]} ticks moments one can go to
 * @property {number} [best] one of them that stands out
 * @property {{step: number, colour: string}[]} [posts]
 */

export class Scrubber {
  /** @param {{label: string, look: (step: number) => void, walk: Walk}} does */
  constructor({ label, look, walk }) {
    this.curve = svg('svg', { width: '100%', height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    this.posts = el('span', {});
    this.dot = el('span', { class: 'herering' });
    this.root = el('div', { class: 'scrub', role: 'slider', tabindex: 0, 'aria-label': label, 'aria-valuemin': 0 }, this.curve, this.posts, this.dot);
    this.listen(look, walk);
  }

  listen(look, walk) {
    let down = false;
    const go = event => {
      const box = this.root.getBoundingClientRect();
      look(Math.round(clamp((event.clientX - box.left) / box.width, 0, 1) * this.to));
    };
    this.root.addEventListener('pointerdown', event => { if (this.to) { down = true; this.root.setPointerCapture(event.pointerId); go(event); } });
    this.root.addEventListener('pointermove', event => down && go(event));
    this.root.addEventListener('pointerup', () => (down = false));
    this.root.addEventListener('pointercancel', () => (down = false));
    const keys = { ArrowLeft: walk.back, ArrowDown: walk.back, ArrowRight: walk.on, ArrowUp: walk.on, PageDown: walk.farBack, PageUp: walk.farOn, Home: walk.first, End: walk.last };
    this.root.addEventListener('keydown', event => {
      if (this.to && keys[event.key]) {
        event.preventDefault();
        event.stopPropagation();
        keys[event.key]();
      }
    });
  }

  /** @param {Course} course */
  draw({ x, y, to, here, where, ticks, best, posts = [] }) {
    this.to = to;
    const finite = Array.from(y).filter(Number.isFinite);
    const [low, high] = [Math.min(...finite), Math.max(...finite)];
    const X = step => (step / to) * WIDTH;
    const Y = value => TOP + DEPTH * (high > low ? 1 - (value - low) / (high - low) : 0.5);
    const points = thin(x, y, X, 0, WIDTH).pieces.flat().map(([px, value]) => [px, Y(value)]);
    const past = points.filter(([px]) => px <= X(here) + 0.5);
    const area = line => (line.length ? `${path(line)}L${line.at(-1)[0].toFixed(1)} ${GROUND}L${line[0][0].toFixed(1)} ${GROUND}Z` : '');
    const stroke = { fill: 'none', 'stroke-width': 1.5, 'vector-effect': 'non-scaling-stroke' };
    this.curve.replaceChildren(
      svg('path', { d: area(points), fill: 'var(--line)', opacity: 0.7 }), svg('path', { d: area(past), fill: 'var(--edge)', opacity: 0.38 }),
      svg('path', { d: path(past), stroke: 'var(--ink)', ...stroke }),
      svg('path', { class: 'ticks', d: ticks.map(step => `M${X(step).toFixed(1)} ${GROUND + 1}v7`).join(''), stroke: 'var(--ink-3)', ...stroke }),
      ...(best === undefined ? [] : [svg('path', { class: 'best', d: `M${X(best).toFixed(1)} ${GROUND + 1}v11`, stroke: 'var(--ink)', ...stroke, 'stroke-width': 3 })]));
    this.posts.replaceChildren(...posts.map(post => {
      const node = el('span', { class: 'post' });
      node.style.left = `${(100 * post.step) / to}%`;
      node.style.borderColor = `var(--${post.colour})`;
      return node;
    }));
    this.dot.style.left = `calc(${((100 * here) / to).toFixed(2)}% - 9px)`;
    this.dot.style.top = `${(past.at(-1)?.[1] ?? 20) - 9}px`;
    this.root.setAttribute('aria-valuemax', to);
    this.root.setAttribute('aria-valuenow', here);
    this.root.setAttribute('aria-valuetext', where);
  }
}
