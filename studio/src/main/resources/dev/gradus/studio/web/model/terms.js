/**
 * The terms of a number: what they are called, and where they come from.
 */
import words from '../words/model.js';
import { el, number } from '../shell/draw.js';
import { table } from './pictures.js';

const MOST_ROWS = 300;
const RECURRENT = ['InputGate', 'ForgetGate', 'ResetGate', 'UpdateGate', 'Candidate', 'OutputGate', 'RnnState'];
const PARTS = { Memory: [words.kept, words.written], GruState: [words.candidate, words.before] };

export const isRecurrentSum = it => RECURRENT.includes(it.kind);

/** What a step of the stair is called. */
export function stepName(step, frame, around) {
  const { kind } = frame.account;
  const it = around.model.places[frame.place];
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
  const source = frame.arrays.source[step.number];
  if (isRecurrentSum(it)) {
    const { shape } = around.model.places[frame.account.sources[source]];
    return (source === 0 ? words.readTerm : words.saidTerm)((frame.arrays.from[step.number] % shape.at(-1)) + 1);
  }
  if (PARTS[it.kind]) {
    return PARTS[it.kind][source];
  }
  if (source < 0) {
    return it.kind === 'PlaceVectors' || it.kind === 'PositionEmbedding' ? words.placeVector : words.own;
  }
  // of several inputs one number each: they go by the name of what made them
  if (new Set(frame.arrays.source).size === frame.arrays.source.length && frame.arrays.source.length > 1) {
    return words.kind(around.model.places[frame.account.sources[source]]);
  }
  return it.kind === 'Takes' ? words.place(step.number + 1) : String(step.number + 1);
}

/** Channel, row and column of a number of a place. */
export function spotOf(it, from) {
  const { shape } = it;
  const columns = shape.at(-2);
  switch (it.layout) {
    case 'UNITS': return [from, 0, 0];
    case 'SEQUENCE': return [from % shape[1], 0, Math.floor(from / shape[1])];
    case 'HEADS': return [Math.floor(from / (shape[1] * shape[2])), Math.floor(from / shape[2]) % shape[1], from % shape[2]];
    default: {
      const cell = Math.floor(from / shape.at(-1));
      return [from % shape.at(-1), Math.floor(cell / columns), cell % columns];
    }
  }
}

/** Goes to where a term comes from; nothing if it comes from none. */
export function wayTo(frame, around, i) {
  const [source, from] = [frame.arrays.source[i], frame.arrays.from[i]];
  const place = frame.account.sources[source];
  const it = around.model.places[place];
  // tokens that go in are no numbers to look into
  if (source < 0 || from < 0 || !it || (!it.inputs.length && around.activations.tokenLists[place].length)) {
    return null;
  }
  return () => around.go(place, ...spotOf(it, from));
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
  const it = around.model.places[frame.account.sources[source]];
  const place = [];
  let rest = from;
  for (let axis = it.shape.length - 1; axis >= 0; axis--) {
    place.unshift((rest % it.shape[axis]) + 1);
    rest = Math.floor(rest / it.shape[axis]);
  }
  const text = frame.account.sources.length > 1 ? `${words.kind(it)} ${place.join(' · ')}` : place.join(' · ');
  const way = wayTo(frame, around, i);
  return way ? el('button', { type: 'button', class: 'link', 'aria-label': words.goThere(text), onclick: way }, text) : text;
}

export function termTable(frame, around) {
  const { inputs, weights, products } = frame.arrays;
  const [, , bias, rest] = frame.arrays.totals;
  const rows = [...inputs.subarray(0, MOST_ROWS)].map((input, i) => [i + 1, whence(frame, around, i), number(input, 4), number(weights[i], 4), number(products[i], 4)]);
  if (inputs.length > MOST_ROWS || frame.account.left) {
    const unlisted = products.subarray(MOST_ROWS).reduce((all, product) => all + product, rest);
    rows.push([words.others(inputs.length - Math.min(MOST_ROWS, inputs.length) + frame.account.left), '', '', '', number(unlisted, 4)]);
  }
  if (frame.account.bias) {
    rows.push([words.bias, '', '', '', number(bias, 4)]);
  }
  return table(words.termHeads, rows, words.termTable);
}
