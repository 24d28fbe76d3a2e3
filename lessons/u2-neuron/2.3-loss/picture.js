/**
 * Squared error and cross-entropy by the probability that was given to what happened. One point moves on
 * both curves; its logits are beside it.
 */
const words = {
  happened: 'What happened', logit: name => `logit of ${name}`,
  probability: 'probability given to what happened', loss: 'loss',
  cross: 'cross-entropy', square: 'squared error', wrong: '← wrong and sure', right: 'right and sure →',
  title: 'How wrong it is', logits: 'Logits, and what softmax makes of them',
  point: (p, cross, square) => `Given ${p} to what happened: cross-entropy ${cross}, squared error ${square}. Arrow keys move it.`,
  says: (name, p, cross, square) => [`It was ${name}, and the model had given it ${p}. `, `Cross-entropy ${cross}, squared error ${square}.`],
  heads: ['class', 'logit', 'probability'], headsOf: ['probability', 'cross-entropy', 'squared error'],
  summary: (name, p, cross, square) => `Of three classes ${name} happened, to which the model had given the probability ${p}. Cross-entropy is ${cross} and grows without end towards 0; squared error is ${square} and never more than 1.`,
};
const HIGH = 5;
const REACH = 10;
const BAR = 170;

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number, clamp } = kit;
  const names = kit.parameters.classes.split(', ');
  const [logits] = kit.numbers(kit.parameters.logits);
  let right = Math.max(0, names.indexOf(kit.parameters.right));
  let curves = null;
  let here = null;
  let made = null;

  const chart = el('div');
  const says = el('p', { class: 'psum' });
  const dots = { cross: kit.hereDot(0, 0), square: kit.hereDot(0, 0) };
  const beyond = svg('text', { class: 'lab i b', x: 12, y: 4 });
  const handle = svg('g', { role: 'slider', 'aria-label': words.probability, 'aria-valuemin': 0, 'aria-valuemax': 1 }, svg('circle', { r: 13, fill: 'transparent' }), dots.cross, beyond);
  const bars = names.map(() => svg('rect', { y: 0, height: 14, rx: 2 }));
  const shares = names.map(() => el('b', {}));
  const sliders = names.map((name, i) => kit.slider(i === right ? 'right' : `logit${i}`, { min: -REACH, max: REACH, step: 0.1, value: logits[i], label: words.logit(name) }, value => { logits[i] = value; look(); }));
  root.append(el('div', { class: 'pside' },
    el('div', {}, el('h3', {}, words.title), chart, says),
    el('div', {}, el('h3', {}, words.logits),
      ...names.map((_, i) => el('div', {}, sliders[i], el('p', { class: 'psays pbar' }, svg('svg', { class: 'drawing', width: BAR, height: 14, viewBox: `0 0 ${BAR} 14`, 'aria-hidden': 'true' }, svg('rect', { width: BAR, height: 14, rx: 2, fill: 'var(--sunk)' }), bars[i]), shares[i]))),
      kit.choice(words.happened, names, names[right], name => { right = names.indexOf(name); look(); }))));
  let movable = false;
  const terms = { cross: svg('g', {}), square: svg('g', {}) };
  kit.bind(terms.cross, 'cross');
  kit.bind(terms.square, 'square');
  kit.bind(says, 'p');

  async function update() {
    look();
    const next = await kit.ask('curves', {});
    if (next) {
      curves = next;
      draw();
    }
  }

  async function look() {
    const next = await kit.ask('losses', { logits, right });
    if (next) {
      here = next;
      place();
    }
  }

  /** Moves the point by its probability; the right logit follows. */
  async function move(p) {
    const next = await kit.ask('logit', { logits, right, probability: clamp(p, 0.0005, 0.9995) });
    if (next !== undefined) {
      logits[right] = clamp(Math.round(next * 100) / 100, -REACH, REACH);
      sliders[right].set(logits[right]);
      look();
    }
  }

  const share = p => p.toFixed(p < 0.01 || p > 0.99 ? 4 : 2);

  function draw() {
    if (!curves) {
      return;
    }
    const width = clamp(chart.clientWidth || 300, 250, 480);
    made = kit.chart({ width, height: 300, x: [0, 1], y: [0, HIGH], xTicks: [0, 0.5, 1], yTicks: [0, 1, 2, 3, 4, 5], xLabel: words.probability, yLabel: words.loss, name: words.title });
    const line = (name, two) => {
      terms[name].replaceChildren(svg('path', { class: two ? 'pcurve two' : 'pcurve', d: kit.path(curves.probabilities.map((p, i) => [made.X(p), made.Y(curves[name][i])])) }));
      return terms[name];
    };
    made.inside.append(line('square', true), line('cross', false));
    // the labels stand on their curves
    const label = (text, x, y, end) => svg('text', { class: 'lab i', x: made.X(x), y: made.Y(y), 'text-anchor': end }, text);
    made.node.append(label(words.cross, 0.17, 2.3, 'start'), label(words.square, 0.03, 0.12, 'start'),
      svg('text', { class: 'lab', x: made.X(0.1), y: made.Y(4.45) }, words.wrong), svg('text', { class: 'lab', x: made.X(0.99), y: made.Y(0.85), 'text-anchor': 'end' }, words.right),
      dots.square, handle);
    if (!movable) {
      movable = true;
      kit.movable(handle, chart, {
        drag: at => move((at * chart.clientWidth - made.left) / (made.right - made.left)),
        key: by => move(here.probabilities[right] + by * (here.probabilities[right] < 0.05 || here.probabilities[right] > 0.95 ? 0.005 : 0.02)),
      });
    }
    chart.replaceChildren(made.node);
    place();
  }

  function place() {
    if (!here) {
      return;
    }
    const p = here.probabilities[right];
    const told = [names[right], share(p), number(here.cross), number(here.square)];
    here.probabilities.forEach((value, i) => {
      bars[i].setAttribute('width', String(BAR * value));
      bars[i].setAttribute('fill', i === right ? 'var(--ink)' : 'var(--edge)');
      shares[i].textContent = share(value);
    });
    const [first, second] = words.says(...told);
    says.replaceChildren(first, el('b', {}, second));
    if (made) {
      handle.setAttribute('transform', `translate(${made.X(p)} ${Math.max(made.top - 4, made.Y(here.cross))})`);
      beyond.textContent = here.cross > HIGH ? `↑ ${number(here.cross)}` : '';
      dots.square.setAttribute('transform', `translate(${made.X(p)} ${made.Y(here.square)})`);
      handle.setAttribute('aria-valuenow', share(p));
      handle.setAttribute('aria-valuetext', words.point(...told.slice(1)));
    }
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => el('div', {},
      kit.tableOf(words.heads, here ? names.map((name, i) => [name, number(logits[i], 1), share(here.probabilities[i])]) : []),
      kit.tableOf(words.headsOf, curves ? curves.probabilities.map((p, i) => [share(p), number(curves.cross[i]), number(curves.square[i])]).filter((_, i) => i % 16 === 0) : [])),
    summary: () => (here ? words.summary(names[right], share(here.probabilities[right]), number(here.cross), number(here.square)) : ''),
  };
}
