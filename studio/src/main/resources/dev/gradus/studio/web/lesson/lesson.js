/**
 * The lesson page: text, picture, and the learner's program with its checks.
 */
import words from '../words/lesson.js';
import { $, el } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { shell } from '../shell/shell.js';
import { readAddress, writeAddress } from './address.js';
import { CodePane } from './code.js';
import { learnWords } from './glossary.js';
import { Marks } from './marks.js';
import { drawPhases, phaseBeside, PHASES } from './phases.js';
import { PicturePane } from './picturepane.js';
import { drawText } from './reading.js';
import { placeOf, Sharing } from './sharing.js';
import { keepSnapshot } from './snapshot.js';
import { Tabs } from './tabs.js';

const page = { lesson: null, phase: 'predict', code: null, picture: null, marks: new Marks(), hidden: [] };
const tabs = new Tabs($('.ptabs'), ['text', 'picture', 'code']);

shell('lesson', { redraw: () => page.picture?.redraw(), keys: { t: () => page.picture?.turn() }, help: words.help });
$('h1').textContent = words.loading;

const live = new Live('lesson', { opened: open, lost, told, read: () => ({}), shown: () => {} });

/** @returns {boolean} whether the studio heard it */
function say(message) {
  live.say(message);
  return live.socket.readyState === WebSocket.OPEN;
}

const asked = () => readAddress(location.hash);
const sharing = new Sharing(page, { say, tell: trouble, hide });
sharing.menu();

function open() {
  $('.away')?.remove();
  const { number, part, hidden } = asked();
  page.hidden = hidden ?? page.hidden;
  say({ do: 'open', lesson: number, test: part === 'test' });
}

function lost(seconds) {
  const away = $('.away') ?? el('div', { class: 'away finding', role: 'alert' });
  away.replaceChildren(el('h2', {}, words.away.title), el('p', {}, words.away.text, ' ', words.away.next(seconds)), el('button', { type: 'button', class: 'btn small', onclick: () => live.now() }, words.away.now));
  $('main').prepend(away);
  page.code?.end();
}

function told(message) {
  ({
    lesson: () => show(message),
    unknown: () => { $('.work').inert = false; $('h1').textContent = words.unknown(message.number); $('.crumb').replaceChildren(el('a', { href: '/path' }, words.toPath)); },
    answer: () => page.picture?.answered(message),
    swapped: () => page.picture?.swap(message.on),
    hints: () => { page.lesson.shownHints = message.shown; draw(); focusHint(); },
    solution: () => opened(message, { solution: message.text, solutionShown: true }),
    trouble: () => trouble(`${words.trouble}: ${message.why}`),
  })[message.is]?.();
  sharing.told(message);
  page.code?.told(message);
  keepSnapshot(page.picture, say);
}

function trouble(text) {
  if (page.code) {
    page.code.tellOf(text);
  } else {
    $('h1').textContent = text;
  }
}

function show(lesson) {
  if (page.lesson?.number === lesson.number && page.lesson.isTest === lesson.isTest) {
    // the studio was away: what was typed meanwhile stays
    page.code.again(lesson.program);
    page.picture?.again();
    return;
  }
  const address = asked();
  const { part } = address;
  page.lesson = lesson;
  page.marks.forget();
  learnWords(lesson.words);
  document.title = `${lesson.number} ${lesson.title} · ${words.product}`;
  page.phase = lesson.isTest ? 'exercise' : PHASES.includes(part) ? part : PHASES.includes(lesson.phase) ? lesson.phase : 'predict';
  const reading = page.reading = {
    marks: page.marks, answers: lesson.answers,
    answered: (question, answer) => say({ do: 'answered', question: question.slice(0, 40), answer: answer.slice(0, 40) }),
  };
  page.code?.close();
  $('.work').inert = false;
  page.code = new CodePane($('.work'), lesson, { say, reported, waits: what => tabs.name('code', what) });
  page.picture = new PicturePane($('.pic'), lesson, { say, reading, given: sharing.begins(address) });
  $('.read').setAttribute('aria-label', words.lessonPane);
  $('.pic').setAttribute('aria-label', words.picturePane);
  $('.work').setAttribute('aria-label', words.codePane);
  page.code.hide(page.hidden);
  page.picture.hide(page.hidden.includes('picture'));
  sharing.menu();
  go(page.phase, true);
  sharing.begun({ ...address, number: lesson.number });
}

function hide(parts) {
  page.hidden = parts;
  sharing.menu();
  if (page.lesson) {
    page.code.hide(parts);
    page.picture.hide(parts.includes('picture'));
    keep();
    draw();
  }
}

/** Puts the state into the address. */
function keep() {
  history.replaceState(null, '', writeAddress({ number: page.lesson.number, part: placeOf(page), hidden: page.hidden }));
}

function go(phase, quiet = false) {
  page.phase = phase;
  say({ do: 'stand', phase });
  keep();
  draw();
  if (!quiet) {
    tabs.choose('text');
    $('.read').scrollTop = 0;
    const first = $('.read h2');
    if (first) {
      first.tabIndex = -1;
      first.focus();
    }
  }
}

function draw() {
  const { lesson, phase } = page;
  head(lesson, phase);
  drawText($('.read'), lesson, phase, page.reading, {
    go, hint: () => say({ do: 'hint' }), solution: () => say({ do: 'solution' }), show: () => hide([]),
  }, page.hidden);
}

function head(lesson, phase) {
  const needs = lesson.needs.map(need => el('a', { href: `#${need.number}`, title: need.done ? '' : words.notDone(need.title) }, `${need.number} ${need.title}`));
  $('.crumb').replaceChildren(el('a', { href: '/path' }, lesson.unit), ` · ${lesson.number}`, el('span', { class: 'wide' }, ` · ${words.crumb.minutes(lesson.minutes)}`),
    ...(needs.length ? [el('span', { class: 'wide' }, ' · ', words.crumb.uses(''), ...needs.flatMap((need, i) => [i ? ', ' : '', need]))] : []),
    el('span', { class: 'narrow' }, lesson.isTest ? '' : ` · ${words.step(words.phases[phase], PHASES.indexOf(phase) + 1, PHASES.length)}`));
  $('h1').textContent = lesson.title;
  $('.phases').hidden = lesson.isTest;
  drawPhases($('.phases'), phase, go);
}

/** A check has ended: what it opens is shown. */
function reported(report) {
  const { lesson } = page;
  const open = report.results.filter(part => part.verdict !== 'PASSED').length || 1;
  tabs.name('code', report.verdict === 'PASSED' ? words.code.passed : words.code.checks(open));
  tabs.choose('code');
  if (report.verdict === 'PASSED') {
    lesson.passed = true;
    page.code.showSwap(true, page.picture?.swapped ?? false);
    opened(report, {});
    $('.res.passed')?.append(onward(lesson));
  } else if (!lesson.isTest && page.phase === 'exercise') {
    go('check', true);
  }
}

function onward(lesson) {
  const { number, minutes } = lesson.next;
  return el('div', { class: 'row' },
    number && !lesson.isTest ? el('a', { class: 'btn', href: `#${number}` }, words.goOn(number, minutes)) : el('a', { class: 'btn', href: '/path' }, words.toPathPage),
    lesson.isTest ? el('p', {}, words.test.done) : el('button', { type: 'button', class: 'link', onclick: () => go('explain') }, words.onward(words.phases.explain)));
}

function opened(message, more) {
  learnWords(message.words);
  Object.assign(page.lesson, more);
  page.lesson.sections.explain = message.explain;
  draw();
}

function focusHint() {
  const last = [...document.querySelectorAll('.hints summary')].at(-1);
  last?.focus();
}

addEventListener('hashchange', () => {
  const address = asked();
  const { number, part, hidden } = address;
  if (page.lesson && number === page.lesson.number && (part === 'test') === page.lesson.isTest) {
    if (hidden) {
      hide(hidden);
    }
    sharing.followed(address);
    keep();
    if (PHASES.includes(part) && part !== page.phase) {
      go(part);
    }
    return;
  }
  if (page.code) {
    page.code.saving.waits && page.code.saving.save();
    page.code.saving.close();
    $('.work').inert = true;
  }
  open();
});

addEventListener('keydown', event => {
  const by = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const next = by && page.lesson && !page.lesson.isTest && phaseBeside(page.phase, by);
  if (by) {
    event.preventDefault();
    event.stopPropagation();
    if (next) {
      go(next);
    }
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && page.code) {
    event.preventDefault();
    event.stopPropagation();
    page.code.check();
  }
}, true);
