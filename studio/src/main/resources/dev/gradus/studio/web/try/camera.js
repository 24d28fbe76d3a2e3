/**
 * Takes a picture with the camera: only once its user has pressed the button, and no longer than until it is
 * taken.
 */
import words from '../words/try.js';
import { el } from '../shell/draw.js';

export class Camera {
  /** @param {HTMLElement} place where the moving picture is shown
   *  @param {{took: (source: CanvasImageSource, width: number, height: number) => void, ended: (why?: string) => void}} does */
  constructor(place, does) {
    Object.assign(this, { place, does, stream: null });
    addEventListener('pagehide', () => this.stop());
  }

  async start() {
    if (!navigator.mediaDevices?.getUserMedia) {
      this.does.ended(words.camera.unknown);
      return;
    }
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: 640, height: 640 }, audio: false });
    } catch (error) {
      this.does.ended({ NotAllowedError: words.camera.refused, NotFoundError: words.camera.none, OverconstrainedError: words.camera.none }[error.name] ?? words.camera.busy);
      return;
    }
    this.video = el('video', { class: 'paper', 'aria-label': words.camera.live, playsinline: true });
    this.video.muted = true;
    this.video.srcObject = this.stream;
    const take = el('button', { type: 'button', class: 'btn small', onclick: () => this.take() }, words.camera.take);
    this.place.replaceChildren(this.video, el('div', { class: 'tools-row' }, take, el('button', { type: 'button', class: 'btn small', onclick: () => this.end() }, words.camera.stop)), el('p', { class: 'qq told' }, words.camera.privacy));
    take.focus();
    await this.video.play().catch(() => this.end(words.camera.busy));
  }

  /** The middle of what it sees. */
  take() {
    const { videoWidth: width, videoHeight: height } = this.video;
    if (!width || !height) {
      return;
    }
    const side = Math.min(width, height);
    const still = el('canvas', { width: side, height: side });
    still.getContext('2d').drawImage(this.video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, side, side);
    this.does.took(still, side, side);
    this.end();
  }

  end(why) {
    this.stop();
    this.does.ended(why);
  }

  stop() {
    this.stream?.getTracks().forEach(track => track.stop());
    this.stream = null;
  }
}
