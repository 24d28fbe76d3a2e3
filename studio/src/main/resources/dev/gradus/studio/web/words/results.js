/**
 * The words of the page of results.
 */
import models from './models.js';

const { percent, of100, count } = models;
const share = (part, whole) => (whole ? of100(part / whole) : 'none');
const whole = p => Math.round(100 * p);

export default {
  ...models,
  where: 'Results',
  on: 'on',
  part: { label: 'data to judge by', validation: (n, things) => `${count(n)} validation ${things}`, test: things => `test ${things}` },
  unseen: 'it was not trained on',
  unsure: data => `it says it learned from “${data}”: whether it has seen these, nobody can tell`,
  openFirst: 'One model, and where it goes wrong',
  headline: {
    all: of => `It gets all ${count(of)} right`,
    none: right => `${right} right`,
    slip: (right, truth, said) => `${right} right; the commonest slip is ${truth} called ${said}`,
  },
  ledger: {
    unseen: 'None of these was seen in training.',
    sealed: (sealed, looks) => (looks ? `The test part was looked at ${looks === 1 ? 'once' : `${looks} times`} since the studio was opened.` : sealed ? 'The test part was looked at when the model was saved, and not since.' : 'The test part is still sealed: looked at 0 times.'),
    test: looks => `This is the test part, looked at ${looks === 1 ? 'for the first time' : `${looks} times`} here. Who chooses by it fits it: choose by the validation part.`,
  },
  steps: {
    worst: (truth, said) => `look at every ${truth} that it called ${said}`,
    try: 'draw one yourself and see what it says',
    train: 'train another one and compare',
  },
  interval: (low, high) => `In 95 of 100 samples like this one it would get between ${whole(low)} and ${whole(high)} of 100 right.`,
  keys: [
    ['arrows', 'walk the cells of the matrix, the pixels of a picture'], ['Enter', 'open a cell, an example'], ['Space', 'brighten or darken the pixel you are at'],
    ['Esc', 'give the example back as it was'], ...models.bar.keys,
  ],

  matrix: {
    title: 'What it was, and what the model said',
    says: 'A row for each true kind. Open a cell for its examples.', good: 'Good: everything on the diagonal.',
    label: 'Confusion matrix. Arrows walk the cells, Enter opens one.',
    cell: (n, truth, said) => (truth === said ? `${count(n)} ${truth} called so` : `${count(n)} ${truth} called ${said}`),
    twin: ['it was', 'it said', 'how many', 'share'],
    share: (n, of) => share(n, of),
    corner: 'it was ↓ it said →',
  },
  cell: {
    wrong: (n, truth, said, things) => `${truth} called ${said}: ${count(n)} ${things[n === 1 ? 0 : 1]}`,
    right: (n, kind, things) => `${kind} called so: ${count(n)} ${things[n === 1 ? 0 : 1]}`,
    surest: 'surest mistakes first', surestNamed: 'surest first: what it was, what it said', leastSure: 'least sure first',
    mistakes: n => `Its ${count(n)} mistakes of all kinds`, none: 'There are none.',
    all: 'Mistakes of all kinds',
    sure: p => `${percent(p)} sure`,
    more: n => `${count(n)} more`, fewer: 'Back to the first',
    example: (i, truth, said, p) => `Example ${i + 1}: it was ${truth}, it says ${said}, ${percent(p)} sure`,
  },
  one: {
    says: (said, truth) => (said === truth ? ['It says ', said, '. That is what it was.'] : ['It says ', said, '. It was ', truth, '.']),
    edit: 'Edit it and watch the answer', looked: 'What did it look at', close: 'Show the example',
    picture: truth => `The example: ${truth}`,
    table: 'The example in numbers',
  },
  edit: {
    title: 'Edit it and watch the answer',
    says: 'Paint with the pointer, or walk with the arrows and press Space. The model answers after each stroke.',
    rowSays: 'Change a number. The model answers at once.',
    brush: 'brush', bright: 'brighten', dark: 'darken',
    label: 'The picture, pixel by pixel. Arrows walk, Space paints, Esc gives it back as it was.',
    at: (x, y, v) => `row ${y + 1}, column ${x + 1}: brightness ${v}`,
    reset: 'As it was', now: (name, p) => `Now it says ${name}, ${percent(p)} sure`,
    before: (name, p) => `Before: ${name}, ${percent(p)} sure`, same: 'Nothing is changed yet.', changed: n => `${count(n)} ${n === 1 ? 'pixel' : 'pixels'} changed.`,
  },

  kind: {
    title: 'Kind by kind',
    says: 'Of those it named, how many were right; of those there were, how many it found.', good: 'Good: both marks far right and close.',
    found: '● found (recall)', right: '◇ right when named (precision)',
    many: (n, things) => `${count(n)} ${things}`,
    label: (worst, f1) => `Precision and recall of each kind; the weakest is ${worst}, F1 ${f1}`,
    counts: (k) => `Of 100 called ${k.name}, ${whole(k.precision)} are. Of 100 that are, ${whole(k.recall)} are found.`,
    twin: ['kind', 'in counts', 'precision', 'recall', 'F1', 'support'],
  },
  threshold: {
    title: 'When should it raise the alarm?',
    only: 'only:', orNot: 'or not', which: 'the kind that raises the alarm',
    says: (kind, things) => `Each mark is made of ${things}, placed by how sure the model is of ${kind}. Drag the line.`, good: 'Good: the two hills hardly overlap.',
    slider: 'alarm from this likelihood up', line: t => `alarm from ${t.toFixed(2)} up`,
    isAbove: kind => `○ ${kind}, above`, restBelow: '□ others, below',
    mark: n => (n > 1 ? `one mark is up to ${n}` : 'one mark is one'),
    low: '0, surely not', high: kind => `1, surely ${kind}`, cheapest: 'cheapest',
    label: (kind, t) => `How sure the model is of ${kind}: those that are above, others below; the alarm line is at ${t.toFixed(2)}`,
    recall: (kind, r) => `Of 100 that are ${kind}, ${whole(r)} raise the alarm; ${100 - whole(r)} slip by.`,
    precision: (kind, p) => `Of 100 alarms, ${whole(p)} are ${kind}; ${100 - whole(p)} are needless.`,
    noAlarm: 'There is no alarm at all.',
    f1: 'Both in one number; low if either is low.',
    cost: (missed, m, needless, n, least) => `${count(missed)} missed × ${m} and ${count(needless)} needless × ${n}. Least possible: ${count(least)}.`,
    names: { recall: 'recall', precision: 'precision', f1: 'F1', cost: 'cost' },
    missed: kind => `A missed ${kind} costs`, needless: 'a needless alarm costs', missedLabel: 'cost of a missed one', needlessLabel: 'cost of a needless alarm',
    best: 'Cheapest line:', never: 'never raise it', move: 'Move it there',
    twin: ['alarm from', 'found', 'needless', 'missed', 'precision', 'recall', 'F1', 'cost'],
    numbers: 'Costs are numbers from 0 to 1,000,000.',
  },
  curve: {
    roc: 'ROC', pr: 'precision and recall', choose: 'which curve',
    title: 'Every line at once',
    rocSays: 'Each place of the line above is one point: how many are found, and how many others are alarmed about for it.', rocGood: 'Good: the curve goes close to the upper left.',
    prSays: 'Each place of the line above is one point: how many are found, and how many alarms are right then.', prGood: 'Good: the curve stays up to the far right.',
    found: 'found (recall)', needless: 'of the others, alarmed about', precise: 'alarms that are right (precision)',
    area: a => `area ${a.toFixed(3)}`, chance: 'guessing',
    rocLabel: a => `ROC curve, area below it ${a.toFixed(3)}`, prLabel: a => `Curve of precision and recall, average precision ${a.toFixed(3)}`,
    rocWords: a => `Of 100 pairs of one that is and one that is not, it is surer of the right one in ${whole(a)}.`,
    prWords: a => `Average precision ${a.toFixed(3)}: over all places of the line, about ${whole(a)} of 100 alarms are right.`,
    twin: { roc: ['others alarmed about', 'found'], pr: ['found', 'precision'] },
  },
  reliability: {
    title: 'Does it know how sure it may be?',
    says: 'Examples of which it was about as sure, and how many of them it got right. The larger the mark, the more examples.', good: 'Good: all marks on the line.',
    x: 'how sure it was', y: 'how many were right',
    error: e => e.toFixed(3), name: 'expected calibration error',
    words: (e) => `On average its sureness is ${(100 * e).toFixed(1)} of 100 away from how often it is right.`,
    over: (said, right) => `When it is about ${whole(said)} % sure, it is right ${whole(right)} of 100 times: it is too sure.`,
    under: (said, right) => `When it is about ${whole(said)} % sure, it is right ${whole(right)} of 100 times: it may be surer.`,
    fine: 'It may be believed: no group is far from the line.',
    label: e => `Reliability diagram, expected calibration error ${e.toFixed(3)}`,
    tooSure: 'too sure', tooShy: 'not sure enough',
    twin: ['how sure', 'examples', 'sure on average', 'right'],
  },
};
