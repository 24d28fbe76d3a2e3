/**
 * The telescope below the network: a layer with its channels, a channel with its weights, a number with its
 * computation.
 */
import words from '../words/model.js';
import { $, clamp, el, number, svg } from '../shell/draw.js';
import { figuresOf } from './figures.js';
import { drawNumber } from './number.js';
import { BigMap, paintMap, table } from './pictures.js';
import { joined } from './strip.js';

const MOST_TABLE = 1024;
const MOST_BOXES = 64;

export class Zoom {
  /**
   * @param {HTMLElement} root
   * @param {{say: (message: object) => void, marked: (place: number, channel: number | null) => void, climb: () => void, moved: () => void, go: (place: number) => void}} does
   */
  constructor(root, does) {
    this.root = root;
    this.does = does;
    this.heading = $('h2', root);
    this.trail = $('.trail', root);
    this.body = $('.zoom', root);
    this.up = $('.up', root);
    this.up.textContent = words.up;
    this.up.addEventListener('click', () => this.climb());
    this.tables = false;
    this.clear();
  }

  clear() {
    Object.assign(this, { place: null, channel: null, row: null, column: null, layer: null, frame: null, number: null, source: 0, sourceFrame: null });
    this.root.hidden = true;
  }

  setModel(model) {
    this.clear();
    this.model = model;
  }

  /** Another input: what is looked at stays. */
  setActivations(activations) {
    this.activations = activations;
    this.layer = this.frame = this.number = this.sourceFrame = null;
    if (this.place !== null) {
      this.askAll();
    }
  }

  look(place, channel, row = null, column = null) {
    const other = place !== this.place;
    Object.assign(this, { place, channel, row, column, number: null });
    this.frame = other || this.frame?.channel !== channel ? null : this.frame;
    if (other) {
      this.layer = this.sourceFrame = null;
      this.source = 0;
      this.sourceChosen = false;
    }
    this.does.marked(place, channel);
    this.askAll();
    this.draw();
  }

  /** To a number of another place. */
  go(place, channel, row, column) {
    this.does.go(place);
    this.focusInside = true;
    this.look(place, channel, row, column);
  }

  askAll() {
    const { place, channel, row, column } = this;
    if (channel === null) {
      this.does.say({ do: 'layer', place });
    } else {
      if (!this.frame) {
        this.does.say({ do: 'channel', place, channel });
      }
      if (!this.layer && this.model.places[place].layout === 'UNITS') {
        this.does.say({ do: 'layer', place });
      }
      if (row !== null) {
        this.does.say({ do: 'number', place, channel, row, column });
      } else if (!this.sourceFrame) {
        this.askSource();
      }
    }
  }

  /** The picture that a window moves over is a channel of what the place is given. */
  askSource() {
    const it = this.model.places[this.place];
    const source = it.inputs.length ? this.model.places[it.inputs[0]] : null;
    if (source?.layout === 'MAPS' && it.layout === 'MAPS') {
      this.wanted = { place: it.inputs[0], channel: Math.min(this.source, source.shape.at(-1) - 1) };
      this.does.say({ do: 'source', ...this.wanted });
    }
  }

  told(frame) {
    if (frame.is === 'layer' && frame.place === this.place) {
      this.layer = frame;
    } else if (frame.is === 'channel' && frame.place === this.place && frame.channel === this.channel) {
      this.frame = frame;
      const unit = frame.rows * frame.columns === 1;
      if (this.row === null && (this.pending || unit)) {
        this.pending = false;
        this.look(this.place, this.channel, Math.floor(frame.strongest / frame.columns), frame.strongest % frame.columns);
        return;
      }
      if (!this.sourceFrame && this.row === null) {
        this.askSource();
      }
    } else if (frame.is === 'source' && frame.place === this.wanted?.place && frame.channel === this.wanted.channel) {
      this.sourceFrame = frame;
    } else if (frame.is === 'number' && frame.place === this.place && frame.channel === this.channel && frame.row === this.row && frame.column === this.column) {
      this.number = frame;
      this.chooseStrongest(frame);
    } else {
      return;
    }
    this.draw();
  }

  /** Of several channels the one that says most is shown first. */
  chooseStrongest(frame) {
    if (!this.sourceChosen) {
      let most = -1;
      frame.account.steps.forEach((step, i) => {
        if (step.what === 'channel' && Math.abs(frame.arrays.steps[i]) > most) {
          most = Math.abs(frame.arrays.steps[i]);
          this.source = step.number;
        }
      });
      if (most < 0 && this.model.places[this.place].inputs.length) {
        const seen = this.model.places[this.model.places[this.place].inputs[0]];
        this.source = seen.layout === 'MAPS' && !frame.account.size.length ? Math.min(this.channel, seen.shape.at(-1) - 1) : seen.layout === 'MAPS' && frame.account.kind !== 'weighted' ? this.channel : 0;
      }
    }
    if (this.sourceFrame?.channel !== this.source) {
      this.askSource();
    }
  }

  /** Goes in: to the channels of a layer, to a channel, to its strongest number. */
  enter(place) {
    const it = this.model.places[place];
    if (this.place !== place) {
      this.look(place, null);
    } else if (this.channel === null) {
      this.look(place, 0);
    } else if (this.row === null && this.frame) {
      this.look(place, this.channel, Math.floor(this.frame.strongest / this.frame.columns), this.frame.strongest % this.frame.columns);
    }
    this.focusInside = it !== undefined;
  }

  climb() {
    const { place, channel } = this;
    if (this.row !== null && this.frame?.rows * this.frame?.columns > 1) {
      this.focusInside = true;
      this.look(place, channel);
    } else if (channel !== null) {
      this.focusInside = true;
      this.look(place, null);
    } else if (place !== null) {
      this.clear();
      this.does.climb();
    }
  }

  draw() {
    if (this.place === null) {
      return;
    }
    this.root.hidden = false;
    // before anything is built: a canvas that is put elsewhere loses the focus
    this.focused = this.body.contains(document.activeElement) ? document.activeElement : null;
    const it = this.model.places[this.place];
    const channelName = words.channelName(it, this.channel);
    const isUnit = it.layout === 'UNITS';
    this.heading.textContent = this.channel === null ? words.layerTitle(words.kind(it)) : this.row === null ? words.channelTitle(channelName) : isUnit ? words.unitTitle(channelName) : words.numberTitle(channelName);
    const trail = [words.network, `${words.kind(it)} ${it.path}`.trim()];
    if (this.channel !== null) {
      trail.push(channelName);
    }
    if (this.row !== null && !isUnit) {
      trail.push(words.where(it, this.row, this.column));
    }
    this.trail.textContent = trail.join('  ›  ');
    if (this.channel === null) {
      this.drawLayer(it);
    } else {
      this.drawChannel(it);
    }
    this.does.moved();
  }

  drawLayer(it) {
    const { layer } = this;
    if (!layer) {
      return;
    }
    const figures = figuresOf(this.activations, this.place);
    const buttons = this.channelButtons(it, layer, figures.reach);
    const shown = $('.channels', buttons)?.children.length ?? buttons.children.length;
    const facts = el('div', { class: 'facts' },
      el('p', { class: 'says mono' }, it.text),
      el('p', { class: 'q' }, words.figures(it, figures, number)),
      bars(words.madeBars, layer.arrays.bars));
    if (layer.arrays.weightBars) {
      facts.append(bars(words.weightBars, layer.arrays.weightBars));
    }
    const parameters = layer.parameters.length
      ? table(words.parameterHeads, layer.parameters.map(p => [p.name, words.shape(p.shape), p.trained ? words.yes : words.no, number(p.mean, 3), number(p.deviation, 3), number(p.least, 3), number(p.most, 3)]), words.parameterTable)
      : el('p', { class: 'qq' }, words.noParameters);
    this.replace(el('div', { class: 'two' }, el('div', {}, el('h3', {}, words.channelsTitle(it, layer.channels)), el('p', { class: 'says' }, words.channelsSay(layer.channels, shown)), buttons), el('div', {}, el('h3', {}, words.factsTitle), facts, parameters)));
  }

  channelButtons(it, layer, reach) {
    const list = el('div', { class: 'channels ' + it.layout.toLowerCase() });
    const shown = it.layout === 'SEQUENCE' ? spread(layer.channels, 32) : layer.shown;
    const each = layer.rows * layer.columns;
    shown.forEach((channel, i) => {
      const button = el('button', { type: 'button', 'data-channel': channel, 'aria-pressed': String(channel === this.channel), 'aria-label': words.channelName(it, channel), title: words.channelName(it, channel), onclick: () => this.pick(channel) });
      if (it.layout === 'MAPS' || it.layout === 'HEADS') {
        button.append(paintMap(el('canvas'), layer.arrays.numbers.subarray(i * each, (i + 1) * each), layer.columns, v => v / reach));
      } else if (it.layout === 'UNITS') {
        const value = layer.arrays.numbers[i];
        const bar = el('i', { class: value < 0 ? 'minus' : 'plus' });
        bar.style.width = `${Math.min(46, (Math.abs(value) / reach) * 46)}px`;
        button.append(el('span', {}, String(channel + 1)), bar, el('span', { class: 'num' }, number(value)));
      } else {
        button.append(String(channel + 1));
      }
      list.append(button);
    });
    list.addEventListener('keydown', event => walkButtons(list, event));
    return shown.length < layer.channels ? el('div', {}, list, this.anyChannel(it, layer.channels)) : list;
  }

  /** Those that are not listed are reached by their number. */
  anyChannel(it, count) {
    const field = el('input', { type: 'number', min: 1, max: count, value: (this.channel ?? 0) + 1, class: 'anychannel' });
    field.addEventListener('change', () => field.checkValidity() && this.pick(Number(field.value) - 1));
    return el('p', { class: 'which' }, el('label', {}, words.anyChannel(it, count), ' ', field));
  }

  pick(channel) {
    this.focusInside = true;
    this.look(this.place, channel);
  }

  drawChannel(it) {
    const parts = [];
    const left = this.leftPart(it);
    if (left) {
      parts.push(left);
    }
    const middle = el('div', { class: 'mid' });
    if (this.row !== null && this.number) {
      middle.append(...drawNumber(this.number, { model: this.model, activations: this.activations, source: this.source, tables: this.tables, isPicture: this.isPicture(it), pictured: this.pictured(), go: (...spot) => this.go(...spot),
        chooseSource: channel => { this.source = channel; this.sourceChosen = true; this.askSource(); this.draw(); } }));
    } else if (this.row === null && this.frame) {
      middle.append(...this.weights(it));
    } else {
      middle.append(el('p', { class: 'qq' }, words.waiting));
    }
    parts.push(middle);
    const right = this.rightPart(it);
    if (right) {
      parts.push(right);
    }
    this.replace(...parts);
    this.paintMaps(it);
  }

  isPicture(it) {
    const source = this.model.places[it.inputs[0]];
    return !!source && !source.inputs.length;
  }

  /** How the inputs of a dense layer stood before they were laid in a row. */
  pictured() {
    return this.frame?.weightRows ? { shape: { rows: this.frame.weightRows, columns: this.frame.weightColumns, channels: this.frame.seen } } : null;
  }

  leftPart(it) {
    const source = it.inputs.length && this.model.places[it.inputs[0]];
    if (!source || source.layout !== 'MAPS' || it.layout !== 'MAPS') {
      return null;
    }
    const title = this.isPicture(it) ? (this.frame?.window ? words.pictureTitle : words.pictureAlone) : words.sourceTitle(words.kind(source), this.source + 1);
    this.left ??= new BigMap('', (row, column) => this.moveWindow(row, column), (down, across) => this.nudge(down, across), () => this.enter(this.place));
    this.left.canvas.setAttribute('aria-label', title);
    return el('div', {}, el('h3', {}, title), el('p', { class: 'says' }, this.row === null ? words.sourceSays : words.looksAt(it, Boolean(this.frame?.window))), el('div', { class: 'mapbox' }, this.left.canvas));
  }

  rightPart(it) {
    if (it.layout === 'UNITS') {
      const { layer } = this;
      return layer && el('div', {}, el('h3', {}, words.channelsTitle(it, layer.channels)), el('p', { class: 'says' }, words.channelsSay(layer.channels, layer.shown.length)), this.channelButtons(it, layer, figuresOf(this.activations, this.place).reach));
    }
    if (!this.frame) {
      return null;
    }
    const title = words.mapTitle(it, words.channelName(it, this.channel));
    if (this.tables) {
      return el('div', {}, el('h3', {}, title), this.mapTable(it));
    }
    this.right ??= new BigMap('', (row, column) => this.look(this.place, this.channel, row, column), (down, across) => this.nudge(down, across), () => this.enter(this.place));
    const summary = `${title}. ${words.mapSummary(number(Math.min(...this.frame.arrays.sum)), number(Math.max(...this.frame.arrays.sum)))}`;
    this.right.canvas.setAttribute('aria-label', summary);
    const parts = [el('h3', {}, title), el('p', { class: 'says' }, it.layout === 'HEADS' ? words.headSays(this.frame.arrays.sum.some(Number.isNaN), it.inputs.length > 1) : it.bend ? words.mapSaysBend(words.bend(it.bend)) : words.mapSays), el('div', { class: 'mapbox' }, this.right.canvas)];
    if (this.activations.tokenLists.length === 1 && this.activations.tokens.length && it.layout !== 'MAPS') {
      parts.push(this.tokensUnder(it));
    }
    return el('div', {}, ...parts);
  }

  /** Which token asks, and which it looks at. */
  tokensUnder(it) {
    const { tokens } = this.activations;
    if (this.row === null) {
      return el('p', { class: 'qq tokensline mono' }, joined(tokens));
    }
    const mark = (token, i) => (i === this.column ? el('mark', {}, words.token(token)) : i === this.row && it.layout === 'HEADS' ? el('b', { class: 'asker' }, words.token(token)) : token);
    const apart = joined(tokens) === tokens.join('') ? '' : ' ';
    return el('p', { class: 'tokensline mono' }, ...tokens.flatMap((token, i) => (i ? [apart, mark(token, i)] : [mark(token, i)])));
  }

  mapTable() {
    const { frame } = this;
    const wide = Math.ceil(frame.columns / frame.step);
    const values = frame.arrays.sum;
    if (values.length > MOST_TABLE) {
      return el('p', { class: 'qq' }, words.tooMany(values.length, MOST_TABLE));
    }
    const rows = [];
    for (let i = 0; i < values.length; i += wide) {
      rows.push([i / wide + 1, ...[...values.subarray(i, i + wide)].map(v => number(v))]);
    }
    return table(['', ...Array.from({ length: wide }, (_, i) => i + 1)], rows, words.mapTable);
  }

  /** The weights of the channel as pictures, with what they are like. */
  weights(it) {
    const { frame } = this;
    const { weights } = frame.arrays;
    const parts = [el('h3', {}, weights ? words.weightsTitle : words.noWeightsTitle)];
    if (!weights) {
      parts.push(el('p', { class: 'q' }, words.formulas[it.kind] ?? it.text), el('p', { class: 'qq' }, words.pickNumber));
      return parts;
    }
    const reach = weights.reduce((most, v) => Math.max(most, Math.abs(v)), 0) || 1;
    const each = frame.weightRows * frame.weightColumns;
    const large = frame.weightShown.length === 1;
    const list = el('div', { class: 'weights' + (large ? ' one' : '') });
    frame.weightShown.forEach((channel, i) => {
      const canvas = paintMap(el('canvas', { role: 'img', 'aria-label': words.weightPicture(channel + 1) }), weights.subarray(i * each, (i + 1) * each), frame.weightColumns, v => v / reach);
      canvas.style.aspectRatio = `${frame.weightColumns} / ${frame.weightRows}`;
      list.append(canvas);
    });
    const plus = weights.reduce((n, v) => n + (v > 0), 0);
    parts.push(el('p', { class: 'says' }, frame.reads ? words.gateWeights(frame.reads, weights.length - frame.reads) : words.weightsSay(frame.seen, frame.weightShown.length)), this.tables ? weightTable(frame) : list,
      el('p', { class: 'q' }, words.weightFigures(weights.length, plus, number(weights.reduce((a, b) => Math.min(a, b), Infinity)), number(weights.reduce((a, b) => Math.max(a, b), -Infinity)))), el('p', { class: 'qq' }, words.pickNumber));
    return parts;
  }

  paintMaps(it) {
    if (this.sourceFrame && this.left?.canvas.isConnected) {
      const source = this.model.places[it.inputs[0]];
      const values = this.sourceFrame.arrays.map;
      const { raw } = this.activations.arrays;
      const grey = !source.inputs.length && raw.length === this.sourceFrame.rows * this.sourceFrame.columns * source.shape.at(-1);
      this.left.draw({ values: grey ? raw : values, rows: this.sourceFrame.rows, columns: this.sourceFrame.columns, reach: figuresOf(this.activations, it.inputs[0]).reach, step: grey ? 1 : this.sourceFrame.step, grey: grey ? 255 : 0, frames: this.looksAt() });
    }
    if (this.frame && this.right?.canvas.isConnected) {
      const values = this.frame.arrays.sum;
      const reach = values.reduce((most, v) => (Number.isFinite(v) ? Math.max(most, Math.abs(v)) : most), 0) || 1;
      const look = it.layout === 'HEADS' ? this.frame.arrays.map.map((v, i) => (Number.isNaN(values[i]) ? NaN : v)) : values;
      this.right.draw({ values: look, rows: this.frame.rows, columns: this.frame.columns, reach: it.layout === 'HEADS' ? 1 : reach, step: this.frame.step,
        here: this.row === null ? null : { row: this.row, column: this.column }, text: this.number ? number(this.number.arrays.totals[it.layout === 'HEADS' ? 1 : 0]) : '' });
    }
  }

  window() {
    const { frame } = this;
    const size = frame.window ?? [1, 1];
    const two = list => (list.length === 1 ? [list[0], list[0]] : list.slice(-2));
    const [high, wide] = two(size);
    const [down, across] = two(frame.stride ?? (frame.window ? frame.window : [1, 1]));
    const [above, before] = two(frame.before ?? [0, 0]);
    return { row: this.row * down - above, column: this.column * across - before, rows: high, columns: wide, dilation: two(frame.dilation ?? [1, 1]) };
  }

  /** What the number looks at: its window, or the places its terms come from. */
  looksAt() {
    const { frame } = this;
    if (this.row === null) {
      return [];
    }
    if (frame.window && frame.window.length <= 2) {
      return [this.window()];
    }
    const { source, from } = this.number?.arrays ?? { source: [], from: [] };
    const it = this.model.places[this.model.places[this.place].inputs[0]];
    const cells = new Set([...from].filter((at, i) => at >= 0 && source[i] === 0).map(at => Math.floor(at / it.shape.at(-1))));
    const columns = it.shape.at(-2);
    return cells.size > MOST_BOXES ? [] : [...cells].map(cell => ({ row: Math.floor(cell / columns), column: cell % columns, rows: 1, columns: 1, dilation: [1, 1] }));
  }

  /** Arrow keys move to the next number, and the window with it. */
  nudge(down, across) {
    const { frame } = this;
    if (!frame) {
      return;
    }
    const from = this.row === null ? Math.floor(frame.strongest / frame.columns) : this.row;
    const column = this.row === null ? frame.strongest % frame.columns : this.column;
    this.look(this.place, this.channel, clamp(from + down, 0, frame.rows - 1), clamp(column + across, 0, frame.columns - 1));
  }

  /** The window whose middle was clicked. */
  moveWindow(row, column) {
    if (!this.frame) {
      return;
    }
    if (!this.frame.window || this.frame.window.length > 2) {
      const { rows, columns } = this.sourceFrame;
      this.look(this.place, this.channel, Math.floor((row / rows) * this.frame.rows), Math.floor((column / columns) * this.frame.columns));
      return;
    }
    const before = { row: this.row, column: this.column };
    Object.assign(this, { row: 0, column: 0 });
    const origin = this.window();
    Object.assign(this, { row: 1, column: 1 });
    const next = this.window();
    Object.assign(this, before);
    const place = (at, first, second, size, reach, most) => clamp(Math.round((at - first - ((size - 1) * reach) / 2) / (second - first)), 0, most - 1);
    this.look(this.place, this.channel,
      place(row, origin.row, next.row, origin.rows, origin.dilation[0], this.frame.rows),
      place(column, origin.column, next.column, origin.columns, origin.dilation[1], this.frame.columns));
  }

  replace(...parts) {
    const focused = this.focused;
    const had = focused && focusKey(focused);
    this.body.className = `zoom n${parts.length}`;
    this.body.replaceChildren(...parts);
    if (this.focusInside && parts.length) {
      this.focusInside = false;
      $('.bigmap, button, [tabindex="0"]', this.body)?.focus({ preventScroll: true });
      this.body.scrollIntoView({ block: 'nearest' });
    } else if (had) {
      // a map is the same canvas as before, everything else is made anew
      (focused.isConnected ? focused : $(had, this.body))?.focus({ preventScroll: true });
    }
  }
}

function focusKey(node) {
  return node.dataset?.channel ? `[data-channel="${node.dataset.channel}"]` : node.dataset?.step ? `[data-step="${node.dataset.step}"]` : node.matches('select') ? '.which select' : '.bigmap';
}

function spread(count, most) {
  return Array.from({ length: Math.min(count, most) }, (_, i) => (count <= most ? i : Math.floor((i * count) / most)));
}

function walkButtons(list, event) {
  const all = [...list.children];
  const at = all.indexOf(document.activeElement);
  const wide = Math.max(1, all.filter(node => node.offsetTop === all[0].offsetTop).length);
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -wide, ArrowDown: wide }[event.key];
  if (at >= 0 && by) {
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + by))].focus();
  }
}

function weightTable(frame) {
  const each = frame.weightRows * frame.weightColumns;
  const rows = [...frame.arrays.weights.subarray(0, MOST_TABLE)].map((v, i) => [frame.weightShown[Math.floor(i / each)] + 1, Math.floor((i % each) / frame.weightColumns) + 1, (i % frame.weightColumns) + 1, number(v, 4)]);
  return table(words.weightHeads, rows, words.weightTable);
}

/** How numbers are spread, between the smallest and the largest. */
function bars(title, numbers) {
  const [least, most, ...counts] = numbers;
  const [width, height] = [300, 64];
  const top = Math.max(...counts, 1);
  const wide = width / counts.length;
  const zero = least < 0 && most > 0 ? (-least / (most - least)) * width : null;
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height + 18}`, class: 'spread', role: 'img', 'aria-label': words.spread(title, number(least), number(most)) });
  counts.forEach((count, i) => picture.append(svg('rect', { x: i * wide, y: height - (count / top) * height, width: wide - 1, height: (count / top) * height, fill: 'var(--ink-2)' })));
  picture.append(svg('path', { d: `M0 ${height}H${width}`, stroke: 'var(--edge)' }));
  if (zero !== null) {
    picture.append(svg('path', { d: `M${zero} 0V${height + 3}`, stroke: 'var(--ink)', 'stroke-dasharray': '3 3' }), svg('text', { x: zero, y: height + 15, 'text-anchor': 'middle', class: 'lab' }, '0'));
  }
  picture.append(svg('text', { x: 0, y: height + 15, class: 'lab' }, number(least)), svg('text', { x: width, y: height + 15, 'text-anchor': 'end', class: 'lab' }, number(most)));
  return el('figure', { class: 'bars' }, el('figcaption', {}, title), picture);
}
