import assert from "node:assert/strict";
import { test } from "node:test";
import { type IndexedPage, type IndexedSection, SearchIndex } from "../../overrides/guide/search_index";
import { fold, slips, slipsAllowed, stem, wordsOf } from "../../overrides/guide/search_words";

const page = (at: string, title: string, text: string, more: Partial<IndexedPage> = {}): IndexedPage => ({
  at,
  title,
  text,
  asked: [],
  words: "",
  description: "",
  boost: 1,
  sections: [],
  ...more,
});

const section = (at: string, title: string, text: string): IndexedSection => ({ at, title, text, asked: [] });

const index = new SearchIndex({
  same: [
    ["inbox", "mailbox"],
    ["opt out", "unsubscribe"],
    ["seller", "vendor"],
  ],
  sides: [
    { says: ["buyer"], means: ["sellers/"] },
    { says: ["seller"], means: ["buyers/"] },
  ],
  pages: [
    page("sellers/open/", "How do I open my inbox?", "Click the envelope."),
    page("sellers/out/", "A buyer who opted out", "They said opt out, so nothing arrives."),
    page("buyers/out/", "How do I opt out?", "Press the button. The seller does not learn of it."),
    page("buyers/report/", "How do I report a message?", "Tell Amazon about the seller.", {
      sections: [
        section("buyers/report/#wait", "How long must I wait?", "A few days."),
        section("buyers/report/#where", "Where is the report button?", "Below the message."),
      ],
    }),
    page("rules/emoji/", "Emoji", "No smileys.", { words: "emoticon", boost: 0.5 }),
  ],
});
const found = (question: string): string[] => index.find(question).map(({ what }) => what.at);

test("words are folded: accents, apostrophes, e-mail and A-to-z", () => {
  assert.deepEqual(wordsOf("The seller’s E-Mail: ÄPFEL, A-to-z!"), ["the", "sellers", "email", "apfel", "atoz"]);
  assert.equal(fold("Café"), "cafe");
});

test("endings do not matter", () => {
  assert.equal(new Set(["message", "messages", "messaging", "messaged"].map(stem)).size, 1);
  assert.equal(stem("replies"), stem("reply"));
  assert.equal(stem("replied"), stem("reply"));
  assert.equal(stem("opted"), "opt");
  assert.equal(stem("opting"), "opt");
  assert.equal(stem("shipped"), "ship");
  assert.equal(stem("24"), "24");
  assert.notEqual(stem("address"), stem("addres"));
});

test("slips are counted, two letters that changed places as one", () => {
  assert.equal(slips("adress", "address", 1), 1);
  assert.equal(slips("mesasge", "message", 1), 1);
  assert.equal(slips("inbox", "inbox", 1), 0);
  assert.equal(slips("review", "refund", 2), Infinity);
  assert.equal(slips("a", "abcd", 2), Infinity);
  assert.deepEqual(["pm", "mail", "envelope", "112233"].map(slipsAllowed), [0, 1, 2, 0]);
});

test("another word for the same finds the page", () => {
  assert.equal(found("where is my mailbox")[0], "sellers/open/");
  assert.deepEqual(new Set(found("unsubscribe").slice(0, 2)), new Set(["buyers/out/", "sellers/out/"]));
});

test("a page comes first where it has a question like the one that is asked, though another has more of the words", () => {
  const rivals = new SearchIndex({
    same: [["parcel", "package"]],
    sides: [],
    pages: [
      page("one/", "Sizes", "My parcel, my parcel: where does the parcel go, is the parcel late?"),
      page("two/", "Delay", "Sorry.", { asked: ["where is my parcel"] }),
    ],
  });
  assert.equal(rivals.find("so where is my package?")[0]?.what.at, "two/");
});

test("two words written as one are taken apart, and a number is parted from its unit", () => {
  assert.equal(found("reportbutton")[0], "buyers/report/");
  assert.deepEqual(wordsOf("10MB in 24h, 20% off B2B"), ["10", "mb", "in", "24", "h", "20", "percent", "off", "b2b"]);
});

test("forms that no ending explains belong to their word", () => {
  for (const [form, base] of [["sent", "send"], ["written", "write"], ["paid", "pay"], ["broken", "break"]]) assert.equal(stem(form!), stem(base!));
});

test("a short word that is no slip of a known one stays what it is", () => {
  assert.deepEqual(found("fall"), []);
  assert.deepEqual(index.terms("enveloppe tel"), ["envelope", "tell"]);
});

test("a slip of the finger finds the page, and so does a word that is still being typed", () => {
  assert.equal(found("envelpoe")[0], "sellers/open/");
  assert.deepEqual(found("unsubcribe"), found("unsubscribe"));
  assert.equal(found("enve")[0], "sellers/open/");
});

test("a question that names the other side comes from this one", () => {
  assert.equal(found("buyer opt out")[0], "sellers/out/");
  assert.equal(found("vendor opt out")[0], "buyers/out/");
});

test("the section that answers comes first on its page", () => {
  const [first] = index.find("how long must i wait");
  assert.equal(first?.what.at, "buyers/report/");
  assert.equal(first?.sections[0]?.what.at, "buyers/report/#wait");
});

test("words that nobody wrote are found; nothing is found for nothing, or for noise", () => {
  assert.deepEqual(found("emoticon"), ["rules/emoji/"]);
  assert.deepEqual(found(""), []);
  assert.deepEqual(found("   ?!"), []);
  assert.deepEqual(found("xqzzvkw"), []);
});

test("signs that mean something to other searches mean nothing here", () => {
  for (const question of ["+inbox -seller", "inbox*", "title:inbox", "in~1 (box", "\\", "<b>inbox</b>"]) index.find(question);
  assert.equal(found("+inbox")[0], "sellers/open/");
});

test("what is marked on the page are the words that say something, mended", () => {
  assert.deepEqual(index.terms("how do i opne the inbx"), ["open", "inbox"]);
  assert.deepEqual(index.telling("mailbox").map(({ stems }) => [...stems.keys()].sort()), [["inbox", "mailbox"]]);
  assert.deepEqual(index.telling("how do i"), []);
});
