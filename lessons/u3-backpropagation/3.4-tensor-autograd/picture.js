/**
 * Forward and backward of one operation, box under box: the numbers of every table, and below each input its
 * gradient, which has the same shape. Choosing a number of a gradient marks what it is made of.
 */
const words = {
  operation: 'Operation', names: { matmul: 'a · b', plus: 'x + bias', sum: 'sum of x' },
  rows: 'rows', inner: 'inner size', columns: 'columns',
  forward: 'forward', backward: 'backward',
  up: 'up', of: name => `gradient of ${name}`, y: 'y',
  rules: {
    matmul: { a: 'up · b transposed', b: 'a transposed · up' },
    plus: { x: 'up as it is', bias: 'up, summed over the rows' },
    sum: { x: 'up, once for each number' },
  },
  cell: (name, row, column, value) => `${name}, row ${row}, column ${column}: ${value}`,
  walk: name => `The gradient of ${name}. Arrow keys walk its numbers.`,
  same: (name, shape) => `${name} and its gradient: both ${shape}.`,
  made: (name, row, column, terms, value) => `gradient of ${name}, row ${row}, column ${column}: ${terms} = ${value}`,
  given: 'given', arrives: 'arrives',
  heads: ['table', 'shape', 'made by', 'numbers'],
  summary: (name, text) => `Forward and backward of ${name}. ${text}`,
};

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, number } = kit;
  const inputs = { operation: kit.parameters.operation, rows: Number(kit.parameters.rows), inner: Number(kit.parameters.inner), columns: Number(kit.parameters.columns) };
  let answer = null;
  let chosen = { box: 0, row: 0, column: 0 };

  const inner = size('inner', words.inner);
  const controls = el('div', { class: 'prow' }, size('rows', words.rows), inner, size('columns', words.columns));
  const board = el('div', { class: 'pwide' });
  const told = el('p', { class: 'psays' });
  root.append(
    kit.choice(words.operation, Object.entries(words.names).map(([value, label]) => ({ value, label })), inputs.operation, value => { inputs.operation = value; chosen = { box: value === 'plus' ? 1 : 0, row: 0, column: 0 }; update(); }),
    controls, board, told);

  function size(name, label) {
    return kit.slider(name, { min: 1, max: 4, step: 1, value: inputs[name], label }, value => { inputs[name] = Math.round(value); update(); });
  }

  async function update() {
    inner.style.display = inputs.operation === 'matmul' ? '' : 'none';
    const next = await kit.ask('operation', inputs);
    if (next) {
      answer = { ...next, operation: inputs.operation };
      const gradient = answer.gradients[Math.min(chosen.box, answer.gradients.length - 1)];
      chosen = { box: Math.min(chosen.box, answer.gradients.length - 1), row: Math.min(chosen.row, gradient.length - 1), column: Math.min(chosen.column, gradient[0].length - 1) };
      draw();
    }
  }

  const short = value => number(value, Number.isInteger(value) ? 0 : 2);
  /** A number that is multiplied by: a minus stands in brackets. */
  const factor = value => (value < 0 ? `(${short(value)})` : short(value));
  const shape = table => `[${table.length}, ${table[0].length}]`;

  /** What the chosen number is made of: places that light up, and the sum in words. */
  function sources() {
    const { box, row, column } = chosen;
    const { up } = answer;
    const [a, b] = answer.inputs.map(input => input.numbers);
    if (answer.operation === 'matmul') {
      return box === 0
        ? { up: (i) => i === row, b: (i) => i === column, terms: up[row].map((value, j) => `${short(value)} × ${factor(b[column][j])}`) }
        : { up: (_, j) => j === column, a: (_, j) => j === row, terms: up.map((line, i) => `${short(a[i][row])} × ${factor(line[column])}`) };
    }
    if (answer.operation === 'plus' && box === 1) {
      return { up: (_, j) => j === column, terms: up.map(line => short(line[column])) };
    }
    return answer.operation === 'plus' ? { up: (i, j) => i === row && j === column, terms: [short(up[row][column])] } : { up: () => true, terms: [short(up[0][0])] };
  }

  function grid(name, table, label, lit, box) {
    const isGradient = box !== undefined;
    const cells = table.map((line, i) => el('div', {}, ...line.map((value, j) => {
      const here = isGradient && box === chosen.box && i === chosen.row && j === chosen.column;
      const kind = `cell${here ? ' here' : lit?.(i, j) ? ' lit' : ''}`;
      return isGradient
        ? el('button', { type: 'button', class: kind, tabindex: here ? 0 : -1, 'aria-pressed': here, 'aria-label': words.cell(label, i + 1, j + 1, short(value)), onclick: () => choose(box, i, j), 'data-at': `${box} ${i} ${j}` }, short(value))
        : el('span', { class: kind }, short(value));
    })));
    const group = el('div', { class: 'cells small', role: 'group', 'aria-label': isGradient ? words.walk(name) : `${label}: ${table.map(line => line.map(short).join(' ')).join(', ')}` }, ...cells);
    if (isGradient) {
      group.addEventListener('keydown', event => {
        const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
        if (by) {
          event.preventDefault();
          choose(box, kit.clamp(chosen.row + by[0], 0, table.length - 1), kit.clamp(chosen.column + by[1], 0, table[0].length - 1));
        }
      });
    }
    const term = isGradient ? name : { up: 'up', a: 'at', b: 'bt' }[label];
    return el('div', { class: 'ptable', 'data-term': term ?? false }, el('p', { class: 'psays' }, el('b', {}, label), ' ', el('span', { class: 'nowrap' }, shape(table))), group, el('p', { class: 'psays' }, isGradient ? words.rules[answer.operation][name] : ''));
  }

  function draw() {
    if (!answer) {
      return;
    }
    const lit = sources();
    const forward = [...answer.inputs.map(input => grid(input.name, input.numbers, input.name, lit[input.name])), grid('y', answer.y, words.y)];
    const backward = [...answer.inputs.map((input, box) => grid(input.name, answer.gradients[box], words.of(input.name), null, box)), grid('up', answer.up, words.up, lit.up)];
    const focused = board.contains(document.activeElement);
    board.replaceChildren(el('div', { class: `ppasses of${forward.length}` }, el('p', { class: 'psays ppass' }, `${words.forward} →`), ...forward, el('p', { class: 'psays ppass' }, `← ${words.backward}`), ...backward));
    if (focused) {
      focus();
    }
    const { box, row, column } = chosen;
    const name = answer.inputs[box].name;
    told.replaceChildren(el('b', {}, words.made(name, row + 1, column + 1, lit.terms.join(' + '), short(answer.gradients[box][row][column]))), `. ${words.same(name, shape(answer.gradients[box]))}`);
  }

  const focus = () => board.querySelector(`[data-at="${chosen.box} ${chosen.row} ${chosen.column}"]`)?.focus();

  function choose(box, row, column) {
    chosen = { box, row, column };
    draw();
    focus();
    kit.announce(told.textContent);
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => {
      const numbers = table => table.map(line => line.map(short).join(' ')).join(', ');
      return kit.tableOf(words.heads, answer ? [
        ...answer.inputs.map(input => [input.name, shape(input.numbers), words.given, numbers(input.numbers)]), [words.y, shape(answer.y), words.names[answer.operation], numbers(answer.y)],
        [words.up, shape(answer.up), words.arrives, numbers(answer.up)], ...answer.inputs.map((input, i) => [words.of(input.name), shape(answer.gradients[i]), words.rules[answer.operation][input.name], numbers(answer.gradients[i])])] : []);
    },
    summary: () => (answer ? words.summary(words.names[answer.operation], told.textContent) : ''),
  };
}
