/**
 * The parts of the page beside the sheet: the way to what the model sees, what it says, what spoke for that, and
 * what it learned from that is most like it.
 */
import words from '../words/try.js';
import { el } from '../shell/draw.js';
import { barTable, bars } from '../models/bars.js';
import { effectPicture, effectSummary, effectTable } from '../models/effects.js';
import { brightnesses, drawPixels, pixelTable } from '../models/pixels.js';

const SIDE = 28;

function frame(figure, { title, says, good, tables, turn }, ...content) {
  const focused = figure.contains(document.activeElement) ? document.activeElement.id : '';
  figure.replaceChildren(
    el('header', {}, el('h2', {}, title), el('div', { class: 'tools' }, el('button', { type: 'button', class: 'link tabler', id: `${figure.id}-turn`, 'aria-label': `${title}: ${tables ? words.picture : words.table}`, onclick: turn }, tables ? words.picture : words.table))),
    el('p', { class: 'says' }, says, ' ', el('span', { class: 'gd' }, good)), ...content);
  if (focused) {
    figure.querySelector(`#${focused}`)?.focus();
  }
}

const twin = (label, table) => el('div', { class: 'twin', tabindex: 0, role: 'region', 'aria-label': label }, table);
const waits = () => el('p', { class: 'q' }, words.sees.waits);

export function drawSees(figure, { answer, opened, invert, centre, tables, turn, change }) {
  const seen = answer && brightnesses(answer.steps.at(-1).pixels);
  const check = (id, on, text) => {
    const box = el('input', { type: 'checkbox', id, onchange: () => change({ [id]: box.checked }) });
    box.checked = on;
    return el('label', { class: 'check' }, box, text);
  };
  const switches = el('div', { class: 'switches' }, check('invert', invert, words.sees.invert), check('centre', centre, words.sees.centre[opened.subject]));
  const content = !answer ? waits() : tables ? twin(words.sees.table, pixelTable(seen, SIDE, words.sees.table)) : way(answer.steps);
  frame(figure, { title: words.sees.title, says: words.sees.says, good: words.sees.good, tables, turn }, content, switches);
}

function way(steps) {
  const parts = steps.flatMap((step, i) => {
    const name = words.sees.names[step.name];
    const canvas = drawPixels(brightnesses(step.pixels), step.width, step.height, el('canvas', { role: 'img', 'aria-label': words.sees.label(name) }));
    return [...(i ? [el('span', { class: 'arrow', 'aria-hidden': 'true' }, '→')] : []), el('figure', { class: step.name }, canvas, el('figcaption', {}, name))];
  });
  return el('div', { class: 'way' }, ...parts);
}

export function drawAnswer(figure, { answer, opened, tables, turn }) {
  const content = !answer ? [waits()] : tables ? [twin(words.answer.title, barTable(answer.ranking, opened.classes))] : [bars(answer.ranking, opened.classes, { most: 10 })];
  frame(figure, { title: words.answer.title, says: words.answer.says, good: words.answer.good, tables, turn }, ...content);
}

export function drawWhy(figure, { answer, explanation, opened, tables, turn }) {
  const seen = answer && brightnesses(answer.steps.at(-1).pixels);
  const content = !answer ? [waits()] : !explanation ? [el('p', { class: 'q' }, words.why.again)]
    : [tables ? twin(words.why.title, effectTable(explanation, SIDE)) : effectPicture(explanation, seen, SIDE, opened.classes), el('p', { class: 'q' }, effectSummary(explanation))];
  frame(figure, { title: words.why.title, says: words.effect.says, good: words.why.good, tables, turn }, ...content);
}

export function drawNearest(figure, { answer, nearest, opened, tables, turn }) {
  const content = !answer ? waits() : !nearest ? el('p', { class: 'q' }, words.nearest.reading) : tables ? twin(words.nearest.title, table(nearest, opened.classes))
    : el('div', { class: 'near' }, ...nearest.map((example, i) => el('figure', {}, drawPixels(brightnesses(example.pixels), SIDE, SIDE, el('canvas', { role: 'img', 'aria-label': words.nearest.label(opened.classes[example.truth], i) })), el('figcaption', {}, opened.classes[example.truth]))));
  frame(figure, { title: words.nearest.title, says: words.nearest.says, good: words.nearest.good, tables, turn }, content);
}

function table(nearest, classes) {
  return el('table', {}, el('thead', {}, el('tr', {}, ...words.nearest.head.map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...nearest.map((example, i) => el('tr', {}, ...[i + 1, classes[example.truth], example.distance.toFixed(2)].map(text => el('td', {}, String(text)))))));
}
