/**
 * The keys of the text field: those that people know from any field, and CodeMirror's for whole lines.
 *
 * CodeMirror's own list also serves program code (brackets, comments, indenting). With it comes the machinery that
 * understands programming languages: a fifth of the editor's code, to be fetched and run before anybody can write.
 */
import {
  copyLineDown,
  copyLineUp,
  cursorCharLeft,
  cursorCharRight,
  cursorDocEnd,
  cursorDocStart,
  cursorGroupLeft,
  cursorGroupRight,
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  cursorLineBoundaryLeft,
  cursorLineBoundaryRight,
  cursorLineDown,
  cursorLineEnd,
  cursorLineStart,
  cursorLineUp,
  cursorPageDown,
  cursorPageUp,
  deleteGroupBackward,
  deleteGroupForward,
  deleteLine,
  deleteLineBoundaryBackward,
  deleteLineBoundaryForward,
  deleteToLineEnd,
  moveLineDown,
  moveLineUp,
  selectAll,
  selectCharLeft,
  selectCharRight,
  selectDocEnd,
  selectDocStart,
  selectGroupLeft,
  selectGroupRight,
  selectLine,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
  selectLineBoundaryLeft,
  selectLineBoundaryRight,
  selectLineDown,
  selectLineEnd,
  selectLineStart,
  selectLineUp,
  selectPageDown,
  selectPageUp,
  simplifySelection,
  splitLine,
  transposeChars,
} from "@codemirror/commands";
import { EditorSelection, type EditorState, findClusterBreak, type StateCommand } from "@codemirror/state";
import type { KeyBinding } from "@codemirror/view";

/** A new line begins as far in as the one before; blanks around the break go. */
export const breakLine: StateCommand = ({ state, dispatch }) => {
  const broken = state.changeByRange(({ from, to }) => {
    const line = state.doc.lineAt(from);
    const before = line.text.slice(0, from - line.from);
    const indent = /^\s*/.exec(before)![0];
    // Nothing but blanks before the cursor: they move on to the new line.
    const start = indent === before ? line.from : from;
    const last = state.doc.lineAt(to);
    const blanks = /^\s*/.exec(last.text.slice(to - last.from))![0];
    const insert = state.lineBreak + indent;
    return { changes: { from: start, to: to + blanks.length, insert }, range: EditorSelection.cursor(start + insert.length) };
  });
  dispatch(state.update(broken, { scrollIntoView: true, userEvent: "input" }));
  return true;
};

/** Where the letter before or after a position ends; the position itself at the end of the text. */
function neighbour(state: EditorState, head: number, forward: boolean): number {
  const { from, text } = state.doc.lineAt(head);
  const at = head - from;
  // Backwards by single signs, so that an accent goes before its letter; but what only gives a sign its look goes with it.
  const next = findClusterBreak(text, at, forward, forward);
  if (next === at) return Math.min(Math.max(head + (forward ? 1 : -1), 0), state.doc.length);
  const isLook = !forward && /[\ufe00-\ufe0f]/.test(text.slice(next, at));
  return from + (isLook ? findClusterBreak(text, next, false, false) : next);
}

/** Remove what is selected, or one letter. CodeMirror's own also takes back steps of a program's indenting. */
const remove =
  (forward: boolean): StateCommand =>
  ({ state, dispatch }) => {
    const removed = state.changeByRange(({ from, to, head, empty }) => {
      const other = empty ? neighbour(state, head, forward) : from;
      const changes = empty ? { from: Math.min(head, other), to: Math.max(head, other) } : { from, to };
      return { changes, range: EditorSelection.cursor(changes.from) };
    });
    if (removed.changes.empty) return false;
    dispatch(state.update(removed, { scrollIntoView: true, userEvent: forward ? "delete.forward" : "delete.backward" }));
    return true;
  };

export const removeBackward = remove(false);
export const removeForward = remove(true);

const MOVING: readonly KeyBinding[] = [
  { key: "ArrowLeft", run: cursorCharLeft, shift: selectCharLeft, preventDefault: true },
  { key: "Mod-ArrowLeft", mac: "Alt-ArrowLeft", run: cursorGroupLeft, shift: selectGroupLeft, preventDefault: true },
  { mac: "Cmd-ArrowLeft", run: cursorLineBoundaryLeft, shift: selectLineBoundaryLeft, preventDefault: true },
  { key: "ArrowRight", run: cursorCharRight, shift: selectCharRight, preventDefault: true },
  { key: "Mod-ArrowRight", mac: "Alt-ArrowRight", run: cursorGroupRight, shift: selectGroupRight, preventDefault: true },
  { mac: "Cmd-ArrowRight", run: cursorLineBoundaryRight, shift: selectLineBoundaryRight, preventDefault: true },
  { key: "ArrowUp", run: cursorLineUp, shift: selectLineUp, preventDefault: true },
  { mac: "Cmd-ArrowUp", run: cursorDocStart, shift: selectDocStart },
  { mac: "Ctrl-ArrowUp", run: cursorPageUp, shift: selectPageUp },
  { key: "ArrowDown", run: cursorLineDown, shift: selectLineDown, preventDefault: true },
  { mac: "Cmd-ArrowDown", run: cursorDocEnd, shift: selectDocEnd },
  { mac: "Ctrl-ArrowDown", run: cursorPageDown, shift: selectPageDown },
  { key: "PageUp", run: cursorPageUp, shift: selectPageUp },
  { key: "PageDown", run: cursorPageDown, shift: selectPageDown },
  { key: "Home", run: cursorLineBoundaryBackward, shift: selectLineBoundaryBackward, preventDefault: true },
  { key: "Mod-Home", run: cursorDocStart, shift: selectDocStart },
  { key: "End", run: cursorLineBoundaryForward, shift: selectLineBoundaryForward, preventDefault: true },
  { key: "Mod-End", run: cursorDocEnd, shift: selectDocEnd },
  { key: "Mod-a", run: selectAll },
  { key: "Escape", run: simplifySelection },
];

const WRITING: readonly KeyBinding[] = [
  { key: "Enter", run: breakLine, shift: breakLine },
  { key: "Backspace", run: removeBackward, shift: removeBackward, preventDefault: true },
  { key: "Delete", run: removeForward, preventDefault: true },
  { key: "Mod-Backspace", mac: "Alt-Backspace", run: deleteGroupBackward, preventDefault: true },
  { key: "Mod-Delete", mac: "Alt-Delete", run: deleteGroupForward, preventDefault: true },
  { mac: "Mod-Backspace", run: deleteLineBoundaryBackward, preventDefault: true },
  { mac: "Mod-Delete", run: deleteLineBoundaryForward, preventDefault: true },
];

const WHOLE_LINES: readonly KeyBinding[] = [
  { key: "Alt-ArrowUp", run: moveLineUp },
  { key: "Shift-Alt-ArrowUp", run: copyLineUp },
  { key: "Alt-ArrowDown", run: moveLineDown },
  { key: "Shift-Alt-ArrowDown", run: copyLineDown },
  { key: "Alt-l", mac: "Ctrl-l", run: selectLine },
  { key: "Shift-Mod-k", run: deleteLine },
];

/** Those of every text field on a Mac. */
const ON_A_MAC: readonly KeyBinding[] = [
  { mac: "Ctrl-b", run: cursorCharLeft, shift: selectCharLeft, preventDefault: true },
  { mac: "Ctrl-f", run: cursorCharRight, shift: selectCharRight },
  { mac: "Ctrl-p", run: cursorLineUp, shift: selectLineUp },
  { mac: "Ctrl-n", run: cursorLineDown, shift: selectLineDown },
  { mac: "Ctrl-a", run: cursorLineStart, shift: selectLineStart },
  { mac: "Ctrl-e", run: cursorLineEnd, shift: selectLineEnd },
  { mac: "Ctrl-d", run: removeForward },
  { mac: "Ctrl-h", run: removeBackward },
  { mac: "Ctrl-k", run: deleteToLineEnd },
  { mac: "Ctrl-Alt-h", run: deleteGroupBackward },
  { mac: "Ctrl-o", run: splitLine },
  { mac: "Ctrl-t", run: transposeChars },
  { mac: "Ctrl-v", run: cursorPageDown },
];

export const keys: readonly KeyBinding[] = [...WHOLE_LINES, ...MOVING, ...WRITING, ...ON_A_MAC];
