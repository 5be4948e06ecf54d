/**
 * What the words of a question stand for: slips mended against the words of the site, words that mean the same, two
 * words written as one, and phrases that mean something as a whole. The groups of words come from the build (see
 * overrides/hooks/search_words.toml). Nothing here knows the pages.
 */
import { isQuiet, slips, slipsAllowed, stem, wordsOf } from "./search_words";

/** One thing asked for: the ways of saying it, each a stem or a known phrase, its own first, and how much each way counts. */
export interface Wish {
  ways: { said: string; counts: number }[];
  /** Whether it is a small word: "the", "how". */
  quiet: boolean;
}

/** A word as it was read: slips mended, and the stems it may stand for. */
interface Read {
  word: string;
  stems: string[];
}

/** A word said another way counts this much. */
const SAID_OTHERWISE = 0.75;
const LONGEST_PHRASE = 5;
/** Of a compound, each part has at least so many letters. */
const SHORTEST_PART = 3;

export class Language {
  /** Every word of the site and of the groups, as people write it, with how often it is there: what slips are mended to. */
  private readonly known = new Map<string, number>();
  private readonly stems = new Set<string>();
  /** From a word or phrase, as stems joined by blanks, to everything that means the same. */
  private readonly same = new Map<string, Set<string>>();
  /** The phrases of the groups, stems joined by blanks, by their first stem. */
  private readonly phrases = new Map<string, string[]>();

  /** `groups` mean the same; `kinds` has words that stand for a kind of thing, by the kind. */
  constructor(groups: string[][], kinds: Record<string, string> = {}) {
    for (const group of groups) {
      const all = group.map((phrase) => wordsOf(phrase).map(stem));
      for (const stems of all) this.group(stems, all);
      for (const phrase of group) this.learn(phrase);
    }
    for (const [kind, words] of Object.entries(kinds)) this.standFor(kind, words);
  }

  /** Let each of these words lead to the kind too, and not the other way round: a kettle is an item, an item is no kettle. */
  private standFor(kind: string, words: string): void {
    const name = wordsOf(kind).map(stem).join(" ");
    for (const word of wordsOf(words).map(stem)) this.same.set(word, new Set([word, ...(this.same.get(word) ?? []), name]));
    this.learn(words);
  }

  /** Remember the words of a text, as words that slips are mended to. */
  learn(text: string): void {
    for (const word of wordsOf(text)) {
      this.known.set(word, (this.known.get(word) ?? 0) + 1);
      this.stems.add(stem(word));
    }
  }

  /** The known phrases among these stems. */
  phrasesIn(stems: string[]): string[] {
    return stems.flatMap((first, at) =>
      (this.phrases.get(first) ?? []).filter((phrase) => phrase.split(" ").every((one, next) => stems[at + next] === one)),
    );
  }

  /** The words of a question that is being typed, slips mended. */
  read(question: string): Read[] {
    const asked = wordsOf(question);
    return asked.flatMap((word, at) => this.mended(word, at === asked.length - 1));
  }

  /** The words of a text in which nothing is to mend. */
  readonly plain = (text: string): Read[] => wordsOf(text).map((word) => ({ word, stems: [stem(word)] }));

  /** What these words ask for, the longest known phrase at each place. */
  wishes(words: Read[]): Wish[] {
    const wishes: Wish[] = [];
    for (let at = 0; at < words.length; ) {
      const [length, ways] = this.ways(words, at);
      wishes.push({ ways, quiet: length === 1 && isQuiet(words[at]!.word) });
      at += length;
    }
    return wishes;
  }

  private group(stems: string[], all: string[][]): void {
    const [name, first] = [stems.join(" "), stems[0]!];
    this.same.set(name, new Set([name, ...(this.same.get(name) ?? []), ...all.map((one) => one.join(" "))]));
    const begun = this.phrases.get(first) ?? [];
    if (stems.length > 1 && !begun.includes(name)) this.phrases.set(first, [...begun, name]);
  }

  /** How the longest phrase that starts here may be said, and how many words it has. */
  private ways(words: Read[], at: number): [number, Wish["ways"]] {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
      const own = words.slice(at, at + length).map(({ word }) => stem(word)).join(" ");
      const same = this.same.get(own);
      if (same !== undefined) return [length, [...same].map((said) => ({ said, counts: said === own ? 1 : SAID_OTHERWISE }))];
    }
    return [1, words[at]!.stems.map((said) => ({ said, counts: 1 }))];
  }

  /** The word as the site knows it: itself, what it begins while it is being typed, its two parts, or the nearest word. */
  private mended(word: string, last: boolean): Read[] {
    const own = stem(word);
    if (this.stems.has(own) || isQuiet(word)) return [{ word, stems: [own] }];
    const begun = last && word.length > 2 ? [...this.known.keys()].filter((one) => one.startsWith(word)) : [];
    if (begun.length) {
      const whole = begun.reduce((best, one) => (this.known.get(one)! > this.known.get(best)! ? one : best));
      return [{ word: whole, stems: [...new Set([whole, ...begun].map(stem))] }];
    }
    const near = this.nearest(word);
    const parts = near === word ? this.parts(word) : [near];
    return parts.map((part) => ({ word: part, stems: [stem(part)] }));
  }

  /** Two known words that were written as one: "giftcard". */
  private parts(word: string): string[] {
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
      const both = [word.slice(0, cut), word.slice(cut)];
      if (both.every((part) => this.stems.has(stem(part)))) return both;
    }
    return [word];
  }

  private nearest(word: string): string {
    const most = slipsAllowed(word);
    let [best, least] = [word, Infinity];
    for (const [one, often] of most ? this.known : []) {
      if (one.length < 4) continue;
      const first = one[0] === word[0];
      // Short words have many neighbours: there, the first letter must be right.
      if (!first && word.length < 6) continue;
      // It is seldom wrong in any word. A letter too many or too few is likelier than another one; of two words equally
      // near, the more common one is meant.
      const away = slips(word, one, most) + (first ? 0 : 0.5) + (one.length === word.length ? 0.25 : 0) - Math.min(often, 900) / 2000;
      if (away < least) [best, least] = [one, away];
    }
    return best;
  }
}
