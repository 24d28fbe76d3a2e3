/**
 * Where to go on from here: courses, books, papers and places, each with why and when. The list is read
 * without a network; only following a link needs one.
 */
import words from '../words/resources.js';
import { $, el } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { announce, shell } from '../shell/shell.js';
import { COSTS, GOALS, KINDS, LEVELS, easing, fitting, fromLink, toLink } from './choice.js';
import { entryRow } from './entry.js';
import { wordsSection } from './words.js';

const OPTIONS = { goal: GOALS, level: LEVELS, kind: KINDS, cost: COSTS };

/** Where the learner is, once the studio has told it; the list is whole without it. */
let lessons = new Map();
let next = null;

const { entries } = await (await fetch('/assets/words/resources.json')).json();
let wish = fromLink(location.hash);

shell('resources', {
  redraw: () => {},
  keys: { '/': () => $('#q').focus() },
  help: words.keys,
});
document.documentElement.lang = words.language;
$('.crumb').append(el('span', {}, words.where), ' ', el('button', { type: 'button', class: 'link small', onclick: () => print() }, words.print));
$('.list').setAttribute('aria-label', words.list);
$('.list').addEventListener('keydown', walk);
addEventListener('hashchange', () => {
  wish = fromLink(location.hash);
  draw();
});
controls();
draw();
const live = new Live('path', { opened: () => live.say('look'), lost: () => {}, told, read: () => ({}), shown: () => {} });

function told(path) {
  const isNew = path.units && (path.next !== next?.number || !lessons.size);
  if (isNew) {
    lessons = new Map(path.units.flatMap(unit => unit.lessons).map(lesson => [lesson.number, lesson]));
    next = lessons.get(path.next) ?? null;
    draw();
  }
}

/** What goes with the next lesson, while nothing else is wished for; else with its unit. */
function fitsNow(found) {
  if (!next || Object.values(wish).some(Boolean)) {
    return [];
  }
  const unit = next.number.replace(/\d+$/, '');
  const exact = found.filter(entry => entry.fits.includes(next.number));
  return exact.length ? exact : found.filter(entry => entry.fits.some(number => number.startsWith(unit)));
}

/** The settings are a sentence, as everywhere in the studio. */
function controls() {
  const select = name => el('select', { id: name, 'aria-label': words.labels[name], onchange: event => wishFor({ [name]: event.target.value }) });
  const field = el('input', { id: 'q', type: 'search', maxlength: 100, autocomplete: 'off', spellcheck: 'false', 'aria-label': words.labels.q, placeholder: words.labels.q,
    oninput: event => wishFor({ q: event.target.value.trim() }) });
  $('.sent').append(words.sentence.goal, ' ', select('goal'), ', ', select('level'), words.sentence.kind, ' ', select('kind'), ' ', select('cost'),
    el('span', { class: 'field' }, field, el('kbd', { 'aria-hidden': 'true' }, '/')));
  $('.sent').addEventListener('submit', event => event.preventDefault());
}

function wishFor(some) {
  wish = { ...wish, ...some };
  history.replaceState(null, '', toLink(wish));
  draw();
}

function draw() {
  const found = fitting(entries, wish);
  fillSelects();
  if (document.activeElement !== $('#q')) {
    $('#q').value = wish.q;
  }
  const now = fitsNow(found);
  // words have no goal, kind or price: they are listed while only a search narrows the list
  const glossary = Object.entries(wish).every(([name, value]) => name === 'q' || !value) ? wordsSection(lessons.values(), wish.q) : null;
  const headline = now.length
    ? words.headlineNow(found.length, now.length, next)
    : !found.length && glossary
      ? words.headlineWords(glossary.querySelectorAll('dt').length)
      : words.headline(found.length, found.filter(entry => entry.cost !== 'paid').length, wish);
  $('h1').textContent = headline;
  announce(headline);
  const focused = document.activeElement?.closest('.list a')?.getAttribute('href');
  $('.list').replaceChildren(...(found.length ? sections(found, now) : glossary ? [] : [nothing()]), ...(glossary ? [glossary] : []));
  // who walks the list stays where they are when it is drawn anew
  focused && [...document.querySelectorAll('.list a')].find(link => link.getAttribute('href') === focused)?.focus();
}

/** Each choice says how many it would leave, given the others. */
function fillSelects() {
  for (const [name, options] of Object.entries(OPTIONS)) {
    const count = value => fitting(entries, { ...wish, [name]: value }).length;
    const option = value => el('option', { value, selected: wish[name] === value }, words.options[name][value], ` (${count(value)})`);
    const all = el('option', { value: '', selected: !wish[name] }, words.all[name]);
    $('#' + name).replaceChildren(all, ...options.map(option));
    // as wide as what is chosen, not as its longest choice: and without the count
    const chosen = $('#' + name).selectedOptions[0];
    chosen.textContent = wish[name] ? words.options[name][wish[name]] : words.all[name];
  }
}

/** What goes with the next lesson, then a section for each goal; each resource stands in one place. */
function sections(found, now) {
  const home = entry => (now.includes(entry) ? 'now' : wish.goal || entry.goals[0]);
  return ['now', ...GOALS].map(goal => [goal, found.filter(entry => home(entry) === goal)])
    .filter(([, group]) => group.length)
    .map(([goal, group]) => el('section', { 'aria-labelledby': 'goal-' + goal, class: goal === 'now' && 'now' },
      el('h2', { id: 'goal-' + goal }, words.goals[goal], ' ', el('span', { class: 'qq' }, String(group.length))),
      el('ul', {}, ...inOrder(group).map(entry => entryRow(entry, lessons)))));
}

/** In the order of the course: by the first lesson they go with. */
function inOrder(group) {
  const place = entry => (entry.fits[0].startsWith('UE') ? 99 : Number(entry.fits[0].split('.')[0]) + Number(entry.fits[0].split('.')[1]) / 100);
  return [...group].sort((a, b) => place(a) - place(b));
}

function nothing() {
  const way = easing(entries, wish);
  return el('div', { class: 'nothing' }, el('p', {}, words.nothing.text),
    way
      ? el('button', { type: 'button', class: 'btn', onclick: () => wishFor({ [way.name]: '' }) }, words.nothing.without(words.labels[way.name], way.count))
      : el('button', { type: 'button', class: 'btn', onclick: () => wishFor({ goal: '', level: '', kind: '', cost: '', q: '' }) }, words.nothing.all(entries.length)));
}

/** The arrows walk from entry to entry. */
function walk(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const titles = [...document.querySelectorAll('.entry h3 a')];
  const at = titles.indexOf(document.activeElement);
  if (by && at >= 0 && titles[at + by]) {
    event.preventDefault();
    titles[at + by].focus();
  }
}
