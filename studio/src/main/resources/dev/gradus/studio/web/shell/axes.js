/**
 * Numbers along the edges of charts.
 */
import { number } from './draw.js';

const SUPERSCRIPT = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };

/** Powers of ten as people write them. */
export const power = exponent => (exponent === 0 ? '1' : exponent === -1 ? '0.1' : '10' + [...String(exponent)].map(c => SUPERSCRIPT[c]).join(''));

/**
 * Round numbers between two ends: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} most how many there is room for
 */
export function ticks(low, high, most) {
  const rough = (high - low) / Math.max(1, most);
  if (!(rough > 0) || !Number.isFinite(rough)) {
    return [low];
  }
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(n => n * size).find(n => n >= rough * 0.999);
  const found = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
    found.push(Number((i * step).toPrecision(12)));
  }
  return found;
}

/** As few digits as tell the ticks apart. */
export function tickText(value, all) {
  const step = all.length > 1 ? Math.abs(all[1] - all[0]) : Math.abs(value);
  const size = Math.abs(value);
  if (size >= 1e5 || (step > 0 && step < 1e-4)) {
    return value === 0 ? '0' : number(value, 1).includes('e') ? value.toExponential(0).replace('-', '−') : value.toExponential(1).replace('-', '−');
  }
  return number(value, step >= 1 ? 0 : Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)));
}

/** A number with about three digits that matter, whatever its size. */
export function brief(value) {
  if (!Number.isFinite(value)) {
    return number(value);
  }
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const exponent = Math.floor(Math.log10(size));
    return `${number(value / 10 ** exponent, 1)} × 10${[...String(exponent)].map(c => SUPERSCRIPT[c]).join('')}`;
  }
  return size >= 1000 ? (value < 0 ? '−' : '') + Math.round(size).toLocaleString('en') : number(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}
