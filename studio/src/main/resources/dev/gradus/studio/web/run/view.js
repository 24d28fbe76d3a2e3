/**
 * What is looked at on the page of runs, and what follows from it.
 */
import words from '../words/run.js';
import { changesText, isAlive, LOOKS, MOST_OTHERS } from './list.js';

const fromLink = new URLSearchParams(location.hash.replace(/^#/, ''));

/** Changed by `run.js` alone, but for the places of marks, which whoever draws them says. */
export const view = {
  /** All runs there are, as the studio told it. */
  runs: { rows: [], all: 0, now: 0, folder: '', canBegin: false },
  /** The one that is watched, and those that lie over it. */
  watched: fromLink.get('run') ?? '',
  others: (fromLink.get('with') ?? '').split(',').filter(Boolean).slice(0, MOST_OTHERS),
  overlays: new Map(),
  /** The latest picture of it, how it was made, the gradients of its layers, and how they did at one step. */
  frame: null,
  details: null,
  map: null,
  look: null,
  /** The step that is looked at, or the latest; the layer that is marked. */
  at: null,
  marked: null,
  tables: false,
  places: null,
  heatPlaces: null,
};

/** Where the same view is found again. */
export function toLink() {
  history.replaceState(null, '', '#' + new URLSearchParams({ run: view.watched, ...(view.others.length ? { with: view.others.join(',') } : {}) }));
}

/** How many of the axis a step is: examples if batches differ, else steps. */
export const unit = () => (byExamples() ? view.frame.batch : 1);
export const byExamples = () => view.frame && view.frame.batch > 0 && [...view.overlays.values()].some(other => other.batch > 0 && other.batch !== view.frame.batch);

/** The last look at the layers up to a step, or nothing if that is the latest. */
export const nearest = step => { const last = view.map?.steps.findLast(it => it <= step); return last === undefined || last === view.map.steps.at(-1) ? null : last; };

/** Layers that learn are counted from 1; a row of a fold is its first and last. */
export const rowName = row => (view.map.fold === 1 ? String(row + 1) : `${row * view.map.fold + 1}–${Math.min(view.map.layers, (row + 1) * view.map.fold)}`);

/** How far the axis goes: to the end that was planned, and a little on where a number was lost. */
export function reach() {
  const alive = isAlive(view.frame);
  return Math.max(1, view.frame.step, alive ? view.frame.of : view.frame.lost ? Math.min(view.frame.of, Math.ceil(1.25 * view.frame.step)) : 0);
}

/** A branch is called by what it does otherwise, and so is a run of the same name. */
export function nameOf(other) {
  if (other.parent === view.watched && Object.keys(other.changes).length) {
    return changesText(other.changes);
  }
  const settings = Object.entries(view.runs.rows.find(row => row.id === other.id)?.differs ?? {});
  return other.name === view.frame?.name && settings.length ? words.list.differs(settings) : other.name;
}

/** Where runs over this one branched from it. */
export function posts() {
  return view.others.map((id, i) => ({ row: view.runs.rows.find(row => row.id === id), colour: LOOKS[i][0] }))
    .filter(({ row }) => row && row.parent === view.watched)
    .map(({ row, colour }) => ({ step: row.parentStep, colour, name: words.chart.branched(words.count(row.parentStep), '') }));
}
