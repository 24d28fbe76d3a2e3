/**
 * Runs: whatever trains on this machine, as it writes it down. The studio reads; this page draws.
 */
import words from '../words/run.js';
import { brief } from '../shell/axes.js';
import { $, clamp, el, number } from '../shell/draw.js';
import { drawHeat, heatTable } from '../shell/heat.js';
import { drawLines, linesTable } from '../shell/lines.js';
import { Live } from '../shell/live.js';
import { answer, follow, shell } from '../shell/shell.js';
import { Bar } from './bar.js';
import { branchDialog } from './branch.js';
import { button, card, emptyPage, made } from './cards.js';
import { beginning, headline, learning, present, quietLayers, series, valueAt, valueText } from './facts.js';
import { drawGauge, drawSkyline, layerTable } from './gauges.js';
import { changesText, drawList, LOOKS, MOST_OTHERS } from './list.js';

const LATEST = Number.MAX_SAFE_INTEGER;
const fromLink = new URLSearchParams(location.hash.replace(/^#/, ''));

/** What there is, as the studio told it. */
let runs = { rows: [], all: 0, now: 0, folder: '', canBegin: false };
let off = false;
/** What is looked at. */
let watched = fromLink.get('run') ?? '';
let chosen = !!watched;
let others = (fromLink.get('with') ?? '').split(',').filter(Boolean).slice(0, MOST_OTHERS);
let frame = null;
let details = null;
let map = null;
let look = null;
let at = null;
let marked = null;
let tables = false;
let begun = '';
const overlays = new Map();
const dismissed = new Set();
let places = null;
let heatPlaces = null;

shell('run', {
  redraw: () => draw(),
  keys: { ' ': () => bar.toggle(), '.': () => bar.toCheckpoint(1), ',': () => bar.toCheckpoint(-1), Home: () => bar.toCheckpoint(-Infinity), End: () => lookAt(null), b: () => branch(), t: turnTables },
  help: words.keys,
});
const bar = new Bar($('.runbar'), { look: lookAt, ask: wish => live.say({ do: 'ask', id: watched, wish }), branch: () => branch() });
const live = new Live('run', { read: buffer => JSON.parse(new TextDecoder().decode(buffer)), opened, lost: away, told, shown });
texts();
addEventListener('resize', () => draw());

function opened() {
  $('.notice').replaceChildren();
  if (watched) {
    watch(watched);
  }
}

/** Asks for a run and those beside it. */
function watch(id) {
  if (id !== watched) {
    [frame, details, map, look, at, marked] = [null, null, null, null, null, null];
  }
  watched = id;
  others = others.filter(other => other !== id);
  [...overlays.keys()].filter(other => !others.includes(other)).forEach(other => overlays.delete(other));
  live.say({ do: 'watch', id, others });
  toLink();
}

function toLink() {
  history.replaceState(null, '', '#' + new URLSearchParams({ run: watched, ...(others.length ? { with: others.join(',') } : {}) }));
}

function beside(id, on) {
  others = on ? [...others.filter(other => other !== id), id].slice(0, MOST_OTHERS) : others.filter(other => other !== id);
  if (!on) {
    dismissed.add(id);
  }
  watch(watched);
  draw();
}

function told(said) {
  switch (said.is) {
    case 'runs': takeRuns(said); break;
    case 'details': details = said.id === watched ? said : details; break;
    case 'layers':
      if (said.id === watched) {
        if (!map?.rows.length) {
          // what fills the place of pictures makes room for them
          $('#made').open = !said.rows.length;
        }
        map = { ...said, gradients: said.gradients.map(column => column.map(Number)) };
        live.say({ do: 'look', step: at ?? LATEST });
      }
      break;
    case 'look': if (said.id === watched && said.asked === (at ?? LATEST)) { look = said; draw(); } break;
    case 'off': off = true; draw(); break;
    case 'begun': begun = said.what; notice(); draw(); break;
    case 'refused': begun = ''; notice(words.failed.refused, said.why); draw(); break;
    case 'failed': begun = ''; notice(words.failed.title, '', said.why); draw(); break;
  }
}

function takeRuns(said) {
  const before = new Set(runs.rows.map(row => row.id));
  const first = !runs.folder;
  runs = said;
  const known = id => runs.rows.some(row => row.id === id);
  others = others.filter(known);
  chosen = chosen && !(frame && !known(watched));
  const born = said.rows.filter(row => !first && !before.has(row.id));
  // a branch is drawn over the run it comes from, by itself
  const branches = said.rows.filter(row => row.parent === watched && !dismissed.has(row.id) && !others.includes(row.id));
  if (branches.length && watched && others.length < MOST_OTHERS) {
    others = [...others, ...branches.map(row => row.id).reverse()].slice(0, MOST_OTHERS);
    watch(watched);
  }
  if (born.length && begun) {
    begun = '';
    notice();
  }
  const running = said.rows.find(row => row.state === 'running' || row.state === 'paused');
  const busy = said.rows.find(row => row.id === watched && (row.state === 'running' || row.state === 'paused'));
  if (!watched || (!known(watched) && !chosen) || (!chosen && !busy && running && running.parent !== watched)) {
    const next = running ?? said.rows[0];
    if (next && next.id !== watched) {
      watch(next.id);
    }
  }
  draw();
}

function shown(picture) {
  const read = { ...picture, seen: series(picture.seen), unseen: series(picture.unseen) };
  if (picture.kind === 'other') {
    if (others.includes(picture.id)) {
      overlays.set(picture.id, read);
      draw();
    }
    return;
  }
  if (picture.id === watched) {
    frame = { ...read, scrub: series(picture.scrub) };
    if (at !== null && at >= frame.step) {
      at = null;
    }
    draw();
  }
}

function lookAt(step) {
  if (frame && step !== at) {
    at = step;
    live.say({ do: 'look', step: at ?? LATEST });
    draw();
  }
}

function texts() {
  document.documentElement.lang = words.language;
  const titles = { '#lossfig': [words.chart.title('loss')], '#heatfig': [words.heat.title, words.heat.says, words.heat.good], '#skyfig': [words.sky.title, words.sky.says, words.sky.good], '#movefig': [words.move.title, words.move.says, words.move.good], '#outfig': [words.out.title, words.out.says, words.out.good] };
  for (const [id, [title, says, good]] of Object.entries(titles)) {
    $(`${id} h2`).textContent = title;
    if (says) {
      $(`${id} .says`).append(says, ' ', el('span', { class: 'gd' }, good));
    }
    $(`${id} .tools`).append(el('button', { type: 'button', class: 'link tabler', 'aria-label': `${title}: ${words.table}`, onclick: turnTables }, words.table));
  }
  const choice = el('select', { 'aria-label': words.chart.figure, id: 'figure' });
  choice.addEventListener('change', () => live.say({ do: 'figure', name: choice.value }));
  $('#lossfig .tools').prepend(choice, el('button', { type: 'button', class: 'link', onclick: () => { $('#runs')?.focus(); $('.list').scrollIntoView({ block: 'nearest' }); } }, words.chart.compare));
  $('#made summary').textContent = words.made.title;
  $('.l').setAttribute('aria-label', words.overSteps);
  $('.r').setAttribute('aria-label', words.atOneStep);
  $('.list').setAttribute('aria-label', words.list.title);
  const click = (node, go) => node.addEventListener('pointerdown', event => { const box = node.getBoundingClientRect(); go(event.clientX - box.left, event.clientY - box.top); });
  click($('#loss'), x => frame && places && !tables && toStep(places.xAt(x)));
  click($('#heat'), (x, y) => { if (heatPlaces && !tables) { marked = heatPlaces.row(y); lookAt(nearest(heatPlaces.xAt(x) / unit())); draw(); } });
  const heat = $('#heat');
  heat.tabIndex = 0;
  heat.setAttribute('role', 'group');
  heat.setAttribute('aria-label', words.heat.title);
  heat.addEventListener('keydown', walkHeat);
}

/** How many of the axis a step is: examples if batches differ, else steps. */
const unit = () => (byExamples() ? frame.batch : 1);
const byExamples = () => frame && frame.batch > 0 && [...overlays.values()].some(other => other.batch > 0 && other.batch !== frame.batch);
const toStep = x => { const step = Math.round(x / unit()); lookAt(step >= frame.step ? null : step); };
const nearest = step => { const last = map?.steps.findLast(it => it <= step); return last === undefined || last === map.steps.at(-1) ? null : last; };

function walkHeat(event) {
  if (!map?.rows.length || !['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(event.key)) {
    return;
  }
  event.preventDefault();
  const steps = map.steps;
  const here = at === null ? steps.length - 1 : Math.max(0, steps.findLastIndex(step => step <= at));
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    marked = clamp((marked ?? (event.key === 'ArrowUp' ? -1 : map.rows.length)) + (event.key === 'ArrowUp' ? 1 : -1), 0, map.rows.length - 1);
  } else {
    const next = clamp(here + (event.key === 'ArrowRight' ? 1 : -1), 0, steps.length - 1);
    lookAt(next === steps.length - 1 ? null : steps[next]);
  }
  draw();
  const column = at === null ? steps.length - 1 : Math.max(0, steps.findLastIndex(step => step <= at));
  answer(words.heat.cell(rowName(marked ?? 0), words.count(steps[column]), brief(map.gradients[column][marked ?? 0])));
}

/** Layers that learn are counted from 1; a row of a fold is its first and last. */
const rowName = row => (map.fold === 1 ? String(row + 1) : `${row * map.fold + 1}–${Math.min(map.layers, (row + 1) * map.fold)}`);

function turnTables() {
  tables = !tables;
  document.querySelectorAll('.tabler').forEach(node => {
    node.textContent = tables ? words.picture : words.table;
    node.setAttribute('aria-label', `${$('h2', node.closest('figure')).textContent}: ${node.textContent}`);
  });
  draw();
}

function draw() {
  const row = runs.rows.find(it => it.id === watched);
  const nothing = off || !runs.rows.length;
  for (const part of ['.l', '.r', '.runbar', '.facts']) {
    $(part).hidden = nothing || !frame;
  }
  $('.empty').hidden = !nothing || (!off && !runs.folder);
  drawList($('.list'), { ...runs, watched, others }, { watch: id => { chosen = true; watch(id); draw(); $('main').scrollIntoView(); }, beside });
  if (nothing) {
    say(off ? words.headline.off : runs.folder ? words.headline.empty : words.headline.reading);
    $('.crumb').textContent = words.here;
    emptyPage($('.empty'), { off, canBegin: runs.canBegin, begun: begun === 'example', start: () => { begun = 'example'; live.say({ do: 'example' }); draw(); } });
    suggest(null);
    return;
  }
  crumb(row);
  if (!frame) {
    say(row ? words.headline.reading : words.headline.gone);
    return;
  }
  const layers = learning(look);
  say(headline(frame, layers, at, details?.classes));
  facts();
  lines();
  heat(layers);
  gauges(layers);
  swap($('#finding'), at === null ? card(frame, layers, { branchBefore: bar.checkpoint() === undefined && frame.lost ? null : before }) : null);
  bar.draw(frame, at, posts());
  suggest(suggestion());
  if (details && $('#made').dataset.id !== details.id + frame.state) {
    $('#made').dataset.id = details.id + frame.state;
    made($('#made > div'), details);
  }
}

/** Replaces a card only if it says something else, so that nobody loses their place in it. */
function swap(root, node) {
  const key = node?.textContent ?? '';
  if (root.dataset.key !== key) {
    root.dataset.key = key;
    root.replaceChildren(...(node ? [node] : []));
  }
}

function say(text) {
  if ($('h1').textContent !== text) {
    $('h1').textContent = text;
  }
  document.title = `${frame?.name ?? words.pages.run} · ${words.product}`;
  follow(text);
}

function crumb(row) {
  const name = row?.name ?? watched;
  const time = row ? words.ago(words.from[row.from], words.span((runs.now - row.started) / 1000)) : '';
  const text = `${name} · ${time}`;
  if ($('.crumb').dataset.text !== text) {
    $('.crumb').dataset.text = text;
    $('.crumb').replaceChildren(el('button', { type: 'button', class: 'link', onclick: () => $('#runs')?.focus() }, words.here), el('span', {}, '·'), el('b', {}, name), el('span', {}, `· ${time}`));
  }
}

function facts() {
  const f = words.facts;
  const alive = frame.state === 'running' || frame.state === 'paused';
  const perSecond = Number(frame.stepsPerSecond);
  const left = alive && frame.of && perSecond > 0 ? (frame.of - frame.step) / perSecond : NaN;
  const share = value => (value < 0.005 ? '<1 %' : `${number(100 * value, 0)} %`);
  const fact = (value, text) => el('span', {}, el('b', {}, value), ' ', text);
  const all = [alive ? (left >= 0 ? fact(words.span(left), f.left) : fact(words.count(frame.step), f.noLeft)) : fact(words.span(Number(frame.seconds)), f.took)];
  if (Number.isFinite(Number(frame.samplesPerSecond))) {
    all.push(fact(words.count(Number(frame.samplesPerSecond)), f.samples));
  } else if (perSecond > 0) {
    all.push(fact(words.count(60 * perSecond), f.steps));
  }
  const shares = [[frame.dataWait, f.waiting], [frame.recording, f.recording], [alive ? frame.watching : 'NaN', f.watching]];
  shares.filter(([value]) => Number.isFinite(Number(value))).forEach(([value, text]) => all.push(fact(share(Number(value)), text)));
  $('.facts').replaceChildren(...all);
}

/** The lines: the watched run in ink, others in colours with marks, named at their ends. */
function lines() {
  const c = words.chart;
  const { figure, names } = frame;
  const choice = $('#figure');
  if (choice.dataset.names !== names.join('\n')) {
    choice.dataset.names = names.join('\n');
    choice.replaceChildren(...names.map(name => el('option', { value: name }, name)));
  }
  choice.value = figure;
  choice.hidden = names.length < 2;
  $('#lossfig h2').textContent = c.title(figure);
  const both = frame.unseen.size > 1;
  const says = [c.says(frame.unseen.size, figure), c.good[figure] ?? c.good.other, byExamples() ? c.axisExamples : ''].join('|');
  if ($('#lossfig .says').dataset.says !== says) {
    $('#lossfig .says').dataset.says = says;
    const [text, good, axis] = says.split('|');
    $('#lossfig .says').replaceChildren(text, ' ', ...(good ? [el('span', { class: 'gd' }, good)] : []), axis ? ' ' + axis : '');
  }
  const percent = figure === 'accuracy' ? 100 : 1;
  const scaled = (line, batch) => ({ x: byExamples() ? line.x.map(x => x * batch) : line.x, y: percent === 1 ? line.y : line.y.map(y => y * percent) });
  const all = [];
  others.forEach((id, i) => {
    const other = overlays.get(id);
    if (other) {
      const [colour, mark] = LOOKS[i];
      all.push({ ...scaled(other.unseen.size > 1 ? other.unseen : other.seen, other.batch), name: nameOf(other), colour, mark, width: 1.8 });
    }
  });
  if (frame.seen.size) {
    all.push({ ...scaled(frame.seen, frame.batch), name: both ? '' : c.thisRun, bold: true, faint: both, width: both ? 1.2 : 2 });
  }
  if (frame.unseen.size) {
    all.push({ ...scaled(frame.unseen, frame.batch), name: both ? c.thisRun : '', bold: true, mark: 'circle', width: 2.2 });
  }
  const alive = frame.state === 'running' || frame.state === 'paused';
  const k = details?.classes ?? 0;
  const guess = k > 1 && figure === 'loss' ? Math.log(k) : k > 1 && figure === 'accuracy' ? 100 / k : NaN;
  const [first, now] = [valueText(figure, beginning(frame)), valueText(figure, present(frame))];
  const label = c.summary(c.title(figure), first, now, others.filter(id => overlays.has(id)).map(id => nameOf(overlays.get(id))).join(', '), !!frame.lost);
  const root = $('#loss');
  if (!all.length) {
    root.replaceChildren(el('p', { class: 'qq' }, c.none));
    return;
  }
  if (tables) {
    const named = all.map(line => ({ ...line, name: line.name || (line.faint ? c.seen : c.unseen) }));
    root.replaceChildren(linesTable(named, byExamples() ? c.examples : c.step, c.thinned));
    return;
  }
  const scale = unit();
  places = drawLines(root, all, {
    label, to: reach() * scale, log: wide(all), low: figure === 'loss' || figure === 'accuracy' ? 0 : undefined,
    rules: Number.isFinite(guess) ? [{ y: guess, name: innerWidth < 700 ? c.guessShort : c.guess(number(guess, figure === 'loss' ? 2 : 0)) }] : [],
    posts: posts().map(post => ({ ...post, x: post.step * scale, y: valueAt(frame.unseen.size > 1 ? frame.unseen : frame.seen, post.step) * percent })),
    at: (at ?? frame.step) * scale, ahead: alive && at === null ? c.ahead : '',
  });
}

/** How far the axis goes: to the end that was planned, and a little on where a number was lost. */
function reach() {
  const alive = frame.state === 'running' || frame.state === 'paused';
  return Math.max(1, frame.step, alive ? frame.of : frame.lost ? Math.min(frame.of, Math.ceil(1.25 * frame.step)) : 0);
}

/** Whether lines span so many decades that only powers of ten show them. */
function wide(all) {
  const values = all.flatMap(line => Array.from(line.y)).filter(value => Number.isFinite(value));
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  return low > 0 && values.reduce((a, b) => Math.max(a, b), 0) > 1e4 * low;
}

const nameOf = other => (other.parent === watched && Object.keys(other.changes).length ? changesText(other.changes) : other.name);

/** Where runs over this one branched from it. */
function posts() {
  return others.map((id, i) => ({ row: runs.rows.find(row => row.id === id), colour: LOOKS[i][0] }))
    .filter(({ row }) => row && row.parent === watched)
    .map(({ row, colour }) => ({ step: row.parentStep, colour, name: words.chart.branched(words.count(row.parentStep), '') }));
}

function heat(layers) {
  const h = words.heat;
  const root = $('#heat');
  const alive = frame.state === 'running' || frame.state === 'paused';
  if (!map?.rows.length) {
    root.replaceChildren(el('p', { class: 'qq' }, alive ? h.none : h.never));
    $('.folded').textContent = '';
    heatPlaces = null;
    return;
  }
  const scale = unit();
  const flat = map.gradients.flat().filter(value => Number.isFinite(value) && value > 0);
  const high = Math.ceil(Math.log10(flat.reduce((a, b) => Math.max(a, b), 1e-3)));
  const low = Math.min(high - 4, Math.max(high - 12, Math.floor(Math.log10(flat.reduce((a, b) => Math.min(a, b), 1e-5)))));
  const last = map.gradients.at(-1);
  const finite = last.map(value => (Number.isFinite(value) ? value : 0));
  const quiet = quietLayers(layers);
  const all = {
    label: h.summary(map.layers, rowName(finite.indexOf(Math.max(...finite))), rowName(finite.indexOf(Math.min(...finite)))),
    rows: map.rows.map((_, i) => rowName(i).split('–')[0]), x: map.steps.map(step => step * scale), columns: map.gradients, to: reach() * scale, upTo: frame.step * scale,
    low, high, loud: h.loud, silent: h.silent, ahead: alive ? h.ahead : '', at: (at ?? frame.step) * scale, rowsName: h.rows,
    marked: marked !== null ? [marked, marked] : quiet && at === null ? [0, Math.max(0, Math.ceil(quiet / map.fold) - 1)] : undefined,
    xText: (x, first) => (first && !byExamples() ? `step ${x}` : x.toLocaleString('en')),
  };
  $('.folded').textContent = [map.fold > 1 ? h.folded(map.layers, map.fold) : '', map.thinned ? h.thinned(map.looks) : ''].join(' ').trim();
  if (tables) {
    root.replaceChildren(heatTable({ ...all, rows: map.rows }, words.layerTable[0], brief));
    heatPlaces = null;
    return;
  }
  heatPlaces = drawHeat(root, all);
}

function gauges(layers) {
  const none = !layers.length;
  ['#skyfig', '#movefig', '#outfig'].forEach(id => ($(id).hidden = none));
  if (none) {
    return;
  }
  const all = (look?.layers ?? []).map(layer => ({ name: layer[0], deviation: Number(layer[5]), dead: Number(layer[7]) }));
  const step = words.at(words.count(look.step));
  $('#skyfig .says').firstChild.textContent = words.sky.says.replace('at the marked step', step);
  if (tables) {
    $('#sky').replaceChildren(layerTable(layers));
    $('#move').replaceChildren();
    $('#out').replaceChildren();
    ['#movefig', '#outfig'].forEach(id => ($(id).hidden = true));
    return;
  }
  const laid = others.map((id, i) => ({ other: overlays.get(id), look: LOOKS[i] })).filter(({ other }) => other?.look.length)
    .map(({ other, look: [colour, mark] }) => ({ name: nameOf(other), colour, mark, layers: learning({ layers: other.look }) }));
  drawSkyline($('#sky'), layers, { quiet: quietLayers(layers), others: laid.slice(0, 2) });
  drawGauge($('#move'), layers.map(layer => layer.update), { low: -9, high: 0, good: [1e-4, 1e-2], words: words.move });
  drawGauge($('#out'), all.map(layer => layer.deviation), { low: -3, high: 3, good: [0.5, 2], words: words.out });
  const dead = all.reduce((worst, layer) => (layer.dead > (worst?.dead ?? 0.2) ? layer : worst), null);
  if (dead) {
    $('#out').append(el('p', { class: 'qq' }, words.out.dead(number(100 * dead.dead, 0), dead.name)));
  }
}

/** Opens what is to be otherwise; `rate` is suggested. */
function branch(rate) {
  const step = frame && bar.checkpoint();
  if (step === undefined || step === null || !details) {
    return;
  }
  const alive = frame.state === 'running' || frame.state === 'paused';
  const last = !alive && step === frame.checkpoints.at(-1) && (!frame.of || step >= frame.of) && !frame.lost;
  const box = branchDialog(frame, details, step, { rate, last, start: changes => live.say({ do: 'branch', id: watched, step, changes }) });
  document.body.append(box);
  box.addEventListener('close', () => box.remove());
  box.showModal();
}

const before = () => branch(details?.knobs?.rate ? Number((details.knobs.rate / 10).toPrecision(6)) : undefined);

/** One suggestion. */
function suggestion() {
  const n = words.next;
  const newer = runs.rows.find(row => row.state === 'running' && row.id !== watched && row.started > frame.started && row.parent !== watched);
  if (newer) {
    return [n.watch(newer.name), () => { chosen = true; watch(newer.id); draw(); }];
  }
  if (frame.state === 'paused') {
    return [n.on, () => live.say({ do: 'ask', id: watched, wish: 'continue' })];
  }
  if (frame.lost) {
    return bar.checkpoint() !== undefined && details?.branch === 'possible' ? [n.before, before] : null;
  }
  if (frame.state === 'running') {
    return map?.rows.length ? null : [n.layers, null];
  }
  const parent = frame.parent && runs.rows.find(row => row.id === frame.parent);
  if (parent && !others.includes(parent.id)) {
    return [n.compare, () => beside(parent.id, true)];
  }
  return frame.checkpoints.length && details?.branch === 'possible' && !posts().length ? [n.branch, () => branch(details.knobs.rate ? Number((details.knobs.rate / 10).toPrecision(6)) : undefined)] : null;
}

let suggested = '';
function suggest(step) {
  const text = step?.[0] ?? '';
  if (text === suggested) {
    return;
  }
  suggested = text;
  const does = step?.[1];
  $('.nexts').replaceChildren(...(step ? [el('b', {}, words.nextStep), ' ', does ? el('button', { type: 'button', class: 'link', onclick: () => suggestion()?.[1]?.() }, text) : el('span', {}, text)] : []));
}

/** Says what was begun, or why it was not. */
function notice(title, why, output) {
  if (!title) {
    $('.notice').replaceChildren(...(begun ? [el('p', { class: 'q' }, begun === 'branch' ? words.branch.started : words.empty.begun)] : []));
    return;
  }
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, title), why ? el('p', {}, why) : '', output ? el('pre', { tabindex: 0 }, output) : '',
    el('div', { class: 'row' }, button(words.close, () => $('.notice').replaceChildren()))));
}

function away(seconds) {
  $('.notice').replaceChildren(el('div', { class: 'finding' }, el('h2', {}, words.away.title), el('p', {}, words.away.text),
    el('div', { class: 'row' }, button(words.away.now, () => live.now()), el('span', { class: 'qq' }, words.away.next(seconds)))));
}
