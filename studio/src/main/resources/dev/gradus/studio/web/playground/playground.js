/**
 * The playground: a small network, its data, and everything it answers, while it learns. The studio
 * trains it; this page only draws what comes.
 */
import words from '../words/playground.js';
import { $ } from '../shell/draw.js';
import { Live } from '../shell/live.js';
import { announce, shell } from '../shell/shell.js';
import { Bringing } from './bringing.js';
import { Drawing } from './drawing.js';
import { read } from './frames.js';
import { controls, texts } from './head.js';
import { Network } from './network.js';
import { clear, tellAway, tellLost } from './notices.js';
import { sendTable } from './own.js';
import { RunBar } from './runbar.js';
import { Runs } from './runs.js';
import { programDialog } from './settings.js';
import { fromLink, isRegression, toLink } from './setup.js';
import { keep, lackData, page } from './state.js';
import { Views } from './views.js';

lackData();

const say = message => live.say(message);
const draw = () => drawing.draw();
const settle = () => controls(does, parts);

const runs = new Runs({ say, begun: () => views.forget(), branched: () => views.surface.forget(), controls: settle, watch });
const bringing = new Bringing({ live: () => live, change: some => runs.change(some), open, opened: () => { views.choose(page.view.picture); settle(); runs.begin(page.frame?.playing ?? true); } });
const does = {
  change: some => runs.change(some),
  exportProgram: () => say({ do: 'export' }),
  openFile: file => bringing.openFile(file),
  ownData: () => bringing.ownData(),
  show: gradients => { page.view = { ...page.view, gradients }; keep(); look(); settle(); draw(); },
  hide,
  turnTables: () => drawing.turnTables(),
  open,
};

shell('playground', {
  redraw: draw,
  keys: { ' ': () => bar.toggle(), '.': () => say({ do: 'step' }), ',': () => bar.stepBack(), Home: () => runs.begin(false), s: () => bar.pace('slow'), t: () => does.turnTables(), b: () => page.frame?.back && runs.branch({}) },
  help: words.keys,
});

const network = new Network($('#net'), {
  changeFeatures: features => runs.change({ features }),
  changeLayers: layers => runs.change({ layers }),
  choose: next => { page.chosen = next; draw(); },
  setWeight: ({ layer, unit, from }, value) => say({ do: 'weight', layer, from, to: unit, value }),
});
const views = new Views($('#planefig'), {
  mark: (x, y) => say({ do: 'mark', x, y }),
  chosen: picture => { page.view = { ...page.view, picture }; keep(); look(); views.texts(isRegression(page.setup)); draw(); },
  race: race => say({ do: 'race', ...race }),
  endRace: () => say({ do: 'end-race' }),
});
views.choose(page.view.picture);
const bar = new RunBar($('.runbar'), {
  play: on => { page.lost = on ? null : page.lost; say({ do: 'play', on }); },
  step: () => say({ do: 'step' }),
  look: epoch => say({ do: 'look', epoch }),
  rewind: () => runs.begin(false),
  pace: speed => say({ do: 'pace', speed }),
  seed: seed => runs.change({ seed }),
  goBack: post => runs.goBack(post),
});
const parts = { network, views, bar };
const drawing = new Drawing(parts, runs, () => say({ do: 'play', on: true }));
const live = new Live('playground', { read, opened, lost: seconds => tellAway(seconds, () => live.now()), told, shown });

texts(does);
settle();
addEventListener('hashchange', follow);
addEventListener('resize', draw);

function opened() {
  clear();
  if (page.table) {
    sendTable(live, page.table);
  }
  runs.begin(page.playing);
  page.problem && bringing.explain(page.problem);
}

/** The link was changed by hand, or by going back. */
function follow() {
  const next = fromLink(location.hash);
  if (toLink(next.setup, next.hidden, next.view) !== toLink(page.setup, page.hidden, page.view)) {
    Object.assign(page, { setup: next.setup, hidden: next.hidden, view: next.view });
    views.choose(page.view.picture);
    lackData();
    settle();
    page.problem && bringing.explain(page.problem);
    runs.begin(page.frame?.playing ?? true);
  }
}

/** Says what is looked at: nothing else is computed. */
function look() {
  say({ do: 'view', ...page.view });
}

function watch() {
  say({ do: 'mark', x: views.plane.x, y: views.plane.y });
  look();
  if (bar.speed !== 'normal') {
    say({ do: 'pace', speed: bar.speed });
  }
}

function hide(hidden) {
  page.hidden = hidden;
  keep();
  settle();
  network.structure = '';
  draw();
}

function open(made) {
  document.body.append(made);
  made.addEventListener('close', () => made.remove());
  made.showModal();
}

function told(said) {
  ({
    program: () => open(programDialog(said)),
    lost: () => {
      page.lost = said;
      tellLost(said, page.setup.layers.length, { slower: () => runs.slower(), again: () => runs.begin(true) });
      draw();
    },
    table: () => bringing.asking?.told(said),
    refused: () => { runs.refused(); bringing.explain(said.why); },
    survey: () => {
      views.surface.share = said.run === runs.id ? said.share : views.surface.share;
      views.chosen === 'surface' && draw();
    },
    race: () => {
      views.race.told(said);
      if (said.epoch === said.epochs) {
        announce(views.race.summary());
      }
      views.chosen === 'race' && draw();
    },
  })[said.is]?.();
}

function shown(picture) {
  if (picture.id !== runs.id) {
    return;
  }
  if (picture.kind === 'surface') {
    views.surface.surface = picture;
    views.surface.share = null;
    draw();
  } else if (picture.kind === 'scene') {
    page.scene = picture;
  } else {
    page.frame = picture;
    page.playing = picture.playing;
    runs.shown();
    draw();
  }
}
