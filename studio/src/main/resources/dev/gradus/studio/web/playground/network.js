/**
 * The network: a tile for every unit with what it answers, a link for every weight. Place is order of
 * layers, width is size, hue and dashes are sign.
 */
import words from '../words/playground.js';
import { FEATURES, LIMITS } from './setup.js';
import { clamp, el, icon, number, paint, svg } from '../shell/draw.js';

const TILE = 46;
const TOP = 34;
const STEP = 60;
const LEFT = 46;
/** Below this a tile would be too small to be pressed. */
const SMALLEST = 24;
const FOOT = 74;

/**
 * @typedef {Object} Chosen the marked weight or unit
 * @property {number} layer
 * @property {number} unit
 * @property {number} from the marked input of the unit; -1 for its bias
 */

export class Network {
  /**
   * @param {HTMLElement} root
   * @param {{changeFeatures: (features: string[]) => void, changeLayers: (layers: number[]) => void,
   *     choose: (chosen: Chosen) => void, setWeight: (chosen: Chosen, value: number) => void}} does
   */
  constructor(root, does) {
    this.root = root;
    this.does = does;
    this.structure = '';
    this.root.addEventListener('keydown', event => this.walk(event));
  }

  /**
   * Lays the network out anew where its structure has changed.
   *
   * @param {import('./setup.js').Setup} setup
   * @param {string[]} hidden
   * @param {boolean} gradients whether room is needed for them
   */
  layOut(setup, hidden, gradients) {
    const width = Math.max(this.root.clientWidth, 120 + 96 * (setup.layers.length + 1));
    const structure = JSON.stringify([setup.features, setup.layers, hidden, width, gradients]);
    if (structure === this.structure) {
      return;
    }
    this.structure = structure;
    this.setup = setup;
    this.hidden = hidden;
    this.width = width;
    this.features = FEATURES.filter(feature => setup.features.includes(feature));
    this.sizes = [...setup.layers, 1];
    const focused = document.activeElement?.dataset?.place;
    this.floor = TOP + 6 * STEP + TILE + 4;
    const height = this.floor + (gradients ? FOOT : 0);
    this.links = svg('svg', { width, height, 'aria-hidden': 'true' });
    this.board = el('div', { class: 'board' }, this.links);
    this.board.style.width = width + 'px';
    this.board.style.height = height + 'px';
    this.tiles = [];
    this.inputTiles = FEATURES.map((feature, i) => this.inputTile(feature, i));
    this.sizes.forEach((size, layer) => this.tiles.push(Array.from({ length: size }, (_, unit) => this.unitTile(layer, unit))));
    this.paths = this.sizes.map((size, layer) => this.linksInto(layer, size));
    this.headings();
    this.bars = svg('g');
    this.links.append(this.bars);
    this.root.replaceChildren(this.board);
    if (focused) {
      this.root.querySelector(`[data-place="${focused}"]`)?.focus();
    }
  }

  /** Where a unit's tile begins; layer -1 are the inputs. */
  place(layer, unit) {
    if (layer < 0) {
      return [LEFT, TOP + STEP * FEATURES.indexOf(this.features[unit])];
    }
    const x = LEFT + ((this.width - LEFT - TILE - 12) * (layer + 1)) / this.sizes.length;
    const size = this.sizes[layer];
    const gap = this.gap(layer);
    return [x + (TILE - this.tileOf(layer)) / 2, TOP + 3 * STEP + (TILE - this.tileOf(layer)) / 2 + (unit - (size - 1) / 2) * gap];
  }

  gap(layer) {
    const size = this.sizes[layer];
    return Math.min(size < 5 ? 88 : 70, 374 / Math.max(1, size - 1));
  }

  /** The more neurons, the smaller their tiles. */
  tileOf(layer) {
    return layer < 0 ? TILE : clamp(Math.floor(this.gap(layer)) - (this.sizes[layer] > 8 ? 1 : 4), SMALLEST, TILE);
  }

  at(node, [x, y]) {
    node.style.left = x + 'px';
    node.style.top = y + 'px';
    this.board.append(node);
    return node;
  }

  inputTile(feature, i) {
    const on = this.setup.features.includes(feature);
    const name = words.features[feature];
    const canvas = el('canvas', { 'aria-hidden': 'true' });
    const tile = el('button', {
      type: 'button', class: 'tile' + (on ? '' : ' off'), 'aria-pressed': on, 'aria-label': on ? words.featureOn(name) : words.featureOff(name),
      disabled: this.hidden.includes('features'), 'data-place': `in-${feature}`,
      onclick: () => {
        const features = FEATURES.filter(other => (other === feature) !== this.setup.features.includes(other));
        if (features.length) {
          this.does.changeFeatures(features);
        }
      },
    }, canvas);
    this.at(el('span', { class: 'fname' + (on ? ' on' : ''), 'aria-hidden': 'true' }, ...letters(name)), [0, TOP + STEP * i]);
    this.at(tile, [LEFT, TOP + STEP * i]);
    return { canvas, on };
  }

  unitTile(layer, unit) {
    const canvas = el('canvas', { 'aria-hidden': 'true' });
    const tile = el('button', {
      type: 'button', class: 'tile', 'data-place': `${layer}-${unit}`, 'data-layer': layer, 'data-unit': unit,
      onclick: () => this.does.choose({ layer, unit, from: this.strongest(layer, unit) }),
    }, canvas);
    const size = this.tileOf(layer);
    [tile, canvas].forEach(node => { node.style.width = node.style.height = size + 'px'; });
    this.at(tile, this.place(layer, unit));
    return { tile, canvas };
  }

  strongest(layer, unit) {
    const { weight, inputs, outputs } = this.frame.layers[layer];
    let best = 0;
    for (let k = 1; k < inputs; k++) {
      if (Math.abs(weight[k * outputs + unit]) > Math.abs(weight[best * outputs + unit])) {
        best = k;
      }
    }
    return best;
  }

  linksInto(layer, size) {
    const before = layer ? this.sizes[layer - 1] : this.features.length;
    const paths = [];
    for (let k = 0; k < before; k++) {
      for (let j = 0; j < size; j++) {
        const [x1, y1] = this.place(layer - 1, k);
        const [x2, y2] = this.place(layer, j);
        const [from, to] = [this.tileOf(layer - 1), this.tileOf(layer)];
        const a = x1 + from;
        const m = (a + x2) / 2;
        const link = svg('path', { d: `M${a} ${y1 + from / 2}C${m} ${y1 + from / 2} ${m} ${y2 + to / 2} ${x2} ${y2 + to / 2}`, fill: 'none' });
        link.addEventListener('click', () => { this.does.choose({ layer, unit: j, from: k }); this.openWeight(); });
        this.links.append(link);
        paths.push(link);
      }
    }
    return paths;
  }

  headings() {
    const { layers } = this.setup;
    const fixed = this.hidden.includes('layers');
    const narrow = (this.width - LEFT) / this.sizes.length < 140;
    const small = (label, name, onclick, disabled) => el('button', { type: 'button', class: 'icon small', 'aria-label': label, title: label, onclick, disabled }, icon(name, 18));
    const heading = (x, ...content) => {
      const node = this.at(el('div', { class: 'lhead' }, ...content), [x, 0]);
      return node;
    };
    const middle = layer => this.place(layer, 0)[0] + this.tileOf(layer) / 2;
    heading(LEFT + TILE / 2, words.inputs);
    layers.forEach((neurons, l) => {
      const change = by => this.does.changeLayers(layers.map((n, i) => (i === l ? n + by : n)));
      heading(middle(l), ...(fixed ? [] : [small(words.removeNeuron(l + 1), 'minus', () => change(-1), neurons === 1)]),
        narrow ? `${l + 1} · ${neurons}` : words.hidden(l + 1, neurons), ...(fixed ? [] : [small(neurons === LIMITS.neurons ? words.mostNeurons(neurons) : words.addNeuron(l + 1), 'plus', () => change(1), neurons === LIMITS.neurons)]));
    });
    heading(middle(layers.length), words.answer);
  }

  /**
   * @param {import('./frames.js').Frame} frame
   * @param {import('./frames.js').Scene} scene
   * @param {Chosen} chosen
   */
  draw(frame, scene, chosen) {
    this.frame = frame;
    this.chosen = chosen;
    if (this.scene !== scene || this.inputTiles.some(tile => tile.canvas.width !== scene.side)) {
      this.scene = scene;
      scene.features.forEach((values, i) => paint(this.inputTiles[i].canvas, values, scene.side, value => value / 3));
    }
    const { gradients } = frame;
    let largest = gradients ? 1e-9 : 0.5;
    (gradients ?? frame.layers).forEach(layer => layer.weight.forEach(weight => (largest = Math.max(largest, Math.abs(weight) || 0))));
    frame.layers.forEach((layer, l) => {
      const last = l === frame.layers.length - 1;
      (gradients?.[l] ?? layer).weight.forEach((weight, i) => this.link(this.paths[l][i], weight, largest, l, i % layer.outputs, Math.floor(i / layer.outputs)));
      layer.units.forEach((unit, j) => this.unit(this.tiles[l][j], unit, frame.side, l, j, last));
    });
    this.drawGradients(gradients);
    this.placeWeight();
  }

  /** Below each neuron the gradient of its bias, at the foot of each layer how large its gradients are. */
  drawGradients(gradients) {
    this.bars.replaceChildren();
    if (!gradients || !this.links.clientHeight) {
      return;
    }
    const sizes = gradients.map(layer => size(layer.weight));
    const most = Math.max(1e-12, ...sizes.filter(Number.isFinite));
    const biggest = Math.max(1e-12, ...gradients.flatMap(layer => [...layer.bias].map(Math.abs)).filter(Number.isFinite));
    gradients.forEach((layer, l) => {
      layer.bias.forEach((slope, j) => {
        const [x, y] = this.place(l, j);
        const wide = this.tileOf(l);
        this.bars.append(svg('path', { d: `M${x} ${y + wide + 1.5}h${Math.max(1, (wide * Math.abs(slope || 0)) / biggest).toFixed(1)}`, class: `slope ${slope < 0 ? 'minus' : 'plus'}` }));
        const { tile } = this.tiles[l][j];
        tile.setAttribute('aria-label', `${tile.getAttribute('aria-label')}, ${words.gradientOf(number(slope, 4))}`);
      });
      const x = this.place(l, 0)[0] + this.tileOf(l) / 2;
      const tall = Math.max(1, (40 * (sizes[l] || 0)) / most);
      const foot = this.floor + FOOT - 18;
      this.bars.append(svg('rect', { x: x - 14, y: foot - tall, width: 28, height: tall, fill: 'var(--ink-2)' }),
        svg('text', { x, y: foot + 14, 'text-anchor': 'middle', class: 'lab i' }, small(sizes[l])));
    });
    this.bars.append(svg('text', { x: 0, y: this.floor + FOOT - 4, class: 'lab' }, words.gradientBars));
  }

  /** Gradients as a table: a row for each layer. */
  gradientTable(gradients) {
    const rows = gradients.map((layer, l) => [l === gradients.length - 1 ? words.answerName : words.hiddenName(l + 1), small(size(layer.weight)), small(Math.max(...[...layer.weight].map(Math.abs))), small(size(layer.bias))]);
    return el('table', {}, el('thead', {}, el('tr', {}, ...words.gradientTable.map(text => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map(text => el('td', {}, text))))));
  }

  link(path, weight, largest, layer, unit, from) {
    const { chosen } = this;
    const into = layer === chosen.layer && unit === chosen.unit;
    const hot = into && from === chosen.from;
    path.setAttribute('class', (weight < 0 ? 'minus' : 'plus') + (hot ? ' hot' : into ? ' into' : ''));
    path.setAttribute('stroke-width', Number.isFinite(weight) ? (0.7 + (6 * Math.abs(weight)) / largest).toFixed(1) : 1);
  }

  unit({ tile, canvas }, unit, side, layer, index, last) {
    const scale = this.scale(unit.everywhere, last);
    paint(canvas, unit.everywhere, side, value => value / scale);
    const { chosen } = this;
    tile.classList.toggle('chosen', layer === chosen.layer && index === chosen.unit);
    const value = number(unit.here);
    tile.setAttribute('aria-label', last ? words.answerUnit(value) : words.neuron(layer + 1, index + 1, value));
  }

  /** Bounded activations are shown as they are; others by the largest number they reach. */
  scale(values, last) {
    const { activation } = this.setup;
    if (!last && (activation === 'tanh' || activation === 'sigmoid')) {
      return 1;
    }
    let largest = 0;
    for (let i = 0; i < values.length; i += 3) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return clamp(largest, 1e-6, 1e30) * (last ? 0.6 : 1);
  }

  /** Arrows walk units and layers. */
  walk(event) {
    const { layer, unit } = event.target.dataset ?? {};
    if (layer === undefined) {
      return;
    }
    const l = Number(layer);
    const u = Number(unit);
    const go = (toLayer, toUnit) => {
      const column = this.tiles[toLayer];
      if (column) {
        event.preventDefault();
        const goal = column[clamp(toUnit, 0, column.length - 1)].tile;
        goal.focus();
        goal.click();
      }
    };
    ({ ArrowUp: () => go(l, u - 1), ArrowDown: () => go(l, u + 1), ArrowLeft: () => go(l - 1, u), ArrowRight: () => go(l + 1, u) })[event.key]?.();
    if (event.key === 'Enter') {
      event.preventDefault();
      this.does.choose({ layer: l, unit: u, from: this.strongest(l, u) });
      this.openWeight();
    }
  }

  nameOf(layer, unit) {
    return layer < 0 ? words.features[this.features[unit]] : layer === this.sizes.length - 1 ? words.answerName : words.unitName(layer + 1, unit + 1);
  }

  shortName(layer, unit) {
    return layer < 0 ? words.features[this.features[unit]] : `${layer + 1}.${unit + 1}`;
  }

  /** Opens a field at the marked link, to type its weight. */
  openWeight() {
    if (this.hidden.includes('weights') || !this.frame) {
      return;
    }
    this.closeField();
    const chosen = { ...this.chosen };
    const { layer, unit, from } = chosen;
    const bias = from < 0;
    const { weight, outputs, bias: biases } = this.frame.layers[layer];
    const value = bias ? biases[unit] : weight[from * outputs + unit];
    const back = document.activeElement;
    const input = el('input', { inputmode: 'decimal', value: number(value), 'aria-label': bias ? words.biasInput(this.nameOf(layer, unit)) : words.weightInput(this.nameOf(layer - 1, from), this.nameOf(layer, unit)) });
    const leave = () => { this.closeField(); (back?.isConnected && back !== document.body ? back : this.tiles[layer][unit].tile).focus(); };
    input.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.key === 'Escape') {
        leave();
      } else if (event.key === 'Enter') {
        const typed = Number(input.value.replace('−', '-').replace(',', '.'));
        if (input.value.trim() && Number.isFinite(typed)) {
          this.does.setWeight(chosen, typed);
          leave();
        } else {
          input.setAttribute('aria-invalid', 'true');
        }
      }
    });
    input.addEventListener('blur', () => this.closeField());
    this.field = el('label', { class: 'tin' }, bias ? words.bias : words.weightOf(this.shortName(layer - 1, from)), input);
    this.board.append(this.field);
    this.placeWeight();
    input.select();
    input.focus();
  }

  /** Removing a field that has the focus makes it lose that first, which closes it again. */
  closeField() {
    const { field } = this;
    this.field = null;
    field?.remove();
  }

  /** A dot on the marked link, and the open field above it. */
  placeWeight() {
    const { layer, unit, from } = this.chosen;
    const [x2, y2] = this.place(layer, unit);
    const [x, y] = from < 0 ? [x2 - 20, y2 + this.tileOf(layer) / 2] : this.place(layer - 1, from).map((c, i) => (i ? (c + this.tileOf(layer - 1) / 2 + y2 + this.tileOf(layer) / 2) / 2 : (c + this.tileOf(layer - 1) + x2) / 2));
    this.dot ??= svg('circle', { r: 4, class: 'linkdot' });
    this.dot.setAttribute('cx', x);
    this.dot.setAttribute('cy', y);
    if (this.dot.parentNode !== this.links) {
      this.links.append(this.dot);
    }
    if (this.field) {
      this.field.style.left = clamp(x - 78, 0, this.width - 160) + 'px';
      this.field.style.top = clamp(y - 42, 0, 400) + 'px';
    }
  }
}

/** The root of the mean square: how large numbers are, whatever their sign. */
const size = numbers => Math.sqrt(numbers.reduce((sum, value) => sum + value * value, 0) / numbers.length);
const small = value => (Number.isFinite(value) && value < 1000 ? (value > 0 && value < 0.0001 ? value.toExponential(1).replace('-', '−') : String(Number(value.toPrecision(2)))) : number(value, 0));

/** x₁ with its x leaning, as in formulas; sin stands upright. */
export function letters(name) {
  return name.split(/(x)/).filter(Boolean).map(part => (part === 'x' ? el('i', {}, 'x') : part));
}
