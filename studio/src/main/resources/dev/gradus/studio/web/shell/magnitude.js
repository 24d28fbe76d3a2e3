/**
 * Colours of magnitude: cividis, from dark for little to light for much; it reads alike for every kind of
 * colour vision. Signs have colours of their own, in draw.js.
 */
const STOPS = ['#00224E', '#123570', '#3B496C', '#575D6D', '#707173', '#8A8678', '#A59C74', '#C3B369', '#E1CC55', '#FEE838']
  .map(hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16)));

/**
 * @param {number} share from 0 to 1
 * @returns {[number, number, number]} red, green, blue
 */
export function cividis(share) {
  const place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
  const i = Math.min(STOPS.length - 2, Math.floor(place));
  return STOPS[i].map((from, c) => Math.round(from + (STOPS[i + 1][c] - from) * (place - i)));
}
