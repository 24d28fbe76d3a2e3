/**
 * A bend and its slope, one above the other, and what two layers of four neurons can draw with that bend.
 */
const words = {
  bend: 'Bend', names: { none: 'none', step: 'step', sigmoid: 'sigmoid', tanh: 'tanh', ReLU: 'ReLU', leaky: 'leaky ReLU', GELU: 'GELU' },
  x: 'x, the sum', value: 'answer', slope: 'slope', sum: 'sum',
  functionTitle: 'The bend', itsSlope: 'Its slope', layers: 'Two layers of four neurons with this bend',
  input: 'input', output: 'output', other: 'Other weights',
  here: (x, value, slope) => `At ${x} the answer is ${value} and the slope ${slope}.`,
  flat: 'Flat here: nudging changes next to nothing, so nothing is learned.',
  steep: 'It slopes here: a nudge comes through.',
  line: 'A straight line, whatever the weights are: without a bend both layers are one.',
  stairs: 'It has corners and treads. But the slope of a tread is 0.',
  curve: 'The curve can turn: that is what the bend is for.',
  heads: ['x', 'answer', 'slope', 'two layers'],
  summary: (name, x, value, slope, layers) => `The bend ${name}. At ${x} it answers ${value} and its slope is ${slope}. Two layers with it: ${layers}`,
};
const MARKS = { sigmoid: ['sigmoid', 'sigmoidSlope'], tanh: ['tanh', 'tanhSlope'], ReLU: ['relu', 'reluSlope'], leaky: ['leaky', 'leakySlope'] };
const FLAT = 0.01;

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number, clamp } = kit;
  let bend = kit.parameters.start;
  let x = 1;
  let seed = 1;
  let here = null;
  let layers = null;

  const functionChart = el('div');
  const slopeChart = el('div');
  const layerChart = el('div');
  const title = el('h3', {});
  const says = el('p', { class: 'psum' });
  const verdict = el('p', { class: 'psum' });
  const control = kit.slider('x', { min: -5, max: 5, step: 0.05, value: x, label: words.x }, value => { x = value; look(); });
  root.append(
    el('div', { class: 'prow' }, kit.choice(words.bend, kit.parameters.bends.split(', ').map(value => ({ value, label: words.names[value] })), bend, value => { bend = value; update(); })),
    el('div', { class: 'pside' },
      el('div', {}, title, functionChart, el('h3', {}, words.itsSlope), slopeChart, control, says),
      el('div', {}, el('h3', {}, words.layers), layerChart, verdict, kit.button(words.other, () => { seed = seed % 9 + 1; draws(); }))));
  // a formula that is pointed at is shown, whatever has been chosen
  let peek = null;
  kit.onMark(term => {
    const [named] = Object.entries(MARKS).find(([, terms]) => terms.includes(term)) ?? [null];
    functionChart.classList.toggle('marked', MARKS[named]?.[0] === term);
    slopeChart.classList.toggle('marked', MARKS[named]?.[1] === term);
    if (named !== peek) {
      peek = named;
      look();
    }
  });
  const present = () => peek ?? bend;

  kit.keep('seed', () => seed, next => {
    seed = clamp(Math.round(next), 1, 9);
    draws();
  });

  function update() {
    look();
    return draws();
  }

  async function look() {
    const next = await kit.ask('bend', { bend: present(), x });
    if (next) {
      here = next;
      draw();
    }
  }

  async function draws() {
    const next = await kit.ask('layers', { bend, seed });
    if (next) {
      layers = next;
      drawLayers();
    }
  }

  const width = box => clamp(box.clientWidth || 300, 250, 440);
  const curve = (made, ys) => svg('path', { class: 'pcurve', d: kit.path(here.xs.map((at, i) => [made.X(at), made.Y(ys[i])])) });

  function draw() {
    if (!here) {
      return;
    }
    title.textContent = `${words.functionTitle}: ${words.names[present()]}`;
    const high = Math.max(...here.values);
    const y = high > 1.5 || present() === 'none' ? [-2, 5] : [-1.25, 1.25];
    const top = kit.chart({ width: width(functionChart), height: 200, x: [-5, 5], y, xTicks: [-4, -2, 0, 2, 4], yTicks: y[1] > 2 ? [-2, 0, 2, 4] : [-1, 0, 1], yLabel: words.value, xLabel: words.sum, name: words.functionTitle });
    // a piece of the line that has this slope
    const along = 1.1 / Math.hypot(1, here.slope * (top.Y(0) - top.Y(1)) / (top.X(1) - top.X(0)));
    top.inside.append(curve(top, here.values),
      svg('path', { d: kit.path([-along, along].map(by => [top.X(x + by), top.Y(here.value + by * here.slope)])), stroke: 'var(--cat-1)', 'stroke-width': 3, fill: 'none' }));
    top.node.append(movable(kit.hereDot(top.X(x), top.Y(here.value)), top, here.value));
    keep(functionChart, top.node);
    const bottom = kit.chart({ width: width(slopeChart), height: 140, x: [-5, 5], y: [-0.2, 1.3], xTicks: [-4, -2, 0, 2, 4], yTicks: [0, 0.5, 1], yLabel: words.slope, xLabel: words.sum, name: words.itsSlope });
    bottom.inside.append(svg('path', { d: `M${bottom.X(x)} ${bottom.Y(0)}V${bottom.Y(here.slope)}`, stroke: 'var(--cat-1)', 'stroke-width': 3 }), curve(bottom, here.slopes));
    bottom.node.append(kit.hereDot(bottom.X(x), bottom.Y(here.slope)));
    slopeChart.replaceChildren(bottom.node);
    says.replaceChildren(el('b', {}, words.here(number(x), number(here.value), number(here.slope, 3))), ' ', Math.abs(here.slope) < FLAT ? words.flat : words.steep);
  }

  function movable(dot, made, value) {
    const [cx, cy] = ['cx', 'cy'].map(name => dot.firstChild.getAttribute(name));
    // room for a finger
    dot.prepend(svg('circle', { cx, cy, r: 13, fill: 'transparent' }));
    const share = at => ((at * made.node.viewBox.baseVal.width - made.left) / (made.right - made.left)) * 10 - 5;
    kit.movable(dot, made.node, { drag: right => go(share(right)), key: right => go(x + right / 10) });
    for (const [name, text] of Object.entries({ role: 'slider', 'aria-label': words.x, 'aria-valuemin': -5, 'aria-valuemax': 5, 'aria-valuenow': x, 'aria-valuetext': words.here(number(x), number(value), number(here.slope, 3)) })) {
      dot.setAttribute(name, text);
    }
    return dot;
  }

  function go(to) {
    x = clamp(Math.round(to * 100) / 100, -5, 5);
    control.set(x);
    look();
  }

  /** Draws anew and leaves the keys where they were. */
  function keep(box, node) {
    const had = box.contains(document.activeElement);
    box.replaceChildren(node);
    if (had) {
      box.querySelector('.pmove')?.focus();
    }
  }

  function drawLayers() {
    if (!layers) {
      return;
    }
    const [low, high] = [Math.min(...layers.values), Math.max(...layers.values)];
    const pad = (high - low) * 0.08 || 1;
    const made = kit.chart({ width: width(layerChart), height: 240, x: [-5, 5], y: [low - pad, high + pad], xTicks: [-4, -2, 0, 2, 4], yTicks: ticks(low, high), xLabel: words.input, yLabel: words.output, name: words.layers });
    made.inside.append(svg('path', { class: 'pcurve', d: kit.path(layers.xs.map((at, i) => [made.X(at), made.Y(layers.values[i])])) }));
    layerChart.replaceChildren(made.node);
    verdict.textContent = !layers.bends ? words.line : bend === 'step' ? words.stairs : words.curve;
    verdict.classList.toggle('marked', !layers.bends);
  }

  function ticks(low, high) {
    const step = 10 ** Math.floor(Math.log10(high - low || 1));
    const by = (high - low) / step < 3 ? step / 2 : (high - low) / step > 6 ? step * 2 : step;
    return Array.from({ length: 12 }, (_, i) => +((Math.ceil(low / by) + i) * by).toPrecision(6)).filter(at => at <= high);
  }

  function redraw() {
    draw();
    drawLayers();
  }

  update();
  return {
    redraw,
    swapped: update,
    table: () => kit.tableOf(words.heads, here && layers ? here.xs.map((at, i) => [number(at, 1), number(here.values[i]), number(here.slopes[i], 3), number(layers.values[i])]).filter((_, i) => i % 10 === 0) : []),
    summary: () => (here ? words.summary(words.names[bend], number(x), number(here.value), number(here.slope, 3), verdict.textContent) : ''),
  };
}
