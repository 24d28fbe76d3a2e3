/**
 * Row meets column: two tables and their product. The chosen number of the product lights the row and the
 * column it comes from, and their dot product climbs as a stair. The product is computed by `matmul`.
 */
const words = {
  first: 'first', second: 'second', product: 'product',
  cell: (table, row, column) => `${table}, row ${row}, column ${column}`,
  result: (row, column, value) => `product, row ${row}, column ${column}${value && `: ${value}`}`,
  product3: 'The product. Arrow keys walk its numbers.',
  sum: (row, column) => `Row ${row} meets column ${column}`,
  end: 'sum',
  row: row => `Row ${row} of the product depends on it.`,
  column: column => `Column ${column} of the product depends on it.`,
  wrong: 'This is no number from −99 to 99.',
  summary: (rows, columns, text) => `Two tables and their product of ${rows} rows and ${columns} columns. ${text}`,
  heads: ['row and column', 'products', 'sum'],
};
const MOST = 99;

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, number } = kit;
  const a = kit.numbers(kit.parameters.first);
  const b = kit.numbers(kit.parameters.second);
  const chosen = { row: 0, column: 0 };
  let answer = null;

  const first = inputs('first', a, (row) => words.row(row + 1), (row, _, i) => i === row);
  const second = inputs('second', b, (_, column) => words.column(column + 1), (_, column, i, j) => j === column);
  const results = a.map((_, row) => b[0].map((_, column) => el('button', {
    type: 'button', class: 'cell', tabindex: row || column ? -1 : 0, 'aria-label': words.result(row + 1, column + 1, ''), onclick: () => choose(row, column), onfocus: () => choose(row, column), onpointerenter: () => choose(row, column),
  })));
  const product = el('div', { class: 'cells', role: 'group', 'aria-label': words.product3 }, ...results.map(row => el('div', {}, ...row)));
  product.addEventListener('keydown', walk);
  const sum = el('p', { class: 'psays', 'aria-live': 'polite' });
  const note = el('p', { class: 'psays' });
  const stair = el('div');
  // the formula of the lesson names these three
  kit.bind(first.box, 'row');
  kit.bind(second.box, 'column');
  kit.bind(product, 'result');
  root.append(el('div', { class: 'meeting' }, el('span'), second.box, first.box, product), note, sum, stair);

  function inputs(name, values, says, reaches) {
    const cells = values.map((row, i) => row.map((value, j) => {
      const cell = el('input', { type: 'number', step: 'any', class: 'cell', value, 'aria-label': words.cell(words[name], i + 1, j + 1) });
      cell.addEventListener('input', () => {
        const wanted = cell.value === '' ? NaN : Number(cell.value);
        const legal = Math.abs(wanted) <= MOST;
        cell.setAttribute('aria-invalid', String(!legal));
        note.textContent = legal ? says(i, j) : words.wrong;
        if (legal) {
          values[i][j] = wanted;
          update();
        }
      });
      cell.addEventListener('focus', () => {
        note.textContent = says(i, j);
        results.forEach((line, r) => line.forEach((result, c) => result.classList.toggle('depends', reaches(i, j, r, c))));
      });
      cell.addEventListener('blur', () => {
        note.textContent = '';
        cell.value = values[i][j];
        cell.setAttribute('aria-invalid', 'false');
        results.flat().forEach(result => result.classList.remove('depends'));
      });
      return cell;
    }));
    return { cells, box: el('div', { class: 'cells', role: 'group', 'aria-label': words[name] }, ...cells.map(row => el('div', {}, ...row))) };
  }

  function walk(event) {
    const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (by) {
      event.preventDefault();
      results[kit.clamp(chosen.row + by[0], 0, a.length - 1)][kit.clamp(chosen.column + by[1], 0, b[0].length - 1)].focus();
    }
  }

  function choose(row, column) {
    Object.assign(chosen, { row, column });
    draw();
  }

  async function update() {
    const next = await kit.ask('product', { a, b });
    if (next) {
      answer = next;
      draw();
    }
  }

  kit.keep('tables', () => [a, b], tables => {
    const fits = (own, given) => given?.length === own.length && given.every((row, i) => row.length === own[i].length && row.every(value => Math.abs(value) <= MOST));
    if (fits(a, tables[0]) && fits(b, tables[1])) {
      [[first, a], [second, b]].forEach(([{ cells }, own], t) => own.forEach((row, i) => row.forEach((_, j) => {
        row[j] = tables[t][i][j];
        cells[i][j].value = row[j];
      })));
      update();
    }
  });

  const short = value => number(value, Number.isInteger(value) ? 0 : 2);
  const sumText = (row, column) => a[row].map((value, p) => `${short(value)} × ${short(b[p][column])}`).join(' + ');

  function draw() {
    if (!answer) {
      return;
    }
    const { row, column } = chosen;
    first.cells.forEach((line, i) => line.forEach(cell => cell.classList.toggle('lit', i === row)));
    second.cells.forEach(line => line.forEach((cell, j) => cell.classList.toggle('lit', j === column)));
    results.forEach((line, i) => line.forEach((cell, j) => {
      const here = i === row && j === column;
      const value = answer.result[i]?.[j];
      cell.textContent = value === undefined ? '' : short(value);
      cell.tabIndex = here ? 0 : -1;
      cell.classList.toggle('here', here);
      cell.setAttribute('aria-pressed', String(here));
      cell.setAttribute('aria-label', words.result(i + 1, j + 1, cell.textContent));
    }));
    const value = answer.result[row][column];
    sum.replaceChildren(`${words.sum(row + 1, column + 1)}: `, el('b', {}, `${sumText(row, column)} = ${short(value)}`));
    const width = Math.min(520, root.clientWidth || 420);
    stair.replaceChildren(kit.drawing(width, 168, kit.stair(
      answer.terms[row][column].map((term, p) => ({ value: term, label: `${short(a[row][p])} × ${short(b[p][column])}` })),
      { width, height: 168, digits: answer.terms[row][column].every(Number.isInteger) ? 0 : 2, final: value, end: words.end, name: words.sum(row + 1, column + 1) })));
  }

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, a.flatMap((_, i) => b[0].map((_, j) => [`${i + 1}, ${j + 1}`, sumText(i, j), answer ? short(answer.result[i][j]) : '']))),
    summary: () => words.summary(a.length, b[0].length, sum.textContent),
  };
}
