/**
 * Reads what the studio sends: words as JSON, and the numbers they speak of.
 */

/**
 * @param {ArrayBuffer} data
 * @returns {Record<string, any>} the words, with each array under its name in `arrays`
 */
export function readBundle(data) {
  const length = new DataView(data).getInt32(0, true);
  const words = JSON.parse(new TextDecoder().decode(new Uint8Array(data, 4, length)));
  const begin = 4 + Math.ceil(length / 4) * 4;
  const arrays = {};
  for (const [name, at, count] of words.arrays) {
    arrays[name] = new Float32Array(data, begin + 4 * at, count);
  }
  return { ...words, kind: 'bundle', arrays };
}

/** The figures of each place stand one after the other. */
export function figuresOf(activations, place) {
  const [mean, deviation, least, most, zeros, lost] = activations.arrays.figures.subarray(6 * place, 6 * place + 6);
  return { mean, deviation, least, most, zeros, lost, reach: Math.max(Math.abs(least), Math.abs(most)) || 1 };
}

/** Where the small pictures of each place begin, and what they are. */
export function tilesOf(activations) {
  let at = 0;
  return activations.tiles.map(([count, rows, columns, whole, channels]) => {
    const each = rows * columns;
    const tiles = { count, rows, columns, whole: whole === 1, channels, numbers: activations.arrays.numbers.subarray(at, at + count * each) };
    at += count * each;
    return tiles;
  });
}
