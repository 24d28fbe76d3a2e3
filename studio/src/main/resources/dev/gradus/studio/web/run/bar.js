/**
 * The run bar: the loss curve is the scrubber, ticks are checkpoints, posts are branches; pause, go on, stop.
 */
import words from '../words/run.js';
import { el, icon } from '../shell/draw.js';
import { Scrubber } from '../shell/scrubber.js';

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
    this.scrubber = new Scrubber({ label: w.position, look: step => this.look(step), walk: this.walk() });
    this.what = el('span', {});
    this.where = el('b', {});
    this.branch = el('button', { type: 'button', class: 'btn small', onclick: () => does.branch() }, icon('branch', 17), w.branch);
    root.setAttribute('aria-label', w.bar);
    root.replaceChildren(el('div', { class: 'transport' }, this.first, this.back, this.play, this.on, this.stop), this.scrubber.root,
      el('div', { class: 'meta' }, el('span', { class: 'whereabouts' }, this.what, el('br'), this.where), this.branch));
  }

  toggle() {
    if (this.frame?.listens && ['running', 'paused'].includes(this.frame.state)) {
      this.does.ask(this.frame.state === 'paused' || this.frame.asked === 'pause' ? 'continue' : 'pause');
    }
  }

  /** Goes to the checkpoint before, the next one, the first one; after the last one it is the present again. */
  toCheckpoint(by) {
    const all = this.frame?.checkpoints ?? [];
    // the end itself is often a checkpoint, and who goes back from there wants to see another
    const here = this.at ?? this.frame?.step ?? Infinity;
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

  look(step) {
    this.does.look(step >= this.frame.step ? null : Math.max(0, Math.round(step)));
  }

  walk() {
    const by = part => () => {
      const last = this.frame.step;
      this.look((this.at ?? last) + Math.sign(part) * Math.max(1, last * Math.abs(part)));
    };
    return { back: by(-1 / 50), on: by(1 / 50), farBack: by(-1 / 10), farOn: by(1 / 10), first: () => this.look(0), last: () => this.does.look(null) };
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
    const { x, y } = frame.scrub;
    this.scrubber.draw({ x, y, to: this.to, here, where: w.where(here), ticks: frame.checkpoints, posts });
  }
}
