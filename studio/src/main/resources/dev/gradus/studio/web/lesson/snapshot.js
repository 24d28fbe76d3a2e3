/**
 * Keeps a small picture of what the learner's own program has drawn, for the path. It is taken when the picture has
 * come to rest, and sent as pixels.
 */
const SIDE = 72;
const REST_MILLISECONDS = 1500;

/** What stands in a style sheet, or is inherited, must stand in the drawing itself to be seen without the page. */
const LOOKS = ['fill', 'fill-opacity', 'stroke', 'stroke-dasharray', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'display', 'visibility'];

const SHAPES = 'path, line, rect, circle, ellipse, polyline, polygon, image, use';
/** A plane counts if it takes so much of the room of the largest drawing. */
const LEAST_PLANE = 0.3;
/** A plate is so many times as large as its words at most. */
const PLATE = 4;
/** A line of one pixel is to be so thin at least, in pixels of the small picture; it becomes so many times as wide at most. */
const [THIN, WIDEST] = [0.5, 4];

const area = box => box.width * box.height;

let timer = 0;
let last = '';

/**
 * @param {import('./picturepane.js').PicturePane | null} picture
 * @param {(message: object) => void} say
 */
export function keepSnapshot(picture, say) {
  clearTimeout(timer);
  if (picture?.swapped) {
    timer = setTimeout(() => take(picture, say), REST_MILLISECONDS);
  }
}

async function take(picture, say) {
  const { asking, drawing, swapped } = picture;
  const rests = swapped && picture.hasAnswer && !asking.sent.size && !asking.waiting.size && drawing.isConnected;
  const pixels = rests && await pixelsOf(drawing);
  if (pixels && pixels !== last && picture.swapped && drawing.isConnected) {
    last = pixels;
    say({ do: 'made', pixels });
  }
}

/** Returns red, green and blue of each pixel as bytes in base64, or nothing where nothing is drawn. */
async function pixelsOf(drawing) {
  const parts = [...drawing.querySelectorAll('svg, canvas')].filter(node => !node.parentElement.closest('svg')).map(node => ({ node, box: node.getBoundingClientRect() })).filter(({ box }) => box.width > 40 && box.height > 40);
  const main = subject(parts);
  if (!main) {
    return null;
  }
  const frame = main.node instanceof SVGElement ? ink(main.node, main.box) : main.box;
  const scale = SIDE / Math.max(frame.width, frame.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d');
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--ground');
  context.fillRect(0, 0, SIDE, SIDE);
  context.beginPath();
  context.rect((SIDE - frame.width * scale) / 2, (SIDE - frame.height * scale) / 2, frame.width * scale, frame.height * scale);
  context.clip();
  const place = box => [(box.left - frame.left - frame.width / 2) * scale + SIDE / 2, (box.top - frame.top - frame.height / 2) * scale + SIDE / 2, box.width * scale, box.height * scale];
  const meets = box => box.left < frame.right - 1 && box.right > frame.left + 1 && box.top < frame.bottom - 1 && box.bottom > frame.top + 1;
  for (const { node, box } of parts.filter(part => meets(part.box))) {
    context.drawImage(node instanceof SVGElement ? await still(node, box, scale) : node, ...place(box));
  }
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return btoa(String.fromCharCode(...data.filter((_, i) => i % 4 < 3)));
}

/** What is looked at: a plane where there is one, else the largest drawing. */
function subject(parts) {
  const largest = of => of.reduce((best, part) => (best && area(best.box) >= area(part.box) ? best : part), null);
  const all = largest(parts);
  const plane = largest(parts.filter(({ node }) => node instanceof HTMLCanvasElement));
  return plane && area(plane.box) >= LEAST_PLANE * area(all.box) ? plane : all;
}

/** The part of a drawing in which something is drawn, without its words, and a little around it. */
function ink(node, whole) {
  const hidden = lettering(node);
  const boxes = [...node.querySelectorAll(SHAPES)].filter(shape => !hidden.has(shape) && isSeen(shape)).map(shape => shape.getBoundingClientRect()).filter(box => box.width + box.height > 0);
  const side = (name, choose, end) => choose(end, ...boxes.map(box => box[name]));
  if (!boxes.length) {
    return whole;
  }
  const edge = 0.03 * Math.max(whole.width, whole.height);
  const left = Math.max(whole.left, side('left', Math.min, Infinity) - edge);
  const right = Math.min(whole.right, side('right', Math.max, -Infinity) + edge);
  const top = Math.max(whole.top, side('top', Math.min, Infinity) - edge);
  const bottom = Math.min(whole.bottom, side('bottom', Math.max, -Infinity) + edge);
  return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : whole;
}

function isSeen(shape) {
  const { fill, stroke, opacity, visibility } = getComputedStyle(shape);
  const paints = colour => colour !== 'none' && colour !== 'rgba(0, 0, 0, 0)';
  return (paints(fill) || paints(stroke)) && opacity !== '0' && visibility !== 'hidden' && !shape.closest('defs, pattern, mask, clipPath');
}

/** Words, which cannot be read that small, and the plates below them. */
function lettering(node) {
  const words = [...node.querySelectorAll('text')];
  const plates = words.flatMap(word => {
    const text = word.getBoundingClientRect();
    return [...(word.parentNode?.querySelectorAll(':scope > rect') ?? [])].filter(rect => {
      const box = rect.getBoundingClientRect();
      return box.left <= text.left + 2 && box.right >= text.right - 2 && box.top <= text.top + 4 && box.bottom >= text.bottom - 4 && area(box) < PLATE * area(text);
    });
  });
  return new Set([...words, ...plates]);
}

/** Returns a drawing as an image of its own, its lines wide enough to be seen. */
async function still(node, box, scale) {
  const copy = node.cloneNode(true);
  const hidden = lettering(node);
  const wider = Math.max(1, Math.min(WIDEST, THIN / scale));
  const [from, to] = [[node, ...node.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]];
  from.forEach((part, i) => {
    const style = getComputedStyle(part);
    // it says where on the page the drawing stands, too
    to[i].removeAttribute('style');
    LOOKS.forEach(name => to[i].setAttribute(name, style.getPropertyValue(name)));
    to[i].setAttribute('stroke-width', wider * parseFloat(style.strokeWidth));
    if (hidden.has(part)) {
      to[i].setAttribute('display', 'none');
    }
  });
  copy.setAttribute('width', box.width);
  copy.setAttribute('height', box.height);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
