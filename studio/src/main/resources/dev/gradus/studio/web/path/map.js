/**
 * The map: units as steps of a stair, solid behind, dotted ahead, with a tile for each lesson.
 */
import words from '../words/path.js';
import { hereDot, icon, svg } from '../shell/draw.js';
import { address, chosen } from './made.js';

const NARROWEST = 104;
const RISE = { least: 53, most: 130 };
/** What a step carries above its tread: tiles, and a picture above them. */
const ABOVE = 34;
const PICTURE = 44;
const TARGET = 24;

export const isDone = lesson => ['done', 'seen', 'tested'].includes(lesson.state);
/** What it builds on is not done yet. */
export const isAhead = lesson => !isDone(lesson) && lesson.needs.length > 0;

/** A lesson's tile: filled when done, an outline when open, dotted when ahead. */
export function tile(x, y, state) {
  const look = {
    done: { fill: 'var(--ink)' },
    open: { fill: 'var(--ground)', stroke: 'var(--ink)', 'stroke-width': 1.5 },
    ahead: { fill: 'none', stroke: 'var(--edge)', 'stroke-width': 1.5, 'stroke-dasharray': '1.6 1.9' },
  }[state];
  return svg('rect', { x: x + 0.75, y: y + 0.75, width: 10.5, height: 10.5, rx: 1.5, ...look });
}

/**
 * @param {HTMLElement} root
 * @param {any} path
 * @param {string} shown the unit that is looked into
 * @param {{width: number, height: number}} lead what stands above the stair on the left
 * @param {(unit: string) => void} look
 */
export function drawMap(root, path, shown, lead, look) {
  const { units } = path;
  const tall = Math.max(420, root.clientHeight);
  const room = root.clientWidth;
  if (!room) {
    return;
  }
  const step = Math.max(NARROWEST, room / units.length);
  const width = Math.max(room, step * units.length);
  const base = tall - 76;
  const under = Math.floor(lead.width / step) || 1;
  const most = Math.min((base - 60) / units.length, lead.width < room ? (base - ABOVE - (units.slice(0, under).some(unit => chosen(unit)) ? PICTURE + 6 : 0) - lead.height) / under : RISE.most, RISE.most);
  const rise = Math.max(RISE.least, most);
  const y = i => base - i * rise;
  const here = units.findIndex(unit => unit.lessons.some(lesson => lesson.number === path.next));
  const behind = i => units[i].lessons.every(isDone) || i === here;
  const board = svg('svg', { width, height: tall, role: 'group', 'aria-label': words.mapSummary(units.map(unit => `${unit.title}, ${words.of(unit.lessons.filter(isDone).length, unit.lessons.length)}`).join('; ')) });
  board.append(ground(units, behind, step, y, base));
  units.forEach((unit, i) => {
    const x = i * step;
    const line = behind(i) ? { stroke: 'var(--ink)', 'stroke-width': 2.5 } : { stroke: 'var(--edge)', 'stroke-width': 1.75, 'stroke-dasharray': '2 3.5' };
    board.append(svg('path', { d: `M${x} ${i ? y(i - 1) : y(i)}V${y(i)}H${x + step}`, fill: 'none', ...line }),
      ...tiles(unit, path.next, x, y(i), step), ...made(unit, x + 8, y(i) - ABOVE - PICTURE), name(unit, i, x, y(i), unit.number === shown, behind(i), units, look));
    if (!unit.lessons.every(isDone)) {
      board.append(skip(unit, x + 6, y(i) + 48));
    }
  });
  root.setAttribute('aria-label', words.map);
  const focused = document.activeElement?.getAttribute?.('data-unit');
  root.replaceChildren(board);
  if (focused) {
    root.querySelector(`[data-unit="${focused}"]`)?.focus();
  }
}

/** What is done stands on the ground. */
function ground(units, behind, step, y, base) {
  const d = units.map((_, i) => (behind(i) ? `M${i * step} ${base + 70}V${y(i)}H${(i + 1) * step}V${base + 70}Z` : '')).join('');
  return svg('path', { d, fill: 'var(--stone)' });
}

function tiles(unit, next, x, y, step) {
  const space = Math.min(TARGET, (step - 12) / unit.lessons.length);
  return unit.lessons.map((lesson, k) => {
    const at = x + 4 + k * space;
    const here = lesson.number === next;
    const state = isDone(lesson) ? 'done' : isAhead(lesson) ? 'ahead' : 'open';
    const text = words.lessonName(lesson.number, lesson.title, isDone(lesson) ? words.state[lesson.state] : lesson.needs.length ? words.after(lesson.needs.join(', ')) : '', here);
    return svg('a', { href: `/lesson#${lesson.number}`, 'aria-label': text, 'aria-current': here && 'step' }, svg('title', {}, lesson.title),
      svg('rect', { x: at, y: y - 27, width: space, height: TARGET, fill: 'transparent' }),
      here ? hereDot(at + space / 2, y - 14, 4.5) : tile(at + space / 2 - 6, y - 20, state));
  });
}

/** What the learner's own program drew in this unit. */
function made(unit, x, y) {
  const lesson = chosen(unit);
  if (!lesson) {
    return [];
  }
  const text = words.madeIn(lesson.number, lesson.title);
  return [svg('a', { href: `/lesson#${lesson.number}/visual`, 'aria-label': text, class: 'made' }, svg('title', {}, text), svg('image', { href: address(lesson), x, y, width: PICTURE, height: PICTURE }),
    svg('rect', { x, y, width: PICTURE, height: PICTURE, rx: 2, fill: 'none', stroke: 'var(--edge)' }))];
}

function name(unit, i, x, y, isShown, behind, units, look) {
  const done = unit.lessons.filter(isDone).length;
  const all = unit.lessons.length;
  const minutes = unit.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const says = done === all ? words.unitDone : done ? words.of(done, all) : behind || !i ? words.span(minutes) : `${words.span(minutes)} · ${words.ahead(units[i - 1].number)}`;
  const press = () => look(unit.number);
  return svg('g', {
    class: `unit${behind ? '' : ' lock'}`, role: 'button', tabindex: 0, 'data-unit': unit.number, 'aria-pressed': isShown, 'aria-label': words.unitName(unit.number, unit.title, done, all),
    onclick: press, onkeydown: event => ['Enter', ' '].includes(event.key) && (event.preventDefault(), event.stopPropagation(), press()),
  }, svg('rect', { class: 'hit', x: x + 2, y: y + 5, width: Math.max(60, Math.min(196, unit.title.length * 8 + 20)), height: 42, rx: 4 }),
  svg('text', { x: x + 8, y: y + 21, class: 'nm1' }, unit.title), svg('text', { x: x + 8, y: y + 39, class: 'u' }, `${unit.number} · ${says}`));
}

function skip(unit, x, y) {
  const sign = icon('skip', 16);
  sign.setAttribute('x', x + 2);
  sign.setAttribute('y', y + 4);
  return svg('a', { href: `/lesson#${unit.testOut}/test`, class: 'skip-unit', 'aria-label': words.testOutOf(unit.number) },
    svg('rect', { x, y, width: 84, height: TARGET, fill: 'transparent' }), sign, svg('text', { x: x + 24, y: y + 17, class: 'u' }, words.testOut));
}
