/**
 * What stands above the pictures: which run it is, what is so in one sentence, what it takes; and notices.
 */
import words from '../words/run.js';
import { $, el, number } from '../shell/draw.js';
import { follow } from '../shell/shell.js';
import { button } from './cards.js';
import { isAlive } from './list.js';
import { view } from './view.js';

/** Says what is so in one sentence, to eyes and ears. */
export function say(text) {
  if ($('h1').textContent !== text) {
    $('h1').textContent = text;
  }
  document.title = `${view.frame?.name ?? words.pages.run} · ${words.product}`;
  follow(text);
}

export function crumb(row) {
  const name = row?.name ?? view.watched;
  const time = row ? words.ago(words.from[row.from], words.span((view.runs.now - row.started) / 1000)) : '';
  const text = `${name} · ${time}`;
  if ($('.crumb').dataset.text !== text) {
    $('.crumb').dataset.text = text;
    $('.crumb').replaceChildren(el('button', { type: 'button', class: 'link', onclick: () => $('#runs')?.focus() }, words.here), el('span', {}, '·'), el('b', {}, name), el('span', {}, `· ${time}`));
  }
}

export function facts() {
  const f = words.facts;
  const alive = isAlive(view.frame);
  const perSecond = Number(view.frame.stepsPerSecond);
  const left = alive && view.frame.of && perSecond > 0 ? (view.frame.of - view.frame.step) / perSecond : NaN;
  const share = value => (value < 0.005 ? '<1 %' : `${number(100 * value, 0)} %`);
  const fact = (value, text) => el('span', {}, el('b', {}, value), ' ', text);
  const all = [alive ? (left >= 0 ? fact(words.span(left), f.left) : fact(words.count(view.frame.step), f.noLeft)) : fact(words.span(Number(view.frame.seconds)), f.took)];
  if (Number.isFinite(Number(view.frame.samplesPerSecond))) {
    all.push(fact(words.count(Number(view.frame.samplesPerSecond)), f.samples));
  } else if (perSecond > 0) {
    all.push(fact(words.count(60 * perSecond), f.steps));
  }
  const shares = [[view.frame.dataWait, f.waiting], [view.frame.recording, f.recording], [alive ? view.frame.watching : 'NaN', f.watching]];
  shares.filter(([value]) => Number.isFinite(Number(value))).forEach(([value, text]) => all.push(fact(share(Number(value)), text)));
  $('.facts').replaceChildren(...all);
}

/** Says what was begun here and has not appeared yet, or nothing. */
export function begunNotice(begun) {
  $('.notice').replaceChildren(...(begun ? [el('p', { class: 'q' }, begun === 'branch' ? words.branch.started : words.empty.begun)] : []));
}

/** Says why something was not done. */
export function refusal(title, why, output) {
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, title), why ? el('p', {}, why) : '', output ? el('pre', { tabindex: 0 }, output) : '',
    el('div', { class: 'row' }, button(words.close, () => $('.notice').replaceChildren()))));
}

/** Says that the studio does not answer. */
export function awayNotice(seconds, now) {
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, words.away.title), el('p', {}, words.away.text),
    el('div', { class: 'row' }, button(words.away.now, now), el('span', { class: 'qq' }, words.away.next(seconds)))));
}
