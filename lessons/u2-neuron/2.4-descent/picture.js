/**
 * The loss of a line seen from above, and a walk downhill: every dot is one step. Below, the loss after each.
 */
const words = {
  rate: 'learning rate', steps: 'steps', walk: 'Walk', one: 'One step', back: 'Back to the start',
  map: 'The loss, seen from above', w: 'w', b: 'b', curve: 'The loss after each step', loss: 'loss', step: 'step',
  bottom: 'lowest place', start: 'start',
  crawls: (steps, loss) => `Crawls: after ${steps} steps the loss is still ${loss}.`,
  arrives: (steps, loss) => `Arrives: after ${steps} steps the loss is ${loss}, as low as it gets here.`,
  jumps: (steps, loss) => `Jumps from side to side of the valley; after ${steps} steps the loss is ${loss}.`,
  diverges: (steps, loss) => `Diverges: each step lands higher on the other side. After ${steps} steps the loss is ${loss}.`,
  onTheWay: (steps, loss) => `On its way: after ${steps} steps the loss is ${loss}.`,
  off: 'It has left the map.',
  last: step => `Step ${step} in numbers`,
  heads: ['step', 'w', 'b', 'loss'],
  summary: (rate, says, least) => `A walk downhill with a learning rate of ${rate}. ${says} The lowest loss possible is ${least}.`,
};
const MAP = { w: [-3.2, 5.6], b: [-3.6, 4.6] };
const MOST = 40;
const MILLISECONDS_PER_STEP = 90;

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number, clamp } = kit;
  const [start] = kit.numbers(kit.parameters.start);
  let rate = Number(kit.parameters.rate);
  let steps = Math.min(MOST, Number(kit.parameters.steps));
  let bowl = null;
  let walk = null;
  let timer = 0;

  const map = el('div');
  const curve = el('div');
  const says = el('p', { class: 'psum' });
  const sums = el('div');
  const rateSlider = kit.slider('rate', { min: 0.005, max: 1.1, step: 0.005, value: rate, label: words.rate }, value => { rate = value; stop(); update(); });
  const stepSlider = kit.slider('step', { min: 0, max: MOST, step: 1, value: steps, label: words.steps }, value => { steps = Math.round(value); stop(); draw(); });
  const go = kit.button(words.walk, play);
  go.classList.add('main');
  root.append(el('div', { class: 'pside' },
    el('div', {}, el('h3', {}, words.map), map),
    el('div', {}, rateSlider, stepSlider,
      el('div', { class: 'prow' }, go, kit.button(words.one, () => { stop(); show(Math.min(MOST, steps + 1)); }), kit.button(words.back, () => { stop(); show(0); })),
      says, sums, el('h3', {}, words.curve), curve)));

  function stop() {
    clearTimeout(timer);
  }

  function show(at) {
    steps = at;
    stepSlider.set(steps);
    draw();
  }

  function play() {
    stop();
    const by = kit.reducedMotion ? 8 : 1;
    const next = at => {
      show(at);
      if (at < MOST && root.isConnected) {
        timer = setTimeout(() => next(Math.min(MOST, at + by)), kit.reducedMotion ? 700 : MILLISECONDS_PER_STEP);
      } else {
        kit.announce(says.textContent);
      }
    };
    next(0);
  }

  async function update() {
    const [land, way] = await Promise.all([bowl ?? kit.ask('bowl', {}), kit.ask('walk', { start, rate, steps: MOST })]);
    bowl = land ?? bowl;
    if (way) {
      walk = way;
      draw();
    }
  }

  function verdict() {
    const last = Math.min(steps, walk.places.length - 1);
    const loss = walk.losses[last];
    const told = [last, loss > 1e5 ? number(loss, 2) : number(loss, loss < 10 ? 3 : 1)];
    if (last > 0 && loss > walk.losses[0]) {
      return words.diverges(...told);
    }
    if (loss < bowl.least * 1.02) {
      return words.arrives(...told);
    }
    if (rate > bowl.breaks / 2 && last > 0) {
      return words.jumps(...told);
    }
    return steps === MOST ? words.crawls(...told) : words.onTheWay(...told);
  }

  function draw() {
    if (!bowl || !walk) {
      return;
    }
    const width = clamp(map.clientWidth || 300, 250, 460);
    const made = kit.chart({ width, height: Math.round(width * 0.86), x: MAP.w, y: MAP.b, xTicks: [-2, 0, 2, 4], yTicks: [-2, 0, 2, 4], xLabel: words.w, yLabel: words.b, name: words.map });
    for (const ring of bowl.rings.toReversed()) {
      made.inside.append(svg('path', { class: 'pring', d: `${kit.path(ring.points.map(([w, b]) => [made.X(w), made.Y(b)]))}Z` }));
    }
    const [cw, cb] = bowl.centre.map((at, i) => (i ? made.Y(at) : made.X(at)));
    made.inside.append(svg('path', { d: `M${cw - 6} ${cb - 6}l12 12m0 -12l-12 12`, stroke: 'var(--ink)', 'stroke-width': 2.5 }));
    const way = walk.places.slice(0, steps + 1).map(([w, b]) => [clamp(made.X(w), -9999, 9999), clamp(made.Y(b), -9999, 9999)]);
    made.inside.append(svg('path', { d: kit.path(way), fill: 'none', stroke: 'var(--cat-1)', 'stroke-width': 2 }),
      ...way.slice(0, -1).map(([x, y]) => svg('circle', { cx: x, cy: y, r: 3, fill: 'var(--cat-1)' })));
    const [x, y] = way.at(-1);
    const isOff = x < made.left || x > made.right || y < made.top || y > made.bottom;
    if (!isOff) {
      made.node.append(kit.hereDot(x, y, 4));
    }
    const [sx, sy] = way[0];
    made.node.append(svg('text', { class: 'lab i phalo', x: sx + 9, y: sy - 8 }, words.start), svg('text', { class: 'lab i phalo', x: cw + 10, y: cb + 18 }, words.bottom));
    map.replaceChildren(made.node);
    says.textContent = `${verdict()}${isOff ? ` ${words.off}` : ''}`;
    writeStep();
    drawCurve();
  }

  /** The step that led here, as the formula of the lesson. */
  function writeStep() {
    const last = Math.min(steps, walk.places.length - 1);
    const bracketed = value => (value < 0 && number(value).startsWith('−') ? `(${number(value)})` : number(value));
    const term = (name, ...text) => kit.bind(el('span', {}, ...text), name);
    sums.replaceChildren(...(last === 0 ? [] : [el('h3', {}, words.last(last)), ...['slopeW', 'slopeB'].map((slope, i) => el('p', { class: 'psays' },
      `${i ? words.b : words.w}: `, term('old', number(walk.places[last - 1][i])), ' − ', term('rate', String(rate)), ' × ', term('slope', term(slope, bracketed(walk.slopes[last - 1][i]))), ' = ',
      el('b', {}, term('new', number(walk.places[last][i])))))]));
  }

  function drawCurve() {
    const width = clamp(curve.clientWidth || 300, 250, 460);
    const high = Math.ceil(walk.losses[0] / 5) * 5;
    const made = kit.chart({ width, height: 170, x: [0, MOST], y: [0, high], xTicks: [0, 10, 20, 30, 40], yTicks: [0, high / 2, high], xLabel: words.step, yLabel: words.loss, name: words.curve });
    const line = walk.losses.slice(0, steps + 1).map((loss, i) => [made.X(i), made.Y(Math.min(loss, high * 3))]);
    made.inside.append(svg('path', { d: `M${made.left} ${made.Y(bowl.least)}H${made.right}`, stroke: 'var(--good-edge)', 'stroke-width': 1.5, 'stroke-dasharray': '5 4' }), svg('path', { class: 'pcurve', d: kit.path(line) }));
    made.node.append(svg('text', { class: 'lab phalo', x: made.right - 16, y: made.Y(bowl.least) - 7, 'text-anchor': 'end' }, `${words.bottom}: ${number(bowl.least)}`));
    const [x, y] = line.at(-1);
    if (y >= made.top) {
      made.node.append(kit.hereDot(x, y, 3.5));
    }
    curve.replaceChildren(made.node);
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, walk ? walk.places.slice(0, steps + 1).map(([w, b], i) => [i, number(w), number(b), number(walk.losses[i])]) : []),
    summary: () => (walk && bowl ? words.summary(rate, says.textContent, number(bowl.least)) : ''),
  };
}
