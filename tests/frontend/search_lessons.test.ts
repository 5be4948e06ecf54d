import assert from "node:assert/strict";
import { test } from "node:test";
import { type Index, type IndexedPage, SearchIndex } from "../../overrides/guide/search_index";
import { Language } from "../../overrides/guide/search_language";
import { likely } from "../../overrides/guide/search_lessons";
import { Questions } from "../../overrides/guide/search_questions";
import { learn } from "../../overrides/guide/search_training";

const page = (at: string, title: string, asked: string[]): IndexedPage => ({
  at,
  title,
  text: "",
  asked,
  words: "",
  description: "",
  boost: 1,
  sections: [],
});

const index: Index = {
  same: [["parcel", "package"]],
  sides: [],
  pages: [
    page("late/", "Delay", ["my parcel is late", "my parcel takes longer", "a late order", "the parcel is so late"]),
    page("lost/", "Loss", ["my parcel is lost", "the parcel has gone", "a lost order", "lost by the courier"]),
    page("return/", "Return", ["send my order back", "i want to send it back", "give back the order"]),
  ],
};
const lessons = learn(index);
const order = (question: string): string[] => new SearchIndex({ ...index, lessons }).find(question).map(({ what }) => what.at);

test("the same questions give the same lessons", () => {
  assert.deepEqual(learn(index), lessons);
  assert.ok(Object.keys(lessons).length > 5);
});

test("a word speaks for the page that is asked for with it, and against those that are not", () => {
  const shares = (...words: string[]) => likely(lessons, new Map(words.map((word) => [word, 1])), 3);
  const [late, lost, back] = shares("lat");
  assert.ok(late! > 0.6 && lost! < 0.2 && back! < 0.2, String(shares("lat")));
  const [parcelLate, parcelLost, parcelBack] = shares("parcel");
  assert.ok(Math.abs(parcelLate! - parcelLost!) < 0.2 && parcelBack! < parcelLate!, String(shares("parcel")));
});

test("words that were never heard say nothing, not even those that every object has", () => {
  const third = (share: number) => Math.abs(share - 1 / 3) < 1e-9;
  for (const word of ["unheard", "constructor", "toString"]) assert.ok(likely(lessons, new Map([[word, 1]]), 3).every(third), word);
  assert.ok(likely({}, new Map([["late", 1]]), 3).every(third));
});

test("weights are kept as one sign a page that needs no escape in JSON", () => {
  for (const signs of Object.values(lessons)) {
    assert.match(signs, /^[#-[\]-~]{1,3}$/);
    assert.ok(!signs.endsWith("@"));
  }
});

test("what was learnt decides between pages that have the words", () => {
  assert.equal(order("package late")[0], "late/");
  assert.equal(order("order lost")[0], "lost/");
  assert.equal(order("order back")[0], "return/");
});

test("the likeness of a question is 1 to itself, also said otherwise in part, and its sections are told apart", () => {
  const language = new Language(index.same);
  const own = [
    { page: 0, section: -1, text: "Delay", heading: true },
    { page: 0, section: 0, text: "my parcel is late", heading: false },
    { page: 1, section: -1, text: "a lost order", heading: false },
  ];
  const questions = new Questions(language, own, 2);
  const like = (question: string) => questions.like(language.wishes(language.plain(question)));
  const same = like("my parcel is late");
  assert.ok(Math.abs(same.get(0)!.nearest[0]! - 1) < 1e-9);
  assert.deepEqual([...same.get(0)!.sections.keys()], [0]);
  const otherwise = like("my package is late").get(0)!.nearest[0]!;
  assert.ok(otherwise > 0.8 && otherwise < 1, String(otherwise));
  assert.ok(!like("lost").has(0));
});

test("what a question is learnt by has length 1 and holds the other ways of saying it, at less", () => {
  const language = new Language(index.same);
  const questions = new Questions(language, [{ page: 0, section: -1, text: "my parcel", heading: false }], 1);
  const features = questions.features(language.wishes(language.plain("parcel")));
  assert.ok(Math.abs(Math.hypot(...features.values()) - 1) < 1e-9);
  assert.ok(features.get("packag")! < features.get("parcel")!);
});
