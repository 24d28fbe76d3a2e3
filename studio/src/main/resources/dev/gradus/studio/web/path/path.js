/**
 * The path: where the learner is, what is behind, what is ahead.
 */
import words from '../words/path.js';
import { $, el, hereDot, icon, svg } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { shell } from '../shell/shell.js';
import { address, chosen, gallery, unpack } from './made.js';
import { LastRun } from './lastrun.js';
import { isAhead, isDone, drawMap, tile } from './map.js';
import { workButtons } from './work.js';

let path = null;
let shown = '';

shell('path', { redraw: () => {}, keys: {}, help: words.help });
$('.lead').append(el('h1', {}, words.loading));

const live = new Live('path', { opened: () => { $('.away')?.remove(); live.say('look'); }, lost, told, read: () => ({}), shown: () => {} });
addEventListener('pageshow', event => event.persisted && live.say('look'));
document.addEventListener('visibilitychange', () => document.hidden || live.say('look'));
new ResizeObserver(() => path && map()).observe($('.map'));

function lost(seconds) {
  const away = $('.away') ?? el('div', { class: 'away finding', role: 'alert' });
  away.replaceChildren(el('h2', {}, words.away.title), el('p', {}, words.away.text, ' ', words.away.next(seconds)), el('button', { type: 'button', class: 'btn small', onclick: () => live.now() }, words.away.now));
  $('main').prepend(away);
}

function told(message) {
  if (message.is === 'trouble') {
    $('.lead').replaceChildren(el('h1', {}, words.trouble), el('p', { class: 'why' }, message.why));
    return;
  }
  if (message.is === 'run') {
    lastRun.show(message.id ? message : null);
    return;
  }
  if (JSON.stringify(message) === JSON.stringify(path)) {
    return;
  }
  path = message;
  unpack(path).then(() => path === message && draw());
}

function draw() {
  const next = nextLesson();
  shown ||= (path.units.find(unit => unit.lessons.includes(next)) ?? path.units[0]).number;
  lead(next);
  map();
  list(next);
  foot();
}

const lastRun = new LastRun($('.runbar'));
const work = workButtons(() => live.say('look'));
const lessons = () => path.units.flatMap(unit => unit.lessons);
const nextLesson = () => lessons().find(lesson => lesson.number === path.next);
const href = lesson => `/lesson#${lesson.number}`;
const sum = (all, of) => all.reduce((total, item) => total + of(item), 0);

function lead(next) {
  const done = lessons().filter(isDone);
  const fresh = next && next.state === 'open' && !done.length;
  $('.lead').replaceChildren(
    el('p', { class: 'crumb' }, words.done(done.length, lessons().length, sum(done, lesson => lesson.minutes))),
    el('h1', {}, !next ? words.all : (fresh ? words.begin : words.next)(next.title)),
    el('p', { class: 'why' }, next ? next.goal : words.allWhy),
    ...(next ? [el('div', { class: 'go' },
      el('a', { class: 'btn main', id: 'resume', href: href(next) }, (next.state === 'open' ? words.start : words.goOn)(next.number), ' ', el('kbd', {}, words.enter)),
      el('span', { class: 'q' }, words.minutes(next.minutes), ...(path.phase ? [words.stopped(), el('b', {}, words.phases[path.phase])] : [])))] : []),
    el('div', { class: 'unit-now' }));
  unitNow();
}

/** The lessons of the unit that is looked into. */
function unitNow() {
  const unit = path.units.find(it => it.number === shown);
  $('.unit-now').replaceChildren(
    el('h2', {}, words.unit(unit.number, unit.title), el('small', {}, words.of(unit.lessons.filter(isDone).length, unit.lessons.length))),
    el('p', { class: 'q about' }, unit.about),
    lessonList(unit), ...gallery(unit));
}

/** The picture that stands for a unit, where a line is all there is. */
const mark = unit => (chosen(unit) ? [el('img', { class: 'mark', src: address(chosen(unit)), alt: '', width: 32, height: 32 })] : []);

const lessonList = unit => el('ol', {}, ...unit.lessons.map(lesson => el('li', {}, row(lesson))));

function testOut(unit) {
  return unit.lessons.every(isDone) ? '' : el('a', { class: 'testout', href: `/lesson#${unit.testOut}/test`, 'aria-label': words.testOutOf(unit.number) }, icon('skip', 16), el('span', {}, words.testOut));
}

function row(lesson) {
  const here = lesson.number === path.next;
  const sign = isDone(lesson)
    ? el('span', { class: 'pass' }, icon('tick', 16))
    : svg('svg', { width: 18, height: 18, 'aria-hidden': 'true' }, here ? hereDot(8, 9, 3.5) : tile(2, 3, isAhead(lesson) ? 'ahead' : 'open'));
  const side = isDone(lesson) ? words.state[lesson.state] : lesson.needs.length && !here ? words.after(lesson.needs.map(need => need.split(' ')[0]).join(', ')) : words.minutes(lesson.minutes);
  return el('a', { class: `les${here ? ' next' : ''}`, href: href(lesson), 'aria-current': here && 'step', title: lesson.needs.length && !isDone(lesson) ? words.after(lesson.needs.join(', ')) : lesson.goal },
    sign, el('b', {}, lesson.number), el('span', {}, lesson.title), el('small', {}, side));
}

function map() {
  const { offsetWidth, offsetHeight } = $('.lead');
  drawMap($('.map'), path, shown, { width: offsetWidth, height: offsetHeight }, number => {
    shown = number;
    unitNow();
    map();
    $('.unit-now h2').scrollIntoView({ block: 'nearest' });
  });
}

/** On a narrow screen the stair is an indented list. */
function list(next) {
  $('.units').replaceChildren(el('h2', {}, words.whole), ...path.units.map((unit, i) => {
    const done = unit.lessons.filter(isDone).length;
    const ahead = unit.lessons.every(isAhead);
    const box = el('details', { class: `pu${ahead ? ' lk' : ''}`, open: unit.lessons.includes(next) },
      el('summary', {}, el('span', {}, unit.number), el('b', {}, unit.title, ...mark(unit)), el('span', {}, done === unit.lessons.length ? el('span', { class: 'v pass' }, icon('tick', 16), words.unitDone) : words.of(done, unit.lessons.length)),
        el('small', {}, words.total(unit.lessons.length, sum(unit.lessons, lesson => lesson.minutes)))),
      lessonList(unit), ...gallery(unit), testOut(unit));
    box.style.marginLeft = `${Math.min(i, 6) * 7}px`;
    return box;
  }));
}

function foot() {
  const sign = (state, text) => el('span', {}, svg('svg', { width: 18, height: 18, 'aria-hidden': 'true' }, state === 'here' ? hereDot(9, 9, 3.5) : tile(3, 3, state)), text);
  $('.foot').replaceChildren(
    el('div', { class: 'key', role: 'group', 'aria-label': words.keyName }, ...['done', 'here', 'open', 'ahead'].map(state => sign(state, words.key[state]))),
    el('span', {}, words.total(lessons().length, sum(lessons(), lesson => lesson.minutes)), ' · ', words.folder(path.folder)),
    work);
}

addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey && (event.target === document.body || event.target === $('main'))) {
    $('#resume')?.click();
  }
});
