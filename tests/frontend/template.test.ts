/** The message of a template in stretches: what is checked, what is marked, what a fix may change. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fits } from "../../overrides/guide/picker";
import type { Finding, Fix, Segment, TemplateField } from "../../overrides/guide/protocol";
import { carried, fieldOf, listed, mended, pieces, provisional, standIn, tidyOrderId, withoutLabel } from "../../overrides/guide/template_text";

const field = (name: string, kind: TemplateField["kind"]): TemplateField => ({ name, label: name, kind, help: "", example: "", required: true });
const FIELDS = [field("who", "name"), field("when", "date")];
const SEGMENTS: Segment[] = [
  { text: "Hello ", field: null, filled: true },
  { text: "Anna 🎉", field: "who", filled: true },
  { text: ", it comes on ", field: null, filled: true },
  { text: "[when]", field: "when", filled: false },
];
const EXAMPLE = new Map([["who", "Jo"], ["when", "8 October 2026"]]);

const finding = (start: number, end: number, fixes: Fix[] = []): Finding =>
  ({ rule: "emoji", severity: "warning", where: "text", start, end, fixes }) as unknown as Finding;

test("before the engine is awake the words stand as typed and the rest as marks", () => {
  const shown = provisional({ body: "Hello {who}, {when}", fields: FIELDS }, { who: " {when} " });
  assert.deepEqual(shown.map(({ text }) => text).join(""), "Hello {when}, [when]");
  assert.deepEqual(shown.map(({ filled }) => filled), [true, true, true, false]);
});

test("what is checked has the example's words where a blank is open, and the person's own everywhere else", () => {
  const { text, stretches } = standIn(SEGMENTS, EXAMPLE);
  assert.equal(text, "Hello Anna 🎉, it comes on 8 October 2026");
  assert.deepEqual(stretches.map(({ start, end }) => [start, end]), [[0, 6], [6, 13], [13, 27], [27, 41]]);
});

test("a finding over two stretches is marked in both, and its number stands once", () => {
  const { stretches } = standIn(SEGMENTS, EXAMPLE);
  const over = [finding(3, 10)];
  assert.deepEqual(pieces(stretches[0]!, over).map(({ text, number, last }) => [text, number, last]), [["Hel", null, false], ["lo ", 1, false]]);
  assert.deepEqual(pieces(stretches[1]!, over).map(({ text, number, last }) => [text, number, last]), [["Anna", 1, true], [" 🎉", null, false]]);
  assert.deepEqual(pieces(stretches[3]!, [finding(30, 33)]).map(({ text }) => text), ["[when]"]);
});

test("until the newer text is judged, marks behind a change move along and those it touches are gone", () => {
  const where = (after: string): (number | null)[] => carried([finding(0, 2), finding(3, 5), finding(6, 8)], "aa bb cc", after).map(({ start }) => start);
  assert.deepEqual(where("aa bb cc"), [0, 3, 6]);
  assert.deepEqual(where("aa bXXb cc"), [0, null, 8]);
  assert.deepEqual(where("XX"), [null, null, null]);
});

test("a finding leads to the field whose words it is about", () => {
  const { stretches } = standIn(SEGMENTS, EXAMPLE);
  assert.equal(fieldOf(finding(11, 13), stretches), "who");
  assert.equal(fieldOf(finding(3, 8), stretches), "who");
  assert.equal(fieldOf(finding(0, 5), stretches), null);
});

test("a fix goes back into a field only where it stays inside words that stand as they were typed", () => {
  const { stretches } = standIn(SEGMENTS, EXAMPLE);
  const fix = (start: number, end: number, replacement = ""): Fix => ({ title: "", applicability: "safe", edits: [{ start, end, replacement }] });
  assert.deepEqual(mended(fix(10, 13), stretches, FIELDS), { field: "who", value: "Anna" });
  assert.equal(mended(fix(5, 13), stretches, FIELDS), null, "reaches beyond the field");
  assert.equal(mended(fix(6, 13), stretches, FIELDS), null, "would leave nothing");
  assert.equal(mended(fix(28, 30), stretches, FIELDS), null, "lies in the example's words");
  const filled = standIn([{ text: "8 October 2026", field: "when", filled: true }], EXAMPLE).stretches;
  assert.equal(mended(fix(0, 1, "9"), filled, FIELDS), null, "a date is printed in other words than it is typed");
});

test("an order number gets its hyphens, anything else stays as it is", () => {
  assert.equal(tidyOrderId("11212345671234567"), "112-1234567-1234567");
  assert.equal(tidyOrderId(" 112–1234567 1234567 "), "112-1234567-1234567");
  for (const other of ["112-1234567", "112123456712345678", "A1212345671234567", ""]) assert.equal(tidyOrderId(other), other);
});

test("beside its field an error does not repeat the label", () => {
  assert.equal(withoutLabel("Item: please fill this in.", "Item"), "Please fill this in.");
  assert.equal(withoutLabel("Something else.", "Item"), "Something else.");
  assert.equal(listed(["a"]), "a");
  assert.equal(listed(["a", "b", "c"]), "a, b and c");
});

test("a template is found by the beginnings of words, whatever their case and accents, and by who writes first", () => {
  const row = { words: "Refund done. Tell a buyer that the refund is made", kind: "reply" };
  for (const asked of ["", "ref", "BUYER refund", "réfund"]) assert.ok(fits(row, asked, ""), asked);
  for (const asked of ["fund", "refund late"]) assert.ok(!fits(row, asked, ""), asked);
  assert.ok(fits(row, "made", "reply"));
  assert.ok(!fits(row, "made", "proactive"));
});
