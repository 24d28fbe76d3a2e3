/**
 * The page that looks into models: the network on top, below it the telescope, then what an answer hung on.
 */
import words from '../words/model.js';
import { $, el, number } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { announce, shell } from '../shell/shell.js';
import { Checkpoints } from './checkpoints.js';
import { Givers, Models } from './chooser.js';
import { figuresOf, readBundle, tilesOf } from './figures.js';
import { Further } from './further.js';
import { table } from './pictures.js';
import { Strip } from './strip.js';
import { Zoom } from './zoom.js';

const MOST_ROWS = 500;
const USUAL = 'made/lenet5';

const state = { model: null, activations: null, tables: false, models: [], wanted: new URLSearchParams(location.hash.slice(1)) };

shell('model', { redraw, keys: { t: turnTables, Escape: () => zoom.climb(), m: () => models.show() }, help: words.keys });

const say = message => live.say(message);
const models = new Models(open);
const givers = new Givers($('.pick'), say);
const strip = new Strip($('.net'), { choose: (place, channel) => look(place, channel), enter: place => zoom.enter(place) });
const zoom = new Zoom($('.zoomed'), { say, marked: (place, channel) => strip.mark(place, channel), climb: () => { strip.mark(null, null); strip.focus(); }, moved, go: place => strip.reveal(place) });
const further = new Further($('.further'), { say });
const checkpoints = new Checkpoints($('.runbar'), open);
const live = new Live('model', { opened, lost, told, shown, read: readBundle });

$('h1').textContent = words.headline.loading;

function opened() {
  $('.notice').replaceChildren();
  say({ do: 'models' });
}

function lost(seconds) {
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, words.away.title), el('p', {}, words.away.text), el('p', { class: 'qq' }, words.away.next(seconds)),
    el('button', { type: 'button', class: 'btn small', onclick: () => live.now() }, words.away.now)));
}

function open(id) {
  state.wanted = new URLSearchParams({ model: id });
  state.opening = id;
  $('h1').textContent = words.headline.loading;
  state.model = null;
  say({ do: 'open', model: id });
}

function told(message) {
  if (message.is === 'models') {
    state.models = message.models;
    models.set(message.models, state.model?.id);
    if (!state.model && !state.opening) {
      const wanted = state.wanted.get('model');
      open(message.models.some(model => model.id === wanted) ? wanted : (message.models.find(model => model.origin === 'file')?.id ?? USUAL));
    } else {
      open(state.model?.id ?? state.opening);
    }
  } else if (message.is === 'model') {
    opening(message);
  } else if (message.is === 'refused') {
    refused(message);
  }
}

/** Nothing of a model is shown while there is none. */
function close(closed) {
  for (const part of ['.net', '.further', '.pick', '.nexts', '.about', '.crumb']) {
    $(part).hidden = closed && part !== '.crumb';
  }
  if (closed) {
    zoom.clear();
    $('.crumb').replaceChildren(el('button', { type: 'button', class: 'link', 'aria-label': words.chooseModel, onclick: () => models.show() }, words.crumb), ...(state.opening ? [`· ${state.opening.replace(/^[a-z]+\//, '')}`] : []));
  }
}

function opening(model) {
  close(false);
  state.model = model;
  state.activations = null;
  history.replaceState(null, '', '#' + new URLSearchParams({ model: model.id }));
  $('.notice').replaceChildren();
  models.set(state.models, model.id);
  const [name, ...rest] = words.whereabouts(model, model.places.length);
  $('.crumb').replaceChildren(el('button', { type: 'button', class: 'link', 'aria-label': words.chooseModel, onclick: () => models.show() }, words.crumb), `· ${[name, ...rest].join(' · ')}`);
  document.title = `${name} · ${words.pages.model} · ${words.product}`;
  drawOutputs();
  checkpoints.show(model);
  givers.setModel(model);
  strip.setModel(model);
  zoom.setModel(model);
  further.setModel(model);
}

/** Of several outputs one is the answer: it is chosen here. */
function drawOutputs() {
  const { outputNames } = state.model;
  const choice = el('select', { id: 'output', onchange: event => say({ do: 'answer', output: event.target.selectedIndex }) },
    ...outputNames.map((text, i) => el('option', {}, words.outputName(text, i))));
  $('.outputs').replaceChildren(...(outputNames.length > 1 ? [el('label', { for: 'output' }, words.outputLabel), ' ', choice] : []));
}

function refused({ of, why }) {
  further.refused(of);
  if (of === 'open') {
    $('h1').textContent = words.headline.refused;
    close(true);
  }
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, of === 'open' ? words.why : words.refusedTitle[of]), el('pre', { class: 'why' }, why),
    el('button', { type: 'button', class: 'btn small', onclick: () => models.show() }, words.otherModel)));
  if (of === 'mattered' || of === 'points') {
    further.drawMattered();
    further.drawPoints();
  }
}

function shown(frame) {
  if (frame.is === 'activations') {
    if (frame.tiles.length === state.model?.places.length) {
      given(frame);
    }
  } else if (frame.is === 'examples') {
    givers.show(frame);
  } else if (['layer', 'channel', 'source', 'number'].includes(frame.is)) {
    zoom.told(frame);
  } else {
    further.told(frame);
  }
}

/** The network was given something. */
function given(frame) {
  const first = !state.activations;
  // of what comes in first it is asked what mattered
  state.activations = Object.assign(frame, { tokenLists: frame.tokens, tokens: frame.tokens[0] });
  $('.notice').replaceChildren();
  const tiles = tilesOf(frame);
  strip.setActivations(frame, tiles);
  givers.fill(frame.tokens.length ? frame.tokens.join(state.model.offers.letters ? '' : ' ') : tiles[0].whole && tiles[0].numbers.length <= 64 ? [...tiles[0].numbers].map(v => Number(v.toPrecision(4))).join(' ') : '');
  zoom.setActivations(frame);
  further.setActivations(frame);
  if (first) {
    begin();
  }
  headline();
  drawTables();
}

/** Something is shown before the first click: the strongest number of the first layer with weights. */
function begin() {
  const { model } = state;
  const place = model.places.findIndex(it => it.trained > 0 && it.kind !== 'Embedding');
  const attention = model.places.findIndex(it => it.kind === 'Looks');
  zoom.pending = true;
  look(attention >= 0 ? attention : Math.max(place, 0), 0);
}

function look(place, channel) {
  strip.reveal(place);
  zoom.look(place, channel);
}

function headline() {
  const { activations, model } = state;
  const { answer, label, note } = activations;
  const numbers = activations.arrays.answer;
  const text = answer.kind === 'classes' ? words.headline.sure(numbers[0], answer.names[0], model.trained)
    : answer.kind === 'tokens' ? words.headline.next(numbers[0], answer.names[0], model.trained)
      : words.headline.numbers(model.outputNames.length > 1 ? words.outputName(model.outputNames[answer.output], answer.output) : '', [...numbers].map(v => number(v)).slice(0, 4).join(', ') + (numbers.length > 4 ? ', …' : ''), model.trained);
  $('h1').textContent = text;
  const about = [];
  if (label >= 0 && answer.kind === 'classes' && model.offers.labels) {
    about.push((answer.names[0] === model.offers.labels[label] ? words.about.right : words.about.wrong)(model.offers.labels[label]));
  }
  if (note) {
    about.push(words.notes[note]);
  }
  const where = model.places.findIndex((_, i) => figuresOf(activations, i).lost > 0 && model.places[i].kind !== 'Looks');
  if (where >= 0) {
    about.push(words.lost(figuresOf(activations, where).lost, `${words.kind(model.places[where])} ${model.places[where].path}`));
  }
  $('.about').textContent = about.join(' ');
  announce(text);
  next();
}

/** One thing to do next. */
function next() {
  const { model } = state;
  const suggestion = strip.columns.some(column => column.fold) ? ['open', () => { strip.at = strip.columns.findIndex(column => column.fold); strip.focus(); }]
    : model.outputNames.length > 1 ? ['answers', () => $('#output').focus()]
    : model.offers.typed ? ['numbers', () => $('.given')?.focus()] : [state.activations.tokens.length ? 'coverTokens' : 'cover', () => { $('.mattered').scrollIntoView(); $('[data-how=covering]').focus({ preventScroll: true }); }];
  $('.nexts').replaceChildren(el('b', {}, words.nextStep), ' ', el('button', { type: 'button', class: 'link', onclick: suggestion[1] }, words.steps[suggestion[0]]));
}

function moved() {
  announce(`${zoom.heading.textContent}: ${zoom.trail.textContent}`);
}

function turnTables() {
  state.tables = !state.tables;
  zoom.tables = further.tables = state.tables;
  drawTables();
  zoom.draw();
  further.drawMattered();
  further.drawPoints();
}

/** The network as a table. */
function drawTables() {
  $('.net > .twin, .net > .qq')?.remove();
  $('.net > .qq')?.remove();
  strip.scroller.hidden = state.tables;
  if (!state.tables || !state.activations) {
    return;
  }
  const { places } = state.model;
  const rows = places.slice(0, MOST_ROWS).map((it, i) => {
    const f = figuresOf(state.activations, i);
    return [it.path, words.kind(it), words.shape(it.shape), it.trained, ...[f.mean, f.deviation, f.least, f.most].map(v => number(v)), words.percent(f.zeros), f.lost];
  });
  $('.net').append(table(words.placeHeads, rows, words.placeTable));
  if (places.length > MOST_ROWS) {
    $('.net').append(el('p', { class: 'qq' }, words.unlistedPlaces(MOST_ROWS, places.length)));
  }
}

function redraw() {
  strip.redraw();
  zoom.draw();
  further.drawMattered();
  further.drawPoints();
}
addEventListener('resize', () => zoom.draw());
