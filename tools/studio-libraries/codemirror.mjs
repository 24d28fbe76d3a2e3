// The editor of the lesson page: CodeMirror with Java, and nothing that the page does not use.
export { history, historyKeymap, defaultKeymap, indentWithTab } from '@codemirror/commands';
export { java } from '@codemirror/lang-java';
export { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
export { Annotation, EditorState, StateEffect, StateField } from '@codemirror/state';
export { Decoration, EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
export { tags } from '@lezer/highlight';
