/**
 * Which part of a text is shown under its title: the one that has most of what was asked, rare words counting more. It
 * begins with a sentence where it can. Nothing here knows the index or the browser.
 */
import { stem, wordsOf } from "./search_words";

/** One thing asked for, and how much it counts. */
export interface Telling {
  /** The stems by which a text says it, and how much of it each says: of a phrase only its part. */
  stems: Map<string, number>;
  weight: number;
}

/** How many letters of a text are shown. */
const MOST = 180;
/** Where a sentence is too long to be shown from its start: shown before the word that was asked for. */
const WORDS_BEFORE = 8;
/** A place inside a sentence is harder to read from: it must show that much more. */
const INSIDE_SHARE = 0.8;
const SENTENCE_END = /[.!?…]["”’)\]]*$/;

interface Word {
  from: number;
  to: number;
  stems: string[];
  /** Whether a sentence begins with it. */
  begins: boolean;
}

/** The best part of the text, with "…" where it was cut; all of it where it is short. */
export function passage(text: string, asked: Telling[]): string {
  if (text.length <= MOST) return text;
  const words = read(text);
  const start = best(words, asked);
  const shown = text.slice(words[start]?.from ?? 0);
  const cut = shown.length > MOST ? `${shown.slice(0, shown.lastIndexOf(" ", MOST))} …` : shown;
  return `${start > 0 ? "… " : ""}${cut}`;
}

function read(text: string): Word[] {
  let begins = true;
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const found = { from: index, to: index + word.length, stems: wordsOf(word).map(stem), begins };
    begins = SENTENCE_END.test(word);
    return found;
  });
}

/** The word with which to begin. The text's own start, which often holds the answer, comes before any place as good. */
function best(words: Word[], asked: Telling[]): number {
  const telling = words.flatMap(({ stems }, at) => (asked.some((one) => stems.some((own) => one.stems.has(own))) ? [at] : []));
  const sentences = new Set([0, ...telling.map((at) => words.findLastIndex(({ begins }, start) => begins && start <= at))]);
  const inside = new Set(telling.map((at) => Math.max(0, at - WORDS_BEFORE)));
  let [start, most] = [0, 0];
  for (const one of [...sentences, ...inside]) {
    const own = worth(words, one, asked) * (sentences.has(one) ? 1 : INSIDE_SHARE);
    if (own > most) [start, most] = [one, own];
  }
  return start;
}

/** What is asked for and shown where the part begins with this word. */
function worth(words: Word[], start: number, asked: Telling[]): number {
  const last = words[start]!.from + MOST;
  const shown = new Set(words.slice(start).flatMap(({ to, stems }) => (to <= last ? stems : [])));
  const said = ({ stems }: Telling): number => [...stems].reduce((sum, [one, share]) => sum + (shown.has(one) ? share : 0), 0);
  return asked.reduce((sum, one) => sum + one.weight * Math.min(1, said(one)), 0);
}
