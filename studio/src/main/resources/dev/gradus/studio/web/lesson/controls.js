/**
 * Controls of pictures: each has a label, is reached by keys, and wears the marker with its term.
 */
import { clamp, el } from '../shell/draw.js';

let count = 0;
const FEW = 5;

/**
 * A labelled range with a field for the exact number.
 *
 * @param {string} name its term, for the marker
 * @param {{min: number, max: number, step?: number, value: number, label?: string, unit?: string}} options
 * @param {(value: number) => void} onInput
 * @param {import('./marks.js').Marks} marks
 */
export function slider(name, { min, max, step = (max - min) / 100, value, label = name, unit = '' }, onInput, marks) {
  const id = `control-${++count}`;
  const range = el('input', { type: 'range', id, min, max, step, value });
  const field = el('input', { type: 'number', min, max, step: 'any', value, 'aria-label': label });
  const set = next => {
    root.value = next;
    range.value = next;
    field.value = String(+next.toPrecision(10));
  };
  range.addEventListener('input', () => { set(Number(range.value)); onInput(root.value); });
  field.addEventListener('input', () => {
    const wanted = field.value === '' ? NaN : Number(field.value);
    const legal = Number.isFinite(wanted) && wanted >= min && wanted <= max;
    field.setAttribute('aria-invalid', String(!legal));
    if (legal) {
      root.value = wanted;
      range.value = wanted;
      onInput(wanted);
    }
  });
  field.addEventListener('change', () => {
    if (field.getAttribute('aria-invalid') === 'true') {
      field.setAttribute('aria-invalid', 'false');
      const wanted = Number(field.value);
      set(Number.isFinite(wanted) && field.value !== '' ? clamp(wanted, min, max) : root.value);
      onInput(root.value);
    }
  });
  const root = Object.assign(el('div', { class: 'ctl pslider' }, el('div', { class: 'lb' }, el('label', { for: id }, label), el('span', { class: 'nowrap' }, field, unit && ` ${unit}`)), range), { value, set });
  set(value);
  return marks.bind(root, name);
}

/**
 * One of several: buttons where there are few, else a menu.
 *
 * @param {string} name the label
 * @param {(string | {value: string, label: string})[]} options
 * @param {string} value
 * @param {(value: string) => void} onChange
 */
export function choice(name, options, value, onChange) {
  const all = options.map(option => (typeof option === 'string' ? { value: option, label: option } : option));
  const id = `control-${++count}`;
  if (all.length > FEW) {
    const menu = el('select', { id, class: 'menu' }, ...all.map(option => el('option', { value: option.value, selected: option.value === value }, option.label)));
    menu.addEventListener('change', () => onChange(menu.value));
    return el('div', { class: 'ctl pchoice' }, el('label', { for: id }, name), menu);
  }
  const radios = all.map((option, i) => {
    const radio = el('input', { type: 'radio', name: id, id: `${id}-${i}`, value: option.value });
    radio.checked = option.value === value;
    radio.addEventListener('change', () => onChange(option.value));
    return el('label', { for: `${id}-${i}` }, radio, el('span', {}, option.label));
  });
  return el('fieldset', { class: 'ctl pchoice' }, el('legend', {}, name), el('div', { class: 'seg' }, ...radios));
}

/** @param {string} label @param {() => void} onClick */
export function button(label, onClick) {
  return el('button', { type: 'button', class: 'btn small', onclick: onClick }, label);
}

/** Numbers as a real table. `rows` hold texts, numbers or elements; the first of a row names it. */
export function tableOf(heads, rows) {
  return el('table', {},
    el('thead', {}, el('tr', {}, ...heads.map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map((cell, i) => el(i ? 'td' : 'th', i ? {} : { scope: 'row' }, cell instanceof Node ? cell : String(cell)))))));
}
