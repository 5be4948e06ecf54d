/**
 * The search: pages, their sections, and words that mean the same in; pages in the order of how well they answer out.
 *
 * A page's weight is BM25 over five fields (title, extra words, description, headings, text), plus that of its best
 * section, times how much of the question it covers. Words that mean the same come from the build (see
 * overrides/hooks/search_words.toml); slips of the finger are mended against the words of the site.
 */
import { isQuiet, slips, slipsAllowed, stem, wordsOf } from "./search_words";

export interface IndexedSection {
  at: string;
  title: string;
  text: string;
}

export interface IndexedPage extends IndexedSection {
  /** Words by which people ask for the page and that it does not say itself. */
  words: string;
  description: string;
  boost: number;
  sections: IndexedSection[];
}

/** What the build writes: groups of words that mean the same, which pages are for whom, and the pages. */
export interface Index {
  same: string[][];
  /** Who names the one side is on the other: a word, and the starts of the addresses that are more likely meant. */
  asking: Record<string, string[]>;
  pages: IndexedPage[];
}

export interface Found<T extends IndexedSection = IndexedSection> {
  what: T;
  weight: number;
}

export interface FoundPage extends Found<IndexedPage> {
  /** The sections that have some of what is asked, the best first. */
  sections: Found[];
}

/** How often a stem stands in a text, each standing weighted by its field. */
type Counts = Map<string, number>;

/** One thing asked for: the ways of saying it, each a stem or a known phrase, and how much each way counts. */
interface Wish {
  ways: { said: string; counts: number }[];
  /** What this wish adds to the question: little for "the", much for a rare word. */
  weight: number;
}

interface Indexed {
  page: IndexedPage;
  counts: Counts;
  sections: { section: IndexedSection; counts: Counts }[];
}

/** What it counts that a word stands in a field at all, and how many words such a field usually has. */
const FIELDS = { title: [5, 7], words: [4, 14], description: [1.5, 15], heading: [2.5, 50], text: [1, 400] } as const;
const IN_SECTION = { title: [4, 7], text: [1, 60] } as const;
/** A word said another way counts this much. */
const SAID_OTHERWISE = 0.75;
const SECTION_SHARE = 0.8;
/** How much more a page counts that is for the side from which the question comes. */
const OWN_SIDE = 1.3;
const QUIET_SHARE = 0.06;
const LONGEST_PHRASE = 4;

/** The phrases of the groups, stems joined by blanks, by their first stem. */
type Phrases = Map<string, string[]>;

function phrasesIn(stems: string[], phrases: Phrases): string[] {
  return stems.flatMap((first, at) =>
    (phrases.get(first) ?? []).filter((phrase) => phrase.split(" ").every((one, next) => stems[at + next] === one)),
  );
}

/** Add a field's stems and the known phrases in it: the second standing adds less than the first, and in a long field each says less. */
function count(into: Counts, text: string, [weight, usual]: readonly [number, number], phrases: Phrases): void {
  const stems = wordsOf(text).map(stem);
  const often: Counts = new Map();
  for (const one of [...stems, ...phrasesIn(stems, phrases)]) often.set(one, (often.get(one) ?? 0) + 1);
  const length = 0.6 + 0.4 * Math.max(0.25, stems.length / usual);
  for (const [one, times] of often) into.set(one, (into.get(one) ?? 0) + (2 * weight * times) / (times + length));
}

export class SearchIndex {
  private readonly pages: Indexed[];
  /** Every word of the site and of the groups, as people write it, with how often it is there: what slips are mended to. */
  private readonly known = new Map<string, number>();
  private readonly stems = new Set<string>();
  /** From a word or phrase, as stems joined by blanks, to everything that means the same. */
  private readonly same = new Map<string, Set<string>>();
  private readonly phrases: Phrases = new Map();
  private readonly asking: [string, string[]][];

  constructor(index: Index) {
    this.asking = Object.entries(index.asking).map(([word, starts]) => [stem(word), starts]);
    for (const group of index.same) {
      const all = group.map((phrase) => wordsOf(phrase).map(stem));
      for (const stems of all) this.group(stems, all);
      for (const phrase of group) this.learn(phrase);
    }
    this.pages = index.pages.map((page) => this.indexed(page));
  }

  /** The pages that answer, the best first; none where nothing is asked or nothing is found. */
  find(question: string): FoundPage[] {
    const wishes = this.wishes(question);
    const all = wishes.reduce((sum, wish) => sum + wish.weight, 0);
    const sides = this.asking.filter(([word]) => wishes.some(({ ways }) => ways.some(({ said }) => said === word)));
    const starts = sides.length === 1 ? sides[0]![1] : [];
    const found = this.pages.flatMap((one) => this.judged(one, wishes, all, starts));
    return found.sort((left, right) => right.weight - left.weight);
  }

  /** The words of the question that say something, slips mended: what to mark on the page it leads to. */
  terms(question: string): string[] {
    const asked = wordsOf(question);
    return asked.filter((word) => !isQuiet(word)).map((word) => this.mended(word, word === asked.at(-1)).word);
  }

  /** The stems that the question's words stand for, to mark them in what is shown. */
  marks(question: string): Set<string> {
    const telling = this.wishes(question).flatMap((wish) => wish.ways.map((way) => way.said.split(" ")));
    return new Set(telling.flat().filter((word) => !isQuiet(word)));
  }

  private group(stems: string[], all: string[][]): void {
    const [name, first] = [stems.join(" "), stems[0]!];
    this.same.set(name, new Set([...(this.same.get(name) ?? []), ...all.map((one) => one.join(" "))]));
    const begun = this.phrases.get(first) ?? [];
    if (stems.length > 1 && !begun.includes(name)) this.phrases.set(first, [...begun, name]);
  }

  private indexed(page: IndexedPage): Indexed {
    const counts: Counts = new Map();
    count(counts, page.title, FIELDS.title, this.phrases);
    count(counts, page.words, FIELDS.words, this.phrases);
    count(counts, page.description, FIELDS.description, this.phrases);
    count(counts, page.sections.map((section) => section.title).join(" "), FIELDS.heading, this.phrases);
    count(counts, [page.text, ...page.sections.map((section) => section.text)].join(" "), FIELDS.text, this.phrases);
    const sections = page.sections.map((section) => {
      const own: Counts = new Map();
      count(own, section.title, IN_SECTION.title, this.phrases);
      count(own, section.text, IN_SECTION.text, this.phrases);
      return { section, counts: own };
    });
    for (const text of [page.title, page.words, page.description, page.text]) this.learn(text);
    for (const section of page.sections) this.learn(`${section.title} ${section.text}`);
    return { page, counts, sections };
  }

  private learn(text: string): void {
    for (const word of wordsOf(text)) {
      this.known.set(word, (this.known.get(word) ?? 0) + 1);
      this.stems.add(stem(word));
    }
  }

  private wishes(question: string): Wish[] {
    const asked = wordsOf(question);
    const words = asked.map((word, at) => this.mended(word, at === asked.length - 1));
    const wishes: Wish[] = [];
    for (let at = 0; at < words.length; ) {
      const [length, ways] = this.ways(words, at);
      const quiet = length === 1 && isQuiet(words[at]!.word);
      const weight = this.rarity(ways) * (quiet ? QUIET_SHARE : 1);
      wishes.push({ ways, weight });
      at += length;
    }
    return wishes;
  }

  /** How the longest phrase that starts here may be said, and how many words it has. */
  private ways(words: { word: string; stems: string[] }[], at: number): [number, Wish["ways"]] {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
      const own = words.slice(at, at + length).map(({ word }) => stem(word));
      const same = this.same.get(own.join(" "));
      if (same === undefined) continue;
      const ways = [...same].map((said) => ({ said, counts: said === own.join(" ") ? 1 : SAID_OTHERWISE }));
      return [length, ways];
    }
    return [1, words[at]!.stems.map((said) => ({ said, counts: 1 }))];
  }

  /** The word as the site knows it: itself, what it is the beginning of while it is being typed, or the nearest word. */
  private mended(word: string, last: boolean): { word: string; stems: string[] } {
    const own = stem(word);
    if (this.stems.has(own) || isQuiet(word)) return { word, stems: [own] };
    if (last && word.length > 2) {
      const begun = [...this.known.keys()].filter((one) => one.startsWith(word));
      if (begun.length) {
        const whole = begun.reduce((best, one) => (this.known.get(one)! > this.known.get(best)! ? one : best));
        return { word: whole, stems: [...new Set(begun.map(stem))] };
      }
    }
    const near = this.nearest(word);
    return { word: near, stems: [stem(near)] };
  }

  private nearest(word: string): string {
    const most = slipsAllowed(word);
    let [best, least] = [word, Infinity];
    for (const [one, often] of most ? this.known : []) {
      if (one.length < 4) continue;
      // The first letter is seldom wrong; of two words equally near, the more common one is meant.
      const away = slips(word, one, most) + (one[0] === word[0] ? 0 : 0.5) - Math.min(often, 900) / 2000;
      if (away < least) [best, least] = [one, away];
    }
    return best;
  }

  private rarity(ways: Wish["ways"]): number {
    const having = this.pages.filter(({ counts }) => ways.some(({ said }) => counts.has(said)));
    return Math.log(1 + (this.pages.length - having.length + 0.5) / (having.length + 0.5));
  }

  private judged({ page, counts, sections }: Indexed, wishes: Wish[], all: number, starts: string[]): FoundPage[] {
    const [own, covered] = granted(counts, wishes);
    if (own === 0) return [];
    const parts = sections
      .map(({ section, counts: inside }) => ({ what: section, weight: granted(inside, wishes)[0] }))
      .filter(({ weight }) => weight > 0)
      .sort((left, right) => right.weight - left.weight);
    const best = parts[0]?.weight ?? 0;
    const side = starts.some((start) => page.at.startsWith(start)) ? OWN_SIDE : 1;
    const weight = (own + SECTION_SHARE * best) * (covered / all) ** 1.5 * page.boost * side;
    return [{ what: page, weight, sections: parts }];
  }
}

/** How well these counts grant the wishes, and the weight of the wishes they grant at all. */
function granted(counts: Counts, wishes: Wish[]): [number, number] {
  let [sum, covered] = [0, 0];
  for (const { ways, weight } of wishes) {
    let best = 0;
    for (const { said, counts: share } of ways) best = Math.max(best, share * (counts.get(said) ?? 0));
    sum += weight * best;
    if (best > 0) covered += weight;
  }
  return [sum, covered];
}
