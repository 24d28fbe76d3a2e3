/**
 * A box of numbers, pulled apart: axes with their names, the place of each number, and the one long row of
 * memory below. Summed along an axis, the cubes fall together along it and that axis is gone.
 */
const words = {
  shape: 'Shape', sum: 'Sum along', none: 'nothing', axis: axis => `axis ${axis}`,
  at: (value, index) => `${value} stands at [${index}]`, memory: 'In memory',
  place: (sum, place) => `${sum} = place ${place}`, alone: place => `place ${place}`,
  label: (value, index, place) => `${value} at [${index}], place ${place} in memory`,
  gone: (shape, axis, left) => `[${shape}] summed along axis ${axis} is [${left}]: axis ${axis} is gone.`,
  sumLabel: (value, parts) => `the sum ${parts} = ${value}`,
  box: 'A box of numbers. Arrow keys walk it.',
  heads: ['place in memory', 'index', 'number'],
  summary: (shape, text) => `A box of the shape [${shape}]. ${text}`,
};

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, clamp } = kit;
  const own = kit.numbers(kit.parameters.shape)[0];
  const given = kit.numbers(kit.parameters.values)[0];
  let shape = own;
  let axis = -1;
  let here = given.length - 1;
  let answer = null;

  const board = el('div', { class: 'pbox' });
  const says = el('p', { class: 'psays big', 'aria-live': 'polite' });
  const memory = el('div');
  const sums = el('div');
  const shapes = [[own[1]], own, [4, ...own]];
  const name = sizes => `[${sizes.join(', ')}]`;
  root.append(el('div', { class: 'prow' },
    kit.choice(words.shape, shapes.map((sizes, i) => ({ value: String(i), label: name(sizes) })), '1', value => { shape = shapes[value]; axis = -1; here = shape.reduce((a, b) => a * b) - 1; update(); }), sums),
  board, says, memory);

  async function update() {
    const next = await kit.ask('box', { values: given, shape });
    if (next) {
      answer = next;
      sums.replaceChildren(kit.choice(words.sum, [{ value: '-1', label: words.none }, ...shape.map((_, i) => ({ value: String(i), label: words.axis(i) }))], String(axis), value => { axis = Number(value); settle(); }));
      draw();
    }
  }

  /** Where cubes stand: tables behind each other go up a step each. */
  function layout() {
    const [columns, rows, layers] = [shape.at(-1), shape.at(-2) ?? 1, shape.at(-3) ?? 1];
    const room = Math.max(250, root.clientWidth) - 76;
    // where they would get too small, the tables stand below each other
    const stacked = layers > 1 && room < 420;
    const beside = stacked ? 1 : layers;
    const side = clamp(Math.floor((room - (layers - 1) * 14) / (beside * columns)) - 8, 12, layers > 1 ? 40 : 58);
    const gap = side > 40 ? 18 : side > 20 ? 8 : 4;
    const deep = side > 40 ? 11 : Math.max(4, side / 5);
    const [left, top] = [54, 34];
    const table = columns * (side + gap) + 14;
    return {
      side, deep, gap, stacked,
      at: index => {
        const [j, i, k] = [index.at(-1), index.at(-2) ?? 0, index.at(-3) ?? 0];
        return stacked
          ? [left + j * (side + gap) + k * 14, top + (i + k * rows) * (side + gap) + k * 14 + deep]
          : [left + j * (side + gap) + k * table, top + i * (side + gap) + (layers - 1 - k) * 14 + deep];
      },
      width: left + beside * table + deep + (stacked ? 14 * layers : 0), height: top + (stacked ? layers : 1) * rows * (side + gap) + (layers - 1) * 14 + deep + 8,
    };
  }

  let cubes = [];
  function draw() {
    if (!answer) {
      return;
    }
    const had = board.contains(document.activeElement);
    const place = layout();
    const drawing = kit.drawing(place.width, place.height, axes(place));
    const group = svg('g', { role: 'group', 'aria-label': words.box });
    drawing.append(group);
    // what lies in front when they fall together is drawn last
    cubes = answer.places.map((index, i) => cube(index, i, place));
    [...cubes].reverse().forEach(made => group.append(made.node));
    board.replaceChildren(drawing);
    settle();
    if (had) {
      cubes[here].node.focus();
    }
  }

  function cube(index, i, { side, deep, at }) {
    const [x, y] = at(index);
    const face = (d, shade) => svg('path', { d, class: `pface ${shade}` });
    const text = svg('text', { x: side / 2, y: side / 2 + (side > 40 ? 7 : 4.5), 'text-anchor': 'middle', class: side > 40 ? 'pcube' : 'lab i' });
    const body = svg('g', { class: 'pfall' }, face(`M0 0l${deep} ${-deep}h${side}l${-deep} ${deep}z`, 'top'), face(`M${side} 0l${deep} ${-deep}v${side}l${-deep} ${deep}z`, 'right'), face(`M0 0h${side}v${side}h${-side}z`, 'front'), text);
    const node = svg('g', { transform: `translate(${x} ${y})`, role: 'img', tabindex: -1, onpointerenter: () => choose(i), onfocus: () => choose(i), onkeydown: walk },
      svg('rect', { width: side, height: side, rx: 2, class: 'pleft' }), body);
    return { node, body, text, x, y, index };
  }

  /** Lets the cubes fall together along the axis, or stand apart again. */
  function settle() {
    const place = layout();
    for (const [i, made] of cubes.entries()) {
      const goal = made.index.map((at, a) => (a === axis ? 0 : at));
      const [x, y] = place.at(goal);
      const depth = axis < 0 ? 0 : made.index[axis];
      made.body.style.transform = axis < 0 ? 'none' : `translate(${x - made.x + 2.5 * depth}px,${y - made.y - 2.5 * depth}px)`;
      const value = axis < 0 ? answer.values[i] : depth ? '' : sumAt(goal);
      made.text.textContent = String(value);
      made.node.classList.toggle('fallen', axis >= 0 && depth > 0);
      made.node.classList.toggle('summed', axis >= 0 && depth === 0);
      made.node.setAttribute('aria-label', axis < 0 ? words.label(value, made.index.join(', '), i) : words.sumLabel(sumAt(goal), partsAt(goal)));
    }
    tell();
  }

  const inPile = goal => answer.places.map((index, i) => [index, i]).filter(([index]) => index.every((at, a) => a === axis || at === goal[a])).map(([, i]) => i);
  const partsAt = goal => inPile(goal).map(i => answer.values[i]).join(' + ');
  function sumAt(goal) {
    const left = shape.filter((_, a) => a !== axis);
    const at = goal.filter((_, a) => a !== axis).reduce((sum, index, a) => sum * left[a] + index, 0);
    return answer.sums[axis][at];
  }

  function choose(i) {
    if (i !== here) {
      here = i;
      tell();
    }
  }

  function walk(event) {
    const from = answer.places[here];
    const [last, before, first] = [shape.length - 1, shape.length - 2, shape.length - 3];
    const [along, by] = { ArrowLeft: [last, -1], ArrowRight: [last, 1], ArrowUp: [before, -1], ArrowDown: [before, 1], PageUp: [first, 1], PageDown: [first, -1] }[event.key] ?? [-1];
    if (along >= 0) {
      event.preventDefault();
      const to = clamp(from[along] + by, 0, shape[along] - 1);
      choose(here + (to - from[along]) * answer.steps[along]);
      cubes[here].node.focus();
    }
  }

  function tell() {
    const index = answer.places[here];
    cubes.forEach(({ node }, i) => {
      node.classList.toggle('here', i === here);
      node.setAttribute('tabindex', i === here ? 0 : -1);
    });
    const parts = index.map((at, a) => (a < index.length - 1 ? `${at} × ${answer.steps[a]}` : at)).join(' + ');
    if (axis < 0) {
      says.replaceChildren(el('b', {}, words.at(answer.values[here], index.join(', '))), '. ', words.memory, ': ', index.length > 1 ? words.place(parts, here) : words.alone(here));
    } else {
      const goal = index.map((at, a) => (a === axis ? 0 : at));
      says.replaceChildren(words.gone(shape.join(', '), axis, shape.filter((_, a) => a !== axis).join(', ')), ' ', el('b', {}, `${partsAt(goal)} = ${sumAt(goal)}`));
    }
    drawMemory();
  }

  /** One long row; where the room ends, it goes on below. */
  function drawMemory() {
    if (kit.parameters.memory !== 'yes') {
      return;
    }
    const width = Math.max(250, Math.min(root.clientWidth, 640));
    const cell = Math.max(26, Math.min(56, Math.floor((width - 4) / Math.min(answer.values.length, 12))));
    const fit = Math.floor((width - 4) / cell);
    const lit = axis < 0 ? [here] : inPile(answer.places[here].map((at, a) => (a === axis ? 0 : at)));
    const rows = Math.ceil(answer.values.length / fit);
    memory.replaceChildren(kit.drawing(width, rows * 50, ...answer.values.flatMap((value, i) => {
      const [x, y] = [2 + (i % fit) * cell, Math.floor(i / fit) * 50 + 2];
      return [
        svg('rect', { x, y, width: cell, height: 28, class: lit.includes(i) ? 'pmem lit' : 'pmem', onpointerenter: () => choose(i) }),
        svg('text', { x: x + cell / 2, y: y + 19, 'text-anchor': 'middle', class: lit.includes(i) ? 'lab i b' : 'lab i', 'pointer-events': 'none' }, value),
        svg('text', { x: x + cell / 2, y: y + 42, 'text-anchor': 'middle', class: lit.includes(i) ? 'lab i b' : 'lab' }, i)];
    })));
  }

  function axes({ side, gap, at, deep, stacked }) {
    const group = svg('g', { 'aria-hidden': 'true' });
    const arrow = (x, y, dx, dy) => svg('path', { d: `M${x} ${y}l${dx} ${dy}m${dx ? -5 : -4} ${dx ? -4 : -5}l${dx ? 5 : 4} ${dx ? 4 : 5}l${dx ? -5 : 4} ${dx ? 4 : -5}`, fill: 'none', stroke: 'var(--ink-2)', 'stroke-width': 1.5 });
    const origin = at(shape.map((size, a) => (a === shape.length - 3 && !stacked ? size - 1 : 0)));
    const front = at(shape.map(() => 0));
    const last = shape.length - 1;
    const [right, down] = [(shape[last] - 1) * (side + gap) + side, ((shape[last - 1] ?? 1) - 1) * (side + gap) + side];
    group.append(arrow(origin[0], origin[1] - deep - 10, Math.max(40, right), 0), svg('text', { class: 'lab i', x: origin[0], y: origin[1] - deep - 15 }, words.axis(last)));
    if (last > 0) {
      group.append(arrow(front[0] - 12, front[1], 0, Math.max(30, down)), svg('text', { class: 'lab i', x: front[0] - 18, y: front[1] + down / 2 + 4, 'text-anchor': 'end' }, words.axis(last - 1)));
    }
    if (last > 1) {
      group.append(svg('text', { class: 'lab i', x: stacked ? 2 : front[0], y: origin[1] - deep - 15 }, `${words.axis(0)} ${stacked ? '↓' : '→'}`));
    }
    return group;
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, answer ? answer.places.map((index, i) => [i, `[${index.join(', ')}]`, answer.values[i]]) : []),
    summary: () => words.summary(shape.join(', '), says.textContent),
  };
}
