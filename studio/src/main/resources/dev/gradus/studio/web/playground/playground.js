/**
 * The playground: a small network, its data, and everything it answers, while it learns. The studio
 * trains it; this page only draws what comes.
 */
import words from '../words/playground.js';
import { drawScores, historyTable } from './charts.js';
import { $, el, icon } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { Network } from './network.js';
import { drawNeuron } from './neuron.js';
import { clear, tellAway, tellLost, tellRefused } from './notices.js';
import { readFile, saveFile } from './file.js';
import { OwnDialog, sendTable } from './own.js';
import { RunBar } from './runbar.js';
import { hiddenLine } from '../shell/hiding.js';
import { announce, shell } from '../shell/shell.js';
import { classDialog, copyText, drawData, drawSentence, programDialog } from './settings.js';
import { read } from './frames.js';
import { counts, headline, suggestion } from './sentences.js';
import { BRANCHABLE, fromLink, isRegression, toLink, toMessage, USUAL } from './setup.js';
import { Views } from './views.js';

const RESTART_MILLISECONDS = 150;

let { setup, hidden, playing, view } = fromLink(location.hash);
let id = 0;
let scene = null;
let frame = null;
let lost = null;
let tables = false;
let chosen = { layer: 0, unit: Math.min(1, (setup.layers[0] ?? 1) - 1), from: 0 };
let timer = 0;
/** @type {import('./own.js').Table | null} the user's own data */
let table = null;
/** @type {import('./runbar.js').Post[]} */
let posts = [];
let ids = 0;
let asking = null;
let problem = null;
/** What was asked for last, and what was last seen to run. */
let asked = null;
let good = null;
lackData();

shell('playground', {
  redraw: () => frame && draw(),
  keys: { ' ': () => bar.toggle(), '.': () => live.say({ do: 'step' }), ',': () => bar.stepBack(), Home: rewind, s: () => bar.pace('slow'), t: () => turnTables(), b: () => frame?.back && branch({}) },
  help: words.keys,
});

const network = new Network($('#net'), {
  changeFeatures: features => change({ features }),
  changeLayers: layers => change({ layers }),
  choose: next => { chosen = next; frame && draw(); },
  setWeight: ({ layer, unit, from }, value) => live.say({ do: 'weight', layer, from, to: unit, value }),
});
const views = new Views($('#planefig'), {
  mark: (x, y) => live.say({ do: 'mark', x, y }),
  chosen: picture => { view = { ...view, picture }; keep(); look(); views.texts(isRegression(setup)); frame && draw(); },
  race: race => live.say({ do: 'race', ...race }),
  endRace: () => live.say({ do: 'end-race' }),
});
const { plane } = views;
views.choose(view.picture);
const bar = new RunBar($('.runbar'), {
  play: on => { lost = on ? null : lost; live.say({ do: 'play', on }); },
  step: () => live.say({ do: 'step' }),
  look: epoch => live.say({ do: 'look', epoch }),
  rewind,
  pace: speed => live.say({ do: 'pace', speed }),
  seed: seed => change({ seed }),
  goBack,
});
const live = new Live('playground', {
  read,
  opened: () => { clear(); if (table) { sendTable(live, table); } begin(playing); problem && explain(problem); },
  lost: seconds => tellAway(seconds, () => live.now()),
  told,
  shown,
});
texts();
controls();
addEventListener('hashchange', () => {
  const next = fromLink(location.hash);
  if (toLink(next.setup, next.hidden, next.view) !== toLink(setup, hidden, view)) {
    ({ setup, hidden, view } = next);
    views.choose(view.picture);
    lackData();
    controls();
    problem && explain(problem);
    begin(frame?.playing ?? true);
  }
});
addEventListener('resize', () => frame && draw());

/** Asks for a run of the present setup. */
function begin(on) {
  id = ++ids;
  lost = null;
  posts = [];
  views.forget();
  if (matchMedia('(prefers-reduced-motion: reduce)').matches && id === 1) {
    on = false;
  }
  asked = { id, setup, posts };
  live.say({ do: 'begin', id, playing: on, ...toMessage(setup) });
  live.say({ do: 'mark', x: plane.x, y: plane.y });
  look();
  if (bar.speed !== 'normal') {
    live.say({ do: 'pace', speed: bar.speed });
  }
}

/** Puts the state into the link. */
function keep() {
  history.replaceState(null, '', toLink(setup, hidden, view));
}

function rewind() {
  begin(false);
}

/** Says what is looked at: nothing else is computed. */
function look() {
  live.say({ do: 'view', ...view });
}

/** Goes on from the epoch that is looked at; what came after it stays as a post. */
function branch(some) {
  const next = fit(some);
  clearTimeout(timer);
  posts = [...posts.slice(-4), { id, at: frame.epoch, setup, name: words.run.settings(setup), curve: frame.history }];
  setup = next;
  id = ++ids;
  keep();
  controls();
  views.surface.forget();
  asked = { id, setup, posts };
  live.say({ do: 'branch', id, playing: true, ...toMessage(setup) });
}

/** Goes back to a run that was left; the present one is left where it had begun. */
function goBack(post) {
  const here = { id, at: post.at, setup, name: words.run.settings(setup), curve: frame.history };
  posts = [...posts.filter(other => other !== post), here];
  clearTimeout(timer);
  ({ id, setup } = post);
  keep();
  controls();
  views.surface.forget();
  asked = { id, setup, posts };
  live.say({ do: 'return', id });
}

/** Settings with what follows from a change: numbers are measured by squares. */
function fit(some) {
  const next = { ...setup, ...some };
  if (isRegression(next)) {
    next.loss = 'squared-error';
  } else if (isRegression(setup)) {
    next.loss = some.loss ?? USUAL.loss;
  }
  if (next.data !== 'own') {
    next.own = null;
  }
  return next;
}

/** Takes changed settings: the run begins anew, and the link follows. At an earlier epoch it branches. */
function change(some) {
  if (frame?.back && !lost && Object.keys(some).every(name => BRANCHABLE.includes(name))) {
    branch(some);
    return;
  }
  setup = fit(some);
  keep();
  if (!('noise' in some || 'points' in some || 'unseen' in some)) {
    controls();
  } else if (Object.keys(some).length > 1) {
    controls();
  }
  clearTimeout(timer);
  const on = lost ? true : frame?.playing ?? true;
  timer = setTimeout(() => begin(on), RESTART_MILLISECONDS);
}

function texts() {
  document.documentElement.lang = words.language;
  $('.crumb').textContent = words.where;
  const copy = el('button', { type: 'button', class: 'btn small', onclick: () => { keep(); copyText(location.href, copy); } }, icon('link', 17), words.copyLink);
  const chooser = el('input', { type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': words.file.open });
  chooser.addEventListener('change', async () => { chooser.files[0] && openFile(chooser.files[0].size > 8e6 ? null : await chooser.files[0].text()); chooser.value = ''; });
  $('.acts').append(copy, el('button', { type: 'button', class: 'btn small export', onclick: () => live.say({ do: 'export' }) }, words.export),
    el('span', { class: 'files' }, el('button', { type: 'button', class: 'btn small save', onclick: () => saveFile(setup, hidden, view, table) }, words.file.save), el('button', { type: 'button', class: 'btn small open', onclick: () => chooser.click() }, words.file.open), chooser));
  const title = (figure, name, unit) => { $(`${figure} h2`).textContent = name; if (unit) { $(`${figure} .qq`).textContent = unit; } };
  title('#lossfig', words.loss, words.byEpoch);
  document.querySelectorAll('.tools').forEach(tools => tools.append(el('button', { type: 'button', class: 'link tabler', onclick: turnTables }, words.table)));
  $('.net').setAttribute('aria-label', words.network);
  $('.left').setAttribute('aria-label', words.data);
}

function controls() {
  drawSentence($('.sent'), setup, hidden.includes('sentence'), change);
  drawData($('.left'), setup, hidden, { change, layers: layers => change({ layers }), teach: () => open(classDialog(hidden, hide)), own: ownData, show: gradients => { view = { ...view, gradients }; keep(); look(); controls(); frame && draw(); } }, { name: table?.name ?? '', gradients: view.gradients });
  $('.export').hidden = hidden.includes('export');
  $('.files').hidden = hidden.includes('file');
  views.tabs.hidden = hidden.includes('views');
  views.race.layOut(setup);
  plane.kinds = setup.data === 'own' ? [words.own.others, words.own.yes(setup.own.plus.slice(0, 24))] : null;
  views.texts(isRegression(setup));
  $('.crumb').textContent = setup.data === 'own' ? words.own.whereOwn(table?.name ?? '') : words.where;
  const right = isRegression(setup) ? [words.near, words.rightUnit] : [words.right, words.rightUnit];
  $('#rightfig h2').textContent = right[0];
  $('#rightfig .qq').textContent = right[1];
  bar.hide(hidden);
  if (hidden.length) {
    $('.left').append(hiddenLine(words.class, hidden, () => hide([])));
  }
}

function hide(parts) {
  hidden = parts;
  keep();
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
    tellLost(lost, setup.layers.length, { slower: () => { setup = fit({ rate: setup.rate / 10 }); keep(); controls(); begin(true); }, again: () => begin(true) });
    frame && draw();
  } else if (said.is === 'table') {
    asking?.told(said);
  } else if (said.is === 'refused') {
    goOn();
    explain(said.why);
  } else if (said.is === 'survey') {
    views.surface.share = said.run === id ? said.share : views.surface.share;
    frame && views.chosen === 'surface' && draw();
  } else if (said.is === 'race') {
    views.race.told(said);
    if (said.epoch === said.epochs) {
      announce(views.race.summary());
    }
    frame && views.chosen === 'race' && draw();
  }
}

/** A dialog for data of one's own. */
function ownData(file) {
  asking = new OwnDialog({
    table,
    send: given => sendTable(live, given),
    use: (given, own) => { table = given; problem = null; clear(); change({ data: 'own', own, features: ['x', 'y'] }); },
  });
  asking.root.addEventListener('close', () => {
    // the studio has read whatever was tried last
    if (table && asking.table !== table) {
      sendTable(live, table);
    }
    asking = null;
  });
  open(asking.root);
  if (file instanceof File) {
    asking.open(file);
  }
}

addEventListener('dragover', event => event.dataTransfer?.types.includes('Files') && event.preventDefault());
addEventListener('drop', event => {
  const file = event.dataTransfer?.files[0];
  const state = file?.name.endsWith('.json');
  if (file && !asking) {
    event.preventDefault();
    if (!hidden.includes(state ? 'file' : 'data')) {
      state ? file.text().then(openFile) : ownData(file);
    }
  }
});

/** Takes the state from a file. */
function openFile(text) {
  try {
    const state = text === null ? null : readFile(text);
    if (!state) {
      throw new Error('tooLarge');
    }
    ({ setup, hidden, view, table } = state);
    views.choose(view.picture);
    problem = null;
    clear();
    if (table) {
      sendTable(live, table);
    }
    keep();
    controls();
    begin(frame?.playing ?? true);
  } catch (error) {
    explain(words.file[error.message] ?? words.file.otherKind);
  }
}

/** A link to own data does not hold them: until they are given, another set is shown. */
function lackData() {
  problem = null;
  if (setup.data === 'own' && !table) {
    setup = { ...setup, data: USUAL.data, own: null };
    problem = words.own.lacking;
  }
}

function explain(why) {
  tellRefused(why, () => ownData());
}

/** What was asked for cannot be: the run that was there before goes on. */
function goOn() {
  if (good && good.id !== id) {
    asked = good;
    ({ id, setup, posts } = good);
    keep();
    controls();
  }
}

function shown(picture) {
  if (picture.id !== id) {
    return;
  }
  if (picture.kind === 'surface') {
    views.surface.surface = picture;
    views.surface.share = null;
    frame && draw();
    return;
  }
  if (picture.kind === 'scene') {
    scene = picture;
    return;
  }
  frame = picture;
  playing = frame.playing;
  good = asked;
  if (scene) {
    draw();
  }
}

let drawn = false;
function draw() {
  if (frame.layers.length !== setup.layers.length + 1 || frame.inputs.length !== setup.features.length) {
    // settings have changed already, and this is the last picture of the run before
    return;
  }
  const depth = frame.layers.length;
  chosen.layer = Math.min(chosen.layer, depth - 1);
  chosen.unit = Math.min(chosen.unit, frame.layers[chosen.layer].outputs - 1);
  chosen.from = Math.min(chosen.from, frame.layers[chosen.layer].inputs - 1);
  network.layOut(setup, hidden, frame.gradients !== null);
  network.draw(frame, scene, chosen);
  drawNeuron({ title: $('#nt'), formula: $('#eq'), stair: $('#st') }, frame, network, chosen, {
    choose: from => { if (chosen.from !== from) { chosen = { ...chosen, from }; draw(); } },
    open: () => network.openWeight(),
  });
  views.surface.lost = !!lost;
  views.draw(frame, scene, tables);
  document.querySelectorAll('.right > .twin, .net > .twin').forEach(twin => twin.remove());
  if (tables) {
    $('.right').append(el('div', { class: 'twin', tabindex: 0 }, historyTable(frame.history)));
    if (frame.gradients) {
      $('.net').append(el('div', { class: 'twin', tabindex: 0 }, network.gradientTable(frame.gradients)));
    }
  }
  if (!drawn) {
    drawn = true;
    performance.mark('first-picture');
  }
  drawScores(frame, { lost: !!lost, regression: isRegression(setup) });
  bar.draw(frame, setup.seed, posts);
  sentences();
}

/** The headline says what is so now; the next step is one suggestion. */
function sentences() {
  const text = headline(frame, scene, setup, lost);
  if ($('h1').textContent !== text) {
    $('h1').textContent = text;
  }
  announce(text);
  const { right, unseen, rightSeen, seen } = counts(frame, scene);
  const kind = setup.data === 'own' ? words.own.mine : words.choices.data[setup.data];
  $('.plane').setAttribute('aria-label', words.planeSummary(kind, `${rightSeen} of ${seen}`, `${right} of ${unseen}`));
  next(suggestion(frame, setup, lost, { play: () => live.say({ do: 'play', on: true }), change: some => { change(some); controls(); }, branch: () => branch({}) }));
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
