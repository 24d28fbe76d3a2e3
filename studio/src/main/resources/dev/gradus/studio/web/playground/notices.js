/**
 * What interrupts: lost numbers, what could not be done, a studio that does not answer. Each says what is so
 * and offers a way on.
 */
import words from '../words/playground.js';
import { $, el, icon } from '../shell/draw.js';

const button = (text, does, main) => el('button', { type: 'button', class: 'btn small' + (main ? ' main' : ''), onclick: () => { clear(); does(); } }, text);
const finding = (...content) => $('.notice').replaceChildren(el('div', { class: 'finding' }, ...content));

export function clear() {
  $('.notice').replaceChildren();
}

/** The engine counts layers from 0 and calls them by their place. */
function layerName(place, layers) {
  const index = Number(/\[(\d+)\]/.exec(place)?.[1] ?? NaN);
  return Number.isNaN(index) ? place : index === layers ? words.answerName : words.hiddenName(index + 1);
}

/**
 * What was lost, where, and the ways on.
 *
 * @param {{layer: string, why: string}} lost
 * @param {number} layers how many hidden ones there are
 * @param {{slower: () => void, again: () => void}} does
 */
export function tellLost(lost, layers, does) {
  finding(el('h2', {}, icon('cross'), ' ', words.lost.title),
    el('p', {}, lost.layer ? el('mark', {}, words.lost.where(layerName(lost.layer, layers))) : '', ' ', words.lost.waits),
    el('div', { class: 'row' }, button(words.lost.slower, does.slower, true), button(words.lost.again, does.again)),
    el('details', {}, el('summary', {}, words.lost.more), el('pre', { tabindex: 0 }, lost.why)));
}

/**
 * What could not be done; nothing has changed.
 *
 * @param {string} why
 * @param {() => void} bring leads to data of one's own
 */
export function tellRefused(why, bring) {
  finding(el('h2', {}, icon('cross'), ' ', words.refused.title), el('p', {}, why), el('div', { class: 'row' }, button(words.own.bring, bring), button(words.refused.leave, () => {})));
}

/** @param {number} seconds until the next try */
export function tellAway(seconds, now) {
  finding(el('h2', {}, words.away.title), el('p', {}, words.away.text), el('div', { class: 'row' }, el('button', { type: 'button', class: 'btn small', onclick: now }, words.away.now), el('span', { class: 'qq' }, words.away.next(seconds))));
}
