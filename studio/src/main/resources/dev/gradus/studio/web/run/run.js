/**
 * Runs: whatever trains on this machine, as it writes it down. The studio reads; this page draws.
 */
import words from '../words/run.js';
import { brief } from '../shell/axes.js';
import { $, clamp, el } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { answer, shell } from '../shell/shell.js';
import { Bar } from './bar.js';
import { branchDialog } from './branch.js';
import { card, emptyPage, made } from './cards.js';
import { headline, learning, series } from './facts.js';
import { awayNotice, begunNotice, crumb, facts, refusal, say } from './head.js';
import { drawList, isAlive, MOST_OTHERS } from './list.js';
import { drawPictures } from './pictures.js';
import { askToDelete } from './remove.js';
import { nearest, posts, rowName, toLink, unit, view } from './view.js';

const LATEST = Number.MAX_SAFE_INTEGER;

/** Whether runs are not recorded at all. */
let off = false;
/** Whether a person has chosen what is watched: else it is what runs. */
let chosen = !!view.watched;
/** What was begun here and has not appeared yet. */
let begun = '';
/** What waits for the details of the watched run. */
let onceDetailed = null;
/** Branches that somebody has taken away from the picture. */
const dismissed = new Set();

shell('run', {
  redraw: () => draw(),
  keys: { ' ': () => bar.toggle(), '.': () => bar.toCheckpoint(1), ',': () => bar.toCheckpoint(-1), Home: () => bar.toCheckpoint(-Infinity), End: () => lookAt(null), b: () => branch(), t: turnTables },
  help: words.keys,
});
const bar = new Bar($('.runbar'), { look: lookAt, ask: wish => live.say({ do: 'ask', id: view.watched, wish }), branch: () => branch() });
const live = new Live('run', { read: buffer => JSON.parse(new TextDecoder().decode(buffer)), opened, lost: seconds => awayNotice(seconds, () => live.now()), told, shown });
texts();
addEventListener('resize', () => draw());

function opened() {
  $('.notice').replaceChildren();
  if (view.watched) {
    watch(view.watched);
  }
}

/** Asks for a run and those beside it. */
function watch(id) {
  if (id !== view.watched) {
    [view.frame, view.details, view.map, view.look, view.at, view.marked, onceDetailed] = [null, null, null, null, null, null, null];
  }
  view.watched = id;
  view.others = view.others.filter(other => other !== id);
  [...view.overlays.keys()].filter(other => !view.others.includes(other)).forEach(other => view.overlays.delete(other));
  live.say({ do: 'watch', id, others: view.others });
  toLink();
}

function beside(id, on) {
  view.others = on ? [...view.others.filter(other => other !== id), id].slice(0, MOST_OTHERS) : view.others.filter(other => other !== id);
  if (!on) {
    dismissed.add(id);
  }
  watch(view.watched);
  draw();
}

function told(said) {
  switch (said.is) {
    case 'runs': takeRuns(said); break;
    case 'details': takeDetails(said); break;
    case 'layers':
      if (said.id === view.watched) {
        if (!view.map?.rows.length) {
          // what fills the place of pictures makes room for them
          $('#made').open = !said.rows.length;
        }
        view.map = { ...said, gradients: said.gradients.map(column => column.map(Number)) };
        live.say({ do: 'look', step: view.at ?? LATEST });
      }
      break;
    case 'look': if (said.id === view.watched && said.asked === (view.at ?? LATEST)) { view.look = said; draw(); } break;
    case 'off': off = true; draw(); break;
    case 'begun': begun = said.what; begunNotice(begun); draw(); break;
    case 'refused': begun = ''; refusal(words.failed.refused, said.why); draw(); break;
    case 'failed': begun = ''; refusal(words.failed.title, '', said.why); draw(); break;
  }
}

function takeDetails(said) {
  if (said.id === view.watched) {
    view.details = said;
    const does = onceDetailed;
    onceDetailed = null;
    does?.();
  }
}

function takeRuns(said) {
  const before = new Set(view.runs.rows.map(row => row.id));
  const first = !view.runs.folder;
  view.runs = said;
  const known = id => view.runs.rows.some(row => row.id === id);
  view.others = view.others.filter(known);
  chosen = chosen && !(view.frame && !known(view.watched));
  const born = said.rows.filter(row => !first && !before.has(row.id));
  // a branch is drawn over the run it comes from, by itself
  const branches = said.rows.filter(row => row.parent === view.watched && !dismissed.has(row.id) && !view.others.includes(row.id));
  if (branches.length && view.watched && view.others.length < MOST_OTHERS) {
    view.others = [...view.others, ...branches.map(row => row.id).reverse()].slice(0, MOST_OTHERS);
    watch(view.watched);
  }
  if (born.length && begun) {
    begun = '';
    begunNotice(begun);
  }
  const running = said.rows.find(isAlive);
  const busy = said.rows.find(row => row.id === view.watched && isAlive(row));
  if (!view.watched || (!known(view.watched) && !chosen) || (!chosen && !busy && running && running.parent !== view.watched)) {
    const next = running ?? said.rows[0];
    if (next && next.id !== view.watched) {
      watch(next.id);
    }
  }
  draw();
}

function shown(picture) {
  const read = { ...picture, seen: series(picture.seen), unseen: series(picture.unseen) };
  if (picture.kind === 'other') {
    if (view.others.includes(picture.id)) {
      view.overlays.set(picture.id, read);
      draw();
    }
    return;
  }
  if (picture.id === view.watched) {
    view.frame = { ...read, scrub: series(picture.scrub) };
    if (view.at !== null && view.at >= view.frame.step) {
      view.at = null;
    }
    draw();
  }
}

function lookAt(step) {
  if (view.frame && step !== view.at) {
    view.at = step;
    live.say({ do: 'look', step: view.at ?? LATEST });
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
  click($('#loss'), x => view.frame && view.places && !view.tables && toStep(view.places.xAt(x)));
  click($('#heat'), (x, y) => { if (view.heatPlaces && !view.tables) { view.marked = view.heatPlaces.row(y); lookAt(nearest(view.heatPlaces.xAt(x) / unit())); draw(); } });
  const heat = $('#heat');
  heat.tabIndex = 0;
  heat.setAttribute('role', 'group');
  heat.setAttribute('aria-label', words.heat.title);
  heat.addEventListener('keydown', walkHeat);
}

const toStep = x => { const step = Math.round(x / unit()); lookAt(step >= view.frame.step ? null : step); };

function walkHeat(event) {
  if (!view.map?.rows.length || !['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(event.key)) {
    return;
  }
  event.preventDefault();
  const steps = view.map.steps;
  const here = view.at === null ? steps.length - 1 : Math.max(0, steps.findLastIndex(step => step <= view.at));
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    view.marked = clamp((view.marked ?? (event.key === 'ArrowUp' ? -1 : view.map.rows.length)) + (event.key === 'ArrowUp' ? 1 : -1), 0, view.map.rows.length - 1);
  } else {
    const next = clamp(here + (event.key === 'ArrowRight' ? 1 : -1), 0, steps.length - 1);
    lookAt(next === steps.length - 1 ? null : steps[next]);
  }
  draw();
  const column = view.at === null ? steps.length - 1 : Math.max(0, steps.findLastIndex(step => step <= view.at));
  answer(words.heat.cell(rowName(view.marked ?? 0), words.count(steps[column]), brief(view.map.gradients[column][view.marked ?? 0])));
}


function turnTables() {
  view.tables = !view.tables;
  document.querySelectorAll('.tabler').forEach(node => {
    node.textContent = view.tables ? words.picture : words.table;
    node.setAttribute('aria-label', `${$('h2', node.closest('figure')).textContent}: ${node.textContent}`);
  });
  draw();
}

function draw() {
  const row = view.runs.rows.find(it => it.id === view.watched);
  const nothing = off || !view.runs.rows.length;
  for (const part of ['.l', '.r', '.runbar', '.facts']) {
    $(part).hidden = nothing || !view.frame;
  }
  $('.empty').hidden = !nothing || (!off && !view.runs.folder);
  drawList($('.list'), { ...view.runs, watched: view.watched, others: view.others }, { watch: id => { chosen = true; watch(id); draw(); $('main').scrollIntoView(); }, beside, remove: row => askToDelete(row, view.runs.rows, ids => live.say({ do: 'delete', ids })) });
  if (nothing) {
    say(off ? words.headline.off : view.runs.folder ? words.headline.empty : words.headline.reading);
    $('.crumb').textContent = words.here;
    emptyPage($('.empty'), { off, canBegin: view.runs.canBegin, begun: begun === 'example', start: () => { begun = 'example'; live.say({ do: 'example' }); draw(); } });
    suggest(null);
    return;
  }
  crumb(row);
  if (!view.frame) {
    say(row ? words.headline.reading : words.headline.gone);
    return;
  }
  const layers = learning(view.look);
  say(headline(view.frame, layers, view.at, view.details?.classes));
  facts();
  drawPictures(layers);
  swap($('#finding'), view.at === null ? card(view.frame, layers, { branchBefore: bar.checkpoint() === undefined && view.frame.lost ? null : before }) : null);
  bar.draw(view.frame, view.at, posts());
  suggest(suggestion());
  if (view.details && $('#made').dataset.id !== view.details.id + view.frame.state) {
    $('#made').dataset.id = view.details.id + view.frame.state;
    made($('#made > div'), view.details);
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

/** Opens what is to be otherwise; `rate` is suggested. */
function branch(rate) {
  const step = view.frame && bar.checkpoint();
  if (step === undefined || step === null) {
    return;
  }
  if (!view.details) {
    // they are on their way
    onceDetailed = () => branch(rate);
    return;
  }
  const alive = isAlive(view.frame);
  const last = !alive && step === view.frame.checkpoints.at(-1) && (!view.frame.of || step >= view.frame.of) && !view.frame.lost;
  const box = branchDialog(view.frame, view.details, step, { rate, last, start: changes => live.say({ do: 'branch', id: view.watched, step, changes }) });
  document.body.append(box);
  box.addEventListener('close', () => box.remove());
  box.showModal();
}

const before = () => branch(view.details?.knobs?.rate ? Number((view.details.knobs.rate / 10).toPrecision(6)) : undefined);

/** One suggestion. */
function suggestion() {
  const n = words.next;
  const newer = view.runs.rows.find(row => row.state === 'running' && row.id !== view.watched && row.started > view.frame.started && row.parent !== view.watched);
  if (newer) {
    return [n.watch(newer.name), () => { chosen = true; watch(newer.id); draw(); }];
  }
  if (view.frame.state === 'paused') {
    return [n.on, () => live.say({ do: 'ask', id: view.watched, wish: 'continue' })];
  }
  if (view.frame.lost) {
    return bar.checkpoint() !== undefined && view.details?.branch === 'possible' ? [n.before, before] : null;
  }
  if (view.frame.state === 'running') {
    return view.map?.rows.length ? null : [n.layers, null];
  }
  const parent = view.frame.parent && view.runs.rows.find(row => row.id === view.frame.parent);
  if (parent && !view.others.includes(parent.id)) {
    return [n.compare, () => beside(parent.id, true)];
  }
  return view.frame.checkpoints.length && view.details?.branch === 'possible' && !posts().length ? [n.branch, () => branch(view.details.knobs.rate ? Number((view.details.knobs.rate / 10).toPrecision(6)) : undefined)] : null;
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
