/**
 * Where there is no room for three panes, tabs that name what waits.
 */
import words from '../words/lesson.js';
import { $, el } from '../shell/draw.js';

export class Tabs {
  /** @param {HTMLElement} root @param {string[]} names */
  constructor(root, names) {
    this.names = names;
    this.buttons = Object.fromEntries(names.map(name => [name, el('button', {
      type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `pane-${name}`, onclick: () => this.choose(name), onkeydown: event => this.walk(event, name),
    }, words.panes[name])]));
    root.setAttribute('aria-label', words.lessonPane);
    root.append(...Object.values(this.buttons));
    this.choose('text');
  }

  choose(chosen) {
    for (const [name, button] of Object.entries(this.buttons)) {
      button.setAttribute('aria-selected', String(name === chosen));
      button.tabIndex = name === chosen ? 0 : -1;
      $(`#pane-${name}`).classList.toggle('on', name === chosen);
    }
  }

  /** Says what waits there, such as `Code, 1 to fix`. */
  name(tab, text) {
    this.buttons[tab].textContent = text;
  }

  walk(event, name) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && !event.altKey) {
      event.preventDefault();
      const next = this.names[(this.names.indexOf(name) + by + this.names.length) % this.names.length];
      this.choose(next);
      this.buttons[next].focus();
    }
  }
}
