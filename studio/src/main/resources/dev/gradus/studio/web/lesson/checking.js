/**
 * A check while it runs: parts climbed, how many there are, and the time that is left.
 */
import words from '../words/lesson.js';
import { el, hereDot, svg } from '../shell/draw.js';

const STEP = 7;

/**
 * @param {HTMLElement} root
 * @param {{seconds: number}} limits
 */
export function checking(root, limits) {
  const begun = performance.now();
  let stage = { checks: [], done: 0, running: '' };
  let since = null;
  const stair = el('div', { class: 'climb', 'aria-hidden': 'true' });
  const says = el('p', {});
  const time = el('span', { class: 'qq' });
  root.replaceChildren(el('div', { class: 'res running' }, stair, says, time));
  const tick = setInterval(() => draw(), 250);
  function draw() {
    const { checks, done, running } = stage;
    if (!checks.length) {
      says.textContent = words.checking.compile;
      time.textContent = '';
      return;
    }
    says.textContent = `${words.checking.part(Math.min(done + 1, checks.length), checks.length)}${running ? `: ${words.checking.running(running)}` : ''}`;
    time.textContent = words.checking.time(Math.floor((performance.now() - since) / 1000), limits.seconds);
    const width = 26;
    const y = i => 10 + (checks.length - i) * STEP;
    stair.replaceChildren(svg('svg', { width: checks.length * width + 20, height: checks.length * STEP + 16 }, ...checks.map((_, i) =>
      svg('path', { d: `M${i * width} ${y(i) + (i ? STEP : 0)}V${y(i)}H${(i + 1) * width}`, fill: 'none', stroke: i < done ? 'var(--ink)' : 'var(--edge)', 'stroke-width': i < done ? 2.5 : 1.75, 'stroke-dasharray': i < done ? 'none' : '2 3.5' })),
    hereDot(Math.min(done, checks.length - 1) * width + width / 2, y(Math.min(done, checks.length - 1)) - 5, 3.5)));
  }
  draw();
  return {
    at(next) {
      if (next.checks.length && since === null) {
        since = performance.now();
      }
      stage = next;
      draw();
    },
    end: () => clearInterval(tick),
    begun,
  };
}
