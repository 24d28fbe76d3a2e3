/**
 * A lesson as a link and as a file, and what a class does not see of it.
 */
import words from '../words/lesson.js';
import { el, icon } from '../shell/draw.js';
import { copyText } from '../shell/copy.js';
import { dialog } from '../shell/shell.js';
import { hidingDialog, showOnce } from '../shell/hiding.js';

const MOST_BYTES = 8_000_000;

/**
 * @param {{link: () => Promise<{address: string, isWhole: boolean}>, save: () => void, read: (text: string) => void, tell: (text: string) => void,
 *     hidden: () => string[], hide: (hidden: string[]) => void}} does
 */
export function lessonMenu(does) {
  const chooser = el('input', { type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': words.file.open });
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files;
    chooser.value = '';
    if (file) {
      file.size > MOST_BYTES ? does.tell(words.file.large) : does.read(await file.text());
    }
  });
  const copy = item('link', words.file.copy, async () => {
    const { address, isWhole } = await does.link();
    await copyText(address, copy, words.file.copied);
    if (!isWhole) {
      does.tell(words.file.notWhole);
    }
  });
  const file = does.hidden().includes('file')
    ? [el('p', { class: 'qq' }, words.class.here(words.class.parts.file))]
    : [item('skip', words.file.save, does.save), item('next', words.file.open, () => chooser.click()), chooser];
  const menu = el('details', { class: 'menu' }, el('summary', {}, words.file.menu),
    el('div', { class: 'menubox' }, copy, ...file, item('look', words.class.title, () => showOnce(hidingDialog({ ...words.class, copy: words.file.copy, copied: words.file.copied }, does.hidden(), does.hide)))));
  const close = () => (menu.open = false);
  menu.addEventListener('keydown', event => {
    if (event.key === 'Escape' && menu.open) {
      close();
      menu.querySelector('summary').focus();
    }
  });
  menu.addEventListener('focusout', event => event.relatedTarget && !menu.contains(event.relatedTarget) && close());
  // listens to the whole page only while it is open
  const away = event => !menu.contains(event.target) && close();
  menu.addEventListener('toggle', () => (menu.open ? addEventListener('pointerdown', away) : removeEventListener('pointerdown', away)));
  menu.addEventListener('click', event => event.target.closest('button') && event.target.closest('button') !== copy && close());
  return menu;
}

const item = (sign, text, onclick) => el('button', { type: 'button', onclick }, icon(sign, 17), text);

/** Gives the browser a file to keep. */
export function giveFile(name, text) {
  const link = el('a', { href: URL.createObjectURL(new Blob([text], { type: 'application/json' })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Shows what a file or a link holds. Nothing has been replaced, and nothing of it has been run.
 *
 * @param {{lesson: string, title: string, program: string, versions: number, answers: number, picture: object, isPresent: boolean}} offered
 * @param {boolean} isLink
 * @param {() => void} take
 */
export function showOffer(offered, isLink, take) {
  const t = words.offer;
  const made = dialog(isLink ? t.link : t.file, el('p', {}, el('b', {}, `${offered.lesson} ${offered.title}`), `: ${t.holds(offered.program.trimEnd().split('\n').length, offered.versions, offered.answers, Object.keys(offered.picture).length > 0)}`),
    el('pre', { class: 'listing', tabindex: 0, 'aria-label': t.program }, offered.program),
    el('p', { class: 'q' }, t.safe, ' ', offered.isPresent ? t.present : t.kept),
    el('div', { class: 'row' },
      el('button', { type: 'button', class: 'btn main', onclick: () => { made.close(); take(); } }, t.take),
      el('button', { type: 'button', class: 'btn', onclick: () => made.close() }, t.leave)));
  made.classList.add('offer');
  showOnce(made);
}
