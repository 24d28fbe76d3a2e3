/**
 * The network from left to right: a column for each place, small pictures of what it makes, ribbons as thick as
 * what flows. Only columns in view exist, so that a thousand layers scroll as well as five.
 */
import words from '../words/model.js';
import { el, number } from '../shell/draw.js';
import { figuresOf } from './figures.js';
import { paintGrey, paintMap, rowsAndColumns } from './pictures.js';

const MIDDLE = 104;
const TILE = 36;
const SMALL_TILE = 19;
const COMPACT = 24;
const GAP = 44;
const MARGIN = 400;
/** A run of more places than this is unfolded narrowly. */
const MOST_WIDE = 60;

export class Strip {
  /**
   * @param {HTMLElement} root
   * @param {{choose: (place: number, channel: number | null) => void, enter: (place: number) => void}} does
   */
  constructor(root, does) {
    this.does = does;
    this.open = new Set();
    this.shown = new Map();
    this.columns = [];
    this.frames = [];
    this.at = 0;
    this.rail = el('div', { class: 'rail' });
    this.scroller = el('div', { class: 'scroller', role: 'group', 'aria-label': words.strip }, this.rail);
    root.replaceChildren(this.scroller);
    this.scroller.addEventListener('scroll', () => this.render(), { passive: true });
    this.scroller.addEventListener('keydown', event => this.key(event));
    new ResizeObserver(() => this.render()).observe(this.scroller);
  }

  /** @param {any} model */
  setModel(model) {
    this.model = model;
    this.open.clear();
    this.at = 0;
    this.scroller.scrollLeft = 0;
    this.activations = null;
    this.layOut();
  }

  setActivations(activations, tiles) {
    this.activations = activations;
    this.tiles = tiles;
    this.layOut();
  }

  /** Unfolds what the place is folded into, unless that is long, and brings it into view. */
  reveal(place) {
    const open = items => items.forEach(item => {
      if (item.copies) {
        const all = places(item.copies.flat());
        if (all.length <= MOST_WIDE && all.includes(place)) {
          this.open.add(`${all[0]} ${all.length}`);
        }
        item.copies.forEach(open);
      } else if (item.items) {
        open(item.items);
      }
    });
    const before = this.open.size;
    open(this.model.tree);
    if (this.open.size > before) {
      this.layOut();
    }
    const column = this.columns.find(it => it.place === place && !it.fold && it.close === undefined);
    if (column) {
      this.at = column.number;
      this.show(column);
    }
  }

  mark(place, channel) {
    this.marked = { place, channel };
    this.redraw();
  }

  layOut() {
    this.columns = [];
    this.frames = [];
    let x = 8;
    const add = (column, width, gap) => {
      this.columns.push({ ...column, x, width, gap, number: this.columns.length });
      x += width + gap;
    };
    const walk = (items, narrow) => {
      for (const item of items) {
        if (typeof item === 'number') {
          narrow ? add({ place: item, narrow }, COMPACT, 0) : add({ place: item }, this.width(item), GAP);
        } else if (item.copies) {
          this.run(item, narrow, add, walk, () => x);
        } else {
          this.group(item, narrow, walk, () => x, by => (x += by));
        }
      }
    };
    walk(this.model.tree, false);
    // what is wide stands around what is narrow: ends must stand in order for the search
    this.frames.sort((a, b) => a.x + a.width - b.x - b.width);
    this.rail.style.width = `${x + 60}px`;
    this.redraw();
  }

  run(item, narrow, add, walk, where) {
    const all = places(item.copies.flat());
    const key = `${all[0]} ${all.length}`;
    if (narrow) {
      item.copies.forEach(copy => walk(copy, true));
      return;
    }
    if (!this.open.has(key)) {
      const last = all.at(-1);
      add({ place: last, fold: { key, times: item.copies.length, title: titleOf(item.copies[0], this.model), count: all.length } }, this.width(last) + 26, GAP + 30);
      return;
    }
    const small = all.length > MOST_WIDE;
    add({ place: all[0], close: key, times: item.copies.length }, 76, small ? 6 : GAP / 2);
    item.copies.forEach((copy, i) => {
      const begin = where();
      walk(copy, small);
      if (small) {
        this.frames.push({ x: begin, width: where() - begin, text: String(i + 1), narrow: true });
        add({ space: true }, 6, 0);
      }
    });
  }

  group(item, narrow, walk, where, move) {
    if (narrow || item.kind === 'sequence') {
      walk(item.items, narrow);
      return;
    }
    const begin = where() - 14;
    this.depth = (this.depth ?? -1) + 1;
    const { depth } = this;
    walk(item.items, narrow);
    this.depth--;
    this.frames.push({ x: begin, width: where() - GAP + 14 - begin, text: words.groups[item.kind] ?? item.kind, depth });
    move(0);
  }

  width(place) {
    const it = this.model.places[place];
    if (this.isAnswer(place)) {
      return 168;
    }
    if (!it.inputs.length && this.activations?.tokenLists[place]?.length) {
      return 110;
    }
    const tiles = this.tiles?.[place];
    switch (it.layout) {
      case 'UNITS': return 62;
      case 'SEQUENCE': return 100;
      default: return !it.inputs.length ? 92 : Math.max(92, tiles && tiles.columns < 20 ? 2 * SMALL_TILE + 3 : 2 * TILE + 3);
    }
  }

  isAnswer(place) {
    return this.activations && place === this.model.outputs[this.activations.answer.output] && this.activations.answer.kind !== 'numbers';
  }

  redraw() {
    this.shown.forEach(node => node.remove());
    this.shown.clear();
    this.render();
  }

  /** Makes what came into view, removes what went out of it. */
  render() {
    const from = this.scroller.scrollLeft - MARGIN;
    const to = this.scroller.scrollLeft + this.scroller.clientWidth + MARGIN;
    const had = this.rail.contains(document.activeElement) ? document.activeElement.dataset.number : null;
    const keep = new Set();
    const show = (key, make) => {
      keep.add(key);
      if (!this.shown.has(key)) {
        const node = make();
        this.shown.set(key, node);
        this.rail.append(node);
      }
    };
    for (let i = firstBehind(this.frames, from); i < this.frames.length && this.frames[i].x + this.frames[i].width < to + 20_000; i++) {
      const frame = this.frames[i];
      if (frame.x < to && frame.x + frame.width > from) {
        show('f' + i, () => this.frame(frame));
      }
    }
    for (let i = firstBehind(this.columns, from); i < this.columns.length && this.columns[i].x < to; i++) {
      if (!this.columns[i].space) {
        show(i, () => this.column(this.columns[i]));
      }
    }
    for (const [key, node] of this.shown) {
      if (!keep.has(key)) {
        node.remove();
        this.shown.delete(key);
      }
    }
    if (had !== null && document.activeElement === document.body) {
      this.shown.get(Number(had))?.focus({ preventScroll: true });
    }
  }

  frame({ x, width, text, narrow, depth }) {
    const node = el('div', { class: narrow ? 'block' : 'groupframe', 'aria-hidden': 'true' }, el('span', {}, text));
    node.style.left = `${x}px`;
    node.style.width = `${width}px`;
    if (depth) {
      node.style.top = `${8 + 14 * depth}px`;
      node.style.height = `${262 - 18 * depth}px`;
    }
    return node;
  }

  column(column) {
    const it = this.model.places[column.place];
    const marked = this.marked?.place === column.place && !column.fold && !column.close;
    const node = el('button', {
      type: 'button', class: 'col' + (column.narrow ? ' narrow' : '') + (column.fold ? ' fold' : '') + (marked ? ' marked' : ''), 'data-number': column.number, 'data-place': column.place,
      tabindex: column.number === this.at ? 0 : -1, 'aria-label': this.name(column), 'aria-pressed': String(marked), title: column.narrow ? this.name(column) : null,
      onclick: event => this.click(column, event), onfocus: () => this.focusOn(column.number),
    });
    node.style.left = `${column.x}px`;
    node.style.width = `${column.width}px`;
    if (column.close !== undefined) {
      node.classList.add('closer');
      node.append(el('b', {}, words.times(column.times)), el('span', { class: 'linked' }, words.fold));
      return node;
    }
    const picture = this.picture(column, marked);
    const height = picture.height;
    const box = el('span', { class: 'tilebox' }, picture.node);
    box.style.top = column.narrow ? '40px' : `${MIDDLE - height / 2}px`;
    node.append(box);
    if (!column.narrow) {
      node.append(...this.labels(column, it, height));
      this.ribbon(node, column, it);
    }
    return node;
  }

  labels(column, it, height) {
    const { fold } = column;
    const text = el('span', { class: 'labels' },
      el('b', {}, fold ? fold.title : !it.inputs.length && it.path ? it.path : partName(it)),
      el('span', {}, this.isAnswer(column.place) ? words.answers(it.shape.at(-1)) : words.shape(it.shape)),
      el('span', {}, fold ? words.folded(fold.count) : it.trained ? words.learned(it.trained) : ''));
    text.style.top = `${MIDDLE + height / 2 + (fold ? 20 : 10)}px`;
    if (!fold) {
      return [text];
    }
    const stack = [2, 1, 0].map(k => {
      const card = el('span', { class: 'card' });
      card.style.left = `${k * 5}px`;
      card.style.width = `${column.width - 12}px`;
      card.style.top = `${MIDDLE - height / 2 - 8 - k * 5}px`;
      card.style.height = `${height + 16}px`;
      return card;
    });
    const times = el('span', { class: 'times' }, el('b', {}, words.times(fold.times)), el('span', { class: 'linked' }, words.unfold));
    times.style.left = `${column.width + 6}px`;
    times.style.top = `${MIDDLE - height / 2 - 14}px`;
    return [...stack, text, times];
  }

  ribbon(node, column, it) {
    const count = it.shape.reduce((a, b) => a * b, 1);
    if (column.number === this.columns.length - 1) {
      return;
    }
    const thick = Math.max(2, Math.min(64, Math.sqrt(count) * 0.62));
    const ribbon = el('span', { class: 'ribbon' });
    ribbon.style.left = `${column.width + (column.fold ? 4 : 2)}px`;
    ribbon.style.width = `${column.gap - 6}px`;
    ribbon.style.top = `${MIDDLE - thick / 2}px`;
    ribbon.style.height = `${thick}px`;
    node.append(ribbon);
  }

  /** @returns {{node: HTMLElement, height: number}} */
  picture(column, marked) {
    const { place, narrow } = column;
    if (!this.activations) {
      return { node: el('span', { class: 'waiting' }), height: 74 };
    }
    if (!narrow && this.isAnswer(place)) {
      return this.answer();
    }
    const it = this.model.places[place];
    const tiles = this.tiles[place];
    const { reach } = figuresOf(this.activations, place);
    if (!it.inputs.length && !narrow) {
      const { raw } = this.activations.arrays;
      if (raw.length) {
        return sized(paintGrey(el('canvas'), raw, ...rowsAndColumns(it, raw.length)), 74, 74);
      }
      const tokens = this.activations.tokenLists[place];
      if (tokens.length) {
        return { node: el('span', { class: 'tokens mono' }, joined(tokens)), height: 74 };
      }
    }
    const canvas = numbers => paintMap(el('canvas'), numbers, tiles.columns, value => value / reach);
    if (it.layout === 'UNITS' || narrow) {
      const high = narrow ? 128 : Math.max(24, Math.min(160, tiles.numbers.length * 10));
      const values = it.layout === 'UNITS' ? tiles.numbers : Float32Array.from(tiles.numbers);
      return sized(paintMap(el('canvas'), values, it.layout === 'UNITS' ? 1 : tiles.columns, value => value / reach), narrow ? 20 : 16, high);
    }
    if (it.layout === 'SEQUENCE') {
      return sized(canvas(tiles.numbers), 96, Math.max(24, Math.min(140, tiles.rows * 5)));
    }
    const size = tiles.columns < 20 && it.inputs.length ? SMALL_TILE : TILE;
    const each = tiles.rows * tiles.columns;
    const grid = el('span', { class: 'grid' });
    grid.style.gridTemplateColumns = `repeat(${tiles.count > 1 ? 2 : 1}, ${size}px)`;
    for (let i = 0; i < tiles.count; i++) {
      const tile = canvas(tiles.numbers.subarray(i * each, (i + 1) * each));
      tile.style.width = tile.style.height = `${size}px`;
      tile.dataset.channel = tiles.channels[i];
      if (marked && this.marked.channel === tiles.channels[i]) {
        tile.classList.add('hot');
      }
      grid.append(tile);
    }
    return { node: grid, height: Math.ceil(tiles.count / (tiles.count > 1 ? 2 : 1)) * (size + 3) - 3 };
  }

  answer() {
    const { names } = this.activations.answer;
    const numbers = this.activations.arrays.answer;
    const shown = names.slice(0, 10);
    const rows = shown.map((name, i) => {
      const bar = el('i');
      bar.style.width = `${Math.max(1.5, numbers[i] * 56)}px`;
      return el('span', { class: 'answer' + (i ? '' : ' first') }, el('span', {}, words.token(name)), bar, el('span', {}, numbers[i] >= 0.005 ? words.percent(numbers[i]) : ''));
    });
    return { node: el('span', { class: 'answers' }, ...rows), height: 17 * shown.length };
  }

  name(column) {
    const it = this.model.places[column.place];
    if (column.fold) {
      return words.foldName(column.fold);
    }
    if (column.close !== undefined) {
      return words.closeName(column.times);
    }
    const figures = this.activations && figuresOf(this.activations, column.place);
    return words.columnName(it, figures && number(figures.least), figures && number(figures.most));
  }

  click(column, event) {
    this.at = column.number;
    if (column.fold) {
      this.toggle(column.fold.key);
    } else if (column.close !== undefined) {
      this.toggle(column.close);
    } else {
      const channel = event.target.dataset?.channel;
      this.does.choose(column.place, channel === undefined ? null : Number(channel));
    }
  }

  toggle(key) {
    this.open.has(key) ? this.open.delete(key) : this.open.add(key);
    this.layOut();
    this.focus();
  }

  focusOn(number) {
    if (this.at !== number) {
      const before = this.shown.get(this.at);
      before?.setAttribute('tabindex', '-1');
      this.at = number;
      this.shown.get(number)?.setAttribute('tabindex', '0');
    }
  }

  show(column) {
    const { scrollLeft, clientWidth } = this.scroller;
    if (column.x < scrollLeft + 20 || column.x + column.width > scrollLeft + clientWidth - 20) {
      this.scroller.scrollLeft = column.x - clientWidth / 2 + column.width / 2;
    }
  }

  focus() {
    this.show(this.columns[this.at]);
    this.render();
    const node = this.shown.get(this.at);
    node?.focus({ preventScroll: true });
  }

  key(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20, Home: -Infinity, End: Infinity }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      let next = Math.max(0, Math.min(this.columns.length - 1, this.at + by));
      while (this.columns[next]?.space) {
        next += Math.sign(by);
      }
      this.focusOn(next);
      this.focus();
    } else if (event.key === 'Enter') {
      const column = this.columns[this.at];
      if (!column.fold && column.close === undefined) {
        event.preventDefault();
        this.does.enter(column.place);
      }
    }
  }
}

/** What a layer is, and what for where it is a part of another. */
function partName(it) {
  const part = it.path.includes('.') && words.parts[it.path.split('.').at(-1)];
  return part ? `${words.kind(it)}: ${part}` : words.kind(it);
}

/** Letters make a text, numbers of tokens stand apart. */
export const joined = tokens => tokens.join(tokens.every(t => [...t].length === 1) ? '' : ' ');

function sized(canvas, width, height) {
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  return { node: canvas, height };
}

function places(items) {
  return items.flatMap(item => (typeof item === 'number' ? [item] : places(item.copies ? item.copies.flat() : item.items)));
}

/** What a repeated piece is called: what holds it together, or its first layer. */
function titleOf(copy, model) {
  const first = copy[0];
  return typeof first === 'object' && first.kind && first.kind !== 'sequence' ? (words.groups[first.kind] ?? first.kind) : words.kind(model.places[places(copy)[0]]);
}

/** The first whose end is behind `x`: they stand in order. */
function firstBehind(list, x) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].x + list[middle].width < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
