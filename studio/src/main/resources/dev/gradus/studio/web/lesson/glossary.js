/**
 * Words that are explained where they appear: focus, hover or tap gives the sentence and its lesson.
 */
import words from '../words/lesson.js';
import { el } from '../shell/draw.js';

/** @type {Record<string, {word: string, meaning: string, lesson: string, title: string}>} */
let meanings = {};
let tip = null;
let shownFor = null;

export function learnWords(more) {
  meanings = { ...meanings, ...more };
}

/** @param {string} key @param {string} text */
export function word(key, text) {
  const made = el('button', { type: 'button', class: 'word', 'aria-describedby': 'word-tip' }, text);
  made.addEventListener('focus', () => show(made, key));
  made.addEventListener('blur', hide);
  made.addEventListener('click', () => show(made, key));
  made.addEventListener('pointerenter', () => show(made, key));
  made.addEventListener('pointerleave', event => !tip.contains(event.relatedTarget) && document.activeElement !== made && hide());
  return made;
}

function show(node, key) {
  const known = meanings[key];
  if (!known) {
    return;
  }
  if (!tip) {
    tip = el('div', { class: 'tip wordtip', id: 'word-tip', role: 'tooltip' });
    tip.addEventListener('pointerleave', hide);
    document.body.append(tip);
    addEventListener('keydown', event => event.key === 'Escape' && hide());
    addEventListener('scroll', hide, true);
    addEventListener('resize', hide);
  }
  shownFor = node;
  tip.replaceChildren(el('b', {}, known.word), ` ${known.meaning}`, el('span', { class: 'from' }, words.explained(known.lesson, known.title)));
  tip.hidden = false;
  const box = node.getBoundingClientRect();
  const width = Math.min(340, innerWidth - 24);
  tip.style.width = `${width}px`;
  tip.style.left = `${Math.max(12, Math.min(box.left, innerWidth - width - 12)) + scrollX}px`;
  const above = box.bottom + tip.offsetHeight + 16 > innerHeight;
  tip.style.top = `${(above ? box.top - tip.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
}

function hide() {
  if (tip && shownFor) {
    tip.hidden = true;
    shownFor = null;
  }
}
