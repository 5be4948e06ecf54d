/** Positions are UTF-16 units; every case here has characters that take two of them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lastLetter } from "../../overrides/guide/marks";
import { applyEdits, diagnosticsFor, difference, excerpt } from "../../overrides/guide/positions";
import type { Finding } from "../../overrides/guide/protocol";

/** No half of a surrogate pair: with the u flag a whole pair is one character and no surrogate. */
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);
const finding = (where: Finding["where"], start: number | null, end: number | null): Finding => ({ where, start, end }) as Finding;

test("findings keep their number in the list, whatever field they are in", () => {
  const findings = [finding("subject", 0, 3), finding("text", 4, 6), finding("context", null, null), finding("text", 8, 9)];
  const marks = diagnosticsFor(findings, "text", 20).map(({ number, from, to }) => [number, from, to]);
  assert.deepEqual(marks, [[2, 4, 6], [4, 8, 9]]);
  assert.deepEqual(diagnosticsFor(findings, "subject", 20).map(({ number }) => number), [1]);
});

test("a finding past the end of a text that became shorter is clamped, or left out when nothing is left of it", () => {
  const findings = [finding("text", 3, 10), finding("text", 8, 12)];
  assert.deepEqual(diagnosticsFor(findings, "text", 5).map(({ from, to }) => [from, to]), [[3, 5]]);
});

test("several edits count from the text before any of them", () => {
  const text = "🎉 see www.a.example or www.b.example 🎉";
  const edits = [
    { start: 0, end: 3, replacement: "" },
    { start: text.indexOf("www.b"), end: text.indexOf("www.b") + 13, replacement: "your order page" },
  ];
  assert.equal(applyEdits(text, edits), "see www.a.example or your order page 🎉");
  assert.equal(applyEdits(text, edits.toReversed()), applyEdits(text, edits));
});

for (const [before, after] of [
  ["", "new"],
  ["old", ""],
  ["abc", "axc"],
  ["aaa", "aa"],
  ["see 🎉 now", "see 🎊 now"],
  ["🎉", "🎊"],
  ["x🎉🎉", "x🎉"],
  ["日本語です", "日本です"],
] as const) {
  test(`the difference from ${JSON.stringify(before)} to ${JSON.stringify(after)} makes one of the other`, () => {
    const edit = difference(before, after)!;
    assert.equal(applyEdits(before, [edit]), after);
    assert.ok(isWhole(edit.replacement), "no half of a surrogate pair");
    assert.ok(isWhole(before.slice(edit.start, edit.end)));
  });
}

test("equal texts differ in nothing", () => {
  assert.equal(difference("same 🎉", "same 🎉"), null);
});

test("only the middle is replaced, so that the cursor stays where it was", () => {
  assert.deepEqual(difference("Hello old friend", "Hello new friend"), { start: 6, end: 9, replacement: "new" });
});

test("an excerpt is short, on one line and never cuts a character in two", () => {
  assert.equal(excerpt("a\n  b", 0, 5), "a b");
  const long = excerpt("🎉".repeat(200), 0, 400, 21);
  assert.equal([...long].length, 23);
  assert.ok(isWhole(long));
});

test("the number hangs on the last letter as people see letters", () => {
  assert.equal(lastLetter("card."), 4);
  assert.equal(lastLetter("go 🎉"), 3);
  assert.equal(lastLetter("ok 👍🏽"), 3);
  assert.equal(lastLetter("⚠️"), 0);
});

test("the quick way to the last letter finds what taking all letters apart does", () => {
  const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const signs = Array.from({ length: 0x310 }, (_, code) => String.fromCharCode(code));
  for (const sign of signs) {
    for (const words of [sign, `a${sign}`, `${sign}a`, `é${sign}`, `\r${sign}`, `🇩${sign}`, `go ${sign}\n`]) {
      assert.equal(lastLetter(words), [...graphemes.segment(words)].at(-1)!.index, JSON.stringify(words));
    }
  }
});
