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
 * @param {import('./keeping.js').Keeping} keeping
 */
export function slider(name, { min, max, step = (max - min) / 100, value, label = name, unit = '' }, onInput, marks, keeping) {
  const id = `control-${++count}`;
  const range = el('input', { type: 'range', id, min, max, step, value });
  const field = el('input', { type: 'number', min, max, step: 'any', value, 'aria-label': label });
  const show = next => {
    root.value = next;
    range.value = next;
    field.value = String(+next.toPrecision(10));
  };
  const set = next => {
    show(next);
    keeping.changed(name, next);
  };
  range.addEventListener('input', () => { set(Number(range.value)); onInput(root.value); });
  field.addEventListener('input', () => {
    const wanted = field.value === '' ? NaN : Number(field.value);
    const legal = Number.isFinite(wanted) && wanted >= min && wanted <= max;
    field.setAttribute('aria-invalid', String(!legal));
    if (legal) {
      root.value = wanted;
      range.value = wanted;
      keeping.changed(name, wanted);
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
  show(value);
  keeping.control(name, value, given => {
    if (typeof given === 'number' && given >= min && given <= max) {
      set(given);
      onInput(given);
    }
  });
  return marks.bind(root, name);
}

/**
 * One of several: buttons where there are few, else a menu.
 *
 * @param {string} name the label
 * @param {(string | {value: string, label: string})[]} options
 * @param {string} value
 * @param {(value: string) => void} onChange
 * @param {import('./keeping.js').Keeping} keeping
 */
export function choice(name, options, value, onChange, keeping) {
  const all = options.map(option => (typeof option === 'string' ? { value: option, label: option } : option));
  const id = `control-${++count}`;
  const take = next => {
    keeping.changed(name, next);
    onChange(next);
  };
  const known = given => all.some(option => option.value === given);
  if (all.length > FEW) {
    const menu = el('select', { id, class: 'menu' }, ...all.map(option => el('option', { value: option.value, selected: option.value === value }, option.label)));
    menu.addEventListener('change', () => take(menu.value));
    keeping.control(name, value, given => {
      if (known(given)) {
        menu.value = given;
        take(given);
      }
    });
    return el('div', { class: 'ctl pchoice' }, el('label', { for: id }, name), menu);
  }
  const radios = [];
  const labels = all.map((option, i) => {
    const radio = el('input', { type: 'radio', name: id, id: `${id}-${i}`, value: option.value });
    radio.checked = option.value === value;
    radio.addEventListener('change', () => take(option.value));
    radios.push(radio);
    return el('label', { for: `${id}-${i}` }, radio, el('span', {}, option.label));
  });
  keeping.control(name, value, given => {
    if (known(given)) {
      radios.find(radio => radio.value === given).checked = true;
      take(given);
    }
  });
  return el('fieldset', { class: 'ctl pchoice' }, el('legend', {}, name), el('div', { class: 'seg' }, ...labels));
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
