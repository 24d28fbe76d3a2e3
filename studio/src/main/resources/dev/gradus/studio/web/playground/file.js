/**
 * The state as a file: settings, what a class does not see, and data of one's own. A file from anywhere is
 * hostile until each of its parts has been looked at.
 */
import { MOST_BYTES } from './own.js';
import { fromLink, toLink } from './setup.js';

const KIND = 'gradus-playground';
const HEADERS = ['guess', 'present', 'absent'];

/**
 * @param {import('./setup.js').Setup} setup
 * @param {string[]} hidden
 * @param {import('./setup.js').View} view
 * @param {import('./own.js').Table | null} table
 */
export function saveFile(setup, hidden, view, table) {
  const settings = Object.fromEntries(new URLSearchParams(toLink(setup, hidden, view).slice(1)));
  const text = JSON.stringify({ kind: KIND, version: 1, settings, data: setup.data === 'own' ? table : null }, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `playground-${setup.data}-${setup.seed}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Reads such a file.
 *
 * @param {string} text
 * @returns {{setup: import('./setup.js').Setup, hidden: string[], view: import('./setup.js').View, table: import('./own.js').Table | null}}
 * @throws {Error} whose message is a key of `words.file`, if it is none
 */
export function readFile(text) {
  if (text.length > 4 * MOST_BYTES) {
    throw new Error('tooLarge');
  }
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Error('noJson');
  }
  const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(given) || given.kind !== KIND || !isObject(given.settings)) {
    throw new Error('otherKind');
  }
  if (given.version !== 1) {
    throw new Error('newer');
  }
  const settings = new URLSearchParams();
  for (const [name, value] of Object.entries(given.settings)) {
    if (typeof value === 'string') {
      settings.set(name, value);
    }
  }
  const { setup, hidden, view } = fromLink('#' + settings);
  const { data } = given;
  const table = isObject(data) && typeof data.name === 'string' && typeof data.text === 'string' && HEADERS.includes(data.header)
    ? { name: data.name.slice(0, 200), text: data.text, header: data.header } : null;
  if (setup.data === 'own' && (!table || new TextEncoder().encode(table.text).length > MOST_BYTES)) {
    throw new Error(table ? 'tooLarge' : 'noData');
  }
  return { setup, hidden, view, table: setup.data === 'own' ? table : null };
}
