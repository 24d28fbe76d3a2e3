/**
 * A small playground in which the exercise's own classes compute: tiles of hidden neurons, links as wide as
 * the gradient of their weight, the plane as it is parted, and the loss curve.
 */
const words = {
  step: 'Step', further: '25 steps', play: 'Play', pause: 'Pause', again: 'From the start', seed: 'Seed',
  inputs: ['x', 'y'], network: 'the whole network', neuron: (layer, i) => `hidden ${layer}, neuron ${i}`, input: name => `input ${name}`,
  shows: name => `The plane shows ${name}.`,
  tiles: 'Neurons. Arrow keys walk them; the plane shows what the chosen one answers.',
  plane: name => `What ${name} answers everywhere, with the points of both arms`,
  status: (step, loss, right) => `Step ${step}: loss ${loss}; ${right} of 100 new points are right. The ceiling is 95, the best straight line gets 70.`,
  curve: 'Loss, step by step', first: 'step 0', last: step => `step ${step}`, loss: 'loss',
  largest: value => `The widest link is a gradient of ${value}.`,
  heads: ['layer', 'neuron', 'sum of its gradients, without signs'], layer: number => `layer ${number}`,
  summary: (status, shows) => `${status} ${shows}`,
};
const [END, BEGIN] = [600, 150];

/**
 * @param {HTMLElement} root
 * @param {any} kit
 */
export default function picture(root, kit) {
  const { el, svg, number } = kit;
  let seed = Number(kit.parameters.seed);
  let step = BEGIN;
  let state = null;
  let points = null;
  let timer = 0;
  let chosen = null;

  const links = svg('svg', { 'aria-hidden': 'true' });
  const canvas = el('canvas');
  const over = svg('svg', { role: 'img' });
  const tiles = [];
  const board = el('div', { role: 'group', 'aria-label': words.tiles });
  const status = kit.bind(el('p', { class: 'psays' }), 'forward');
  const shows = kit.bind(el('p', { class: 'psays' }), 'backward');
  const curve = kit.bind(el('div'), 'loss');
  const play = kit.button(words.play, () => (timer ? stop() : start()));
  root.append(board,
    el('div', { class: 'prow' }, play, kit.bind(kit.button(words.step, () => go(step + 1)), 'step'), kit.button(words.further, () => go(step + 25)), kit.button(words.again, () => go(0)),
      kit.slider('seed', { min: 1, max: 20, step: 1, value: seed, label: words.seed }, value => { seed = Math.round(value); ask(); })),
    status, shows, curve);

  kit.keep('step', () => step, next => go(Math.round(next)));

  function go(next) {
    stop();
    step = kit.clamp(next, 0, END);
    return ask();
  }

  function start() {
    if (step >= END) {
      step = 0;
    }
    play.textContent = words.pause;
    timer = setInterval(advance, kit.reducedMotion ? 1200 : 160);
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.textContent = words.play;
  }

  let waits = false;
  async function advance() {
    if (!root.isConnected || step >= END) {
      stop();
    } else if (!waits) {
      waits = true;
      step = Math.min(END, step + (kit.reducedMotion ? 50 : 4));
      await ask();
      waits = false;
    }
  }

  async function ask() {
    points ??= await kit.ask('points', {});
    const next = await kit.ask('state', { seed, step });
    if (next) {
      state = next;
      draw();
      kit.announce(status.textContent);
    }
  }

  const key = (column, i) => `${column} ${i}`;
  const name = at => (at === null ? words.network : at[0] === 0 ? words.input(words.inputs[at[1]]) : words.neuron(at[0], at[1] + 1));
  const columns = () => [[ramp(0), ramp(1)], ...state.tiles];

  /** The inputs as tiles: how far right, how far up. */
  function ramp(axis) {
    return Array.from({ length: state.tile ** 2 }, (_, i) => (axis === 0 ? 2 * (i % state.tile) / (state.tile - 1) - 1 : 1 - 2 * Math.floor(i / state.tile) / (state.tile - 1)));
  }

  function place(node, x, y, width, height) {
    Object.assign(node.style, { position: 'absolute', left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  }

  function draw() {
    if (!state || !points) {
      return;
    }
    const width = Math.max(240, Math.min(640, root.clientWidth || 560));
    const narrow = width < 340;
    const all = columns();
    const tile = width < 470 ? 24 : 30;
    const rows = Math.max(...all.map(column => column.length));
    const tall = rows * (tile + 6);
    const gap = narrow ? (width - tile) / all.length : tile + (width < 470 ? 28 : 46);
    const plane = narrow ? width : Math.min(width - 2 * gap - tile - 40, tall);
    const height = narrow ? tall + plane + 14 : Math.max(tall, plane);
    const X = column => column * gap;
    const Y = (column, i) => (tall - all[column].length * (tile + 6)) / 2 + i * (tile + 6) + 3;
    const planeX = narrow ? 0 : width - plane;
    const planeY = narrow ? tall + 14 : (height - plane) / 2;
    Object.assign(board.style, { position: 'relative', width: `${width}px`, height: `${height}px` });
    if (!tiles.length) {
      build(all);
    }
    drawLinks(width, height, { X, Y, tile, planeX, planeY, narrow, tall, all });
    tiles.forEach(({ node, face, column, i }) => {
      place(node, X(column), Y(column, i), tile, tile);
      const values = all[column][i];
      const reach = Math.max(1e-9, ...values.map(Math.abs));
      kit.paint(face, values, state.tile, value => value / reach);
      Object.assign(face.style, { width: '100%', height: '100%', display: 'block' });
      const here = chosen !== null && key(...chosen) === key(column, i);
      node.classList.toggle('here', here);
      node.setAttribute('aria-pressed', String(here));
    });
    place(canvas, planeX, planeY, plane, plane);
    place(over, planeX, planeY, plane, plane);
    drawPlane(plane, all);
    status.replaceChildren(el('b', {}, words.status(state.step, number(state.loss, 3), Math.round(100 * state.right))));
    const largest = Math.max(...state.gradients.flat(2).map(Math.abs));
    shows.textContent = `${words.shows(name(chosen))} ${words.largest(number(largest, 3))}`;
    drawCurve(width);
  }

  function build(all) {
    all.forEach((column, c) => column.forEach((_, i) => {
      const face = el('canvas');
      const node = el('button', { type: 'button', class: 'ptile', 'aria-label': name([c, i]), tabindex: c === 0 && i === 0 ? 0 : -1, onclick: () => choose(c, i, true), onpointerenter: () => choose(c, i, false) }, face);
      node.addEventListener('keydown', event => {
        const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
        if (by) {
          event.preventDefault();
          const to = kit.clamp(c + by[0], 0, all.length - 1);
          choose(to, kit.clamp(by[0] ? Math.round(i * (all[to].length - 1) / Math.max(1, column.length - 1)) : i + by[1], 0, all[to].length - 1), true);
        } else if (event.key === 'Escape') {
          chosen = null;
          draw();
        }
      });
      tiles.push({ node, face, column: c, i });
    }));
    board.replaceChildren(links, ...tiles.map(tile => tile.node), canvas, over);
    board.addEventListener('pointerleave', () => { chosen = null; draw(); });
  }

  function choose(column, i, focus) {
    chosen = [column, i];
    tiles.forEach(tile => {
      const here = tile.column === column && tile.i === i;
      tile.node.tabIndex = here ? 0 : -1;
      if (here && focus) {
        tile.node.focus();
      }
    });
    draw();
  }

  function drawLinks(width, height, { X, Y, tile, planeX, planeY, narrow, tall, all }) {
    for (const [attribute, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
      links.setAttribute(attribute, value);
    }
    place(links, 0, 0, width, height);
    const largest = Math.max(1e-12, ...state.gradients.flat(2).map(Math.abs));
    const paths = state.gradients.flatMap((layer, k) => layer.flatMap((row, i) => row.map((gradient, j) => {
      const last = k === state.gradients.length - 1;
      const [x1, y1] = [X(k) + tile, Y(k, i) + tile / 2];
      // where the plane lies below, the last links bend down to it
      const [x2, y2] = !last ? [X(k + 1), Y(k + 1, j) + tile / 2] : narrow ? [width - 34 + j * 18, planeY] : [planeX, tall / 2 + (j - 0.5) * 30];
      const [bend, enter] = last && narrow ? [`${x2} ${y1}`, `${x2} ${y1 + 20}`] : [`${(x1 + x2) / 2} ${y1}`, `${(x1 + x2) / 2} ${y2}`];
      const near = chosen !== null && (key(...chosen) === key(k, i) || key(...chosen) === key(k + 1, j));
      return svg('path', {
        d: `M${x1} ${y1}C${bend} ${enter} ${x2} ${y2}`, fill: 'none', stroke: `var(--${gradient < 0 ? 'neg' : 'pos'}-line)`,
        'stroke-width': 0.3 + 6 * Math.abs(gradient) / largest, 'stroke-dasharray': gradient < 0 ? '6 4' : 'none', opacity: near ? 1 : 0.55,
      });
    })));
    links.replaceChildren(...paths);
  }

  function drawPlane(size, all) {
    const values = chosen === null ? state.field : all[chosen[0]][chosen[1]];
    const side = chosen === null ? state.side : state.tile;
    kit.plane(canvas, values, side, { reach: chosen === null ? 6 : undefined });
    const at = value => size * (value / points.reach + 1) / 2;
    over.setAttribute('viewBox', `0 0 ${size} ${size}`);
    over.setAttribute('aria-label', words.plane(name(chosen)));
    over.replaceChildren(...points.x.map(([x, y], i) => (points.labels[i]
      ? svg('circle', { cx: at(x), cy: size - at(y), r: 3.1, fill: 'var(--pos)', stroke: '#fff', 'stroke-width': 1.1 })
      : svg('rect', { x: at(x) - 2.8, y: size - at(y) - 2.8, width: 5.6, height: 5.6, fill: 'var(--neg)', stroke: '#fff', 'stroke-width': 1.1 }))));
    over.style.pointerEvents = 'none';
  }

  function drawCurve(width) {
    const [height, left, right, top, bottom] = [104, 40, 64, 10, 22];
    const losses = [...state.losses, state.loss];
    const high = Math.max(...losses);
    const X = i => left + (width - left - right) * i / END;
    const Y = value => top + (height - top - bottom) * (1 - value / high);
    const text = (x, y, anchor, said, kind = 'lab') => svg('text', { class: kind, x, y, 'text-anchor': anchor }, said);
    const end = losses.length - 1;
    const drawing = kit.drawing(width, height,
      svg('path', { d: `M${left} ${Y(0)}H${width - right}M${left} ${top}V${Y(0)}`, stroke: 'var(--edge)', fill: 'none' }),
      svg('path', { d: kit.path(losses.map((loss, i) => [X(i), Y(loss)])), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2, 'stroke-linejoin': 'round' }),
      text(left - 6, top + 8, 'end', number(high, 1)), text(left - 6, Y(0) + 4, 'end', '0'), text(left, height - 5, 'start', words.first), text(width - right, height - 5, 'end', words.last(END)),
      kit.hereDot(X(end), Y(losses[end]), 4.5), text(X(end) + 12, Y(losses[end]) - 6, 'start', `${words.loss} ${number(losses[end], 3)}`, 'lab i b'));
    drawing.setAttribute('role', 'img');
    drawing.setAttribute('aria-label', `${words.curve}: ${number(losses[0], 3)} → ${number(losses[end], 3)}`);
    curve.replaceChildren(drawing);
  }

  ask();
  return {
    redraw: draw,
    swapped: () => { stop(); ask(); },
    table: () => kit.tableOf(words.heads, state ? state.gradients.flatMap((layer, k) => layer[0].map((_, j) => [words.layer(k + 1), j + 1, number(layer.reduce((sum, row) => sum + Math.abs(row[j]), 0), 4)])) : []),
    summary: () => (state ? words.summary(status.textContent, shows.textContent) : ''),
  };
}
