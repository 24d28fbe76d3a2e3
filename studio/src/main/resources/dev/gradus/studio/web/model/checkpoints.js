/**
 * The run bar of a model that is a checkpoint: the loss curve of its run, and the checkpoints to go to.
 */
import words from '../words/model.js';
import { clamp, el, number } from '../shell/draw.js';
import { Scrubber } from '../shell/scrubber.js';

/** Whoever drags wants the checkpoint that they stop at: to open one takes a while. */
const SETTLED_MILLISECONDS = 250;

export class Checkpoints {
  /**
   * @param {HTMLElement} root
   * @param {(id: string) => void} open
   */
  constructor(root, open) {
    Object.assign(this, { root, open, run: null, steps: [], at: 0, timer: 0 });
    const by = count => () => this.go(this.at + count);
    const walk = { back: by(-1), on: by(1), farBack: by(-5), farOn: by(5), first: by(-Infinity), last: by(Infinity) };
    this.scrubber = new Scrubber({ label: words.checkpoints, look: step => this.go(this.nearest(step)), walk });
    this.where = el('b', {});
    root.replaceChildren(this.scrubber.root, el('div', { class: 'meta' }, el('span', { class: 'whereabouts' }, words.checkpoint, el('br'), this.where)));
  }

  /** Shows where the model stands that was opened. */
  show({ run, step }) {
    clearTimeout(this.timer);
    this.run = run ?? null;
    this.root.hidden = !run;
    if (run) {
      this.steps = run.checkpoints.map(it => it.step);
      this.at = Math.max(0, this.steps.indexOf(step));
      this.draw();
    }
  }

  nearest(step) {
    return this.steps.reduce((best, one, i) => (Math.abs(one - step) < Math.abs(this.steps[best] - step) ? i : best), 0);
  }

  go(index) {
    const next = clamp(index, 0, this.steps.length - 1);
    if (next !== this.at) {
      this.at = next;
      this.draw();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.open(`run/${this.run.id}/${this.steps[next]}`), SETTLED_MILLISECONDS);
    }
  }

  draw() {
    const { run, steps } = this;
    const here = steps[this.at];
    const i = run.steps.findIndex(it => it >= here);
    this.where.textContent = words.afterStep(here) + (i < 0 ? '' : ` · loss ${number(run.losses[i])}`);
    this.scrubber.draw({ x: run.steps, y: run.losses, to: Math.max(1, ...run.steps, ...steps), here, where: this.where.textContent, ticks: steps });
  }
}
