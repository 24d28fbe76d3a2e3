/**
 * The table beside a picture: it stays where it is while its numbers change, so that nobody loses their place in
 * it, and changes no faster than one can read.
 */
import { el } from '../shell/draw.js';

const PAUSE_MILLISECONDS = 1000;

/**
 * @param {HTMLElement} root in which it stands last
 * @param {string | null} name what it is a table of; nothing takes it away
 * @param {() => HTMLTableElement} [make]
 * @param {boolean} [isMoving] whether the next one follows soon
 */
export function twin(root, name, make, isMoving = false) {
  let box = root.querySelector(':scope > .twin');
  if (name === null) {
    box?.remove();
    return;
  }
  if (!box) {
    box = el('div', { class: 'twin', tabindex: 0, role: 'region' });
    root.append(box);
  }
  const isOther = box.getAttribute('aria-label') !== name;
  if (isOther || !isMoving || performance.now() - Number(box.dataset.drawn) > PAUSE_MILLISECONDS) {
    box.setAttribute('aria-label', name);
    box.dataset.drawn = String(performance.now());
    box.replaceChildren(make());
  }
}
