/**
 * The yellow marker: the term, the bar, the slider and the number that are one thing light up together.
 */
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
    this.onMark(present => node.classList.toggle('marked', present === term));
    return node;
  }
}
