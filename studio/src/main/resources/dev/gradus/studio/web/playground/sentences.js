/**
 * What is said of a run: the headline is what is so now, the next step is one suggestion.
 */
import words from '../words/playground.js';
import { isRegression, SOLVES_SPIRAL } from './setup.js';

const GOOD = 0.95;

/** How many of the unseen points are right. */
export function counts(frame, scene) {
  const unseen = scene.points.filter(point => point.unseen).length;
  const seen = scene.points.length - unseen;
  return { unseen, seen, right: Math.round(frame.unseen.right * unseen), rightSeen: Math.round(frame.seen.right * seen) };
}

export function headline(frame, scene, setup, lost) {
  const { right, unseen } = counts(frame, scene);
  const h = isRegression(setup) ? { ...words.headline, ...words.headline.numbers } : words.headline;
  const rising = noiseSince(frame);
  return lost ? h.lost(lost.epoch) : frame.back ? h.back(frame.epoch, right, unseen)
    : frame.epoch === 0 ? h.before : rising ? h.noise(rising) : h.right(right, unseen);
}

/** For how many epochs unseen loss has risen while seen loss fell, or 0. */
function noiseSince(frame) {
  const past = frame.history;
  const best = past.reduce((a, b) => (b.unseenLoss < a.unseenLoss ? b : a));
  const now = past.at(-1);
  const since = now.epoch - best.epoch;
  return since > 50 && now.unseenLoss > 1.25 * best.unseenLoss + 0.05 && now.seenLoss < best.seenLoss ? since : 0;
}

/**
 * @param {{play: () => void, change: (some: object) => void, branch: () => void}} does
 * @returns {[string, (() => void) | null] | null}
 */
export function suggestion(frame, setup, lost, does) {
  const s = words.steps;
  if (lost) {
    return null;
  }
  if (frame.back) {
    return [s.branch, does.branch];
  }
  if (frame.epoch === 0 && !frame.playing) {
    return [s.play, does.play];
  }
  if (noiseSince(frame)) {
    return [s.penalty, () => does.change({ penalty: 'l2', strength: Math.min(1, setup.penalty === 'none' ? 0.003 : setup.strength * 3) })];
  }
  const own = setup.data === 'own';
  if (frame.unseen.right >= GOOD) {
    return own ? [s.kept, null] : setup.noise < 50 ? [s.noise, () => does.change({ noise: 50 })] : [s.calm, () => does.change({ noise: 10 })];
  }
  if (frame.epoch < 200) {
    return [s.wait, null];
  }
  if (setup.noise >= 40 && !own) {
    return [s.calm, () => does.change({ noise: 10 })];
  }
  if (!setup.layers.length) {
    return [s.deeper, () => does.change({ layers: [4] })];
  }
  if (setup.data === 'spiral') {
    const wanted = Object.keys(SOLVES_SPIRAL).some(name => JSON.stringify(SOLVES_SPIRAL[name]) !== JSON.stringify(setup[name]));
    return !setup.features.includes('sinx') ? [s.sines, () => does.change({ features: [...new Set([...setup.features, 'sinx', 'siny'])] })]
      : wanted ? [s.solve, () => does.change(SOLVES_SPIRAL)] : [s.patience, null];
  }
  if (setup.layers[0] < 8) {
    return [s.wider, () => does.change({ layers: [setup.layers[0] + 1, ...setup.layers.slice(1)] })];
  }
  return [s.rate, () => does.change({ rate: setup.rate / 10 })];
}
