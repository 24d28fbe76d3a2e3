/**
 * The run bar of a model that is a checkpoint: the loss curve of its run, and the checkpoints to go to.
 */
import words from '../words/model.js';
import { el, number, path, svg } from '../shell/draw.js';

const [WIDTH, HEIGHT] = [800, 44];

/**
 * @param {HTMLElement} root
 * @param {any} model
 * @param {(id: string) => void} open
 */
export function drawCheckpoints(root, model, open) {
  const { run } = model;
  root.hidden = !run;
  if (!run) {
    return;
  }
  const checkpoints = run.checkpoints.map(it => it.step);
  const last = Math.max(1, ...run.steps, ...checkpoints);
  const most = Math.max(1e-9, ...run.losses);
  const X = step => (step / last) * WIDTH;
  const Y = loss => HEIGHT - 8 - (loss / most) * (HEIGHT - 14);
  const curve = run.steps.map((step, i) => [X(step), Y(run.losses[i])]);
  const at = Math.max(0, checkpoints.indexOf(model.step));
  const picture = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  if (curve.length) {
    picture.append(svg('path', { d: `${path(curve)}L${curve.at(-1)[0]} ${HEIGHT - 8}L${curve[0][0]} ${HEIGHT - 8}Z`, fill: 'var(--line)' }), svg('path', { d: path(curve), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.5, 'vector-effect': 'non-scaling-stroke' }));
  }
  picture.append(...checkpoints.map(step => svg('path', { d: `M${X(step)} ${HEIGHT - 8}v7`, stroke: 'var(--ink-2)', 'stroke-width': 1.5, 'vector-effect': 'non-scaling-stroke' })));
  const dot = el('span', { class: 'dot' });
  dot.style.left = `${(100 * model.step) / last}%`;
  const name = i => `${words.afterStep(checkpoints[i])}${lossAt(run, checkpoints[i])}`;
  const where = el('b', {}, name(at));
  const slider = el('input', {
    type: 'range', min: 0, max: checkpoints.length - 1, value: at, 'aria-label': words.checkpoints, 'aria-valuetext': name(at),
    oninput: () => { where.textContent = name(Number(slider.value)); slider.setAttribute('aria-valuetext', where.textContent); dot.style.left = `${(100 * checkpoints[slider.value]) / last}%`; },
    onchange: () => open(`run/${run.id}/${checkpoints[slider.value]}`),
  });
  root.replaceChildren(el('div', { class: 'scrub' }, picture, dot, slider), el('div', { class: 'meta' }, el('div', {}, words.checkpoint, el('br'), where)));
}

function lossAt(run, step) {
  const i = run.steps.findIndex(it => it >= step);
  return i < 0 ? '' : ` · loss ${number(run.losses[i])}`;
}
