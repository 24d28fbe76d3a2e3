/**
 * A lesson that comes and goes as a link or a file: nothing of one's own is replaced before it has been shown.
 */
import words from '../words/lesson.js';
import { $ } from '../shell/draw.js';
import { pack, unpack, writeAddress } from './address.js';
import { giveFile, lessonMenu, showOffer } from './menu.js';

/** How much of a file is sent at once: a message has a limit, and each character may take six in it. */
const PART = 40_000;

/** The part of an open lesson that its address names. */
export const placeOf = page => (page.lesson.isTest ? 'test' : page.phase);

export class Sharing {
  /**
   * @param {any} page
   * @param {{say: (message: object) => boolean, tell: (text: string) => void, hide: (parts: string[]) => void}} does
   */
  constructor(page, does) {
    this.page = page;
    this.does = does;
    this.isLink = false;
    /** what was set in the picture of the lesson that is being opened */
    this.given = null;
    this.note = '';
  }

  /** What the studio says of links and files. */
  told(message) {
    ({
      file: () => giveFile(message.name, message.text),
      offered: () => showOffer(message, this.isLink, () => this.take()),
      refused: () => this.does.tell(words.offer.refused(message.why)),
      taken: () => this.taken(message),
    })[message.is]?.();
  }

  menu() {
    const { page, does } = this;
    $('.lessonmenu').replaceChildren(lessonMenu({
      link: () => this.link(),
      save: () => {
        page.code?.saving.save();
        does.say({ do: 'pack', picture: page.picture?.state() ?? {} });
      },
      read: text => this.offer(text, false), tell: does.tell, hidden: () => page.hidden, hide: does.hide,
    }));
  }

  async link() {
    const { page } = this;
    if (!page.lesson) {
      return { address: location.href, isWhole: true };
    }
    const program = await pack(page.code.editor.text());
    const address = writeAddress({ number: page.lesson.number, part: placeOf(page), hidden: page.hidden, program, picture: page.picture.state() });
    return { address: new URL(address, location.href).href, isWhole: Boolean(program) };
  }

  /**
   * A lesson is opened by this address: gives what shall be set in its picture at once.
   *
   * @param {import('./address.js').Address} address
   */
  begins({ program, picture }) {
    const given = this.given ?? (program ? null : picture) ?? {};
    this.given = null;
    return given;
  }

  /** The lesson is open: what its address carries is shown. */
  begun({ number, program, picture }) {
    if (this.note) {
      this.does.tell(this.note);
      this.note = '';
    }
    if (program) {
      this.fromLink(number, program, picture ?? {});
    }
  }

  /** An address of the lesson that is open. */
  followed(address) {
    if (address.program) {
      this.begun(address);
    } else if (address.picture) {
      this.page.picture.restore(address.picture);
    }
  }

  /** A link carries a program: it is shown before it replaces anything. */
  async fromLink(number, packed, picture) {
    try {
      const program = await unpack(packed);
      if (program === this.page.code.editor.text()) {
        this.page.picture.restore(picture);
      } else {
        this.offer(JSON.stringify({ kind: 'gradus-lesson', version: 1, lesson: number, program, picture }), true);
      }
    } catch {
      this.does.tell(words.offer.damaged);
    }
  }

  /** Hands a file to the studio, which says what is in it. */
  offer(text, isLink) {
    this.isLink = isLink;
    for (let at = 0; at < text.length; at += PART) {
      this.does.say({ do: 'part', text: text.slice(at, at + PART) });
    }
    this.does.say({ do: 'look' });
  }

  take() {
    const { code } = this.page;
    code?.saving.waits && code.saving.save();
    this.does.say({ do: 'take' });
  }

  /** The lesson is being opened anew. */
  taken({ lesson, picture, kept }) {
    this.page.code?.saving.close();
    this.page.lesson = null;
    this.given = picture;
    this.note = `${words.offer.taken}${kept ? ` ${words.offer.before}` : ''}`;
    history.replaceState(null, '', writeAddress({ number: lesson, part: 'exercise', hidden: this.page.hidden }));
  }
}
