/**
 * One number with its whole computation in real figures: what comes in, times the weights, is the products, and
 * the stair of their sum.
 */
import words from '../words/model.js';
import { el, number, signed } from '../shell/draw.js';
import { greyColour, paintMap, signColour, table } from './pictures.js';
import { stair } from './stair.js';

const MOST_CELLS = 49;
const MOST_ROWS = 300;

/**
 * @param {any} frame the answer of the studio
 * @param {{model: any, activations: any, source: number, chooseSource: (channel: number) => void, tables: boolean}} around
 */
export function drawNumber(frame, around) {
  const { account } = frame;
  const [sum, value, bias, rest] = frame.arrays.totals;
  const parts = [];
  const terms = namedTerms(frame, around);
  if (around.tables) {
    parts.push(termTable(frame, terms, bias, rest));
  } else {
    const pictured = matrices(frame, around) ?? planes(frame, around);
    if (pictured) {
      parts.push(pictured);
    }
    if (account.steps.length) {
      const steps = account.steps.map((step, i) => ({ name: stepName(step, frame, around), value: frame.arrays.steps[i] }));
      const channels = account.steps.some(step => step.what === 'channel');
      parts.push(stair(steps, sum, channels
        ? { hot: account.steps.findIndex(step => step.what === 'channel' && step.number === around.source), choose: i => account.steps[i].what === 'channel' && around.chooseSource(account.steps[i].number) }
        : {}));
      if (channels) {
        parts.push(el('p', { class: 'qq' }, words.channelsHelp));
      }
    } else if (terms.length && terms.length <= 64) {
      parts.push(el('p', { class: 'figures mono' }, terms.map(term => number(term.input)).join('  ')));
    }
  }
  parts.push(el('p', { class: 'q words' }, ...sentence(frame, around, sum, value)));
  if (account.left) {
    parts.push(el('p', { class: 'qq' }, words.left(account.left, number(rest))));
  }
  return parts;
}

function sentence(frame, around, sum, value) {
  const it = around.model.places[frame.place];
  const b = x => el('b', {}, number(x, 3));
  const { kind, bend } = frame.account;
  if (kind === 'untold' && it.kind === 'Looks') {
    return [words.hidden];
  }
  if (kind === 'untold') {
    const inputs = it.inputs.map(i => `${words.kind(around.model.places[i])} (${words.shape(around.model.places[i].shape)})`);
    return [words.untold(words.kind(it), inputs.join(', '), words.formulas[it.kind] ?? it.text), ' ', b(value)];
  }
  if (it.kind === 'Looks') {
    return [words.scored, ' ', b(sum), '. ', words.shareOf, ' ', el('b', {}, words.percent(value))];
  }
  const begin = { given: words.given, passed: words.passed, largest: words.largest, smallest: words.smallest, multiplied: words.multiplied, bent: words.before }[kind] ?? words.comesTo;
  return bend ? [begin, ' ', b(sum), '. ', words.bends(words.bend(bend)), ' ', b(value)] : [begin, ' ', b(value)];
}

function stepName(step, frame, around) {
  const { kind } = frame.account;
  if (step.what === 'bias') {
    return kind === 'normalised' ? words.shift : words.bias;
  }
  if (step.what === 'others') {
    return words.others(step.number);
  }
  if (step.what === 'channel') {
    return words.channelShort(step.number + 1);
  }
  if (kind === 'normalised') {
    return [words.itself, words.meanTerm][step.number];
  }
  if (kind === 'added') {
    const source = frame.arrays.source[step.number];
    return source < 0 ? words.placeVector : words.kind(around.model.places[frame.account.sources[source]]);
  }
  return around.model.places[frame.place].kind === 'Takes' ? words.place(step.number + 1) : String(step.number + 1);
}

function namedTerms(frame, around) {
  return [...frame.arrays.inputs].map((input, i) => ({ input, weight: frame.arrays.weights[i], product: frame.arrays.products[i], from: whence(frame, around, i) }));
}

/** In which place of which input a term stands, counted from 1. */
function whence(frame, around, i) {
  const [source, from] = [frame.arrays.source[i], frame.arrays.from[i]];
  if (source < 0) {
    return words.own;
  }
  if (from < 0) {
    return words.beyond;
  }
  const { shape } = around.model.places[frame.account.sources[source]];
  const place = [];
  let rest = from;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place.unshift((rest % shape[axis]) + 1);
    rest = Math.floor(rest / shape[axis]);
  }
  return place.join(' · ');
}

/** A window of few numbers as three small tables. */
function matrices(frame, around) {
  const { size, kind } = frame.account;
  const cells = size.reduce((a, b) => a * b, 1);
  const terms = frame.arrays.inputs.length;
  if (!size.length || size.length > 2 || cells > MOST_CELLS || terms % cells || frame.account.left) {
    return null;
  }
  const seen = terms / cells;
  const pick = numbers => Array.from({ length: cells }, (_, i) => numbers[i * seen + Math.min(around.source, seen - 1)]);
  const columns = size.at(-1);
  const inputs = pick(frame.arrays.inputs);
  const products = pick(frame.arrays.products);
  const picture = around.isPicture;
  const reach = Math.max(...inputs.map(Math.abs)) || 1;
  const paintInput = picture && Math.min(...inputs) >= 0 ? v => greyColour(v / Math.max(1, reach)) : v => signColour(v / reach);
  const strongest = products.map(Math.abs).indexOf(Math.max(...products.map(Math.abs)));
  if (kind !== 'weighted') {
    return el('div', { class: 'mats' }, grid(words.window, inputs, columns, paintInput, inputs.indexOf(Math.max(...inputs)), !picture));
  }
  const weights = pick(frame.arrays.weights);
  const widest = Math.max(...weights.map(Math.abs)) || 1;
  const most = Math.max(...products.map(Math.abs)) || 1;
  return el('div', { class: 'mats' },
    grid(picture ? words.brightness : words.window, inputs, columns, paintInput, strongest, !picture), el('span', { class: 'op' }, '×'),
    grid(words.weightsSame, weights, columns, v => signColour(v / widest), strongest, true), el('span', { class: 'op' }, '='),
    grid(words.products, products, columns, v => signColour(v / most), strongest, true));
}

function grid(caption, values, columns, colour, hot, sign) {
  const rows = [];
  for (let i = 0; i < values.length; i += columns) {
    rows.push(el('tr', {}, ...values.slice(i, i + columns).map((value, k) => {
      const { background, ink } = colour(value);
      const cell = el('td', { class: i + k === hot ? 'hot' : '' }, columns > 3 ? short(sign ? signed(value) : number(value)) : sign ? signed(value) : number(value));
      cell.style.background = background;
      cell.style.color = ink;
      return cell;
    })));
  }
  return el('table', { class: 'mx' + (columns > 3 ? ' tight' : '') }, el('caption', {}, caption), ...rows);
}

/** Where there is little room the 0 before the point is left out. */
const short = text => text.replace(/^([+−]?)0\./, '$1.');

/** Many inputs that form a picture: inputs, weights and products as three pictures. */
function planes(frame, around) {
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
  return el('div', { class: 'mats' }, ...choice,
    picture(words.whatComesIn, frame.arrays.inputs), el('span', { class: 'op' }, '×'),
    picture(words.weightsOwn, frame.arrays.weights), el('span', { class: 'op' }, '='), picture(words.products, frame.arrays.products));
}

function termTable(frame, terms, bias, rest) {
  const rows = terms.slice(0, MOST_ROWS).map((term, i) => [i + 1, term.from, number(term.input, 4), number(term.weight, 4), number(term.product, 4)]);
  if (terms.length > MOST_ROWS || frame.account.left) {
    const unlisted = terms.slice(MOST_ROWS).reduce((all, term) => all + term.product, rest);
    rows.push([words.others(terms.length - Math.min(MOST_ROWS, terms.length) + frame.account.left), '', '', '', number(unlisted, 4)]);
  }
  if (frame.account.bias) {
    rows.push([words.bias, '', '', '', number(bias, 4)]);
  }
  return table(words.termHeads, rows, words.termTable);
}
