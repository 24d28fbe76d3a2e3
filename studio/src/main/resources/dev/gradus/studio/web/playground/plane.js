/**
 * The plane: what the network answers everywhere, the line where it changes its mind, and the points.
 * Hue is never alone: minus is striped, kinds are circles and squares, unseen points are ringed.
 */
import words from '../words/playground.js';
import { clamp, contour, el, number, paint, palette, token } from '../shell/draw.js';

const REACH_X = 7.2;
const REACH_Y = 6;
/** How near an answer must come to a number to count as right. */
const NEAR = 0.2;

export class Plane {
  /**
   * @param {HTMLElement} root
   * @param {(x: number, y: number) => void} mark
   */
  constructor(root, mark) {
    this.canvas = el('canvas', { class: 'plane', role: 'img', tabindex: 0 });
    this.no = el('span', { class: 'pole no' });
    this.yes = el('span', { class: 'pole yes' });
    this.outside = el('span', { class: 'pole outside' });
    root.replaceChildren(el('div', { class: 'planebox' }, this.canvas, el('div', { class: 'poles' }, this.no, this.yes, this.outside)));
    this.field = el('canvas');
    this.stripes = el('canvas');
    /** @type {[string, string] | null} what minus and plus are called, where they have names of their own */
    this.kinds = null;
    this.x = 2.1;
    this.y = 0.1;
    const to = (x, y) => {
      this.x = clamp(x, -REACH_X, REACH_X);
      this.y = clamp(y, -REACH_Y, REACH_Y);
      mark(this.x, this.y);
    };
    let down = false;
    const point = event => {
      const box = this.canvas.getBoundingClientRect();
      to(((event.clientX - box.left) / box.width - 0.5) * 2 * REACH_X, (0.5 - (event.clientY - box.top) / box.height) * 2 * REACH_Y);
    };
    this.canvas.addEventListener('pointerdown', event => { down = true; this.canvas.setPointerCapture(event.pointerId); point(event); });
    this.canvas.addEventListener('pointermove', event => down && point(event));
    this.canvas.addEventListener('pointerup', () => (down = false));
    this.canvas.addEventListener('keydown', event => {
      const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
      if (by) {
        event.preventDefault();
        to(this.x + by[0] * 0.2, this.y + by[1] * 0.2);
      }
    });
  }

  /**
   * @param {import('./frames.js').Frame} frame
   * @param {import('./frames.js').Scene} scene
   */
  draw(frame, scene) {
    const ratio = devicePixelRatio || 1;
    const width = this.canvas.clientWidth;
    const height = Math.round((width * REACH_Y) / REACH_X);
    if (!width || !frame.fieldSide) {
      return;
    }
    this.no.textContent = this.kinds?.[0] ?? (scene.regression ? words.downTo : words.sayNo);
    const outside = scene.points.filter(point => Math.abs(point.x) > REACH_X || Math.abs(point.y) > REACH_Y).length;
    this.outside.hidden = !outside;
    this.outside.textContent = words.outside(outside);
    this.yes.textContent = this.kinds?.[1] ?? (scene.regression ? words.upTo : words.sayYes);
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
    }
    const c = this.canvas.getContext('2d');
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.clearRect(0, 0, width, height);
    const X = x => (x / REACH_X / 2 + 0.5) * width;
    const Y = y => (0.5 - y / REACH_Y / 2) * height;
    paint(this.field, frame.field, frame.fieldSide, scene.regression ? value => value : value => 0.8 * Math.tanh(value / 2.5));
    c.imageSmoothingEnabled = true;
    c.imageSmoothingQuality = 'high';
    c.drawImage(this.field, 0, 0, width, height);
    this.drawStripes(c, frame, width, height, ratio);
    c.strokeStyle = token('ink');
    c.lineWidth = 1.6;
    c.beginPath();
    const cell = [width / (frame.fieldSide - 1), height / (frame.fieldSide - 1)];
    const follow = field => contour(field, frame.fieldSide, (p, q) => { c.moveTo(p[0] * cell[0], p[1] * cell[1]); c.lineTo(q[0] * cell[0], q[1] * cell[1]); });
    follow(frame.field);
    c.stroke();
    if (scene.regression) {
      c.lineWidth = 0.7;
      c.beginPath();
      [-0.75, -0.5, -0.25, 0.25, 0.5, 0.75].forEach(level => follow(frame.field.map(value => value - level)));
      c.stroke();
    }
    scene.points.forEach(point => dot(c, X(point.x), Y(point.y), point, scene.regression ? shade(point.target) : null));
    this.drawWrong(c, frame, scene, X, Y, width, height);
    here(c, X(this.x), Y(this.y));
  }

  drawStripes(c, frame, width, height, ratio) {
    const { stripes } = this;
    stripes.width = Math.round(width * ratio);
    stripes.height = Math.round(height * ratio);
    const s = stripes.getContext('2d');
    s.scale(ratio, ratio);
    s.strokeStyle = token('ground');
    s.lineWidth = 2.2;
    s.globalAlpha = 0.34;
    s.beginPath();
    for (let x = -height; x < width; x += 12.7) {
      s.moveTo(x, height);
      s.lineTo(x + height, 0);
    }
    s.stroke();
    // only where it says no
    s.globalAlpha = 1;
    s.globalCompositeOperation = 'destination-in';
    const mask = (this.mask ??= el('canvas'));
    mask.width = mask.height = frame.fieldSide;
    const m = mask.getContext('2d');
    const image = m.createImageData(frame.fieldSide, frame.fieldSide);
    for (let i = 0; i < frame.field.length; i++) {
      image.data[4 * i + 3] = 255 * clamp(-frame.field[i] * 6, 0, 1);
    }
    m.putImageData(image, 0, 0);
    s.drawImage(mask, 0, 0, width, height);
    c.drawImage(stripes, 0, 0, width, height);
  }

  /** Where few are wrong, one is named. */
  drawWrong(c, frame, scene, X, Y, width, height) {
    const wrong = scene.points.filter((point, i) => point.unseen && !isRight(scene, point, frame.answers[i]));
    if (!wrong.length || wrong.length > 12) {
      return;
    }
    const [x, y] = [X(wrong[0].x), Y(wrong[0].y)];
    const text = scene.regression ? words.farOff(wrong.length) : wrong.length === 1 ? words.wrongOne : words.wrongMany(wrong.length);
    c.font = `13px ${token('sans')}`;
    const wide = c.measureText(text).width + 20;
    const left = clamp(x - wide - 60, 12, width - wide - 12);
    const top = y > height - 90 ? 40 : height - 66;
    c.strokeStyle = token('ink');
    c.lineWidth = 1.6;
    c.beginPath();
    c.arc(x, y, 9, 0, 7);
    c.stroke();
    c.lineWidth = 1.2;
    c.beginPath();
    c.moveTo(x, y + (top > y ? 9 : -9));
    c.lineTo(x, top + 12);
    c.lineTo(left + wide / 2, top + 12);
    c.stroke();
    c.fillStyle = token('ground');
    c.beginPath();
    c.roundRect(left, top, wide, 24, 5);
    c.fill();
    c.fillStyle = token('ink');
    c.fillText(text, left + 10, top + 16.5);
  }

  /** The same as a table. */
  table(frame, scene) {
    const [x, y, kind, kept, answer, side] = scene.regression ? words.numberTable : words.pointTable;
    const rows = scene.points.map((point, i) => el('tr', {}, ...[
      number(point.x), number(point.y), scene.regression ? number(point.target) : point.plus ? words.kinds.plus : words.kinds.minus, point.unseen ? words.kept.unseen : words.kept.seen,
      number(frame.answers[i]), isRight(scene, point, frame.answers[i]) ? words.sides.right : words.sides.wrong,
    ].map(text => el('td', {}, text))));
    return el('table', {}, el('thead', {}, el('tr', {}, ...[x, y, kind, kept, answer, side].map(text => el('th', { scope: 'col' }, text)))), el('tbody', {}, ...rows));
  }
}

function isRight(scene, point, answer) {
  return scene.regression ? Math.abs(answer - point.target) <= NEAR : answer > 0 === point.plus;
}

/** The colour of a number between −1 and 1. */
function shade(value) {
  const pixel = palette().ramp[255 + Math.round(clamp(value, -1, 1) * 255)];
  return `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`;
}

export function dot(c, x, y, point, colour = null) {
  const r = point.unseen ? 4 : 3.1;
  c.beginPath();
  if (point.plus) {
    c.arc(x, y, r, 0, 7);
  } else {
    c.rect(x - r + 0.3, y - r + 0.3, 2 * r - 0.6, 2 * r - 0.6);
  }
  c.fillStyle = colour ?? token(point.plus ? 'pos' : 'neg');
  c.fill();
  c.strokeStyle = point.unseen ? token('ink') : colour ? token('ink-3') : '#fff';
  c.lineWidth = point.unseen ? 1.6 : 1;
  c.stroke();
}

export function here(c, x, y) {
  c.fillStyle = token('marker');
  c.beginPath();
  c.arc(x, y, 9, 0, 7);
  c.fill();
  c.fillStyle = '#14181F';
  c.beginPath();
  c.arc(x, y, 5, 0, 7);
  c.fill();
}
