/**
 * The yellow marker: the term, the bar, the slider and the number that are one thing light up together. Whatever
 * carries a term says so in an attribute, and the document listens once for all: what is drawn anew needs nothing
 * to be given back.
 */
const CARRIES = '[data-term]';

export class Marks {
  constructor() {
    this.term = null;
    this.listeners = new Set();
    this.pointed = null;
    this.focused = null;
    // what is drawn while a term is marked wears the marker too
    this.drawn = new MutationObserver(() => this.wear());
    document.addEventListener('pointerover', event => this.point(event.target));
    document.documentElement.addEventListener('pointerleave', () => this.point(null));
    document.addEventListener('focusin', event => this.reach(event.target));
    document.addEventListener('focusout', event => event.relatedTarget || this.reach(null));
  }

  point(target) {
    const term = termOf(target);
    if (term !== this.pointed) {
      this.pointed = term;
      this.mark(term ?? this.focused);
    }
  }

  reach(target) {
    this.focused = termOf(target);
    this.mark(this.focused ?? this.pointed);
  }

  /** @param {string | null} term what is talked about, or nothing */
  mark(term) {
    if (term !== this.term) {
      this.term = term;
      this.drawn.disconnect();
      this.wear();
      if (term !== null) {
        this.drawn.observe(document.body, { childList: true, subtree: true });
      }
      [...this.listeners].forEach(listener => listener(term));
    }
  }

  wear() {
    document.querySelectorAll(`.marked${CARRIES}`).forEach(node => node.classList.toggle('marked', node.dataset.term === this.term));
    document.querySelectorAll(CARRIES).forEach(node => node.dataset.term === this.term && node.classList.add('marked'));
  }

  /** @param {(term: string | null) => void} listener */
  onMark(listener) {
    this.listeners.add(listener);
    listener(this.term);
    return () => this.listeners.delete(listener);
  }

  forget() {
    this.mark(null);
    this.pointed = this.focused = null;
    this.listeners.clear();
  }

  /**
   * Makes an element wear the marker with its term: pointing at it or reaching it by keys marks the term.
   *
   * @template {HTMLElement | SVGElement} T
   * @param {T} node
   * @param {string} term
   * @returns {T}
   */
  bind(node, term) {
    node.dataset.term = term;
    node.classList.toggle('marked', this.term === term);
    return node;
  }
}

const termOf = target => target?.closest?.(CARRIES)?.dataset.term ?? null;
