/**
 * Asks before a run is deleted; of many that nobody asked to record all may go at once.
 */
import words from '../words/run.js';
import { el } from '../shell/draw.js';
import { dialog } from '../shell/shell.js';
import { isAlive } from './list.js';

/**
 * @param {object} row of the run
 * @param {object[]} rows of all runs
 * @param {(ids: string[]) => void} remove
 */
export function askToDelete(row, rows, remove) {
  const w = words.delete;
  const others = rows.filter(it => it.id !== row.id && !it.asked && !isAlive(it));
  const all = el('input', { type: 'checkbox' });
  const box = dialog(w.title(row.name), el('p', {}, w.says), others.length && !row.asked ? el('label', { class: 'check' }, all, w.all(others.length)) : '',
    el('div', { class: 'row' },
      el('button', { type: 'button', class: 'btn', autofocus: true, onclick: () => box.close() }, w.keep),
      el('button', { type: 'button', class: 'btn main', onclick: () => { remove([row.id, ...(all.checked ? others.map(it => it.id) : [])]); box.close(); } }, w.do)));
  document.body.append(box);
  box.addEventListener('close', () => box.remove());
  box.showModal();
}
