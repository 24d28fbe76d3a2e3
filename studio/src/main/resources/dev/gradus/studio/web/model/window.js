/**
 * What a number looks at, times its weights, as small tables or as pictures.
 */
import words from '../words/model.js';
import { el, number, signed } from '../shell/draw.js';
import { greyColour, paintMap, signColour } from './pictures.js';

const MOST_CELLS = 49;

/** A window of few numbers as three small tables. */
export function matrices(frame, around) {
  const { size, kind } = frame.account;
  const cells = size.reduce((a, b) => a * b, 1);
  const terms = frame.arrays.inputs.length;
  if (!size.length || size.length > 3 || cells > MOST_CELLS || terms % cells || frame.account.left) {
    return null;
  }
  const seen = terms / cells;
  const pick = numbers => Array.from({ length: cells }, (_, i) => numbers[i * seen + Math.min(around.source, seen - 1)]);
  // where a window is laid down, some weights fall between two numbers
  const between = around.model.places[frame.place].kind === 'TransposedConvolution';
  const all = { inputs: pick(between ? frame.arrays.inputs.map((v, i) => (frame.arrays.from[i] < 0 ? NaN : v)) : frame.arrays.inputs), weights: pick(frame.arrays.weights), products: pick(frame.arrays.products) };
  if (size.length < 3) {
    return slice(all, size.at(-1), kind, around, '');
  }
  // a window with a depth: its slices stand below each other
  const each = cells / size[0];
  return el('div', { class: 'slices' }, ...Array.from({ length: size[0] }, (_, i) =>
    slice(Object.fromEntries(Object.entries(all).map(([name, numbers]) => [name, numbers.slice(i * each, (i + 1) * each)])), size.at(-1), kind, around, `, ${words.slice(i + 1)}`)));
}

function slice({ inputs, weights, products }, columns, kind, around, which) {
  const picture = around.isPicture;
  const reach = Math.max(...inputs.map(v => Math.abs(v) || 0)) || 1;
  const paintInput = picture && Math.min(...inputs) >= 0 ? v => greyColour(v / Math.max(1, reach)) : v => signColour(v / reach);
  if (kind !== 'weighted') {
    return el('div', { class: 'mats', tabindex: 0, role: 'group', 'aria-label': words.mats }, grid(words.window + which, inputs, columns, paintInput, inputs.indexOf(Math.max(...inputs)), !picture));
  }
  const strongest = products.map(Math.abs).indexOf(Math.max(...products.map(Math.abs)));
  const widest = Math.max(...weights.map(Math.abs)) || 1;
  const most = Math.max(...products.map(Math.abs)) || 1;
  return el('div', { class: 'mats', tabindex: 0, role: 'group', 'aria-label': words.mats },
    grid((picture ? words.brightness : words.window) + which, inputs, columns, paintInput, strongest, !picture), el('span', { class: 'op' }, '×'),
    grid(words.weightsSame, weights, columns, v => signColour(v / widest), strongest, true), el('span', { class: 'op' }, '='),
    grid(words.products, products, columns, v => signColour(v / most), strongest, true));
}

function grid(caption, values, columns, colour, hot, sign) {
  const rows = [];
  for (let i = 0; i < values.length; i += columns) {
    rows.push(el('tr', {}, ...values.slice(i, i + columns).map((value, k) => {
      if (Number.isNaN(value)) {
        return el('td', { class: 'none', title: words.between }, '·');
      }
      const { background, ink } = colour(value);
      const cell = el('td', { class: i + k === hot ? 'hot' : '' }, columns > 3 ? short(figure(value, sign)) : figure(value, sign));
      cell.style.background = background;
      cell.style.color = ink;
      return cell;
    })));
  }
  return el('table', { class: 'mx' + (columns > 3 ? ' tight' : '') }, el('caption', {}, caption), ...rows);
}

/** Large numbers go without what is behind the point. */
const figure = (value, sign) => (Math.abs(value) >= 100 ? `${value < 0 ? '−' : sign ? '+' : ''}${Math.round(Math.abs(value)).toLocaleString('en')}` : sign ? signed(value) : number(value));

/** Where there is little room the 0 before the point is left out. */
const short = text => text.replace(/^([+−]?)0\./, '$1.');

/** Many inputs that form a picture: inputs, weights and products as three pictures. */
export function planes(frame, around) {
  const { shape } = around.pictured ?? {};
  const count = frame.arrays.inputs.length;
  if (frame.account.kind !== 'weighted' || frame.account.left || !shape || shape.rows * shape.columns * shape.channels !== count || shape.rows < 2) {
    return null;
  }
  const { channels } = shape;
  const channel = Math.min(around.source, channels - 1);
  const part = numbers => Float32Array.from({ length: count / channels }, (_, i) => numbers[i * channels + channel]);
  const picture = (caption, numbers) => {
    const values = part(numbers);
    const reach = values.reduce((most, v) => Math.max(most, Math.abs(v)), 0) || 1;
    const canvas = paintMap(el('canvas', { role: 'img', 'aria-label': caption }), values, shape.columns, v => v / reach);
    return el('figure', { class: 'plane3' }, el('figcaption', {}, caption), canvas);
  };
  const choice = channels === 1 ? [] : [el('label', { class: 'which' }, words.channelOf, ' ', el('select', { onchange: event => around.chooseSource(event.target.selectedIndex) },
    ...Array.from({ length: channels }, (_, i) => el('option', { selected: i === channel }, String(i + 1)))))];
  return el('div', { class: 'mats', tabindex: 0, role: 'group', 'aria-label': words.mats }, ...choice,
    picture(words.whatComesIn, frame.arrays.inputs), el('span', { class: 'op' }, '×'),
    picture(words.weightsOwn, frame.arrays.weights), el('span', { class: 'op' }, '='), picture(words.products, frame.arrays.products));
}
