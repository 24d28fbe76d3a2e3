/**
 * What is read, put together from data: no markup travels, so none can slip in.
 */
import words from '../words/lesson.js';
import { el } from '../shell/draw.js';
import { word } from './glossary.js';
import { question } from './question.js';

/**
 * @typedef {{marks: import('./marks.js').Marks, answers: Record<string, string>, answered: (name: string, answer: string) => void}} Reading
 *
 * @param {any[]} blocks
 * @param {Reading} reading
 * @returns {Node[]}
 */
export function blocksOf(blocks, reading) {
  return blocks.flatMap(block => {
    if (block.prose) {
      return passages(block.prose, reading);
    }
    if (block.code) {
      return [el('pre', { class: 'listing', tabindex: 0 }, el('code', {}, block.code.text))];
    }
    if (block.question) {
      return [question(block.question, reading)];
    }
    return block.formula ? [formula(block.formula, reading)] : [];
  });
}

export function passages(list, reading) {
  return list.map(passage => {
    if (passage.paragraph) {
      return el('p', {}, ...spans(passage.paragraph, reading));
    }
    if (passage.items) {
      return el(passage.isCounted ? 'ol' : 'ul', { class: 'items' }, ...passage.items.map(item => el('li', {}, ...spans(item, reading))));
    }
    return el('div', { class: 'grid', tabindex: 0 }, el('table', {},
      el('thead', {}, el('tr', {}, ...passage.head.map(cell => el('th', { scope: 'col' }, ...spans(cell, reading))))),
      el('tbody', {}, ...passage.rows.map(row => el('tr', {}, ...row.map(cell => el('td', {}, ...spans(cell, reading))))))));
  });
}

export function spans(list, reading) {
  return list.map(span => {
    if (typeof span === 'string') {
      return document.createTextNode(span);
    }
    if (span.strong) {
      return el('b', {}, ...spans(span.strong, reading));
    }
    if (span.stressed) {
      return el('em', {}, ...spans(span.stressed, reading));
    }
    if (span.code !== undefined) {
      return el('code', { class: 'mono' }, span.code);
    }
    return span.word ? word(span.word, span.text) : term(span.term, [span.text], reading);
  });
}

/** A thing that the picture shows too: both light up together. */
function term(name, children, { marks }) {
  return marks.bind(el('span', { class: 'term', tabindex: 0 }, ...children), name);
}

function formula(lines, reading) {
  const text = lines.map(line => line.map(piece => piece.text).join('')).join('; ');
  return el('div', { class: 'formula', role: 'group', 'aria-label': text }, ...lines.map(line => el('div', {}, ...line.map(piece =>
    piece.term ? term(piece.term, math(piece.text), reading) : el('span', {}, ...math(piece.text))))));
}

/** Single letters are numbers and stand slanted; `_1` goes down, `^2` up. */
function math(text) {
  return text.split(/(_\w|\^\w|[A-Za-z]+)/).filter(Boolean).map(part => {
    if (/^[_^]/.test(part)) {
      return el(part[0] === '_' ? 'sub' : 'sup', {}, part.slice(1));
    }
    return el('span', { class: /^[A-Za-z]$/.test(part) ? 'math' : 'upright' }, part);
  });
}

/** Hints in layers: those that were shown, and a way to the next. */
export function hints(shown, count, reading, next) {
  if (!count) {
    return [];
  }
  const layers = shown.map((hint, i) => el('details', { open: i === shown.length - 1 }, el('summary', {}, words.hint(i + 1, count)), ...passages(hint, reading)));
  return [el('div', { class: 'hints' }, el('h2', {}, words.hints), ...layers,
    shown.length < count ? el('button', { type: 'button', class: 'link', onclick: next }, words.nextHint(shown.length + 1)) : el('p', { class: 'qq' }, words.lastHint))];
}
