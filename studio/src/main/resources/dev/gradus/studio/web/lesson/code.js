/**
 * The pane of the program: editor, saving, check, and what came of it.
 */
import words from '../words/lesson.js';
import { el, icon } from '../shell/draw.js';
import { announce, answer } from '../shell/shell.js';
import { checking } from './checking.js';
import { makeEditor } from './editor.js';
import { showHistory } from './history.js';
import { result } from './result.js';
import { MOST_CHARACTERS, Saving } from './saving.js';

const unix = text => text.replace(/\r\n?/g, '\n');

export class CodePane {
  /**
   * @param {HTMLElement} root
   * @param {any} lesson
   * @param {{say: (message: object) => boolean, reported: (report: any) => void, waits: (what: string) => void}} page
   */
  constructor(root, lesson, page) {
    this.lesson = lesson;
    this.page = page;
    this.state = el('span', { class: 'state' }, words.state.saved);
    this.notice = el('div', { class: 'notice' });
    this.main = el('button', { type: 'button', class: 'btn main check', onclick: () => this.check() }, words.check, el('kbd', {}, words.keys));
    this.stop = el('button', { type: 'button', class: 'btn', hidden: true, onclick: () => page.say({ do: 'stop' }) }, words.stop);
    this.result = el('div', { class: 'result' });
    this.swap = this.makeSwap();
    this.history = el('span', {});
    this.swapPlace = el('div', {});
    const host = el('div', { class: 'code' });
    const name = lesson.file.split(/[\\/]/).pop();
    root.replaceChildren(
      el('div', { class: 'bar' }, el('b', {}, name), this.state,
        this.history,
        el('button', { type: 'button', class: 'link', onclick: () => this.reset() }, words.startOver)),
      this.notice, host,
      el('div', { class: 'acts' }, this.main, this.stop, el('span', { class: 'qq' }, words.own(lesson.file))),
      this.result, lesson.picture ? this.swapPlace : '');
    this.hide([]);
    this.editor = makeEditor(host, { text: unix(lesson.program), name: words.editor(name), changed: () => { this.editor.mark(null); this.saving.changed(); } });
    this.saving = new Saving({ text: () => this.editor.text(), say: page.say, show: state => this.showState(state) }, unix(lesson.program));
    this.showSwap(lesson.swappable, lesson.swapped);
  }

  /** @param {string[]} hidden what a class does not see; it is said in its place */
  hide(hidden) {
    const or = (part, node) => (hidden.includes(part) ? el('span', { class: 'qq hiddenhere' }, words.class.here(words.class.parts[part])) : node);
    this.history.replaceChildren(or('history', el('button', { type: 'button', class: 'link', onclick: () => this.page.say({ do: 'history' }) }, words.history)));
    this.swapPlace.replaceChildren(or('swap', this.swap.box));
  }

  showState(state) {
    this.state.textContent = state === 'large' ? words.state.large(MOST_CHARACTERS) : words.state[state];
    // that all is well after each pause in typing need not be said
    const isWarning = state === 'large' || state === 'away';
    this.state.classList.toggle('warned', isWarning);
    if (isWarning) {
      announce(this.state.textContent);
    }
  }

  check() {
    if (!this.stop.hidden) {
      return;
    }
    this.notice.replaceChildren();
    if (this.saving.save('check')) {
      this.begin();
    }
  }

  begin() {
    this.stop.hidden = false;
    this.main.disabled = true;
    this.progress = checking(this.result, this.lesson.limits);
    answer(words.code.checking);
    this.page.waits(words.code.checking);
  }

  end() {
    this.progress?.end();
    this.progress = null;
    this.stop.hidden = true;
    this.main.disabled = false;
    this.main.replaceChildren(words.checkAgain, el('kbd', {}, words.keys));
  }

  /** Another lesson takes its place. */
  close() {
    this.saving.close();
    this.progress?.end();
    this.editor.close();
  }

  reset() {
    this.saving.save();
    this.page.say({ do: 'reset' });
  }

  told(message) {
    ({
      saved: () => this.saving.saved(message.edit),
      checking: () => { this.progress ?? this.begin(); this.progress.at(message); },
      stopped: () => { this.end(); this.result.replaceChildren(el('p', { class: 'q' }, words.checking.stopped)); answer(words.checking.stopped); this.page.waits(words.panes.code); },
      report: () => this.report(message),
      program: () => this.take(unix(message.text), message.why === 'reset' ? words.startedOver : words.restored, message.undo),
      outside: () => this.outside(unix(message.text)),
      conflict: () => { this.end(); this.conflict(unix(message.text)); },
      history: () => showHistory(message.versions, this.editor.text(), number => { this.saving.save(); this.page.say({ do: 'restore', number }); }),
      trouble: () => this.end(),
      swapped: () => this.showSwap(true, message.on),
    })[message.is]?.();
  }

  report(report) {
    this.end();
    const { lines } = result(this.result, report, this.lesson, line => this.editor.reveal(line), line => this.editor.line(line));
    this.editor.mark(lines[0] ?? null);
    answer(this.result.querySelector('h2').textContent);
    this.page.reported(report);
  }

  /** Shows another text, with a way back to the one before. */
  take(text, says, undo) {
    this.editor.set(text);
    this.saving.took(text);
    this.editor.mark(null);
    this.tellOf(says, undo && (() => this.page.say({ do: 'restore', number: undo })));
  }

  tellOf(says, undo) {
    this.notice.replaceChildren(el('p', { class: 'note', role: 'status' }, says, ' ',
      undo ? el('button', { type: 'button', class: 'link', onclick: undo }, icon('undo', 16), words.undo) : ''));
    announce(says);
  }

  /** Another editor has saved. What was typed here meanwhile is never replaced without asking. */
  outside(text) {
    if (this.saving.isDirty && this.editor.text() !== text) {
      this.page.say({ do: 'keep', text: this.editor.text() });
      this.conflict(text);
      return;
    }
    this.editor.set(text);
    this.saving.took(text);
    this.tellOf(words.fromOutside);
  }

  conflict(text) {
    clearTimeout(this.saving.timer);
    const choose = mine => {
      this.notice.replaceChildren();
      this.page.waits(words.panes.code);
      if (mine) {
        this.saving.save('overwrite');
      } else {
        this.take(text, words.fromOutside);
      }
      this.editor.focus();
    };
    this.notice.replaceChildren(el('div', { class: 'finding', role: 'alert' }, el('h2', {}, words.conflict.title), el('p', {}, words.conflict.says),
      el('div', { class: 'row' },
        el('button', { type: 'button', class: 'btn small', onclick: () => choose(false) }, words.conflict.theirs),
        el('button', { type: 'button', class: 'btn small', onclick: () => choose(true) }, words.conflict.mine))));
    this.page.waits(words.code.outside);
  }

  /** The studio is there again: what was typed meanwhile is saved, unless the file has become another. */
  again(program) {
    const text = unix(program);
    this.end();
    if (text !== this.saving.known && this.saving.isDirty && text !== this.editor.text()) {
      this.conflict(text);
    } else if (this.saving.isDirty) {
      this.saving.save();
    } else {
      this.editor.set(text);
      this.saving.took(text);
    }
  }

  makeSwap() {
    const box = el('label', { class: 'swap' });
    const input = el('input', { type: 'checkbox', role: 'switch' });
    input.addEventListener('change', () => this.page.say({ do: 'swap', on: input.checked }));
    const says = el('span', { class: 'qq' });
    box.append(input, el('span', { class: 'sw', 'aria-hidden': 'true' }), el('span', {}, words.swap.label, ' ', says));
    return { box, input, says };
  }

  showSwap(can, on) {
    this.swap.input.disabled = !can;
    this.swap.input.checked = on;
    this.swap.says.textContent = can ? '' : words.swap.opens;
  }
}
