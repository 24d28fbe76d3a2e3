/**
 * What an answer hangs on, and many examples as points: asked for, because they take a while.
 */
import words from '../words/model.js';
import { $, el, number, svg } from '../shell/draw.js';
import { paintGrey, paintMap, rowsAndColumns, table } from './pictures.js';

const SHAPES = 5;
const TURN = 0.15;

export class Further {
  /**
   * @param {HTMLElement} root
   * @param {{say: (message: object) => void}} does
   */
  constructor(root, does) {
    this.does = does;
    this.tables = false;
    this.mattered = el('section', { class: 'mattered', 'aria-label': words.matteredTitle });
    this.points = el('section', { class: 'points', 'aria-label': words.pointsTitle });
    root.replaceChildren(this.mattered, this.points);
  }

  setModel(model) {
    this.model = model;
    Object.assign(this, { map: null, projection: null, near: null, chosen: null });
    this.drawMattered();
    this.drawPoints();
  }

  setActivations(activations) {
    this.activations = activations;
    this.map = null;
    this.target = activations.answer.order[0];
    this.drawMattered();
  }

  told(frame) {
    if (frame.is === 'mattered') {
      this.map = frame;
      this.drawMattered();
    } else if (frame.is === 'projection') {
      Object.assign(this, { projection: frame, near: null, chosen: null, turn: 0, tilt: 0.35, flat: true });
      this.drawPoints();
    } else if (frame.is === 'near') {
      this.near = frame;
      this.drawPoints();
    }
  }

  refused(of) {
    if (of === 'mattered') {
      this.asking = false;
    }
  }

  drawMattered() {
    if (!this.activations) {
      return;
    }
    const { answer } = this.activations;
    const choice = el('select', { 'aria-label': words.targetLabel, onchange: event => { this.target = answer.order[event.target.selectedIndex]; this.map = null; this.drawMattered(); } },
      ...answer.names.map((name, i) => el('option', { selected: answer.order[i] === this.target }, words.answerName(answer.kind, name))));
    const ask = how => () => { this.does.say({ do: 'mattered', how, target: this.target }); this.result.replaceChildren(el('p', { class: 'qq' }, words.waiting)); };
    this.result = el('div', { class: 'result' });
    const had = document.activeElement?.dataset?.how;
    this.mattered.replaceChildren(
      el('h2', {}, words.matteredTitle), el('p', { class: 'says' }, words.matteredSays),
      el('div', { class: 'asks' }, el('label', {}, words.targetLabel, ' ', choice),
        el('button', { type: 'button', class: 'btn small', 'data-how': 'covering', onclick: ask('covering') }, words.covering),
        el('button', { type: 'button', class: 'btn small', 'data-how': 'gradient', onclick: ask('gradient') }, words.gradient)),
      this.result);
    if (had) {
      $(`[data-how=${had}]`, this.mattered)?.focus({ preventScroll: true });
    }
    if (this.map) {
      this.drawMap();
    }
  }

  drawMap() {
    const { map } = this;
    const values = map.arrays.map;
    const reach = values.reduce((most, v) => Math.max(most, Math.abs(v)), 0) || 1;
    const strongest = values.reduce((best, v, i) => (v > values[best] ? i : best), 0);
    const place = [Math.floor(strongest / map.columns) + 1, (strongest % map.columns) + 1];
    const { tokens } = this.activations;
    const says = map.covering ? words.coveringSays(words.percent(Math.max(0, values[strongest])), place, tokens[strongest]) : words.gradientSays(place, tokens[strongest]);
    if (this.tables) {
      const rows = [...values].slice(0, 1024).map((v, i) => (tokens.length ? [words.token(tokens[i] ?? ''), number(v, 4)] : [Math.floor(i / map.columns) + 1, (i % map.columns) + 1, number(v, 4)]));
      this.result.replaceChildren(el('p', { class: 'q' }, says), table(tokens.length ? words.tokenHeads : words.mapHeads, rows, words.matteredTitle));
      return;
    }
    if (tokens.length) {
      const line = el('p', { class: 'tokensline mono', role: 'img', 'aria-label': says });
      tokens.forEach((text, i) => {
        const span = el('span', { class: 'weighed' }, words.token(text));
        const bar = el('i', { class: values[i] < 0 ? 'minus' : 'plus' });
        bar.style.height = `${(Math.abs(values[i]) / reach) * 26}px`;
        span.append(bar);
        line.append(span);
      });
      this.result.replaceChildren(el('p', { class: 'q' }, says), line);
      return;
    }
    const box = el('div', { class: 'over', role: 'img', 'aria-label': says });
    const { raw } = this.activations.arrays;
    const heat = paintMap(el('canvas'), values, map.columns, v => v / reach);
    if (raw.length && map.rows > 1) {
      const input = this.model.places[0];
      box.append(paintGrey(el('canvas'), raw, ...rowsAndColumns(input, raw.length)));
    }
    if (map.rows === 1) {
      heat.classList.add('line');
    }
    box.append(heat);
    this.result.replaceChildren(el('p', { class: 'q' }, says), box, el('p', { class: 'qq' }, map.covering ? words.coveringKey : words.gradientKey));
  }

  drawPoints() {
    const { projection } = this;
    const ask = () => { this.does.say({ do: 'points', place: -1 }); this.points.querySelector('.result').replaceChildren(el('p', { class: 'qq' }, words.waiting)); };
    const head = [el('h2', {}, words.pointsTitle), el('p', { class: 'says' }, projection ? words.pointsSay(projection, this.model) : words.pointsOffer)];
    if (!projection) {
      this.points.replaceChildren(...head, el('div', { class: 'asks' }, el('button', { type: 'button', class: 'btn small', onclick: ask }, words.pointsAsk)), el('div', { class: 'result' }));
      return;
    }
    const seg = el('div', { class: 'seg', role: 'group', 'aria-label': words.dimensions },
      el('button', { type: 'button', 'aria-pressed': String(this.flat), onclick: () => { this.flat = true; this.drawPoints(); } }, words.flat),
      el('button', { type: 'button', 'aria-pressed': String(!this.flat), onclick: () => { this.flat = false; this.drawPoints(); } }, words.deep));
    const had = this.points.contains(document.activeElement) ? (document.activeElement.classList.contains('cloud') ? 'cloud' : document.activeElement.textContent) : null;
    this.points.replaceChildren(...head, el('div', { class: 'asks' }, seg, this.legend()), this.tables ? this.pointTable() : el('div', { class: 'cloudbox' }, this.cloud(), this.nearest()));
    if (had === 'cloud') {
      $('.cloud', this.points)?.focus({ preventScroll: true });
    } else if (had) {
      [...this.points.querySelectorAll('button')].find(node => node.textContent === had)?.focus({ preventScroll: true });
    }
  }

  legend() {
    const { names, what } = this.projection;
    if (what !== 'examples') {
      return el('span', {});
    }
    return el('ul', { class: 'legend' }, ...names.map((name, i) => el('li', {}, svg('svg', { width: 16, height: 16, viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, mark(i, 0, 0, 5)), name)));
  }

  /** Where a point is seen from the side it is looked at. */
  seen(i) {
    const [x, y, z] = this.projection.arrays.places.subarray(3 * i, 3 * i + 3);
    if (this.flat) {
      return [x, y, 0];
    }
    const [c, s] = [Math.cos(this.turn), Math.sin(this.turn)];
    const [u, v] = [c * x + s * z, c * z - s * x];
    return [u, Math.cos(this.tilt) * y - Math.sin(this.tilt) * v, Math.sin(this.tilt) * y + Math.cos(this.tilt) * v];
  }

  cloud() {
    const count = this.projection.arrays.places.length / 3;
    const seen = Array.from({ length: count }, (_, i) => [...this.seen(i), i]);
    const reach = this.projection.arrays.places.reduce((most, v) => Math.max(most, Math.abs(v)), 0) || 1;
    const [W, H] = [640, 420];
    const X = x => W / 2 + (x / reach) * (W / 2 - 16);
    const Y = y => H / 2 - (y / reach) * (H / 2 - 16);
    const { names, what } = this.projection;
    const near = new Set(this.near?.points ?? []);
    const picture = svg('svg', { viewBox: `0 0 ${W} ${H}`, class: 'cloud', tabindex: 0, role: 'img', 'aria-label': words.cloudName(count, this.chosen === null ? '' : this.pointName(this.chosen)),
      onkeydown: event => this.cloudKey(event, count), onclick: event => event.target.closest?.('[data-point]') && this.choose(Number(event.target.closest('[data-point]').dataset.point)) });
    picture.append(svg('path', { d: `M0 ${H / 2}H${W}M${W / 2} 0V${H}`, stroke: 'var(--line)' }));
    seen.sort((a, b) => a[2] - b[2]);
    for (const [x, y, , i] of seen) {
      const [px, py] = [X(x), Y(y)];
      const group = svg('g', { 'data-point': i });
      if (i === this.chosen) {
        group.append(svg('circle', { cx: px, cy: py, r: 11, fill: 'var(--marker)', stroke: 'var(--ink)' }));
      } else if (near.has(i)) {
        group.append(svg('circle', { cx: px, cy: py, r: 9, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.6 }));
      }
      group.append(what === 'tokens' ? svg('text', { x: px, y: py + 5, 'text-anchor': 'middle', class: 'lab i' }, words.token(names[i])) : mark(this.projection.arrays.labels[i], px, py, 4.2));
      picture.append(group);
    }
    let down = null;
    picture.addEventListener('pointerdown', event => (down = event.clientX));
    picture.addEventListener('pointermove', event => {
      if (down !== null && !this.flat && event.buttons) {
        this.turn += (event.clientX - down) / 140;
        down = event.clientX;
        this.drawPoints();
      }
    });
    return picture;
  }

  cloudKey(event, count) {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!this.flat && event.shiftKey) {
      event.key.endsWith('t') ? (this.turn += by * TURN) : (this.tilt += by * TURN);
      this.drawPoints();
      return;
    }
    this.choose(((this.chosen ?? -by) + by + count) % count);
  }

  choose(point) {
    this.chosen = point;
    this.near = null;
    this.does.say({ do: 'near', point });
    this.drawPoints();
  }

  pointName(i) {
    const { names, what, arrays } = this.projection;
    return what === 'tokens' ? words.token(names[i]) : `${names[arrays.labels[i]]} ${i + 1}`;
  }

  nearest() {
    if (this.chosen === null) {
      return el('p', { class: 'qq' }, words.pickPoint);
    }
    const picture = i => {
      const { pictures } = this.projection.arrays;
      return pictures ? [paintGrey(el('canvas'), pictures.subarray(784 * i, 784 * (i + 1)), 28, 28)] : [];
    };
    const items = (this.near?.points ?? []).map((i, k) => el('li', {}, ...picture(i), el('span', {}, this.pointName(i)), el('span', { class: 'qq num' }, number(this.near.arrays.distances[k]))));
    return el('div', { class: 'nearest' }, el('h3', {}, words.nearestTo(this.pointName(this.chosen))), el('div', { class: 'self' }, ...picture(this.chosen)), el('ol', {}, ...items), el('p', { class: 'qq' }, words.distances));
  }

  pointTable() {
    const { places } = this.projection.arrays;
    const rows = Array.from({ length: places.length / 3 }, (_, i) => [this.pointName(i), number(places[3 * i], 3), number(places[3 * i + 1], 3), number(places[3 * i + 2], 3)]);
    return table(words.pointHeads, rows, words.pointsTitle);
  }
}

/** Kinds by colour and by shape: five colours, each filled and hollow, with a shape of its own. */
function mark(kind, x, y, r) {
  const colour = `var(--cat-${(kind % SHAPES) + 1})`;
  const paint = kind < SHAPES ? { fill: colour, stroke: 'var(--ground)', 'stroke-width': 0.8 } : { fill: 'var(--ground)', stroke: colour, 'stroke-width': 1.8 };
  switch (kind % SHAPES) {
    case 0: return svg('circle', { cx: x, cy: y, r, ...paint });
    case 1: return svg('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...paint });
    case 2: return svg('path', { d: `M${x} ${y - r - 1}l${r + 1} ${r + 1}-${r + 1} ${r + 1}-${r + 1}-${r + 1}z`, ...paint });
    case 3: return svg('path', { d: `M${x} ${y - r - 1}l${r + 1} ${2 * r}h-${2 * r + 2}z`, ...paint });
    default: return svg('path', { d: `M${x - r} ${y - r}l${2 * r} ${2 * r}M${x + r} ${y - r}l-${2 * r} ${2 * r}`, fill: 'none', stroke: colour, 'stroke-width': kind < SHAPES ? 2.4 : 1.2 });
  }
}

