/**
 * The panel of a check, and the picture whose numbers are counted: what `answer()` returns fills as many of
 * them, and the check says what it thinks of it.
 */
const words = {
  code: 'answer() returns', value: 'what answer() returns',
  examples: ['return 0;', 'return 28 + 28;', 'return 28 * 28;'],
  titles: ['Not started yet', 'Not yet: another number is right', 'Passed'],
  because: {
    untouched: 'It still returns 0. Change the number after return, save the file, and check again.',
    sum: 'That is 28 plus 28: one row and one column. But each of the 28 rows has 28 numbers of its own.',
    row: 'That is a single row. How many rows are there?',
    colour: 'That would be a picture in colour, with three numbers for each pixel.',
    fewer: 'The picture has more numbers than that.', more: 'The picture does not have that many numbers.',
    right: 'Each of the 28 rows has 28 numbers.',
  },
  expected: 'expected', yours: 'yours', red: 'red cross', green: 'green tick',
  filled: (value, rows) => (rows >= 1 ? `${value} numbers reach through ${rows === 1 ? 'one row' : `${rows} rows`} of 28.` : 'Nothing is filled yet.'),
  shirt: 'A picture of a shirt, 28 pixels wide and 28 high. As many pixels as are counted stand out',
  invalid: 'A whole number from 0 to 9,999, please.',
  heads: ['the line', 'the check says', 'why'],
  summary: (value, title) => `A check panel. For ${value} it says: ${title}.`,
};
const EXAMPLES = [0, 56, 784];
const MOST = 9999;

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg } = kit;
  const states = (kit.parameters.states ?? '').split(',').map(state => state.trim());
  let value = 0;
  let answer = null;
  let shirt = null;
  /** what the check says to each of the examples */
  let ends = [];

  const canvas = el('canvas', { class: 'ppixels pcount', role: 'img', 'aria-label': words.shirt, width: 28, height: 28 });
  const counted = el('p', { class: 'qq' });
  const card = el('div', { class: 'finding pcheck' });
  const field = el('input', { type: 'number', min: 0, max: MOST, step: 1, value, class: 'cell', 'aria-label': words.value });
  const note = el('span', { class: 'v fail' });
  const treads = el('div', { class: 'ptreads' });
  field.addEventListener('input', () => {
    const wanted = field.value === '' ? NaN : Number(field.value);
    const legal = Number.isInteger(wanted) && wanted >= 0 && wanted <= MOST;
    field.setAttribute('aria-invalid', String(!legal));
    note.textContent = legal ? '' : words.invalid;
    if (legal) {
      take(wanted);
    }
  });
  root.append(el('div', { class: 'pbeside ptop' },
    el('div', { class: 'pcolumn' }, canvas, counted),
    el('div', { class: 'pgrow' }, treads, el('p', { class: 'pline' }, el('label', {}, el('span', { class: 'mono' }, words.code), ' ', field), ' ', note), card)));

  async function take(next) {
    value = next;
    const said = await kit.ask('check', { value });
    if (said) {
      answer = said;
      draw();
    }
  }

  kit.keep('value', () => value, next => {
    field.value = kit.clamp(Math.round(next), 0, MOST);
    take(Number(field.value));
  });

  /** Asks all there is to ask: what the three examples come to first. */
  async function begin() {
    const said = [];
    for (const example of EXAMPLES) {
      said.push(await kit.ask('check', { value: example }));
    }
    ends = said;
    await take(value);
    shirt ??= await kit.ask('shirt', {});
    draw();
  }

  const sign = state => el('span', { class: state === 2 ? 'v pass' : 'v fail' },
    svg('svg', { width: 20, height: 20, viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', 'stroke-width': 2.4, role: 'img', 'aria-label': state === 2 ? words.green : words.red },
      svg('path', { d: state === 2 ? 'M4 10.5l4 4 8-9' : 'M5 5l10 10M15 5L5 15' })));

  function draw() {
    if (!answer) {
      return;
    }
    const { state, expected, because, rows } = answer;
    card.replaceChildren(el('h3', {}, sign(state), ' ', words.titles[state]),
      el('p', {}, words.because[because]),
      ...(state === 1 ? [el('p', { class: 'ptwo' }, el('span', { class: 'q' }, words.expected), ' ', el('b', {}, expected), el('span', { class: 'q' }, words.yours), ' ', el('b', {}, value))] : []),
      el('p', { class: 'q' }, sign(state), ' ', kit.parameters.check ?? ''));
    counted.textContent = words.filled(value, rows);
    drawTreads(state);
    drawShirt();
  }

  /** Three states, one step up each: a line of code, and what is said to it. */
  function drawTreads(present) {
    const focused = [...treads.children].indexOf(document.activeElement);
    treads.replaceChildren(...EXAMPLES.map((example, i) => el('button', {
      type: 'button', class: `ptread step${i}`, 'aria-pressed': String(i === present), onclick: () => { field.value = example; field.setAttribute('aria-invalid', 'false'); note.textContent = ''; take(example); },
    }, i === present ? svg('svg', { width: 20, height: 20, 'aria-hidden': 'true' }, kit.hereDot(10, 10, 4)) : el('span'), el('code', {}, words.examples[i]), el('span', {}, sign(ends[i]?.state ?? i), ' ', states[i] ?? ''))));
    treads.children[focused]?.focus();
  }

  /** What is not counted yet is pale. */
  function drawShirt() {
    if (shirt) {
      const context = canvas.getContext('2d');
      const image = context.createImageData(shirt.side, shirt.side);
      shirt.numbers.forEach((bright, i) => image.data.set([bright, bright, bright, i < value ? 255 : 70], 4 * i));
      context.putImageData(image, 0, 0);
    }
  }

  begin();
  return {
    redraw: draw,
    swapped: begin,
    table: () => kit.tableOf(words.heads, ends.filter(Boolean).map((end, i) => [words.examples[i], words.titles[end.state], words.because[end.because]])),
    summary: () => words.summary(value, answer ? words.titles[answer.state] : ''),
  };
}
