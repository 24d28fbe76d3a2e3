/**
 * What a class does not see. The link says what is hidden, and so does the page: whoever opens it is told, and can
 * show everything.
 */
import { $, el, icon } from './draw.js';
import { dialog } from './shell.js';
import { copyText } from './copy.js';

/** The parts that a link hides, of those that can be hidden. */
export const hiddenOf = (text, known) => (text ?? '').split(',').filter((name, i, all) => known.includes(name) && all.indexOf(name) === i);

/**
 * A dialog in which a teacher chooses.
 *
 * @param {{title: string, says: string, parts: Record<string, string>, copy: string, copied: string}} words `parts` names all that can be hidden
 * @param {string[]} hidden
 * @param {(hidden: string[]) => void} take
 */
export function hidingDialog(words, hidden, take) {
  const boxes = Object.entries(words.parts).map(([part, name]) => {
    const box = el('input', { type: 'checkbox', value: part });
    box.checked = hidden.includes(part);
    box.addEventListener('change', () => take([...made.querySelectorAll('input:checked')].map(input => input.value)));
    return el('label', { class: 'check' }, box, name);
  });
  const copy = el('button', { type: 'button', class: 'btn small', onclick: () => copyText(location.href, copy, words.copied) }, icon('link', 17), words.copy);
  const made = dialog(words.title, el('p', { class: 'q' }, words.says), el('div', { class: 'checks' }, ...boxes), copy);
  return made;
}

/**
 * Tells what is hidden, with a way to see it.
 *
 * @param {{parts: Record<string, string>, told: (parts: string) => string, show: string}} words
 * @param {string[]} hidden
 * @param {() => void} show
 */
export function hiddenLine(words, hidden, show) {
  return el('p', { class: 'qq hiddenparts' }, words.told(hidden.map(part => words.parts[part]).join(', ')), ' ', el('button', { type: 'button', class: 'link', onclick: show }, words.show));
}

/** Shows a dialog that is made for once. */
export function showOnce(made) {
  $('body').append(made);
  made.addEventListener('close', () => made.remove());
  made.showModal();
}
