/**
 * What comes from outside: data of one's own, and a state from a file; chosen, or dropped on the page.
 */
import words from '../words/playground.js';
import { readFile } from './file.js';
import { clear, tellRefused } from './notices.js';
import { OwnDialog, sendTable } from './own.js';
import { keep, page } from './state.js';

export const MOST_FILE_BYTES = 8e6;

export class Bringing {
  /**
   * @param {{live: () => import('../shell/live.js').Live, change: (some: object) => void, opened: () => void, open: (dialog: HTMLDialogElement) => void}} does
   *     `opened` takes over a state from a file
   */
  constructor(does) {
    this.does = does;
    this.asking = null;
    addEventListener('dragover', event => event.dataTransfer?.types.includes('Files') && event.preventDefault());
    addEventListener('drop', event => this.drop(event));
  }

  /** A dialog for data of one's own. */
  ownData(file) {
    const send = table => sendTable(this.does.live(), table);
    this.asking = new OwnDialog({
      table: page.table,
      send,
      use: (given, own) => { page.table = given; page.problem = null; clear(); this.does.change({ data: 'own', own, features: ['x', 'y'] }); },
    });
    this.asking.root.addEventListener('close', () => {
      // the studio has read whatever was tried last
      if (page.table && this.asking.table !== page.table) {
        send(page.table);
      }
      this.asking = null;
    });
    this.does.open(this.asking.root);
    if (file instanceof File) {
      this.asking.open(file);
    }
  }

  drop(event) {
    const file = event.dataTransfer?.files[0];
    const isState = file?.name.endsWith('.json');
    if (file && !this.asking) {
      event.preventDefault();
      if (!page.hidden.includes(isState ? 'file' : 'data')) {
        isState ? this.openFile(file) : this.ownData(file);
      }
    }
  }

  /** Takes the state from a file. */
  async openFile(file) {
    try {
      if (file.size > MOST_FILE_BYTES) {
        throw new Error('tooLarge');
      }
      Object.assign(page, readFile(await file.text()));
      page.problem = null;
      clear();
      if (page.table) {
        sendTable(this.does.live(), page.table);
      }
      keep();
      this.does.opened();
    } catch (error) {
      this.explain(words.file[error.message] ?? words.file.otherKind);
    }
  }

  explain(why) {
    tellRefused(why, () => this.ownData());
  }
}
