/**
 * The search: pages, their sections, and the ways people ask for them in; pages in the order of how well they answer out.
 *
 * A page's weight has two parts. One is BM25 over five fields (title, extra words, description, headings, text), plus
 * that of its best section, times how much of the question it covers. The other is how like the question is to the
 * nearest of the page's own questions: its headings, and what overrides/hooks/search_questions.toml says people ask.
 */
import { Language, type Wish } from "./search_language";
import { isQuiet, stem, wordsOf } from "./search_words";

export interface IndexedSection {
  at: string;
  title: string;
  text: string;
  /** How people ask for it, in whole questions. */
  asked: string[];
}

export interface IndexedPage extends IndexedSection {
  /** Words by which people ask for the page and that it does not say itself. */
  words: string;
  description: string;
  boost: number;
  sections: IndexedSection[];
}

/** Somebody on one side: the words that give it away, and the starts of the addresses that are more likely meant. */
export interface Side {
  says: string[];
  means: string[];
}

/** What the build writes: groups of words that mean the same, the two sides, and the pages. */
export interface Index {
  same: string[][];
  sides: Side[];
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

/** A wish and what it adds to the question: little for "the", much for a rare word. */
interface Weighed extends Wish {
  weight: number;
}

/** A question of a page's own: what it asks for, by its own words, and how long it is as a vector. */
interface Own {
  asks: Map<string, number>;
  length: number;
}

interface Indexed {
  page: IndexedPage;
  counts: Counts;
  own: Own[];
  sections: { section: IndexedSection; counts: Counts; own: Own[] }[];
}

/** What it counts that a word stands in a field at all, and how many words such a field usually has. */
const FIELDS = { title: [5, 7], words: [4, 14], description: [1.5, 15], heading: [2.5, 50], text: [1, 400] } as const;
const IN_SECTION = { title: [4, 7], text: [1, 60] } as const;
const SECTION_SHARE = 0.8;
/** How much it counts that a page has a question like this one, and how much the likeness must be near to do so. */
const LIKENESS = 18;
const NEARNESS = 1.2;
/** A second question like it confirms the first. */
const SECOND = 0.6;
const EVEN = 0.3;
/** How much it counts that a page has everything that is asked, and not only some of it. */
const COVERED = 2;
/** Of a phrase, one word alone counts this much. */
const PART_OF_PHRASE = 0.6;
/** How much more a page counts that is for the side from which the question comes. */
const OWN_SIDE = 1.6;
const QUIET_SHARE = 0.08;
/** However rare a word is, it says no more than this: else one odd word would decide alone. */
const RAREST = 2;

export class SearchIndex {
  private readonly language: Language;
  private readonly pages: Indexed[];
  private readonly sides: Side[];
  private readonly rare = new Map<string, number>();

  constructor(index: Index) {
    this.language = new Language(index.same);
    this.sides = index.sides.map(({ says, means }) => ({ says: says.map((one) => wordsOf(one).map(stem).join(" ")), means }));
    this.pages = index.pages.map((page) => this.indexed(page));
    for (const page of this.pages) {
      page.own = [page.page.title, ...page.page.asked].map((text) => this.own(text));
      for (const part of page.sections) part.own = [part.section.title, ...part.section.asked].map((text) => this.own(text));
    }
  }

  /** The pages that answer, the best first; none where nothing is asked or nothing is found. */
  find(question: string): FoundPage[] {
    const wishes = this.weighed(this.language.wishes(this.language.read(question)));
    const means = this.meant(wishes);
    const found = this.pages.flatMap((one) => this.judged(one, wishes, means));
    return found.sort((left, right) => right.weight - left.weight);
  }

  /** The words of the question that say something, slips mended: what to mark on the page it leads to. */
  terms(question: string): string[] {
    return this.language
      .read(question)
      .map(({ word }) => word)
      .filter((word) => !isQuiet(word));
  }

  /** The stems that the question's words stand for, to mark them in what is shown. */
  marks(question: string): Set<string> {
    const wishes = this.language.wishes(this.language.read(question));
    const telling = wishes.flatMap(({ ways }) => ways.flatMap(({ said }) => said.split(" ")));
    return new Set(telling.filter((word) => !isQuiet(word)));
  }

  private indexed(page: IndexedPage): Indexed {
    const counts: Counts = new Map();
    this.count(counts, page.title, FIELDS.title);
    this.count(counts, page.words, FIELDS.words);
    this.count(counts, page.description, FIELDS.description);
    this.count(counts, page.sections.map((section) => section.title).join(" "), FIELDS.heading);
    this.count(counts, [page.text, ...page.sections.map((section) => section.text)].join(" "), FIELDS.text);
    const sections = page.sections.map((section) => {
      const own: Counts = new Map();
      this.count(own, section.title, IN_SECTION.title);
      this.count(own, section.text, IN_SECTION.text);
      return { section, counts: own, own: [] };
    });
    for (const text of [page.words, page.description]) this.language.learn(text);
    for (const { title, text, asked } of [page, ...page.sections]) this.language.learn([title, text, ...asked].join(" "));
    return { page, counts, own: [], sections };
  }

  /** Add a field's stems and the known phrases in it: the second standing adds less than the first, and in a long field each says less. */
  private count(into: Counts, text: string, [weight, usual]: readonly [number, number]): void {
    const stems = wordsOf(text).map(stem);
    const often: Counts = new Map();
    for (const one of [...stems, ...this.language.phrasesIn(stems)]) often.set(one, (often.get(one) ?? 0) + 1);
    const length = 0.6 + 0.4 * Math.max(0.25, stems.length / usual);
    for (const [one, times] of often) into.set(one, (into.get(one) ?? 0) + (2 * weight * times) / (times + length));
  }

  private own(text: string): Own {
    const wishes = this.weighed(this.language.wishes(this.language.plain(text)));
    const asks = new Map<string, number>();
    for (const { ways, weight } of wishes) {
      const said = ways[0]!.said;
      for (const part of said.split(" ")) if (!isQuiet(part) && !asks.has(part)) asks.set(part, share(weight) * PART_OF_PHRASE);
      asks.set(said, share(weight));
    }
    return { asks, length: long(wishes) };
  }

  private weighed(wishes: Wish[]): Weighed[] {
    return wishes.map((wish) => ({ ...wish, weight: this.rarity(wish.ways) * (wish.quiet ? QUIET_SHARE : 1) }));
  }

  private rarity(ways: Wish["ways"]): number {
    const name = ways.map(({ said }) => said).join("|");
    const known = this.rare.get(name);
    if (known !== undefined) return known;
    const having = this.pages.filter(({ counts }) => ways.some(({ said }) => counts.has(said))).length;
    const rarity = Math.min(RAREST, Math.log(1 + (this.pages.length - having + 0.5) / (having + 0.5)));
    this.rare.set(name, rarity);
    return rarity;
  }

  /** The starts of the addresses meant more likely, where the question gives one side away and not both. */
  private meant(wishes: Wish[]): string[] {
    const said = new Set(wishes.flatMap(({ ways }) => ways.map((way) => way.said)));
    const fitting = this.sides.filter(({ says }) => says.some((one) => said.has(one)));
    return fitting.length === 1 ? fitting[0]!.means : [];
  }

  private judged({ page, counts, own, sections }: Indexed, wishes: Weighed[], means: string[]): FoundPage[] {
    const all = wishes.reduce((sum, wish) => sum + wish.weight, 0);
    const alike = (ones: Own[]): number[] => ones.map((one) => LIKENESS * all * likeness(wishes, one) ** NEARNESS);
    const [has, covered] = granted(counts, wishes);
    const parts = sections
      .map(({ section, counts: inside, own: asked }) => ({ what: section, words: granted(inside, wishes)[0], alike: alike(asked) }))
      .map((part) => ({ ...part, weight: part.words + Math.max(...part.alike) }))
      .filter(({ weight }) => weight > 0)
      .sort((left, right) => right.weight - left.weight);
    const words = has + SECTION_SHARE * Math.max(0, ...parts.map((part) => part.words));
    const [first = 0, second = 0] = [...alike(own), ...parts.flatMap((part) => part.alike)].sort((left, right) => right - left);
    const asked = first + SECOND * second;
    if (words + asked === 0) return [];
    const side = means.some((start) => page.at.startsWith(start)) ? OWN_SIDE : 1;
    const weight = (words * (covered / all) ** COVERED + asked) * page.boost * side;
    return [{ what: page, weight, sections: parts.map((part) => ({ what: part.what, weight: part.weight })) }];
  }
}

/** What a wish of this weight counts in a likeness: there, one rare word must not outweigh three plain ones. */
const share = (weight: number): number => weight ** EVEN;

function long(wishes: Weighed[]): number {
  return Math.hypot(...wishes.map(({ weight }) => share(weight)));
}

/** The cosine between a question and one of a page's own, with the ways of saying the same: 1 where they ask the same. */
function likeness(wishes: Weighed[], own: Own): number {
  let sum = 0;
  const used = new Set<string>();
  for (const { ways, weight } of wishes) {
    let [best, which] = [0, ""];
    for (const { said, counts } of ways) {
      const value = used.has(said) ? 0 : counts * (own.asks.get(said) ?? 0);
      if (value > best) [best, which] = [value, said];
    }
    used.add(which);
    sum += share(weight) * best;
  }
  return sum && Math.min(1, sum / (long(wishes) * own.length));
}

/** How well these counts grant the wishes, and the weight of the wishes they grant at all. */
function granted(counts: Counts, wishes: Weighed[]): [number, number] {
  let [sum, covered] = [0, 0];
  for (const { ways, weight } of wishes) {
    let best = 0;
    for (const { said, counts: share } of ways) best = Math.max(best, share * (counts.get(said) ?? 0));
    sum += weight * best;
    if (best > 0) covered += weight;
  }
  return [sum, covered];
}
