/**
 * Choosing a model from the list, and training one where there is none: shared by the pages that need one.
 */
import words from '../words/models.js';
import { el, hereDot, svg } from '../shell/draw.js';
import { announce, dialog } from '../shell/shell.js';

const STEPS = 14;
const KEPT = 'gradus-model';

/**
 * @typedef {Object} Hooks
 * @property {(message: object) => void} say to the studio
 * @property {(id: string) => void} open a model was chosen
 * @property {(shown: boolean) => void} busy whether the page's own content stands back
 * @property {string[]} subjects what the page can use, the first being what is offered first
 */
export class Models {
  /** @param {HTMLElement} root where the empty state and the progress stand
   *  @param {Hooks} hooks */
  constructor(root, hooks) {
    this.root = root;
    this.hooks = hooks;
    this.list = [];
    this.present = '';
    this.last = null;
    this.running = false;
  }

  /** Takes what the studio says of models; returns whether it was about them. */
  told(said) {
    switch (said.is) {
      case 'models': this.took(said.models); return true;
      case 'training': this.progress(said); return true;
      case 'epoch': this.unseen = said; return true;
      case 'trained': this.trained(said); return true;
      case 'failed': this.failed(said.why); return true;
      default: return false;
    }
  }

  took(models) {
    this.list = models.filter(entry => !entry.subject || this.hooks.subjects.includes(entry.subject));
    const wanted = this.wanted ?? (this.present || sessionStorage.getItem(KEPT));
    this.wanted = null;
    const entry = this.list.find(one => one.id === wanted) ?? this.list[0];
    if (entry) {
      this.choose(entry.id);
    } else if (!this.running) {
      this.empty();
    }
  }

  choose(id) {
    this.present = id;
    sessionStorage.setItem(KEPT, id);
    this.hooks.open(id);
  }

  /** A menu of the models there are. */
  select() {
    const menu = el('select', { 'aria-label': words.choose, onchange: () => this.choose(menu.value) }, ...this.list.map(entry =>
      el('option', { value: entry.id, selected: entry.id === this.present }, words.entry(entry, words.subjects[entry.subject] ?? entry.name, words.kinds[entry.kind], when(entry.when)))));
    return menu;
  }

  more() {
    return el('button', { type: 'button', class: 'link', onclick: () => this.ask() }, words.trainMore);
  }

  /** Asks what is to be learnt. */
  ask() {
    const made = dialog(words.trainTitle, el('ul', { class: 'recipes' }, ...this.hooks.subjects.map(subject => el('li', {},
      el('button', { type: 'button', class: 'btn small', onclick: () => { made.close(); this.train(subject); } }, words.recipes[subject][0]), el('p', { class: 'qq' }, words.recipes[subject][1])))));
    document.body.append(made);
    made.addEventListener('close', () => made.remove());
    made.showModal();
  }

  train(subject) {
    this.running = true;
    this.subject = subject;
    this.unseen = null;
    this.hooks.say({ do: 'train', subject });
    this.progress({ subject, done: 0 });
    announce(words.training.start(words.subjects[subject]));
  }

  empty() {
    const [first, ...others] = this.hooks.subjects;
    this.hooks.busy(true);
    this.root.replaceChildren(el('div', { class: 'state empty' }, stair(0, 0),
      el('h2', {}, words.empty.title), el('p', {}, words.empty.text),
      el('div', { class: 'row' }, el('button', { type: 'button', class: 'btn main', onclick: () => this.train(first) }, words.empty.button(words.subjects[first])),
        ...others.map(subject => el('button', { type: 'button', class: 'link', onclick: () => this.train(subject) }, words.empty.other(words.subjects[subject]))))));
  }

  progress(said) {
    const name = words.subjects[said.subject];
    const begun = said.accuracy !== undefined;
    const title = begun ? words.training.title(name, words.of100(said.accuracy)) : words.training.start(name);
    this.hooks.busy(true);
    if (!this.root.querySelector('.training')) {
      this.root.replaceChildren(el('div', { class: 'state training' }, el('div', { class: 'stairs' }), el('h2'), el('p', { class: 'round' }), el('p', { class: 'qq heard' }),
        el('div', { class: 'row' }, el('button', { type: 'button', class: 'btn small', onclick: () => this.hooks.say({ do: 'stop' }) }, words.training.stop))));
      this.root.querySelector('button').focus();
    }
    const part = selector => this.root.querySelector(selector);
    part('.stairs').replaceChildren(stair(Math.floor(said.done * STEPS), said.done));
    part('h2').textContent = title;
    part('.round').textContent = begun ? words.training.text(said.epoch, said.epochs, words.training.left(said.secondsLeft)) : words.training.reading;
    part('.heard').textContent = this.unseen ? words.training.unseen(words.of100(this.unseen.accuracy), this.unseen.epoch) : '';
    announce(title);
  }

  trained(said) {
    this.running = false;
    this.last = said;
    this.wanted = said.id;
    announce(words.training.done(said.seconds, said.why));
    this.root.replaceChildren();
    // the page's own content comes back when the model has been opened
    this.hooks.say({ do: 'list' });
  }

  failed(why) {
    this.running = false;
    this.root.replaceChildren(el('div', { class: 'finding', role: 'alert' }, el('h2', {}, words.training.failed), el('p', {}, why),
      el('div', { class: 'row' }, el('button', { type: 'button', class: 'btn small', onclick: () => { this.root.replaceChildren(); this.hooks.busy(false); this.hooks.say({ do: 'list' }); } }, words.close))));
  }
}

function when(text) {
  const time = new Date(text);
  const today = new Date().toDateString() === time.toDateString();
  return today ? time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }) : time.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
}

/** Steps climbed, and those to come. */
function stair(climbed, done) {
  const [wide, high] = [28, 8];
  const base = STEPS * high + 6;
  const made = svg('svg', { class: 'climb', width: STEPS * wide, height: base + 14, viewBox: `0 0 ${STEPS * wide} ${base + 14}`, role: 'progressbar', 'aria-label': words.training.label, 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(100 * done) });
  for (let i = 0; i < STEPS; i++) {
    const y = base - i * high;
    const look = i < climbed ? { stroke: 'var(--ink)', 'stroke-width': 2.5 } : { stroke: 'var(--edge)', 'stroke-width': 1.75, 'stroke-dasharray': '2 3.500' };
    made.append(svg('path', { d: `M${i * wide} ${i ? y + high : y}V${y}h${wide}`, fill: 'none', ...look }));
  }
  const at = Math.min(STEPS - 1, climbed);
  made.append(hereDot((at + 0.5) * wide, base - at * high - 5, 4.5));
  return made;
}
