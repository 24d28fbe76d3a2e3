/**
 * All of one's work as one file: saved to be kept or carried elsewhere, and added to what is here.
 */
import words from '../words/path.js';
import { el } from '../shell/draw.js';
import { announce } from '../shell/shell.js';

const ADDRESS = '/files/work.zip';

/** @param {() => void} added runs when a file has been taken over */
export function workButtons(added) {
  const said = el('span', { class: 'q', role: 'status' });
  const say = text => {
    said.textContent = text;
    announce(text);
  };
  const chooser = el('input', { type: 'file', accept: '.zip', hidden: true, 'aria-label': words.addWork });
  chooser.addEventListener('change', () => {
    const [file] = chooser.files;
    chooser.value = '';
    if (file) {
      add(file, say).then(done => done && added());
    }
  });
  return el('span', { class: 'work' },
    el('a', { class: 'link', href: ADDRESS, download: 'gradus-work.zip' }, words.saveWork), ' ',
    el('button', { type: 'button', class: 'link', onclick: () => chooser.click() }, words.addWork), chooser, ' ', said);
}

async function add(file, say) {
  say(words.adding(file.name));
  try {
    const answer = await fetch(ADDRESS, { method: 'POST', body: file });
    if (!answer.ok) {
      say(words.notAdded(await answer.text()));
      return false;
    }
    say(words.added(await answer.json()));
    return true;
  } catch {
    say(words.notAdded(words.away.title));
    return false;
  }
}
