/**
 * What is set in a picture, to be carried in a link or a file and set again. What comes from there is taken only
 * where it is like what it replaces: a number within its slider, one of the choices, as many numbers.
 */
export class Keeping {
  /**
   * @param {Record<string, any>} given
   * @param {() => boolean} isIdle whether nothing is being computed
   */
  constructor(given, isIdle) {
    this.given = new Map(Object.entries(given));
    this.isIdle = isIdle;
    this.waiting = [];
    this.kept = new Map();
    /** parts of a picture that are no controls: how they were, and how to read them */
    this.parts = new Map();
  }

  /**
   * A control that has been made; what was given for it is set when everything before it has been computed.
   *
   * @param {string} name
   * @param {any} value as it is now
   * @param {(value: any) => void} restore
   */
  control(name, value, restore) {
    if (this.kept.has(name)) {
      this.kept.set(name, value);
    }
    if (this.given.has(name)) {
      const given = this.given.get(name);
      this.given.delete(name);
      this.waiting.push(() => restore(given));
    }
  }

  changed(name, value) {
    this.kept.set(name, value);
  }

  /**
   * A part of the picture that is no control.
   *
   * @param {string} name
   * @param {() => any} get
   * @param {(value: any) => void} set looks once more at what it is given: it may come from anywhere
   */
  part(name, get, set) {
    this.parts.set(name, { get, first: JSON.stringify(get()) });
    this.control(name, null, given => alike(get(), given) && set(given));
  }

  /** Sets again what waits, one after the other. */
  turn() {
    while (this.waiting.length && this.isIdle()) {
      this.waiting.shift()();
    }
  }

  /** What has been set, by name. What was given and has not been set yet still counts. */
  state() {
    const state = { ...Object.fromEntries(this.given), ...Object.fromEntries(this.kept) };
    for (const [name, { get, first }] of this.parts) {
      const now = get();
      if (JSON.stringify(now) !== first) {
        state[name] = now;
      } else {
        delete state[name];
      }
    }
    return state;
  }
}

/** Whether a value is of the kind of another: in a list, each like the first. */
export function alike(present, given) {
  if (Array.isArray(present)) {
    return Array.isArray(given) && given.length <= 400 && given.every(item => alike(present[0], item));
  }
  return typeof given === typeof present && (typeof given !== 'number' || Number.isFinite(given)) && (typeof given !== 'string' || given.length <= 200) && typeof given !== 'object';
}
