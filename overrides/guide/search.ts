/**
 * The worker that answers the search box, in the place of Material's own: the same messages, but it fetches the index
 * with the first letter that somebody types, so that nobody else pays for it.
 *
 * Material's page script renders the answers: groups of entries, one group a page. Its texts are put in as HTML.
 */
import { type Found, type FoundPage, type Index, SearchIndex } from "./search_index";
import { passage, type Telling } from "./search_passage";
import { stem, wordsOf } from "./search_words";

/** Material's numbers for its messages. */
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3] as const;
/** Beside this worker's own address: assets/guide/search.js, search/pages.json. */
const INDEX = "../../search/pages.json";
const MOST_PAGES = 12;
const MOST_SECTIONS = 4;

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

/** What was asked, in the ways in which it is shown. */
interface Asked {
  telling: Telling[];
  /** The stems to mark. */
  marks: Set<string>;
  terms: Record<string, boolean>;
}

function entry({ what, weight }: Found, { telling, marks, terms }: Asked): Entry {
  const text = passage(what.text, telling);
  return { location: what.at, title: marked(what.title, marks), text: text && `<p>${marked(text, marks)}</p>`, score: weight, terms };
}

/** A page and its best section, which Material shows open; the other sections come behind "more". */
function group(found: FoundPage, asked: Asked): Entry[] {
  const [best, ...more] = found.sections.slice(0, MOST_SECTIONS);
  const entries = [entry(found, asked)];
  if (best) entries.push(entry({ ...best, weight: found.weight }, asked));
  const behind = more.map((one, at) => entry({ ...one, weight: found.weight * (0.5 - at / 10) }, asked));
  return [...entries, ...behind];
}

async function answer(question: string): Promise<{ items: Entry[][] }> {
  if (!question.trim()) return { items: [] };
  index ??= load();
  const search = await index;
  const telling = search.telling(question);
  const marks = new Set(telling.flatMap(({ stems }) => [...stems.keys()]));
  const terms = Object.fromEntries(search.terms(question).map((word) => [word, true]));
  return { items: search.find(question).slice(0, MOST_PAGES).map((found) => group(found, { telling, marks, terms })) };
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
