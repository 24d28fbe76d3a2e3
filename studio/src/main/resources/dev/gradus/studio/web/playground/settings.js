/**
 * The controls of the playground: the sentence, the data, what a class does not see.
 */
import words from '../words/playground.js';
import { el, icon, svg } from '../shell/draw.js';
import { copyText as copy } from '../shell/copy.js';
import { hidingDialog } from '../shell/hiding.js';
import { CHOICES, isRegression, LIMITS } from './setup.js';
import { dialog, key } from '../shell/shell.js';

/**
 * The settings as a sentence; underlined words are menus.
 *
 * @param {HTMLElement} root
 * @param {import('./setup.js').Setup} setup
 * @param {boolean} fixed whether it is to be read only
 * @param {(change: object) => void} change
 */
export function drawSentence(root, setup, fixed, change) {
  const s = words.sentence;
  const menu = name => {
    if (name === 'data' && setup.data === 'own') {
      return el('b', {}, words.own.mine);
    }
    const values = CHOICES[name].includes(setup[name]) ? CHOICES[name] : [...CHOICES[name], setup[name]];
    if (name === 'loss' && isRegression(setup)) {
      return el('b', {}, words.choices.loss['squared-error']);
    }
    const text = value => (typeof words.choices[name] === 'function' ? words.choices[name](value) : words.choices[name]?.[value] ?? String(value));
    if (fixed) {
      return el('b', {}, text(setup[name]));
    }
    const select = el('select', { 'aria-label': words.labels[name], id: `set-${name}`, onchange: () => change({ [name]: values[select.selectedIndex] }) },
      ...values.map(value => el('option', { selected: value === setup[name] }, text(value))));
    return select;
  };
  const focused = document.activeElement?.id;
  const price = setup.penalty === 'none' ? [] : [` ${s.price} `, menu('strength')];
  root.replaceChildren(`${setup.data === 'own' ? s.learnOwn : s.learn} `, menu('data'), ` ${s.with} `, menu('optimizer'), ` ${s.at} `, menu('rate'), `, ${s.batches} `, menu('batch'), `, ${s.bending} `,
    menu('activation'), `, ${s.measuring} `, menu('loss'), `, ${s.penalty} `, menu('penalty'), ...price, ` ${s.onWeights}.`);
  if (focused) {
    document.getElementById(focused)?.focus();
  }
}

/** Signs for the kinds of data; the points themselves come from the engine. */
const SIGNS = {
  circle: i => { const a = i * 2.4; const r = i % 2 ? 6 : 14; return [r * Math.cos(a), r * Math.sin(a), i % 2]; },
  xor: i => { const x = ((i * 7) % 12) * 2.8 - 15.4; const y = ((i * 5) % 11) * 3 - 15; return [x, y, x * y > 0]; },
  gaussians: i => { const a = i * 2.4; const r = 1.5 * Math.sqrt(i); const s = i % 2 ? 1 : -1; return [s * 8 + r * Math.cos(a), -s * 8 + r * Math.sin(a), i % 2]; },
  plane: i => { const x = (i % 6) * 6.4 - 16; const y = Math.floor(i / 6) * 6.4 - 16; return [x, y, x - y > 0, Math.abs(x - y) / 32]; },
  hills: i => { const a = i * 2.4; const r = (i % 6) + 1; const h = Math.floor(i / 6); return [((h % 3) - 1) * 13 + r * Math.cos(a), (h < 3 ? -8 : 8) + r * Math.sin(a), h % 2 === 0, 1.15 - r / 7]; },
  spiral: i => { const t = (i >> 1) / 18; const a = t * 8 + (i % 2 ? Math.PI : 0); return [17 * t * Math.sin(a), 17 * t * Math.cos(a), i % 2]; },
};

function sign(kind) {
  return svg('svg', { viewBox: '0 0 40 40', 'aria-hidden': 'true' }, ...Array.from({ length: 36 }, (_, i) => {
    const [x, y, plus, opacity = 1] = SIGNS[kind](i);
    return plus ? svg('circle', { cx: 20 + x, cy: 20 + y, r: 1.9, fill: 'var(--pos-line)', opacity }) : svg('rect', { x: 18.4 + x, y: 18.4 + y, width: 3.2, height: 3.2, fill: 'var(--neg-line)', opacity });
  }));
}

/**
 * @param {HTMLElement} root
 * @param {import('./setup.js').Setup} setup
 * @param {string[]} hidden
 * @param {{change: (change: object) => void, layers: (layers: number[]) => void, teach: () => void, own: () => void, show: (gradients: boolean) => void}} does
 * @param {{name: string, gradients: boolean}} now the name of own data, whether gradients are shown
 */
export function drawData(root, setup, hidden, does, now) {
  const slider = (name, text, step) => {
    const [min, max] = LIMITS[name];
    const shown = el('b', { 'aria-hidden': 'true' }, text(setup[name]));
    const input = el('input', { type: 'range', id: `range-${name}`, min, max, step, value: setup[name], 'aria-valuetext': text(setup[name]) });
    input.addEventListener('input', () => { shown.textContent = text(Number(input.value)); input.setAttribute('aria-valuetext', shown.textContent); does.change({ [name]: Number(input.value) }); });
    return el('div', { class: 'ctl' }, el('label', { for: input.id }, words[name], ' ', shown), input);
  };
  const parts = [];
  if (!hidden.includes('data')) {
    parts.push(el('div', {}, el('h2', { class: 'h3' }, words.data), el('div', { class: 'ds', role: 'group', 'aria-label': words.dataKind },
      ...CHOICES.data.map(kind => el('button', { type: 'button', 'aria-pressed': kind === setup.data, 'aria-label': words.choices.data[kind], title: words.choices.data[kind], onclick: () => does.change({ data: kind }) }, sign(kind)))),
      el('button', { type: 'button', class: 'link small own', onclick: does.own }, setup.data === 'own' ? words.own.other(now.name) : words.own.bring)),
    ...(setup.data === 'own' ? [] : [slider('noise', words.percent, 5)]), slider('unseen', words.percent, 5), ...(setup.data === 'own' ? [] : [slider('points', String, 20)]));
  }
  if (!hidden.includes('layers')) {
    const button = (label, name, onclick, disabled) => el('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick, disabled }, icon(name, 18));
    parts.push(el('div', { class: 'depth' }, button(words.removeLayer, 'minus', () => does.layers(setup.layers.slice(0, -1)), !setup.layers.length),
      `${setup.layers.length} × ${words.addLayer}`, button(words.addLayerLong, 'plus', () => does.layers([...setup.layers, setup.layers.at(-1) ?? 4]), setup.layers.length === LIMITS.layers), setup.layers.length === LIMITS.layers ? el('span', { class: 'qq' }, words.mostLayers(LIMITS.layers)) : ''));
  }
  if (!hidden.includes('views')) {
    parts.push(el('div', {}, el('h2', { class: 'h3' }, words.show), el('div', { class: 'seg shows', role: 'group', 'aria-label': words.show },
      ...[false, true].map(gradients => el('button', { type: 'button', 'aria-pressed': gradients === now.gradients, onclick: () => does.show(gradients) }, gradients ? words.gradients : words.weights)))));
  }
  parts.push(key(['width', 'hue', 'tile', 'place']), el('details', { class: 'signs' }, el('summary', {}, words.allSigns), key(['here', 'stair', 'dashes', 'lines', 'others', 'magnitude', 'good', 'treads', 'marker'])), el('button', { type: 'button', class: 'link small', onclick: does.teach }, words.teacher));
  root.replaceChildren(...parts);
}

/** Which controls a class does not see; the link says so. */
export const classDialog = (hidden, take) => hidingDialog({ ...words.class, copy: words.copyLink, copied: words.copied }, hidden, take);

/** The exported program, to copy or to save. */
export function programDialog({ name, text, edited }) {
  const button = el('button', { type: 'button', class: 'btn small', onclick: () => copyText(text, button) }, words.program.copy);
  const save = el('a', { class: 'btn small main', download: name, href: 'data:text/plain;charset=utf-8,' + encodeURIComponent(text) }, words.program.save);
  return dialog(words.program.title, el('p', { class: 'q' }, words.program.says, ' ', words.program.run(name), edited ? el('b', {}, ' ' + words.program.edited) : ''),
    el('pre', { tabindex: 0 }, el('code', {}, text)), el('div', { class: 'row' }, save, button));
}

export const copyText = (text, button) => copy(text, button, words.copied);
