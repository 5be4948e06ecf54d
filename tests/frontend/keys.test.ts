/** What the keys do to the text: breaking lines and removing letters, which are ours; moving about is CodeMirror's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorSelection, EditorState, type StateCommand } from "@codemirror/state";
import { breakLine, removeBackward, removeForward } from "../../overrides/guide/keys";

/** The text after a key, with "|" where the cursor stands; two of them are the ends of a selection. Null: nothing to do. */
function after(key: StateCommand, drawn: string): string | null {
  const [anchor, last] = [drawn.indexOf("|"), drawn.lastIndexOf("|")];
  const selection = EditorSelection.single(anchor, last > anchor ? last - 1 : anchor);
  let state = EditorState.create({ doc: drawn.replaceAll("|", ""), selection });
  const done = key({ state, dispatch: (transaction) => (state = transaction.state) });
  const text = state.doc.toString();
  const { head } = state.selection.main;
  return done ? `${text.slice(0, head)}|${text.slice(head)}` : null;
}

test("a new line begins as far in as the one before", () => {
  assert.equal(after(breakLine, "Hello|"), "Hello\n|");
  assert.equal(after(breakLine, "  - one|"), "  - one\n  |");
  assert.equal(after(breakLine, "Hello| Anna"), "Hello\n|Anna");
  assert.equal(after(breakLine, "one|two|three"), "one\n|three");
  assert.equal(after(breakLine, "(|)"), "(\n|)");
});

test("at a line's beginning nothing is moved in further", () => {
  assert.equal(after(breakLine, "|  one"), "\n|one");
  assert.equal(after(breakLine, "a\n  |"), "a\n\n  |");
});

test("a letter is removed, or what is selected", () => {
  assert.equal(after(removeBackward, "ab|c"), "a|c");
  assert.equal(after(removeForward, "ab|c"), "ab|");
  assert.equal(after(removeBackward, "a|b|c"), "a|c");
  assert.equal(after(removeForward, "a|b|c"), "a|c");
  assert.equal(after(removeBackward, "    |a"), "   |a");
});

test("at a line's end the lines are joined, and at the text's ends nothing is left to remove", () => {
  assert.equal(after(removeBackward, "a\n|b"), "a|b");
  assert.equal(after(removeForward, "a|\nb"), "a|b");
  assert.equal(after(removeBackward, "|a"), null);
  assert.equal(after(removeForward, "a|"), null);
  assert.equal(after(removeForward, "|"), null);
});

test("what people see as one sign goes as one, and an accent before its letter", () => {
  assert.equal(after(removeForward, "|\u{1F44D}\u{1F3FD}!"), "|!");
  assert.equal(after(removeBackward, "x\u2764\uFE0F|"), "x|");
  assert.equal(after(removeBackward, "x\u{1F389}|"), "x|");
  assert.equal(after(removeBackward, "e\u0301|"), "e|");
  assert.equal(after(removeForward, "|e\u0301x"), "|x");
});
