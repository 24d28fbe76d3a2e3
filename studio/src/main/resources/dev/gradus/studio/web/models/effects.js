/**
 * What spoke for an answer: the picture with the parts marked that were hidden in turn. Blue and plus spoke
 * for it, orange and stripes against.
 */
import words from '../words/models.js';
import { el, palette, signed } from '../shell/draw.js';

const SCALE = 8;

/**
 * @param {{effects: number[], label: number, p: number}} found
 * @param {ArrayLike<number>} pixels
 * @param {number} width
 * @param {string[]} classes
 */
export function effectPicture(found, pixels, width, classes) {
  const height = pixels.length / width;
  const canvas = el('canvas', { class: 'effect', width: width * SCALE, height: height * SCALE, role: 'img', 'aria-label': words.effect.label(classes[found.label], words.percent(found.p)) });
  const context = canvas.getContext('2d');
  const most = Math.max(...found.effects.map(Math.abs));
  const { pos, neg } = palette();
  for (let i = 0; i < pixels.length; i++) {
    const [x, y] = [(i % width) * SCALE, Math.floor(i / width) * SCALE];
    const gray = 16 + pixels[i] * 0.6;
    const share = most > 0.002 ? Math.abs(found.effects[i]) / most : 0;
    const end = found.effects[i] > 0 ? pos : neg;
    const mixed = end.map(c => Math.round(gray + (c - gray) * Math.min(1, share) * 0.85));
    context.fillStyle = `rgb(${mixed})`;
    context.fillRect(x, y, SCALE, SCALE);
    if (share > 0.3) {
      context.fillStyle = '#fff';
      if (found.effects[i] < 0) {
        context.fillRect(x, y + 3, SCALE, 2);
      } else if (i % width % 2 && Math.floor(i / width) % 2) {
        context.fillRect(x + 2, y + 3.500, 5, 1);
        context.fillRect(x + 4, y + 1.500, 1, 5);
      }
    }
  }
  return canvas;
}

/** In one sentence. */
export function effectSummary(found) {
  const most = Math.max(...found.effects);
  return most > 0.002 ? words.effect.strongest(words.percent(most)) : words.effect.none;
}

/** The strongest parts, as a table: patches of four by four. */
export function effectTable(found, width) {
  const height = found.effects.length / width;
  const parts = [];
  for (let y = 0; y + 4 <= height; y += 4) {
    for (let x = 0; x + 4 <= width; x += 4) {
      let sum = 0;
      for (let i = 0; i < 16; i++) {
        sum += found.effects[(y + (i >> 2)) * width + x + (i & 3)];
      }
      parts.push([words.effect.region(y, x), sum / 16]);
    }
  }
  parts.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  return table(parts.slice(0, 12));
}

/** Of a row: its numbers by name. */
export function rowEffects(found, names) {
  return table(names.map((name, i) => [name, found.effects[i]]), words.effect.rowHead);
}

function table(parts, head = words.effect.tableHead) {
  return el('table', {}, el('thead', {}, el('tr', {}, ...head.map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...parts.map(([name, by]) => el('tr', {}, el('td', {}, name), el('td', {}, `${signed(100 * by, 1)} % · ${by >= 0 ? words.effect.for : words.effect.against}`)))));
}
