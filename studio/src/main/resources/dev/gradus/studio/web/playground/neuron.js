/**
 * The stair of the marked neuron's sum: each input times its weight is a riser, up is plus, down is
 * minus, and the dot stands on the result. Every number comes from the engine.
 */
import words from '../words/playground.js';
import { el, hereDot, number, signed, svg } from '../shell/draw.js';
import { letters } from './network.js';

const HEIGHT = 184;
/** A bar needs that much room; where there are many, the stair scrolls. */
const NARROWEST = 36;

/**
 * @param {{title: HTMLElement, formula: HTMLElement, stair: HTMLElement}} parts
 * @param {import('./frames.js').Frame} frame
 * @param {import('./network.js').Network} network
 * @param {import('./network.js').Chosen} chosen
 * @param {{choose: (from: number) => void, open: () => void}} does
 */
export function drawNeuron(parts, frame, network, chosen, does) {
  const { layer, unit } = chosen;
  const last = layer === frame.layers.length - 1;
  const { weight, bias, inputs, outputs, units } = frame.layers[layer];
  const before = layer ? frame.layers[layer - 1].units.map(u => u.here) : [...frame.inputs];
  const terms = before.map((value, k) => {
    const w = weight[k * outputs + unit];
    return { name: network.shortName(layer - 1, k), weight: w, input: value, value: w * value, from: k };
  });
  terms.push({ name: words.bias, weight: bias[unit], input: null, value: bias[unit], from: -1 });
  parts.title.textContent = last ? words.insideAnswer : words.inside;
  formula(parts.formula, terms, units[unit].here, last ? '' : words.bend[network.setup.activation]);
  stair(parts.stair, terms, chosen, does);
  return inputs;
}

function formula(root, terms, result, bend) {
  const pieces = terms.map(({ weight, input }, i) => {
    const sign = weight < 0 ? '− ' : i ? '+ ' : '';
    const size = el('span', { class: weight < 0 ? 'neg' : 'pos' }, number(Math.abs(weight)));
    return [el('span', { class: 'nowrap' }, sign, size, input === null ? '' : ` × ${number(input)}`), ' '];
  }).flat();
  root.classList.toggle('long', terms.length > 8);
  root.replaceChildren(bend ? `${bend}( ` : '', ...pieces, bend ? ') ' : '', el('span', { class: 'nowrap' }, '= ', el('b', {}, number(result))),
    el('span', { class: 'qq block' }, words.insideHelp));
}

function stair(root, terms, chosen, does) {
  const width = Math.max(280, Math.min(root.clientWidth || 352, 420), NARROWEST * (terms.length + 1));
  let sum = 0;
  const steps = terms.map(term => {
    const from = sum;
    sum += term.value;
    return { ...term, low: from, high: sum };
  });
  const highest = Math.max(0, ...steps.flatMap(s => [s.low, s.high]));
  const lowest = Math.min(0, ...steps.flatMap(s => [s.low, s.high]));
  const span = highest - lowest || 1;
  // a name under a bar that goes down to the ground needs room
  const deep = steps.some(s => s.value < 0 && s.high < lowest + 0.12 * span);
  const [top, bottom] = [22, deep ? 58 : 44];
  const Y = value => top + (HEIGHT - top - bottom) * (1 - (value - lowest) / span);
  const cell = width / (steps.length + 1);
  const digits = steps.length > 6 ? 1 : 2;
  const picture = svg('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'group', 'aria-label': words.stair(`${steps.map(s => signed(s.value)).join(' ')} = ${number(sum)}`) });
  const marks = svg('g');
  const bars = svg('g');
  let tread = `M0 ${Y(0)}`;
  steps.forEach((step, i) => {
    const hot = step.from === chosen.from;
    const x = i * cell;
    const gap = cell * 0.16;
    const plus = step.value >= 0;
    const y = Y(Math.max(step.low, step.high));
    const tall = Math.max(1.5, Math.abs(Y(step.low) - Y(step.high)));
    if (hot) {
      marks.append(svg('rect', { x: x + 2, y: 0, width: cell - 4, height: HEIGHT - 2, rx: 3, fill: 'var(--marker-soft)' }));
    }
    tread += `H${x + gap}V${Y(step.high)}`;
    const label = svg('text', { x: x + cell / 2, y: Math.min(plus ? y - 5 : y + tall + 14, HEIGHT - 30), 'text-anchor': 'middle', class: 'lab b ' + (plus ? 'plus' : 'minus') }, signed(step.value, digits));
    bars.append(svg('g', {
      class: 'bar', tabindex: 0, role: 'button', 'aria-label': `${step.name}: ${signed(step.value)}`, 'data-from': step.from,
      onpointerenter: () => does.choose(step.from), onfocus: () => does.choose(step.from),
      onclick: () => { does.choose(step.from); does.open(); },
      onkeydown: event => { if (event.key === 'Enter') { event.preventDefault(); does.choose(step.from); does.open(); } },
    },
    svg('rect', { x, y: 0, width: cell, height: HEIGHT, fill: 'transparent' }),
    svg('rect', { x: x + gap, y, width: cell - 2 * gap, height: tall, fill: `var(--${plus ? 'pos' : 'neg'})`, stroke: hot ? 'var(--ink)' : 'none', 'stroke-width': 2 }),
    label, svg('text', { x: x + cell / 2, y: HEIGHT - 18, 'text-anchor': 'middle', class: 'lab' + (hot ? ' i' : '') }, step.name)));
  });
  const end = width - cell * 0.4;
  picture.append(marks, svg('path', { d: `M0 ${Y(0)}H${width}`, stroke: 'var(--edge)' }), bars,
    svg('path', { d: `${tread}H${width - 4}`, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.5, 'pointer-events': 'none' }),
    hereDot(end, Y(sum), 4), svg('text', { x: end, y: Math.max(12, Y(sum) - 13), 'text-anchor': 'middle', class: 'lab i b' }, number(sum)),
    svg('text', { x: end, y: HEIGHT - 18, 'text-anchor': 'middle', class: 'lab i' }, words.sum));
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.from : null;
  root.replaceChildren(picture);
  if (focused !== null) {
    const again = picture.querySelector(`[data-from="${focused}"]`);
    again?.focus({ preventScroll: true });
  }
}

export { letters };
