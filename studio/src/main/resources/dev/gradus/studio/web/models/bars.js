/**
 * What a model answers, as bars: the likeliest kinds, each with its share in numbers and words.
 */
import words from '../words/models.js';
import { el } from '../shell/draw.js';

/** How sure that is, in plain words. */
export function sureness(p) {
  const bound = Object.keys(words.sure).map(Number).sort((a, b) => b - a).find(least => 100 * p >= least);
  return words.sure[bound];
}

/**
 * @param {{label: number, p: number}[]} ranking the likeliest first
 * @param {string[]} classes
 * @param {{most: number, truth?: number}} how
 */
export function bars(ranking, classes, { most, truth }) {
  const shown = ranking.slice(0, most);
  const list = el('ol', { class: 'bars', 'aria-label': words.bars }, ...shown.map((choice, i) => row(classes[choice.label], choice.p, i === 0, choice.label === truth)));
  const rest = ranking.slice(most).reduce((sum, choice) => sum + choice.p, 0);
  if (ranking.length > most) {
    list.append(row(words.others, rest, false, false));
  }
  return list;
}

function row(name, p, first, right) {
  const fill = el('span', { class: 'fill' });
  fill.style.width = `${Math.max(0.8, 100 * p)}%`;
  return el('li', { class: (first ? 'first' : '') + (right ? ' truth' : '') }, el('span', { class: 'kind' }, name), el('span', { class: 'lane', 'aria-hidden': 'true' }, fill), el('span', { class: 'share' }, words.percent(p)));
}

export function barTable(ranking, classes) {
  return el('table', {}, el('thead', {}, el('tr', {}, ...words.barsHead.map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...ranking.map(({ label, p }) => el('tr', {}, el('td', {}, classes[label]), el('td', {}, words.percent(p))))));
}
