/**
 * The run bar: the loss curve is the scrubber, ticks are checkpoints, posts are branches; pause, go on, stop.
 */
import words from '../words/run.js';
import { clamp, el, icon, path, svg } from '../shell/draw.js';
import { thin } from '../shell/lines.js';

const WIDTH = 640;
const HEIGHT = 48;

export class Bar {
  /**
   * @param {HTMLElement} root
   * @param {{look: (step: number | null) => void, ask: (wish: string) => void, branch: () => void}} does
   */
  constructor(root, does) {
    this.does = does;
    const w = words.bar;
    const button = (name, label, onclick, keep) => el('button', { type: 'button', class: 'icon' + (keep ? ' keep' : ''), 'aria-label': label, title: label, onclick }, icon(name));
    this.first = button('rewind', w.first, () => this.toCheckpoint(-Infinity));
    this.back = button('back', w.back, () => this.toCheckpoint(-1));
    this.on = button('step', w.on, () => this.toCheckpoint(1));
    this.play = el('button', { type: 'button', class: 'play', onclick: () => this.toggle() }, icon('pause'));
    this.stop = button('stop', w.stop, () => does.ask('stop'), true);
    this.curve = svg('svg', { width: '100%', height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    this.posts = el('span', {});
    this.dot = el('span', { class: 'herering' });
    this.scrub = el('div', { class: 'scrub', role: 'slider', tabindex: 0, 'aria-label': w.position, 'aria-valuemin': 0 }, this.curve, this.posts, this.dot);
    this.what = el('span', {});
    this.where = el('b', {});
    this.branch = el('button', { type: 'button', class: 'btn small', onclick: () => does.branch() }, icon('branch', 17), w.branch);
    root.setAttribute('aria-label', w.bar);
    root.replaceChildren(el('div', { class: 'transport' }, this.first, this.back, this.play, this.on, this.stop), this.scrub,
      el('div', { class: 'meta' }, el('span', { class: 'whereabouts' }, this.what, el('br'), this.where), this.branch));
    this.listen();
  }

  toggle() {
    if (this.frame?.listens && ['running', 'paused'].includes(this.frame.state)) {
      this.does.ask(this.frame.state === 'paused' || this.frame.asked === 'pause' ? 'continue' : 'pause');
    }
  }

  /** Goes to the checkpoint before, the next one, the first one; after the last one it is the present again. */
  toCheckpoint(by) {
    const all = this.frame?.checkpoints ?? [];
    const here = this.at ?? Infinity;
    if (by > 0) {
      this.does.look(all.find(step => step > here) ?? null);
    } else if (all.length) {
      this.does.look(by === -Infinity ? all[0] : all.findLast(step => step < here) ?? all[0]);
    }
  }

  /** The checkpoint that a branch begins from: the last one at the step shown or before. */
  checkpoint() {
    const all = this.frame?.checkpoints ?? [];
    const limit = this.at ?? (this.frame?.lost ? this.frame.lost.step - 1 : Infinity);
    return all.findLast(step => step <= limit) ?? (this.frame?.lost ? undefined : all[0]);
  }

  listen() {
    let down = false;
    const look = event => {
      const box = this.scrub.getBoundingClientRect();
      const step = Math.round(clamp((event.clientX - box.left) / box.width, 0, 1) * this.to);
      this.does.look(step >= this.frame.step ? null : step);
    };
    this.scrub.addEventListener('pointerdown', event => { if (this.frame) { down = true; this.scrub.setPointerCapture(event.pointerId); look(event); } });
    this.scrub.addEventListener('pointermove', event => down && look(event));
    this.scrub.addEventListener('pointerup', () => (down = false));
    this.scrub.addEventListener('keydown', event => {
      if (!this.frame) {
        return;
      }
      const last = this.frame.step;
      const here = this.at ?? last;
      const go = step => this.does.look(step >= last ? null : Math.max(0, Math.round(step)));
      const small = Math.max(1, last / 50);
      const goal = { ArrowLeft: () => go(here - small), ArrowDown: () => go(here - small), ArrowRight: () => go(here + small), ArrowUp: () => go(here + small),
        PageDown: () => go(here - last / 10), PageUp: () => go(here + last / 10), Home: () => go(0), End: () => this.does.look(null) }[event.key];
      if (goal) {
        event.preventDefault();
        event.stopPropagation();
        goal();
      }
    });
  }

  /**
   * @param {object} frame
   * @param {number | null} at
   * @param {{step: number, colour: string}[]} posts where other runs branched
   */
  draw(frame, at, posts) {
    this.frame = frame;
    this.at = at;
    const w = words.bar;
    const alive = frame.state === 'running' || frame.state === 'paused';
    this.to = Math.max(1, frame.step, alive ? frame.of : 0);
    const here = at ?? frame.step;
    const paused = frame.state === 'paused' || frame.asked === 'pause';
    const label = paused ? w.play : w.pause;
    if (this.drawn !== label) {
      this.drawn = label;
      this.play.replaceChildren(icon(paused ? 'play' : 'pause'));
    }
    const can = alive && frame.listens;
    this.play.setAttribute('aria-label', can || !alive ? label : `${label}: ${words.readOnly}`);
    this.play.title = can || !alive ? label : words.readOnly;
    this.play.disabled = !can;
    this.stop.disabled = !can;
    [this.first, this.back, this.on].forEach(button => (button.disabled = !frame.checkpoints.length));
    const total = frame.of ? words.count(frame.of) : '';
    this.what.textContent = at !== null ? w.looking(words.count(frame.step)) : frame.state === 'paused' ? w.paused : alive ? w.live(total) : w.ended(total);
    this.where.textContent = w.where(here);
    const checkpoint = this.checkpoint();
    const branch = checkpoint === undefined ? w.noCheckpoint : w.branchHere(words.count(checkpoint));
    this.branch.title = branch;
    this.branch.setAttribute('aria-label', branch);
    this.branch.disabled = checkpoint === undefined;
    this.picture(here, posts);
  }

  picture(here, posts) {
    const { x, y } = this.frame.scrub;
    const finite = y.filter(Number.isFinite);
    const [low, high] = [Math.min(...finite), Math.max(...finite)];
    const X = step => (step / this.to) * WIDTH;
    const Y = value => 6 + 28 * (high > low ? 1 - (value - low) / (high - low) : 0.5);
    const points = thin(x, y, X, 0, WIDTH).pieces.flat().map(([px, value]) => [px, Y(value)]);
    const past = points.filter(([px]) => px <= X(here) + 0.5);
    const area = line => (line.length ? `${path(line)}L${line.at(-1)[0].toFixed(1)} 36L${line[0][0].toFixed(1)} 36Z` : '');
    this.curve.replaceChildren(
      svg('path', { d: area(points), fill: 'var(--line)', opacity: 0.7 }), svg('path', { d: area(past), fill: 'var(--edge)', opacity: 0.38 }),
      svg('path', { d: path(past), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.5, 'vector-effect': 'non-scaling-stroke' }),
      svg('path', { class: 'ticks', d: this.frame.checkpoints.map(step => `M${X(step).toFixed(1)} 37v7`).join(''), stroke: 'var(--ink-3)', 'stroke-width': 1.5, 'vector-effect': 'non-scaling-stroke' }));
    this.posts.replaceChildren(...posts.map(post => {
      const node = el('span', { class: 'post' });
      node.style.left = `${(100 * post.step) / this.to}%`;
      node.style.borderColor = `var(--${post.colour})`;
      return node;
    }));
    this.dot.style.left = `calc(${((100 * here) / this.to).toFixed(2)}% - 9px)`;
    this.dot.style.top = `${(past.at(-1)?.[1] ?? 20) - 9}px`;
    this.scrub.setAttribute('aria-valuemax', this.to);
    this.scrub.setAttribute('aria-valuenow', here);
    this.scrub.setAttribute('aria-valuetext', words.bar.where(here));
  }
}
