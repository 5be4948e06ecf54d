/**
 * The search: pages, their sections, and the ways people ask for them in; pages in the order of how well they answer out.
 *
 * A page's weight has three parts. One is BM25 over five fields (title, extra words, description, headings, text), plus
 * that of its best section, times how much of the question it covers. The second is how like the question is to the
 * nearest of the page's own questions: its headings, and what overrides/hooks/search_questions says people ask. The third
 * is how likely the page is by what was learnt from all these questions together.
 */
import { Language, type Wish } from "./search_language";
import { type Lessons, likely } from "./search_lessons";
import { type Likeness, type Own, Questions } from "./search_questions";
import type { Telling } from "./search_passage";
import { Rarity } from "./search_rarity";
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
  /** Words that stand for a kind of thing, by the kind. */
  kinds?: Record<string, string>;
  sides: Side[];
  pages: IndexedPage[];
  /** What the build learnt from the pages' questions; none while it learns. */
  lessons?: Lessons;
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

interface Indexed {
  page: IndexedPage;
  counts: Counts;
  sections: { section: IndexedSection; counts: Counts }[];
}

/** What it counts that a word stands in a field at all, and how many words such a field usually has. */
const FIELDS = { title: [5, 7], words: [4, 14], description: [1.5, 15], heading: [2.5, 50], text: [1, 400] } as const;
const IN_SECTION = { title: [4, 7], text: [1, 60] } as const;
const SECTION_SHARE = 0.8;
/** How much it counts that a page has questions like this one: the nearest, the second … and how near they must be. */
const LIKENESS = 18;
const NEAREST = [1, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
const NEARNESS = 3;
/** How much it counts what was learnt, and how soon a page that is less likely falls behind. */
const LEARNT = 20;
const SURE = 0.5;
/** A page's boost is for its words; what people ask for needs less of it. */
const BOOST_OF_QUESTIONS = 0.3;
/** How much it counts that a page has everything that is asked, and not only some of it. */
const COVERED = 2;
/** How much more a page counts that is for the side from which the question comes. */
const OWN_SIDE = 1.15;

export class SearchIndex {
  private readonly language: Language;
  private readonly pages: Indexed[];
  private readonly sides: Side[];
  private readonly lessons: Lessons;
  /** The pages' own questions. */
  readonly questions: Questions;
  private readonly rarity: Rarity;

  constructor(index: Index) {
    this.language = new Language(index.same, index.kinds);
    this.sides = index.sides.map(({ says, means }) => ({ says: says.map((one) => wordsOf(one).map(stem).join(" ")), means }));
    this.lessons = index.lessons ?? {};
    this.pages = index.pages.map((page) => this.indexed(page));
    this.rarity = new Rarity(this.pages.length, (ways) => this.pages.filter(({ counts }) => ways.some(({ said }) => counts.has(said))).length);
    this.questions = new Questions(this.language, index.pages.flatMap(own), index.pages.length);
  }

  /** The pages that answer, the best first; none where nothing is asked or nothing is found. */
  find(question: string): FoundPage[] {
    const wishes = this.language.wishes(this.language.read(question)).map((wish) => ({ ...wish, weight: this.rarity.weight(wish) }));
    const means = this.meant(wishes);
    const alike = this.questions.like(wishes);
    const learnt = likely(this.lessons, this.questions.features(wishes), this.pages.length);
    const found = this.pages.flatMap((one, at) => this.judged(one, wishes, { likeness: alike.get(at), learnt: learnt[at]!, means }));
    return found.sort((left, right) => right.weight - left.weight);
  }

  /** The words of the question that say something, slips mended: what to mark on the page it leads to. */
  terms(question: string): string[] {
    return this.language
      .read(question)
      .map(({ word }) => word)
      .filter((word) => !isQuiet(word));
  }

  /** What the question asks for, by the stems that say it in a text: to find the part to show, and to mark them in it. */
  telling(question: string): Telling[] {
    return this.language.wishes(this.language.read(question)).flatMap((wish) => {
      const stems = new Map<string, number>();
      for (const { said, counts } of wish.ways) {
        const parts = said.split(" ").filter((one) => !isQuiet(one));
        for (const one of parts) stems.set(one, Math.max(counts / parts.length, stems.get(one) ?? 0));
      }
      return stems.size && !wish.quiet ? [{ stems, weight: this.rarity.weight(wish) }] : [];
    });
  }

  private indexed(page: IndexedPage): Indexed {
    const counts: Counts = new Map();
    this.count(counts, page.title, FIELDS.title);
    this.count(counts, page.words, FIELDS.words);
    this.count(counts, page.description, FIELDS.description);
    this.count(counts, page.sections.map((section) => section.title).join(" "), FIELDS.heading);
    this.count(counts, [page.text, ...page.sections.map((section) => section.text)].join(" "), FIELDS.text);
    const sections = page.sections.map((section) => {
      const inside: Counts = new Map();
      this.count(inside, section.title, IN_SECTION.title);
      this.count(inside, section.text, IN_SECTION.text);
      return { section, counts: inside };
    });
    for (const text of [page.words, page.description]) this.language.learn(text);
    for (const { title, text, asked } of [page, ...page.sections]) this.language.learn([title, text, ...asked].join(" "));
    return { page, counts, sections };
  }

  /** Add a field's stems and the known phrases in it: the second standing adds less than the first, and in a long field each says less. */
  private count(into: Counts, text: string, [weight, usual]: readonly [number, number]): void {
    const stems = wordsOf(text).map(stem);
    const often: Counts = new Map();
    for (const one of [...stems, ...this.language.phrasesIn(stems)]) often.set(one, (often.get(one) ?? 0) + 1);
    const length = 0.6 + 0.4 * Math.max(0.25, stems.length / usual);
    for (const [one, times] of often) into.set(one, (into.get(one) ?? 0) + (2 * weight * times) / (times + length));
  }

  /** The starts of the addresses meant more likely, where the question gives one side away and not both. */
  private meant(wishes: Wish[]): string[] {
    const said = new Set(wishes.flatMap(({ ways }) => ways.map((way) => way.said)));
    const fitting = this.sides.filter(({ says }) => says.some((one) => said.has(one)));
    return fitting.length === 1 ? fitting[0]!.means : [];
  }

  private judged({ page, counts, sections }: Indexed, wishes: Weighed[], { likeness, learnt, means }: Asked): FoundPage[] {
    const all = wishes.reduce((sum, wish) => sum + wish.weight, 0);
    const [has, covered] = granted(counts, wishes);
    if (has === 0 && !likeness) return [];
    const inside = sections.map(({ section, counts: own }, at) => {
      const words = granted(own, wishes)[0] / all;
      return { what: section, words, weight: words + LIKENESS * (likeness?.sections.get(at) ?? 0) ** NEARNESS };
    });
    const best = Math.max(0, ...inside.map(({ words }) => words));
    const words = (has / all + SECTION_SHARE * best) * (covered / all) ** COVERED;
    const near = NEAREST.reduce((sum, share, at) => sum + share * (likeness?.nearest[at] ?? 0) ** NEARNESS, 0);
    const side = means.some((start) => page.at.startsWith(start)) ? OWN_SIDE : 1;
    const weight = (words * page.boost + (LIKENESS * near + LEARNT * learnt ** SURE) * page.boost ** BOOST_OF_QUESTIONS) * side;
    const shown = inside.filter((part) => part.weight > 0).sort((left, right) => right.weight - left.weight);
    return [{ what: page, weight, sections: shown.map(({ what, weight: own }) => ({ what, weight: own })) }];
  }
}

/** What is known of a page beside its words: how like its questions are, how likely it is, which addresses are meant. */
interface Asked {
  likeness: Likeness | undefined;
  learnt: number;
  means: string[];
}

/** A page's own questions, with its number. */
function own(page: IndexedPage, number: number): Own[] {
  return [page, ...page.sections].flatMap(({ title, asked }, at) => [
    { page: number, section: at - 1, text: title, heading: true },
    ...asked.map((text) => ({ page: number, section: at - 1, text, heading: false })),
  ]);
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
