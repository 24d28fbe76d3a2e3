/**
 * Reads the binary pictures that the studio sends; Frames.java writes them.
 */

const SCENE = 1;

/**
 * @typedef {Object} Scene what stays the same during a run
 * @property {'scene'} kind
 * @property {number} id of which run
 * @property {{x: number, y: number, plus: boolean, unseen: boolean}[]} points
 * @property {number} side of a tile
 * @property {Float32Array[]} features what each feature is everywhere
 */

/**
 * @typedef {Object} Unit what a neuron answers
 * @property {number} here at the marked place
 * @property {Float32Array} everywhere
 */

/**
 * @typedef {Object} Frame one moment of a run
 * @property {'frame'} kind
 * @property {number} id of which run
 * @property {number} epoch shown
 * @property {number} latest the last epoch there is
 * @property {boolean} playing
 * @property {boolean} back whether an earlier epoch is shown
 * @property {number} side of a tile
 * @property {number} fieldSide of the field
 * @property {{loss: number, right: number, f1: number}} seen
 * @property {{loss: number, right: number, f1: number}} unseen
 * @property {number} epochsPerSecond
 * @property {number} watching share of time that went into pictures
 * @property {Float32Array} inputs features of the marked place
 * @property {{inputs: number, outputs: number, weight: Float32Array, bias: Float32Array, units: Unit[]}[]} layers
 * @property {Float32Array} answers to the points
 * @property {Float32Array} field what the network answers everywhere
 * @property {{epoch: number, seenLoss: number, unseenLoss: number, seenRight: number, unseenRight: number}[]} history
 */

/**
 * @param {ArrayBuffer} buffer
 * @returns {Scene | Frame}
 */
export function read(buffer) {
  const whole = new Int32Array(buffer);
  const floats = new Float32Array(buffer);
  return whole[0] === SCENE ? scene(whole, floats) : frame(whole, floats);
}

/** @returns {Scene} */
function scene(whole, floats) {
  const [, id, count, unseen, side] = whole;
  let at = 5;
  const points = [];
  for (let i = 0; i < count; i++, at += 3) {
    points.push({ x: floats[at], y: floats[at + 1], plus: floats[at + 2] > 0, unseen: i < unseen });
  }
  const features = [];
  for (; at < floats.length; at += side * side) {
    features.push(floats.subarray(at, at + side * side));
  }
  return { kind: 'scene', id, points, side, features };
}

/** @returns {Frame} */
function frame(whole, floats) {
  const [, id, epoch, flags, depth, side, fieldSide, points, entries, inputs, latest, watching] = whole;
  let at = 12;
  const take = n => floats.subarray(at, (at += n));
  const sizes = whole.subarray(at, (at += depth));
  const [l1, l2, a1, a2, f1, f2, epochsPerSecond] = take(7);
  const place = take(inputs);
  const layers = [];
  for (let l = 0; l < depth; l++) {
    const before = l ? sizes[l - 1] : inputs;
    layers.push({ inputs: before, outputs: sizes[l], weight: take(before * sizes[l]), bias: take(sizes[l]), units: [] });
  }
  const answers = take(points);
  for (const layer of layers) {
    for (let j = 0; j < layer.outputs; j++) {
      layer.units.push({ here: take(1)[0], everywhere: take(side * side) });
    }
  }
  const field = take(fieldSide * fieldSide);
  const history = [];
  for (let i = 0; i < entries; i++) {
    const [e, seenLoss, unseenLoss, seenRight, unseenRight] = take(5);
    history.push({ epoch: e, seenLoss, unseenLoss, seenRight, unseenRight });
  }
  return {
    kind: 'frame', id, epoch, latest, playing: (flags & 1) > 0, back: (flags & 2) > 0, side, fieldSide,
    seen: { loss: l1, right: a1, f1 }, unseen: { loss: l2, right: a2, f1: f2 }, epochsPerSecond,
    watching: watching / 1000, inputs: place, layers, answers, field, history,
  };
}
