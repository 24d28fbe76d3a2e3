/**
 * The connection to the studio: hands on what comes, says when a picture is drawn, and connects again by
 * itself when the studio was away.
 */
const PAUSES = [500, 1000, 2000, 4000];

/**
 * @typedef {Object} Listener
 * @property {() => void} opened
 * @property {(seconds: number) => void} lost the studio does not answer
 * @property {(words: any) => void} told
 * @property {(picture: import('../playground/frames.js').Scene | import('../playground/frames.js').Frame) => void} shown draws; when
 *     it returns, the studio may send the next
 */

export class Live {
  /**
   * @param {string} page
   * @param {Listener} listener
   */
  constructor(page, listener) {
    this.address = `ws://${location.host}/live/${page}`;
    this.listener = listener;
    this.tries = 0;
    this.undrawn = 0;
    /** @type {import('../playground/frames.js').Frame | null} the newest picture that came */
    this.waiting = null;
    this.connect();
  }

  connect() {
    this.socket = new WebSocket(this.address);
    this.socket.binaryType = 'arraybuffer';
    this.socket.onopen = () => {
      this.tries = 0;
      this.listener.opened();
    };
    this.socket.onclose = () => {
      const pause = PAUSES[Math.min(this.tries++, PAUSES.length - 1)];
      this.listener.lost(pause / 1000);
      this.timer = setTimeout(() => this.connect(), pause);
    };
    this.socket.onmessage = event => {
      if (typeof event.data === 'string') {
        this.listener.told(JSON.parse(event.data));
      } else {
        this.take(event.data);
      }
    };
  }

  /** @param {ArrayBuffer} data */
  take(data) {
    const picture = this.listener.read(data);
    if (picture.kind !== 'frame') {
      this.listener.shown(picture);
      return;
    }
    // nothing is drawn while the page is hidden, and the studio sends no third picture then
    if (!this.undrawn++) {
      requestAnimationFrame(() => {
        const count = this.undrawn;
        this.undrawn = 0;
        this.listener.shown(this.waiting);
        for (let i = 0; i < count; i++) {
          this.say('drawn');
        }
      });
    }
    this.waiting = picture;
  }

  /** @param {object | string} message */
  say(message) {
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    }
  }

  now() {
    clearTimeout(this.timer);
    this.connect();
  }
}
