/**
 * Results: how good one model is, where it goes wrong, and the examples behind every number. The studio judges;
 * this page only shows what comes, and looks thresholds up in the table that was sent.
 */
import words from '../words/results.js';
import { $, el, icon } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { announce, answer, shell } from '../shell/shell.js';
import { Lookback } from '../models/lookback.js';
import { Models } from '../models/models.js';
import { Matrix } from './matrix.js';
import { Opened } from './opened.js';
import { drawKinds } from './kinds.js';
import { Threshold } from './threshold.js';
import { drawReliability } from './reliability.js';

let results = null;
let part = 'validation';
let tables = false;
let busy = true;

shell('results', {
  redraw: () => draw(),
  keys: { t: () => turnTables(), ' ': () => lookback.toggle(), '.': () => lookback.by(1), ',': () => lookback.by(-1), Home: () => lookback.by(-Infinity), End: () => lookback.go(null) },
  help: words.keys,
});

const live = new Live('results', {
  read: data => data,
  opened: () => { $('.notice').replaceChildren(); live.say({ do: 'list' }); },
  lost: away,
  told,
  shown: () => {},
});
const models = new Models($('.models'), {
  say: message => live.say(message),
  open: id => { $('.notice').replaceChildren(); lookback.forget(); stale(true); live.say({ do: 'open', id, part }); },
  busy: on => { busy = on; settle(); },
  subjects: ['garments', 'digits', 'spirals'],
});
const lookback = new Lookback($('.runbar'), step => live.say({ do: 'open', id: results.id, part, step }));
const matrix = new Matrix($('#matrix'), (truth, said) => live.say({ do: 'cell', truth, said, from: 0 }), () => turnTables());
const opened = new Opened($('.opened'), {
  say: message => live.say(message),
  more: (cell, from) => live.say(cell ? { do: 'cell', ...cell, from } : { do: 'mistakes', from }),
  mistakes: () => { matrix.open(null); live.say({ do: 'mistakes', from: 0 }); },
});
const threshold = new Threshold({ hill: $('#threshold'), curve: $('#curve') }, message => live.say(message), () => turnTables());
texts();
settle();
addEventListener('resize', () => draw());

function texts() {
  document.documentElement.lang = words.language;
  $('h1').textContent = words.openFirst;
  $('.crumb').textContent = words.where;
}

function told(said) {
  if (models.told(said)) {
    return;
  }
  switch (said.is) {
    case 'results': took(said); break;
    case 'judging': stale(true); lookback.judging(said.done, said.of); break;
    case 'cell': matrix.open([said.truth, said.said]); opened.took(said, results); break;
    case 'mistakes': opened.took(said, results); break;
    case 'answer': opened.answered(said); break;
    case 'explanation': opened.explained(said); break;
    case 'threshold': case 'cost': threshold.told(said, results, tables); break;
    case 'refused': refused(said); break;
  }
}

function took(said) {
  const again = results?.id === said.id && results.part === said.part;
  // while one looks back, the cell that is open stays open: one sees its examples come and go
  const cell = again ? matrix.chosen : null;
  results = said;
  busy = false;
  stale(false);
  settle();
  lookback.show(said);
  if (!again) {
    matrix.open(null);
    opened.clear();
  }
  live.say(cell ? { do: 'cell', truth: cell[0], said: cell[1], from: 0 } : { do: 'mistakes', from: 0 });
  threshold.begin(results, again);
  head(again);
  draw();
  (again && !lookback.playing ? answer : announce)($('h1').textContent);
}

/** The commonest way to be wrong. */
function slip() {
  let worst = null;
  results.confusion.forEach((row, truth) => row.forEach((n, said) => {
    if (truth !== said && n > (worst?.n ?? 0)) {
      worst = { n, truth, said };
    }
  }));
  return worst;
}

/** @param {boolean} again whether the same model is looked at, at another moment: what can be chosen stays */
function head(again) {
  const { classes } = results;
  const worst = slip();
  const right = words.of100(results.accuracy);
  $('h1').textContent = worst ? words.headline.slip(right, classes[worst.truth], classes[worst.said]) : words.headline.all(results.examples);
  const things = words.things[results.subject][1];
  const choice = el('select', { 'aria-label': words.part.label, onchange: () => { part = choice.value; stale(true); live.say({ do: 'open', id: results.id, part, step: lookback.asked }); } },
    el('option', { value: 'validation', selected: results.part === 'validation' }, results.part === 'validation' ? words.part.validation(results.examples, things) : `validation ${things}`),
    el('option', { value: 'test', selected: results.part === 'test' }, results.part === 'test' ? `${words.count(results.examples)} ${words.part.test(things)}` : words.part.test(things)));
  again || $('.crumb').replaceChildren(words.where, ' · ', models.select(), ` ${words.on} `, choice, ` ${results.unseen ? words.unseen : words.unsure(results.learnedFrom)} `, models.more());
  $('.ledger').replaceChildren(...(results.unseen ? [el('span', { class: 'v pass' }, icon('tick', 16)), words.ledger.unseen, ' '] : []),
    results.part === 'test' ? words.ledger.test(results.looks) : results.unseen || results.looks ? words.ledger.sealed(results.judgedBefore, results.looks) : '');
  $('.nexts').replaceChildren(el('b', {}, words.nextStep), ' ', worst
    ? el('button', { type: 'button', class: 'link', onclick: () => live.say({ do: 'cell', truth: worst.truth, said: worst.said, from: 0 }) }, words.steps.worst(classes[worst.truth], classes[worst.said]))
    : el('a', { href: '/try' }, words.steps.try));
}

function draw() {
  if (!results || busy) {
    return;
  }
  matrix.draw(results, tables);
  drawKinds($('#kinds'), results, tables, turnTables);
  threshold.draw(results, tables);
  drawReliability($('#reliability'), results, tables, turnTables);
  opened.redraw();
}

function turnTables() {
  const focused = document.activeElement?.closest('figure')?.id;
  tables = !tables;
  opened.tables = tables;
  draw();
  if (focused) {
    $(`#${focused} .tabler`)?.focus();
  }
}

/** While the next model is read, what stands there is that of the one before. */
function stale(on) {
  document.querySelectorAll('.left, .right').forEach(section => section.classList.toggle('waiting', on));
}

function settle() {
  document.querySelectorAll('.left, .right').forEach(section => (section.hidden = busy || !results));
  $('.ledger').hidden = busy || !results;
  $('.runbar').hidden = busy || !results?.run;
  $('.nexts').hidden = busy || !results;
  if (busy) {
    $('h1').textContent = words.openFirst;
  }
}

function refused(said) {
  stale(false);
  models.running = false;
  lookback.refused();
  if (said.to === 'open' || said.to === 'train') {
    models.root.replaceChildren();
    busy = false;
    settle();
  }
  const ways = models.list.length ? [models.select()] : [];
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, words.refused), el('p', {}, said.why), el('div', { class: 'row' }, ...(said.to === 'open' ? [...ways, models.more()] : []))));
  announce(said.why);
}

function away(seconds) {
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, words.away.title), el('p', {}, words.away.text),
    el('div', { class: 'row' }, el('button', { type: 'button', class: 'btn small', onclick: () => live.now() }, words.away.now), el('span', { class: 'qq' }, words.away.next(seconds)))));
}
