/**
 * The frame of a chart: title, one line that says what it shows and what good looks like, the picture or its
 * table.
 */
import words from '../words/results.js';
import { el } from '../shell/draw.js';

/**
 * @param {HTMLElement} figure
 * @param {{title: string, beside?: (Node | string)[], says: string, good: string, tables: boolean, turn: () => void}} how
 * @param {...Node} content
 */
export function frame(figure, { title, beside = [], says, good, tables, turn }, ...content) {
  figure.replaceChildren(
    el('header', {}, el('h2', {}, title), ...beside, el('div', { class: 'tools' }, el('button', { type: 'button', class: 'link tabler', 'aria-label': `${title}: ${tables ? words.picture : words.table}`, onclick: turn }, tables ? words.picture : words.table))),
    el('p', { class: 'says' }, says, ' ', el('span', { class: 'gd' }, good)), ...content);
}

/** A real table beside a picture. */
export function twin(label, head, rows) {
  return el('div', { class: 'twin', tabindex: 0, role: 'region', 'aria-label': label }, el('table', {},
    el('thead', {}, el('tr', {}, ...head.map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map(text => el('td', {}, String(text))))))));
}
