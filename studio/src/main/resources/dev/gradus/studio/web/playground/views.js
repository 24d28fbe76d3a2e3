/**
 * One picture at a time where pictures are: what it answers everywhere, the warped grid, the loss surface,
 * the race.
 */
import words from '../words/playground.js';
import { $, el } from '../shell/draw.js';
import { Grid } from './grid.js';
import { Plane } from './plane.js';
import { RaceView } from './race.js';
import { VIEWS } from './setup.js';
import { SurfaceView } from './surface.js';
import { twin } from './twin.js';

export class Views {
  /**
   * @param {HTMLElement} figure
   * @param {{mark: (x: number, y: number) => void, chosen: (picture: string) => void, race: (race: object) => void, endRace: () => void}} does
   */
  constructor(figure, does) {
    this.figure = figure;
    this.chosen = 'boundary';
    const room = name => el('div', { id: `view-${name}` });
    this.rooms = Object.fromEntries(VIEWS.map(name => [name, room(name)]));
    this.buttons = Object.fromEntries(VIEWS.map(name => [name, el('button', { type: 'button', onclick: () => { this.choose(name); does.chosen(name); } }, words.views[name].tab)]));
    this.tabs = el('div', { class: 'seg views', role: 'group', 'aria-label': words.viewsLabel }, ...Object.values(this.buttons));
    figure.prepend(this.tabs);
    $('.rooms', figure).replaceChildren(...Object.values(this.rooms));
    this.plane = new Plane(this.rooms.boundary, does.mark);
    this.grid = new Grid(this.rooms.grid);
    this.surface = new SurfaceView(this.rooms.surface);
    this.race = new RaceView(this.rooms.race, { start: does.race, stop: does.endRace });
    this.none = el('p', { class: 'q', hidden: true }, words.gridNone);
    figure.append(this.none);
    this.choose('boundary');
  }

  choose(name) {
    this.chosen = name;
    VIEWS.forEach(view => { this.rooms[view].hidden = view !== name; this.buttons[view].setAttribute('aria-pressed', view === name); });
  }

  forget() {
    this.surface.forget();
    this.race.forget();
  }

  texts(regression) {
    const { title, says, good } = regression && this.chosen === 'boundary' ? words.views.numbers : words.views[this.chosen];
    $('h2', this.figure).textContent = title;
    $('.says', this.figure).replaceChildren(says, ' ', el('span', { class: 'gd' }, good));
  }

  /** Draws the picture, or its twin. */
  draw(frame, scene, tables) {
    const view = { boundary: this.plane, grid: this.grid, surface: this.surface, race: this.race }[this.chosen];
    const drawn = this.chosen !== 'grid' || frame.grid !== null;
    this.none.hidden = true;
    this.rooms[this.chosen].hidden = tables;
    if (this.chosen === 'grid' && !(frame.layers.length > 1)) {
      this.rooms.grid.hidden = true;
      this.none.hidden = false;
      twin(this.figure, null);
    } else if (tables && drawn) {
      twin(this.figure, $('h2', this.figure).textContent, () => view.table(frame, scene), frame.playing);
    } else if (!tables) {
      twin(this.figure, null);
      view.draw(frame, scene);
    }
  }
}
