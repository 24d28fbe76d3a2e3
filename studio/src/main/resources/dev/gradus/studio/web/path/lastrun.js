/**
 * The run bar of the path: the last run of this computer, its loss at any step, and the way to its page.
 */
import words from '../words/path.js';
import { el, number } from '../shell/draw.js';
import { Scrubber } from '../shell/scrubber.js';

export class LastRun {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.at = null;
    const w = words.lastRun;
    const to = index => this.look(Math.max(0, Math.min(this.run.steps.length - 1, index)));
    const by = part => () => to(this.place() + Math.sign(part) * Math.max(1, Math.round(this.run.steps.length * Math.abs(part))));
    this.scrubber = new Scrubber({
      label: w.position, look: step => this.look(this.run.steps.reduce((best, one, i) => (Math.abs(one - step) < Math.abs(this.run.steps[best] - step) ? i : best), 0)),
      walk: { back: by(-0.02), on: by(0.02), farBack: by(-0.1), farOn: by(0.1), first: () => to(0), last: () => to(Infinity) },
    });
    this.link = el('a', { class: 'btn small' }, w.open);
    this.what = el('span', {});
    this.where = el('b', {});
    this.seed = el('span', {});
    root.hidden = true;
    root.setAttribute('aria-label', w.bar);
    root.replaceChildren(this.link, this.scrubber.root, el('div', { class: 'meta' }, el('span', { class: 'whereabouts' }, this.what, el('br'), this.where), this.seed));
  }

  /** @param {object | null} run */
  show(run) {
    if (run?.id !== this.run?.id) {
      this.at = null;
    }
    this.run = run;
    this.root.hidden = !run;
    if (run) {
      this.link.href = `/run#run=${encodeURIComponent(run.id)}`;
      this.seed.textContent = run.seed === undefined ? '' : words.lastRun.seed(run.seed);
      this.draw();
    }
  }

  place() {
    return this.at === null ? this.run.steps.length - 1 : Math.min(this.at, this.run.steps.length - 1);
  }

  look(index) {
    this.at = index >= this.run.steps.length - 1 ? null : index;
    this.draw();
  }

  draw() {
    const { run, at } = this;
    const w = words.lastRun;
    const [step, loss] = [run.steps[this.place()], run.losses[this.place()]];
    const where = at === null && run.accuracy !== undefined ? w.right(run.accuracy) : w.where(step, number(loss, 3));
    this.what.textContent = w.name(run.name, run.isRunning ? w.running : run.ended ? w.ago(Date.now() - run.ended) : '');
    this.where.textContent = where;
    this.scrubber.draw({ x: run.steps, y: run.losses, to: Math.max(1, run.steps.at(-1)), here: step, where: w.where(step, number(loss, 3)), ticks: run.checkpoints.map(it => it.step) });
  }
}
