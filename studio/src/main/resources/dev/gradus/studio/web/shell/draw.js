/**
 * What all pictures are drawn with: colours of the theme, lines, contours, tiles. Everything follows the
 * vocabulary of the studio: hue is sign and never alone, width is size, a tile is what a unit answers.
 */

const NS = 'http://www.w3.org/2000/svg';

export const $ = (selector, root = document) => root.querySelector(selector);
export const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

/**
 * Makes an element; children are elements or text.
 *
 * @param {string} kind
 * @param {Record<string, any>} attributes
 * @param {...(Node | string)} children
 */
export function el(kind, attributes = {}, ...children) {
  return fill(document.createElement(kind), attributes, children);
}

export function svg(kind, attributes = {}, ...children) {
  return fill(document.createElementNS(NS, kind), attributes, children);
}

function fill(node, attributes, children) {
  // a sign whose name is also shown beside the pointer: its title is its name, or it would be read twice
  const isTitled = attributes.title && attributes.title === attributes['aria-label'];
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (name === 'aria-label' && isTitled) {
      continue;
    } else if (name.startsWith('aria-') && name !== 'aria-current') {
      node.setAttribute(name, String(value));
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children);
  return node;
}

const ICONS = {
  play: ['M6 4l9 6-9 6z', true], pause: ['M6 4v12M14 4v12'], step: ['M3 16h5v-5h5V6h4'], back: ['M17 16h-5v-5H7V6H3'],
  rewind: ['M4 5v10M16 5l-8 5 8 5z'], dice: ['M4 10a6 6 0 0 1 10.5-4M16 10a6 6 0 0 1-10.5 4M14.5 2.5V6H11M5.5 17.5V14H9'],
  cross: ['M5 5l10 10M15 5L5 15'], link: ['M8 12l4-4M7 9l-2 2a3 3 0 0 0 4 4l2-2M13 11l2-2a3 3 0 0 0-4-4L9 7'],
  tick: ['M4 10.5l4 4 8-9'], next: ['M4 10h11M11 6l4 4-4 4'], undo: ['M4 8h8a4 4 0 0 1 0 8H8M7 5L4 8l3 3'], skip: ['M3 16h4l8-11h2M13 5h4v4'],
  look: ['M4 9a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M13 13l4 4'], branch: ['M3 14h5c3 0 3-8 6-8h3M8 14h9'], stop: ['M5 5h10v10H5z', true],
  bin: ['M4 6h12M8 6V4h4v2M6 6l.7 10h6.600L14 6M8.500 9v4M11.500 9v4'], plus: ['M10 4v12M4 10h12'], minus: ['M4 10h12'], theme: ['M10 3.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4'],
};

export function icon(name, size = 20) {
  const [path, filled] = ICONS[name];
  const made = svg('svg', {
    width: size, height: size, viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', 'stroke-width': name === 'pause' ? 3 : 1.8,
    'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true',
  }, svg('path', { d: path, fill: filled ? 'currentColor' : 'none' }));
  if (name === 'theme') {
    made.append(svg('path', { d: 'M10 3.800a6.200 6.200 0 0 1 0 12.400z', fill: 'currentColor' }));
  }
  return made;
}

/** Colours of the present theme, read once until it changes. */
let colours = null;
const tokens = new Map();
export function forgetColours() {
  colours = null;
  tokens.clear();
}
export function token(name) {
  if (!tokens.has(name)) {
    tokens.set(name, getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim());
  }
  return tokens.get(name);
}
const rgb = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
export function palette() {
  if (!colours) {
    colours = { zero: rgb(token('zero')), pos: rgb(token('pos')), neg: rgb(token('neg')), ramp: null };
    colours.ramp = makeRamp(colours);
  }
  return colours;
}

/** 511 colours from full minus over zero to full plus. */
function makeRamp({ zero, pos, neg }) {
  const ramp = new Uint32Array(511);
  for (let i = -255; i <= 255; i++) {
    const end = i < 0 ? neg : pos;
    const share = Math.pow(Math.abs(i) / 255, 0.85);
    const [r, g, b] = zero.map((from, c) => Math.round(from + (end[c] - from) * share));
    ramp[i + 255] = (255 << 24) | (b << 16) | (g << 8) | r;
  }
  return ramp;
}

/**
 * Draws numbers as a picture of signs; one that is not a number stays transparent.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values row by row
 * @param {number} side
 * @param {(value: number) => number} scale to -1..1
 */
export function paint(canvas, values, side, scale) {
  if (canvas.width !== side) {
    canvas.width = canvas.height = side;
  }
  const context = canvas.getContext('2d');
  const image = context.createImageData(side, side);
  const pixels = new Uint32Array(image.data.buffer);
  const { ramp } = palette();
  for (let i = 0; i < pixels.length; i++) {
    const value = scale(values[i]);
    pixels[i] = Number.isNaN(value) ? 0 : ramp[255 + Math.round(clamp(value, -1, 1) * 255)];
  }
  context.putImageData(image, 0, 0);
}

/** Follows the line where a field is 0; calls `piece` with the ends of each piece, in cells. */
export function contour(values, side, piece) {
  for (let y = 0; y < side - 1; y++) {
    for (let x = 0; x < side - 1; x++) {
      const corners = [values[y * side + x], values[y * side + x + 1], values[(y + 1) * side + x + 1], values[(y + 1) * side + x]];
      const places = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]];
      const hits = [];
      for (let e = 0; e < 4; e++) {
        const a = corners[e];
        const b = corners[(e + 1) % 4];
        if ((a < 0) !== (b < 0)) {
          const t = a / (a - b);
          const [p, q] = [places[e], places[(e + 1) % 4]];
          hits.push([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]);
        }
      }
      for (let i = 0; i + 1 < hits.length; i += 2) {
        piece(hits[i], hits[i + 1]);
      }
    }
  }
}

/** Numbers as people read them: with a real minus, and not too many digits. */
export function number(value, digits = 2) {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  }
  const size = Math.abs(value);
  const text = size >= 1e5 || (size > 0 && size < 0.005 && digits > 2) ? size.toExponential(1) : size.toFixed(digits);
  return (value < 0 && Number(text) !== 0 ? '−' : '') + text;
}
export const signed = (value, digits = 2) => (value >= 0 ? '+' : '') + number(value, digits);
export const path = points => points.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** "You are here": a dot with a yellow ring. */
export function hereDot(x, y, r = 4.5) {
  return svg('g', {}, svg('circle', { cx: x, cy: y, r: r + 4, fill: 'var(--marker)', opacity: 0.9 }), svg('circle', { cx: x, cy: y, r, fill: '#14181F' }));
}
