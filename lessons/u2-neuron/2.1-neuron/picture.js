/**
 * One neuron as a half-plane: its answer for every pair of inputs, and for one of them the sum as a stair.
 */
const words = {
  w1: 'w₁, for warmth', w2: 'w₂, for wind', b: 'b, the bias',
  warmth: 'warmth →', wind: '↑ wind', no: '− says no', yes: 'says yes +',
  right: (right, all) => `${right} of ${all} days lie on their own side. A circle is a day with a swim, a square a day without.`,
  point: (x1, x2, y) => `A day with warmth ${x1} and wind ${x2}: the neuron answers ${y}. Arrow keys move it.`,
  terms: ['w₁·x₁', 'w₂·x₂', 'bias b'], end: 'sum', sum: 'The sum, step by step', sumName: 'The sum',
  plane: 'What the neuron answers everywhere',
  heads: ['warmth', 'wind', 'swam'], swam: 'yes', stayed: 'no',
  headsOf: ['part', 'number'],
  summary: (w1, w2, b, right, all, x1, x2, sum, y) =>
    `A neuron with weights ${w1} and ${w2} and bias ${b}. A straight line parts yes from no; ${right} of ${all} days lie on their own side. At warmth ${x1} and wind ${x2} the sum is ${sum} and the answer ${y}.`,
};
const REACH = 3;

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number, signed, clamp } = kit;
  const [w] = kit.numbers(kit.parameters.weights);
  let b = Number(kit.parameters.bias);
  const [x] = kit.numbers(kit.parameters.point);
  let everywhere = null;
  let here = null;

  const field = kit.field();
  field.over.setAttribute('role', 'group');
  field.over.setAttribute('aria-label', words.plane);
  // a day that a link or a file tells of
  kit.keep('day', () => x, ([first, second]) => move(first ?? 0, second ?? 0));
  const days = svg('g', { 'aria-hidden': 'true' });
  const tags = svg('g', { 'aria-hidden': 'true' });
  const dot = kit.movable(kit.hereDot(0, 0, 5.5), field.over, {
    drag: (right, down) => move(REACH * (2 * right - 1), REACH * (1 - 2 * down)),
    key: (right, up) => move(x[0] + right / 10, x[1] + up / 10),
  });
  dot.setAttribute('role', 'img');
  dot.setAttribute('visibility', 'hidden');
  field.over.append(days, tags, dot);
  const right = el('p', { class: 'psays' });
  const formula = el('p', { class: 'psum', 'aria-live': 'off' });
  const stair = el('div');
  const options = { min: -2, max: 2, step: 0.05 };
  root.append(
    el('div', { class: 'pside' },
      el('div', {}, field.node, right),
      el('div', {},
        kit.slider('w1', { ...options, value: w[0], label: words.w1 }, value => { w[0] = value; turn(); }),
        kit.slider('w2', { ...options, value: w[1], label: words.w2 }, value => { w[1] = value; turn(); }),
        kit.slider('b', { ...options, value: b, label: words.b }, value => { b = value; turn(); }),
        el('h3', {}, words.sum), formula, stair)));

  function move(first, second) {
    x[0] = clamp(Math.round(first * 100) / 100, -REACH, REACH);
    x[1] = clamp(Math.round(second * 100) / 100, -REACH, REACH);
    look();
  }

  function turn() {
    look();
    return paint();
  }

  async function paint() {
    const next = await kit.ask('field', { w, b });
    if (next) {
      everywhere = next;
      drawField();
    }
  }

  async function look() {
    placeDot();
    const next = await kit.ask('point', { x, w, b });
    if (next) {
      here = next;
      drawSum();
    }
  }

  function placeDot() {
    const size = field.size();
    dot.setAttribute('transform', `translate(${size * (x[0] / REACH + 1) / 2} ${size * (1 - x[1] / REACH) / 2})`);
  }

  function tag(text, px, py, end) {
    const label = svg('text', { class: 'lab i', x: end ? px - 7 : px + 7, y: py + 15, 'text-anchor': end ? 'end' : 'start' }, text);
    tags.append(label);
    const wide = label.getComputedTextLength() + 14;
    label.before(svg('rect', { class: 'ptag', x: end ? px - wide : px, y: py, width: wide, height: 22, rx: 4 }));
  }

  function drawField() {
    if (!everywhere) {
      return;
    }
    const size = field.size();
    kit.plane(field.canvas, everywhere.values, everywhere.side, { reach: 1 });
    const at = value => size * (value / REACH + 1) / 2;
    days.replaceChildren(...everywhere.days.map(day => kit.example(at(day.warmth), size - at(day.wind), day.swam)));
    // the labels stand where their side is
    const rightIsYes = everywhere.values.at(-1).at(-1) >= everywhere.values.at(-1)[0];
    tags.replaceChildren();
    tag(rightIsYes ? words.no : words.yes, 8, size - 30, false);
    tag(rightIsYes ? words.yes : words.no, size - 8, size - 30, true);
    tag(words.wind, 8, 8, false);
    tag(words.warmth, size - 8, 8, true);
    dot.setAttribute('visibility', 'visible');
    right.textContent = words.right(everywhere.right, everywhere.days.length);
    placeDot();
  }

  function drawSum() {
    if (!here) {
      return;
    }
    const part = (value, name) => kit.bind(el('b', { class: value < 0 ? 'minus' : 'plus' }, number(value)), name);
    const bound = (text, name) => kit.bind(el('b', {}, text), name);
    formula.replaceChildren(bound('tanh', 'tanh'), '( ', part(w[0], 'w1'), ` × ${number(x[0])} + `, part(w[1], 'w2'), ` × ${number(x[1])} + `, part(b, 'b'), ' ) = ',
      el('span', { class: 'nowrap' }, 'tanh( ', bound(number(here.sum), 'sum'), ' ) = ', bound(number(here.answer), 'y')));
    const width = clamp(stair.clientWidth || 300, 250, 440);
    const marks = ['w1', 'w2', 'b'];
    stair.replaceChildren(kit.drawing(width, 170, kit.stair(here.terms.map((value, i) => ({ value, label: words.terms[i], mark: marks[i] })),
      { width, height: 170, end: words.end, final: here.sum, name: words.sumName })));
    dot.setAttribute('aria-label', words.point(number(x[0]), number(x[1]), number(here.answer)));
  }

  function redraw() {
    drawField();
    drawSum();
  }

  turn();
  return {
    redraw,
    swapped: turn,
    table: () => el('div', {},
      kit.tableOf(words.headsOf, here ? [...here.terms.map((value, i) => [words.terms[i], signed(value)]), [words.end, number(here.sum)], ['tanh', number(here.answer)]] : []),
      kit.tableOf(words.heads, everywhere ? everywhere.days.map(day => [number(day.warmth), number(day.wind), day.swam ? words.swam : words.stayed]) : [])),
    summary: () => (here && everywhere ? words.summary(number(w[0]), number(w[1]), number(b), everywhere.right, everywhere.days.length, number(x[0]), number(x[1]), number(here.sum), number(here.answer)) : ''),
  };
}
