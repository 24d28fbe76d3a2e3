/**
 * A puzzle as boxes side by side: what goes in, the target, and what the line makes of it, number by number.
 * What differs is crossed. Below, the shape after every operation.
 */
const words = {
  puzzle: 'Puzzle', show: 'Show', slip: 'a typical slip', mine: 'your line', solution: 'the solution',
  names: { outer: '1 outer', diagonal: '2 diagonal', upperTriangle: '3 upperTriangle', oneHot: '4 oneHot', distances: '5 distances', centre: '6 centre', shares: '7 shares', reversed: '8 reversed', everySecond: '9 everySecond', totals: '10 totals' },
  slips: {
    outer: 'It lies on its side: the numbers of b go down.', diagonal: 'Without a mask, every number of a row is summed.', upperTriangle: 'Less leaves the diagonal out; the row itself counts too.',
    oneHot: 'Less or equal marks all classes up to the label.', distances: 'Differences that are not squared cancel each other.', centre: 'These are the means of the rows; the columns were meant.',
    shares: 'Divided by the sums of the columns; the rows were meant.', reversed: 'The sign is turned, not the order.', everySecond: 'It begins with the second.', totals: 'Each total leaves its own number out.',
  },
  input: 'in', target: 'target', same: 'Every number agrees.', shapes: (a, b) => `The shapes differ: [${a}] is wanted, and this is [${b}].`,
  differ: n => (n === 1 ? 'One number differs.' : `${n} numbers differ.`),
  steps: 'Shapes, operation by operation', away: 'This gives the line away', stepList: 'The operations of the engine, from first to last, with the shape that comes out of each.',
  wrong: (value, wanted) => `${value}, where ${wanted} is wanted`,
  heads: ['row', 'target', 'this'],
  summary: (name, text) => `Puzzle ${name}. ${text}`,
};

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg } = kit;
  const puzzles = (kit.parameters.puzzles ?? '').split(',').map(name => name.trim());
  let name = puzzles[0];
  let slip = false;
  let answer = null;

  const whose = el('div');
  const boxes = el('div', {});
  const says = el('p', { class: 'psays big', 'aria-live': 'polite' });
  const steps = el('ol', { class: 'psteps' });
  const more = el('details', {}, el('summary', {}, words.steps, ' ', el('span', { class: 'qq' }, words.away)), el('p', { class: 'qq' }, words.stepList), steps);
  root.append(el('div', { class: 'prow' }, kit.choice(words.puzzle, puzzles.map(value => ({ value, label: words.names[value] ?? value })), name, value => { name = value; update(); }), whose), boxes, says, more);
  more.hidden = kit.parameters.shapes !== 'yes';

  const maker = () => (kit.isSwapped() ? words.mine : words.solution);
  function choices() {
    whose.replaceChildren(kit.choice(words.show, [{ value: 'made', label: maker() }, { value: 'slip', label: words.slip }], slip ? 'slip' : 'made', value => { slip = value === 'slip'; update(); }));
  }

  async function update() {
    const asked = { name, slip };
    const next = await kit.ask('puzzle', asked);
    if (next) {
      answer = { ...next, asked };
      draw();
    }
  }

  const short = value => kit.number(value, Number.isInteger(value) ? 0 : 2);

  function grid(label, box, wanted) {
    const cell = (value, i, j) => {
      const right = wanted?.[i]?.[j];
      const isWrong = wanted && !(right !== undefined && Math.abs(right - value) < 1e-4);
      return el('div', { class: isWrong ? 'cell small pwrong' : 'cell small', ...(isWrong && { title: words.wrong(short(value), right === undefined ? '–' : short(right)) }) }, short(value), ...(isWrong ? [svg('svg', { viewBox: '0 0 42 34', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, svg('path', { d: 'M3 3L39 31M39 3L3 31', stroke: 'var(--fail)', 'stroke-width': 1.6 }))] : []));
    };
    const content = typeof box === 'number' ? el('div', { class: 'cells' }, el('div', {}, el('div', { class: 'cell small' }, String(box)))) : el('div', { class: 'cells' }, ...box.rows.map((row, i) => el('div', {}, ...row.map((value, j) => cell(value, i, j)))));
    return el('div', { class: 'pnamed' }, el('p', { class: 'qq' }, label, ' ', el('b', {}, typeof box === 'number' ? '' : `[${box.shape.join(', ')}]`)), content);
  }

  function draw() {
    if (!answer) {
      return;
    }
    const { asked, target, made } = answer;
    const shapesAgree = String(target.shape) === String(made.shape);
    const wrong = made.rows.flatMap((row, i) => row.filter((value, j) => !(Math.abs((target.rows[i]?.[j] ?? NaN) - value) < 1e-4))).length;
    // what is compared stands side by side
    boxes.replaceChildren(el('div', { class: 'pbeside pboxes' }, ...answer.inputs.map(input => grid(`${words.input}: ${input.name}`, input.box))),
      el('div', { class: 'pbeside pboxes' }, el('span', { class: 'psign', 'aria-hidden': 'true' }, '→'), grid(words.target, target), grid(asked.slip ? words.slip : maker(), made, target.rows)));
    const isRight = shapesAgree && !wrong;
    says.replaceChildren(el('span', { class: isRight ? 'v pass' : 'v fail' }, svg('svg', { width: 18, height: 18, viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', 'stroke-width': 2.4, 'aria-hidden': 'true' }, svg('path', { d: isRight ? 'M4 10.5l4 4 8-9' : 'M5 5l10 10M15 5L5 15' })),
      isRight ? words.same : shapesAgree ? words.differ(wrong) : words.shapes(target.shape.join(', '), made.shape.join(', '))), ' ', asked.slip ? words.slips[asked.name] : '');
    steps.replaceChildren(...answer.steps.map(step => el('li', {}, el('span', {}, step.name), ' ', el('b', {}, `[${step.shape.join(', ')}]`))));
  }

  choices();
  update();
  return {
    redraw: draw,
    swapped: () => { choices(); update(); },
    table: () => kit.tableOf(words.heads, answer ? answer.target.rows.map((row, i) => [i, row.map(short).join(', '), (answer.made.rows[i] ?? []).map(short).join(', ')]) : []),
    summary: () => words.summary(words.names[name] ?? name, says.textContent),
  };
}
