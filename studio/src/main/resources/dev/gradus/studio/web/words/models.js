/**
 * The words with which a model is chosen, trained and asked: those of the pages of results and of trying.
 */
import shell from './shell.js';

const percent = p => (p > 0 && p < 0.01 ? 'under 1 %' : p < 1 && p > 0.99 ? 'over 99 %' : `${Math.round(100 * p)} %`);
const of100 = p => (p > 0 && p < 0.005 ? 'fewer than 1 of 100' : p < 1 && p >= 0.995 ? 'more than 99 of 100' : `${Math.round(100 * p)} of 100`);

export default {
  ...shell,
  percent,
  of100,
  count: n => n.toLocaleString('en'),
  model: 'model',
  choose: 'Choose a model',
  reading: 'Reading the models',
  subjects: { garments: 'garments', digits: 'digits', spirals: 'points on two spirals' },
  /** What one example is called, and several. */
  things: { garments: ['picture', 'pictures'], digits: ['picture', 'pictures'], spirals: ['point', 'points'] },
  kinds: { trained: 'trained just now', recorded: 'recorded run', saved: 'file' },
  entry: (entry, subject, kind, when) => `${entry.kind === 'trained' ? subject : entry.name} · ${kind}, ${when}`,
  trainMore: 'Train another',
  trainTitle: 'Train a small network in this page',
  recipes: {
    garments: ['Garments', 'Ten kinds of clothes: 9,000 real photographs of 28 × 28 pixels (Fashion-MNIST). About half a minute.'],
    digits: ['Digits drawn by this computer', '6,000 pictures made from pen strokes, turned, slanted and shaken by lot. No person’s handwriting is in them. A few seconds.'],
    spirals: ['Points on two spirals', '1,200 rows of two numbers. About a second.'],
  },
  bar: {
    bar: 'Run bar: how it learned', position: 'Moment of its training', first: 'To the first checkpoint', back: 'One checkpoint back', on: 'One checkpoint on',
    play: 'Play how it learned', pause: 'Stop here', model: 'best', toModel: 'Back to the model itself, the best of its run', sameSeed: 'Same seed, same run',
    itself: 'The model itself', checkpoint: 'At a checkpoint', judging: (done, of) => `judged ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`,
    where: (epoch, step, best) => `${epoch ? `epoch ${epoch}` : `step ${step.toLocaleString('en')}`}${best ? ', best' : epoch ? `, step ${step.toLocaleString('en')}` : ''}`,
    seed: n => `seed ${n}`,
    keys: [['Space', 'play how it learned'], [', and .', 'checkpoint before, next checkpoint'], ['Home', 'first checkpoint'], ['End', 'the model itself']],
  },
  empty: {
    title: 'No model yet',
    text: 'Models that gradus quickstart has saved, files that end in .gradus in the folder the studio was opened in, and recorded runs on the data that come with Gradus appear here by themselves. You can train a first one now: it takes less than a minute and needs no network.',
    button: name => `Train a first model on ${name}`,
    other: name => `or on ${name}`,
  },
  training: {
    start: name => `Learning ${name}`,
    title: (name, right) => `Learning ${name}: ${right} right so far`,
    text: (epoch, epochs, left) => `Round ${epoch} of ${epochs} through the examples. ${left}`,
    left: s => (s >= 1.5 ? `About ${Math.ceil(s)} seconds to go.` : 'Nearly done.'),
    reading: 'Reading the examples. The first steps are the slowest.',
    unseen: (right, epoch) => `After round ${epoch} it gets ${right} pictures right that it does not learn from.`,
    stop: 'Stop, and keep what was learnt',
    done: (s, why) => `Trained in ${s < 1.5 ? 'about a second' : `${Math.round(s)} seconds`}. ${why}`,
    label: 'How far training is',
    failed: 'Nothing came of it',
  },
  refused: 'That did not work',
  sure: {
    99.5: 'no doubt at all', 90: 'very sure', 70: 'rather sure', 50: 'more likely than not', 0: 'torn',
  },
  bars: 'How likely it finds each kind',
  barsHead: ['kind', 'how likely'],
  others: 'all others',
  says: name => ['It says ', name, '.'],
  effect: {
    says: 'Each part was hidden in turn. Blue with +: hiding it makes the answer less likely, so it spoke for it. Orange with stripes: it spoke against.',
    label: (name, p) => `What spoke for ${name}: with nothing hidden it is ${p} likely`,
    none: 'No part of the picture alone changes the answer.',
    strongest: p => `The strongest part: hidden, it takes ${p} of likelihood away.`,
    tableHead: ['rows and columns', 'effect when hidden'],
    rowHead: ['number', 'effect when it takes its mean'],
    for: 'spoke for it', against: 'spoke against it',
    region: (y, x) => `rows ${y + 1} to ${y + 4}, columns ${x + 1} to ${x + 4}`,
    rowsSays: 'Each number was replaced by its mean in turn. Plus: without it the answer is less likely.',
  },
};
