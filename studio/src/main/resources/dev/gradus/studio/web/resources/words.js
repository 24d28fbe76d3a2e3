import words from '../words/resources.js';
import { el } from '../shell/draw.js';

/**
 * The words that lessons explain, from A to Z, each with the lesson that does.
 *
 * @param {Iterable<{number: string, title: string, terms: {name: string, meaning: string}[]}>} lessons
 * @param {string} q what is searched for
 * @returns {HTMLElement | null} nothing where no word fits
 */
export function wordsSection(lessons, q) {
  const sought = q.toLowerCase().split(/\s+/);
  const fits = term => sought.every(part => `${term.name} ${term.meaning}`.toLowerCase().includes(part));
  const terms = [...lessons].flatMap(lesson => lesson.terms.map(term => ({ ...term, lesson }))).filter(fits).sort((a, b) => a.name.localeCompare(b.name));
  return terms.length === 0 ? null : el('section', { 'aria-labelledby': 'goal-words', id: 'words' },
    el('h2', { id: 'goal-words' }, words.goals.words, ' ', el('span', { class: 'qq' }, String(terms.length))),
    el('dl', { class: 'glossary' }, ...terms.map(({ name, meaning, lesson }) => el('div', {},
      el('dt', {}, name), el('dd', {}, ...meaning.split('`').map((part, i) => (i % 2 ? el('code', { class: 'mono' }, part) : part)), ' ', el('a', { class: 'qq', href: '/lesson#' + lesson.number }, `${lesson.number} ${lesson.title}`))))));
}
