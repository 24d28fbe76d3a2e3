/**
 * The run bar: transport, the loss curve that is the scrubber, where the run is, its seed.
 */
import words from '../words/playground.js';
import { clamp, el, icon, path, svg } from '../shell/draw.js';

const WIDTH = 640;
const HEIGHT = 48;

/** Shapes and colours of runs that were left, so that colour is not alone. */
const POSTS = [['cat-3', 'M12 6l6 6l-6 6l-6 -6z'], ['cat-4', 'M12 6l6.500 11h-13z'], ['cat-5', 'M7 7h10v10h-10z'], ['cat-2', 'M6 12a6 6 0 1 0 12 0a6 6 0 1 0 -12 0'], ['cat-1', 'M6 7h12l-6 11z']];

/**
 * @typedef {Object} Post a run that was branched from, and can be gone back to
 * @property {number} id
 * @property {number} at the epoch at which it was left
 * @property {string} name
 * @property {{epoch: number, seenLoss: number}[]} curve
 */

export class RunBar {
  /**
   * @param {HTMLElement} root
   * @param {{play: (on: boolean) => void, step: () => void, look: (epoch: number) => void, rewind: () => void, pace: (speed: string) => void, seed: (seed: number) => void, goBack: (post: Post) => void}} does
   */
  constructor(root, does) {
    this.does = does;
    const button = (name, label, onclick) => el('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick }, icon(name));
    this.playButton = el('button', { type: 'button', class: 'play', onclick: () => this.toggle() }, icon('play'));
    this.slow = el('button', { type: 'button', class: 'icon txt', 'aria-pressed': 'false', onclick: () => this.pace('slow') }, words.run.slow);
    this.fast = el('button', { type: 'button', class: 'icon txt', 'aria-pressed': 'false', onclick: () => this.pace('fast') }, words.run.fast);
    this.curve = svg('svg', { width: '100%', height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    this.dot = el('span', { class: 'herering' });
    this.scrub = el('div', { class: 'scrub', role: 'slider', tabindex: 0, 'aria-label': words.run.position, 'aria-valuemin': 0 }, this.curve, this.dot);
    this.posts = el('div', { class: 'posts' });
    this.track = el('div', { class: 'track' }, this.scrub, this.posts);
    this.pace1 = el('span', {});
    this.where = el('b', {});
    this.seed = el('input', { inputmode: 'numeric', size: 6, id: 'seed', 'aria-label': words.run.seed });
    this.seed.addEventListener('change', () => this.takeSeed(Number(this.seed.value)));
    const dice = el('button', { type: 'button', class: 'icon', 'aria-label': words.run.newSeed, title: words.run.newSeed, onclick: () => this.takeSeed(1 + Math.floor(Math.random() * 999)) }, icon('dice', 16));
    this.seedField = el('span', { class: 'field', title: words.run.sameSeed }, el('label', { for: 'seed' }, words.run.seed), this.seed, dice);
    root.setAttribute('aria-label', words.run.bar);
    root.replaceChildren(
      el('div', { class: 'transport' }, button('rewind', words.run.rewind, () => does.rewind()), button('back', words.run.back, () => this.stepBack()),
        this.playButton, button('step', words.run.step, () => does.step()), this.slow, this.fast),
      this.track, el('div', { class: 'meta' }, el('span', { class: 'whereabouts' }, this.pace1, el('br'), this.where), (this.watching = el('span', { class: 'qq watching' })), this.seedField));
    this.listen();
    this.speed = 'normal';
  }

  /** @param {string[]} hidden */
  hide(hidden) {
    this.seedField.hidden = hidden.includes('seed');
    this.playButton.parentNode.hidden = hidden.includes('run');
  }

  toggle() {
    this.does.play(!(this.frame?.playing ?? false));
  }

  pace(speed) {
    this.speed = this.speed === speed ? 'normal' : speed;
    this.slow.setAttribute('aria-pressed', this.speed === 'slow');
    this.fast.setAttribute('aria-pressed', this.speed === 'fast');
    this.does.pace(this.speed);
  }

  takeSeed(value) {
    if (Number.isInteger(value) && value >= 0 && value <= 999999) {
      this.does.seed(value);
    } else {
      this.seed.setAttribute('aria-invalid', 'true');
    }
  }

  stepBack() {
    const earlier = this.frame?.history.filter(h => h.epoch < this.frame.epoch).at(-1);
    if (earlier) {
      this.does.look(earlier.epoch);
    }
  }

  listen() {
    let down = false;
    const look = event => {
      const box = this.scrub.getBoundingClientRect();
      this.does.look(Math.round(clamp((event.clientX - box.left) / box.width, 0, 1) * (this.last ?? 0)));
    };
    this.scrub.addEventListener('pointerdown', event => { down = true; this.scrub.setPointerCapture(event.pointerId); look(event); });
    this.scrub.addEventListener('pointermove', event => down && look(event));
    this.scrub.addEventListener('pointerup', () => (down = false));
    this.scrub.addEventListener('keydown', event => {
      const { frame } = this;
      if (!frame) {
        return;
      }
      const jump = Math.max(1, Math.round(frame.latest / 20));
      const goal = { ArrowLeft: () => this.stepBack(), ArrowRight: () => this.does.look(frame.history.find(h => h.epoch > frame.epoch)?.epoch ?? frame.latest),
        PageDown: () => this.does.look(frame.epoch - jump), PageUp: () => this.does.look(frame.epoch + jump), Home: () => this.does.look(0), End: () => this.does.look(frame.latest) }[event.key];
      if (goal) {
        event.preventDefault();
        event.stopPropagation();
        goal();
      }
    });
  }

  /**
   * @param {import('./frames.js').Frame} frame
   * @param {number} seed
   * @param {Post[]} posts
   */
  draw(frame, seed, posts) {
    this.frame = frame;
    if (document.activeElement !== this.seed) {
      this.seed.value = String(seed);
      this.seed.removeAttribute('aria-invalid');
    }
    if (this.drawnPlaying !== frame.playing) {
      this.drawnPlaying = frame.playing;
      const label = frame.playing ? words.run.pause : words.run.play;
      this.playButton.replaceChildren(icon(frame.playing ? 'pause' : 'play'));
      this.playButton.title = label;
    }
    this.pace1.textContent = frame.back ? words.run.looking(frame.latest.toLocaleString('en')) : frame.playing ? words.run.pace(frame.epochsPerSecond) : words.run.paused;
    this.watching.textContent = words.run.watching(Math.round(100 * frame.watching));
    this.where.textContent = words.run.where(frame.epoch);
    const last = Math.max(1, frame.latest, ...posts.flatMap(post => post.curve.slice(-1).map(h => h.epoch)));
    this.last = last;
    const losses = frame.history.filter(h => Number.isFinite(h.seenLoss));
    const largest = Math.max(...[losses, ...posts.map(post => post.curve)].flat().map(h => h.seenLoss).filter(Number.isFinite), 1e-9);
    const X = epoch => (epoch / last) * WIDTH;
    const Y = loss => 6 + 28 * (1 - loss / largest);
    const points = losses.map(h => [X(h.epoch), Y(h.seenLoss)]);
    const past = losses.filter(h => h.epoch <= frame.epoch).map(h => [X(h.epoch), Y(h.seenLoss)]);
    const area = line => (line.length ? `${path(line)}L${line.at(-1)[0].toFixed(1)} 36L${line[0][0].toFixed(1)} 36Z` : '');
    const ticks = Array.from({ length: 4 }, (_, i) => `M${((i + 1) / 5) * WIDTH} 37v6`).join('');
    this.curve.replaceChildren(
      svg('path', { d: area(points), fill: 'var(--line)', opacity: 0.7 }), svg('path', { d: area(past), fill: 'var(--edge)', opacity: 0.38 }),
      ...posts.map((post, i) => svg('path', { d: path(post.curve.filter(h => h.epoch >= post.at && Number.isFinite(h.seenLoss)).map(h => [X(h.epoch), Y(h.seenLoss)])), fill: 'none', stroke: `var(--${POSTS[i % POSTS.length][0]})`, 'stroke-width': 1.8, 'vector-effect': 'non-scaling-stroke' })),
      svg('path', { d: path(past), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.5, 'vector-effect': 'non-scaling-stroke' }),
      svg('path', { d: ticks, stroke: 'var(--ink-3)', 'stroke-width': 1.5, 'vector-effect': 'non-scaling-stroke' }));
    const y = past.length ? past.at(-1)[1] : 20;
    this.dot.style.left = `calc(${((100 * frame.epoch) / last).toFixed(1)}% - 9px)`;
    this.dot.style.top = `${y - 9}px`;
    this.drawPosts(posts);
    this.scrub.setAttribute('aria-valuemax', frame.latest);
    this.scrub.setAttribute('aria-valuenow', frame.epoch);
    this.scrub.setAttribute('aria-valuetext', words.run.where(frame.epoch));
  }

  /** A post where each run was left; pressing it goes back there. */
  drawPosts(posts) {
    const state = JSON.stringify(posts.map(post => [post.id, post.at, post.name, this.last]));
    if (state === this.drawnPosts) {
      return;
    }
    this.drawnPosts = state;
    this.posts.replaceChildren(...posts.map((post, i) => {
      const [colour, shape] = POSTS[i % POSTS.length];
      const text = words.run.post(post.at, post.name);
      const button = el('button', { type: 'button', class: 'post', 'aria-label': text, title: text, onclick: () => this.does.goBack(post) },
        svg('svg', { width: 24, height: 56, 'aria-hidden': 'true' }, svg('path', { d: 'M12 18V56', stroke: `var(--${colour})`, 'stroke-width': 2 }), svg('path', { d: shape, fill: `var(--${colour})` })));
      button.style.left = `calc(${((100 * post.at) / this.last).toFixed(1)}% - 12px)`;
      return button;
    }));
  }
}
