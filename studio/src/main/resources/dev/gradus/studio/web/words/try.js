/**
 * The words of the page to try a model on.
 */
import models from './models.js';

const { percent } = models;

export default {
  ...models,
  where: 'Try it',
  headline: {
    before: 'Draw something, and see what it says',
    says: (name, sure) => `It says ${name}: ${sure}`,
    torn: (a, b) => `It is torn between ${a} and ${b}`,
    empty: 'The sheet is empty: draw something',
  },
  said: (name, p) => `It says ${name}, ${percent(p)} sure`,
  knows: {
    digits: 'It knows digits that this computer drew from pen strokes, bent by lot. It has never seen a person’s handwriting: yours is a fair test.',
    garments: 'It knows photographs of ten kinds of clothes, bright on black. It has never seen a drawing, so fill in what you draw: a thick pen helps.',
    must: 'It must choose one of its ten kinds: show it a cat, and it still will.',
    other: data => `It says it learned from “${data}”, which are not the examples that come with Gradus.`,
  },
  rows: 'This model takes rows of numbers, not pictures. Open it under Results to change a row and watch.',
  steps: { results: 'see where this model goes wrong', draw: 'draw on the sheet', left: 'leave out a step and see what it says then' },
  keys: [
    ['arrows', 'move the pen on the sheet; with Shift further'], ['Space', 'put the pen down, or lift it'], ['Backspace', 'take the last stroke back'], ['Delete', 'a new sheet'], ['Esc', 'lift the pen'], ...models.bar.keys,
  ],

  sheet: {
    title: 'Your sheet',
    says: 'Draw with pointer or finger. With keys: arrows move the pen, Space puts it down and lifts it. Or drop a picture here.',
    label: 'Sheet to draw on. Arrows move the pen, Space puts it down or lifts it, Backspace takes a stroke back, Delete begins a new sheet.',
    at: (x, y, down) => `pen ${down ? 'down' : 'up'}, ${x} % from the left, ${y} % from the top`,
    pen: 'pen', pens: { thin: 'thin', medium: 'medium', thick: 'thick' },
    undo: 'Take back', clear: 'New sheet', file: 'Choose a picture', camera: 'Use the camera', example: 'Put an unseen example here',
    drop: 'Let go to look at this picture',
  },
  camera: {
    live: 'What the camera sees', take: 'Take the picture', stop: 'Stop the camera',
    none: 'No camera was found. Draw something, or choose a picture.',
    refused: 'The browser was not allowed to use the camera. Nothing was recorded. You can allow it in the address bar, or choose a picture.',
    busy: 'The camera does not answer: another program may be using it.',
    unknown: 'This browser does not let pages use a camera. Choose a picture instead.',
    privacy: 'The picture stays on this computer: only 84 × 84 brightnesses go from this page to the studio, and none is kept.',
  },
  file: {
    kind: name => `“${name}” is no PNG or JPEG picture: those two are read.`,
    damaged: name => `“${name}” says it is a picture, but cannot be read: it is damaged.`,
    long: (name, mb) => `“${name}” has ${mb} MB: pictures up to 20 MB are read.`,
    large: (name, w, h) => `“${name}” has ${w.toLocaleString('en')} × ${h.toLocaleString('en')} pixels: up to 50 million in all are read.`,
    several: 'Several files came: one picture at a time.',
    took: name => `“${name}” lies on the sheet.`,
  },
  sees: {
    title: 'What the model sees',
    says: 'The way from your sheet to its 28 × 28 numbers. Take a step away, and it sees something it never learned from.',
    good: 'Good: the last picture looks like the training examples below.',
    names: { came: 'as it came', turned: 'bright on dark', seen: '28 × 28' },
    turned: { digits: 'bright on dark', garments: 'bright on dark' },
    invert: 'turn it bright on dark, as the examples are', centre: { digits: 'cut off the margin, and centre it', garments: 'cut off the margin, and fill the picture' },
    label: name => `The picture ${name}`,
    table: 'The 28 by 28 numbers that the model gets',
    waits: 'Nothing is on the sheet yet.',
  },
  answer: { title: 'What it says', says: 'How likely it finds each kind; together they are 100 %.', good: 'Good: one long bar, and the right one.' },
  why: { title: 'What spoke for it', good: 'Good: the blue lies where you would look.', again: 'It is looked at as soon as you pause.' },
  nearest: {
    title: 'The training examples most like it',
    says: 'Those for which the layer before the last answers most alike, of all it learned from.', good: 'Good: they are of the kind it says.',
    label: (kind, i) => `${i + 1}: a ${kind} that it learned from`, head: ['', 'kind', 'distance'], reading: 'Looking through what it learned from: the first time takes a few seconds.',
  },
};
