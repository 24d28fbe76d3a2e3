/**
 * Data of one's own: pasted, dropped or chosen, sent to the studio in parts, and looked at there. Whatever
 * stands in a file is text to this page and never anything else.
 */
import words from '../words/playground.js';
import { el } from '../shell/draw.js';
import { dialog } from '../shell/shell.js';

export const MOST_BYTES = 2_000_000;
/** One message has room for so many bytes. */
const PART_BYTES = 14_000;
const PART = 12_000;
const YES = ['1', 'yes', 'true', 'y', 'plus', '+', 'positive'];

/**
 * @typedef {Object} Table
 * @property {string} name
 * @property {string} text
 * @property {'guess' | 'present' | 'absent'} header
 */

/**
 * @param {import('../shell/live.js').Live} live
 * @param {Table} table
 */
export function sendTable(live, { name, text, header }) {
  const parts = [];
  for (let at = 0; at < text.length;) {
    let size = PART;
    // a character may take up to six bytes once it is written as JSON
    while (bytes(JSON.stringify(text.slice(at, at + size))) > PART_BYTES) {
      size = Math.ceil(size / 2);
    }
    parts.push(text.slice(at, at + size));
    at += size;
  }
  (parts.length ? parts : ['']).forEach((part, i) => live.say({ do: 'table', name: name.slice(0, 200), header, part: i, parts: Math.max(1, parts.length), text: part }));
}

const bytes = text => new TextEncoder().encode(text).length;

/**
 * The dialog in which data are given and columns chosen.
 *
 * @param {{table: Table | null, send: (table: Table) => void, use: (table: Table, columns: object) => void}} does
 */
export class OwnDialog {
  constructor(does) {
    this.does = does;
    this.table = does.table;
    const w = words.own;
    this.said = el('div', { class: 'said', role: 'status' });
    this.choices = el('div', { class: 'choices' });
    this.text = el('textarea', { id: 'own-text', rows: 6, spellcheck: false, placeholder: w.placeholder });
    this.text.addEventListener('change', () => this.take(w.pasted, this.text.value));
    this.file = el('input', { type: 'file', id: 'own-file', accept: '.csv,.tsv,.txt,text/csv,text/plain' });
    this.file.addEventListener('change', () => this.file.files[0] && this.open(this.file.files[0]));
    this.header = el('select', { id: 'own-header', onchange: () => this.table && this.take(this.table.name, this.table.text) }, ...Object.entries(w.headers).map(([value, text]) => el('option', { value }, text)));
    this.root = dialog(w.title, el('p', { class: 'q' }, w.says),
      el('div', { class: 'ctl' }, el('label', { for: 'own-file' }, w.file), this.file),
      el('div', { class: 'ctl' }, el('label', { for: 'own-text' }, w.paste), this.text),
      el('div', { class: 'row' }, el('label', { for: 'own-header' }, w.header), this.header,
        el('button', { type: 'button', class: 'btn small look', onclick: () => this.take(w.pasted, this.text.value) }, w.look)), this.said, this.choices);
    this.root.addEventListener('dragover', event => event.preventDefault());
    this.root.addEventListener('drop', event => { event.preventDefault(); event.dataTransfer.files[0] ? this.open(event.dataTransfer.files[0]) : this.take(w.pasted, event.dataTransfer.getData('text')); });
    if (this.table) {
      this.header.value = this.table.header;
      this.does.send(this.table);
    }
  }

  async open(file) {
    if (file.size > MOST_BYTES) {
      this.refuse(words.own.tooLarge(file.size));
      return;
    }
    this.take(file.name, await file.text());
  }

  take(name, text) {
    if (this.table?.text === text && this.table.header === this.header.value && this.choices.firstChild) {
      return;
    }
    this.choices.replaceChildren();
    if (!text.trim()) {
      this.refuse(words.own.nothing);
    } else if (bytes(text) > MOST_BYTES) {
      this.refuse(words.own.tooLarge(bytes(text)));
    } else {
      this.table = { name, text, header: this.header.value };
      this.said.replaceChildren(words.own.reading(name));
      this.does.send(this.table);
    }
  }

  refuse(why) {
    this.choices.replaceChildren();
    this.said.replaceChildren(el('p', { class: 'v fail' }, words.own.refused), el('p', { class: 'why-not' }, why));
  }

  /** Takes what the studio found in the table. */
  told(found) {
    if (found.why) {
      this.refuse(found.why);
      return;
    }
    const w = words.own;
    const numbers = found.columns.map((column, i) => [i, column]).filter(([, column]) => column.numbers && column.distinct > 1);
    const classes = found.columns.map((column, i) => [i, column]).filter(([, column]) => column.values.length > 1);
    const notes = found.columns.filter(column => column.missing).map(column => w.missing(column.name, column.missing, column.lines));
    this.said.replaceChildren(el('p', {}, w.found(found.name, found.rows, found.columns.length, found.header)), ...notes.map(note => el('p', { class: 'qq' }, note)), ...(this.table.text.includes('\uFFFD') ? [el('p', { class: 'qq' }, w.strange)] : []));
    if (numbers.length < 2) {
      const strange = found.columns.filter(column => column.strange).map(column => el('li', {}, w.words(column.name, column.strange)));
      this.said.append(el('p', { class: 'v fail' }, w.fewNumbers(numbers.length)), el('ul', {}, ...strange));
      return;
    }
    if (!classes.length) {
      this.said.append(el('p', { class: 'v fail' }, w.noClass));
      return;
    }
    this.choose(found, numbers, classes);
  }

  choose(found, numbers, classes) {
    const w = words.own;
    const menu = (id, options, chosen, onchange) => el('select', { id, onchange }, ...options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
    const named = list => list.map(([i, column]) => [i, column.name]);
    // the class is usually the last column, and rarely one of the first two with numbers
    const label = classes.findLast(([i, column]) => !column.numbers || !numbers.slice(0, 2).some(([n]) => n === i)) ?? classes.at(-1);
    const inputs = numbers.filter(([i]) => i !== label[0]);
    const x = menu('own-x', named(numbers), (inputs[0] ?? numbers[0])[0]);
    const y = menu('own-y', named(numbers), (inputs[1] ?? numbers[1])[0]);
    const plus = el('select', { id: 'own-plus' });
    const kinds = () => {
      const { values } = found.columns[Number(kind.value)];
      const yes = values.find(value => YES.includes(value.toLowerCase())) ?? values.at(-1);
      plus.replaceChildren(...values.map(value => el('option', { value, selected: value === yes }, value)));
      rest.textContent = values.length === 2 ? '' : w.rest(values.length);
    };
    const kind = menu('own-kind', named(classes), label[0], () => kinds());
    const rest = el('span', { class: 'qq' });
    kinds();
    const use = el('button', { type: 'button', class: 'btn small main', onclick: () => {
      if (x.value === y.value) {
        problem.textContent = w.same;
        return;
      }
      this.does.use(this.table, { x: Number(x.value), y: Number(y.value), label: Number(kind.value), plus: plus.value });
      this.root.close();
    } }, w.use);
    const problem = el('span', { class: 'v fail', role: 'alert' });
    const field = (text, control) => el('div', { class: 'ctl' }, el('label', { for: control.id }, text), control);
    this.choices.replaceChildren(el('div', { class: 'checks' }, field(w.x, x), field(w.y, y), field(w.kind, kind), field(w.plus, plus)), rest, el('div', { class: 'row' }, use, problem));
    use.focus();
  }
}
