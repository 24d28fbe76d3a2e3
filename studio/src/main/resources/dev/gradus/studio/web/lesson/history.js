/**
 * Every version that was kept: look at one, bring one back.
 */
import words from '../words/lesson.js';
import { el } from '../shell/draw.js';
import { dialog } from '../shell/shell.js';

/**
 * @param {{number: number, kept: number, source: string}[]} versions the newest first
 * @param {string} present
 * @param {(number: number) => void} restore
 */
export function showHistory(versions, present, restore) {
  document.querySelector('dialog.history')?.remove();
  const source = el('pre', { tabindex: 0, class: 'listing' });
  const bring = el('button', { type: 'button', class: 'btn small' }, words.versions.restore);
  const list = el('ul', { class: 'versions' }, ...versions.map(version => {
    const same = version.source.replace(/\r\n?/g, '\n') === present;
    const pick = el('button', { type: 'button', onclick: () => choose(version, pick, same) }, el('b', {}, words.when(version.kept)), el('span', {}, words.versions.lines(version.source.split('\n').length), same ? ` · ${words.versions.same}` : ''));
    return el('li', {}, pick);
  }));
  function choose(version, pick, same) {
    list.querySelectorAll('button').forEach(button => button.setAttribute('aria-pressed', String(button === pick)));
    source.textContent = version.source;
    source.setAttribute('aria-label', words.versions.show(version.number));
    bring.disabled = same;
    bring.onclick = () => { made.close(); restore(version.number); };
  }
  const made = dialog(words.versions.title, versions.length ? el('div', { class: 'versionbox' }, list, el('div', {}, source, bring)) : el('p', {}, words.versions.none));
  made.classList.add('history');
  document.body.append(made);
  list.querySelector('button')?.click();
  made.showModal();
}
