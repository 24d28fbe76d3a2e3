/**
 * Numbers as pictures of any width: blue is plus, vermilion minus and striped, what is not there is hatched.
 */
import { clamp, el, palette, token } from '../shell/draw.js';

/**
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values row by row
 * @param {number} columns
 * @param {(value: number) => number} scale to -1..1
 */
export function paintMap(canvas, values, columns, scale) {
  const rows = Math.max(1, Math.ceil(values.length / columns));
  canvas.width = columns;
  canvas.height = rows;
  const image = canvas.getContext('2d').createImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const { ramp } = palette();
  for (let i = 0; i < values.length; i++) {
    const value = scale(values[i]);
    pixels[i] = Number.isNaN(value) ? 0 : ramp[255 + Math.round(clamp(value, -1, 1) * 255)];
  }
  canvas.getContext('2d').putImageData(image, 0, 0);
  return canvas;
}

/** How high and wide the picture is that goes in. */
export function rowsAndColumns(it, count) {
  const side = Math.round(Math.sqrt(count));
  return it.shape.length >= 2 ? [it.shape[0], it.shape[1]] : [side, side];
}

/** Brightness as it came: a picture is data and never inverted. */
export function paintGrey(canvas, values, rows, columns, white = 255) {
  const channels = Math.max(1, values.length / (rows * columns));
  canvas.width = columns;
  canvas.height = rows;
  const image = canvas.getContext('2d').createImageData(columns, rows);
  for (let i = 0; i < rows * columns; i++) {
    for (let c = 0; c < 3; c++) {
      image.data[4 * i + c] = (255 * values[i * channels + Math.min(c, channels - 1)]) / white;
    }
    image.data[4 * i + 3] = 255;
  }
  canvas.getContext('2d').putImageData(image, 0, 0);
  return canvas;
}

/** A large map with stripes over what is below 0. */
export class BigMap {
  /**
   * @param {string} name for those who do not see it
   * @param {(row: number, column: number) => void} choose what is clicked
   * @param {(down: number, across: number) => void} nudge what arrow keys move
   * @param {() => void} enter
   */
  constructor(name, choose, nudge, enter) {
    this.canvas = el('canvas', { class: 'bigmap', role: 'img', tabindex: 0, 'aria-label': name });
    this.small = el('canvas');
    this.choose = choose;
    this.canvas.addEventListener('pointerdown', event => {
      const box = this.canvas.getBoundingClientRect();
      this.move(Math.floor(((event.clientY - box.top) / box.height) * this.rows), Math.floor(((event.clientX - box.left) / box.width) * this.columns));
    });
    this.canvas.addEventListener('keydown', event => {
      const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
      if (by) {
        event.preventDefault();
        event.stopPropagation();
        nudge(...by);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        enter();
      }
    });
  }

  move(row, column) {
    this.choose(clamp(row, 0, this.rows - 1), clamp(column, 0, this.columns - 1));
  }

  /**
   * @param {{values: ArrayLike<number>, rows: number, columns: number, reach: number, step?: number, grey?: number,
   *     here?: {row: number, column: number}, frames?: {row: number, column: number, rows: number, columns: number, dilation: number[]}[],
   *     text?: string}} what
   */
  draw(what) {
    const { values, rows, columns, reach, here } = what;
    const step = what.step ?? 1;
    const wide = Math.ceil(columns / step);
    Object.assign(this, { rows, columns });
    if (what.grey) {
      paintGrey(this.small, values, rows, columns, what.grey);
    } else {
      paintMap(this.small, values, wide, value => value / reach);
    }
    const ratio = devicePixelRatio || 1;
    const width = Math.max(200, Math.min(this.canvas.parentElement?.clientWidth || 330, 330));
    const cell = width / columns;
    const height = Math.max(24, Math.min(rows * cell, 420));
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    const c = this.canvas.getContext('2d');
    c.scale(ratio, ratio);
    c.imageSmoothingEnabled = false;
    hatch(c, width, height);
    c.drawImage(this.small, 0, 0, width, height);
    if (!what.grey) {
      stripes(c, values, wide, reach, width, height);
    }
    const tall = height / rows;
    what.frames?.forEach(frame => this.frames(c, frame, cell, tall));
    if (here) {
      box(c, here.column * cell, here.row * tall, cell, tall);
      if (what.text) {
        label(c, what.text, here.column * cell, here.row * tall + tall / 2, cell, width);
      }
    }
  }

  frames(c, { row, column, rows, columns, dilation }, cell, tall) {
    const [down, across] = dilation;
    if (down === 1 && across === 1) {
      box(c, column * cell, row * tall, columns * cell, rows * tall);
      return;
    }
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) {
        box(c, (column + x * across) * cell, (row + y * down) * tall, cell, tall);
      }
    }
  }
}

function box(c, x, y, width, height) {
  c.lineWidth = 5;
  c.strokeStyle = '#14181F';
  c.strokeRect(x, y, width, height);
  c.lineWidth = 2.5;
  c.strokeStyle = token('marker');
  c.strokeRect(x, y, width, height);
}

function label(c, text, x, y, cell, width) {
  c.font = `650 15px ${token('sans')}`;
  const wide = c.measureText(text).width + 16;
  const right = x + cell + wide + 30 < width;
  const left = right ? Math.max(x + cell + 12, width - wide - 6) : 6;
  c.strokeStyle = token('ink');
  c.lineWidth = 1.2;
  c.beginPath();
  c.moveTo(right ? x + cell : x, y);
  c.lineTo(right ? left : left + wide, y);
  c.stroke();
  c.fillStyle = token('ground');
  c.beginPath();
  c.roundRect(left, y - 13, wide, 26, 5);
  c.fill();
  c.fillStyle = token('ink');
  c.fillText(text, left + 8, y + 5);
}

function hatch(c, width, height) {
  c.fillStyle = token('sunk');
  c.fillRect(0, 0, width, height);
  c.strokeStyle = token('line');
  c.lineWidth = 1;
  c.beginPath();
  for (let x = -height; x < width; x += 7) {
    c.moveTo(x, 0);
    c.lineTo(x + height, height);
  }
  c.stroke();
}

/** Lines over the cells that are clearly below 0. */
function stripes(c, values, columns, reach, width, height) {
  const rows = Math.ceil(values.length / columns);
  const [cell, tall] = [width / columns, height / rows];
  c.save();
  c.beginPath();
  for (let i = 0; i < values.length; i++) {
    if (values[i] < -0.06 * reach) {
      c.rect((i % columns) * cell, Math.floor(i / columns) * tall, cell, tall);
    }
  }
  c.clip();
  c.strokeStyle = token('ground');
  c.globalAlpha = 0.42;
  c.lineWidth = 2;
  c.beginPath();
  for (let x = -height; x < width; x += 9) {
    c.moveTo(x, height);
    c.lineTo(x + height, 0);
  }
  c.stroke();
  c.restore();
}

/** The colour of a signed number, and ink that can be read on it. */
export function signColour(value) {
  const { ramp } = palette();
  return readable(ramp[255 + Math.round(clamp(value, -1, 1) * 255)]);
}

export function greyColour(value) {
  const level = Math.round(255 * clamp(value, 0, 1));
  return readable((255 << 24) | (level << 16) | (level << 8) | level);
}

function readable(pixel) {
  const parts = [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  const [r, g, b] = parts.map(v => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  // each of the three keeps 4.5:1 in its range
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return { background: `rgb(${parts.join(',')})`, ink: light > 0.218 ? '#14181F' : light > 0.18 ? '#000000' : '#FFFFFF' };
}

/** @param {[string, ...string[]]} heads @param {(string | number | Node)[][]} rows */
export function table(heads, rows, name) {
  return el('div', { class: 'twin', tabindex: 0, role: 'region', 'aria-label': name },
    el('table', {},
      el('thead', {}, el('tr', {}, ...heads.map(text => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map(text => el('td', {}, text instanceof Node ? text : String(text))))))));
}
