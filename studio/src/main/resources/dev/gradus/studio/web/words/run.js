/**
 * The words of the page of runs.
 */
import shell from './shell.js';

const count = n => Math.round(n).toLocaleString('en');
const many = (n, one, more) => `${count(n)} ${n === 1 ? one : more}`;
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const spelled = n => NUMBERS[n] ?? count(n);

/** A length of time as people say it. */
function span(seconds) {
  if (seconds < 90) {
    return many(Math.max(1, Math.round(seconds)), 'second', 'seconds');
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) {
    return many(minutes, 'minute', 'minutes');
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? many(hours, 'hour', 'hours') : many(Math.round(hours / 24), 'day', 'days');
}

export default {
  ...shell,
  count, span,
  here: 'Runs', overSteps: 'Over all steps', atOneStep: 'At one step',
  from: { command: 'started from the command line', program: 'started from a program of your own' },
  ago: (from, time) => `${from}, ${time} ago`,
  readOnly: 'its program cannot be asked to wait or stop',
  headline: {
    empty: 'Nothing has been trained here yet',
    off: 'Runs are not recorded',
    gone: 'This run has been deleted',
    reading: 'Reading what it has written',
    waiting: 'It has begun, and has not made a step yet',
    begun: (name, value) => `It has begun: ${name} ${value}`,
    learning: (name, first, now) => `It is learning: ${name} has gone from ${first} to ${now}`,
    flat: (name, value, steps) => `It has stopped learning: ${name} has stayed at ${value} for ${steps} steps`,
    quiet: n => (n === 1 ? 'The first layer hears almost nothing' : `The first ${spelled(n)} layers hear almost nothing`),
    guesses: value => `It does no better than guessing so far: loss ${value}`,
    learntNothing: value => `It has learnt nothing: loss ${value} is what guessing gives`,
    noise: epochs => `It is learning the noise: unseen loss has risen for ${epochs} epochs`,
    pausing: 'Pausing: it waits after the step at hand',
    continuing: 'It is about to go on',
    stopping: 'Stopping: it ends after the step at hand',
    paused: step => `Paused after step ${step}`,
    lost: (step, layer) => (layer ? `A number was lost at step ${step}, in ${layer}` : `A number was lost at step ${step}`),
    failed: 'It ended in an error',
    died: step => `Its process died without a word after step ${step}`,
    finished: (name, value) => `Finished: ${name} ${value}`,
    stopped: (step, name, value) => `Stopped after step ${step}: ${name} ${value}`,
    back: (step, name, value) => `At step ${step}: ${name} ${value}`,
  },
  facts: {
    left: 'left', samples: 'examples a second', steps: 'steps a minute', waiting: 'waiting for data', recording: 'cost of recording', watching: 'of showing it here',
    took: 'of training', noLeft: 'length not known',
  },
  states: { running: 'running', paused: 'paused', finished: 'finished', stopped: 'stopped', failed: 'failed', lost: 'died' },
  next: {
    example: 'train a small network on pictures of clothes', watch: name => `look at ${name}, which has just begun`, on: 'let it go on', before: 'branch before it was lost, with a smaller rate',
    branch: 'branch from a checkpoint with another learning rate', layers: 'wait for the first look at the layers', compare: 'lay the run before over it', slower: 'branch with a tenth of the rate',
    keep: 'compare the branch with this run at their ends',
  },
  chart: {
    figure: 'figure', compare: 'compare with another run',
    says: (unseen, name) => (name === 'loss' ? 'How wrong it is: thin on seen, with markers on unseen examples.' : unseen ? 'Thin on seen, with markers on unseen examples.' : 'As its program has measured it.'),
    good: { loss: 'Good: below guessing early, then falling on both.', accuracy: 'Good: rising on both.', other: '' },
    guess: value => `guessing ${value}`, guessShort: 'guess',
    seen: 'seen', unseen: 'unseen', thisRun: 'this run', ahead: 'to come',
    branched: (step, what) => `branched at ${step}${what ? ': ' + what : ''}`,
    summary: (name, first, now, others, lost) => `${name} of this run from ${first} to ${now}${others ? '; beside it ' + others : ''}${lost ? '; then no number any more' : ''}`,
    none: 'Nothing has been measured yet.', step: 'step', examples: 'examples',
    axisExamples: 'Runs with batches of different sizes: the axis counts examples.',
    thinned: (shown, all) => `${count(shown)} of ${count(all)} rows`,
    title: name => name.charAt(0).toUpperCase() + name.slice(1),
  },
  heat: {
    title: 'Gradient in every layer, at every step',
    says: 'Bright: the layer is told how to change. Dark: it hears almost nothing. Hatched: no number.', good: 'Good: one even colour from top to bottom.',
    rows: 'layer', loud: 'loud', silent: 'silent', ahead: 'to come',
    summary: (layers, loud, quiet) => `Gradient of ${many(layers, 'layer', 'layers')} over the steps; at the last look layer ${quiet} is the quietest and layer ${loud} the loudest. Arrows walk layers and looks.`,
    folded: (layers, fold) => `${count(layers)} layers: each row is the mean of ${fold} neighbours.`,
    thinned: looks => `Not every one of ${count(looks)} looks is shown.`,
    none: 'The layers have not been looked at yet. The first look comes after a few seconds, when it costs little of the time.',
    never: 'The layers of this run were not looked at: it was too short, or its program does not ask for it.',
    cell: (layer, step, value) => `layer ${layer}, step ${step}: ${value}`,
  },
  sky: {
    title: 'Gradient skyline, one bar a layer', says: 'The mean size of the gradient at the marked step.', good: 'Good: bars of about one height.',
    input: 'input side', answer: 'answer side', quiet: 'too quiet', other: name => `◆ ${name}`, 
    summary: (first, last, layers) => `${many(layers, 'bar', 'bars')}: from ${first} at the first layer to ${last} at the last`,
    folded: n => `each bar ${n} layers`,
  },
  move: {
    title: 'How far each layer moves in one step', says: 'Change as a part of the weight; one mark a layer.', good: 'Good: 1/10,000 to 1/100.',
    inside: '1/10,000 to 1/100', low: n => `${many(n, 'layer', 'layers')} standing still`, high: n => `${many(n, 'layer', 'layers')} jumping about`,
    summary: (low, inside, high) => `${inside} in the good band, ${low} below it, ${high} above it`,
  },
  out: {
    title: 'How much each layer puts out', says: 'Spread of its outputs over the batch; one mark a layer.', good: 'Good: 0.5 to 2.',
    inside: '0.5 to 2', low: n => `${many(n, 'layer', 'layers')} falling asleep`, high: n => `${many(n, 'layer', 'layers')} growing`,
    dead: (share, layer) => `${share} % of the units of layer ${layer} answered 0 to the whole batch.`,
  },
  layerTable: ['layer', 'name', 'gradient', 'change of weights', 'mean output', 'spread of outputs', 'zeros', 'silent units'],
  at: step => `at step ${step}`,
  lost: {
    title: 'A number grew beyond what can be written down', seen: (figure, value, step) => `The ${figure} became ${value} at step ${step}.`,
    where: (layer, operation) => `The first number that was lost came out of ${operation || 'an operation'} in ${layer}.`,
    noLayer: operation => `The first number that was lost came out of ${operation || 'the data'}, outside of the layers.`,
    unknown: 'Where the first one was lost is not known: its program did not look for it.',
    why: 'Why it matters', whyText: 'Every number that is computed from one that is lost is lost too. After one step the whole network is.',
    next: 'What helps', nextText: 'Most often a smaller learning rate. Else look for the logarithm of 0, a division by 0, or missing numbers in the data.',
    branch: 'Branch before it, rate ÷ 10', more: 'What the engine says', noCheckpoint: 'There is no checkpoint before it to branch from.',
  },
  quietCard: {
    title: 'The gradient fades on its way back',
    text: (last, lastValue, first, firstValue) => `Layer ${last} hears ${lastValue}. Layer ${first} hears ${firstValue}.`,
    why: 'Each layer passes the blame back times a slope below 1. Many such factors leave nothing.',
  },
  died: { title: 'What its record says last', more: 'all of it' },
  made: { title: 'How it was made', settings: 'Settings', data: 'Data', machine: 'Machine', result: 'Result', command: 'command', folder: 'written to' },
  list: {
    title: 'Runs on this machine', says: 'Whatever is trained on this machine appears by itself, whoever began it.',
    columns: { beside: 'beside', name: 'run', state: 'state', value: 'loss', steps: 'steps', when: 'begun' },
    watch: name => `Watch ${name}`, beside: name => `Lay ${name} over the watched run`, watched: 'watched',
    limited: (shown, all) => `The youngest ${count(shown)} of ${count(all)}.`, full: n => `Up to ${spelled(n)} runs can lie over one.`,
    short: { 'learning rate': 'rate', l2: 'L2', seed: 'seed', batch: 'batch', dropout: 'dropout', epochs: 'epochs' },
    branchOf: (step) => `branch at ${step}`, differs: settings => settings.map(([name, value]) => `${name} ${value}`).join(', '),
    filter: 'Only those with', found: (n, all) => `${count(n)} of ${many(all, 'run', 'runs')}`, delete: name => `Delete ${name}`, deleteColumn: 'delete',
  },
  delete: {
    title: name => `Delete ${name}?`, says: 'What was measured and all its checkpoints go for good.',
    all: n => `and the ${count(n)} other runs that have ended and that nobody asked to record`, do: 'Delete', keep: 'Keep',
  },
  empty: {
    what: 'Here you will see every network that is trained on this machine while it learns: its loss, the gradient in each of its layers, how fast it goes, and what goes wrong.',
    how: 'A trainer in a program of your own, started from an IDE or from JShell, appears by itself once it has trained for half a second. A name makes it easier to find again, and keeps all its checkpoints:',
    code: 'Trainer.of(network)\n        .record("my run")\n        .fit(train, validation);',
    button: 'Train a small network now', cost: 'It learns to tell pictures of clothes apart, in a process of its own. About a minute.',
    begun: 'It is starting. It appears here by itself.', no: 'Or type: gradus quickstart',
    off: 'GRADUS_RUNS or -Dgradus.runs is “off”. Start the studio without it to see runs here.',
  },
  bar: {
    bar: 'Run bar', first: 'To the first checkpoint', back: 'One checkpoint back', on: 'One checkpoint on', pause: 'Pause', play: 'Go on', stop: 'Stop it, and keep what was learned',
    position: 'Position in the run', live: of => (of ? `live, of ${of}` : 'live'), ended: of => (of ? `ended, of ${of}` : 'ended'), looking: latest => `looking back, of ${latest}`, paused: 'paused',
    where: step => `step ${count(step)}`, branch: 'Branch', branchHere: step => `Branch from the checkpoint at step ${step}`, noCheckpoint: 'There is no checkpoint yet to branch from', toLive: 'To the end',
  },
  branch: {
    title: step => `Branch from the checkpoint at step ${step}`,
    says: 'A run of its own goes on from there, with what you change here. It is drawn over this one.',
    knobs: { rate: 'learning rate', l2: 'price on large weights (L2)', dropout: 'dropout', batch: 'batch size', seed: 'seed', epochs: 'epochs in all' },
    dropouts: n => `dropout, in all ${spelled(n)} layers`,
    start: 'Start the branch', again: command => `It begins this once more, in a process of its own: ${command}`,
    nothing: 'Change one setting at least.', wrong: name => `The ${name} makes no sense.`,
    cannot: {
      program: 'This run was begun by a program of your own, which the studio cannot begin once more. In that program write:',
      studio: 'This studio cannot begin processes. On the command line write:', unknown: 'Its record names a command that cannot be begun once more.',
    },
    code: (id, step) => `var run = RunsDirectory.ofUser().orElseThrow().find("${id}").orElseThrow();\ntrainer.branch(run, run.checkpoint(${step}).orElseThrow(), RunChanges.NONE.learningRate(1e-4))\n        .fit(train, validation);`,
    command: (id, step) => `gradus runs branch ${id} --from ${step} --rate 1e-4`,
    started: 'The branch is starting. It appears over this run by itself.',
    done: 'This is the last checkpoint of a finished run: give more epochs, or nothing is left to do.',
  },
  failed: { title: 'What was begun here ended in an error', refused: 'That could not be done' },
  keys: [
    ['Space', 'pause, or go on'], ['.', 'next checkpoint'], [',', 'checkpoint before'], ['Home', 'first checkpoint'], ['End', 'the end, live'], ['B', 'branch from here'],
    ['arrows', 'walk the run, layers and looks'],
  ],
};
