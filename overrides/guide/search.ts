/**
 * The worker that answers the search box, in the place of Material's own: the same messages, but it fetches the index
 * with the first letter that somebody types, so that nobody else pays for it.
 *
 * Material's page script renders the answers: groups of entries, one group a page. Its texts are put in as HTML.
 */
import { type Found, type FoundPage, type Index, SearchIndex } from "./search_index";
import { stem, wordsOf } from "./search_words";

/** Material's numbers for its messages. */
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3] as const;
/** Beside this worker's own address: assets/guide/search.js, search/pages.json. */
const INDEX = "../../search/pages.json";
const MOST_PAGES = 12;
const MOST_SECTIONS = 4;
const TEASER = 180;

interface Entry {
  location: string;
  title: string;
  text: string;
  score: number;
  terms: Record<string, boolean>;
}

let index: Promise<SearchIndex> | undefined;

async function load(): Promise<SearchIndex> {
  const answer = await fetch(new URL(INDEX, self.location.href));
  if (!answer.ok) throw new Error(`${answer.status} for the search index`);
  return new SearchIndex((await answer.json()) as Index);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function marked(text: string, marks: Set<string>): string {
  return text
    .split(/([\p{L}\p{N}'’-]+)/u)
    .map((part, at) => (at % 2 && wordsOf(part).some((word) => marks.has(stem(word))) ? `<mark data-md-highlight>${escaped(part)}</mark>` : escaped(part)))
    .join("");
}

/** The part of a text around the first word that was asked for. */
function teaser(text: string, marks: Set<string>): string {
  const words = text.split(" ");
  const first = words.findIndex((word) => wordsOf(word).some((one) => marks.has(stem(one))));
  const from = Math.max(0, first - 8);
  let shown = words.slice(from).join(" ");
  if (shown.length > TEASER) shown = `${shown.slice(0, shown.lastIndexOf(" ", TEASER))} …`;
  return `${from > 0 ? "… " : ""}${shown}`;
}

function entry({ what, weight }: Found, marks: Set<string>, terms: Record<string, boolean>): Entry {
  const text = teaser(what.text, marks);
  return { location: what.at, title: marked(what.title, marks), text: text && `<p>${marked(text, marks)}</p>`, score: weight, terms };
}

/** A page and its best section, which Material shows open; the other sections come behind "more". */
function group(found: FoundPage, marks: Set<string>, terms: Record<string, boolean>): Entry[] {
  const [best, ...more] = found.sections.slice(0, MOST_SECTIONS);
  const entries = [entry(found, marks, terms)];
  if (best) entries.push(entry({ ...best, weight: found.weight }, marks, terms));
  const behind = more.map((one, at) => entry({ ...one, weight: found.weight * (0.5 - at / 10) }, marks, terms));
  return [...entries, ...behind];
}

async function answer(question: string): Promise<{ items: Entry[][] }> {
  if (!question.trim()) return { items: [] };
  index ??= load();
  const search = await index;
  const marks = search.marks(question);
  const terms = Object.fromEntries(search.terms(question).map((word) => [word, true]));
  return { items: search.find(question).slice(0, MOST_PAGES).map((found) => group(found, marks, terms)) };
}

addEventListener("message", async ({ data }: MessageEvent<{ type: number; data: string }>) => {
  if (data.type === SETUP) postMessage({ type: READY });
  if (data.type !== QUERY) return;
  try {
    postMessage({ type: RESULT, data: await answer(data.data) });
  } catch (error) {
    // Without a network there is nothing to find; the next letter tries again.
    index = undefined;
    console.warn(error);
    postMessage({ type: RESULT, data: { items: [] } });
  }
});
