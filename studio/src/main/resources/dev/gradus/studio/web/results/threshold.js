/**
 * From which likelihood on the alarm is raised for one kind: two hills of examples with a line to drag, what
 * comes of it in counts, what it costs, and all places of the line as a curve. Everything is looked up in the
 * table that the studio sent.
 */
import words from '../words/results.js';
import { clamp, el, hereDot, number, svg } from '../shell/draw.js';
import { answer } from '../shell/shell.js';
import { frame, twin } from './frame.js';
import { drawCurve } from './curve.js';

const [HIT, NEEDLESS, MISSED, PRECISION, RECALL, F1] = [0, 1, 2, 3, 4, 5];
const ASK_MILLISECONDS = 250;

export class Threshold {
  constructor({ hill, curve }, say, turn) {
    Object.assign(this, { hill, figure: curve, say, turn, at: 100, label: 0, missed: 10, needless: 1, which: 'pr', sent: null, costs: null });
  }

  /** Asks for the kind that is weakest, or goes on with the one that was chosen. */
  begin(results, again) {
    if (!again || this.label >= results.classes.length) {
      const weakest = results.kinds.reduce((worst, k, i) => (k.f1 < results.kinds[worst].f1 ? i : worst), 0);
      this.label = results.classes.length === 2 ? 1 : weakest;
      this.at = 100;
    }
    this.sent = null;
    this.costs = null;
    this.ask();
  }

  ask() {
    this.say({ do: 'threshold', label: this.label });
    this.say({ do: 'cost', label: this.label, missed: this.missed, needless: this.needless });
  }

  told(said, results, tables) {
    if (said.label !== this.label) {
      return;
    }
    if (said.is === 'threshold') {
      this.sent = said;
      this.draw(results, tables);
    } else {
      this.costs = said;
      this.line();
    }
  }

  get place() {
    return this.at / this.sent.steps;
  }

  draw(results, tables) {
    this.results = results;
    this.tables = tables;
    if (!this.sent) {
      return;
    }
    const kind = results.classes[this.label];
    const focus = this.hill.contains(document.activeElement) ? document.activeElement.id : '';
    const menu = el('select', { class: 'plain', id: 'alarmkind', 'aria-label': words.threshold.which, onchange: () => { this.label = Number(menu.value); this.costs = null; this.ask(); } }, ...results.classes.map((name, i) => el('option', { value: i, selected: i === this.label }, name)));
    const how = { title: words.threshold.title, beside: [el('span', { class: 'qq' }, `${words.threshold.only} `, menu, `, ${words.threshold.orNot}`)], says: words.threshold.says(kind, words.things[results.subject][1]), good: words.threshold.good, tables, turn: this.turn };
    this.picture = el('div', { class: 'hill' });
    this.slider = el('input', { type: 'range', id: 'alarmline', min: 0, max: this.sent.steps, step: 1, value: this.at, 'aria-label': words.threshold.slider, oninput: () => this.move(Number(this.slider.value)) });
    this.nums = el('div', { class: 'nums' });
    frame(this.hill, how, tables ? this.table() : el('div', { class: 'line' }, this.picture, this.slider), this.nums, this.price(kind));
    this.picture.addEventListener('pointerdown', event => { this.picture.setPointerCapture(event.pointerId); this.drag(event); });
    this.picture.addEventListener('pointermove', event => event.buttons && this.drag(event));
    this.line();
    if (focus) {
      this.hill.querySelector(`#${focus}`)?.focus();
    }
  }

  drag(event) {
    const box = this.picture.getBoundingClientRect();
    this.move(Math.round(clamp((event.clientX - box.left - 8) / (box.width - 16), 0, 1) * this.sent.steps));
  }

  move(at) {
    this.at = at;
    this.slider.value = at;
    this.line();
    answer(`${words.threshold.line(this.place)}. ${this.spoken}`);
  }

  /** What depends on where the line is. */
  line() {
    if (!this.sent || !this.nums) {
      return;
    }
    const kind = this.results.classes[this.label];
    const row = this.sent.table[this.at];
    this.slider.setAttribute('aria-valuetext', words.threshold.line(this.place));
    if (!this.tables) {
      this.picture.replaceChildren(this.drawHills(kind));
    }
    const { names } = words.threshold;
    const box = (value, name, text) => el('div', { class: 'nm' }, el('b', {}, value), el('span', {}, el('strong', {}, name), text));
    const alarms = row[HIT] + row[NEEDLESS];
    const recall = words.threshold.recall(kind, row[RECALL]);
    const precision = alarms ? words.threshold.precision(kind, row[PRECISION]) : words.threshold.noAlarm;
    this.spoken = `${recall} ${precision}`;
    this.nums.replaceChildren(box(row[RECALL].toFixed(2), names.recall, recall), box(alarms ? row[PRECISION].toFixed(2) : '–', names.precision, precision), box(row[F1].toFixed(2), names.f1, words.threshold.f1), ...(this.costs ? [box(shown(this.costs.costs[this.at]), names.cost, words.threshold.cost(row[MISSED], this.costs.missed, row[NEEDLESS], this.costs.needless, this.costs.least))] : []));
    if (this.costs) {
      this.best.textContent = this.costs.nothing ? words.threshold.never : this.costs.threshold.toFixed(2);
    }
    drawCurve(this.figure, { sent: this.sent, row, which: this.which, tables: this.tables, turn: this.turn, choose: which => { this.which = which; this.line(); } });
  }

  price(kind) {
    const field = (name, label) => {
      const input = el('input', { type: 'number', id: `cost-${name}`, min: 0, max: 1e6, step: 'any', value: this[name], 'aria-label': label, oninput: () => {
        const value = Number(input.value);
        const fine = input.value !== '' && value >= 0 && value <= 1e6;
        input.setAttribute('aria-invalid', !fine);
        input.title = fine ? '' : words.threshold.numbers;
        if (fine) {
          this[name] = value;
          clearTimeout(this.timer);
          this.timer = setTimeout(() => this.say({ do: 'cost', label: this.label, missed: this.missed, needless: this.needless }), ASK_MILLISECONDS);
        }
      } });
      return el('span', { class: 'field' }, input);
    };
    this.best = el('b', {});
    return el('div', { class: 'cost' }, words.threshold.missed(kind), field('missed', words.threshold.missedLabel), words.threshold.needless, field('needless', words.threshold.needlessLabel),
      el('span', {}, words.threshold.best, ' ', this.best), el('button', { type: 'button', class: 'btn small', onclick: () => this.costs && this.move(Math.round(Math.min(1, this.costs.threshold) * this.sent.steps)) }, words.threshold.move));
  }

  drawHills(kind) {
    const { positives, negatives } = this.sent;
    const width = Math.max(250, this.picture.clientWidth);
    const [base, height, edge] = [84, 178, 8];
    const X = value => edge + value * (width - 2 * edge);
    // the ends may be so high that the middle would be flat: they are cut off there, and the summary counts
    const scale = counts => Math.max(1, Math.ceil(Math.max(...counts.slice(1, -1), Math.max(...counts) / 6) / 11));
    const chart = svg('svg', { width, height: height + 12, viewBox: `0 0 ${width} ${height + 12}`, role: 'img', 'aria-label': words.threshold.label(kind, this.place) });
    chart.append(svg('rect', { x: X(this.place), y: 6, width: width - edge - X(this.place), height: height - 22, fill: 'var(--sunk)' }));
    const step = 5.6;
    const radius = Math.min(2.5, (width / positives.length) / 2.6);
    const pile = (counts, up, each = scale(counts)) => counts.forEach((n, bin) => {
      const right = ((bin + 0.5) / counts.length >= this.place) === up;
      for (let k = 0; k < Math.min(12, Math.ceil(n / each)); k++) {
        const [x, y] = [X((bin + 0.5) / counts.length), base + (up ? -1 : 1) * (6 + k * step)];
        chart.append(up ? svg('circle', { cx: x, cy: y, r: radius, fill: 'var(--cat-1)', opacity: right ? 1 : 0.38 }) : svg('rect', { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, fill: 'var(--cat-2)', opacity: right ? 0.5 : 1 }));
      }
    });
    pile(positives, true);
    pile(negatives, false);
    const x = X(this.place);
    const flip = x > width - 150;
    chart.append(svg('path', { d: `M${edge} ${base}H${width - edge}`, stroke: 'var(--edge)' }), svg('path', { d: `M${x} 2V${height - 16}`, stroke: 'var(--ink)', 'stroke-width': 2 }), hereDot(x, base, 6),
      svg('text', { class: 'lab i b', x: x + (flip ? -10 : 10), y: 18, 'text-anchor': flip ? 'end' : 'start' }, words.threshold.line(this.place)));
    if (x > 260) {
      chart.append(svg('text', { class: 'lab i', x: edge, y: 18 }, `${words.threshold.isAbove(kind)}: ${words.threshold.mark(scale(positives))}`));
    }
    chart.append(svg('text', { class: 'lab i', x: width - edge, y: height - 20, 'text-anchor': 'end' }, `${words.threshold.restBelow}: ${words.threshold.mark(scale(negatives))}`),
      svg('text', { class: 'lab', x: edge, y: height + 8 }, words.threshold.low), svg('text', { class: 'lab', x: width - edge, y: height + 8, 'text-anchor': 'end' }, words.threshold.high(kind)));
    if (this.costs && !this.costs.nothing) {
      const best = X(this.costs.threshold);
      chart.append(svg('path', { d: `M${best} ${height - 15}l5 9h-10z`, fill: 'var(--ink)' }));
      if (best > 110 && best < width - 200) {
        chart.append(svg('text', { class: 'lab i', x: best + 10, y: height - 4 }, words.threshold.cheapest));
      }
    }
    return chart;
  }

  table() {
    const rows = this.sent.table.map((row, i) => [i, row]).filter(([i]) => i % 10 === 0 || i === this.at);
    return twin(words.threshold.title, words.threshold.twin, rows.map(([i, row]) => [(i / this.sent.steps).toFixed(2), row[HIT], row[NEEDLESS], row[MISSED], row[PRECISION].toFixed(2), row[RECALL].toFixed(2), row[F1].toFixed(2), this.costs ? shown(this.costs.costs[i]) : '']));
  }
}

const shown = value => (Number.isInteger(value) ? value.toLocaleString('en') : number(value, 2));
