/**
 * The words that every page shares. All words of the studio stand in this folder, a file for each page: a
 * translation is another folder like it.
 */
export default {
  language: 'en',
  product: 'Gradus Studio',
  pages: { path: 'Path', lesson: 'Lesson', playground: 'Playground', run: 'Runs', model: 'Model', results: 'Results', try: 'Try it', resources: 'Resources' },
  /** At the thumb, where seven names stand in a row: each is the beginning of the whole name. */
  short: { playground: 'Play' },
  navigation: 'Studio',
  home: 'Gradus Studio, to the first page',
  theme: 'Light or dark',
  keysHelp: 'Keys, and how to read the pictures',
  close: 'Close',
  nextStep: 'Next step',
  table: 'table',
  picture: 'picture',
  skip: 'Skip to the page',
  copyLink: 'Copy link', copied: 'Copied',
  away: { title: 'The studio does not answer', text: 'Start it again with ./gradus studio and open the link it prints. Settings are safe in this page.', next: s => `next try in ${s} s`, now: 'Try now' },

  key: {
    here: 'dot: you are here', treads: 'treads: done, and ahead', stair: 'stair: a sum, term by term', place: 'place: order of layers', width: 'width: size',
    hue: 'colour: plus or minus', dashes: 'dashes: minus', tile: 'tile: what a unit answers', lines: 'thin: seen; marked: unseen', others: 'colour and shape: another run', good: 'green band: good',
    magnitude: 'dark to light: little to much', marker: 'yellow: what we talk about',
  },
  letters: 'Single letters as keys',
  commonKeys: [
    ['T', 'pictures or tables'], ['F6', 'next part of the page'], ['?', 'this page'],
  ],
  goTo: (letter, page) => [`G ${letter.toUpperCase()}`, `go to: ${page}`],
};
