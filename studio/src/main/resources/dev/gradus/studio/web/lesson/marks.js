/**
 * The yellow marker: the term, the bar, the slider and the number that are one thing light up together.
 */
const SETTLED_MILLISECONDS = 2000;
const MANY = 300;

export class Marks {
  constructor() {
    this.term = null;
    this.listeners = new Set();
  }

  /** @param {string | null} term what is talked about, or nothing */
  mark(term) {
    if (term !== this.term) {
      this.term = term;
      this.listeners.forEach(listener => listener(term));
    }
  }

  /** @param {(term: string | null) => void} listener */
  onMark(listener) {
    this.listeners.add(listener);
    listener(this.term);
    return () => this.listeners.delete(listener);
  }

  forget() {
    this.term = null;
    this.listeners.clear();
  }

  /**
   * Makes an element wear the marker with its term: pointing at it or reaching it by keys marks the term.
   *
   * @template {Element} T
   * @param {T} node
   * @param {string} term
   * @returns {T}
   */
  bind(node, term) {
    const on = () => this.mark(term);
    const off = () => this.term === term && !node.contains(document.activeElement) && this.mark(null);
    node.addEventListener('pointerenter', on);
    node.addEventListener('pointerleave', off);
    node.addEventListener('focusin', on);
    node.addEventListener('focusout', () => this.term === term && this.mark(null));
    const born = performance.now();
    const listener = present => {
      if (!node.isConnected && performance.now() - born > SETTLED_MILLISECONDS) {
        // something was drawn in its place
        this.listeners.delete(listener);
        return;
      }
      node.classList.toggle('marked', present === term);
    };
    if (this.listeners.size > MANY) {
      this.listeners.forEach(it => it(this.term));
    }
    this.onMark(listener);
    return node;
  }
}
