/**
 * The editor: CodeMirror with Java, in the studio's ink. Keywords stand out by weight, never by hue.
 */
import {
  Annotation, Decoration, EditorState, EditorView, HighlightStyle, StateEffect, StateField, bracketMatching, defaultKeymap, drawSelection, highlightActiveLine,
  history, historyKeymap, indentOnInput, indentUnit, indentWithTab, java, keymap, lineNumbers, syntaxHighlighting, tags,
} from '../libraries/codemirror.js';

const ESCAPE_MILLISECONDS = 3000;
const outside = Annotation.define();
const markLine = StateEffect.define();

const marked = StateField.define({
  create: () => Decoration.none,
  update(lines, change) {
    let next = lines.map(change.changes);
    for (const effect of change.effects) {
      if (effect.is(markLine)) {
        next = effect.value !== null ? Decoration.set([Decoration.line({ class: 'cm-at' }).range(effect.value)]) : Decoration.none;
      }
    }
    return next;
  },
  provide: field => EditorView.decorations.from(field),
});

const ink = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.standard(tags.typeName), tags.definitionKeyword, tags.controlKeyword, tags.operatorKeyword, tags.bool, tags.null, tags.self], fontWeight: '700' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--ink-3)' },
]);

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: '13.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '23px', scrollbarWidth: 'thin' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '4px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--line) !important' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ink-3)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { boxShadow: 'inset 0 0 0 1px var(--line)' },
  '.cm-at': { backgroundColor: 'var(--marker-soft)', boxShadow: 'inset 3px 0 var(--marker)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--line)', outline: '1px solid var(--edge)' },
});

/**
 * @param {HTMLElement} parent
 * @param {{text: string, name: string, changed: () => void}} options
 */
export function makeEditor(parent, { text, name, changed }) {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), highlightActiveLine(), java(), syntaxHighlighting(ink), look, marked,
        indentUnit.of('    '), EditorState.tabSize.of(4),
        EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0', spellcheck: 'false', autocapitalize: 'off', 'data-gramm': 'false' }),
        // Tab indents; after Escape it goes on to the next control
        keymap.of([{ key: 'Escape', run: it => { it.setTabFocusMode(ESCAPE_MILLISECONDS); return true; } }]),
        keymap.of([...defaultKeymap.filter(binding => binding.key !== 'Mod-Enter'), ...historyKeymap, indentWithTab]),
        // where text is replaced, a browser carries its look along as inline style, which the studio's policy forbids
        EditorView.domEventHandlers({
          beforeinput(event, it) {
            if (event.inputType === 'insertText' && event.data && !it.composing && !it.state.selection.main.empty) {
              event.preventDefault();
              it.dispatch(it.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
              return true;
            }
            return false;
          },
        }),
        EditorView.updateListener.of(update => update.docChanged && !update.transactions.some(it => it.annotation(outside)) && changed()),
      ],
    }),
  });
  const place = line => view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
  return {
    text: () => view.state.doc.toString(),
    /** Puts another text there; the cursor stays where it can, and undo takes it back. */
    set(next) {
      const now = view.state.doc.toString();
      let from = 0;
      while (from < now.length && from < next.length && now[from] === next[from]) {
        from++;
      }
      let end = 0;
      while (end < now.length - from && end < next.length - from && now[now.length - 1 - end] === next[next.length - 1 - end]) {
        end++;
      }
      view.dispatch({ changes: { from, to: now.length - end, insert: next.slice(from, next.length - end) }, annotations: outside.of(true) });
    },
    mark(line) {
      view.dispatch({ effects: markLine.of(line ? place(line).from : null) });
    },
    line: line => place(line).text,
    reveal(line) {
      view.dispatch({ selection: { anchor: place(line).from }, effects: EditorView.scrollIntoView(place(line).from, { y: 'center' }) });
      view.focus();
    },
    focus: () => view.focus(),
    /** The window would hold on to what is there no more. */
    close: () => view.destroy(),
  };
}
