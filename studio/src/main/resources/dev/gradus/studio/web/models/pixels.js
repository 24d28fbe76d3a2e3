/**
 * Small gray pictures: read from what the studio says, drawn as they are (never inverted by the theme), and
 * as a table of numbers.
 */
import { el } from '../shell/draw.js';

/** Bytes in base 64 as brightnesses from 0 to 255. */
export function brightnesses(text) {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}

/** Brightnesses as bytes in base 64. */
export function toText(values) {
  let letters = '';
  for (const value of values) {
    letters += String.fromCharCode(Math.max(0, Math.min(255, Math.round(value))));
  }
  return btoa(letters);
}

/**
 * @param {ArrayLike<number>} values row by row
 * @param {number} width
 * @param {number} height
 * @param {HTMLCanvasElement} [canvas]
 */
export function drawPixels(values, width, height, canvas = el('canvas', { 'aria-hidden': 'true' })) {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (let i = 0; i < values.length; i++) {
    image.data.fill(values[i], 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** The numbers of a picture, as a table. */
export function pixelTable(values, width, label) {
  const rows = [];
  for (let y = 0; y * width < values.length; y++) {
    rows.push(el('tr', {}, el('th', { scope: 'row' }, String(y + 1)), ...Array.from({ length: width }, (_, x) => el('td', {}, String(Math.round(values[y * width + x]))))));
  }
  const head = el('tr', {}, el('td'), ...Array.from({ length: width }, (_, x) => el('th', { scope: 'col' }, String(x + 1))));
  return el('table', { class: 'numbers', 'aria-label': label }, el('thead', {}, head), el('tbody', {}, ...rows));
}
