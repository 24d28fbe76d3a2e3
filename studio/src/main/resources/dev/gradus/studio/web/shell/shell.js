/**
 * What every page has: the top bar with the pages there are, light or dark, keys, announcements.
 */
import pages from '../pages.js';
import words from '../words/shell.js';
import { $, el, forgetColours, icon, svg } from './draw.js';
import { key } from './key.js';

const ORDER = ['path', 'playground', 'run', 'model', 'results', 'try', 'resources'];
const LETTERS = { path: 'p', playground: 'l', run: 'r', model: 'm', results: 'e', try: 't', resources: 's' };
/** Pages that stand below another one in the navigation. */
const ABOVE = { lesson: 'path' };
const ANNOUNCE_MILLISECONDS = 5000;

/**
 * Builds the frame of a page around its main part.
 *
 * @param {string} page
 * @param {{redraw: () => void, keys: Record<string, () => void>, help: [string, string][]}} hooks what the page
 *     does when the theme changes and when single keys are pressed, and what its help says of its keys
 */
export function shell(page, hooks) {
  document.title = `${words.pages[page]} · ${words.product}`;
  const present = ORDER.filter(name => pages.includes(name));
  const link = (name, short = words.pages[name]) => el('a', { href: '/' + name, 'aria-current': name === (ABOVE[page] ?? page) && 'page', ...(short === words.pages[name] ? {} : { 'aria-label': words.pages[name] }) }, short);
  const help = helpDialog([...hooks.help, ...present.map(name => words.goTo(LETTERS[name], words.pages[name])), ...words.commonKeys]);
  document.body.prepend(
    el('a', { class: 'skip', href: '#main', onclick: event => { event.preventDefault(); $('main').focus(); } }, words.skip),
    el('header', { class: 'top' },
      el('a', { class: 'logo', href: '/' + present[0], 'aria-label': words.home }, logo()),
      el('nav', { class: 'nav', 'aria-label': words.navigation }, ...present.map(name => link(name))),
      el('div', { class: 'top-r' },
        el('button', { type: 'button', 'aria-label': words.theme, title: words.theme, onclick: turnTheme }, icon('theme')),
        el('button', { type: 'button', class: 'bold', 'aria-label': words.keysHelp, title: words.keysHelp, onclick: () => help.showModal() }, el('span', { 'aria-hidden': 'true' }, '?')))));
  document.body.append(help, el('div', { class: 'sr', id: 'said', 'aria-live': 'polite' }));
  if (present.length > 1) {
    document.body.append(el('nav', { class: 'tabs', 'aria-label': words.navigation }, ...present.map(name => link(name, words.short[name]))));
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { forgetColours(); hooks.redraw(); });
  // whoever changes the theme, by the button or by a script: what is drawn has its colours
  new MutationObserver(() => { forgetColours(); hooks.redraw(); }).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  listen(present, hooks.keys, help);
}

function turnTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('gradus-theme', root.dataset.theme);
}

/** Single keys count outside of text fields, and can be switched off. */
function listen(present, keys, help) {
  let going = false;
  addEventListener('keydown', event => {
    if (event.key === 'F6') {
      event.preventDefault();
      toNextPane(event.shiftKey ? -1 : 1);
      return;
    }
    const inText = event.target.closest?.('input:not([type=range]):not([type=checkbox]), select, textarea, [contenteditable=true]');
    // past the last control of a dialog the focus is with the browser: keys are still the dialog's
    if (inText || document.querySelector('dialog[open]') || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (/^[a-z.,?]$/.test(key) && localStorage.getItem('gradus-letters') === 'off') {
      return;
    }
    if (going) {
      going = false;
      const goal = present.find(name => LETTERS[name] === key);
      if (goal) {
        location.href = '/' + goal;
      }
      return;
    }
    if (key === 'g') {
      going = true;
    } else if (key === '?') {
      help.showModal();
    } else if (keys[key] && !(key === ' ' && event.target.closest('button, a, summary, input')) && !(key === 'Home' && event.target.closest('[role=slider], input'))) {
      event.preventDefault();
      keys[key]();
    }
  });
}

/** Goes to the next part of the page, or the one before: whatever is marked as a `data-pane`. */
function toNextPane(by) {
  const panes = [...document.querySelectorAll('[data-pane]')].filter(pane => pane.offsetParent);
  if (panes.length) {
    const at = panes.findIndex(pane => pane.contains(document.activeElement));
    const next = panes[at < 0 ? (by > 0 ? 0 : panes.length - 1) : (at + by + panes.length) % panes.length];
    next.tabIndex = -1;
    next.focus();
  }
}

function helpDialog(keys) {
  const letters = el('input', { type: 'checkbox', id: 'letters' });
  letters.checked = localStorage.getItem('gradus-letters') !== 'off';
  letters.addEventListener('change', () => localStorage.setItem('gradus-letters', letters.checked ? 'on' : 'off'));
  return dialog(words.keysHelp,
    el('dl', { class: 'keys' }, ...keys.flatMap(([key, what]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, what)])),
    el('label', { class: 'check' }, letters, words.letters), key());
}

export { key };

/** A dialog with a title and a way out. */
export function dialog(title, ...content) {
  const made = el('dialog', { 'aria-label': title },
    el('header', {}, el('h2', {}, title), el('button', { type: 'button', class: 'icon', 'aria-label': words.close, onclick: () => made.close() }, icon('cross'))),
    ...content);
  return made;
}

const SAME_MILLISECONDS = 30_000;

let spoken = '';
let spokenAt = 0;
let toSay = null;

/** Says something to a screen reader, at most every few seconds, and nothing twice. */
export function announce(text) {
  sayAfter(text, ANNOUNCE_MILLISECONDS);
}

/** Says how things stand that change by themselves: the same sentence with other numbers only now and then. */
export function follow(text) {
  const plain = sentence => sentence.replace(/[\d.,−-]+/g, '#');
  sayAfter(text, plain(text) === plain(spoken) ? SAME_MILLISECONDS : ANNOUNCE_MILLISECONDS);
}

/** Says at once what a key has led to. */
export function answer(text) {
  sayAfter(text, 0);
}

function sayAfter(text, pause) {
  clearTimeout(toSay);
  if (text === spoken) {
    return;
  }
  toSay = setTimeout(() => {
    spoken = text;
    spokenAt = Date.now();
    $('#said').textContent = text;
  }, Math.max(0, spokenAt + pause - Date.now()));
}

/** Three steps climbed, one to go, and the dot that says where you are; the word is one stroke. */
function logo() {
  const line = (d, width) => svg('path', { d, fill: 'none', stroke: 'currentColor', 'stroke-width': width });
  const ring = cx => svg('circle', { cx, cy: 17, r: 6.5, fill: 'none', stroke: 'currentColor', 'stroke-width': 3 });
  return svg('svg', { viewBox: '0 0 144 34', 'aria-hidden': 'true' },
    line('M0 27h8.500v-8.500h9v-8.500h9V1.700h4', 3.2),
    svg('circle', { cx: 12.7, cy: 12.8, r: 3.3, fill: 'var(--marker)', stroke: 'var(--ink)', 'stroke-width': 1.6 }),
    ring(47), ring(77.5), ring(98),
    ...['M53.5 9v17.2c0 3.6-2.8 5.3-6.3 5.3-2.3 0-4.3-.8-5.6-2.3', 'M60.5 25V9M60.5 17c0-4.2 2.6-6.6 7-6.6', 'M84 9v16', 'M104.500 1v24',
      'M111.500 9v8.500c0 4 2.200 6.100 5.600 6.100s5.900-2.300 5.900-6.100V9M123 9v16', 'M142 10.500h-10.500v6.500h9v6.500H129'].map(d => line(d, 3)));
}
