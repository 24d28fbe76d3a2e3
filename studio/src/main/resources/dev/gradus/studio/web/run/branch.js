/**
 * What is to be otherwise: the settings that a branch may change, as the run has them.
 */
import words from '../words/run.js';
import { el } from '../shell/draw.js';
import { dialog } from '../shell/shell.js';

/** Names on the wire, and what makes sense. */
const KNOBS = {
  rate: { name: 'learning rate', ok: value => value > 0 && value <= 1000 },
  l2: { name: 'l2', ok: value => value >= 0 && value <= 1000 },
  dropout: { name: 'dropout', ok: value => value >= 0 && value < 1 },
  batch: { name: 'batch', ok: value => Number.isInteger(value) && value >= 1 && value <= 65536, whole: true },
  seed: { name: 'seed', ok: value => Number.isSafeInteger(value) && value >= 0, whole: true },
  epochs: { name: 'epochs', ok: value => Number.isInteger(value) && value >= 1 && value <= 100000, whole: true },
};

/**
 * @param {object} frame the run
 * @param {object} details what is known of how it was made
 * @param {number} step of the checkpoint
 * @param {{rate?: number, last: boolean, start: (changes: object) => void}} how a suggested rate; whether nothing is left to do from there
 */
export function branchDialog(frame, details, step, how) {
  const w = words.branch;
  const title = w.title(words.count(step));
  if (details.branch !== 'possible') {
    const text = details.branch === 'program' ? w.code(frame.id, step) : details.branch === 'studio' ? w.command(frame.id, step) : '';
    return dialog(title, el('p', {}, w.cannot[details.branch]), text ? el('pre', { tabindex: 0 }, text) : '');
  }
  const { knobs } = details;
  const wrong = el('p', { class: 'v fail', role: 'alert' });
  const fields = Object.keys(KNOBS).filter(key => knobs[key] !== undefined).map(key => field(key, knobs, key === 'rate' ? how.rate : key === 'epochs' && how.last ? Math.ceil(knobs.epochs * 1.5) : undefined));
  const start = el('button', { type: 'submit', class: 'btn main' }, w.start);
  const form = el('form', { method: 'dialog', novalidate: true }, el('div', { class: 'knobs' }, ...fields.map(it => it.node)), wrong, el('p', { class: 'row' }, start));
  const made = dialog(title, el('p', {}, w.says), how.last ? el('p', { class: 'q' }, w.done) : '', form, el('p', { class: 'qq' }, w.again(details.command)));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const bad = fields.find(it => !it.ok());
    const changed = fields.filter(it => it.changed());
    wrong.textContent = bad ? w.wrong(w.knobs[bad.key]) : changed.length ? '' : w.nothing;
    if (!bad && changed.length) {
      how.start(Object.fromEntries(changed.map(it => [KNOBS[it.key].name, it.value()])));
      made.close();
    }
  });
  return made;
}

function field(key, knobs, suggested) {
  const input = el('input', { inputmode: KNOBS[key].whole ? 'numeric' : 'decimal', id: `knob-${key}`, autocomplete: 'off', value: String(suggested ?? knobs[key]) });
  const label = key === 'dropout' && knobs.dropouts > 1 ? words.branch.dropouts(knobs.dropouts) : words.branch.knobs[key];
  const node = el('label', { class: 'knob', for: input.id }, label, input);
  const value = () => Number(input.value.replace(',', '.').trim() || NaN);
  const changed = () => value() !== knobs[key];
  const show = () => {
    node.classList.toggle('changed', changed());
    input.setAttribute('aria-invalid', String(!KNOBS[key].ok(value())));
  };
  input.addEventListener('input', show);
  show();
  return { key, node, value, changed, ok: () => KNOBS[key].ok(value()) };
}
