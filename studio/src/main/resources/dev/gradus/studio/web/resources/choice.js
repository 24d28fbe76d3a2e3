/**
 * Which resources are wished for, what fits, and how the wish stands in the link.
 */

/**
 * @typedef {Object} Resource
 * @property {string} id
 * @property {string} title
 * @property {string} by
 * @property {number} year
 * @property {string} url
 * @property {string} kind
 * @property {string[]} goals the first is the one it is listed under
 * @property {number} level 1 to 3
 * @property {string[]} languages of its programs; `any` where only a result is handed in
 * @property {string} cost
 * @property {string} length
 * @property {string} why
 * @property {string} when
 * @property {string[]} fits numbers of lessons
 */

/** @typedef {{goal: string, level: string, kind: string, cost: string, q: string}} Wish  empty: all the same to me */

export const GOALS = ['begin', 'mathematics', 'vision', 'language', 'games', 'deploy', 'compete', 'research'];
export const LEVELS = ['1', '2', '3'];
export const KINDS = ['course', 'book', 'videos', 'paper', 'tool', 'data', 'competition', 'community'];
export const COSTS = ['free', 'account', 'paid'];
const OPTIONS = { goal: GOALS, level: LEVELS, kind: KINDS, cost: COSTS };

/** What costs nothing is also found by whoever would make an account, or pay. */
const COST_TESTS = { free: entry => entry.cost === 'free', account: entry => entry.cost !== 'paid', paid: entry => entry.cost === 'paid' };
const TESTS = {
  goal: (entry, goal) => entry.goals.includes(goal),
  level: (entry, level) => entry.level === Number(level),
  kind: (entry, kind) => entry.kind === kind,
  cost: (entry, cost) => COST_TESTS[cost](entry),
  q: (entry, q) => q.toLowerCase().split(/\s+/).every(word => text(entry).includes(word)),
};

const text = entry => [entry.title, entry.by, entry.year, entry.url, entry.kind, ...entry.languages, entry.why, entry.when, ...entry.fits].join(' ').toLowerCase();

/**
 * @param {Resource[]} entries
 * @param {Wish} wish
 */
export function fitting(entries, wish) {
  return entries.filter(entry => Object.entries(TESTS).every(([name, test]) => !wish[name] || test(entry, wish[name])));
}

/**
 * When nothing fits: which single wish given up would leave most.
 *
 * @param {Resource[]} entries
 * @param {Wish} wish
 * @returns {{name: string, count: number} | null}
 */
export function easing(entries, wish) {
  const ways = Object.keys(TESTS).filter(name => wish[name]).map(name => ({ name, count: fitting(entries, { ...wish, [name]: '' }).length }));
  ways.sort((a, b) => b.count - a.count);
  return ways[0]?.count ? ways[0] : null;
}

/** @param {string} hash */
export function fromLink(hash) {
  const given = new URLSearchParams(hash.slice(1));
  const wish = { goal: '', level: '', kind: '', cost: '', q: (given.get('q') ?? '').slice(0, 100) };
  for (const [name, options] of Object.entries(OPTIONS)) {
    if (options.includes(given.get(name))) {
      wish[name] = given.get(name);
    }
  }
  return wish;
}

/** @param {Wish} wish */
export function toLink(wish) {
  return '#' + new URLSearchParams(Object.entries(wish).filter(([, value]) => value));
}
