/**
 * What is written and pressed around the pictures: actions, the sentence of settings, data, what a class does not
 * see.
 */
import words from '../words/playground.js';
import { $, el, icon } from '../shell/draw.js';
import { hiddenLine } from '../shell/hiding.js';
import { saveFile } from './file.js';
import { classDialog, copyText, drawData, drawSentence } from './settings.js';
import { isRegression } from './setup.js';
import { keep, page } from './state.js';

/**
 * @typedef {Object} Does
 * @property {(some: object) => void} change
 * @property {() => void} exportProgram
 * @property {(file: File) => void} openFile
 * @property {() => void} ownData
 * @property {(gradients: boolean) => void} show
 * @property {(hidden: string[]) => void} hide
 * @property {() => void} turnTables
 * @property {(dialog: HTMLDialogElement) => void} open
 */

/**
 * What never changes.
 *
 * @param {Does} does
 */
export function texts(does) {
  document.documentElement.lang = words.language;
  $('.crumb').textContent = words.where;
  const button = (kind, text, onclick, name = text) => el('button', { type: 'button', class: `btn small ${kind}`, 'aria-label': name, onclick }, text);
  const copy = el('button', { type: 'button', class: 'btn small', onclick: () => { keep(); copyText(location.href, copy); } }, icon('link', 17), words.copyLink);
  const chooser = el('input', { type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': words.file.open });
  chooser.addEventListener('change', () => { const [file] = chooser.files; file && does.openFile(file); chooser.value = ''; });
  $('.acts').append(copy, button('export', words.export, does.exportProgram),
    el('span', { class: 'files' }, button('save', words.file.save, () => saveFile(page.setup, page.hidden, page.view, page.table), words.file.saveLong), button('open', words.file.open, () => chooser.click(), words.file.openLong), chooser));
  $('#lossfig h2').textContent = words.loss;
  $('#lossfig .qq').textContent = words.byEpoch;
  document.querySelectorAll('.tools').forEach(tools => tools.append(el('button', { type: 'button', class: 'link tabler', onclick: does.turnTables }, words.table)));
  $('.net').setAttribute('aria-label', words.network);
  $('#net').setAttribute('role', 'group');
  $('#net').setAttribute('aria-label', words.networkKeys);
  $('.left').setAttribute('aria-label', words.data);
}

/**
 * What follows from the settings.
 *
 * @param {Does} does
 * @param {{views: import('./views.js').Views, bar: import('./runbar.js').RunBar}} parts
 */
export function controls(does, { views, bar }) {
  const { setup, hidden, view, table } = page;
  const isOwn = setup.data === 'own';
  drawSentence($('.sent'), setup, hidden.includes('sentence'), does.change);
  drawData($('.left'), setup, hidden, { change: does.change, layers: layers => does.change({ layers }), teach: () => does.open(classDialog(hidden, does.hide)), own: () => does.ownData(), show: does.show },
    { name: table?.name ?? '', gradients: view.gradients });
  $('.export').hidden = hidden.includes('export');
  $('.files').hidden = hidden.includes('file');
  views.tabs.hidden = hidden.includes('views');
  views.race.layOut(setup);
  views.plane.kinds = isOwn ? [words.own.others, words.own.yes(setup.own.plus.slice(0, 24))] : null;
  views.texts(isRegression(setup));
  $('.crumb').textContent = isOwn ? words.own.whereOwn(table?.name ?? '') : words.where;
  $('#rightfig h2').textContent = isRegression(setup) ? words.near : words.right;
  $('#rightfig .qq').textContent = words.rightUnit;
  bar.hide(hidden);
  if (hidden.length) {
    $('.left').append(hiddenLine(words.class, hidden, () => does.hide([])));
  }
}
