/**
 * The words of the page of resources; the resources themselves stand beside it, in resources.json.
 */
import shell from './shell.js';

const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const goals = {
  begin: 'beginning', mathematics: 'mathematics', vision: 'vision', language: 'language', games: 'games', deploy: 'putting models to work', compete: 'competing', research: 'research',
};
const kinds = {
  course: ['course', 'courses'], book: ['book', 'books'], videos: ['series of videos', 'series of videos'], paper: ['text or paper', 'texts and papers'], tool: ['tool', 'tools'],
  data: ['data set', 'data sets'], competition: ['competition', 'competitions'], community: ['community', 'communities'],
};

export default {
  ...shell,
  where: 'Resources · read here without a network; links open outside',
  list: 'The resources',
  print: 'Print this list',
  headline: (n, free, { goal, level, kind }) => {
    if (n === 0) {
      return 'Nothing here fits all of that';
    }
    const what = kind ? count(n, ...kinds[kind]) : count(n, 'good place', 'good places');
    const whom = level ? { 1: ', made for beginners', 2: ', to be met with some practice', 3: ', all of them demanding' }[level] : '';
    const aim = goal ? ` for ${goals[goal]}` : kind || level ? '' : ' to go on';
    const price = free === n ? (n === 1 ? ', and it costs nothing' : ', and none costs anything') : free === 0 ? '' : `; ${free} cost nothing`;
    return what + aim + (n === 1 ? whom.replace('all of them ', '') : whom) + price;
  },
  headlineWords: n => `No resource, but ${count(n, 'word', 'words')} of the course`,
  headlineNow: (n, now, { number, title }) => `${n} good places to go on; ${now === 1 ? 'one goes' : `${now} go`} with your next lesson, ${number} ${title}`,
  sentence: { goal: 'I am here for', kind: '. Show me' },
  labels: { goal: 'goal', level: 'level', kind: 'kind', cost: 'cost', q: 'search' },
  all: { goal: 'everything', level: 'at any level', kind: 'anything', cost: 'at any cost' },
  options: {
    goal: goals,
    level: { 1: 'for beginners', 2: 'with some practice', 3: 'demanding' },
    kind: Object.fromEntries(Object.entries(kinds).map(([kind, [, many]]) => [kind, many])),
    cost: { free: 'that is free', account: 'that is free, even with an account', paid: 'that is paid for' },
  },
  goals: {
    now: 'With your next lesson', words: 'Words of the course', begin: 'To begin', mathematics: 'The mathematics', vision: 'Pictures', language: 'Language', games: 'Games', deploy: 'Putting models to work', compete: 'Competing', research: 'Research',
  },
  kinds: { course: 'course', book: 'book', videos: 'videos', paper: 'text', tool: 'tool', data: 'data', competition: 'competition', community: 'community' },
  costs: { free: 'free', account: 'free, needs an account', paid: 'paid' },
  by: (by, year) => `${by}, ${year}`,
  code: languages => (languages.length === 0 ? 'no code' : languages[0] === 'any' ? 'any language' : languages.join(', ')),
  outside: ' (opens outside the studio)',
  nothing: {
    text: 'Each of the wishes can be met, but not all at once.',
    without: (name, n) => `Give up the ${name}: ${n} left`,
    all: n => `Show all ${n}`,
  },
  keys: [['/', 'search'], ['↓ ↑', 'next, previous resource'], ['Enter', 'open it outside the studio']],
};
