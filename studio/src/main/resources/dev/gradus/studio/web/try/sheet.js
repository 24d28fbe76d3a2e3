/**
 * A sheet of white paper with a black pen: by pointer, by finger, or by keys. A picture can lie on it, and be
 * drawn upon. What leaves the page is at most 84 by 84 brightnesses.
 */
import words from '../words/try.js';
import { clamp, el } from '../shell/draw.js';
import { answer } from '../shell/shell.js';
import { toText } from '../models/pixels.js';

export const SIDE = 336;
const SENT = 84;
const PENS = { thin: 10, medium: 22, thick: 48 };
const STEP = 8;
const ASK_MILLISECONDS = 80;

export class Sheet {
  /** @param {() => void} changed */
  constructor(changed) {
    Object.assign(this, { strokes: [], picture: null, pen: 'medium', x: SIDE / 2, y: SIDE / 2, down: false, timer: 0 });
    this.changed = () => {
      this.draw();
      if (!this.timer) {
        this.timer = setTimeout(() => { this.timer = 0; changed(); }, ASK_MILLISECONDS);
      }
    };
    this.canvas = el('canvas', { class: 'paper', width: SIDE, height: SIDE, tabindex: 0, role: 'application', 'aria-label': words.sheet.label });
    const place = event => {
      const box = this.canvas.getBoundingClientRect();
      this.x = clamp((event.clientX - box.left) / box.width * SIDE, 0, SIDE);
      this.y = clamp((event.clientY - box.top) / box.height * SIDE, 0, SIDE);
    };
    this.canvas.addEventListener('pointerdown', event => {
      this.canvas.setPointerCapture(event.pointerId);
      place(event);
      this.begin();
    });
    this.canvas.addEventListener('pointermove', event => {
      if (event.buttons && this.canvas.hasPointerCapture(event.pointerId)) {
        place(event);
        this.go();
      }
    });
    this.canvas.addEventListener('keydown', event => this.key(event));
    this.canvas.addEventListener('focus', () => this.draw());
    this.canvas.addEventListener('blur', () => { this.down = false; this.draw(); });
    this.draw();
  }

  begin() {
    this.strokes.push({ width: PENS[this.pen], points: [[this.x, this.y]] });
    this.changed();
  }

  go() {
    this.strokes.at(-1).points.push([this.x, this.y]);
    this.changed();
  }

  key(event) {
    const far = event.shiftKey ? 3 * STEP : STEP;
    const step = { ArrowUp: [0, -far], ArrowDown: [0, far], ArrowLeft: [-far, 0], ArrowRight: [far, 0] }[event.key];
    if (step) {
      this.x = clamp(this.x + step[0], 0, SIDE);
      this.y = clamp(this.y + step[1], 0, SIDE);
      this.down ? this.go() : this.draw();
      this.tell();
    } else if (event.key === ' ') {
      this.down = !this.down;
      this.down ? this.begin() : this.draw();
      this.tell();
    } else if (event.key === 'Escape') {
      this.down = false;
      this.draw();
      this.tell();
    } else if (event.key === 'Backspace') {
      this.undo();
    } else if (event.key === 'Delete') {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  tell() {
    answer(words.sheet.at(Math.round(100 * this.x / SIDE), Math.round(100 * this.y / SIDE), this.down));
  }

  undo() {
    this.down = false;
    if (this.strokes.pop() === undefined) {
      this.picture = null;
    }
    this.changed();
  }

  clear() {
    this.down = false;
    this.strokes = [];
    this.picture = null;
    this.changed();
  }

  /** Lays a picture on the sheet: as large as it fits, on the colour of its own border.
   *  @param {CanvasImageSource} source */
  lay(source, width, height) {
    this.strokes = [];
    this.picture = onOwnBorder(source, width, height);
    this.changed();
  }

  get isEmpty() {
    return !this.strokes.length && !this.picture;
  }

  draw() {
    const context = this.canvas.getContext('2d');
    this.paint(context);
    if (document.activeElement === this.canvas && this.canvas.matches(':focus-visible')) {
      const radius = PENS[this.pen] / 2;
      for (const [colour, width] of [['#FFE04A', 6], ['#14181F', 2]]) {
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.beginPath();
        context.arc(this.x, this.y, radius, 0, 2 * Math.PI);
        context.stroke();
      }
      if (!this.down) {
        context.strokeRect(this.x - 1, this.y - 1, 2, 2);
      }
    }
  }

  paint(context) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, SIDE, SIDE);
    if (this.picture) {
      context.drawImage(this.picture, 0, 0);
    }
    context.strokeStyle = '#000';
    context.lineCap = context.lineJoin = 'round';
    for (const { width, points } of this.strokes) {
      context.lineWidth = width;
      context.beginPath();
      points.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
      context.lineTo(...points.at(-1));
      context.stroke();
    }
  }

  /** What the studio is sent: brightnesses, as bytes in base 64. */
  sent() {
    const whole = el('canvas', { width: SIDE, height: SIDE });
    this.paint(whole.getContext('2d'));
    const small = el('canvas', { width: SENT, height: SENT });
    const context = small.getContext('2d', { willReadFrequently: true });
    context.imageSmoothingQuality = 'high';
    context.drawImage(whole, 0, 0, SENT, SENT);
    const { data } = context.getImageData(0, 0, SENT, SENT);
    const gray = new Float32Array(SENT * SENT);
    for (let i = 0; i < gray.length; i++) {
      gray[i] = 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2];
    }
    return { width: SENT, height: SENT, pixels: toText(gray) };
  }
}

/** The whole picture in a square, which is filled with the mean colour of its border. */
function onOwnBorder(source, width, height) {
  const scale = SIDE / Math.max(width, height);
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const inner = el('canvas', { width: w, height: h });
  const context = inner.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, w, h);
  // a picture of few pixels stays what it is
  context.imageSmoothingEnabled = scale < 3;
  context.drawImage(source, 0, 0, w, h);
  const { data } = context.getImageData(0, 0, w, h);
  const sum = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < w * h; i++) {
    if (i < w || i >= w * (h - 1) || i % w === 0 || i % w === w - 1) {
      sum.forEach((_, c) => (sum[c] += data[4 * i + c]));
      count++;
    }
  }
  const square = el('canvas', { width: SIDE, height: SIDE });
  const paper = square.getContext('2d');
  paper.fillStyle = `rgb(${sum.map(total => Math.round(total / count))})`;
  paper.fillRect(0, 0, SIDE, SIDE);
  paper.drawImage(inner, (SIDE - w) >> 1, (SIDE - h) >> 1);
  return square;
}
