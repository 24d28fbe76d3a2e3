/**
 * The confusion matrix: one row for each true kind. Every cell is a button that opens its examples.
 */
import words from '../words/results.js';
import { el } from '../shell/draw.js';
import { frame, twin } from './frame.js';

const FEW = 6;

export class Matrix {
  /** @param {HTMLElement} figure
   *  @param {(truth: number, said: number) => void} choose
   *  @param {() => void} turn */
  constructor(figure, choose, turn) {
    Object.assign(this, { figure, choose, turn, at: [0, 0], chosen: null });
  }

  /** @param {[number, number] | null} cell */
  open(cell) {
    this.chosen = cell;
    if (cell) {
      this.at = cell;
    }
    this.mark();
  }

  mark() {
    this.figure.querySelectorAll('.cm button').forEach(button => {
      const here = cell => !!cell && +button.dataset.truth === cell[0] && +button.dataset.said === cell[1];
      button.setAttribute('aria-pressed', here(this.chosen));
      button.tabIndex = here(this.at) ? 0 : -1;
    });
    this.figure.querySelectorAll('.cm tbody th').forEach((th, i) => th.classList.toggle('at', this.chosen?.[0] === i));
    this.figure.querySelectorAll('.cm thead th[scope=col]').forEach((th, i) => th.classList.toggle('at', this.chosen?.[1] === i));
  }

  draw(results, tables) {
    const focused = this.figure.contains(document.activeElement) && document.activeElement.dataset.truth;
    const how = { title: words.matrix.title, says: words.matrix.says, good: words.matrix.good, tables, turn: this.turn };
    frame(this.figure, how, tables ? this.table(results) : this.picture(results));
    this.at = this.at.map(i => Math.min(i, results.classes.length - 1));
    this.mark();
    if (focused) {
      this.figure.querySelector('.cm button[tabindex="0"]')?.focus();
    }
  }

  picture({ classes, confusion, kinds }) {
    const head = el('tr', {}, el('td', {}, el('span', { class: 'sr' }, words.matrix.corner)), ...classes.map(name => el('th', { scope: 'col' }, el('span', {}, name))));
    const rows = confusion.map((row, truth) => el('tr', {}, el('th', { scope: 'row' }, classes[truth]), ...row.map((n, said) => this.cell(n, truth, said, kinds[truth].support, classes))));
    const made = el('table', { class: 'cm' + (classes.length > FEW ? ' many' : ''), 'aria-label': words.matrix.label }, el('thead', {}, head), el('tbody', {}, ...rows));
    made.addEventListener('keydown', event => this.walk(event, classes.length));
    return el('div', { class: 'scroll' }, made);
  }

  cell(n, truth, said, support, classes) {
    const button = el('button', { type: 'button', 'data-truth': truth, 'data-said': said, tabindex: -1, 'aria-pressed': false, 'aria-label': words.matrix.cell(n, classes[truth], classes[said]), onclick: () => { this.at = [truth, said]; this.choose(truth, said); } }, String(n));
    if (truth === said) {
      // the darker, the more of its kind were found: one sees the diagonal grow while a network learns. Around
      // one half no text would stand out, so there is a jump
      const share = support ? n / support : 0;
      const dark = share > 0.5;
      button.style.background = `color-mix(in srgb, var(--ink) ${Math.round(dark ? 62 + 76 * (share - 0.5) : 76 * share)}%, var(--sunk))`;
      button.style.color = `var(--${dark ? 'ground' : 'ink'})`;
    } else if (n) {
      button.style.background = `color-mix(in srgb, var(--fail) ${Math.round(Math.min(42, 8 + 160 * n / support))}%, var(--zero))`;
    }
    return el('td', { class: truth === said ? 'hit' : n ? '' : 'nil' }, button);
  }

  walk(event, size) {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -size], End: [0, size] }[event.key];
    if (!step) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.at = this.at.map((i, axis) => Math.max(0, Math.min(size - 1, i + step[axis])));
    this.mark();
    this.figure.querySelector('.cm button[tabindex="0"]').focus();
  }

  /** The commonest pairs first. */
  table({ classes, confusion, kinds }) {
    const pairs = confusion.flatMap((row, truth) => row.map((n, said) => ({ n, truth, said }))).filter(pair => pair.n).sort((a, b) => (a.truth === a.said) - (b.truth === b.said) || b.n - a.n);
    return twin(words.matrix.title, words.matrix.twin, pairs.map(({ n, truth, said }) => [classes[truth], classes[said], n, words.matrix.share(n, kinds[truth].support)]));
  }
}
