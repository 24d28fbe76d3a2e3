/**
 * A graph that the class `Value` has built: each node shows how it was made, its number on the left and its
 * gradient on the right. The chosen node shows what came back to it as a stair.
 */
const words = {
  a: 'a', b: 'b', expression: 'Expression', number: 'number', gradient: 'gradient',
  names: { neuron: 'neuron', twice: 'used twice', diamond: 'diamond', ladder: 'ladder' },
  formulas: { neuron: 'relu(a × 2 + b × −1 + 0.5)', twice: 'a × b + a', diamond: 'a × a + (a × a) × b', ladder: 'a + a, three times over' },
  made: { plus: '+', times: '×', relu: 'relu', given: '' }, given: 'given',
  isResult: 'This is the result: backward() sets its gradient to 1.',
  unused: name => `${name} is not part of this expression.`,
  none: 'Nothing comes back here.',
  one: (name, share) => `${name} went into one operation. What comes back: ${share}.`,
  many: (name, count, shares, sum) => `${name} went into ${count} operations. What comes back is added: ${shares} = ${sum}.`,
  share: (up, slope) => `${up} × ${slope.startsWith('−') ? `(${slope})` : slope}`,
  node: (name, made, number, gradient) => `${name}, ${made}: number ${number}, gradient ${gradient}`,
  stair: name => `What comes back to ${name}`, end: 'gradient', through: name => `through ${name}`,
  graph: 'The graph. Arrow keys walk its nodes.', scroll: 'The graph, which can be scrolled',
  heads: ['node', 'made', 'number', 'gradient', 'what came back'],
  summary: (formula, count, text) => `The graph of ${formula}: ${count} values. ${text}`,
};

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number, signed } = kit;
  const inputs = { expression: 'twice', a: Number(kit.parameters.a), b: Number(kit.parameters.b) };
  const expressions = kit.parameters.expressions.split(/,\s*/);
  let answer = null;
  let chosen = 0;
  const digits = value => (Number.isInteger(value) ? 0 : 2);
  const short = value => number(value, digits(value));

  const formula = el('p', { class: 'psays' });
  const board = el('div', { class: 'pwide', tabindex: -1 });
  const told = el('p', { class: 'psays' });
  const stair = el('div');
  root.append(
    kit.choice(words.expression, expressions.map(value => ({ value, label: words.names[value] ?? value })), inputs.expression, value => { inputs.expression = value; chosen = 0; update(); }),
    formula, board, told, stair,
    el('div', { class: 'prow' }, ...['a', 'b'].map(name => kit.slider(name, { min: -5, max: 5, step: 0.5, value: inputs[name], label: words[name] }, value => { inputs[name] = value; update(); }))));

  async function update() {
    const next = await kit.ask('graph', inputs);
    if (next) {
      answer = next;
      chosen = Math.min(chosen, answer.nodes.length - 1);
      draw();
    }
  }

  const arriving = i => answer.arrows.filter(arrow => arrow.from === i);
  const named = i => {
    const node = answer.nodes[i];
    return node.name && node.name !== 'number' ? node.name : node.made === 'given' ? short(node.number) : words.made[node.made] ?? node.made;
  };

  function says(i) {
    const node = answer.nodes[i];
    if (i === answer.nodes.length - 1) {
      return words.isResult;
    }
    const shares = arriving(i).map(arrow => words.share(short(answer.nodes[arrow.to].gradient), short(arrow.slope)));
    return shares.length === 1 ? words.one(named(i), `${shares[0]} = ${short(node.gradient)}`) : words.many(named(i), shares.length, shares.join(' + '), short(node.gradient));
  }

  function draw() {
    if (!answer) {
      return;
    }
    const columns = 1 + Math.max(...answer.nodes.map(node => node.column));
    const rows = answer.nodes.reduce((most, node) => Math.max(most, node.row + 1), 1);
    const [wide, high] = [86, 50];
    const width = Math.max(columns * (wide + 26), Math.min(640, root.clientWidth || 560));
    const height = Math.max(150, rows * (high + 16) + 26);
    const count = column => answer.nodes.filter(node => node.column === column).length;
    const X = i => 4 + answer.nodes[i].column * (width - wide - 8) / Math.max(1, columns - 1);
    const Y = i => 20 + (height - 26) * (answer.nodes[i].row + 0.5) / count(answer.nodes[i].column) - high / 2;
    const largest = Math.max(1e-9, ...answer.arrows.map(arrow => Math.abs(arrow.share)));
    const twins = new Map();
    const labels = [];
    const arrows = answer.arrows.map(arrow => {
      const key = `${arrow.from} ${arrow.to}`;
      const twin = twins.get(key) ?? 0;
      twins.set(key, twin + 1);
      const isTwin = answer.arrows.filter(other => other.from === arrow.from && other.to === arrow.to).length > 1;
      const [x1, y1, x2, y2] = [X(arrow.from) + wide, Y(arrow.from) + high / 2, X(arrow.to), Y(arrow.to) + high / 2];
      // one that skips a column goes around what stands there
      const skips = answer.nodes[arrow.to].column - answer.nodes[arrow.from].column > 1;
      const around = skips ? (y1 + high / 2 < height / 2 || y1 < y2 ? -1 : 1) * 1.3 * high : 0;
      const bow = isTwin ? (twin ? 22 : -22) : around;
      const here = arrow.from === chosen;
      if (here && x2 - x1 > 50) {
        labels.push(svg('text', { class: 'lab i b', x: x1 + (x2 - x1) * 0.4, y: y1 + (y2 - y1) * 0.352 + bow * 0.72 - 5, 'text-anchor': 'middle', stroke: 'var(--ground)', 'stroke-width': 5, 'paint-order': 'stroke' }, signed(arrow.share, digits(arrow.share))));
      }
      return svg('path', {
        d: `M${x1} ${y1}C${(x1 + x2) / 2} ${y1 + bow} ${(x1 + x2) / 2} ${y2 + bow} ${x2} ${y2}`, fill: 'none', 'stroke-linecap': 'round',
        stroke: arrow.share === 0 ? 'var(--edge)' : `var(--${arrow.share < 0 ? 'neg' : 'pos'}-line)`, 'stroke-width': 1.4 + 5 * Math.abs(arrow.share) / largest,
        'stroke-dasharray': arrow.share < 0 ? '7 5' : 'none', opacity: here ? 1 : 0.5,
      });
    });
    const nodes = answer.nodes.map((node, i) => {
      const here = i === chosen;
      const text = (x, y, kind, said) => svg('text', { class: kind, x, y, 'text-anchor': 'middle' }, said);
      const group = svg('g', { role: 'button', tabindex: here ? 0 : -1, 'aria-pressed': here, class: 'pnode', 'aria-label': words.node(named(i), node.made, short(node.number), short(node.gradient)) },
        svg('rect', { x: X(i), y: Y(i), width: wide, height: high, rx: 6, fill: here ? 'var(--marker-soft)' : 'var(--raise)', stroke: 'var(--ink)', 'stroke-width': here ? 2.4 : 1.2 }),
        svg('path', { d: `M${X(i) + wide / 2} ${Y(i) + 22}V${Y(i) + high}`, stroke: 'var(--edge)' }),
        text(X(i) + wide / 2, Y(i) + 16, 'lab i b', node.made === 'given' && node.name === 'number' ? words.given : named(i)),
        text(X(i) + wide / 4, Y(i) + 40, 'lab i', short(node.number)),
        text(X(i) + 3 * wide / 4, Y(i) + 40, `lab b ${node.gradient < 0 ? 'minus' : 'plus'}`, node.gradient === 0 ? '0' : signed(node.gradient, digits(node.gradient))));
      group.addEventListener('click', () => choose(i));
      group.addEventListener('keydown', event => {
        const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
        if (by || event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          choose((i + (by ?? 0) + answer.nodes.length) % answer.nodes.length);
        }
      });
      return group;
    });
    const last = answer.nodes.length - 1;
    const heads = svg('g', { 'aria-hidden': 'true' }, svg('text', { class: 'lab', x: X(last) + wide, y: Y(last) - 7, 'text-anchor': 'end' }, `${words.number} | ${words.gradient}`));
    const drawing = svg('svg', { class: 'stair', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': words.graph }, ...arrows, ...nodes, ...labels, heads);
    const focused = board.contains(document.activeElement) && document.activeElement !== board;
    board.replaceChildren(drawing);
    if (focused) {
      board.querySelectorAll('.pnode')[chosen].focus({ preventScroll: true });
    }
    formula.replaceChildren('y = ', el('b', {}, words.formulas[inputs.expression] ?? ''));
    told.textContent = says(chosen);
    const shares = arriving(chosen);
    const room = Math.min(root.clientWidth || 340, 340);
    stair.replaceChildren(...(shares.length > 1 ? [kit.drawing(room, 140, kit.stair(shares.map(arrow => ({ value: arrow.share, label: words.through(named(arrow.to)) })),
      { width: room, height: 140, digits: shares.every(arrow => Number.isInteger(arrow.share)) ? 0 : 2, end: words.end, name: words.stair(named(chosen)) }))] : []));
  }

  function choose(i) {
    chosen = i;
    draw();
    board.querySelectorAll('.pnode')[i].focus();
    kit.announce(told.textContent);
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, answer ? answer.nodes.map((node, i) => [named(i), node.made, short(node.number), short(node.gradient),
      arriving(i).map(arrow => words.share(short(answer.nodes[arrow.to].gradient), short(arrow.slope))).join(' + ') || '1']) : []),
    summary: () => (answer ? words.summary(words.formulas[inputs.expression], answer.nodes.length, says(chosen)) : ''),
  };
}
