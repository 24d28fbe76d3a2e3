/**
 * A network with its shapes: a column of tiles for each layer, the sizes typed in, the parameters counted by
 * `parameters`. Tiles hold what `Dense.forward` answers to one example.
 */
const words = {
  sizes: 'Sizes, from input to output', batch: 'Examples in a batch',
  input: 'input', hidden: number => `hidden ${number}`, output: 'output',
  wrong: (most, size) => `Two to ${most} whole numbers from 1 to ${size}, such as 3, 4, 2.`,
  layer: (number, inputs, outputs, biases, count) => `Layer ${number}: weights ${inputs} by ${outputs}, biases ${biases}, together ${count} parameters`,
  weights: (inputs, outputs) => `W [${inputs}, ${outputs}]`, biases: outputs => `b [${outputs}]`,
  how: (number, outputs, inputs, count) => `Layer ${number}: ${outputs} neurons with ${inputs} weights and 1 bias each are ${count} parameters.`,
  total: count => `${count} parameters in all`,
  more: count => `and ${count} more`,
  counted: 'This one is counted, but too large to be run for a picture: its tiles stay empty.',
  tile: 'Tiles: what each neuron answers to one example.',
  heads: ['layer', 'takes', 'weight', 'bias', 'gives', 'parameters'],
  summary: (sizes, counts, total) => `A network of sizes ${sizes}. Parameters of its layers: ${counts}; ${total} in all.`,
  drawing: (sizes) => `Network with layers of ${sizes} neurons`,
};
const [MOST, SIZE, SHOWN] = [6, 10000, 8];

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg } = kit;
  let [sizes] = kit.numbers(kit.parameters.sizes);
  let batch = Number(kit.parameters.batch);
  let answer = null;
  let chosen = 0;
  const whole = value => value.toLocaleString('en-GB');

  const field = el('input', { type: 'text', id: 'layer-sizes', value: sizes.join(', '), inputmode: 'numeric', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'layer-sizes-note' });
  const note = el('p', { class: 'psays', id: 'layer-sizes-note', role: 'status' });
  kit.keep('sizes', () => sizes, next => {
    field.value = next.join(', ');
    field.dispatchEvent(new Event('input'));
  });
  field.addEventListener('input', () => {
    const typed = field.value.split(/[\s,;]+/).filter(Boolean).map(Number);
    const legal = typed.length >= 2 && typed.length <= MOST && typed.every(size => Number.isInteger(size) && size >= 1 && size <= SIZE);
    field.setAttribute('aria-invalid', String(!legal));
    note.textContent = legal ? '' : words.wrong(MOST, whole(SIZE));
    if (legal) {
      sizes = typed;
      chosen = Math.min(chosen, sizes.length - 2);
      update();
    }
  });
  const board = el('div');
  const list = el('div', { class: 'players' });
  const how = el('p', { class: 'psays' });
  root.append(
    el('div', { class: 'prow' },
      el('div', { class: 'ctl psizes' }, el('label', { for: 'layer-sizes' }, words.sizes), field),
      kit.slider('x', { min: 1, max: 64, step: 1, value: batch, label: words.batch }, value => { batch = Math.max(1, Math.round(value)); draw(); })),
    note, board, list, how);

  async function update() {
    const next = await kit.ask('network', { sizes });
    if (next) {
      answer = next;
      draw();
    }
  }

  const name = k => (k === 0 ? words.input : k === answer.layers.length ? words.output : words.hidden(k));
  const size = k => (k === 0 ? answer.layers[0].inputs : answer.layers[k - 1].outputs);
  const values = k => (k === 0 ? answer.input : answer.layers[k - 1].answer);

  function draw() {
    if (!answer) {
      return;
    }
    const columns = answer.layers.length + 1;
    const width = Math.max(240, Math.min(640, root.clientWidth || 560));
    const [tile, step, top] = [20, 27, 4];
    const rows = Math.max(...Array.from({ length: columns }, (_, k) => Math.min(SHOWN, size(k))));
    const height = top + rows * step + 62;
    const gap = (width - 80) / (columns - 1);
    const X = k => 40 + k * gap;
    const shown = k => Math.min(SHOWN, size(k));
    const Y = (k, i) => top + (rows - shown(k)) * step / 2 + i * step + step / 2;
    const links = svg('g', { 'aria-hidden': 'true' });
    answer.layers.forEach((layer, k) => layer.weight.forEach((row, i) => row.forEach((weight, j) => {
      const here = k === chosen;
      links.append(svg('path', {
        d: `M${X(k) + tile / 2} ${Y(k, i)}L${X(k + 1) - tile / 2} ${Y(k + 1, j)}`, stroke: here ? `var(--${weight < 0 ? 'neg' : 'pos'}-line)` : 'var(--edge)',
        'stroke-width': 0.4 + 2 * Math.abs(weight), 'stroke-dasharray': weight < 0 ? '4 3' : 'none', opacity: here ? 0.9 : 0.4,
      }));
    })));
    const parts = [links];
    for (let k = 0; k < columns; k++) {
      const group = svg('g', {});
      const largest = Math.max(1e-9, ...values(k).map(Math.abs));
      for (let i = 0; i < shown(k); i++) {
        const value = values(k)[i];
        const known = value !== undefined;
        group.append(svg('rect', {
          x: X(k) - tile / 2, y: Y(k, i) - tile / 2, width: tile, height: tile, rx: 2, stroke: 'var(--ink)', 'stroke-width': 1,
          fill: known && value !== 0 ? `var(--${value < 0 ? 'neg' : 'pos'})` : 'var(--zero)', 'fill-opacity': known && value !== 0 ? 0.25 + 0.75 * Math.abs(value) / largest : 1,
        }));
        if (known && value < 0) {
          group.append(svg('path', { d: `M${X(k) - 5} ${Y(k, i)}h10`, stroke: '#14181F', 'stroke-width': 2.4 }), svg('path', { d: `M${X(k) - 5} ${Y(k, i)}h10`, stroke: '#fff', 'stroke-width': 1.2 }));
        }
      }
      const below = top + rows * step;
      const text = (y, strong, said) => svg('text', { class: strong ? 'lab i b' : 'lab', x: X(k), y, 'text-anchor': 'middle' }, said);
      group.append(text(below + 14, false, size(k) > SHOWN ? `… ${whole(size(k))}` : String(size(k))), text(below + 32, true, gap < 74 && k > 0 && k < columns - 1 ? `h${k}` : name(k)));
      if (gap >= 74 || k % 2 === 0) {
        group.append(text(below + 50, false, `[${batch}, ${size(k)}]`));
      }
      if (k === 0) {
        group.dataset.term = 'x';
      }
      parts.push(group);
    }
    const drawing = kit.drawing(width, height, ...parts);
    drawing.setAttribute('role', 'img');
    drawing.setAttribute('aria-label', words.drawing(sizesText()));
    board.replaceChildren(drawing);
    list.replaceChildren(...answer.layers.map(row), el('p', { class: 'psays' }, el('b', {}, words.total(whole(answer.total))), `. ${answer.runs ? words.tile : words.counted}`));
    const layer = answer.layers[chosen];
    how.textContent = words.how(chosen + 1, whole(layer.outputs), whole(layer.inputs), whole(layer.parameters));
  }

  function row(layer, k) {
    const share = layer.parameters / Math.max(1, answer.total);
    const bar = svg('svg', { width: 110, height: 14, 'aria-hidden': 'true' }, svg('rect', { x: 0, y: 3, width: 110, height: 8, fill: 'var(--line)' }), svg('rect', { x: 0, y: 3, width: Math.max(1.5, 110 * share), height: 8, fill: 'var(--ink)' }));
    const made = el('button', {
      type: 'button', class: k === chosen ? 'player here' : 'player', 'aria-pressed': k === chosen, 'aria-label': words.layer(k + 1, layer.inputs, layer.outputs, layer.outputs, whole(layer.parameters)),
      onclick: () => { chosen = k; draw(); list.children[k].focus(); kit.announce(how.textContent); },
    }, el('span', {}, name(k), ' → ', name(k + 1)), el('span', { class: 'mono', 'data-term': 'w' }, words.weights(layer.inputs, layer.outputs)), el('span', { class: 'mono', 'data-term': 'b' }, words.biases(layer.outputs)), bar, el('b', {}, whole(layer.parameters)));
    return made;
  }

  const sizesText = () => [answer.layers[0].inputs, ...answer.layers.map(layer => layer.outputs)].join(', ');

  update();
  return {
    redraw: draw,
    swapped: update,
    table: () => kit.tableOf(words.heads, answer ? answer.layers.map((layer, k) => [`${name(k)} → ${name(k + 1)}`, `[${batch}, ${layer.inputs}]`, `[${layer.inputs}, ${layer.outputs}]`, `[${layer.outputs}]`, `[${batch}, ${layer.outputs}]`, whole(layer.parameters)]) : []),
    summary: () => (answer ? words.summary(sizesText(), answer.layers.map(layer => whole(layer.parameters)).join(', '), whole(answer.total)) : ''),
  };
}
