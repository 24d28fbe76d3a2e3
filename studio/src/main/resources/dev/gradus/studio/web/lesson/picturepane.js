/**
 * The pane of the picture: frame, table, what went wrong, and whose program computes.
 */
import words from '../words/lesson.js';
import { el } from '../shell/draw.js';
import { announce } from '../shell/shell.js';
import { Asking } from './asking.js';
import { Keeping } from './keeping.js';
import { makeKit } from './kit.js';
import { passages } from './text.js';

export class PicturePane {
  /**
   * @param {HTMLElement} root
   * @param {any} lesson
   * @param {{say: (message: object) => boolean, reading: import('./text.js').Reading, given: Record<string, any>}} page `given` is what shall be set in it
   */
  constructor(root, lesson, { say, reading, given }) {
    this.given = given;
    this.lesson = lesson;
    this.marks = reading.marks;
    this.swapped = lesson.swapped;
    this.hasAnswer = false;
    this.asking = new Asking((id, question, inputs) => say({ do: 'ask', id, question, inputs }));
    const [says, ...more] = lesson.sections.visual?.filter(block => block.prose).flatMap(block => passages(block.prose, reading)) ?? [];
    const visual = lesson.sections.visual?.find(block => block.picture)?.picture.name ?? '';
    this.drawing = el('div', { class: 'picture', 'data-picture': lesson.number });
    this.twin = el('div', { class: 'twin', hidden: true, tabindex: 0, role: 'region', 'aria-label': words.tableOf });
    this.summary = el('p', { class: 'sr' });
    this.failure = el('div', { class: 'pfailed', role: 'status' });
    this.whose = el('p', { class: 'whose', role: 'status' });
    this.toggle = el('button', { type: 'button', class: 'link', 'aria-pressed': 'false', onclick: () => this.turn() }, words.picture.table);
    says?.classList.add('says');
    const frame = el('figure', { class: 'chart' },
      el('header', {}, el('h2', {}, titled(visual)), el('div', { class: 'tools' }, lesson.picture ? this.toggle : '')),
      ...(lesson.picture ? [] : [el('p', { class: 'qq' }, words.picture.none)]), says ?? '', ...(lesson.picture ? [] : more),
      this.failure, this.drawing, this.twin, this.summary, lesson.picture ? this.whose : '');
    this.frame = frame;
    this.hidden = el('p', { class: 'qq hiddenhere', hidden: true }, words.class.here(words.class.parts.picture));
    root.replaceChildren(frame, this.hidden);
    if (lesson.picture) {
      this.load();
    }
  }

  async load() {
    this.drawing.replaceChildren(el('p', { class: 'qq' }, words.picture.loading));
    await this.dress();
    try {
      this.module ??= (await import(`/assets/lessons/${this.lesson.number}/picture.js`)).default;
    } catch {
      this.isLacking = true;
      this.drawing.replaceChildren();
      this.fail(words.away.title, () => this.load());
      return;
    }
    this.isLacking = false;
    this.failure.replaceChildren();
    this.make();
    let width = 0;
    new ResizeObserver(() => {
      if (Math.abs(this.drawing.clientWidth - width) > 1 && this.drawing.clientWidth) {
        width = this.drawing.clientWidth;
        this.redraw();
      }
    }).observe(this.drawing);
  }

  /** Its own style, which counts within it alone; the one of another picture goes. */
  async dress() {
    document.querySelector('link.dress')?.remove();
    if (this.lesson.style) {
      const sheet = el('link', { class: 'dress', rel: 'stylesheet', href: `/assets/lessons/${this.lesson.number}/picture.css` });
      const arrived = new Promise(resolve => { sheet.onload = sheet.onerror = resolve; });
      document.head.append(sheet);
      await arrived;
    }
  }

  make() {
    this.kit?.end();
    this.drawing.replaceChildren();
    this.keeping = new Keeping(this.keeping?.state() ?? this.given, () => this.asking.isIdle);
    this.kit = makeKit({ parameters: this.lesson.parameters, asking: this.asking, marks: this.marks, keeping: this.keeping, announce, isSwapped: () => this.swapped });
    this.made = this.module(this.drawing, this.kit);
    this.kit.made();
    this.keeping.turn();
    this.showWhose();
    this.told();
  }

  redraw() {
    this.made?.redraw();
    this.told();
  }

  /** The sentence and the table follow what is drawn. */
  told() {
    requestAnimationFrame(() => {
      this.summary.textContent = this.made?.summary?.() ?? '';
      if (!this.twin.hidden) {
        this.twin.replaceChildren(this.made.table());
      }
    });
  }

  turn() {
    if (!this.made) {
      return;
    }
    this.twin.hidden = !this.twin.hidden;
    this.drawing.hidden = !this.twin.hidden;
    this.toggle.textContent = this.twin.hidden ? words.picture.table : words.picture.drawing;
    this.toggle.setAttribute('aria-pressed', String(!this.twin.hidden));
    this.told();
    if (this.twin.hidden) {
      this.redraw();
    }
  }

  answered({ id, answer, failed }) {
    if (failed !== undefined) {
      this.whose.textContent = '';
      this.fail(failed, () => this.refresh());
      this.asking.answered(id, undefined);
      return;
    }
    this.failure.replaceChildren();
    if (!this.hasAnswer) {
      this.hasAnswer = true;
      this.showWhose();
    }
    this.asking.answered(id, answer);
    setTimeout(() => { this.keeping?.turn(); this.told(); });
  }

  fail(why, again) {
    this.failure.replaceChildren(el('div', { class: 'finding' }, el('h3', { class: 'v fail' }, words.picture.failed), el('p', {}, why),
      el('button', { type: 'button', class: 'btn small', onclick: again }, words.picture.again)));
  }

  /** Another program computes now, or the same after a failure. */
  refresh() {
    if (this.made?.swapped) {
      this.made.swapped();
    } else if (this.module) {
      this.make();
    }
  }

  swap(on) {
    this.swapped = on;
    this.showWhose();
    this.refresh();
    announce(on ? words.picture.yours : words.picture.solution);
  }

  showWhose() {
    // Java takes a moment to start
    this.whose.classList.toggle('yours', this.swapped && this.hasAnswer);
    this.whose.textContent = !this.hasAnswer ? words.picture.loading : this.swapped ? words.picture.yours : words.picture.solution;
  }

  /** A class does not see it. */
  hide(isHidden) {
    this.frame.hidden = isHidden;
    this.hidden.hidden = !isHidden;
    isHidden || this.redraw();
  }

  /** Sets in it what a link carried. */
  restore(state) {
    this.given = state;
    if (this.made) {
      this.keeping = null;
      this.make();
    }
  }

  /** What is set in it. */
  state() {
    return this.keeping?.state() ?? this.given;
  }

  again() {
    if (this.isLacking) {
      this.load();
      return;
    }
    this.asking.again();
  }
}

/** `row-meets-column` is the name of a picture, `Row meets column` its title. */
const titled = name => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
