import assert from "node:assert/strict";
import { test } from "node:test";
import { passage, type Telling } from "../../overrides/guide/search_passage";
import { stem } from "../../overrides/guide/search_words";

/** Words asked for, each with its weight. */
const asked = (weights: Record<string, number>): Telling[] =>
  Object.entries(weights).map(([word, weight]) => ({ stems: new Map([[stem(word), 1]]), weight }));

const filler = (times: number): string => Array.from({ length: times }, () => "Nothing of that is said here at all.").join(" ");

test("a short text is shown whole", () => {
  assert.equal(passage("Open the menu. Press Send.", asked({ send: 1 })), "Open the menu. Press Send.");
});

test("the part that has most of what was asked is shown, not the first word of it", () => {
  const text = `A file is a file. ${filler(8)} Save the photo as a smaller file. ${filler(8)}`;
  assert.match(passage(text, asked({ file: 1, smaller: 1, photo: 1 })), /^… Save the photo as a smaller file\. /);
});

test("a rare word counts more than two common ones", () => {
  const text = `The buyer has an order. ${filler(8)} An invoice is sent by itself. ${filler(8)}`;
  assert.match(passage(text, asked({ buyer: 0.5, order: 0.5, invoice: 2 })), /^… An invoice is sent/);
});

test("of two parts that are equally good the first is shown", () => {
  const text = `${filler(6)} One invoice. ${filler(8)} Another invoice. ${filler(4)}`;
  assert.match(passage(text, asked({ invoice: 1 })), /^… One invoice\. /);
});

test("half of a phrase counts half, and another way of saying it is enough", () => {
  const phrase: Telling[] = [{ stems: new Map([["order", 0.5], ["number", 0.5], ["id", 0.75]]), weight: 1 }];
  assert.match(passage(`One order. ${filler(8)} The number of your order. ${filler(8)}`, phrase), /^… The number of your order\. /);
  assert.match(passage(`One order. ${filler(8)} The ID of it. ${filler(8)}`, phrase), /^… The ID of it\. /);
});

test("a sentence too long to be shown from its start begins shortly before the word", () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ");
  const shown = passage(`${words} invoice ${words}`, asked({ invoice: 1 }));
  assert.match(shown, /^… word52 .* word59 invoice word0 .* …$/);
  assert.ok(shown.length < 200);
});

test("where nothing of it is said the text is shown from its start", () => {
  assert.match(passage(filler(10), asked({ invoice: 1 })), /^Nothing of that .* …$/);
});
