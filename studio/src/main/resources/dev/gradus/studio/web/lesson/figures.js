/**
 * Measured numbers of a check as bars: a gradient's error against its bands, trainings by seed, counted cost.
 */
import words from '../words/lesson.js';
import { clamp, el, icon } from '../shell/draw.js';
import { plain } from './shown.js';

const BANDS = { from: -9, right: -4, wrong: -2, to: 1 };

/** @param {any} part what came of one part of a check */
export function figures(part) {
  const numbers = part.figures.map(figure => ({ ...figure, value: Number(figure.value) }));
  const gradient = part.kind === 'GRADIENT';
  const most = Math.max(...numbers.map(figure => Math.abs(figure.value)).filter(Number.isFinite), 1e-12);
  const share = value => (gradient ? (Math.log10(Math.max(value, 1e-12)) - BANDS.from) / (BANDS.to - BANDS.from) : Math.abs(value) / most);
  return el('div', { class: 'figures' }, el('h3', {}, part.name), ...(gradient ? [el('p', { class: 'qq' }, words.gradientScale)] : []),
    el('ul', {}, ...numbers.map(figure => {
      const bar = el('span', { class: figure.holds ? 'fill' : 'fill off' });
      bar.style.width = `${100 * (Number.isFinite(figure.value) ? clamp(share(figure.value), 0.01, 1) : 1)}%`;
      const track = el('span', { class: 'track' }, bar);
      if (gradient) {
        [BANDS.right, BANDS.wrong].forEach(edge => {
          const post = el('span', { class: 'post' });
          post.style.left = `${(100 * (edge - BANDS.from)) / (BANDS.to - BANDS.from)}%`;
          track.append(post);
        });
      }
      return el('li', {}, el('span', {}, figure.name), track, el('b', {}, plain(figure.value)),
        el('span', { class: figure.holds ? 'pass' : 'fail' }, icon(figure.holds ? 'tick' : 'cross', 16), el('span', { class: 'sr' }, figure.holds ? words.holds : words.fails)));
    })));
}
