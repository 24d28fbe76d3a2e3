/**
 * What a run follows from, and how it stands in the link.
 */

export const LIMITS = { layers: 6, neurons: 8, points: [20, 1000], noise: [0, 50], unseen: [10, 90], seed: 999999 };
export const FEATURES = ['x', 'y', 'xx', 'yy', 'xy', 'sinx', 'siny'];
export const CHOICES = {
  data: ['circle', 'xor', 'gaussians', 'spiral'],
  activation: ['tanh', 'relu', 'sigmoid', 'linear', 'leaky-relu', 'gelu'],
  optimizer: ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adagrad', 'adam'],
  loss: ['cross-entropy', 'squared-error'],
  penalty: ['none', 'l1', 'l2'],
  rate: [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  batch: [0, 1, 5, 10, 20, 30, 50, 100],
  strength: [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1],
};
export const HIDEABLE = ['sentence', 'data', 'features', 'layers', 'weights', 'seed', 'run', 'export'];

/**
 * @typedef {Object} Setup
 * @property {string} data
 * @property {number} points
 * @property {number} noise in percent
 * @property {number} unseen in percent
 * @property {number} seed
 * @property {string[]} features
 * @property {number[]} layers
 * @property {string} activation
 * @property {string} optimizer
 * @property {number} rate
 * @property {number} batch
 * @property {string} loss
 * @property {string} penalty
 * @property {number} strength
 */

/** @type {Setup} */
export const USUAL = {
  data: 'spiral', points: 300, noise: 10, unseen: 30, seed: 7, features: ['x', 'y', 'sinx', 'siny'], layers: [6, 4],
  activation: 'tanh', optimizer: 'adam', rate: 0.03, batch: 0, loss: 'cross-entropy', penalty: 'l2', strength: 0.001,
};

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/**
 * Reads a link; what makes no sense in it is as usual.
 *
 * @param {string} hash
 * @returns {{setup: Setup, hidden: string[], playing: boolean}}
 */
export function fromLink(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const setup = { ...USUAL };
  const number = (name, low, high) => {
    const value = Number(given.get(name));
    if (given.get(name) && Number.isFinite(value)) {
      setup[name] = clamp(value, low, high);
    }
  };
  const choice = name => {
    if (CHOICES[name].includes(given.get(name))) {
      setup[name] = given.get(name);
    }
  };
  ['data', 'activation', 'optimizer', 'loss', 'penalty'].forEach(choice);
  number('points', ...LIMITS.points);
  number('noise', ...LIMITS.noise);
  number('unseen', ...LIMITS.unseen);
  number('seed', 0, LIMITS.seed);
  number('rate', 0, 1000);
  number('batch', 0, 1000);
  number('strength', 0, 100);
  ['points', 'seed', 'batch'].forEach(name => (setup[name] = Math.round(setup[name])));
  if (given.has('features')) {
    const asked = given.get('features').split(',');
    const known = FEATURES.filter(feature => asked.includes(feature));
    setup.features = known.length ? known : USUAL.features;
  }
  if (given.has('layers')) {
    setup.layers = given.get('layers').split(',').map(Number)
      .filter(n => Number.isInteger(n) && n > 0).map(n => Math.min(n, LIMITS.neurons)).slice(0, LIMITS.layers);
  }
  const hidden = (given.get('hide') ?? '').split(',').filter(name => HIDEABLE.includes(name));
  return { setup, hidden, playing: given.get('paused') === null };
}

/**
 * @param {Setup} setup
 * @param {string[]} hidden
 * @returns {string}
 */
export function toLink(setup, hidden) {
  const parts = Object.entries(setup).map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : value}`);
  if (hidden.length) {
    parts.push(`hide=${hidden.join(',')}`);
  }
  return '#' + parts.join('&');
}

/**
 * As the studio takes it.
 *
 * @param {Setup} setup
 */
export function toMessage(setup) {
  return { ...setup, noise: setup.noise / 100, unseen: setup.unseen / 100 };
}
