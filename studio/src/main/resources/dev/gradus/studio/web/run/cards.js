/**
 * What interrupts: a number that was lost, a gradient that fades, a process that ended; and the page before
 * there is any run.
 */
import words from '../words/run.js';
import { brief } from '../shell/axes.js';
import { el, icon } from '../shell/draw.js';
import { lostLayer, quietLayers } from './facts.js';

const button = (text, onclick, main) => el('button', { type: 'button', class: 'btn small' + (main ? ' main' : ''), onclick }, text);

/**
 * The one thing there is to say about the run, or nothing.
 *
 * @param {object} frame
 * @param {object[]} layers
 * @param {{branchBefore: (() => void) | null}} does
 */
export function card(frame, layers, does) {
  if (frame.lost) {
    return lostCard(frame.lost, does.branchBefore);
  }
  if ((frame.state === 'failed' || frame.state === 'lost') && frame.why) {
    return el('article', { class: 'finding', 'aria-label': words.died.title }, heading('fail', 'cross', words.died.title), el('p', { class: 'q' }, frame.why));
  }
  const quiet = quietLayers(layers);
  return quiet ? quietCard(layers, quiet) : null;
}

const heading = (verdict, sign, text) => el('header', {}, el('span', { class: `v ${verdict}` }, icon(sign, 22)), el('h2', {}, text));

function lostCard(lost, branchBefore) {
  const w = words.lost;
  const found = lost.found;
  const layer = lostLayer(lost);
  const where = found ? el('p', {}, layer ? el('mark', {}, w.where(layer, found.operation.replace('[]', ''))) : w.noLayer(found.operation.replace('[]', ''))) : el('p', { class: 'q' }, w.unknown);
  return el('article', { class: 'finding', 'aria-label': w.title }, heading('fail', 'cross', w.title),
    el('p', { class: 'q' }, w.seen(lost.figure, lost.value === 'NaN' ? 'NaN' : brief(Number(lost.value)), words.count(found?.step ?? lost.step))), where,
    el('div', { class: 'two' }, el('div', {}, el('h3', {}, w.why), el('p', {}, w.whyText)), el('div', {}, el('h3', {}, w.next), el('p', {}, w.nextText))),
    el('div', { class: 'row' }, branchBefore ? button(w.branch, branchBefore, true) : el('span', { class: 'qq' }, w.noCheckpoint)),
    found?.explanation ? el('details', {}, el('summary', {}, w.more), el('pre', { tabindex: 0 }, found.explanation)) : '');
}

function quietCard(layers, quiet) {
  const w = words.quietCard;
  const [first, last] = [layers[0], layers.at(-1)];
  return el('article', { class: 'finding', 'aria-label': w.title }, heading('warn', 'look', w.title),
    el('p', { class: 'q' }, w.text(last.layer, brief(last.gradient), first.layer, brief(first.gradient)), ' ', el('mark', {}, words.headline.quiet(quiet)), '.'),
    el('p', { class: 'qq' }, w.why));
}

/** Before there is a run. */
export function emptyPage(root, how) {
  const w = words.empty;
  const start = button(w.button, how.start, true);
  start.className = 'btn main';
  start.disabled = how.begun;
  root.replaceChildren(...(how.off ? [el('p', {}, w.off)] : [
    el('p', {}, w.what), how.canBegin ? el('p', { class: 'row' }, start, el('span', { class: 'q' }, how.begun ? w.begun : w.cost)) : el('p', { class: 'mono' }, w.no),
    el('p', {}, w.how), el('pre', { tabindex: 0 }, w.code)]));
}

/** How a run was made: what stands in its record. */
export function made(root, details) {
  const w = words.made;
  const list = map => el('dl', {}, ...Object.entries(map).filter(([, value]) => value !== '').flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
  const part = (title, map) => (Object.keys(map).length ? [el('h3', {}, title), list(map)] : []);
  root.replaceChildren(list({ [w.command]: details.command, [w.folder]: details.folder }), ...part(w.settings, details.settings), ...part(w.data, details.data), ...part(w.result, details.result), ...part(w.machine, details.machine));
}

export { button };
