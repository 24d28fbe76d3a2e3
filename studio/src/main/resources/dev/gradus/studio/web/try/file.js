/**
 * Reads a picture file within limits. Kind and size are looked up in its first bytes before anything is decoded:
 * what a file is called, and what the browser takes it for, proves nothing.
 */
import words from '../words/try.js';

export const MOST_BYTES = 20_000_000;
export const MOST_PIXELS = 50_000_000;
const HEADER = 256 * 1024;

/**
 * @param {File} file
 * @returns {Promise<ImageBitmap>}
 * @throws {Error} that says what is wrong with it
 */
export async function readPicture(file) {
  if (file.size > MOST_BYTES) {
    throw new Error(words.file.long(file.name, Math.round(file.size / 1e6)));
  }
  const size = sizeOf(new DataView(await file.slice(0, HEADER).arrayBuffer()));
  if (!size) {
    throw new Error(words.file.kind(file.name));
  }
  if (size.width * size.height > MOST_PIXELS) {
    throw new Error(words.file.large(file.name, size.width, size.height));
  }
  try {
    return await createImageBitmap(file);
  } catch {
    throw new Error(words.file.damaged(file.name));
  }
}

/** @param {DataView} bytes */
export function sizeOf(bytes) {
  if (bytes.byteLength >= 24 && bytes.getUint32(0) === 0x89504e47 && bytes.getUint32(4) === 0x0d0a1a0a) {
    return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
  }
  return bytes.byteLength >= 4 && bytes.getUint16(0) === 0xffd8 ? jpegSize(bytes) : null;
}

/** The size stands in the first segment that says how the picture is coded. */
function jpegSize(bytes) {
  let at = 2;
  while (at + 9 < bytes.byteLength) {
    if (bytes.getUint8(at) !== 0xff) {
      return null;
    }
    const kind = bytes.getUint8(at + 1);
    if (kind === 0xff) {
      at++;
    } else if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)) {
      return { height: bytes.getUint16(at + 5), width: bytes.getUint16(at + 7) };
    } else {
      at += 2 + bytes.getUint16(at + 2);
    }
  }
  return null;
}
