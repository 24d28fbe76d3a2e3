/**
 * A copy of an example that can be changed: the pixels of a picture by pointer and by keys, the numbers of a
 * row by sliders and fields.
 */
import words from '../words/results.js';
import { clamp, el, number } from '../shell/draw.js';
import { answer } from '../shell/shell.js';
import { drawPixels } from '../models/pixels.js';

const SCALE = 10;
const ASK_MILLISECONDS = 60;

/** Calls back at most every so often, and at the end. */
function paced(call) {
  let timer = 0;
  return value => {
    if (!timer) {
      timer = setTimeout(() => { timer = 0; call(value); }, ASK_MILLISECONDS);
    }
  };
}

export class PictureEditor {
  /** @param {HTMLElement} root
   *  @param {ArrayLike<number>} original
   *  @param {ArrayLike<number>} values what was made of it so far
   *  @param {number} width
   *  @param {number} height
   *  @param {(values: number[]) => void} changed */
  constructor(root, original, values, width, height, changed) {
    Object.assign(this, { original: [...original], values: [...values], width, height, x: width >> 1, y: height >> 1, to: 255 });
    this.changed = paced(() => changed(this.values));
    this.canvas = el('canvas', { class: 'pad', tabindex: 0, role: 'application', 'aria-label': words.edit.label, width: width * SCALE, height: height * SCALE });
    this.told = el('p', { class: 'qq' });
    const brush = (text, to) => el('button', { type: 'button', 'aria-pressed': to === this.to, onclick: event => { this.to = to; event.target.parentNode.querySelectorAll('button').forEach(b => b.setAttribute('aria-pressed', b === event.target)); } }, text);
    root.append(this.canvas, el('div', { class: 'pen' }, el('div', { class: 'seg', role: 'group', 'aria-label': words.edit.brush }, brush(words.edit.bright, 255), brush(words.edit.dark, 0)),
      el('button', { type: 'button', class: 'btn small', onclick: () => this.reset() }, words.edit.reset)), this.told);
    this.canvas.addEventListener('pointerdown', event => { this.canvas.setPointerCapture(event.pointerId); this.stroke(event); });
    this.canvas.addEventListener('pointermove', event => event.buttons && this.stroke(event));
    this.canvas.addEventListener('keydown', event => this.key(event));
    this.canvas.addEventListener('focus', () => this.draw());
    this.canvas.addEventListener('blur', () => this.draw());
    this.draw();
  }

  stroke(event) {
    const box = this.canvas.getBoundingClientRect();
    this.x = clamp(Math.floor((event.clientX - box.left) / box.width * this.width), 0, this.width - 1);
    this.y = clamp(Math.floor((event.clientY - box.top) / box.height * this.height), 0, this.height - 1);
    this.paint(1);
  }

  /** The middle at once, its neighbours by half. */
  paint(reach) {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const [x, y] = [this.x + dx, this.y + dy];
        if (x >= 0 && y >= 0 && x < this.width && y < this.height) {
          const i = y * this.width + x;
          this.values[i] = Math.round(this.values[i] + (this.to - this.values[i]) * (dx || dy ? 0.5 : 1));
        }
      }
    }
    this.draw();
    this.changed();
  }

  key(event) {
    const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (step) {
      this.x = clamp(this.x + step[0], 0, this.width - 1);
      this.y = clamp(this.y + step[1], 0, this.height - 1);
      this.draw();
      answer(words.edit.at(this.x, this.y, this.values[this.y * this.width + this.x]));
    } else if (event.key === ' ') {
      this.paint(0);
    } else if (event.key === 'Escape') {
      this.reset();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  reset() {
    this.values = [...this.original];
    this.draw();
    this.changed();
  }

  draw() {
    const context = this.canvas.getContext('2d');
    context.imageSmoothingEnabled = false;
    context.drawImage(drawPixels(this.values, this.width, this.height), 0, 0, this.canvas.width, this.canvas.height);
    if (document.activeElement === this.canvas) {
      context.lineWidth = 4;
      context.strokeStyle = '#14181F';
      context.strokeRect(this.x * SCALE, this.y * SCALE, SCALE, SCALE);
      context.lineWidth = 2;
      context.strokeStyle = '#FFE04A';
      context.strokeRect(this.x * SCALE, this.y * SCALE, SCALE, SCALE);
    }
    const many = this.values.filter((value, i) => value !== this.original[i]).length;
    this.told.textContent = many ? words.edit.changed(many) : words.edit.same;
  }
}

export class RowEditor {
  /** @param {HTMLElement} root
   *  @param {number[]} original
   *  @param {number[]} values what was made of it so far
   *  @param {{name: string, low: number, high: number}[]} ranges
   *  @param {(values: number[]) => void} changed */
  constructor(root, original, values, ranges, changed) {
    this.original = [...original];
    this.values = [...values];
    this.ranges = ranges;
    this.changed = paced(() => changed(this.values));
    this.controls = ranges.map((range, i) => this.control(range, i));
    root.append(el('div', { class: 'sliders' }, ...this.controls.map(control => control.root)), el('div', { class: 'pen' }, el('button', { type: 'button', class: 'btn small', onclick: () => this.reset() }, words.edit.reset)));
  }

  control(range, i) {
    const wide = range.high - range.low;
    const slider = el('input', { type: 'range', min: range.low - wide / 4, max: range.high + wide / 4, step: wide / 200, value: this.values[i], 'aria-label': range.name, oninput: () => this.set(i, Number(slider.value)) });
    const field = el('input', { type: 'number', step: 'any', value: number(this.values[i], 3).replace('−', '-'), 'aria-label': `${range.name}, in numbers`, oninput: () => field.value !== '' && Math.abs(Number(field.value)) < 1e6 && this.set(i, Number(field.value), field) });
    return { slider, field, root: el('div', { class: 'ctl' }, el('span', { class: 'lb' }, el('span', {}, range.name), el('span', { class: 'field' }, field)), slider) };
  }

  set(i, value, from) {
    this.values[i] = value;
    const { slider, field } = this.controls[i];
    if (from !== field) {
      field.value = number(value, 3).replace('−', '-');
    }
    slider.value = value;
    this.changed();
  }

  reset() {
    this.original.forEach((value, i) => this.set(i, value));
  }
}
