/**
 * Which model is looked into, and what it is given.
 */
import words from '../words/model.js';
import { $, el } from '../shell/draw.js';
import { dialog } from '../shell/shell.js';
import { paintGrey } from './pictures.js';

const SIDE = 28;

/** A checkpoint is called run/ID/STEP. */
const runOf = model => model.id.split('/')[1];

/** The list of models as a dialog. */
export class Models {
  /** @param {(id: string) => void} open */
  constructor(open) {
    this.list = el('div', { class: 'models' });
    this.dialog = dialog(words.modelsTitle, this.list);
    this.dialog.classList.add('modelsdialog');
    this.open = open;
    document.body.append(this.dialog);
  }

  show() {
    this.dialog.showModal();
    $('[aria-current=true]', this.list)?.focus();
  }

  /** @param {any[]} models */
  set(models, present) {
    const group = origin => {
      const all = models.filter(model => model.origin === origin);
      // of a run the latest checkpoint stands for all: the run bar leads to the others
      const rows = origin === 'run' ? all.filter((model, i) => i === 0 || runOf(all[i - 1]) !== runOf(model)) : all;
      const count = model => all.filter(it => runOf(it) === runOf(model)).length;
      return [el('h3', {}, words.origins[origin]), rows.length
        ? el('ul', {}, ...rows.map(model => el('li', {}, el('button', { type: 'button', class: 'model', 'aria-current': String(origin === 'run' ? runOf(model) === runOf({ id: present ?? '' }) : model.id === present), onclick: () => { this.dialog.close(); this.open(model.id); } },
          el('b', {}, words.modelName(model)), el('span', { class: 'qq' }, words.modelDetail(model, count(model)))))))
        : el('p', { class: 'q' }, words.noneOf[origin])];
    };
    this.list.replaceChildren(...['file', 'run', 'made'].flatMap(group));
  }
}

/** What can be given, as thumbnails, buttons, a field for text or numbers, a place to draw. */
export class Givers {
  /**
   * @param {HTMLElement} root
   * @param {(message: object) => void} say
   */
  constructor(root, say) {
    this.root = root;
    this.say = say;
    this.drawing = drawingDialog(numbers => this.give({ do: 'typed', numbers }, 'drawn'));
    document.body.append(this.drawing);
  }

  give(message, key) {
    this.chosen = key;
    this.mark();
    this.say(message);
  }

  mark() {
    for (const button of this.root.querySelectorAll('[data-give]')) {
      button.setAttribute('aria-pressed', String(button.dataset.give === this.chosen));
    }
  }

  setModel(model) {
    const { offers } = model;
    this.chosen = offers.examples ? 'example0' : offers.letters ? 'text' : 'noise';
    const parts = [];
    if (offers.examples) {
      const shown = Math.min(offers.examples, 6);
      parts.push(el('span', { class: 'lookat' }, words.another), ...Array.from({ length: shown }, (_, i) => this.button('example' + i, (offers.pictures ? words.example : words.examplePoint)(i + 1), { do: 'example', number: i })));
    }
    parts.push(this.button('zeros', words.zeros, { do: 'zeros' }), this.button('noise', words.noise, { do: 'noise', seed: 1 }, () => ({ do: 'noise', seed: Math.floor(Math.random() * 1e6) })));
    if (offers.drawn) {
      parts.push(el('button', { type: 'button', class: 'link', 'data-give': 'drawn', 'aria-pressed': 'false', onclick: () => this.drawing.showModal() }, words.draw));
    }
    if (offers.tokens || offers.typed) {
      parts.push(this.field(offers));
    }
    this.root.replaceChildren(...parts);
    this.mark();
  }

  /** What was given stands in the field, to be changed. */
  fill(text) {
    const field = this.root.querySelector('.given');
    if (field && document.activeElement !== field) {
      field.value = text;
    }
  }

  /** Pictures that can be given show themselves. */
  show({ rows, columns, arrays }) {
    const each = rows * columns;
    for (let i = 0; i * each < arrays.pictures.length; i++) {
      const button = this.root.querySelector(`[data-give=example${i}]`);
      if (button) {
        button.setAttribute('aria-label', words.exampleNamed(i + 1));
        button.replaceChildren(paintGrey(el('canvas'), arrays.pictures.subarray(i * each, (i + 1) * each), rows, columns));
        button.className = 'thumb';
      }
    }
  }

  button(key, text, message, again) {
    return el('button', { type: 'button', class: 'link', 'data-give': key, 'aria-pressed': 'false', onclick: () => this.give(again && this.chosen === key ? again() : message, key) }, text);
  }

  field(offers) {
    const label = offers.tokens ? (offers.letters ? words.textLabel : words.tokenLabel(offers.vocabulary)) : words.numbersLabel(offers.length);
    const input = el('input', { type: 'text', 'aria-label': label, placeholder: label, class: 'given', maxlength: 2000, spellcheck: 'false', autocomplete: 'off' });
    return el('form', { class: 'givenform', onsubmit: event => {
      event.preventDefault();
      if (offers.tokens) {
        this.give({ do: 'text', text: input.value }, 'text');
      } else {
        const numbers = input.value.trim().split(/[\s;]+/).map(text => Number(text.replace('−', '-').replace(',', '.')));
        if (numbers.every(Number.isFinite)) {
          this.give({ do: 'typed', numbers }, 'typed');
        } else {
          input.setCustomValidity(words.notNumbers);
          input.reportValidity();
        }
      }
    }, oninput: () => input.setCustomValidity('') }, input, el('button', { type: 'submit', class: 'btn small' }, words.give));
  }
}

/** A square to draw in, white on black; a pen for the pointer, arrow keys and the space bar for others. */
function drawingDialog(done) {
  const picture = new Float32Array(SIDE * SIDE);
  const canvas = el('canvas', { class: 'board', tabindex: 0, role: 'application', 'aria-label': words.board });
  const cursor = { x: 14, y: 14 };
  const paint = () => {
    paintGrey(canvas, picture, SIDE, SIDE);
    if (document.activeElement === canvas) {
      const c = canvas.getContext('2d');
      c.fillStyle = '#FFE04A';
      c.globalAlpha = 0.6;
      c.fillRect(cursor.x, cursor.y, 1, 1);
    }
  };
  const dab = (x, y) => {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const [px, py] = [Math.floor(x) + dx, Math.floor(y) + dy];
        if (px >= 0 && py >= 0 && px < SIDE && py < SIDE) {
          const soft = 255 * Math.max(0, 1.35 - Math.hypot(px + 0.5 - x, py + 0.5 - y));
          picture[py * SIDE + px] = Math.min(255, Math.max(picture[py * SIDE + px], soft));
        }
      }
    }
    paint();
  };
  const at = event => {
    const box = canvas.getBoundingClientRect();
    dab(((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE);
  };
  canvas.addEventListener('pointerdown', event => { canvas.setPointerCapture(event.pointerId); at(event); });
  canvas.addEventListener('pointermove', event => event.buttons && at(event));
  canvas.addEventListener('focus', paint);
  canvas.addEventListener('blur', paint);
  canvas.addEventListener('keydown', event => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (by) {
      event.preventDefault();
      cursor.x = Math.max(0, Math.min(SIDE - 1, cursor.x + by[0]));
      cursor.y = Math.max(0, Math.min(SIDE - 1, cursor.y + by[1]));
      event.shiftKey ? dab(cursor.x + 0.5, cursor.y + 0.5) : paint();
    } else if (event.key === ' ') {
      event.preventDefault();
      dab(cursor.x + 0.5, cursor.y + 0.5);
    }
  });
  paint();
  const made = dialog(words.drawTitle, el('p', { class: 'q' }, words.drawHelp), canvas,
    el('div', { class: 'asks' },
      el('button', { type: 'button', class: 'btn main small', onclick: () => { made.close(); done([...picture].map(Math.round)); } }, words.drawDone),
      el('button', { type: 'button', class: 'btn small', onclick: () => { picture.fill(0); paint(); } }, words.drawClear)));
  return made;
}
