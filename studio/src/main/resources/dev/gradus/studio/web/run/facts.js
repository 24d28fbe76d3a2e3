/**
 * What is so: reads the picture of a run and says it in one sentence. Rules compare numbers that the run has
 * written; nothing is computed anew.
 */
import words from '../words/run.js';
import { brief } from '../shell/axes.js';
import { number } from '../shell/draw.js';

/** Below that a layer hears almost nothing, whatever the others hear. */
const SILENT = 1e-7;
/** Below that share of the last layer's gradient too. */
const FADED = 1e-4;

/** @param {{x: any[], y: any[]}} line as it came; what JSON does not know is text */
export const series = line => ({ x: line.x.map(Number), y: line.y.map(Number), size: line.size });

/** A value of a figure as people say it. */
export const valueText = (figure, value) => (figure === 'accuracy' && Number.isFinite(value) ? `${number(100 * value, 1)} %` : brief(value));

const lastFinite = y => y.findLast(Number.isFinite);
const firstFinite = y => y.find(Number.isFinite);
const mean = values => values.reduce((a, b) => a + b, 0) / values.length;

/** What the run comes to now: on unseen examples where that is known. */
export function present(frame) {
  const unseen = lastFinite(frame.unseen.y);
  if (unseen !== undefined) {
    return unseen;
  }
  const seen = frame.seen.y.filter(Number.isFinite);
  return seen.length ? mean(seen.slice(-10)) : NaN;
}

export const beginning = frame => firstFinite(frame.seen.y) ?? firstFinite(frame.unseen.y) ?? NaN;

/** The value at a step, or the last before. */
export function valueAt(line, step) {
  let found = NaN;
  for (let i = 0; i < line.x.length && line.x[i] <= step; i++) {
    found = line.y[i];
  }
  return found;
}

/** The layers that learn, as [{layer, name, gradient, update, mean, deviation, zeros, dead}], layer counted from 1. */
export const learning = look => (look?.layers ?? []).filter(layer => layer[1]).map((layer, i) => {
  const [name, , gradient, update, average, deviation, zeros, dead] = layer;
  return { layer: i + 1, name, gradient: Number(gradient), update: Number(update), mean: Number(average), deviation: Number(deviation), zeros: Number(zeros), dead: Number(dead) };
});

/** How many of the first layers hear almost nothing. */
export function quietLayers(layers) {
  const loud = layers.at(-1)?.gradient;
  if (layers.length < 3 || !(loud > 0)) {
    return 0;
  }
  let count = 0;
  while (count < layers.length - 1 && layers[count].gradient < Math.max(SILENT, FADED * loud)) {
    count++;
  }
  return count;
}

/** Whether it does no better than one who guesses. */
const guesses = (frame, classes) => frame.figure === 'loss' && classes > 1 && Math.abs(present(frame) - Math.log(classes)) < 0.02 * Math.log(classes);

/** For how many steps the figure has stood still, or 0. */
function flatSince(frame) {
  const { x, y } = frame.seen;
  const last = x.at(-1) ?? 0;
  const part = share => y.filter((value, i) => Number.isFinite(value) && x[i] > last * share[0] && x[i] <= last * share[1]);
  const [before, now] = [part([0.5, 0.75]), part([0.75, 1])];
  if (last < 200 || before.length < 20 || now.length < 20) {
    return 0;
  }
  return Math.abs(mean(now) - mean(before)) < 0.004 * Math.abs(mean(before)) ? Math.round(last / 2) : 0;
}

/** For how many epochs unseen loss has risen, or 0. */
function noiseSince(frame) {
  const y = frame.unseen.y.filter(Number.isFinite);
  if (frame.figure !== 'loss' || y.length < 4) {
    return 0;
  }
  const best = y.indexOf(Math.min(...y));
  return y.length - 1 - best >= 3 && y.at(-1) > 1.03 * y[best] ? y.length - 1 - best : 0;
}

/**
 * The headline.
 *
 * @param {object} frame
 * @param {object[]} layers that learn, at the moment shown
 * @param {number | null} at the step that is looked at, or null for the present
 * @param {number} classes among which guessing chooses, or 0
 */
export function headline(frame, layers, at, classes = 0) {
  const h = words.headline;
  const name = frame.figure;
  const text = value => valueText(name, value);
  const running = frame.state === 'running';
  if (at !== null) {
    const unseen = valueAt(frame.unseen, at);
    return h.back(words.count(at), name, text(Number.isFinite(unseen) ? unseen : valueAt(frame.seen, at)));
  }
  if (frame.lost) {
    return h.lost(words.count(frame.lost.step), lostLayer(frame.lost));
  }
  if (running && frame.asked === 'pause') {
    return h.pausing;
  }
  if ((running || frame.state === 'paused') && frame.asked === 'stop') {
    return h.stopping;
  }
  switch (frame.state) {
    case 'paused': return frame.asked === 'continue' ? h.continuing : h.paused(words.count(frame.step));
    case 'failed': return h.failed;
    case 'lost': return h.died(words.count(frame.step));
    case 'finished': return guesses(frame, classes) ? h.learntNothing(text(present(frame))) : h.finished(name, text(present(frame)));
    case 'stopped': return h.stopped(words.count(frame.step), name, text(present(frame)));
  }
  if (!frame.seen.size && !frame.unseen.size) {
    return h.waiting;
  }
  const quiet = quietLayers(layers);
  const flat = flatSince(frame);
  const noise = noiseSince(frame);
  if (quiet) {
    return h.quiet(quiet);
  }
  if (noise) {
    return h.noise(noise);
  }
  if (guesses(frame, classes) && frame.step > 100) {
    return h.guesses(text(present(frame)));
  }
  if (flat) {
    return h.flat(name, text(present(frame)), words.count(flat));
  }
  return frame.seen.size < 20 ? h.begun(name, text(present(frame))) : h.learning(name, text(beginning(frame)), text(present(frame)));
}

/** The layer in which a number was lost, in words, or nothing if it is not known. */
export function lostLayer(lost) {
  const place = lost.found?.place ?? '';
  return place.split(' in ').at(-1).trim();
}
