/**
 * The warped grid: a grid over the plane, and some of the points, as each hidden layer carries them. A
 * network that has learnt has pulled the two kinds apart.
 */
import words from '../words/playground.js';
import { clamp, el, number, token } from '../shell/draw.js';
import { dot } from './plane.js';

const REACH = 6;
const TITLE = 20;
const GAP = 10;

export class Grid {
  constructor(root) {
    this.canvas = el('canvas', { class: 'gridplane', role: 'img', 'aria-label': words.views.grid.title });
    root.replaceChildren(this.canvas);
  }

  /**
   * @param {import('./frames.js').Frame} frame
   * @param {import('./frames.js').Scene} scene
   */
  draw(frame, scene) {
    const width = this.canvas.clientWidth;
    if (!frame.grid || !width) {
      return;
    }
    const panels = [this.plane(frame.grid, scene), ...frame.grid.layers.map((layer, l) => ({ title: title(frame, l, layer.share), places: layer.places }))];
    const columns = panels.length <= 4 ? Math.min(2, panels.length) : panels.length <= 9 ? 3 : 4;
    const side = (width - GAP * (columns - 1)) / columns;
    const rows = Math.ceil(panels.length / columns);
    const height = rows * (side + TITLE + GAP);
    const ratio = devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.height = height + 'px';
    const c = this.canvas.getContext('2d');
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.font = `13px ${token('sans')}`;
    panels.forEach((panel, i) => {
      const x = (i % columns) * (side + GAP);
      const y = Math.floor(i / columns) * (side + TITLE + GAP);
      c.fillStyle = token('ink-2');
      c.fillText(panel.title, x, y + 14, side);
      this.panel(c, frame.grid, scene, panel.places, x, y + TITLE, side);
    });
    this.canvas.setAttribute('aria-label', words.gridSummary(panels.slice(1).map(panel => panel.title)));
  }

  /** The grid before any layer. */
  plane(grid, scene) {
    const places = [];
    for (let row = 0; row < grid.side; row++) {
      for (let column = 0; column < grid.side; column++) {
        places.push(REACH * ((2 * column) / (grid.side - 1) - 1), REACH * (1 - (2 * row) / (grid.side - 1)));
      }
    }
    grid.chosen.forEach(i => places.push(scene.points[i].x, scene.points[i].y));
    return { title: words.gridInput, places };
  }

  panel(c, grid, scene, places, left, top, side) {
    const nodes = grid.side * grid.side;
    const of = k => Array.from({ length: nodes }, (_, i) => places[2 * i + k]).filter(Number.isFinite);
    const [xs, ys] = [of(0), of(1)];
    c.fillStyle = token('sunk');
    c.fillRect(left, top, side, side);
    if (!xs.length) {
      return;
    }
    const range = values => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
    const [[x0, x1], [y0, y1]] = [range(xs), range(ys)];
    const span = Math.max(x1 - x0, y1 - y0, 1e-6) * 1.08;
    const X = i => clamp(left + side * (0.5 + (places[2 * i] - (x0 + x1) / 2) / span), left, left + side);
    const Y = i => clamp(top + side * (0.5 - (places[2 * i + 1] - (y0 + y1) / 2) / span), top, top + side);
    const line = (from, by) => {
      c.beginPath();
      for (let k = 0; k < grid.side; k++) {
        c.lineTo(X(from + k * by), Y(from + k * by));
      }
      c.stroke();
    };
    const middle = (grid.side - 1) / 2;
    for (let k = 0; k < grid.side; k += 2) {
      // the axes are drawn stronger, so that one can find one's way
      [c.strokeStyle, c.lineWidth] = k === middle ? [token('ink'), 1.6] : [token('edge'), 0.7];
      line(k * grid.side, 1);
      line(k, grid.side);
    }
    grid.chosen.forEach((point, k) => {
      const i = nodes + k;
      if (Number.isFinite(places[2 * i]) && Number.isFinite(places[2 * i + 1])) {
        dot(c, X(i), Y(i), scene.points[point]);
      }
    });
  }

  /** The same as a table: where each layer carries the points. */
  table(frame, scene) {
    const { grid } = frame;
    const nodes = grid.side * grid.side;
    const heads = [...words.gridTable, ...grid.layers.flatMap((layer, l) => [`${title(frame, l, layer.share)}: 1`, '2'])];
    const rows = [...grid.chosen].map((i, k) => [number(scene.points[i].x), number(scene.points[i].y), scene.points[i].plus ? words.kinds.plus : words.kinds.minus,
      ...grid.layers.flatMap(layer => [number(layer.places[2 * (nodes + k)]), number(layer.places[2 * (nodes + k) + 1])])]);
    return el('table', {}, el('thead', {}, el('tr', {}, ...heads.map(text => el('th', { scope: 'col' }, text)))), el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map(text => el('td', {}, text))))));
  }
}

function title(frame, layer, share) {
  const neurons = frame.layers[layer].outputs;
  return neurons <= 2 ? words.gridExact(layer + 1, neurons) : words.gridShare(layer + 1, neurons, number(100 * share, 0));
}
