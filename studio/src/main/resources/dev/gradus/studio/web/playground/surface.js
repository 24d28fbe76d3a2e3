/**
 * The loss surface: how wrong networks are that lie around the path of this run, with the path on it. Every
 * number comes from the engine, which asks each of these networks.
 */
import words from '../words/playground.js';
import { contour, el, number, token } from '../shell/draw.js';
import { cividis } from '../shell/ramps.js';
import { here } from './plane.js';

const LINES = 12;
const HEIGHT = 0.78;

export class SurfaceView {
  constructor(root) {
    this.canvas = el('canvas', { class: 'surface', role: 'img', 'aria-label': words.views.surface.title });
    this.field = el('canvas');
    this.note = el('p', { class: 'qq' });
    this.scale = el('canvas', { width: 120, height: 10, 'aria-hidden': 'true' });
    this.low = el('span', {});
    this.high = el('span', {});
    root.replaceChildren(this.canvas, el('div', { class: 'scale' }, this.low, this.scale, this.high), this.note);
    /** @type {import('./frames.js').Surface | null} */
    this.surface = null;
    this.share = null;
    this.lost = false;
  }

  /** Forgets what belongs to another run. */
  forget() {
    this.surface = null;
    this.share = null;
  }

  /**
   * @param {import('./frames.js').Frame} frame
   */
  draw(frame) {
    const { surface } = this;
    this.note.textContent = this.share !== null ? words.surfaceProgress(this.share) : surface ? words.surfaceShares(number(100 * surface.shares[0], 0), number(100 * surface.shares[1], 0), surface.epoch)
      : this.lost ? words.surfaceLost : frame.history.length < 3 ? words.surfaceSoon : words.surfaceProgress(0);
    const width = this.canvas.clientWidth;
    if (!width) {
      return;
    }
    const height = Math.round(width * HEIGHT);
    const ratio = devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const c = this.canvas.getContext('2d');
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.fillStyle = token('sunk');
    c.fillRect(0, 0, width, height);
    if (!surface) {
      this.canvas.setAttribute('aria-label', this.note.textContent);
      return;
    }
    const heights = this.paint(surface);
    c.imageSmoothingEnabled = true;
    c.imageSmoothingQuality = 'high';
    c.drawImage(this.field, 0, 0, width, height);
    this.lines(c, surface, heights, width, height);
    const [u0, u1, v0, v1] = surface.bounds;
    const X = u => ((u - u0) / (u1 - u0)) * width;
    const Y = v => (1 - (v - v0) / (v1 - v0)) * height;
    if (frame.path) {
      this.walk(c, frame, X, Y, height);
    }
    this.canvas.setAttribute('aria-label', words.surfaceSummary(number(this.least, 3), number(this.most, 3), number(frame.seen.loss, 3)));
  }

  /** Losses span decades, so their logarithm is coloured. */
  paint(surface) {
    const { side, losses } = surface;
    const finite = [...losses].filter(Number.isFinite);
    this.least = Math.min(...finite);
    this.most = Math.max(...finite);
    const log = value => Math.log(Math.max(value, 1e-9));
    const [low, high] = [log(this.least), Math.max(log(this.most), log(this.least) + 1e-6)];
    const heights = Float32Array.from(losses, value => (Number.isFinite(value) ? (log(value) - low) / (high - low) : 1));
    this.field.width = this.field.height = side;
    const context = this.field.getContext('2d');
    const image = context.createImageData(side, side);
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const [r, g, b] = cividis(heights[(side - 1 - row) * side + column]);
        image.data.set([r, g, b, 255], 4 * (row * side + column));
      }
    }
    context.putImageData(image, 0, 0);
    this.low.textContent = words.surfaceLow(number(this.least, 3));
    this.high.textContent = words.surfaceHigh(number(this.most, 2));
    const s = this.scale.getContext('2d');
    for (let x = 0; x < 120; x++) {
      s.fillStyle = `rgb(${cividis(x / 119).join(' ')})`;
      s.fillRect(x, 0, 1, 10);
    }
    return heights;
  }

  lines(c, { side }, heights, width, height) {
    c.lineWidth = 0.8;
    c.strokeStyle = 'rgb(255 255 255 / .55)';
    c.beginPath();
    for (let k = 1; k < LINES; k++) {
      contour(heights.map(value => value - k / LINES), side, (p, q) => {
        c.moveTo((p[0] / (side - 1)) * width, (1 - p[1] / (side - 1)) * height);
        c.lineTo((q[0] / (side - 1)) * width, (1 - q[1] / (side - 1)) * height);
      });
    }
    c.stroke();
  }

  walk(c, frame, X, Y) {
    const path = frame.path.slice(0, -1);
    const trace = (colour, wide) => {
      c.strokeStyle = colour;
      c.lineWidth = wide;
      c.lineJoin = 'round';
      c.beginPath();
      path.forEach(({ u, v }) => c.lineTo(X(u), Y(v)));
      c.stroke();
    };
    trace('#fff', 4.5);
    trace('#14181F', 2);
    const start = path[0];
    c.fillStyle = '#fff';
    c.strokeStyle = '#14181F';
    c.lineWidth = 2;
    c.beginPath();
    c.rect(X(start.u) - 5, Y(start.v) - 5, 10, 10);
    c.fill();
    c.stroke();
    const now = frame.path.at(-1);
    here(c, X(now.u), Y(now.v));
    c.font = `13px ${token('sans')}`;
    label(c, words.surfaceStart, X(start.u) + 10, Y(start.v) + 5);
    label(c, words.run.where(frame.epoch), X(now.u) + 13, Y(now.v) + 5);
  }

  /** The same as a table: the path. */
  table(frame) {
    const rows = frame.history.map((h, i) => [String(h.epoch), frame.path ? number(frame.path[i].u, 3) : '', frame.path ? number(frame.path[i].v, 3) : '', number(h.seenLoss, 3)]);
    return el('table', {}, el('thead', {}, el('tr', {}, ...words.surfaceTable.map(text => el('th', { scope: 'col' }, text)))), el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map(text => el('td', {}, text))))));
  }
}

function label(c, text, x, y) {
  const wide = c.measureText(text).width;
  const left = Math.min(x, c.canvas.clientWidth - wide - 10);
  c.fillStyle = token('ground');
  c.beginPath();
  c.roundRect(left - 5, y - 15, wide + 10, 21, 4);
  c.fill();
  c.fillStyle = token('ink');
  c.fillText(text, left, y);
}
