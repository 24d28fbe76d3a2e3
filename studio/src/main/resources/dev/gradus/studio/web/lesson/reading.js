/**
 * The pane that is read: one part of the lesson at a time.
 */
import words from '../words/lesson.js';
import { el } from '../shell/draw.js';
import { hiddenLine } from '../shell/hiding.js';
import { chosenBy, verdict } from './question.js';
import { blocksOf, hints, spans } from './text.js';
import { phaseBeside } from './phases.js';

/**
 * @param {HTMLElement} root
 * @param {any} lesson
 * @param {string} phase
 * @param {import('./text.js').Reading} reading
 * @param {{go: (phase: string) => void, hint: () => void, solution: () => void, show: () => void}} does
 * @param {string[]} hidden what a class does not see
 */
export function drawText(root, lesson, phase, reading, does, hidden) {
  const section = name => blocksOf(lesson.sections[name] ?? [], reading);
  const help = () => (hidden.includes('hints') ? [hiddenHere('hints')] : hints(lesson.shownHints, lesson.hints, reading, does.hint));
  const parts = {
    predict: () => [el('p', { class: 'goal' }, `${words.goal}: `, lesson.goal), el('h2', {}, words.phases.predict), ...section('predict')],
    idea: () => [el('h2', {}, words.phases.idea), ...section('idea')],
    visual: () => [el('h2', {}, words.phases.visual), ...section('visual'), ...predicted(lesson, reading)],
    exercise: () => [el('h2', {}, words.phases.exercise), ...section('exercise'), ...help()],
    check: () => [el('h2', {}, words.checkedHow), ...section('check'), el('h2', {}, words.phases.exercise), ...section('exercise'), ...help()],
    explain: () => explain(lesson, section, does, hidden.includes('solution')),
  };
  const content = lesson.isTest
    ? [el('p', { class: 'goal' }, words.test.says(lesson.unit)), el('h2', {}, words.phases.exercise), ...section('exercise'), el('h2', {}, words.checkedHow), ...section('check'),
      el('p', {}, el('a', { href: `#${lesson.number}` }, words.test.lesson))]
    : [...parts[phase](), steps(phase, does.go)];
  root.replaceChildren(...content, ...(hidden.length ? [hiddenLine(words.class, hidden, does.show)] : []));
}

/** Nothing is hidden without saying so. */
const hiddenHere = part => el('p', { class: 'qq hiddenhere' }, words.class.here(words.class.parts[part]));

/** What was predicted, beside the picture that shows it. */
function predicted(lesson, reading) {
  const asked = lesson.sections.predict?.find(block => block.question)?.question;
  const answer = asked && reading.answers[asked.name];
  const chosen = answer === undefined ? undefined : chosenBy(asked, answer);
  if (!chosen) {
    return [];
  }
  const text = asked.isNumber ? [answer] : spans(chosen.text, reading);
  return [el('p', { class: 'said' }, verdict(chosen.isRight), el('span', {}, `${words.predicted}: `, el('b', {}, ...text), '. ', ...spans(chosen.feedback, reading)))];
}

function explain(lesson, section, does, isHidden) {
  if (!lesson.sections.explain) {
    return [el('h2', {}, words.phases.explain), el('p', {}, words.locked), isHidden ? hiddenHere('solution') : el('button', { type: 'button', class: 'link', onclick: does.solution }, words.showAnyway)];
  }
  const solution = isHidden ? [hiddenHere('solution')] : lesson.solution
    ? [el('h2', {}, words.solution), el('pre', { class: 'listing', tabindex: 0 }, el('code', {}, lesson.solution))]
    : [el('button', { type: 'button', class: 'link', onclick: does.solution }, words.solution)];
  return [el('h2', {}, words.phases.explain), ...section('explain'), ...(lesson.solutionShown && !lesson.passed ? [el('p', { class: 'qq' }, words.showNoted)] : []), ...solution];
}

function steps(phase, go) {
  const [before, after] = [phaseBeside(phase, -1), phaseBeside(phase, 1)];
  return el('div', { class: 'steps' },
    before ? el('button', { type: 'button', class: 'link', onclick: () => go(before) }, words.before) : '',
    after ? el('button', { type: 'button', class: 'btn', onclick: () => go(after) }, words.onward(words.phases[after])) : '');
}
