/**
 * The playground: a small network, its data, and everything it answers, while it learns. The studio
 * trains it; this page only draws what comes.
 */
import words from '../words/playground.js';
import { ceiling, drawLines, historyTable } from './charts.js';
import { $, el, icon, number } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { Network } from './network.js';
import { drawNeuron } from './neuron.js';
import { Plane } from './plane.js';
import { RunBar } from './runbar.js';
import { announce, shell } from '../shell/shell.js';
import { classDialog, copyText, drawData, drawSentence, programDialog } from './settings.js';
import { read } from './frames.js';
import { fromLink, toLink, toMessage } from './setup.js';

const RESTART_MILLISECONDS = 150;

let { setup, hidden, playing } = fromLink(location.hash);
let id = 0;
let scene = null;
let frame = null;
let lost = null;
let tables = false;
let chosen = { layer: 0, unit: Math.min(1, (setup.layers[0] ?? 1) - 1), from: 0 };
let timer = 0;

shell('playground', {
  redraw: () => frame && draw(),
  keys: { ' ': () => bar.toggle(), '.': () => live.say({ do: 'step' }), ',': () => bar.stepBack(), Home: rewind, s: () => bar.pace('slow'), t: () => turnTables() },
  help: words.keys,
});

const network = new Network($('#net'), {
  changeFeatures: features => change({ features }),
  changeLayers: layers => change({ layers }),
  choose: next => { chosen = next; frame && draw(); },
  setWeight: ({ layer, unit, from }, value) => live.say({ do: 'weight', layer, from, to: unit, value }),
});
const plane = new Plane($('#out'), (x, y) => { live.say({ do: 'mark', x, y }); });
const bar = new RunBar($('.runbar'), {
  play: on => { lost = on ? null : lost; live.say({ do: 'play', on }); },
  step: () => live.say({ do: 'step' }),
  look: epoch => live.say({ do: 'look', epoch }),
  rewind,
  pace: speed => live.say({ do: 'pace', speed }),
  seed: seed => change({ seed }),
});
const live = new Live('playground', {
  read,
  opened: () => { $('.notice').replaceChildren(); begin(playing); },
  lost: away,
  told,
  shown,
});
texts();
controls();
addEventListener('hashchange', () => {
  const next = fromLink(location.hash);
  if (toLink(next.setup, next.hidden) !== toLink(setup, hidden)) {
    ({ setup, hidden } = next);
    controls();
    begin(frame?.playing ?? true);
  }
});
addEventListener('resize', () => frame && draw());

/** Asks for a run of the present setup. */
function begin(on) {
  id++;
  lost = null;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches && id === 1) {
    on = false;
  }
  live.say({ do: 'begin', id, playing: on, ...toMessage(setup) });
  live.say({ do: 'mark', x: plane.x, y: plane.y });
  if (bar.speed !== 'normal') {
    live.say({ do: 'pace', speed: bar.speed });
  }
}

function rewind() {
  begin(false);
}

/** Takes changed settings: the run begins anew, and the link follows. */
function change(some) {
  setup = { ...setup, ...some };
  history.replaceState(null, '', toLink(setup, hidden));
  if (!('noise' in some || 'points' in some || 'unseen' in some)) {
    controls();
  }
  clearTimeout(timer);
  const on = lost ? true : frame?.playing ?? true;
  timer = setTimeout(() => begin(on), RESTART_MILLISECONDS);
}

function texts() {
  document.documentElement.lang = words.language;
  $('.crumb').textContent = words.where;
  const copy = el('button', { type: 'button', class: 'btn small', onclick: () => { history.replaceState(null, '', toLink(setup, hidden)); copyText(location.href, copy); } }, icon('link', 17), words.copyLink);
  $('.acts').append(copy, el('button', { type: 'button', class: 'btn small export', onclick: () => live.say({ do: 'export' }) }, words.export));
  const title = (figure, name, unit) => { $(`${figure} h2`).textContent = name; if (unit) { $(`${figure} .qq`).textContent = unit; } };
  title('#planefig', words.plane);
  title('#lossfig', words.loss, words.byEpoch);
  title('#rightfig', words.right, words.rightUnit);
  $('#planefig .says').append(words.planeSays, ' ', el('span', { class: 'gd' }, words.planeGood));
  document.querySelectorAll('.tools').forEach(tools => tools.append(el('button', { type: 'button', class: 'link tabler', onclick: turnTables }, words.table)));
  $('.net').setAttribute('aria-label', words.network);
  $('.left').setAttribute('aria-label', words.data);
}

function controls() {
  drawSentence($('.sent'), setup, hidden.includes('sentence'), change);
  drawData($('.left'), setup, hidden, { change, layers: layers => change({ layers }), teach: () => open(classDialog(hidden, hide)) });
  $('.export').hidden = hidden.includes('export');
  bar.hide(hidden);
  if (hidden.length) {
    const parts = hidden.map(part => words.class.parts[part]).join(', ');
    $('.left').append(el('p', { class: 'qq' }, words.class.told(parts), ' ', el('button', { type: 'button', class: 'link', onclick: () => hide([]) }, words.class.show)));
  }
}

function hide(parts) {
  hidden = parts;
  history.replaceState(null, '', toLink(setup, hidden));
  controls();
  network.structure = '';
  frame && draw();
}

function open(made) {
  document.body.append(made);
  made.addEventListener('close', () => made.remove());
  made.showModal();
}

function turnTables() {
  tables = !tables;
  document.querySelectorAll('.tabler').forEach(button => (button.textContent = tables ? words.picture : words.table));
  document.body.classList.toggle('tables', tables);
  frame && draw();
}

function told(said) {
  if (said.is === 'program') {
    open(programDialog(said));
  } else if (said.is === 'lost') {
    lost = said;
    notice();
  }
}

function shown(picture) {
  if (picture.id !== id) {
    return;
  }
  if (picture.kind === 'scene') {
    scene = picture;
    return;
  }
  frame = picture;
  playing = frame.playing;
  if (scene) {
    draw();
  }
}

function draw() {
  if (frame.layers.length !== setup.layers.length + 1 || frame.inputs.length !== setup.features.length) {
    // settings have changed already, and this is the last picture of the run before
    return;
  }
  const depth = frame.layers.length;
  chosen.layer = Math.min(chosen.layer, depth - 1);
  chosen.unit = Math.min(chosen.unit, frame.layers[chosen.layer].outputs - 1);
  chosen.from = Math.min(chosen.from, frame.layers[chosen.layer].inputs - 1);
  network.layOut(setup, hidden);
  network.draw(frame, scene, chosen);
  drawNeuron({ title: $('#nt'), formula: $('#eq'), stair: $('#st') }, frame, network, chosen, {
    choose: from => { if (chosen.from !== from) { chosen = { ...chosen, from }; draw(); } },
    open: () => network.openWeight(),
  });
  if (tables) {
    $('#out').hidden = true;
    table('#planefig', plane.table(frame, scene));
    table('.right', historyTable(frame.history));
  } else {
    $('#out').hidden = false;
    document.querySelectorAll('.twin').forEach(twin => twin.remove());
    plane.draw(frame, scene);
  }
  charts();
  bar.draw(frame, setup.seed);
  sentences();
}

function table(figure, made) {
  $(`${figure} > .twin`)?.remove();
  $(figure).append(el('div', { class: 'twin', tabindex: 0 }, made));
}

function charts() {
  const { history: past } = frame;
  const top = ceiling(past.flatMap(h => [h.seenLoss, h.unseenLoss]));
  drawLines($('#loss'), past.map(h => ({ x: h.epoch, seen: h.seenLoss, unseen: h.unseenLoss })), {
    low: 0, high: top, ticks: [0, top / 2, top], tick: value => (value >= 1000 ? value.toExponential(0) : String(Number(value.toPrecision(2)))), lost: !!lost, at: frame.epoch,
    label: words.lossSummary(number(frame.seen.loss, 3), number(frame.unseen.loss, 3)),
  });
  const low = Math.min(40, ...past.map(h => Math.floor(10 * Math.min(h.seenRight, h.unseenRight)) * 10));
  drawLines($('#acc'), past.map(h => ({ x: h.epoch, seen: 100 * h.seenRight, unseen: 100 * h.unseenRight })), {
    low, high: 100, ticks: [50, 75, 100], tick: String, lost: !!lost, at: frame.epoch,
    label: words.rightSummary(number(100 * frame.seen.right, 1), number(100 * frame.unseen.right, 1)),
  });
  $('#f1').textContent = words.f1(number(frame.unseen.f1));
}

/** The headline says what is so now; the next step is one suggestion. */
function sentences() {
  const unseen = scene.points.filter(point => point.unseen).length;
  const right = Math.round(frame.unseen.right * unseen);
  const seen = scene.points.length - unseen;
  const rising = noiseSince();
  const text = lost ? words.headline.lost(lost.epoch)
    : frame.back ? words.headline.back(frame.epoch, right, unseen)
      : frame.epoch === 0 ? words.headline.before : rising ? words.headline.noise(rising) : words.headline.right(right, unseen);
  if ($('h1').textContent !== text) {
    $('h1').textContent = text;
  }
  announce(text);
  $('.plane').setAttribute('aria-label', words.planeSummary(words.choices.data[setup.data], `${Math.round(frame.seen.right * seen)} of ${seen}`, `${right} of ${unseen}`));
  next(suggestion(right / unseen, rising));
}

/** For how many epochs unseen loss has risen while seen loss fell, or 0. */
function noiseSince() {
  const past = frame.history;
  const best = past.reduce((a, b) => (b.unseenLoss < a.unseenLoss ? b : a));
  const now = past.at(-1);
  const since = now.epoch - best.epoch;
  return since > 50 && now.unseenLoss > 1.25 * best.unseenLoss + 0.05 && now.seenLoss < best.seenLoss ? since : 0;
}

function suggestion(right, rising) {
  const s = words.steps;
  if (lost) {
    return null;
  }
  if (frame.epoch === 0 && !frame.playing) {
    return [s.play, () => live.say({ do: 'play', on: true })];
  }
  if (rising) {
    return [s.penalty, () => change({ penalty: 'l2', strength: Math.min(1, setup.penalty === 'none' ? 0.003 : setup.strength * 3) })];
  }
  if (right >= 0.95) {
    return setup.noise < 50 ? [s.noise, () => { change({ noise: 50 }); controls(); }] : [s.calm, () => { change({ noise: 10 }); controls(); }];
  }
  if (frame.epoch < 200) {
    return [s.wait, null];
  }
  if (setup.noise >= 40) {
    return [s.calm, () => { change({ noise: 10 }); controls(); }];
  }
  if (!setup.layers.length) {
    return [s.deeper, () => change({ layers: [4] })];
  }
  if (setup.data === 'spiral' && !setup.features.includes('sinx')) {
    return [s.sines, () => change({ features: [...new Set([...setup.features, 'sinx', 'siny'])] })];
  }
  if (setup.layers[0] < 8) {
    return [s.wider, () => change({ layers: [setup.layers[0] + 1, ...setup.layers.slice(1)] })];
  }
  return [s.rate, () => change({ rate: setup.rate / 10 })];
}

let suggested = '';
function next(step) {
  const text = step?.[0] ?? '';
  if (text === suggested) {
    return;
  }
  suggested = text;
  const does = step?.[1];
  $('.nexts').replaceChildren(...(step ? [el('b', {}, words.nextStep), ' ', does ? el('button', { type: 'button', class: 'link', onclick: () => { suggested = ''; does(); } }, text) : el('span', {}, text)] : []));
}

/** The engine counts layers from 0 and calls them by their place. */
function layerName(place) {
  const index = Number(/\[(\d+)\]/.exec(place)?.[1] ?? NaN);
  return Number.isNaN(index) ? place : index === setup.layers.length ? words.answerName : words.hiddenName(index + 1);
}

/** What was lost, where, and the ways on. */
function notice() {
  const button = (text, does, main) => el('button', { type: 'button', class: 'btn small' + (main ? ' main' : ''), onclick: () => { $('.notice').replaceChildren(); does(); } }, text);
  $('.notice').replaceChildren(el('div', { class: 'finding' },
    el('h2', {}, icon('cross'), ' ', words.lost.title),
    el('p', {}, lost.layer ? el('mark', {}, words.lost.where(layerName(lost.layer))) : '', ' ', words.lost.waits),
    el('div', { class: 'row' }, button(words.lost.slower, () => { lost = null; change({ rate: setup.rate / 10 }); begin(true); }, true), button(words.lost.again, () => begin(true))),
    el('details', {}, el('summary', {}, words.lost.more), el('pre', {}, lost.why))));
  frame && draw();
}

function away(seconds) {
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, words.away.title), el('p', {}, words.away.text),
    el('div', { class: 'row' }, el('button', { type: 'button', class: 'btn small', onclick: () => live.now() }, words.away.now), el('span', { class: 'qq' }, words.away.next(seconds)))));
}
