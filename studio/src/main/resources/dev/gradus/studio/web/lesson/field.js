/**
 * A plane of signed numbers: hue is sign and never alone, so minus is striped and the line where the sign
 * turns is drawn in ink.
 */
import { clamp, contour, el, paint, token } from '../shell/draw.js';

const SPACE = 12.7;

/**
 * @param {HTMLCanvasElement} canvas as wide as its box is
 * @param {ArrayLike<number> | ArrayLike<number>[]} values row by row, the top row first
 * @param {number} side how many there are in a row
 * @param {{reach?: number, ratio?: number}} options the number of full colour, else the largest; height by width
 */
export function plane(canvas, values, side, options = {}) {
  const flat = typeof values[0] === 'number' ? values : [...values].flatMap(row => [...row]);
  let most = 0;
  for (const value of flat) {
    most = Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
  }
  const reach = options.reach ?? (most || 1);
  const width = canvas.clientWidth || 320;
  const height = Math.round(width * (options.ratio ?? 1));
  const dense = devicePixelRatio || 1;
  canvas.width = Math.round(width * dense);
  canvas.height = Math.round(height * dense);
  const c = canvas.getContext('2d');
  c.scale(dense, dense);
  const field = el('canvas');
  paint(field, flat, side, value => clamp(value / reach, -1, 1));
  c.imageSmoothingEnabled = true;
  c.imageSmoothingQuality = 'high';
  c.drawImage(field, 0, 0, width, height);
  c.drawImage(stripes(flat, side, width, height, dense, reach), 0, 0, width, height);
  c.strokeStyle = token('ink');
  c.lineWidth = 1.6;
  c.beginPath();
  const [w, h] = [width / (side - 1), height / (side - 1)];
  contour(flat, side, (p, q) => { c.moveTo(p[0] * w, p[1] * h); c.lineTo(q[0] * w, q[1] * h); });
  c.stroke();
}

function stripes(values, side, width, height, dense, reach) {
  const made = el('canvas');
  made.width = Math.round(width * dense);
  made.height = Math.round(height * dense);
  const c = made.getContext('2d');
  c.scale(dense, dense);
  c.strokeStyle = token('ground');
  c.lineWidth = 2.2;
  c.globalAlpha = 0.34;
  c.beginPath();
  for (let x = -height; x < width; x += SPACE) {
    c.moveTo(x, height);
    c.lineTo(x + height, 0);
  }
  c.stroke();
  // only where the number is below zero
  c.globalAlpha = 1;
  c.globalCompositeOperation = 'destination-in';
  const mask = el('canvas');
  mask.width = mask.height = side;
  const m = mask.getContext('2d');
  const image = m.createImageData(side, side);
  for (let i = 0; i < values.length; i++) {
    image.data[4 * i + 3] = 255 * clamp((-values[i] / reach) * 12, 0, 1);
  }
  m.putImageData(image, 0, 0);
  c.drawImage(mask, 0, 0, width, height);
  return made;
}
