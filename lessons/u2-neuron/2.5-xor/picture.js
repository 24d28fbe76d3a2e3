/**
 * XOR before one neuron, and before two hidden ones whose half-planes a third combines.
 */
const words = {
  network: 'Network', kinds: { one: 'one neuron', hand: 'two hidden, by hand', trained: 'two hidden, trained' },
  again: 'Another start', startNumber: (at, all) => `start ${at} of ${all}`,
  titles: { first: 'First hidden neuron', second: 'Second hidden neuron', last: 'Answer' },
  oneTitle: 'One neuron: its best line',
  on: '+ on', off: '− off',
  right: (right, all) => `${right} of ${all} points are on their own side.`,
  fails: 'No line does better: with one cloud cut off, another stays wrong.',
  works: 'Two lines are enough.', stuck: 'Stuck in a local minimum: from this start every small step leads up. Try another start.',
  legend: 'A circle is on, a square is off.',
  plane: (title, weights) => `${title}: weights ${weights[0]} and ${weights[1]}, bias ${weights[2]}`,
  weights: weights => `weights ${weights[0]}, ${weights[1]}; bias ${weights[2]}`,
  heads: ['first switch', 'second switch', 'light', 'answer'], headsOf: ['neuron', 'weight', 'weight', 'bias'],
  down: 'down', up: 'up',
  summary: (kind, right, says) => `Four clouds of points at the corners of a square, before ${kind}. ${right} ${says}`,
};
const REACH = 2;
const CORNERS = [[-1, -1], [-1, 1], [1, -1], [1, 1]];
const MARKS = { first: 'h1', second: 'h2', last: 'out' };

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number } = kit;
  const all = Number(kit.parameters.starts);
  let kind = 'one';
  let start = 1;
  let answer = null;

  const again = kit.button(words.again, () => { start = start % all + 1; update(); });
  const which = el('span', { class: 'psays' });
  const starting = el('div', {}, again, ' ', which);
  const verdict = el('p', { class: 'psum' });
  const board = el('div');
  root.append(
    el('div', { class: 'prow' }, kit.choice(words.network, Object.entries(words.kinds).map(([value, label]) => ({ value, label })), kind, value => { kind = value; update(); }),
      starting),
    board, verdict, el('p', { class: 'psays' }, words.legend));

  kit.keep('start', () => start, next => {
    start = kit.clamp(Math.round(next), 1, all);
    update();
  });

  async function update() {
    starting.hidden = kind !== 'trained';
    which.textContent = words.startNumber(start, all);
    const next = await kit.ask('planes', { kind, start });
    if (next) {
      answer = next;
      build();
    }
  }

  let shown = [];
  function build() {
    shown = answer.planes.map(plane => ({ plane, field: kit.field() }));
    const isOne = shown.length === 1;
    const frames = shown.map(({ plane, field }) => kit.bind(el('div', { class: 'pframe' },
      el('h3', {}, isOne ? words.oneTitle : words.titles[plane.name]), field.node, el('p', { class: 'psays' }, words.weights(plane.weights.map(at => number(at, 1))))), MARKS[plane.name]));
    board.replaceChildren(el('div', { class: isOne ? 'pplanes one' : 'pplanes' }, ...frames));
    draw();
  }

  function draw() {
    if (!answer) {
      return;
    }
    const isOne = shown.length === 1;
    for (const { plane, field } of shown) {
      const size = field.size();
      kit.plane(field.canvas, plane.values, answer.side, { reach: 1 });
      const at = value => size * (value / REACH + 1) / 2;
      field.over.setAttribute('role', 'img');
      field.over.setAttribute('aria-label', words.plane(isOne ? words.oneTitle : words.titles[plane.name], plane.weights.map(w => number(w, 1))));
      field.over.replaceChildren(...answer.points.map(point => kit.example(at(point.x), size - at(point.y), point.on)),
        ...(plane.name === 'last' ? corners(size) : []));
    }
    verdict.replaceChildren(el('b', {}, words.right(answer.right, answer.points.length)), ' ', says());
  }

  /** What the light should be, written at the corners. */
  function corners(size) {
    return CORNERS.flatMap(([x, y]) => {
      const text = x === y ? words.off : words.on;
      const [px, py] = [x < 0 ? 8 : size - 50, y > 0 ? 8 : size - 30];
      return [svg('rect', { class: 'ptag', x: px, y: py, width: 42, height: 22, rx: 4 }), svg('text', { class: 'lab i', x: px + 21, y: py + 15, 'text-anchor': 'middle' }, text)];
    });
  }

  const isGood = () => answer.right > 0.9 * answer.points.length;
  function says() {
    if (shown.length === 1) {
      return words.fails;
    }
    return isGood() ? words.works : words.stuck;
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => el('div', {},
      kit.tableOf(words.heads, answer ? CORNERS.map(([x, y], i) => [x > 0 ? words.up : words.down, y > 0 ? words.up : words.down, x === y ? words.off : words.on, number(answer.corners[i])]) : []),
      kit.tableOf(words.headsOf, answer ? answer.planes.map(plane => [shown.length === 1 ? words.kinds.one : words.titles[plane.name], ...plane.weights.map(w => number(w))]) : [])),
    summary: () => (answer ? words.summary(words.kinds[kind], words.right(answer.right, answer.points.length), says()) : ''),
  };
}
