/**
 * Colours for sizes: cividis and viridis, whose brightness grows evenly, so that they read in grey and for
 * every eye.
 */
import { clamp } from './draw.js';

const STOPS = {
  cividis: '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838',
  viridis: '440154 482777 3f4a8a 31678e 26838f 1f9d8a 6cce5a b6de2b fee825',
};

function ramp(name) {
  const stops = STOPS[name].split(' ').map(hex => [0, 2, 4].map(i => parseInt(hex.slice(i, i + 2), 16)));
  return share => {
    const place = clamp(share, 0, 1) * (stops.length - 1);
    const i = Math.min(stops.length - 2, Math.floor(place));
    return stops[i].map((from, c) => Math.round(from + (stops[i + 1][c] - from) * (place - i)));
  };
}

/** @type {(share: number) => number[]} red, green and blue of a share from 0 to 1 */
export const cividis = ramp('cividis');
export const viridis = ramp('viridis');
export const css = ([r, g, b]) => `rgb(${r} ${g} ${b})`;
