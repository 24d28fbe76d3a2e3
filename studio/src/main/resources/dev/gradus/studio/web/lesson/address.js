/**
 * The address is the state: `#2.1/check`, or `#2.1/test` to test out, then what a class does not see, and in a
 * link that was copied the program and what is set in the picture. An address from anywhere is hostile until
 * each of its parts has been looked at.
 */
import { hiddenOf } from '../shell/hiding.js';

export const HIDEABLE = ['hints', 'solution', 'picture', 'history', 'swap', 'file'];
/** How long a program may be in a link, packed; a longer one is carried by a file. */
export const MOST_PACKED = 4000;
const [MOST_BYTES, MOST_PICTURE] = [400_000, 4000];

/**
 * @typedef {Object} Address
 * @property {string} number of the lesson; empty for the one to go on with
 * @property {string} part
 * @property {string[] | null} hidden what a class does not see; nothing where the address says nothing of it
 * @property {string} program packed
 * @property {Record<string, any> | null} picture
 */

/**
 * @param {string} hash
 * @returns {Address}
 */
export function readAddress(hash) {
  const [path, ...more] = hash.replace(/^#/, '').split('&');
  const [number = '', part = ''] = decoded(path).split('/');
  const given = new URLSearchParams(more.join('&'));
  return {
    number: number.slice(0, 20), part, hidden: given.has('hide') ? hiddenOf(given.get('hide'), HIDEABLE) : null,
    program: given.get('program') ?? '', picture: stateOf(given.get('picture')),
  };
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function stateOf(text) {
  if (!text || text.length > MOST_PICTURE) {
    return null;
  }
  try {
    const state = JSON.parse(text);
    return state && typeof state === 'object' && !Array.isArray(state) ? state : null;
  } catch {
    return null;
  }
}

/** @param {{number: string, part: string, hidden?: string[], program?: string, picture?: Record<string, any>}} state */
export function writeAddress({ number, part, hidden = [], program = '', picture = {} }) {
  const state = Object.keys(picture).length ? encodeURIComponent(JSON.stringify(picture)) : '';
  return `#${number}/${part}${hidden.length ? `&hide=${hidden.join(',')}` : ''}${program ? `&program=${program}` : ''}${state && state.length <= MOST_PICTURE ? `&picture=${state}` : ''}`;
}

/** A program as it stands in a link, or nothing if that would be too long. */
export async function pack(text) {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  if (bytes.length * 4 / 3 > MOST_PACKED) {
    return '';
  }
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The program in a link; a few letters that would become millions are given up on the way.
 *
 * @throws {Error} if there is none
 */
export async function unpack(packed) {
  if (packed.length > MOST_PACKED + 4 || !/^[\w-]+$/.test(packed)) {
    throw new Error('this is no program');
  }
  const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, size] = ['', 0];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > MOST_BYTES) {
      reader.cancel();
      throw new Error('this is too long for a program');
    }
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}
