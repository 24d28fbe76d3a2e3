/**
 * The race: runs from the same points and the same first weights that differ in optimizer or rate, side by
 * side. Each is a real run; the studio sends what they reached.
 */
import words from '../words/playground.js';
import { clamp, el, number, path, svg } from '../shell/draw.js';
import { CHOICES } from './setup.js';

const COLOURS = ['ink', 'cat-1', 'cat-2', 'cat-3', 'cat-4', 'cat-5'];
const HEIGHT = 330;
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 132, 10, 24];
const APART = 17;
const EPOCHS = [100, 200, 500, 1000, 2000];

/** The shape of each series, so that colour is not alone. */
const MARKS = [
  (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`, (x, y) => `M${x - 3.6} ${y - 3.6}h7.2v7.2h-7.2z`, (x, y) => `M${x} ${y - 5}l5 5l-5 5l-5 -5z`,
  (x, y) => `M${x} ${y - 4.6}l5 8.6h-10z`, (x, y) => `M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8`, (x, y) => `M${x - 5} ${y}h10M${x} ${y - 5}v10`,
];

export class RaceView {
  /**
   * @param {HTMLElement} root
   * @param {{start: (race: object) => void, stop: () => void}} does
   */
  constructor(root, does) {
    this.does = does;
    this.by = 'optimizers';
    this.epochs = 500;
    this.id = 0;
    /** @type {{name: string, points: number[][], lost: number}[]} */
    this.lanes = [];
    this.controls = el('p', { class: 'sent' });
    this.chart = el('div', {});
    this.note = el('p', { class: 'qq' });
    root.replaceChildren(this.controls, this.chart, this.note);
  }

  /** The settings of the race as a sentence. */
  layOut(setup) {
    this.setup = setup;
    const w = words.race;
    const menu = (label, values, chosen, text, take) => {
      const select = el('select', { 'aria-label': label, onchange: () => take(values[select.selectedIndex]) }, ...values.map(value => el('option', { selected: value === chosen }, text(value))));
      return select;
    };
    this.button = el('button', { type: 'button', class: 'btn small', onclick: () => (this.running ? this.stop() : this.start()) }, this.running ? w.stop : w.start);
    this.controls.replaceChildren(`${w.let} `, menu(w.who, ['optimizers', 'rates'], this.by, value => w.by[value](setup), value => { this.by = value; }), ` ${w.for} `,
      menu(w.epochs, EPOCHS, this.epochs, String, value => { this.epochs = value; }), ` ${w.end} `, this.button);
  }

  start() {
    const { setup } = this;
    const lanes = this.by === 'optimizers' ? CHOICES.optimizer.map(optimizer => ({ optimizer, rate: setup.rate }))
      : [0.1, 0.3, 1, 3, 10].map(times => ({ optimizer: setup.optimizer, rate: Math.min(1000, Number((setup.rate * times).toPrecision(3))) }));
    this.lanes = lanes.map(({ optimizer, rate }) => ({ name: this.by === 'optimizers' ? words.choices.optimizer[optimizer] : words.race.rate(rate), points: [], lost: -1 }));
    this.id++;
    this.running = true;
    this.button.textContent = words.race.stop;
    this.does.start({ id: this.id, epochs: this.epochs, lanes });
    this.draw();
  }

  stop() {
    this.running = false;
    this.button.textContent = words.race.start;
    this.does.stop();
  }

  /** Another run has begun: its race is another one too. */
  forget() {
    this.id++;
    this.lanes = [];
    this.running = false;
    this.button?.replaceChildren(words.race.start);
  }

  told(news) {
    if (news.id !== this.id) {
      return;
    }
    news.lanes.forEach((lane, i) => { this.lanes[i].points.push(...lane.points); this.lanes[i].lost = lane.lost; });
    this.total = news.epochs;
    if (news.epoch === news.epochs) {
      this.running = false;
      this.button.textContent = words.race.start;
    }
  }

  draw() {
    const lanes = this.lanes.filter(lane => lane.points.length);
    if (!lanes.length) {
      this.chart.replaceChildren(el('p', { class: 'q' }, words.race.empty));
      this.note.textContent = '';
      return;
    }
    const width = Math.max(260, this.chart.clientWidth || 460);
    const losses = lanes.flatMap(lane => lane.points.map(point => point[1])).filter(loss => loss > 0);
    const first = lanes[0].points[0][1];
    const [low, high] = [Math.max(1e-6, Math.min(...losses)), Math.min(Math.max(...losses), 4 * first)];
    const [bottom, top] = [Math.log10(low) - 0.05, Math.log10(Math.max(high, low * 1.5)) + 0.05];
    const X = epoch => LEFT + (epoch / Math.max(1, this.total ?? this.epochs)) * (width - LEFT - RIGHT);
    const Y = loss => clamp(TOP + (1 - (Math.log10(Math.max(loss, 1e-9)) - bottom) / (top - bottom)) * (HEIGHT - TOP - BOTTOM), TOP, HEIGHT - BOTTOM);
    const chart = svg('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-label': this.summary() });
    ticks(bottom, top).forEach(tick => chart.append(svg('path', { d: `M${LEFT} ${Y(tick)}H${width - RIGHT}`, stroke: 'var(--line)' }), svg('text', { class: 'lab', x: LEFT - 6, y: Y(tick) + 4.5, 'text-anchor': 'end' }, String(Number(tick.toPrecision(2))))));
    chart.append(svg('text', { class: 'lab', x: LEFT, y: HEIGHT - 6 }, '0'), svg('text', { class: 'lab', x: width - RIGHT, y: HEIGHT - 6, 'text-anchor': 'end' }, words.run.where(this.total ?? this.epochs)));
    const ends = lanes.map(lane => this.line(chart, lane, this.lanes.indexOf(lane), X, Y)).sort((a, b) => a.y - b.y);
    ends.forEach((end, i) => (end.at = Math.max(end.y, i ? ends[i - 1].at + APART : TOP + 6)));
    const over = Math.max(0, ends.at(-1).at - (HEIGHT - BOTTOM));
    ends.forEach((end, i) => { end.at -= over; chart.append(svg('path', { d: `M${end.x + 5} ${end.y}L${width - RIGHT + 4} ${end.at}`, stroke: 'var(--line)' }),
      svg('path', { d: MARKS[end.i](width - RIGHT + 12, end.at), fill: end.i < 4 ? `var(--${COLOURS[end.i]})` : 'none', stroke: `var(--${COLOURS[end.i]})`, 'stroke-width': 2 }), svg('text', { class: 'lab i', x: width - RIGHT + 22, y: end.at + 4.5 }, end.name)); });
    this.chart.replaceChildren(chart);
    this.note.textContent = this.summary();
  }

  line(chart, lane, i, X, Y) {
    const places = lane.points.map(point => [X(point[0]), Y(point[1])]);
    const colour = `var(--${COLOURS[i]})`;
    chart.append(svg('path', { d: path(places), fill: 'none', stroke: colour, 'stroke-width': 1.8, 'stroke-linejoin': 'round' }));
    const every = Math.max(1, Math.ceil(places.length / 4));
    places.forEach(([x, y], k) => k % every === Math.floor(every / 2) && chart.append(svg('path', { d: MARKS[i](x, y), fill: i < 4 ? colour : 'none', stroke: colour, 'stroke-width': 1.6 })));
    const [x, y] = places.at(-1);
    if (lane.lost >= 0) {
      chart.append(svg('path', { d: `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`, stroke: 'var(--fail)', 'stroke-width': 2.4 }));
    }
    return { x, y, i, name: lane.lost >= 0 ? words.race.lost(lane.name) : lane.name };
  }

  summary() {
    const well = this.lanes.filter(lane => lane.points.length && lane.lost < 0);
    if (!well.length) {
      return words.race.allLost;
    }
    const best = well.reduce((a, b) => (b.points.at(-1)[1] < a.points.at(-1)[1] ? b : a));
    return words.race.leads(best.name, number(best.points.at(-1)[1], 3), best.points.at(-1)[0], number(100 * best.points.at(-1)[4], 1));
  }

  /** The same as a table. */
  table() {
    const rows = this.lanes.filter(lane => lane.points.length).map(lane => { const [epoch, seen, unseen, , right] = lane.points.at(-1); return [lane.name, String(epoch), number(seen, 3), number(unseen, 3), number(100 * right, 1), lane.lost >= 0 ? words.race.lostAt(lane.lost) : '']; });
    return el('table', {}, el('thead', {}, el('tr', {}, ...words.race.table.map(text => el('th', { scope: 'col' }, text)))), el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map(text => el('td', {}, text))))));
  }
}

/** 1, 2, 5 times powers of ten between two logarithms. */
function ticks(bottom, top) {
  const all = [];
  for (let power = Math.floor(bottom); power <= top; power++) {
    all.push(...[1, 2, 5].map(n => n * 10 ** power));
  }
  const within = all.filter(tick => Math.log10(tick) >= bottom && Math.log10(tick) <= top);
  return within.length > 7 ? within.filter(tick => /^1(e|0*$)/.test(String(Number(tick.toPrecision(1)))) || /^0\.0*1$/.test(String(Number(tick.toPrecision(1))))) : within;
}
