import words from '../words/resources.js';
import { el, svg } from '../shell/draw.js';

/**
 * One resource: what it is, why and when, and what it asks for.
 *
 * @param {import('./choice.js').Resource} entry
 * @param {Map<string, {title: string}>} lessons those there are, by number
 */
export function entryRow(entry, lessons) {
  // nothing is loaded from there: the address is followed when the reader says so
  const link = el('a', { href: entry.url, target: '_blank', rel: 'noopener noreferrer' }, entry.title, outside(), el('span', { class: 'sr' }, words.outside));
  return el('li', { class: 'entry', id: entry.id },
    el('div', { class: 'what' },
      el('h3', {}, link),
      el('p', { class: 'qq' }, words.by(entry.by, entry.year)),
      el('p', { class: 'address' }, short(entry.url))),
    el('div', { class: 'reason' },
      el('p', {}, entry.why),
      el('p', { class: 'when' }, ...withNumbers(entry.when, lessons))),
    el('dl', { class: 'asks' },
      ...fact('level', stair(entry.level), words.options.level[entry.level]),
      ...fact('kind', words.kinds[entry.kind], ' · ', words.code(entry.languages)),
      ...fact('cost', words.costs[entry.cost], ...(entry.length ? [' · ', entry.length] : []))));
}

const fact = (name, ...content) => [el('dt', { class: 'sr' }, words.labels[name]), el('dd', {}, ...content)];

/** Numbers of lessons stand out: they are what one looks for. */
function withNumbers(text, lessons) {
  const shown = number => (lessons.has(number) ? el('a', { href: '/lesson#' + number, title: lessons.get(number).title }, number) : el('b', {}, number));
  return text.split(/(?<![\d.])(\d{1,2}\.\d|UE\.\d)(?!\d)/).map((part, i) => (i % 2 ? shown(part) : part));
}

/** How far up: as many solid treads as it asks for, dotted ones above. */
function stair(level) {
  const tread = i => svg('path', { d: `M${1 + i * 9} ${14 - i * 5}h9${i ? `M${1 + i * 9} ${14 - i * 5}v5` : ''}`, stroke: 'currentColor', 'stroke-width': 1.8, fill: 'none',
    'stroke-dasharray': i < level ? 'none' : '1.5 2', opacity: i < level ? 1 : 0.75 });
  return svg('svg', { width: 30, height: 18, viewBox: '0 0 30 18', 'aria-hidden': 'true' }, ...[0, 1, 2].map(tread));
}

function outside() {
  return svg('svg', { width: 14, height: 14, viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'aria-hidden': 'true' },
    svg('path', { d: 'M8 5h7v7M15 5L5 15' }));
}

/** An address as people write it. */
const short = address => address.replace(/^https:..(www\.)?/, '').replace(/\/$/, '');
