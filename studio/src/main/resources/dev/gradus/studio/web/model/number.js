/**
 * One number with its whole computation in real figures: what comes in, times the weights, is the products, and
 * the stair of their sum; below it what was made on the way.
 */
import words from '../words/model.js';
import { el, number } from '../shell/draw.js';
import { stair } from './stair.js';
import { isRecurrentSum, stepName, termTable, wayTo } from './terms.js';
import { matrices, planes } from './window.js';

const MOST_FIGURES = 64;
const BETWEEN = { multiplied: words.times1, divided: words.over };

/**
 * @param {any} frame the answer of the studio
 * @param {{model: any, activations: any, source: number, chooseSource: (channel: number) => void, tables: boolean, go: (place: number, channel: number, row: number, column: number) => void}} around
 */
export function drawNumber(frame, around) {
  const parts = [];
  const moment = frame.account.moments && momentOf(frame, around);
  if (moment) {
    parts.push(moment);
  }
  if (around.tables) {
    parts.push(termTable(frame, around));
  } else {
    const pictured = matrices(frame, around) ?? planes(frame, around);
    if (pictured) {
      parts.push(pictured);
    }
    parts.push(...drawn(frame, around));
  }
  parts.push(el('p', { class: 'q words' }, ...sentence(frame, around)));
  if (frame.account.left) {
    parts.push(el('p', { class: 'qq' }, words.left(frame.account.left, number(frame.arrays.totals[3]))));
  }
  if (frame.behind.length) {
    parts.push(chain(frame, around));
  }
  return parts;
}

/** The stair, or the few numbers that are no sum. */
function drawn(frame, around) {
  const { account } = frame;
  const { inputs, totals } = frame.arrays;
  if (!account.steps.length) {
    return figures(frame, around);
  }
  const steps = account.steps.map((step, i) => ({ name: stepName(step, frame, around), value: frame.arrays.steps[i] }));
  const channels = account.steps.some(step => step.what === 'channel');
  if (channels) {
    return [stair(steps, totals[0], { hot: account.steps.findIndex(step => step.what === 'channel' && step.number === around.source), ways: account.steps.map(step => step.what === 'channel' && (() => around.chooseSource(step.number))) }),
      el('p', { class: 'qq' }, words.channelsHelp)];
  }
  const ways = account.steps.map(step => step.what === 'term' && wayTo(frame, around, step.number));
  const help = [isRecurrentSum(around.model.places[frame.place]) ? words.gateTerms : '', ways.some(Boolean) ? words.goHelp : ''].filter(Boolean).join(' ');
  return [stair(steps, totals[0], { ways }), ...(help ? [el('p', { class: 'qq' }, help)] : [])];
}

/** A few numbers, with the names of what made them where these differ; one alone stands in the sentence. */
function figures(frame, around) {
  const { inputs, source } = frame.arrays;
  if (inputs.length < 2 || inputs.length > MOST_FIGURES) {
    return [];
  }
  const named = new Set(source).size === inputs.length;
  const parts = [...inputs].map((input, i) => {
    const way = named && wayTo(frame, around, i);
    const name = named && (source[i] < 0 ? words.own : words.kind(around.model.places[frame.account.sources[source[i]]]));
    return el('span', {}, ...(way ? [el('button', { type: 'button', class: 'link', 'aria-label': words.goThere(name), onclick: way }, name), ' '] : named ? [name, ' '] : []), el('span', { class: 'mono' }, number(input)));
  });
  const between = BETWEEN[frame.account.kind] ?? (named ? words.comma : words.apart);
  return [el('p', { class: 'figures' }, ...parts.flatMap((part, i) => (i ? [between, part] : [part])))];
}

function sentence(frame, around) {
  const it = around.model.places[frame.place];
  const [sum, value] = frame.arrays.totals;
  const b = x => el('b', {}, number(x, 3));
  const { kind, bend } = frame.account;
  if (kind === 'untold') {
    return bend === 'hidden' ? [words.reasons.hidden] : [words.reasons[bend], ' ', b(value)];
  }
  if (it.kind === 'Looks') {
    return [words.scored, ' ', b(sum), '. ', words.shareOf, ' ', el('b', {}, words.percent(value))];
  }
  if (kind === 'operated') {
    return [words.operated[bend] ?? words.bend(bend), ' ', b(value)];
  }
  const begin = words.begins[kind] ?? words.comesTo;
  return bend ? [begin, ' ', b(sum), '. ', words.bends(words.bend(bend)), ' ', b(value)] : [begin, ' ', b(value)];
}

/** Of a sequence: which moment it is, and the one before it a click away. */
function momentOf(frame, around) {
  const [moment, all, before] = frame.account.moments;
  return el('p', { class: 'moment' }, words.moment(moment + 1, all), ' ', before < 0 ? words.momentFirst
    : el('button', { type: 'button', class: 'link', onclick: () => around.go(frame.place, frame.channel, 0, before) }, words.momentBefore),
  el('br'), words.formulas[around.model.places[frame.place].kind] ?? '');
}

/** What was made on the way, each with a stair of its own. */
function chain(frame, around) {
  const items = frame.behind.map((it, i) => {
    const arrays = Object.fromEntries(['totals', 'steps', 'inputs', 'weights', 'products', 'from', 'source'].map(name => [name, frame.arrays[`${i + 1}.${name}`]]));
    const part = { place: it.place, account: it.account, arrays };
    const place = around.model.places[it.place];
    const name = words.kind(place);
    return el('li', {},
      el('h4', {}, el('button', { type: 'button', class: 'link', 'aria-label': words.goThere(name), onclick: () => around.go(it.place, ...it.spot) }, name), ' ', el('b', { class: 'num' }, number(arrays.totals[1], 3))),
      el('p', { class: 'says' }, words.formulas[place.kind] ?? place.text),
      ...(around.tables ? [termTable(part, around)] : drawn(part, around).slice(0, 1)),
      el('p', { class: 'q words' }, ...sentence(part, around)));
  });
  return el('section', { class: 'chain' }, el('h3', {}, words.chainTitle), el('ol', {}, ...items));
}
