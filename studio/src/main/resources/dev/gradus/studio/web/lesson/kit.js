/**
 * What the picture of a lesson is drawn with. The numbers come from its `Picture.java`, through `ask`.
 */
import * as draw from '../shell/draw.js';
import { chart, example, field, movable } from './chart.js';
import { button, choice, slider, tableOf } from './controls.js';
import { plane } from './field.js';
import { stair } from './stair.js';

const { el, svg, number, signed, clamp, path, hereDot, token, palette, paint, contour, icon } = draw;

/**
 * @param {{parameters: Record<string, string>, asking: import('./asking.js').Asking, marks: import('./marks.js').Marks, keeping: import('./keeping.js').Keeping,
 *     announce: (text: string) => void, isSwapped: () => boolean}} page
 */
export function makeKit({ parameters, asking, marks, keeping, announce, isSwapped }) {
  const listeners = [];
  let isMade = false;
  return {
    parameters, announce, isSwapped,
    /** Asks Java; gives the answer, or `undefined` when a newer question took this one's place. */
    ask: (question, inputs) => asking.ask(question, inputs),
    el, svg, number, signed, clamp, path, hereDot, token, palette, paint, contour, icon, plane, button, chart, field, example, movable,
    /** The rows of numbers in a parameter such as `2 1 3, 0 2 1`. */
    numbers: text => String(text ?? '').split(',').map(row => row.trim().split(/\s+/).filter(Boolean).map(Number)),
    /** An SVG that is as wide as there is room, up to `width`. */
    drawing: (width, height, ...children) => svg('svg', { class: 'drawing', viewBox: `0 0 ${width} ${height}`, width, height }, ...children),
    stair: (terms, options = {}) => stair(terms, options, marks),
    slider: (name, options, onInput) => slider(name, options, onInput, marks, keeping),
    choice: (name, options, value, onChange) => choice(name, options, value, onChange, keeping),
    /** Lets a link and a file carry something that no control holds; `set` looks at what it is given. */
    keep: (name, get, set) => keeping.part(name, get, set),
    tableOf,
    mark: term => marks.mark(term),
    onMark: listener => {
      if (isMade) {
        throw new Error('onMark belongs into picture() and not into what draws: each drawing would listen once more');
      }
      listeners.push(marks.onMark(listener));
    },
    /** The picture stands: whatever listens has begun to. */
    made: () => (isMade = true),
    /** Another picture takes its place. */
    end: () => listeners.splice(0).forEach(stop => stop()),
    /** Makes an element mark this term when it is pointed at or reached by keys, and wear the marker with it. */
    bind: (node, term) => marks.bind(node, term),
    get reducedMotion() {
      return matchMedia('(prefers-reduced-motion: reduce)').matches;
    },
  };
}
