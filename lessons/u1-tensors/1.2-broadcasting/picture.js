/**
 * Two boxes laid on each other from the right: an axis of size 1 stretches until they match, and number meets
 * number. Copies are dashed, for they are not in memory. Where sizes clash, both are marked.
 */
const words = {
  example: 'Two shapes', and: 'and', own: 'shapes of my own', first: 'first', second: 'second', result: 'sum',
  sizes: name => `Sizes of the ${name}, one or two from 1 to 6`,
  how: { equal: 'equal', stretched: '1 stretches', clash: 'clash' }, added: 'A pale 1 is put in front.',
  fits: (first, second, result) => `[${first}] and [${second}] fit: the sum is [${result}].`,
  clash: (a, b) => `${a} and ${b} clash: they are not equal, and neither is 1.`,
  cell: (index, a, b, sum) => `[${index}]: ${a} + ${b} = ${sum}`,
  copies: 'Dashed numbers are used again and again; memory holds them once.',
  invalid: 'One or two sizes from 1 to 6, such as 4 3.',
  sum: 'The sum. Arrow keys walk it.',
  heads: ['place', 'first', 'second', 'sum'], rows: 'shapes, aligned at the right',
  summary: text => `Two boxes laid on each other from the right. ${text}`,
};

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, clamp } = kit;
  const parse = text => text.trim().split(/\s+/).map(Number);
  const examples = (kit.parameters.examples ?? '').split(',').map(pair => pair.split('and').map(parse));
  let [first, second] = examples[0];
  let here = [0, 0];
  let answer = null;

  const name = shape => `[${shape.join(', ')}]`;
  const own = el('div', { class: 'prow', hidden: true }, field('first'), field('second'));
  const note = el('p', { class: 'psays v fail', hidden: true });
  const complain = text => Object.assign(note, { textContent: text, hidden: !text });
  const rule = el('div');
  const boxes = el('div', { class: 'pbeside pboxes' });
  const says = el('p', { class: 'psays big', 'aria-live': 'polite' });
  root.append(kit.choice(words.example, [...examples.map(([a, b], i) => ({ value: String(i), label: `${name(a)} ${words.and} ${name(b)}` })), { value: 'own', label: words.own }], '0', choose),
    own, note, rule, boxes, says, el('p', { class: 'qq' }, words.copies, ' ', words.added));

  function choose(value) {
    own.hidden = value !== 'own';
    if (value !== 'own') {
      [first, second] = examples[value];
      own.querySelectorAll('input').forEach((input, i) => (input.value = [first, second][i].join(' ')));
    }
    complain('');
    update();
  }

  function field(which) {
    const input = el('input', { type: 'text', class: 'ptext', maxlength: 9, inputmode: 'numeric', value: (which === 'first' ? first : second).join(' '), 'aria-label': words.sizes(words[which]) });
    input.addEventListener('input', () => {
      const sizes = parse(input.value);
      const legal = isLegal(sizes);
      input.setAttribute('aria-invalid', String(!legal));
      complain(legal ? '' : words.invalid);
      if (legal) {
        [first, second] = which === 'first' ? [sizes, second] : [first, sizes];
        update();
      }
    });
    return el('label', { class: 'ctl' }, el('span', { class: 'lb' }, words[which]), input);
  }

  const isLegal = sizes => sizes.length >= 1 && sizes.length <= 2 && sizes.every(size => Number.isInteger(size) && size >= 1 && size <= 6);
  kit.keep('shapes', () => [first, second], shapes => {
    if (shapes.length === 2 && shapes.every(isLegal)) {
      [first, second] = shapes;
      own.querySelectorAll('input').forEach((input, i) => (input.value = shapes[i].join(' ')));
      update();
    }
  });

  async function update() {
    const asked = { first, second };
    const next = await kit.ask('meet', asked);
    if (next) {
      answer = { ...next, shapes: asked };
      here = [0, 0];
      draw();
    }
  }

  /** Both shapes below each other, aligned at the right, and what becomes of each axis. */
  function drawRule() {
    const size = value => String(value || 1);
    const row = (label, key, last) => el('tr', { class: last ? 'last' : '' }, el('th', { scope: 'row' }, label), ...answer.axes.map(axis => el('td', { class: axis.how === 'clash' ? 'clash' : axis[key] <= 1 && axis.how === 'stretched' ? (axis[key] ? 'thin' : 'thin added') : axis[key] ? '' : 'added' }, key === 'both' && axis.how === 'clash' ? '×' : size(axis[key]))));
    rule.replaceChildren(el('table', { class: 'prule', 'aria-label': words.rows }, el('tbody', {},
      row(words.first, 'first'), row(words.second, 'second'), row(words.result, 'both', true),
      el('tr', {}, el('td'), ...answer.axes.map(axis => el('td', { class: axis.how === 'clash' ? 'how clash' : 'how' }, words.how[axis.how]))))));
  }

  function draw() {
    if (!answer) {
      return;
    }
    drawRule();
    const [rows, columns] = [answer.axes.at(-2)?.both ?? 1, answer.axes.at(-1).both];
    const clash = answer.axes.find(axis => axis.how === 'clash');
    const { shapes } = answer;
    boxes.replaceChildren(grid('first', answer.first, shapes.first, rows, columns), el('span', { class: 'psign' }, '+'), grid('second', answer.second, shapes.second, rows, columns));
    if (clash) {
      says.replaceChildren(el('b', {}, words.clash(clash.first, clash.second)));
      return;
    }
    // where there is no room, both go to the next line together
    boxes.append(el('div', { class: 'pequals' }, el('span', { class: 'psign' }, '='), result(rows, columns)));
    light();
  }

  /** A box as it lies in memory, and dashed beside it the copies that make it fit. */
  function grid(which, values, shape, rows, columns) {
    const clashes = (along, size) => !answer.fits && answer.axes.at(-along)?.how === 'clash' && size;
    const tall = answer.fits ? rows : values.length;
    const wide = answer.fits ? columns : values[0].length;
    const cell = (i, j) => {
      const [y, x] = [values.length === 1 ? 0 : i, values[0].length === 1 ? 0 : j];
      const copy = i !== y || j !== x;
      return el('div', { class: copy ? 'cell small copy' : 'cell small', 'data-at': `${i} ${j}` }, String(values[y][x]));
    };
    const [right, down] = [clashes(1, shape.at(-1)), clashes(2, shape.at(-2))];
    return el('div', { class: 'pnamed' }, el('p', { class: 'qq' }, words[which], ' ', el('b', {}, name(shape))),
      el('div', { class: `cells ${which}${right ? ' clashes' : ''}${down ? ' clashesdown' : ''}` }, ...range(tall).map(i => el('div', {}, ...range(wide).map(j => cell(i, j))))),
      ...(right || down ? [el('p', { class: 'v fail' }, `× ${right || down}`)] : []));
  }

  function result(rows, columns) {
    const buttons = range(rows).map(i => range(columns).map(j => el('button', { type: 'button', class: 'cell small', 'data-at': `${i} ${j}`, tabindex: -1, onclick: () => look(i, j), onfocus: () => look(i, j), onpointerenter: () => look(i, j) }, String(answer.sum[i][j]))));
    const box = el('div', { class: 'cells third', role: 'group', 'aria-label': words.sum }, ...buttons.map(row => el('div', {}, ...row)));
    box.addEventListener('keydown', event => {
      const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
      if (by) {
        event.preventDefault();
        buttons[clamp(here[0] + by[0], 0, rows - 1)][clamp(here[1] + by[1], 0, columns - 1)].focus();
      }
    });
    return el('div', { class: 'pnamed' }, el('p', { class: 'qq' }, words.result, ' ', el('b', {}, name(answer.axes.map(axis => axis.both)))), box);
  }

  function look(i, j) {
    here = [i, j];
    light();
  }

  /** The number of the sum and the two it comes from. */
  function light() {
    const [i, j] = here;
    const rank = answer.axes.length;
    boxes.querySelectorAll('.cell').forEach(cell => {
      const lit = cell.dataset.at === `${i} ${j}`;
      cell.classList.toggle('lit', lit && cell.tagName !== 'BUTTON');
      cell.classList.toggle('here', lit && cell.tagName === 'BUTTON');
      if (cell.tagName === 'BUTTON') {
        cell.tabIndex = lit ? 0 : -1;
        const [y, x] = cell.dataset.at.split(' ').map(Number);
        cell.setAttribute('aria-label', text(y, x));
      }
    });
    says.replaceChildren(words.fits(answer.shapes.first.join(', '), answer.shapes.second.join(', '), answer.axes.map(axis => axis.both).join(', ')), ' ', el('b', {}, text(i, j)));
    function text(y, x) {
      return words.cell((rank > 1 ? [y, x] : [x]).join(', '), part(answer.first, y, x), part(answer.second, y, x), answer.sum[y][x]);
    }
  }

  const part = (values, i, j) => values[values.length === 1 ? 0 : i][values[0].length === 1 ? 0 : j];
  const range = n => Array.from({ length: n }, (_, i) => i);

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, answer?.fits ? answer.sum.flatMap((row, i) => row.map((value, j) => [`${i}, ${j}`, part(answer.first, i, j), part(answer.second, i, j), value])) : []),
    summary: () => words.summary(says.textContent),
  };
}
