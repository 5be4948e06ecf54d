/** Where a walkthrough stands, from its answers alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Graph, mostQuestions, placeOf, type Question, readFragment, replay, writeFragment } from "../../overrides/guide/flow_path";

const question = (name: string, ...answers: [value: string, next: string][]): [string, Question] => [
  name,
  { name, title: name, answers: answers.map(([value, next]) => ({ value, label: value, next: placeOf(`#${next}`)! })) },
];
const GRAPH: Graph = {
  start: "side",
  questions: new Map([question("side", ["buyer", "question-device"], ["seller", "outcome-shop"]), question("device", ["phone", "outcome-app"], ["desk", "outcome-web"])]),
};

const at = (hash: string): [string, string] => {
  const { path, at } = replay(GRAPH, readFragment(hash)!);
  return [`${at.kind} ${at.name}`, writeFragment(path)];
};

for (const [hash, place, kept] of [
  ["", "question side", ""],
  ["#", "question side", ""],
  ["#side=buyer", "question device", "side=buyer"],
  ["#side=buyer&device=phone", "outcome app", "device=phone&side=buyer"],
  ["#device=phone", "question side", ""],
  ["#side=seller&device=phone&x=y", "outcome shop", "side=seller"],
  ["#side=nobody", "question side", ""],
  ["#side=%zz&=&&", "question side", ""],
  ["#__proto__=x&constructor=y", "question side", ""],
] as const) {
  test(`${JSON.stringify(hash)} leads to the ${place}`, () => assert.deepEqual(at(hash), [place, kept]));
}

test("a fragment without answers means something else on the page", () => {
  assert.equal(readFragment("#content-start"), null);
  assert.deepEqual(placeOf("#outcome-shop"), { kind: "outcome", name: "shop" });
  assert.equal(placeOf("#content-start"), null);
});

test("the longest way on is told, the question in hand included", () => {
  assert.equal(mostQuestions(GRAPH, { kind: "question", name: "side" }), 2);
  assert.equal(mostQuestions(GRAPH, { kind: "question", name: "device" }), 1);
  assert.equal(mostQuestions(GRAPH, { kind: "outcome", name: "shop" }), 0);
});
