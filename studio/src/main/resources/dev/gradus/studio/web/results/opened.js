/**
 * The examples of the cell that is open, and the one that is looked at: what it is, what the model says, what
 * that rests on, and a copy of it to edit.
 */
import words from '../words/results.js';
import { el, number } from '../shell/draw.js';
import { announce } from '../shell/shell.js';
import { barTable, bars } from '../models/bars.js';
import { effectPicture, effectSummary, effectTable, rowEffects } from '../models/effects.js';
import { brightnesses, drawPixels, pixelTable } from '../models/pixels.js';
import { PictureEditor, RowEditor } from './editor.js';

const SHOWN = 14;
const MOST_BARS = 4;

export class Opened {
  /** @param {HTMLElement} root
   *  @param {{say: (message: object) => void, more: (cell: object | null, from: number) => void, mistakes: () => void}} does */
  constructor(root, does) {
    Object.assign(this, { root, does, tables: false, cell: null, chosen: 0, way: 'shown', explanation: null, changed: null });
  }

  clear() {
    this.cell = null;
    this.root.replaceChildren();
  }

  took(cell, results) {
    this.cell = cell;
    this.results = results;
    this.chosen = 0;
    this.forget();
    this.redraw();
    announce(this.title());
  }

  forget() {
    this.way = 'shown';
    this.explanation = null;
    this.changed = null;
    this.last = null;
  }

  title() {
    const { cell, results: { classes, subject } } = this;
    const things = words.things[subject];
    return cell.is === 'mistakes' ? words.cell.mistakes(cell.total) : cell.truth === cell.said ? words.cell.right(cell.total, classes[cell.truth], things) : words.cell.wrong(cell.total, classes[cell.truth], classes[cell.said], things);
  }

  redraw() {
    const { cell } = this;
    if (!cell) {
      return;
    }
    const order = cell.is === 'mistakes' && this.results.pictures ? words.cell.surestNamed : cell.is === 'cell' && cell.truth === cell.said ? words.cell.leastSure : words.cell.surest;
    this.list = el('div', { class: this.results.pictures ? 'ex' : 'scroll' });
    this.single = el('div');
    this.root.replaceChildren(
      el('header', {}, el('h2', { class: 'h3' }, this.title()), el('span', { class: 'q' }, cell.total ? order : ''),
        ...(cell.is === 'cell' ? [el('button', { type: 'button', class: 'link', onclick: this.does.mistakes }, words.cell.all)] : [])),
      ...(cell.total ? [this.list, this.pages(), this.single] : [el('p', { class: 'q' }, words.cell.none)]));
    if (cell.total) {
      this.results.pictures ? this.pictures() : this.rows();
      this.one();
    }
  }

  pages() {
    const { cell } = this;
    const rest = cell.total - cell.from - cell.examples.length;
    const of = cell.is === 'cell' ? { truth: cell.truth, said: cell.said } : null;
    const button = (text, from) => el('button', { type: 'button', class: 'link', onclick: () => this.does.more(of, from) }, text);
    return el('div', { class: 'row' }, ...(rest > 0 ? [button(words.cell.more(rest), cell.from + SHOWN)] : []), ...(cell.from ? [button(words.cell.fewer, 0)] : []));
  }

  name(example, i) {
    const { classes } = this.results;
    const { label, p } = example.ranking[0];
    return words.cell.example(this.cell.from + i, classes[example.truth], classes[label], p);
  }

  pictures() {
    const [height, width] = this.results.shape;
    this.list.replaceChildren(...this.cell.examples.map((example, i) => {
      const { label, p } = example.ranking[0];
      const { classes } = this.results;
      const names = this.cell.is === 'mistakes' ? [el('span', {}, classes[example.truth]), el('b', {}, classes[label])] : [];
      return el('button', { type: 'button', 'aria-label': this.name(example, i), 'aria-pressed': i === this.chosen, onclick: () => this.choose(i) }, drawPixels(brightnesses(example.pixels), width, height), ...names, el('span', {}, names.length ? words.percent(p) : words.cell.sure(p)));
    }));
  }

  rows() {
    const { classes, ranges } = this.results;
    this.list.replaceChildren(el('table', { class: 'rows' }, el('thead', {}, el('tr', {}, ...['', ...ranges.map(range => range.name), ...words.matrix.twin.slice(0, 2), ''].map(text => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, ...this.cell.examples.map((example, i) => el('tr', { 'aria-selected': i === this.chosen },
        el('td', {}, el('button', { type: 'button', 'aria-label': this.name(example, i), onclick: () => this.choose(i) }, String(this.cell.from + i + 1))),
        ...example.values.map(value => el('td', {}, number(value, 3))), el('td', {}, classes[example.truth]), el('td', {}, classes[example.ranking[0].label]), el('td', {}, words.cell.sure(example.ranking[0].p)))))));
  }

  choose(i) {
    this.chosen = i;
    this.forget();
    const pressed = this.results.pictures ? [...this.list.children] : [...this.list.querySelectorAll('tbody tr')];
    pressed.forEach((node, j) => node.setAttribute(this.results.pictures ? 'aria-pressed' : 'aria-selected', String(j === i)));
    this.one();
  }

  get example() {
    return this.cell.examples[this.chosen];
  }

  values() {
    return this.results.pictures ? brightnesses(this.example.pixels) : this.example.values;
  }

  one() {
    const { classes } = this.results;
    const example = this.example;
    const said = classes[example.ranking[0].label];
    const parts = words.one.says(said, classes[example.truth]).map((text, i) => (i % 2 ? el('b', {}, text) : text));
    const way = (name, text) => el('button', { type: 'button', class: 'link', 'data-way': name, onclick: () => this.show(this.way === name ? 'shown' : name) }, this.way === name ? words.one.close : text);
    this.shown = el('div', { class: 'shown' });
    this.beside = el('div');
    this.single.className = 'one' + (this.way !== 'shown' && this.results.pictures ? ' wide' : '');
    this.single.replaceChildren(this.shown, el('div', {}, el('p', {}, ...parts), this.beside, el('div', { class: 'ways' }, way('edit', words.one.edit), way('looked', words.one.looked))));
    ({ shown: () => this.plain(), edit: () => this.edit(), looked: () => this.looked() })[this.way]();
  }

  show(way) {
    this.way = way;
    this.changed = null;
    this.last = null;
    if (way === 'looked') {
      this.does.say({ do: 'explain', values: [...this.values()], label: this.example.ranking[0].label });
    }
    this.one();
    this.single.querySelector(`[data-way=${way === 'shown' ? 'edit' : way}]`)?.focus();
  }

  /** @param {{label: number, p: number}[]} ranking */
  answers(ranking) {
    return this.tables ? el('div', { class: 'twin' }, barTable(ranking, this.results.classes)) : bars(ranking, this.results.classes, { most: MOST_BARS, truth: this.example.truth });
  }

  plain() {
    const { pictures, shape: [height, width], classes } = this.results;
    if (pictures && this.tables) {
      this.shown.append(el('div', { class: 'twin', tabindex: 0, role: 'region', 'aria-label': words.one.table }, pixelTable(this.values(), width, words.one.table)));
    } else if (pictures) {
      const canvas = drawPixels(this.values(), width, height, el('canvas', { role: 'img', 'aria-label': words.one.picture(classes[this.example.truth]) }));
      this.shown.append(canvas);
    } else {
      this.shown.append(...this.example.values.map((value, i) => el('p', {}, `${this.results.ranges[i].name} = ${number(value, 3)}`)));
    }
    this.beside.append(this.answers(this.example.ranking));
  }

  looked() {
    const { pictures, shape, classes, ranges } = this.results;
    const found = this.explanation;
    if (!found) {
      return;
    }
    this.beside.append(el('p', { class: 'says' }, pictures ? words.effect.says : words.effect.rowsSays), el('p', {}, effectSummary(found)));
    if (pictures && !this.tables) {
      this.shown.append(effectPicture(found, this.values(), shape[1], classes));
    } else {
      this.beside.append(el('div', { class: 'twin', tabindex: 0, role: 'region', 'aria-label': words.one.looked }, pictures ? effectTable(found, shape[1]) : rowEffects(found, ranges.map(range => range.name))));
    }
  }

  explained(found) {
    this.explanation = found;
    if (this.way === 'looked') {
      this.one();
      announce(effectSummary(found));
    }
  }

  edit() {
    const { pictures, shape: [height, width], ranges } = this.results;
    const changed = values => { this.changed = [...values]; this.does.say({ do: 'probe', values: this.changed }); };
    const now = this.changed ?? this.values();
    this.live = el('div');
    this.beside.append(this.live);
    this.editor = pictures ? new PictureEditor(this.shown, this.values(), now, width, height, changed) : new RowEditor(this.shown, this.values(), now, ranges, changed);
    this.answered(this.changed && this.last ? this.last : { ranking: this.example.ranking, first: true });
  }

  answered({ ranking, first }) {
    if (this.way !== 'edit') {
      return;
    }
    const { classes } = this.results;
    const before = this.example.ranking[0];
    const now = words.edit.now(classes[ranking[0].label], ranking[0].p);
    this.live.replaceChildren(el('p', {}, el('b', {}, first ? words.edit.same : now)), this.answers(ranking), el('p', { class: 'qq' }, words.edit.before(classes[before.label], before.p)), el('p', { class: 'says' }, this.results.pictures ? words.edit.says : words.edit.rowSays));
    if (!first) {
      this.last = { ranking };
      announce(now);
    }
  }
}
