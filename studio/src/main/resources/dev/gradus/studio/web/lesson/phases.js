/**
 * The parts of a lesson as steps that one climbs.
 */
import words from '../words/lesson.js';
import { el, hereDot, svg } from '../shell/draw.js';

export const PHASES = ['predict', 'idea', 'visual', 'exercise', 'check', 'explain'];

/**
 * @param {HTMLElement} root
 * @param {string} now
 * @param {(phase: string) => void} go
 */
export function drawPhases(root, now, go) {
  const at = PHASES.indexOf(now);
  root.setAttribute('aria-label', words.phasesName);
  root.replaceChildren(el('ol', {}, ...PHASES.map((phase, i) => el('li', { class: i <= at ? 'done' : 'ahead' },
    el('button', { type: 'button', 'aria-current': i === at && 'step', onclick: () => go(phase) }, words.phases[phase]),
    i === at ? svg('svg', { class: 'heredot', width: 20, height: 20, 'aria-hidden': 'true' }, hereDot(10, 10)) : ''))));
}

/** The part before or after, if there is one. */
export const phaseBeside = (phase, by) => PHASES[PHASES.indexOf(phase) + by];
