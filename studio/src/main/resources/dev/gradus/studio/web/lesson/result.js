/**
 * What came of a check: the verdict, what is wrong, the smallest case that fails with both answers, the line,
 * and every part of the check.
 */
import words from '../words/lesson.js';
import { el, icon } from '../shell/draw.js';
import { figures } from './figures.js';
import { training } from './training.js';
import { line as inLine, off, shown } from './shown.js';

const LONGEST_TITLE = 64;

/**
 * @param {HTMLElement} root
 * @param {any} report
 * @param {any} lesson
 * @param {(line: number) => void} reveal
 * @param {(line: number) => string} lineText
 * @returns {{lines: number[]}} the lines that it speaks of
 */
export function result(root, report, lesson, reveal, lineText) {
  const passed = report.verdict === 'PASSED';
  const said = titleOf(report, lesson);
  const failed = report.results.find(part => part.verdict !== 'PASSED');
  const lines = report.line ? [report.line] : [];
  const toLine = line => el('button', { type: 'button', class: 'codeline', onclick: () => reveal(line) }, el('b', {}, words.line(line)), el('code', {}, lineText(line).trim()));
  const card = el('div', { class: `res ${passed ? 'passed' : 'failed'}` },
    el('h2', { class: `v ${passed ? 'pass' : report.verdict === 'NOT_STARTED' ? 'warn' : 'fail'}` }, icon(passed ? 'tick' : 'cross', 20), el('span', {}, said.title)),
    ...said.text.map(text => el('p', {}, text)),
    ...report.errors.map(error => compileError(error, reveal)),
    ...(report.errors.length ? [] : lines.map(toLine)),
    ...(failed?.failing ? failingCase(failed.failing) : []),
    ...parts(report),
    ...report.results.filter(part => part.figures.length).map(part => (part.kind === 'TRAINING' ? training(part) : figures(part))),
    ...printed(report));
  root.replaceChildren(card);
  return { lines };
}

/** The title names the mistake, if a short sentence does. */
function titleOf(report, lesson) {
  const verdict = words.verdict[report.verdict];
  const title = typeof verdict === 'function' ? verdict(lesson.limits) : verdict;
  if (report.verdict === 'PASSED') {
    const warnings = report.results.map(part => part.message).filter(Boolean);
    return { title: lesson.picture ? words.passedNow : title, text: warnings };
  }
  if (report.verdict !== 'WRONG_ANSWER') {
    return { title, text: [report.message, ...(['RAN_TOO_LONG', 'USED_TOO_MUCH_MEMORY', 'ENDED_THE_PROGRAM', 'STARTED_TOO_MANY_THREADS'].includes(report.verdict) ? [words.codeSafe] : [])] };
  }
  const [, first, rest] = /^(.+?)\.(?:\s+(.*))?$/s.exec(report.message) ?? [null, report.message, ''];
  return first.length <= LONGEST_TITLE ? { title: words.notYet(first[0].toLowerCase() + first.slice(1)), text: rest ? [rest] : [] } : { title, text: [report.message] };
}

function failingCase(failing) {
  const away = off(failing);
  return [
    el('div', { class: 'case' },
      el('div', {}, el('h3', {}, words.expected), shown(failing.expected, failing.place)),
      el('div', {}, el('h3', {}, words.yours), shown(failing.got, failing.place))),
    ...(away ? [el('p', { class: 'differs' }, away)] : []),
    el('p', { class: 'qq' }, `${words.smallest}: `, el('span', { class: 'mono' }, failing.inputs.map(input => `${input.name} = ${inLine(input.value)}`).join(', '))),
  ];
}

function compileError(error, reveal) {
  const caret = ' '.repeat(Math.max(0, error.column - 1)) + '^';
  return el('div', { class: 'compile' },
    error.line > 0 ? el('button', { type: 'button', class: 'link', onclick: () => reveal(error.line) }, words.line(error.line)) : '',
    el('p', {}, el('b', {}, error.message)),
    error.line > 0 ? el('pre', {}, `${error.text}\n${caret}`) : '',
    ...error.details.map(detail => el('p', { class: 'qq' }, detail.trim())));
}

/** All parts of the check, also those that were not run. */
function parts(report) {
  const compiles = report.verdict !== 'DOES_NOT_COMPILE';
  const done = new Map(report.results.map(part => [part.name, part]));
  const names = [...new Set([...report.checks, ...done.keys()])];
  const row = (kind, text) => el('li', {}, kind === null ? el('span', { class: 'open', 'aria-hidden': 'true' }) : el('span', { class: kind ? 'pass' : 'fail' }, icon(kind ? 'tick' : 'cross', 16), el('span', { class: 'sr' }, kind ? words.verdict.PASSED : words.verdict.WRONG_ANSWER)), el('span', {}, text));
  return [el('ul', { class: 'list', 'aria-label': words.allChecks }, row(compiles, words.compiles), ...names.map(name => {
    const part = done.get(name);
    if (!part) {
      return name === report.running ? row(false, `${name}: ${words.stoppedHere}`) : row(null, `${name}: ${words.notRun}`);
    }
    return row(part.verdict === 'PASSED', part.tally ? `${name}: ${words.cases(part.tally.held, part.tally.cases)}` : name);
  }))];
}

function printed(report) {
  return report.printed ? [el('details', { class: 'printed' }, el('summary', {}, words.printed), el('pre', { tabindex: 0 }, report.printed), report.isPrintedWhole ? '' : el('p', { class: 'qq' }, words.cut))] : [];
}
