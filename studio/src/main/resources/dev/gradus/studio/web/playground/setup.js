/**
 * What a run follows from, and how it stands in the link.
 */

import { hiddenOf } from '../shell/hiding.js';

export const LIMITS = { layers: 12, neurons: 16, points: [20, 1000], noise: [0, 50], unseen: [10, 90], seed: 999999 };
export const FEATURES = ['x', 'y', 'xx', 'yy', 'xy', 'sinx', 'siny'];
export const CHOICES = {
  data: ['circle', 'xor', 'gaussians', 'spiral', 'plane', 'hills'],
  activation: ['tanh', 'relu', 'sigmoid', 'linear', 'leaky-relu', 'gelu'],
  optimizer: ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adagrad', 'adam'],
  loss: ['cross-entropy', 'squared-error'],
  penalty: ['none', 'l1', 'l2'],
  rate: [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  batch: [0, 1, 5, 10, 20, 30, 50, 100],
  strength: [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1],
};
/** Pictures that take turns. */
export const VIEWS = ['boundary', 'grid', 'surface', 'race'];
export const HIDEABLE = ['sentence', 'data', 'features', 'layers', 'weights', 'seed', 'run', 'export', 'views', 'file'];
/** Settings that a run may go on with from any of its epochs. */
export const BRANCHABLE = ['optimizer', 'rate', 'batch', 'loss', 'penalty', 'strength'];
/** Data with a number to be answered, instead of two classes. */
export const isRegression = setup => setup.data === 'plane' || setup.data === 'hills';
/** Settings that learn the spiral to more than 95 % of the points that were kept unseen. */
export const SOLVES_SPIRAL = {
  data: 'spiral', points: 300, noise: 10, unseen: 30, features: ['x', 'y', 'sinx', 'siny'], layers: [8, 6], activation: 'tanh', optimizer: 'adam', rate: 0.03,
  batch: 50, loss: 'cross-entropy', penalty: 'l2', strength: 0.0001,
};

/**
 * @typedef {Object} Setup
 * @property {string} data a kind of points, or own
 * @property {{x: number, y: number, label: number, plus: string} | null} own which columns of own data
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

/**
 * @typedef {Object} View what is looked at
 * @property {string} picture
 * @property {boolean} gradients
 */

/** @type {Setup} */
export const USUAL = {
  data: 'spiral', points: 300, noise: 10, unseen: 30, seed: 7, features: ['x', 'y', 'sinx', 'siny'], layers: [6, 4],
  activation: 'tanh', optimizer: 'adam', rate: 0.03, batch: 0, loss: 'cross-entropy', penalty: 'l2', strength: 0.001, own: null,
};

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/**
 * Reads a link; what makes no sense in it is as usual.
 *
 * @param {string} hash
 * @returns {{setup: Setup, hidden: string[], view: View, playing: boolean}}
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
  if (given.get('data') === 'own') {
    const [x, y, label] = (given.get('own') ?? '').split(',').map(Number);
    if ([x, y, label].every(column => Number.isInteger(column) && column >= 0 && column < 1000) && x !== y) {
      setup.data = 'own';
      setup.own = { x, y, label, plus: (given.get('plus') ?? '').slice(0, 1000) };
    }
  }
  if (isRegression(setup)) {
    setup.loss = 'squared-error';
  }
  const hidden = hiddenOf(given.get('hide'), HIDEABLE);
  const view = { picture: VIEWS.includes(given.get('view')) ? given.get('view') : 'boundary', gradients: given.get('show') === 'gradients' };
  return { setup, hidden, view, playing: given.get('paused') === null };
}

/**
 * @param {Setup} setup
 * @param {string[]} hidden
 * @param {View} view
 * @returns {string}
 */
export function toLink(setup, hidden, view) {
  const { own, ...rest } = setup;
  const parts = Object.entries(rest).map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : value}`);
  if (setup.data === 'own') {
    parts.push(`own=${own.x},${own.y},${own.label}`, `plus=${encodeURIComponent(own.plus)}`);
  }
  if (hidden.length) {
    parts.push(`hide=${hidden.join(',')}`);
  }
  if (view.picture !== 'boundary') {
    parts.push(`view=${view.picture}`);
  }
  if (view.gradients) {
    parts.push('show=gradients');
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
