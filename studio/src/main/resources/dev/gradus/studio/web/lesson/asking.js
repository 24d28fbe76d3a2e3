/**
 * Questions of a picture to its Java: one of a name at a time, and only the newest of those that wait.
 */
/** Counted for the whole page: an answer that comes late must not be taken for another's. */
let count = 0;

const NOT_FINITE = { NaN, Infinity, '-Infinity': -Infinity };

/** Numbers that JSON does not know arrive as texts. */
export function decoded(value) {
  if (typeof value === 'string') {
    return Object.hasOwn(NOT_FINITE, value) ? NOT_FINITE[value] : value;
  }
  if (Array.isArray(value)) {
    return value.map(decoded);
  }
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, decoded(part)])) : value;
}

export function encoded(value) {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return String(value);
  }
  if (ArrayBuffer.isView(value)) {
    return [...value].map(encoded);
  }
  return Array.isArray(value) ? value.map(encoded) : value;
}

export class Asking {
  /** @param {(id: number, question: string, inputs: object) => void} send */
  constructor(send) {
    this.send = send;
    /** what is on its way, by its number */
    this.sent = new Map();
    /** what waits, by its question */
    this.waiting = new Map();
  }

  /**
   * Asks; the promise gives the answer, or `undefined` when a newer question of that name took its place or
   * the picture could not answer (the page says why).
   *
   * @param {string} question
   * @param {Record<string, any>} inputs
   */
  ask(question, inputs = {}) {
    return new Promise(resolve => {
      this.waiting.get(question)?.resolve(undefined);
      this.waiting.set(question, { inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, encoded(value)])), resolve });
      this.next(question);
    });
  }

  next(question) {
    const waits = this.waiting.get(question);
    if (!waits || [...this.sent.values()].some(sent => sent.question === question)) {
      return;
    }
    this.waiting.delete(question);
    const id = ++count;
    this.sent.set(id, { question, ...waits });
    this.send(id, question, waits.inputs);
  }

  answered(id, answer) {
    const sent = this.sent.get(id);
    if (sent) {
      this.sent.delete(id);
      sent.resolve(answer === undefined ? undefined : decoded(answer));
      this.next(sent.question);
    }
  }

  get isIdle() {
    return !this.sent.size && !this.waiting.size;
  }

  /** What was on its way is asked again: the studio was away, or another program answers now. */
  again() {
    const sent = [...this.sent.values()];
    this.sent.clear();
    for (const { question, inputs, resolve } of sent) {
      if (this.waiting.has(question)) {
        resolve(undefined);
      } else {
        this.waiting.set(question, { inputs, resolve });
      }
      this.next(question);
    }
  }
}
