/**
 * Draws what has come: the network, the pictures, the curves, the run bar, and the sentence about now.
 */
import words from '../words/playground.js';
import { $, el } from '../shell/draw.js';
import { follow } from '../shell/shell.js';
import { drawScores, historyTable } from './charts.js';
import { drawNeuron } from './neuron.js';
import { counts, headline, suggestion } from './sentences.js';
import { isRegression } from './setup.js';
import { page } from './state.js';
import { twin } from './twin.js';

export class Drawing {
  /**
   * @param {{network: import('./network.js').Network, views: import('./views.js').Views, bar: import('./runbar.js').RunBar}} parts
   * @param {import('./runs.js').Runs} runs
   * @param {() => void} play
   */
  constructor(parts, runs, play) {
    Object.assign(this, parts, { runs, play, isFirst: true, suggested: '' });
  }

  /** Draws, if there is something to be drawn. */
  draw() {
    const { frame, scene, setup, tables } = page;
    if (!frame || !scene || frame.layers.length !== setup.layers.length + 1 || frame.inputs.length !== setup.features.length) {
      // settings have changed already, and this is the last picture of the run before
      return;
    }
    this.marked();
    this.network.layOut(setup, page.hidden, frame.gradients !== null);
    this.network.draw(frame, scene, page.chosen);
    drawNeuron({ title: $('#nt'), formula: $('#eq'), stair: $('#st') }, frame, this.network, page.chosen, {
      choose: from => { if (page.chosen.from !== from) { page.chosen = { ...page.chosen, from }; this.draw(); } },
      open: () => this.network.openWeight(),
    });
    this.views.surface.lost = !!page.lost;
    this.views.draw(frame, scene, tables);
    this.twins();
    this.nameTablers();
    if (this.isFirst) {
      this.isFirst = false;
      performance.mark('first-picture');
    }
    drawScores(frame, { lost: !!page.lost, regression: isRegression(setup) });
    this.bar.draw(frame, setup.seed, this.runs.posts);
    this.sentences();
  }

  /** The marked weight is one that there is. */
  marked() {
    const { layers } = page.frame;
    const layer = Math.min(page.chosen.layer, layers.length - 1);
    page.chosen = { layer, unit: Math.min(page.chosen.unit, layers[layer].outputs - 1), from: Math.min(page.chosen.from, layers[layer].inputs - 1) };
  }

  turnTables() {
    page.tables = !page.tables;
    this.nameTablers();
    document.body.classList.toggle('tables', page.tables);
    this.draw();
  }

  /** Each button says of which picture it shows the table. */
  nameTablers() {
    document.querySelectorAll('.tabler').forEach(button => {
      button.textContent = page.tables ? words.picture : words.table;
      button.setAttribute('aria-label', words.turn($('h2', button.closest('figure')).textContent, button.textContent));
    });
  }

  twins() {
    const { history, gradients, playing } = page.frame;
    twin($('.right'), page.tables ? words.historyName : null, () => historyTable(history), playing);
    twin($('.net'), page.tables && gradients ? words.gradientBars : null, () => this.network.gradientTable(gradients), playing);
  }

  /** The headline says what is so now; the next step is one suggestion. */
  sentences() {
    const { frame, scene, setup, lost } = page;
    const text = headline(frame, scene, setup, lost);
    if ($('h1').textContent !== text) {
      $('h1').textContent = text;
    }
    follow(text);
    const { right, unseen, rightSeen, seen } = counts(frame, scene);
    const kind = setup.data === 'own' ? words.own.mine : words.choices.data[setup.data];
    $('.plane').setAttribute('aria-label', words.planeSummary(kind, `${rightSeen} of ${seen}`, `${right} of ${unseen}`));
    this.next(suggestion(frame, setup, lost, { play: this.play, change: some => { this.runs.change(some); this.runs.does.controls(); }, branch: () => this.runs.branch({}) }));
  }

  next(step) {
    const text = step?.[0] ?? '';
    if (text === this.suggested) {
      return;
    }
    this.suggested = text;
    const does = step?.[1];
    $('.nexts').replaceChildren(...(step ? [el('b', {}, words.nextStep), ' ', does ? el('button', { type: 'button', class: 'link', onclick: () => { this.suggested = ''; does(); } }, text) : el('span', {}, text)] : []));
  }
}
