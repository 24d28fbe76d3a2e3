/**
 * A line through points. At every point stands a square whose side is the distance to the line; the loss is
 * the mean of their areas, and is drawn as one more square. The machine turns the same two knobs.
 */
const words = {
  points: 'degrees', scoops: 'scoops',
  end: (side, value) => `${side} end of the line, at ${value} scoops`, left: 'Left', right: 'Right',
  w: 'w, scoops per degree', b: 'b, scoops at 0°',
  learn: 'Learn', again: 'Back to the start',
  loss: 'loss', mean: 'the mean of the squares',
  turns: (turn, all) => `turn ${turn} of ${all}`,
  found: loss => `No turn of a knob makes it smaller now. What is left, ${loss}, is not the line's fault: the points do not lie on one.`,
  good: 'Drag an end of the line, or press Learn.',
  heads: ['degrees', 'scoops', 'the line says', 'off by', 'square'],
  summary: (w, b, loss) => `A line through points: ${w} times x plus ${b}. Its loss, the mean of the squares, is ${loss}.`,
};
const RANGE = { x: [5, 35], y: [0, 75] };
const MILLISECONDS_PER_TURN = 60;

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number, signed, clamp } = kit;
  const points = kit.numbers(kit.parameters.points);
  const [xs, ys] = [points.map(point => point[0]), points.map(point => point[1])];
  const [[startW, startB]] = kit.numbers(kit.parameters.start);
  let [w, b] = [startW, startB];
  let answer = null;
  let timer = 0;

  const chart = el('div', { class: 'pmain' });
  const says = el('p', { class: 'psays' }, words.good);
  const sliders = {
    w: kit.slider('w', { min: -6, max: 8, step: 0.05, value: w, label: words.w }, value => turn({ w: value })),
    b: kit.slider('b', { min: -120, max: 200, step: 0.5, value: b, label: words.b }, value => turn({ b: value })),
  };
  const main = kit.button(words.learn, learn);
  main.classList.add('main');
  root.append(chart, says, el('div', { class: 'prow' }, main,  kit.button(words.again, () => turn({ w: startW, b: startB }))),
    el('div', { class: 'prow' }, sliders.w, sliders.b));

  /** Takes knobs that were turned by hand. */
  function turn(knobs) {
    clearTimeout(timer);
    ({ w, b } = { w, b, ...knobs });
    says.textContent = words.good;
    update();
  }

  async function update() {
    sliders.w.set(+w.toFixed(3));
    sliders.b.set(+b.toFixed(2));
    const next = await kit.ask('at', { xs, ys, w, b });
    if (next) {
      answer = next;
      draw();
    }
  }

  async function learn() {
    clearTimeout(timer);
    const way = await kit.ask('learn', { xs, ys, w, b });
    if (!way) {
      return;
    }
    const last = way.w.length - 1;
    const show = at => {
      [w, b] = [way.w[at], way.b[at]];
      says.textContent = at === last ? words.found(number(way.loss[at], 1)) : words.turns(at, last);
      update();
      if (at < last) {
        // with less motion: a few steps that can be looked at
        const by = kit.reducedMotion ? 12 : 1;
        timer = setTimeout(() => show(Math.min(last, at + by)), kit.reducedMotion ? 600 : MILLISECONDS_PER_TURN);
      } else {
        kit.announce(says.textContent);
      }
    };
    show(0);
  }

  function draw() {
    if (!answer) {
      return;
    }
    const focused = root.contains(document.activeElement) ? document.activeElement.dataset?.end : undefined;
    const wide = root.clientWidth >= 560;
    const width = clamp(root.clientWidth - (wide ? 200 : 0), 270, 620);
    const height = wide ? 370 : 300;
    const [left, bottom, top] = [34, 34, 10];
    const X = x => left + (width - left - 12) * (x - RANGE.x[0]) / (RANGE.x[1] - RANGE.x[0]);
    const unit = (height - bottom - top) / (RANGE.y[1] - RANGE.y[0]);
    const Y = y => height - bottom - unit * (y - RANGE.y[0]);
    const at = x => w * x + b;
    const drawing = kit.drawing(width, height, axes(X, Y, width, height));
    const inside = svg('g', { 'clip-path': 'url(#line-fit)' });
    drawing.append(svg('clipPath', { id: 'line-fit' }, svg('rect', { x: left, y: 0, width: width - left, height: height - bottom })), inside);
    answer.squares.forEach((_, i) => inside.append(square(X(xs[i]), Y(ys[i]), Y(answer.predicted[i]), answer.off[i], X(RANGE.x[1]))));
    inside.append(svg('path', { d: kit.path(RANGE.x.map(x => [X(x), Y(at(x))])), stroke: 'var(--ink)', 'stroke-width': 2.5 }));
    points.forEach((_, i) => inside.append(svg('circle', { cx: X(xs[i]), cy: Y(ys[i]), r: 4.5, fill: 'var(--ink)', stroke: 'var(--ground)', 'stroke-width': 1.5 })));
    drawing.append(end(words.left, RANGE.x[0] + 1.2, X, Y, unit), end(words.right, RANGE.x[1] - 1.2, X, Y, unit));
    chart.replaceChildren(el('div', { class: 'pbeside' }, drawing, lossSquare(unit, wide)));
    if (focused) {
      chart.querySelector(`[data-end="${focused}"]`).focus();
    }
  }

  function axes(X, Y, width, height) {
    const group = svg('g', { class: 'axis', 'aria-hidden': 'true' });
    for (const y of [0, 20, 40, 60]) {
      group.append(svg('path', { d: `M${X(RANGE.x[0])} ${Y(y)}H${width - 8}`, stroke: y ? 'var(--line)' : 'var(--edge)' }), svg('text', { x: X(RANGE.x[0]) - 7, y: Y(y) + 4, 'text-anchor': 'end' }, y));
    }
    for (const x of [10, 20, 30]) {
      group.append(svg('text', { x: X(x), y: height - 16, 'text-anchor': 'middle' }, x));
    }
    group.append(svg('text', { x: width - 8, y: height - 2, 'text-anchor': 'end' }, words.points), svg('text', { x: X(RANGE.x[0]) + 4, y: 14 }, words.scoops));
    return group;
  }

  /** The distance is its side, so its area is what the loss counts; to the left where the right edge is near. */
  function square(x, y, lineY, off, edge) {
    const side = Math.abs(y - lineY);
    const plus = off >= 0;
    const from = x + side > edge ? x - side : x;
    const group = svg('g', {}, svg('rect', { x: from, y: Math.min(y, lineY), width: side, height: side, class: plus ? 'psquare plus' : 'psquare minus' }));
    if (side > 26) {
      group.append(svg('text', { class: `lab b ${plus ? 'plus' : 'minus'}`, x: from + side / 2, y: (y + lineY) / 2 + 5, 'text-anchor': 'middle' }, signed(off, 1)));
    }
    return group;
  }

  /** One of the two ends by which the line is held. */
  function end(side, x, X, Y, unit) {
    const y = clamp(w * x + b, RANGE.y[0] + 1, RANGE.y[1] - 1);
    const handle = svg('g', { class: 'phandle', tabindex: 0, role: 'slider', 'data-end': side, 'aria-orientation': 'vertical', 'aria-valuemin': RANGE.y[0], 'aria-valuemax': RANGE.y[1],
      'aria-valuenow': (w * x + b).toFixed(1), 'aria-label': words.end(side, number(w * x + b, 1)) },
      svg('circle', { cx: X(x), cy: Y(y), r: 16, fill: 'transparent' }), kit.hereDot(X(x), Y(y), 5));
    const other = side === words.left ? RANGE.x[1] - 1.2 : RANGE.x[0] + 1.2;
    const otherY = w * other + b;
    const move = to => {
      const next = (clamp(to, RANGE.y[0], RANGE.y[1]) - otherY) / (x - other);
      turn({ w: next, b: otherY - next * other });
    };
    handle.addEventListener('keydown', event => {
      const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
      if (by) {
        event.preventDefault();
        move(w * x + b + by);
      }
    });
    handle.addEventListener('pointerdown', event => {
      event.preventDefault();
      const drag = moved => {
        const box = chart.querySelector('svg').getBoundingClientRect();
        const scale = chart.querySelector('svg').viewBox.baseVal.height / box.height;
        move((Y(0) - (moved.clientY - box.top) * scale) / unit);
      };
      const stop = () => removeEventListener('pointermove', drag);
      addEventListener('pointermove', drag);
      addEventListener('pointerup', stop, { once: true });
      addEventListener('pointercancel', stop, { once: true });
      handle.focus();
    });
    return handle;
  }

  /** The loss as a square of the same scale as the others. */
  function lossSquare(unit, wide) {
    const side = Math.min(168, Math.sqrt(answer.loss) * unit);
    return el('div', { class: wide ? 'ploss' : 'ploss beside' }, kit.drawing(wide ? 170 : 90, wide ? 180 : Math.max(24, Math.min(90, side) + 4),
      svg('rect', { x: 1, y: wide ? 178 - side : 2, width: Math.max(2, Math.min(side, wide ? 168 : 88)), height: Math.max(2, wide ? side : Math.min(side, 88)), class: 'pmean' })),
      el('p', {}, el('span', { class: 'q' }, words.loss), ' ', el('b', { class: 'pbig' }, number(answer.loss, 1)), el('br'), el('span', { class: 'qq' }, words.mean)));
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, answer ? xs.map((x, i) => [x, ys[i], number(answer.predicted[i], 1), signed(answer.off[i], 1), number(answer.squares[i], 1)]) : []),
    summary: () => words.summary(number(w), number(b), answer ? number(answer.loss, 1) : ''),
  };
}
