/**
 * Reads the binary pictures that the studio sends; Frames.java writes them.
 */

const SCENE = 1;
const SURFACE = 3;
const GRADIENTS = 4;
const GRID = 8;
const PATH = 16;

/**
 * @typedef {Object} Scene what stays the same during a run
 * @property {'scene'} kind
 * @property {number} id of which run
 * @property {boolean} regression whether numbers are to be answered
 * @property {{x: number, y: number, target: number, plus: boolean, unseen: boolean}[]} points
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
 * @property {{loss: number, right: number, f1: number, crossEntropy: number}} seen
 * @property {{loss: number, right: number, f1: number, crossEntropy: number}} unseen
 * @property {number} epochsPerSecond
 * @property {number} watching share of time that went into pictures
 * @property {Float32Array} inputs features of the marked place
 * @property {{inputs: number, outputs: number, weight: Float32Array, bias: Float32Array, units: Unit[]}[]} layers
 * @property {Float32Array} answers to the points
 * @property {Float32Array} field what the network answers everywhere
 * @property {{weight: Float32Array, bias: Float32Array}[] | null} gradients of the loss, layer by layer, if looked at
 * @property {{side: number, chosen: Int32Array, layers: {share: number, places: Float32Array}[]} | null} grid what layers make of
 *     a grid, and which points they carry, if looked at
 * @property {{u: number, v: number}[] | null} path where each epoch of the history lies on the loss surface, and the epoch shown
 * @property {{epoch: number, seenLoss: number, unseenLoss: number, seenRight: number, unseenRight: number}[]} history
 */

/**
 * @typedef {Object} Surface how wrong networks around a path are
 * @property {'surface'} kind
 * @property {number} id of which run
 * @property {number} epoch the last one of the path
 * @property {number} side how many networks in each direction
 * @property {number[]} bounds from and to along the first direction, from and to along the second
 * @property {number[]} shares which part of the spread of the path lies along each
 * @property {Float32Array} losses row by row from the lower left corner
 */

/**
 * @param {ArrayBuffer} buffer
 * @returns {Scene | Frame | Surface}
 */
export function read(buffer) {
  const whole = new Int32Array(buffer);
  const floats = new Float32Array(buffer);
  return whole[0] === SCENE ? scene(whole, floats) : whole[0] === SURFACE ? surface(whole, floats) : frame(whole, floats);
}

/** @returns {Scene} */
function scene(whole, floats) {
  const [, id, count, unseen, side, regression] = whole;
  let at = 6;
  const points = [];
  for (let i = 0; i < count; i++, at += 3) {
    points.push({ x: floats[at], y: floats[at + 1], target: floats[at + 2], plus: floats[at + 2] > 0, unseen: i < unseen });
  }
  const features = [];
  for (; at < floats.length; at += side * side) {
    features.push(floats.subarray(at, at + side * side));
  }
  return { kind: 'scene', id, regression: regression > 0, points, side, features };
}

/** @returns {Surface} */
function surface(whole, floats) {
  const [, id, epoch, side] = whole;
  return { kind: 'surface', id, epoch, side, bounds: [...floats.subarray(4, 8)], shares: [...floats.subarray(8, 10)], losses: floats.subarray(10, 10 + side * side) };
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
  const [c1, c2] = take(2);
  const gradients = flags & GRADIENTS ? layers.map(layer => ({ weight: take(layer.weight.length), bias: take(layer.outputs) })) : null;
  const grid = flags & GRID ? readGrid() : null;
  const path = flags & PATH ? Array.from({ length: entries + 1 }, () => { const [u, v] = take(2); return { u, v }; }) : null;
  return {
    kind: 'frame', id, epoch, latest, playing: (flags & 1) > 0, back: (flags & 2) > 0, side, fieldSide,
    seen: { loss: l1, right: a1, f1, crossEntropy: c1 }, unseen: { loss: l2, right: a2, f1: f2, crossEntropy: c2 }, epochsPerSecond,
    watching: watching / 1000, inputs: place, layers, answers, field, history, gradients, grid, path,
  };

  function readGrid() {
    const [gridSide, count] = whole.subarray(at, (at += 2));
    const chosen = whole.subarray(at, (at += count));
    const places = 2 * (gridSide * gridSide + count);
    return { side: gridSide, chosen, layers: layers.slice(0, -1).map(() => ({ share: take(1)[0], places: take(places) })) };
  }
}
