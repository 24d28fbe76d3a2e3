/**
 * Try a model: draw, drop or photograph something, and see what the model sees of it, what it says, and what
 * that rests on. The studio prepares the picture and asks the model; this page only draws.
 */
import words from '../words/try.js';
import { $, el } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { announce, shell } from '../shell/shell.js';
import { sureness } from '../models/bars.js';
import { Lookback } from '../models/lookback.js';
import { Models } from '../models/models.js';
import { brightnesses, drawPixels } from '../models/pixels.js';
import { Camera } from './camera.js';
import { readPicture } from './file.js';
import { drawAnswer, drawNearest, drawSees, drawWhy } from './parts.js';
import { Sheet } from './sheet.js';

const PAUSE_MILLISECONDS = 350;
/** Two answers that are this close are told as torn between. */
const CLOSE = 0.12;

const state = { opened: null, answer: null, explanation: null, nearest: null, invert: true, centre: true, tables: false };
let busy = true;
let timer = 0;

shell('try', {
  redraw: () => draw(),
  keys: { t: () => turnTables(), ' ': () => lookback.toggle(), '.': () => lookback.by(1), ',': () => lookback.by(-1), Home: () => lookback.by(-Infinity), End: () => lookback.go(null) },
  help: words.keys,
});

const live = new Live('try', {
  read: data => data,
  opened: () => { $('.notice').replaceChildren(); live.say({ do: 'list' }); },
  lost: away,
  told,
  shown: () => {},
});
const models = new Models($('.models'), {
  say: message => live.say(message),
  open: id => { $('.notice').replaceChildren(); lookback.forget(); live.say({ do: 'open', id }); },
  busy: on => { busy = on; settle(); },
  subjects: ['digits', 'garments'],
});
const lookback = new Lookback($('.runbar'), step => live.say({ do: 'open', id: state.opened.id, step }));
const sheet = new Sheet(look);
const desk = el('div');
const camera = new Camera(desk, { took: (source, width, height) => sheet.lay(source, width, height), ended: why => { layDesk(); why && notice(why); } });
texts();
settle();
addEventListener('resize', () => draw());

function texts() {
  document.documentElement.lang = words.language;
  $('h1').textContent = words.headline.before;
  $('.crumb').textContent = words.where;
  $('#sheet').append(el('header', {}, el('h2', {}, words.sheet.title)), el('p', { class: 'says' }, words.sheet.says), desk);
  layDesk();
}

/** The sheet with its tools. */
function layDesk() {
  const pen = name => el('button', { type: 'button', 'aria-pressed': sheet.pen === name, onclick: event => { sheet.pen = name; event.target.parentNode.querySelectorAll('button').forEach(button => button.setAttribute('aria-pressed', button === event.target)); sheet.draw(); } }, words.sheet.pens[name]);
  const button = (text, does) => el('button', { type: 'button', class: 'btn small', onclick: does }, text);
  const file = el('input', { type: 'file', accept: 'image/png,image/jpeg', hidden: true, 'aria-label': words.sheet.file, onchange: () => { take([...file.files]); file.value = ''; } });
  desk.replaceChildren(sheet.canvas,
    el('div', { class: 'tools-row' }, el('div', { class: 'seg', role: 'group', 'aria-label': words.sheet.pen }, ...Object.keys(words.sheet.pens).map(pen)), button(words.sheet.undo, () => sheet.undo()), button(words.sheet.clear, () => sheet.clear())),
    el('div', { class: 'tools-row' }, button(words.sheet.example, example), button(words.sheet.file, () => file.click()), button(words.sheet.camera, () => camera.start()), file),
    el('p', { class: 'qq told' }, words.camera.privacy));
  sheet.draw();
}

for (const kind of ['dragover', 'dragleave', 'drop']) {
  addEventListener(kind, event => {
    event.preventDefault();
    sheet.canvas.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop' && !busy) {
      take([...event.dataTransfer.files]);
    }
  });
}

/** @param {File[]} files */
async function take(files) {
  if (files.length !== 1) {
    if (files.length) {
      notice(words.file.several);
    }
    return;
  }
  try {
    const picture = await readPicture(files[0]);
    sheet.lay(picture, picture.width, picture.height);
    picture.close();
    $('.notice').replaceChildren();
    announce(words.file.took(files[0].name));
  } catch (error) {
    notice(error.message);
  }
}

function example() {
  live.say({ do: 'example', index: Math.floor(Math.random() * state.opened.tests) });
}

/** Asks about what is on the sheet; what it rests on is asked for when the pen rests. */
function look() {
  if (!state.opened?.pictures || busy) {
    return;
  }
  clearTimeout(timer);
  state.explanation = null;
  if (sheet.isEmpty) {
    state.answer = state.nearest = null;
    draw();
    return;
  }
  live.say({ do: 'look', ...sheet.sent(), invert: state.invert, centre: state.centre });
}

function told(said) {
  if (models.told(said)) {
    return;
  }
  switch (said.is) {
    case 'opened': opened(said); break;
    case 'answer': answered(said); break;
    case 'nothing': state.answer = state.explanation = state.nearest = null; draw(); break;
    case 'explanation': state.explanation = said; draw(); break;
    case 'nearest': state.nearest = said.examples; draw(); break;
    case 'example': sheet.lay(drawPixels(brightnesses(said.pixels), 28, 28), 28, 28); break;
    case 'refused': refused(said); break;
  }
}

function opened(said) {
  const again = state.opened?.id === said.id;
  state.opened = said;
  if (!again) {
    state.answer = state.explanation = state.nearest = null;
    $('.crumb').replaceChildren(words.where, ' · ', models.select(), ' ', models.more());
  }
  busy = false;
  settle();
  lookback.show(said);
  $('.runbar').hidden ||= !said.pictures;
  $('.knows').textContent = said.pictures ? `${said.known ? words.knows[said.subject] : words.knows.other(said.learnedFrom)} ${words.knows.must}` : '';
  if (!said.pictures) {
    notice(words.rows);
  }
  // at another moment the sheet is the same, and the answer is another
  look();
  draw();
}

function answered(said) {
  state.answer = said;
  clearTimeout(timer);
  timer = setTimeout(() => {
    live.say({ do: 'explain', label: said.ranking[0].label });
    live.say({ do: 'nearest' });
  }, PAUSE_MILLISECONDS);
  draw();
  const { label, p } = said.ranking[0];
  announce(words.said(state.opened.classes[label], p));
}

function headline() {
  const { answer, opened: { classes } } = state;
  if (!answer) {
    return sheet.isEmpty ? words.headline.before : words.headline.empty;
  }
  const [first, second] = answer.ranking;
  return first.p - second.p < CLOSE ? words.headline.torn(classes[first.label], classes[second.label]) : words.headline.says(classes[first.label], sureness(first.p));
}

function draw() {
  if (!state.opened || busy) {
    return;
  }
  $('h1').textContent = headline();
  $('.nexts').replaceChildren(el('b', {}, words.nextStep), ' ', state.answer ? el('a', { href: '/results' }, words.steps.results) : el('span', {}, words.steps.draw));
  const how = { ...state, turn: turnTables, change: some => { Object.assign(state, some); look(); draw(); } };
  drawSees($('#sees'), how);
  drawAnswer($('#answer'), how);
  drawWhy($('#why'), how);
  drawNearest($('#nearest'), how);
}

function turnTables() {
  const focused = document.activeElement?.closest('figure')?.id;
  state.tables = !state.tables;
  draw();
  if (focused) {
    $(`#${focused} .tabler`)?.focus();
  }
}

function settle() {
  const hidden = busy || !state.opened?.pictures;
  document.querySelectorAll('.left, .middle, .right').forEach(section => (section.hidden = hidden));
  $('.knows').hidden = $('.nexts').hidden = hidden;
  $('.runbar').hidden = hidden || !state.opened.run;
}

function notice(text) {
  $('.notice').replaceChildren(el('p', { class: 'v warn' }, text));
}

function refused(said) {
  models.running = false;
  lookback.refused();
  if (said.to === 'open' || said.to === 'train') {
    models.root.replaceChildren();
    busy = false;
    settle();
  }
  if (said.to === 'explain' || said.to === 'nearest') {
    // the sheet was emptied in between
    return;
  }
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, words.refused), el('p', {}, said.why), el('div', { class: 'row' }, ...(said.to === 'open' ? [models.select(), models.more()] : []))));
  announce(said.why);
}

function away(seconds) {
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, words.away.title), el('p', {}, words.away.text),
    el('div', { class: 'row' }, el('button', { type: 'button', class: 'btn small', onclick: () => live.now() }, words.away.now), el('span', { class: 'qq' }, words.away.next(seconds)))));
}
