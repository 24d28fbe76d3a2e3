/**
 * The words of the path.
 */
import shell from './shell.js';

const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const span = minutes => (minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`);

export default {
  ...shell,
  loading: 'Looking where you are',
  done: (n, all, minutes) => `${n} of ${count(all, 'lesson', 'lessons')} done${minutes ? ` · ${span(minutes)} of learning so far` : ''}`,
  begin: title => `Begin here: ${title}`, next: title => `Next: ${title}`, all: 'Every lesson there is, you have done',
  allWhy: 'Look into any of them again, or try the playground.',
  start: number => `Begin with ${number}`, goOn: number => `Go on with ${number}`, enter: 'Enter',
  minutes: n => `${n} min`, stopped: phase => ` · you stopped at `,
  phases: { predict: 'Predict', idea: 'Idea', visual: 'Visual', exercise: 'Exercise', check: 'Check', explain: 'Explain' },
  unit: (number, title) => `Unit ${number.slice(1)} · ${title}`,
  of: (n, all) => `${n} of ${all}`, span,
  state: { done: 'done', seen: 'done, after the solution', tested: 'tested out', begun: 'begun', open: '' },
  after: needs => `after ${needs}`,
  testOut: 'test out', testOutOf: unit => `Test out of unit ${unit.slice(1)}: pass one exercise without its text`,
  unitDone: 'done',
  unitName: (number, title, n, all) => `Unit ${number.slice(1)}, ${title}, ${n} of ${all} done: show its lessons`,
  lessonName: (number, title, state, here) => `${number} ${title}${here ? ', you are here' : ''}${state ? `, ${state}` : ''}`,
  ahead: unit => `after ${unit}`,
  map: 'Map of the course', mapSummary: units => `Stair of the units: ${units}`,
  whole: 'The whole path',
  keyName: 'What the signs mean',
  key: { done: 'done', here: 'you are here', open: 'open', ahead: 'ahead: look inside any time, or test out' },
  total: (lessons, minutes) => `${count(lessons, 'lesson', 'lessons')}, ${span(minutes)}`,
  folder: folder => `Your programs lie in ${folder}`,
  saveWork: 'Save all my work', addWork: 'Add saved work',
  adding: name => `Reading ${name}`,
  added: ({ lessons, programs, runs, aside }) => `Added: progress of ${count(lessons, 'lesson', 'lessons')}, ${count(programs, 'program', 'programs')}, ${count(runs, 'run', 'runs')}.${aside.length ? ` Your own programs for ${aside.join(', ')} stay; the others are in their history.` : ''}`,
  notAdded: why => `Nothing was added: ${why}`,
  lastRun: {
    bar: 'Run bar: the last run', position: 'Position in the last run', open: 'Look at this run', running: 'running now', seed: n => `seed ${n}`,
    name: (name, when) => `Last run: ${name}${when ? `, ${when}` : ''}`, where: (step, loss) => `step ${step.toLocaleString('en')}, loss ${loss}`, right: share => `${Math.round(1000 * share) / 10} % right`,
    ago: ms => (ms < 90_000 ? 'finished just now' : ms < 5_400_000 ? `finished ${Math.round(ms / 60_000)} min ago` : ms < 129_600_000 ? `finished ${Math.round(ms / 3_600_000)} h ago` : `finished ${Math.round(ms / 86_400_000)} days ago`),
  },
  made: 'What your own programs drew here', madeIn: (number, title) => `What your program drew in ${number} ${title}`,
  trouble: 'The notebook cannot be read',
  help: [['Enter', 'go on where you stopped']],
};
