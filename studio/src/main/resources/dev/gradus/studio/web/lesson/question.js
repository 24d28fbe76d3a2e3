/**
 * A question: each choice is answered with a sentence of its own.
 */
import words from '../words/lesson.js';
import { el, icon } from '../shell/draw.js';
import { passages, spans } from './text.js';

let count = 0;

/**
 * @param {any} asked
 * @param {import('./text.js').Reading} reading
 */
export function question(asked, reading) {
  const id = `question-${++count}`;
  const said = el('div', { class: 'said', role: 'status' });
  const answer = text => {
    reading.answers[asked.name] = text;
    reading.answered(asked.name, text);
    show(text);
  };
  const show = text => {
    const chosen = chosenBy(asked, text);
    said.replaceChildren(...(chosen ? [verdict(chosen.isRight), el('span', {}, ...spans(chosen.feedback, reading))] : [el('span', {}, words.numberWanted)]));
  };
  const earlier = reading.answers[asked.name];
  const form = asked.isNumber ? number(id, earlier, answer) : letters(id, asked, earlier, answer, reading);
  if (earlier !== undefined) {
    show(earlier);
  }
  return el('div', { class: 'question' }, ...passages(asked.text, reading), form, said);
}

export function verdict(isRight) {
  return el('span', { class: `v ${isRight ? 'pass' : 'fail'}` }, icon(isRight ? 'tick' : 'cross', 18), isRight ? words.right : words.wrong);
}

/** The choice that an answer means: its letter, or its number. */
export function chosenBy(asked, text) {
  if (!asked.isNumber) {
    return asked.choices[text.charCodeAt(0) - 65];
  }
  const wanted = text.trim() === '' ? NaN : Number(text);
  return Number.isNaN(wanted) ? undefined : asked.choices.find(choice => choice.value !== 'else' && Math.abs(Number(choice.value) - wanted) < 1e-9) ?? asked.choices.find(choice => choice.value === 'else');
}

function number(id, earlier, answer) {
  const field = el('input', { id, class: 'answer', inputmode: 'decimal', autocomplete: 'off', value: earlier ?? '' });
  return el('form', { class: 'ask', onsubmit: event => { event.preventDefault(); answer(field.value.replace(',', '.').slice(0, 40)); } },
    el('label', { for: id }, words.answer), field, el('button', { class: 'btn small' }, words.say));
}

function letters(id, asked, earlier, answer, reading) {
  return el('fieldset', { class: 'choices' }, el('legend', { class: 'sr' }, words.choose), ...asked.choices.map((choice, i) => {
    const letter = String.fromCharCode(65 + i);
    const radio = el('input', { type: 'radio', name: id, id: id + letter });
    radio.checked = earlier === letter;
    radio.addEventListener('change', () => answer(letter));
    return el('label', { for: id + letter }, radio, el('span', {}, ...spans(choice.text, reading)));
  }));
}
