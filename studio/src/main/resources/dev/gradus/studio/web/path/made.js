/**
 * What the learner's own programs have drawn: small pictures that the lessons' page has kept.
 */
import words from '../words/path.js';
import { el } from '../shell/draw.js';

/** Pictures by their text: unpacked once. */
const known = new Map();

/** Returns the lesson of a unit whose picture stands for it: the most colourful one. */
export const chosen = unit => unit.lessons.filter(address).reduce((best, lesson) => (best && known.get(best.made).colour > known.get(lesson.made).colour ? best : lesson), null);

/**
 * Unpacks the pictures of all lessons, so that they can be drawn at once.
 *
 * @param {any} path
 */
export async function unpack(path) {
  const texts = path.units.flatMap(unit => unit.lessons).map(lesson => lesson.made).filter(text => text && !known.has(text));
  await Promise.all(texts.map(async text => known.set(text, await picture(text, path.side).catch(() => ({ address: '', colour: 0 })))));
}

/** The address of a picture, or nothing. */
export const address = lesson => known.get(lesson.made)?.address ?? '';

async function picture(text, side) {
  const packed = new Blob([Uint8Array.from(atob(text), sign => sign.charCodeAt(0))]);
  const bytes = new Uint8Array(await new Response(packed.stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());
  const canvas = el('canvas', { width: side, height: side });
  const context = canvas.getContext('2d');
  const image = context.createImageData(side, side);
  image.data.fill(255);
  image.data.forEach((_, i) => i % 4 < 3 && (image.data[i] = bytes[3 * (i >> 2) + (i % 4)]));
  context.putImageData(image, 0, 0);
  let colour = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    colour += Math.max(bytes[i], bytes[i + 1], bytes[i + 2]) - Math.min(bytes[i], bytes[i + 1], bytes[i + 2]);
  }
  return { address: canvas.toDataURL(), colour };
}

/** All pictures of a unit with the names of their lessons, each leading there. */
export function gallery(unit) {
  const made = unit.lessons.filter(address);
  return made.length ? [el('h3', {}, words.made), el('ul', { class: 'made' }, ...made.map(lesson => el('li', {},
    el('a', { href: `/lesson#${lesson.number}/visual`, 'aria-label': words.madeIn(lesson.number, lesson.title) },
      el('img', { src: address(lesson), alt: '', width: 56, height: 56 }), el('span', {}, lesson.number)))))] : [];
}
