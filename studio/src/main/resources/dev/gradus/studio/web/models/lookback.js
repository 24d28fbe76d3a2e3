/**
 * The run bar of a model whose training was recorded: the loss curve is the scrubber, its ticks are the checkpoints
 * at which the model can be looked at as it stood then.
 */
import words from '../words/models.js';
import { el, icon } from '../shell/draw.js';
import { Scrubber } from '../shell/scrubber.js';

/** So long each checkpoint stays while all are played. */
const STAY_MILLISECONDS = 700;

export class Lookback {
  /**
   * @param {HTMLElement} root
   * @param {(step: number | null) => void} look at a checkpoint, or at the model itself
   */
  constructor(root, look) {
    Object.assign(this, { root, look, run: null, step: null, asked: null, playing: false });
    const w = words.bar;
    const button = (name, label, onclick) => el('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick }, icon(name));
    this.playButton = el('button', { type: 'button', class: 'play', onclick: () => this.toggle() });
    this.best = el('button', { type: 'button', class: 'icon txt', title: w.toModel, onclick: () => this.go(null) }, w.model);
    const walk = { back: () => this.by(-1), on: () => this.by(1), farBack: () => this.by(-5), farOn: () => this.by(5), first: () => this.by(-Infinity), last: () => this.go(null) };
    this.scrubber = new Scrubber({ label: w.position, look: step => this.nearest(step), walk });
    this.what = el('span', {});
    this.where = el('b', {});
    this.seed = el('span', { class: 'seed', title: w.sameSeed });
    root.setAttribute('aria-label', w.bar);
    root.replaceChildren(
      el('div', { class: 'transport' }, button('rewind', w.first, walk.first), button('back', w.back, walk.back), this.playButton, button('step', w.on, walk.on), this.best),
      this.scrubber.root, el('div', { class: 'meta' }, el('span', { class: 'whereabouts' }, this.what, el('br'), this.where), this.seed));
    this.playSign();
  }

  /** Another model was asked for: whatever comes now is the model itself. */
  forget() {
    this.stop();
    this.asked = null;
  }

  /** Shows where the model stands that was opened. */
  show({ run, step }) {
    this.run = run?.checkpoints.length ? run : null;
    this.root.hidden = !this.run;
    if (!this.run) {
      this.stop();
      return;
    }
    // the model itself is one of the stops: its weights are those of its best epoch
    this.stops = [...run.checkpoints.filter(it => it.step !== run.best.step), { ...run.best, model: true }].sort((a, b) => a.step - b.step);
    this.to = Math.max(1, ...run.steps, ...this.stops.map(it => it.step));
    this.step = step ?? null;
    this.draw();
    // else something newer has been asked for, and comes next
    if (this.asked === this.step) {
      this.goOn();
    }
  }

  /** What was asked for cannot be: the bar stays where it was. */
  refused() {
    this.stop();
    this.asked = this.step;
    if (this.run) {
      this.draw();
    }
  }

  /** Says how far the studio is, where that takes a while. */
  judging(done, of) {
    this.what.textContent = words.bar.judging(done, of);
  }

  at(step) {
    return this.stops.findIndex(it => (step === null ? it.model : !it.model && it.step === step));
  }

  go(step) {
    this.stop();
    this.ask(step);
  }

  ask(step) {
    if (this.run && step !== this.asked) {
      this.asked = step;
      this.draw();
      this.look(step);
    }
  }

  by(many) {
    if (this.run) {
      const next = Math.max(0, Math.min(this.stops.length - 1, this.at(this.asked) + many));
      this.go(this.name(next));
    }
  }

  name(stop) {
    return this.stops[stop].model ? null : this.stops[stop].step;
  }

  nearest(step) {
    const far = stop => Math.abs(stop.step - step);
    this.go(this.name(this.stops.reduce((best, stop, i) => (far(stop) < far(this.stops[best]) ? i : best), 0)));
  }

  /** All checkpoints one after the other, each as soon as it has been judged. */
  toggle() {
    if (!this.run) {
      return;
    }
    if (this.playing) {
      this.stop();
      return;
    }
    this.playing = true;
    this.playSign();
    if (this.at(this.asked) >= this.stops.length - 1 || this.asked === null) {
      this.ask(this.name(0));
    } else {
      this.goOn();
    }
  }

  goOn() {
    clearTimeout(this.timer);
    if (this.playing) {
      const next = this.at(this.asked) + 1;
      if (next >= this.stops.length) {
        this.stop();
      } else {
        this.timer = setTimeout(() => this.ask(this.name(next)), STAY_MILLISECONDS);
      }
    }
  }

  stop() {
    clearTimeout(this.timer);
    this.playing = false;
    this.playSign();
  }

  playSign() {
    const label = this.playing ? words.bar.pause : words.bar.play;
    this.playButton.replaceChildren(icon(this.playing ? 'pause' : 'play'));
    this.playButton.title = label;
  }

  draw() {
    const { run, asked } = this;
    const stop = this.stops[Math.max(0, this.at(asked))];
    const where = words.bar.where(stop.epoch, stop.step, asked === null);
    this.what.textContent = asked === null ? words.bar.itself : words.bar.checkpoint;
    this.where.textContent = where;
    this.best.setAttribute('aria-pressed', asked === null);
    this.seed.textContent = run.seed === undefined ? '' : words.bar.seed(run.seed);
    this.scrubber.draw({ x: run.steps, y: run.losses, to: this.to, here: stop.step, where, ticks: run.checkpoints.map(it => it.step), best: run.best.step });
  }
}
