/**
 * Two programs side by side, lines that do the same beside each other; below, the loss curves of both from
 * the same weights, computed by `network` and `train` and by the engine of lesson 3.6.
 */
const words = {
  own: 'yours, lesson 3.6', library: 'the library', 
  rows: [
    { term: 'layer', own: ['x.matmul(weight)', '    .plus(bias).relu()'], library: ['dense(8, RELU)'], says: 'A layer: matrix, bias, bend. In the library its inputs follow from what stands before it.' },
    { term: 'network', own: ['new Mlp(', '    new int[] {2, 8, 8, 2}, 1)'], library: ['Sequential.of(', '    dense(8, RELU),', '    dense(8, RELU),', '    dense(2))', '  .build(Shape.of(2), seed(1))'], says: 'The network: layers one behind the other, random weights drawn from the seed.' },
    { term: 'optimizer', own: [], library: ['sgd(rate).on(network)'], says: 'Your loop knows the rate and the parameters. In the library an optimizer knows them.' },
    { term: 'forward', own: ['loss = mlp', '    .forward(input)', '    .crossEntropy(labels);'], library: ['loss = crossEntropy(', '    network.apply(x), labels);'], says: 'Forward and loss. A Tensor remembers where it came from, as your Table does.' },
    { term: 'curve', own: ['curve[i] = loss.number[0][0];'], library: ['curve[i] = loss.item();'], says: 'The one number in a tensor that holds only one.' },
    { term: 'step', own: ['loss.backward();', 'for (Table p : mlp.parameters()) {', '  for (int r = 0; r < p.rows(); r++) {', '    for (int c = 0; c < p.columns(); c++) {', '      p.number[r][c] -=', '          rate * p.gradient[r][c];', '      p.gradient[r][c] = 0;', '    }', '  }', '}'], library: ['optimizer.step(loss);'], says: 'One line for three loops: walk back, step, clear.' },
  ],
  code: 'Two programs line by line. Arrow keys walk their parts.',
  part: (own, library, says) => `Yours: ${own || 'nothing'}. Library: ${library}. ${says}`,
  curves: 'Loss curves of both', seed: 'Seed', rate: 'Rate',
  apart: (largest, first, last) => `The loss falls from ${first} to ${last}. The two curves are never further apart than ${largest}.`,
  ownLine: 'yours ◆', libraryLine: 'library —', step: step => `step ${step}`,
  heads: ['step', 'yours', 'library', 'apart'],
  summary: text => `Two programs line by line, and their loss curves over each other. ${text}`,
};

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number } = kit;
  const steps = Number(kit.parameters.steps);
  const inputs = { seed: Number(kit.parameters.seed), rate: Number(kit.parameters.rate), steps };
  let answer = null;
  let chosen = 5;
  const small = value => (value === 0 ? '0' : value < 0.001 ? value.toFixed(8) : number(value, 4));

  const rows = words.rows.map((row, i) => {
    const side = (name, lines) => el('div', { class: 'pprogram' }, el('span', { class: 'pname' }, words[name]), ...lines.map(line => el('code', {}, line)));
    const node = el('div', { class: 'ppair', role: 'button', tabindex: i === chosen ? 0 : -1, 'aria-label': words.part(row.own.map(line => line.trim()).join(' '), row.library.map(line => line.trim()).join(' '), row.says) }, side('own', row.own), side('library', row.library));
    node.addEventListener('click', () => choose(i));
    node.addEventListener('pointerenter', () => choose(i, false));
    node.addEventListener('focus', () => choose(i, false));
    node.addEventListener('keydown', event => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (by) {
        event.preventDefault();
        choose(kit.clamp(i + by, 0, rows.length - 1));
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose(i);
      }
    });
    return node;
  });
  const says = el('p', { class: 'psays' });
  const chart = el('div');
  const told = el('p', { class: 'psays' });
  const code = el('div', { class: 'pprograms', role: 'group', 'aria-label': words.code }, el('div', { class: 'ppair heads', 'aria-hidden': 'true' }, el('b', {}, words.own), el('b', {}, words.library)), ...rows);
  root.append(chart, told, code, says,
    el('div', { class: 'prow' },
      kit.slider('seed', { min: 1, max: 20, step: 1, value: inputs.seed, label: words.seed }, value => { inputs.seed = Math.round(value); update(); }),
      kit.slider('rate', { min: 0.05, max: 0.6, step: 0.05, value: inputs.rate, label: words.rate }, value => { inputs.rate = value; update(); })));
  // the parts of a step are one line in the library
  kit.onMark(term => {
    const part = { backward: 'step', move: 'step', clear: 'step' }[term] ?? term;
    const at = words.rows.findIndex(row => row.term === part);
    if (at >= 0) {
      choose(at, false);
    }
  });

  function choose(i, focus = true) {
    chosen = i;
    rows.forEach((row, k) => {
      row.classList.toggle('here', k === i);
      row.setAttribute('aria-pressed', String(k === i));
      row.tabIndex = k === i ? 0 : -1;
    });
    says.replaceChildren(el('b', {}, words.rows[i].says));
    if (focus) {
      rows[i].focus();
    }
  }

  async function update() {
    // the first question of all also waits for the library to start, so it is a small one
    answer ?? await kit.ask('curves', { ...inputs, steps: 2 });
    const next = await kit.ask('curves', inputs);
    if (next) {
      answer = next;
      draw();
    }
  }

  function draw() {
    code.classList.toggle('stacked', root.clientWidth < 560);
    if (!answer) {
      return;
    }
    const width = Math.max(240, Math.min(620, root.clientWidth || 560));
    const [height, left, right, top, bottom] = [170, 40, 84, 12, 24];
    const high = Math.max(...answer.own, ...answer.library);
    const X = i => left + (width - left - right) * i / (steps - 1);
    const Y = value => top + (height - top - bottom) * (1 - value / high);
    const text = (x, y, anchor, said, kind = 'lab') => svg('text', { class: kind, x, y, 'text-anchor': anchor }, said);
    const last = steps - 1;
    const diamonds = answer.own.map((value, i) => ({ value, i })).filter(({ i }) => i % 12 === 0);
    const drawing = kit.drawing(width, height,
      svg('path', { d: `M${left} ${Y(0)}H${width - right}M${left} ${top}V${Y(0)}`, stroke: 'var(--edge)', fill: 'none' }),
      svg('path', { d: kit.path(answer.library.map((value, i) => [X(i), Y(value)])), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2 }),
      ...diamonds.map(({ value, i }) => svg('path', { d: `M${X(i)} ${Y(value) - 5}l5 5l-5 5l-5 -5z`, fill: 'var(--ground)', stroke: 'var(--cat-3)', 'stroke-width': 2 })),
      text(left - 6, top + 8, 'end', number(high, 1)), text(left - 6, Y(0) + 4, 'end', '0'), text(left, height - 5, 'start', words.step(0)), text(width - right, height - 5, 'end', words.step(last)),
      text(width - right + 8, Y(answer.library[last]) - 12, 'start', words.libraryLine, 'lab i b'), text(width - right + 8, Y(answer.own[last]) + 6, 'start', words.ownLine, 'lab'));
    drawing.setAttribute('role', 'img');
    drawing.setAttribute('aria-label', words.curves);
    chart.replaceChildren(drawing);
    told.replaceChildren(el('b', {}, words.apart(small(Math.max(...answer.apart)), number(answer.library[0], 3), number(answer.library[last], 3))));
    kit.announce(told.textContent);
  }

  choose(chosen, false);
  draw();
  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, answer ? answer.own.map((value, i) => [i, number(value, 6), number(answer.library[i], 6), small(answer.apart[i])]).filter((_, i) => i % 10 === 0) : []),
    summary: () => words.summary(told.textContent),
  };
}
