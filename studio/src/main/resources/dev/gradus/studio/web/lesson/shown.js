/**
 * A value of a failing case: a number, numbers in a box, a text, or nothing.
 */
import words from '../words/lesson.js';
import { el } from '../shell/draw.js';

const MOST_ROWS = 12;
const MOST_COLUMNS = 10;

/** A number as people write it; JSON has texts for those that are not finite. */
export function plain(value) {
  if (typeof value === 'string') {
    return value === 'Infinity' ? '∞' : value === '-Infinity' ? '−∞' : value;
  }
  return String(Number(value.toPrecision(6))).replace('-', '−');
}

/**
 * @param {any} value
 * @param {number[] | undefined} place where it differs
 */
export function shown(value, place) {
  if (value.nothing !== undefined) {
    return el('span', { class: 'mono' }, value.nothing);
  }
  if (value.text !== undefined) {
    return el('span', { class: 'mono' }, `"${value.text}"`);
  }
  if (value.items) {
    return el('span', { class: 'mono' }, ...value.items.flatMap((item, i) => [i ? ', ' : '', place?.[0] === i && place.length === 1 ? el('mark', {}, line(item)) : line(item)]));
  }
  const { shape, values } = value;
  if (!shape.length) {
    return el('span', { class: 'one' }, plain(values[0]));
  }
  if (shape.length > 2 || (shape.at(-1) > MOST_COLUMNS) || (shape.length === 2 && shape[0] > MOST_ROWS) || !values.length) {
    return el('span', { class: 'mono' }, line(value));
  }
  const columns = shape.at(-1);
  const rows = shape.length === 2 ? shape[0] : 1;
  const at = place && (shape.length === 2 ? place[0] * columns + place[1] : place[0]);
  return el('table', { class: 'box' }, el('tbody', {}, ...Array.from({ length: rows }, (_, r) => el('tr', {}, ...Array.from({ length: columns }, (_, c) =>
    el('td', { class: at === r * columns + c ? 'off' : '' }, plain(values[r * columns + c])))))));
}

/** A value in one line. */
export function line(value) {
  if (value.shape) {
    return boxLine(value.shape, value.values.map(plain));
  }
  return value.items ? `[${value.items.map(line).join(', ')}]` : value.text !== undefined ? `"${value.text}"` : value.nothing;
}

function boxLine(shape, texts) {
  if (!shape.length) {
    return texts[0];
  }
  const step = texts.length / (shape[0] || 1);
  return `[${Array.from({ length: shape[0] }, (_, i) => boxLine(shape.slice(1), texts.slice(i * step, (i + 1) * step))).join(', ')}]`;
}

/** By how much an answer is off, and what that is, if one of the inputs is just that. */
export function off(failing) {
  const number = value => (value.shape ? value.values[value.shape.length && failing.place ? flat(value.shape, failing.place) : value.shape.length ? NaN : 0] : NaN);
  const by = number(failing.got) - number(failing.expected);
  if (!Number.isFinite(by) || by === 0) {
    return '';
  }
  const amount = plain(Math.abs(by));
  const equal = failing.inputs.find(input => input.value.shape && !input.value.shape.length && Math.abs(Math.abs(input.value.values[0]) - Math.abs(by)) < 1e-9);
  return words.off(amount, by > 0) + (equal ? words.equals(amount, equal.name) : '') + '.';
}

const flat = (shape, place) => place.reduce((sum, index, axis) => sum * shape[axis] + index, 0);
