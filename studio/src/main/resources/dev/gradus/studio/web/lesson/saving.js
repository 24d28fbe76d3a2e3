/**
 * Saves by itself a moment after the last key, and knows what lies on the disk.
 */
const PAUSE_MILLISECONDS = 600;
export const MOST_CHARACTERS = 100_000;

export class Saving {
  /**
   * @param {{text: () => string, say: (message: object) => boolean, show: (state: string) => void}} page `say` tells whether the studio heard it
   * @param {string} known what lies on the disk
   */
  constructor(page, known) {
    this.page = page;
    this.known = known;
    this.edit = 0;
    /** texts on their way, by the edit they hold */
    this.sent = new Map();
    this.waits = false;
    this.left = () => this.waits && this.save();
    addEventListener('pagehide', this.left);
  }

  changed() {
    if (this.isClosed) {
      return;
    }
    this.edit++;
    this.waits = true;
    this.page.show(this.page.text().length > MOST_CHARACTERS ? 'large' : 'typing');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE_MILLISECONDS);
  }

  save(what = 'save') {
    clearTimeout(this.timer);
    if (this.isClosed) {
      return false;
    }
    const text = this.page.text();
    if (text.length > MOST_CHARACTERS) {
      this.page.show('large');
      return false;
    }
    const heard = this.page.say({ do: what, edit: this.edit, text });
    if (heard) {
      this.sent.set(this.edit, text);
      this.waits = false;
    } else {
      this.page.show('away');
    }
    return heard;
  }

  saved(edit) {
    this.known = this.sent.get(edit) ?? this.known;
    [...this.sent.keys()].filter(key => key <= edit).forEach(key => this.sent.delete(key));
    if (edit === this.edit) {
      this.page.show('now');
    }
  }

  /** Another lesson is opened: what belongs to this one must not be saved there. */
  close() {
    clearTimeout(this.timer);
    removeEventListener('pagehide', this.left);
    this.isClosed = true;
  }

  /** Whether something was typed that does not lie on the disk. */
  get isDirty() {
    return this.page.text() !== this.known;
  }

  /** What lies on the disk is shown. */
  took(text) {
    clearTimeout(this.timer);
    this.known = text;
    this.sent.clear();
    this.waits = false;
    this.edit++;
    this.page.show('saved');
  }
}
