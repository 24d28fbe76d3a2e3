/**
 * What the page knows: the settings that stand in the link, and what the studio has last shown.
 */
import words from '../words/playground.js';
import { fromLink, toLink, USUAL } from './setup.js';

const { setup, hidden, view, playing } = fromLink(location.hash);

export const page = {
  setup, hidden, view, playing,
  scene: null,
  frame: null,
  /** What was told of numbers that were lost, while the run waits. */
  lost: null,
  tables: false,
  chosen: { layer: 0, unit: Math.min(1, (setup.layers[0] ?? 1) - 1), from: 0 },
  /** @type {import('./own.js').Table | null} the user's own data */
  table: null,
  /** Why something else is shown than the link says. */
  problem: null,
};

/** Puts the state into the link. */
export function keep() {
  history.replaceState(null, '', toLink(page.setup, page.hidden, page.view));
}

/** A link to own data does not hold them: until they are given, another set is shown. */
export function lackData() {
  page.problem = null;
  if (page.setup.data === 'own' && !page.table) {
    page.setup = { ...page.setup, data: USUAL.data, own: null };
    page.problem = words.own.lacking;
  }
}
