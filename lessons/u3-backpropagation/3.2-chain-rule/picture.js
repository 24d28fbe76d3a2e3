/**
 * A graph of five numbers. Each shows its value on the left and its gradient on the right; Back lets one
 * after the other get its gradient. Values and gradients come from `values` and `gradients`.
 */
const words = {
  a: 'a', b: 'b', back: 'Back', all: 'All the way', again: 'Forward again',
  value: 'value', gradient: 'gradient',
  start: 'Every value is known, no gradient yet. Press Back: the way begins at the result.',
  first: name => `${name} is the result. When it grows by 1, it grows by 1: its gradient is 1.`,
  one: (name, share) => `${name} went into one operation. What comes back: ${share}.`,
  two: (name, shares, sum) => `${name} went into two operations. What comes back is added: ${shares} = ${sum}.`,
  share: (up, slope) => `${up} × ${slope.startsWith('−') ? `(${slope})` : slope}`,
  node: (name, made, value, gradient) => `${name}${made ? ` = ${made}` : ''}: value ${value}, gradient ${gradient}`,
  open: 'not known yet', stair: name => `What comes back to ${name}`, path: name => `through ${name}`,
  graph: 'The graph. Arrow keys walk its nodes.',
  heads: ['node', 'made by', 'value', 'gradient', 'what came back'],
  given: 'given',
  summary: (known, all, text) => `A graph of ${all} numbers from a and b to e. ${known} of ${all} gradients are known. ${text}`,
};
const PLACES = [[0, 0], [0, 1], [1, 0], [1, 1], [2, 0.5]];
const ORDER = [4, 3, 2, 1, 0];

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number, signed } = kit;
  const inputs = { a: Number(kit.parameters.a), b: Number(kit.parameters.b) };
  let answer = null;
  // the way back has come to the first sum of two paths: one more press is left
  let known = 4;
  let chosen = 1;
  const short = value => number(value, Number.isInteger(value) ? 0 : 2);

  const board = el('div');
  const told = el('p', { class: 'psays' });
  const stair = el('div', { 'data-term': 'all' });
  const back = kit.button(words.back, () => go(known + 1));
  const all = kit.button(words.all, () => go(ORDER.length));
  const again = kit.button(words.again, () => go(0));
  root.append(board, el('div', { class: 'prow' }, back, all, again), told, stair,
    el('div', { class: 'prow' }, ...['a', 'b'].map(name => kit.slider(name, { min: -5, max: 5, step: 0.5, value: inputs[name], label: words[name] }, value => { inputs[name] = value; update(); }))));

  kit.keep('known', () => known, next => go(Math.round(next)));
  let pressed = false;

  function go(count) {
    pressed = true;
    known = kit.clamp(count, 0, ORDER.length);
    chosen = ORDER[Math.max(0, known - 1)];
    draw();
    kit.announce(told.textContent);
  }

  async function update() {
    const next = await kit.ask('graph', inputs);
    if (next) {
      answer = next;
      draw();
    }
  }

  const isKnown = i => ORDER.indexOf(i) < known;
  const arriving = i => answer.arrows.filter(arrow => arrow.from === i);

  function says() {
    if (known === 0) {
      return words.start;
    }
    const node = answer.nodes[chosen];
    if (!isKnown(chosen)) {
      return words.node(node.name, node.made, short(node.value), words.open);
    }
    const shares = arriving(chosen).map(arrow => words.share(short(answer.nodes[arrow.to].gradient), short(arrow.slope)));
    return shares.length === 0 ? words.first(node.name) : shares.length === 1 ? words.one(node.name, `${shares[0]} = ${short(node.gradient)}`) : words.two(node.name, shares.join(' + '), short(node.gradient));
  }

  function draw() {
    if (!answer) {
      return;
    }
    const width = Math.max(240, Math.min(620, root.clientWidth || 560));
    const [wide, high] = [width < 420 ? 76 : 118, 52];
    const height = 232;
    const X = i => 6 + PLACES[i][0] * (width - wide - 12) / 2;
    const Y = i => 22 + PLACES[i][1] * (height - high - 34);
    const largest = Math.max(1e-9, ...answer.arrows.map(arrow => Math.abs(arrow.share)));
    const arrows = answer.arrows.map(arrow => {
      const [x1, y1, x2, y2] = [X(arrow.from) + wide, Y(arrow.from) + high / 2, X(arrow.to), Y(arrow.to) + high / 2];
      const shared = isKnown(arrow.to);
      const here = arrow.from === chosen && isKnown(chosen) || shared && arrow.to === chosen;
      const made = svg('g', { 'data-term': arrow.from === chosen ? 'slope' : false }, svg('path', {
        d: `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`, fill: 'none', 'stroke-linecap': 'round',
        stroke: shared ? `var(--${arrow.share < 0 ? 'neg' : 'pos'}-line)` : 'var(--edge)', 'stroke-width': shared ? 1.4 + 5 * Math.abs(arrow.share) / largest : 1.4, 'stroke-dasharray': shared && arrow.share < 0 ? '7 5' : 'none',
        opacity: shared && !here ? 0.55 : 1,
      }));
      if (shared && isKnown(arrow.from) && width >= 380) {
        // labels stand nearer to where the share arrives, so that crossing arrows do not share a place, and on the outer side
        const isLevel = y1 === y2;
        const t = isLevel ? 0.5 : 0.26;
        const [x, y] = [x1 + (x2 - x1) * t, y1 + (y2 - y1) * (3 * t * t - 2 * t * t * t) + (isLevel && y1 > height / 2 ? 25 : 0)];
        made.append(svg('text', { class: here ? 'lab i b' : 'lab', x, y: y - 5, 'text-anchor': 'middle', stroke: 'var(--ground)', 'stroke-width': 5, 'paint-order': 'stroke' }, signed(arrow.share, Number.isInteger(arrow.share) ? 0 : 2)));
      }
      return made;
    });
    const nodes = answer.nodes.map((node, i) => {
      const open = !isKnown(i);
      const here = i === chosen && known > 0;
      const text = (x, y, anchor, kind, said) => svg('text', { class: kind, x, y, 'text-anchor': anchor }, said);
      const group = svg('g', { role: 'button', tabindex: i === chosen ? 0 : -1, 'aria-pressed': here, 'aria-label': words.node(node.name, node.made, short(node.value), open ? words.open : short(node.gradient)), class: 'pnode', 'data-term': i === chosen ? 'here' : arriving(chosen).some(arrow => arrow.to === i) ? 'up' : false },
        svg('rect', { x: X(i), y: Y(i), width: wide, height: high, rx: 6, fill: here ? 'var(--marker-soft)' : 'var(--raise)', stroke: 'var(--ink)', 'stroke-width': here ? 2.4 : 1.2 }),
        svg('path', { d: `M${X(i) + wide / 2} ${Y(i) + 23}V${Y(i) + high}`, stroke: 'var(--edge)' }),
        text(X(i) + wide / 2, Y(i) + 17, 'middle', 'lab i b', node.made ? `${node.name} = ${node.made}` : node.name),
        text(X(i) + wide / 4, Y(i) + 42, 'middle', 'lab i', short(node.value)),
        text(X(i) + 3 * wide / 4, Y(i) + 42, 'middle', open ? 'lab' : `lab b ${node.gradient < 0 ? 'minus' : 'plus'}`, open ? '…' : signed(node.gradient, Number.isInteger(node.gradient) ? 0 : 2)));
      group.addEventListener('click', () => choose(i));
      group.addEventListener('keydown', event => {
        const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
        if (by) {
          event.preventDefault();
          choose((i + by + answer.nodes.length) % answer.nodes.length);
        } else if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          choose(i);
        }
      });
      return group;
    });
    const heads = svg('g', { 'aria-hidden': 'true' }, svg('text', { class: 'lab', x: X(4), y: Y(4) - 8, 'text-anchor': 'start' }, width < 420 ? '' : words.value), svg('text', { class: 'lab', x: X(4) + wide, y: Y(4) - 8, 'text-anchor': 'end' }, width < 420 ? '' : words.gradient));
    const drawing = kit.drawing(width, height, ...arrows, ...nodes, heads);
    drawing.setAttribute('role', 'group');
    drawing.setAttribute('class', 'drawing stair');
    drawing.setAttribute('aria-label', words.graph);
    const focused = board.contains(document.activeElement);
    board.replaceChildren(drawing);
    if (focused) {
      board.querySelectorAll('.pnode')[chosen].focus();
    }
    told.textContent = says();
    const shares = isKnown(chosen) ? arriving(chosen) : [];
    stair.replaceChildren(...(shares.length > 1 ? [kit.drawing(Math.min(width, 340), 140, kit.stair(shares.map(arrow => ({ value: arrow.share, label: words.path(answer.nodes[arrow.to].name) })),
      { width: Math.min(width, 340), height: 140, digits: shares.every(arrow => Number.isInteger(arrow.share)) ? 0 : 2, end: words.gradient, name: words.stair(answer.nodes[chosen].name) }))] : []));
    const wasBack = document.activeElement === back || document.activeElement === all;
    back.disabled = all.disabled = known === ORDER.length;
    again.disabled = known === 0;
    if (wasBack && back.disabled) {
      again.focus();
    } else if (document.activeElement === document.body && again.disabled && pressed) {
      back.focus();
    }
  }

  function choose(i) {
    chosen = i;
    draw();
    board.querySelectorAll('.pnode')[i].focus();
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, answer ? answer.nodes.map((node, i) => [node.name, node.made || words.given, short(node.value), isKnown(i) ? short(node.gradient) : words.open,
      isKnown(i) ? arriving(i).map(arrow => words.share(short(answer.nodes[arrow.to].gradient), short(arrow.slope))).join(' + ') || '1' : words.open]) : []),
    summary: () => (answer ? words.summary(known, answer.nodes.length, says()) : ''),
  };
}
