/**
 * The pictures of a run: its figures as lines, the gradient of every layer at every step, and how layers do at
 * one step; or the same as tables.
 */
import words from '../words/run.js';
import { brief } from '../shell/axes.js';
import { $, el, number } from '../shell/draw.js';
import { drawHeat, heatTable } from '../shell/heat.js';
import { drawLines, linesTable } from '../shell/lines.js';
import { beginning, learning, present, quietLayers, valueAt, valueText } from './facts.js';
import { drawGauge, drawSkyline, layerTable } from './gauges.js';
import { isAlive, LOOKS } from './list.js';
import { byExamples, nameOf, posts, reach, rowName, unit, view } from './view.js';

/** Draws all of them. */
export function drawPictures(layers) {
  lines();
  heat(layers);
  gauges(layers);
}

/** The lines: the watched run in ink, others in colours with marks, named at their ends. */
function lines() {
  const c = words.chart;
  const { figure, names } = view.frame;
  const choice = $('#figure');
  if (choice.dataset.names !== names.join('\n')) {
    choice.dataset.names = names.join('\n');
    choice.replaceChildren(...names.map(name => el('option', { value: name }, name)));
  }
  choice.value = figure;
  choice.hidden = names.length < 2;
  $('#lossfig h2').textContent = c.title(figure);
  const both = view.frame.unseen.size > 1;
  const says = [c.says(view.frame.unseen.size, figure), c.good[figure] ?? c.good.other, byExamples() ? c.axisExamples : ''].join('|');
  if ($('#lossfig .says').dataset.says !== says) {
    $('#lossfig .says').dataset.says = says;
    const [text, good, axis] = says.split('|');
    $('#lossfig .says').replaceChildren(text, ' ', ...(good ? [el('span', { class: 'gd' }, good)] : []), axis ? ' ' + axis : '');
  }
  const percent = figure === 'accuracy' ? 100 : 1;
  const scaled = (line, batch) => ({ x: byExamples() ? line.x.map(x => x * batch) : line.x, y: percent === 1 ? line.y : line.y.map(y => y * percent) });
  const all = [];
  view.others.forEach((id, i) => {
    const other = view.overlays.get(id);
    if (other) {
      const [colour, mark] = LOOKS[i];
      all.push({ ...scaled(other.unseen.size > 1 ? other.unseen : other.seen, other.batch), name: nameOf(other), colour, mark, width: 1.8 });
    }
  });
  if (view.frame.seen.size) {
    all.push({ ...scaled(view.frame.seen, view.frame.batch), name: both ? '' : c.thisRun, bold: true, faint: both, width: both ? 1.2 : 2 });
  }
  if (view.frame.unseen.size) {
    all.push({ ...scaled(view.frame.unseen, view.frame.batch), name: both ? c.thisRun : '', bold: true, mark: 'circle', width: 2.2 });
  }
  const alive = isAlive(view.frame);
  const k = view.details?.classes ?? 0;
  const guess = k > 1 && figure === 'loss' ? Math.log(k) : k > 1 && figure === 'accuracy' ? 100 / k : NaN;
  const [first, now] = [valueText(figure, beginning(view.frame)), valueText(figure, present(view.frame))];
  const label = c.summary(c.title(figure), first, now, view.others.filter(id => view.overlays.has(id)).map(id => nameOf(view.overlays.get(id))).join(', '), !!view.frame.lost);
  const root = $('#loss');
  if (!all.length) {
    root.replaceChildren(el('p', { class: 'qq' }, c.none));
    return;
  }
  if (view.tables) {
    const named = all.map(line => ({ ...line, name: line.name || (line.faint ? c.seen : c.unseen) }));
    root.replaceChildren(linesTable(named, byExamples() ? c.examples : c.step, c.thinned));
    return;
  }
  const scale = unit();
  view.places = drawLines(root, all, {
    label, to: reach() * scale, log: wide(all), low: figure === 'loss' || figure === 'accuracy' ? 0 : undefined,
    rules: Number.isFinite(guess) ? [{ y: guess, name: innerWidth < 700 ? c.guessShort : c.guess(number(guess, figure === 'loss' ? 2 : 0)) }] : [],
    posts: posts().map(post => ({ ...post, x: post.step * scale, y: valueAt(view.frame.unseen.size > 1 ? view.frame.unseen : view.frame.seen, post.step) * percent })),
    at: (view.at ?? view.frame.step) * scale, ahead: alive && view.at === null ? c.ahead : '',
  });
}

/** Whether lines span so many decades that only powers of ten show them. */
function wide(all) {
  const values = all.flatMap(line => Array.from(line.y)).filter(value => Number.isFinite(value));
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  return low > 0 && values.reduce((a, b) => Math.max(a, b), 0) > 1e4 * low;
}

function heat(layers) {
  const h = words.heat;
  const root = $('#heat');
  const alive = isAlive(view.frame);
  if (!view.map?.rows.length) {
    root.replaceChildren(el('p', { class: 'qq' }, alive ? h.none : h.never));
    $('.folded').textContent = '';
    view.heatPlaces = null;
    return;
  }
  const scale = unit();
  const flat = view.map.gradients.flat().filter(value => Number.isFinite(value) && value > 0);
  const high = Math.ceil(Math.log10(flat.reduce((a, b) => Math.max(a, b), 1e-3)));
  const low = Math.min(high - 4, Math.max(high - 12, Math.floor(Math.log10(flat.reduce((a, b) => Math.min(a, b), 1e-5)))));
  const last = view.map.gradients.at(-1);
  const finite = last.map(value => (Number.isFinite(value) ? value : 0));
  const quiet = quietLayers(layers);
  const all = {
    label: h.summary(view.map.layers, rowName(finite.indexOf(Math.max(...finite))), rowName(finite.indexOf(Math.min(...finite)))),
    rows: view.map.rows.map((_, i) => rowName(i).split('–')[0]), x: view.map.steps.map(step => step * scale), columns: view.map.gradients, to: reach() * scale, upTo: view.frame.step * scale,
    low, high, loud: h.loud, silent: h.silent, ahead: alive ? h.ahead : '', at: (view.at ?? view.frame.step) * scale, rowsName: h.rows,
    marked: view.marked !== null ? [view.marked, view.marked] : quiet && view.at === null ? [0, Math.max(0, Math.ceil(quiet / view.map.fold) - 1)] : undefined,
    xText: (x, first) => (first && !byExamples() ? `step ${x}` : x.toLocaleString('en')),
  };
  $('.folded').textContent = [view.map.fold > 1 ? h.folded(view.map.layers, view.map.fold) : '', view.map.thinned ? h.thinned(view.map.looks) : ''].join(' ').trim();
  if (view.tables) {
    root.replaceChildren(heatTable({ ...all, rows: view.map.rows }, words.layerTable[0], brief));
    view.heatPlaces = null;
    return;
  }
  view.heatPlaces = drawHeat(root, all);
}

function gauges(layers) {
  const none = !layers.length;
  ['#skyfig', '#movefig', '#outfig'].forEach(id => ($(id).hidden = none));
  if (none) {
    return;
  }
  const all = (view.look?.layers ?? []).map(layer => ({ name: layer[0], deviation: Number(layer[5]), dead: Number(layer[7]) }));
  const step = words.at(words.count(view.look.step));
  $('#skyfig .says').firstChild.textContent = words.sky.says.replace('at the marked step', step);
  if (view.tables) {
    $('#sky').replaceChildren(layerTable(layers));
    $('#move').replaceChildren();
    $('#out').replaceChildren();
    ['#movefig', '#outfig'].forEach(id => ($(id).hidden = true));
    return;
  }
  const laid = view.others.map((id, i) => ({ other: view.overlays.get(id), look: LOOKS[i] })).filter(({ other }) => other?.look.length)
    .map(({ other, look: [colour, mark] }) => ({ name: nameOf(other), colour, mark, layers: learning({ layers: other.look }) }));
  drawSkyline($('#sky'), layers, { quiet: quietLayers(layers), others: laid.slice(0, 2) });
  drawGauge($('#move'), layers.map(layer => layer.update), { low: -9, high: 0, good: [1e-4, 1e-2], words: words.move });
  drawGauge($('#out'), all.map(layer => layer.deviation), { low: -3, high: 3, good: [0.5, 2], words: words.out });
  const dead = all.reduce((worst, layer) => (layer.dead > (worst?.dead ?? 0.2) ? layer : worst), null);
  if (dead) {
    $('#out').append(el('p', { class: 'qq' }, words.out.dead(number(100 * dead.dead, 0), dead.name)));
  }
}
