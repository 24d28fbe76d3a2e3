/**
 * Which run is shown: one is begun anew, goes on from an earlier epoch, or is gone back to.
 */
import words from '../words/playground.js';
import { BRANCHABLE, isRegression, toMessage, USUAL } from './setup.js';
import { keep, page } from './state.js';

const RESTART_MILLISECONDS = 150;
const MOST_POSTS = 5;

/**
 * @typedef {Object} Hooks
 * @property {(message: object) => void} say
 * @property {() => void} begun what is seen of the run before is of no use any more
 * @property {() => void} branched a path that goes on has another ground
 * @property {() => void} controls settings have changed
 * @property {() => void} watch says what is looked at, and how fast it goes
 */
export class Runs {
  /** @param {Hooks} does */
  constructor(does) {
    this.does = does;
    this.id = 0;
    this.ids = 0;
    /** @type {import('./runbar.js').Post[]} */
    this.posts = [];
    this.timer = 0;
    /** What was asked for last, and what was last seen to run. */
    this.asked = null;
    this.good = null;
  }

  /** Asks for a run of the present settings. */
  begin(on) {
    const isCalm = this.ids === 0 && matchMedia('(prefers-reduced-motion: reduce)').matches;
    page.lost = null;
    this.does.begun();
    this.ask(++this.ids, []);
    this.does.say({ do: 'begin', id: this.id, playing: on && !isCalm, ...toMessage(page.setup) });
    this.does.watch();
  }

  ask(id, posts) {
    this.id = id;
    this.posts = posts;
    this.asked = { id, setup: page.setup, posts };
  }

  /** The present run as a post that can be gone back to. */
  left(at) {
    return { id: this.id, at, setup: page.setup, name: words.run.settings(page.setup), curve: page.frame.history };
  }

  /** Goes on from the epoch that is looked at; what came after it stays as a post. */
  branch(some) {
    const next = fit(some);
    const posts = [...this.posts.slice(1 - MOST_POSTS), this.left(page.frame.epoch)];
    this.settle(next, ++this.ids, posts);
    this.does.say({ do: 'branch', id: this.id, playing: true, ...toMessage(page.setup) });
  }

  /** Goes back to a run that was left; the present one is left where it had begun. */
  goBack(post) {
    const posts = [...this.posts.filter(other => other !== post), this.left(post.at)];
    this.settle(post.setup, post.id, posts);
    this.does.say({ do: 'return', id: this.id });
  }

  settle(setup, id, posts) {
    clearTimeout(this.timer);
    page.setup = setup;
    this.ask(id, posts);
    keep();
    this.does.controls();
    this.does.branched();
  }

  /** Takes changed settings: the run begins anew, and the link follows. At an earlier epoch it branches. */
  change(some) {
    if (page.frame?.back && !page.lost && Object.keys(some).every(name => BRANCHABLE.includes(name))) {
      this.branch(some);
      return;
    }
    page.setup = fit(some);
    keep();
    // a slider that is moved is not drawn anew under the hand
    if (!('noise' in some || 'points' in some || 'unseen' in some) || Object.keys(some).length > 1) {
      this.does.controls();
    }
    clearTimeout(this.timer);
    const on = page.lost ? true : page.frame?.playing ?? true;
    this.timer = setTimeout(() => this.begin(on), RESTART_MILLISECONDS);
  }

  /** Goes on with a tenth of the rate. */
  slower() {
    page.setup = fit({ rate: page.setup.rate / 10 });
    keep();
    this.does.controls();
    this.begin(true);
  }

  /** What was asked for cannot be: the run that was there before goes on. */
  refused() {
    if (this.good && this.good.id !== this.id) {
      page.setup = this.good.setup;
      this.ask(this.good.id, this.good.posts);
      keep();
      this.does.controls();
    }
  }

  /** A picture of the run has come. */
  shown() {
    this.good = this.asked;
  }
}

/** Settings with what follows from a change: numbers are measured by squares. */
function fit(some) {
  const next = { ...page.setup, ...some };
  if (isRegression(next)) {
    next.loss = 'squared-error';
  } else if (isRegression(page.setup)) {
    next.loss = some.loss ?? USUAL.loss;
  }
  if (next.data !== 'own') {
    next.own = null;
  }
  return next;
}
