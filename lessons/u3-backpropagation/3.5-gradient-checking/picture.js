/**
 * Analytic slopes beside nudged ones, a pair of bars for each number. A pair that does not agree is marked.
 * Nudging and judging is done by `nudged` and `gradCheck`.
 */
const words = {
  formula: 'Formula', formulas: { squares: 'sum of squares', twice: 'one used twice', product: 'a product', mean: 'mean of cubes' },
  bug: 'Bug in the gradient', bugs: { none: 'none', sign: 'a sign is turned', factor: 'a factor 2 is missing', share: 'one share is lost', last: 'the last one is left at 0', mean: 'not divided by the count', exchanged: 'two have changed places' },
  h: 'Step h = 10 to the power of', analytic: 'analytic', nudged: 'nudged (striped)',
  number: i => `x${'₀₁₂₃'[i]}`, error: 'relative error', above: 'Above each pair: its relative error. At most 0.01 passes.',
  right: 'gradCheck accepts this gradient.', wrong: 'gradCheck rejects this gradient.',
  all: 'Every pair agrees.', off: (count, all) => `${count} of ${all} pairs do not agree.`,
  tooLarge: 'But the step shown is so large that nudging itself is off.', tooSmall: 'But the step shown is so small that rounding is all that is left.',
  bar: (i, analytic, nudged, error) => `x${i}: analytic ${analytic}, nudged ${nudged}, relative error ${error}`,
  chart: 'Slopes, analytic beside nudged',
  heads: ['number', 'analytic', 'nudged', 'relative error', 'verdict'], agrees: 'agrees', not: 'does not',
  summary: (formula, bug, text) => `Slopes of ${formula}; bug: ${bug}. ${text}`,
};
const X = [1.5, -0.5, 2, 0.75];
const WRONG = 0.01;

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number } = kit;
  const state = { formula: kit.parameters.formulas.split(/,\s*/)[0], bug: 'sign', power: Math.round(Math.log10(Number(kit.parameters.h))) };
  let answer = null;
  const options = names => Object.entries(names).map(([value, label]) => ({ value, label }));
  const short = value => (value !== 0 && Math.abs(value) < 0.001 ? power(value) : number(value, 3));

  /** As at school: 2·10⁻¹¹. */
  function power(value) {
    const [digit, exponent] = value.toExponential(0).split('e');
    return `${digit.replace('-', '−')}·10${exponent.replace(/[-+\d]/g, sign => ({ '-': '⁻', '+': '' })[sign] ?? '⁰¹²³⁴⁵⁶⁷⁸⁹'[sign])}`;
  }

  const board = el('div');
  const told = el('p', { class: 'psays' });
  root.append(
    el('div', { class: 'prow' },
      kit.choice(words.formula, options(words.formulas), state.formula, value => { state.formula = value; update(); }),
      kit.choice(words.bug, options(words.bugs), state.bug, value => { state.bug = value; update(); })),
    board, told,
    el('div', { class: 'prow' }, kit.slider('up', { min: -15, max: 0, step: 1, value: state.power, label: words.h }, value => { state.power = Math.round(value); update(); })));

  async function update() {
    const next = await kit.ask('compare', { formula: state.formula, bug: state.bug, h: 10 ** state.power, x: X });
    if (next) {
      answer = next;
      draw();
    }
  }

  function says() {
    const off = answer.errors.filter(error => error > WRONG).length;
    const note = off && answer.accepted ? (state.power > -4 ? words.tooLarge : words.tooSmall) : '';
    return [answer.accepted ? words.right : words.wrong, off ? words.off(off, answer.errors.length) : words.all, note].filter(Boolean).join(' ');
  }

  function draw() {
    if (!answer) {
      return;
    }
    const width = Math.max(240, Math.min(600, root.clientWidth || 560));
    const height = 236;
    const [top, bottom] = [46, 46];
    const all = [...answer.analytic, ...answer.nudged].filter(Number.isFinite);
    const high = Math.max(0, ...all);
    const low = Math.min(0, ...all);
    const Y = value => top + (height - top - bottom) * (1 - (value - low) / (high - low || 1));
    const cell = width / answer.analytic.length;
    const bar = Math.min(40, cell * 0.3);
    const stripes = svg('pattern', { id: 'nudged-stripes', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('rect', { width: 7, height: 7, fill: 'var(--ground)' }), svg('rect', { width: 4, height: 7, fill: 'var(--ink-2)' }));
    const parts = [svg('defs', {}, stripes), svg('path', { d: `M0 ${Y(0)}H${width}`, stroke: 'var(--edge)' })];
    answer.analytic.forEach((analytic, i) => {
      const [nudged, error] = [answer.nudged[i], answer.errors[i]];
      const off = error > WRONG;
      const middle = i * cell + cell / 2;
      const rect = (x, value, fill) => svg('rect', { x, y: Math.min(Y(0), Y(value)), width: bar, height: Math.max(1.5, Math.abs(Y(value) - Y(0))), fill, stroke: 'var(--ink)', 'stroke-width': 1 });
      const group = svg('g', { role: 'img', 'aria-label': words.bar(i, short(analytic), short(nudged), short(error)) });
      if (off) {
        group.append(svg('rect', { x: i * cell + 3, y: 2, width: cell - 6, height: height - 4, rx: 5, fill: 'var(--fail-soft)', stroke: 'var(--fail)', 'stroke-width': 1.5 }));
      }
      group.append(
        svg('g', { 'data-term': 'analytic' }, rect(middle - bar - 2, analytic, analytic < 0 ? 'var(--neg)' : 'var(--pos)')),
        svg('g', { 'data-term': 'nudged' }, rect(middle + 2, nudged, 'url(#nudged-stripes)')),
        off ? svg('path', { d: `M${middle - 5} 9l10 10m0 -10l-10 10`, stroke: 'var(--fail)', 'stroke-width': 2.4, fill: 'none' }) : svg('path', { d: `M${middle - 6} 14l4 4l8 -9`, stroke: 'var(--pass)', 'stroke-width': 2.2, fill: 'none' }),
        svg('text', { class: off ? 'lab i b' : 'lab', x: middle, y: 34, 'text-anchor': 'middle', 'data-term': 'error' }, short(error)),
        svg('text', { class: 'lab i b', x: middle, y: height - 26, 'text-anchor': 'middle' }, words.number(i)),
        svg('text', { class: 'lab', x: middle, y: height - 9, 'text-anchor': 'middle' }, cell < 110 ? number(analytic, 1) : `${number(analytic)} | ${number(nudged)}`));
      parts.push(group);
    });
    const drawing = kit.drawing(width, height, ...parts);
    drawing.setAttribute('role', 'group');
    drawing.setAttribute('aria-label', words.chart);
    const swatch = (x, fill, said) => [svg('rect', { x, y: 3, width: 14, height: 11, fill, stroke: 'var(--ink)' }), svg('text', { class: 'lab', x: x + 20, y: 13 }, said)];
    board.replaceChildren(
      svg('svg', { width: 256, height: 18, viewBox: '0 0 256 18', 'aria-hidden': 'true' }, ...swatch(1, 'var(--pos)', words.analytic), ...swatch(98, 'url(#nudged-stripes)', words.nudged)),
      drawing, el('p', { class: 'psays' }, words.above));
    told.replaceChildren(el('b', {}, says()));
    kit.announce(says());
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, answer ? answer.analytic.map((analytic, i) => [words.number(i), number(analytic, 4), number(answer.nudged[i], 4), short(answer.errors[i]), answer.errors[i] > WRONG ? words.not : words.agrees]) : []),
    summary: () => (answer ? words.summary(words.formulas[state.formula], words.bugs[state.bug], says()) : ''),
  };
}
