/**
 * The list of all runs: which one is watched, and which lie over it.
 */
import words from '../words/run.js';
import { brief } from '../shell/axes.js';
import { el, icon, svg } from '../shell/draw.js';
import { mark } from '../shell/lines.js';

/** At most that many lie over the watched one. */
export const MOST_OTHERS = 5;
/** Colour and mark of each, in order. */
export const LOOKS = [['cat-3', 'diamond'], ['cat-4', 'triangle'], ['cat-2', 'square'], ['cat-1', 'circle'], ['cat-5', 'cross']];

/** From that many on, some can be picked out. */
const MANY = 8;
const ICONS = { running: 'play', paused: 'pause', finished: 'tick', stopped: 'stop', failed: 'cross', lost: 'cross' };
const VERDICT = { finished: 'pass', failed: 'fail', lost: 'fail' };

/** What a branch does otherwise, in words. */
export function changesText(changes) {
  const all = Object.entries(changes ?? {});
  // more epochs are what it takes to see the rest
  const told = all.length > 1 ? all.filter(([name]) => name !== 'epochs') : all;
  return told.map(([name, value]) => `${words.list.short[name] ?? name} ${value}`).join(', ');
}

export const isAlive = row => row.state === 'running' || row.state === 'paused';

/** What is typed to pick some out. */
const filter = el('input', { type: 'search', id: 'runs-filter', autocomplete: 'off', spellcheck: false });
const found = el('span', { class: 'qq', role: 'status' });
const body = el('tbody');
let drawn = null;
filter.addEventListener('input', () => drawn && rows(...drawn));

/**
 * @param {HTMLElement} root
 * @param {{rows: object[], all: number, now: number, watched: string, others: string[]}} runs
 * @param {{watch: (id: string) => void, beside: (id: string, on: boolean) => void, remove: (row: object) => void}} does
 */
export function drawList(root, runs, does) {
  const l = words.list;
  drawn = [runs, does];
  root.hidden = !runs.rows.length;
  if (!root.contains(body)) {
    root.replaceChildren(el('h2', { tabindex: -1, id: 'runs' }, l.title), el('p', { class: 'qq says' }),
      el('p', { class: 'pick' }, el('label', { for: filter.id }, l.filter), filter, found), el('table', {}, head(), body));
  }
  root.querySelector('.says').textContent = [l.says, runs.rows.length < runs.all ? l.limited(runs.rows.length, runs.all) : '', l.full(MOST_OTHERS)].filter(Boolean).join(' ');
  root.querySelector('.pick').hidden = runs.rows.length < MANY && !filter.value;
  rows(runs, does);
}

function head() {
  const c = words.list.columns;
  return el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, c.beside), el('th', { scope: 'col' }, c.name), el('th', { scope: 'col' }, c.state), el('th', { scope: 'col', class: 'num' }, c.value), el('th', { scope: 'col', class: 'num wide' }, c.steps), el('th', { scope: 'col', class: 'num wide' }, c.when), el('td', {})));
}

function rows(runs, does) {
  const key = body.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const wanted = filter.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const shown = runs.rows.filter(row => wanted.every(word => searched(row).includes(word)));
  found.textContent = wanted.length ? words.list.found(shown.length, runs.rows.length) : '';
  body.replaceChildren(...shown.map(row => line(row, runs, does)));
  if (key) {
    [...body.querySelectorAll('[data-key]')].find(node => node.dataset.key === key)?.focus();
  }
}

const differs = row => words.list.differs(Object.entries(row.differs ?? {}));
const searched = row => `${row.name} ${row.id} ${words.states[row.state]} ${differs(row)} ${changesText(row.changes)}`.toLowerCase();

function line(row, runs, does) {
  const l = words.list;
  const watched = row.id === runs.watched;
  const place = runs.others.indexOf(row.id);
  const box = el('input', { type: 'checkbox', 'aria-label': l.beside(row.name), 'data-key': `b ${row.id}`, disabled: watched || (place < 0 && runs.others.length >= MOST_OTHERS) });
  box.checked = place >= 0;
  box.addEventListener('change', () => does.beside(row.id, box.checked));
  const [colour, kind] = LOOKS[place] ?? [];
  const loss = Number(row.loss);
  // a branch is called by what it does otherwise already
  const other = row.parent ? '' : differs(row);
  return el('tr', { 'aria-current': watched && 'true' },
    el('td', {}, el('label', {}, box)),
    el('td', {}, place >= 0 ? sign(kind, colour) : '', el('button', { type: 'button', class: 'link', 'data-key': `w ${row.id}`, 'aria-label': l.watch(row.name), onclick: () => does.watch(row.id) }, row.name),
      watched ? el('span', { class: 'qq' }, ` ${l.watched}`) : '', row.parent ? el('span', { class: 'qq' }, ` ${l.branchOf(words.count(row.parentStep))}`) : '', other ? el('span', { class: 'qq differs' }, ` ${other}`) : ''),
    el('td', {}, el('span', { class: `state v ${VERDICT[row.state] ?? ''}` }, icon(ICONS[row.state], 15), words.states[row.state])),
    el('td', { class: 'num' }, row.loss === 'NaN' && row.step === 0 ? '' : brief(loss)),
    el('td', { class: 'num wide' }, words.count(row.step) + (row.of ? ` / ${words.count(row.of)}` : '')),
    el('td', { class: 'num wide' }, `${words.span(Math.max(0, runs.now - row.started) / 1000)} ago`),
    el('td', { class: 'num' }, isAlive(row) ? '' : el('button', { type: 'button', class: 'icon', 'aria-label': l.delete(row.name), title: l.delete(row.name), 'data-key': `d ${row.id}`, onclick: () => does.remove(row) }, icon('bin', 16))));
}

function sign(kind, colour) {
  return svg('svg', { width: 16, height: 14, 'aria-hidden': 'true', class: 'sign' }, mark(kind, 7, 7, colour));
}
