/**
 * The ways people ask, as the search compares them: every question of every page, and which of them one that is typed is
 * like. It knows pages by their number only, and nothing of their texts.
 */
import type { Language, Wish } from "./search_language";
import { Rarity } from "./search_rarity";

/** One of a page's own questions: its page, its section (-1 for the page itself), its words. */
export interface Own {
  page: number;
  section: number;
  text: string;
  /** A heading says what stands below it; it is seldom what somebody types. */
  heading: boolean;
}

/** How like a question is to the own ones of a page: the nearest first; and the nearest of each section, by its number. */
export interface Likeness {
  nearest: number[];
  sections: Map<number, number>;
}

/** A question as a bundle of words, phrases and what means the same, of length 1: what a page is learnt by. */
export type Features = Map<string, number>;

/** In a likeness, one rare word must not outweigh three plain ones: weights are brought together by this power. */
const EVEN = 0.3;
/** In what is learnt, where a small word cannot mislead as easily, it has a fixed weight. */
const QUIET_FEATURE = 0.35;
/** Of a phrase, one word alone counts this much. */
const PART_OF_PHRASE = 0.6;
const PART_FEATURE = 0.3;
/** What another way of saying it counts in what is learnt. */
const OTHER_FEATURE = 0.5;

interface Read {
  own: Own;
  wishes: Wish[];
  length: number;
}

export class Questions {
  private readonly read: Read[];
  /** From a stem or phrase to the pages one of whose questions has it. */
  private readonly having = new Map<string, Set<number>>();
  /** From a stem or phrase to the questions that have it, and what it counts there. */
  private readonly at = new Map<string, [number, number][]>();
  private readonly rarity: Rarity;

  constructor(
    language: Language,
    own: Own[],
    pages: number,
  ) {
    this.rarity = new Rarity(pages, (ways) => new Set(ways.flatMap(({ said }) => [...(this.having.get(said) ?? [])])).size);
    this.read = own.map((one) => ({ own: one, wishes: language.wishes(language.plain(one.text)), length: 0 }));
    for (const { own: one, wishes } of this.read) for (const said of wishes.flatMap(parts)) this.note(said, one.page);
    this.read.forEach((one, number) => this.weigh(one, number));
  }

  /** How like these wishes are to each page's questions, by the page's number; a page with none like it is missing. */
  like(wishes: Wish[]): Map<number, Likeness> {
    const sums = new Map<number, number>();
    const gone = new Set<string>();
    let length = 0;
    for (const wish of wishes) {
      const share = this.share(wish);
      length += share ** 2;
      for (const [number, counts] of this.best(wish, gone)) sums.set(number, (sums.get(number) ?? 0) + share * counts);
      gone.add(wish.ways[0]!.said);
    }
    const found = new Map<number, Likeness>();
    for (const [number, sum] of sums) this.add(found, number, Math.min(1, sum / (Math.sqrt(length) * this.read[number]!.length)));
    for (const { nearest } of found.values()) nearest.sort((left, right) => right - left);
    return found;
  }

  /** What these wishes are learnt by. */
  features(wishes: Wish[]): Features {
    const found: Features = new Map();
    const put = (said: string, value: number) => found.set(said, Math.max(value, found.get(said) ?? 0));
    for (const wish of wishes) {
      const share = wish.quiet ? QUIET_FEATURE : this.rarity.of(wish) ** EVEN;
      wish.ways.forEach(({ said }, at) => {
        const value = share * (at ? OTHER_FEATURE : 1);
        put(said, value);
        if (said.includes(" ")) for (const part of said.split(" ")) put(part, value * PART_FEATURE);
      });
    }
    const length = Math.hypot(...found.values()) || 1;
    return new Map([...found].map(([said, value]) => [said, value / length]));
  }

  /** Every question of the pages with what it is learnt by. */
  lessons(): { own: Own; features: Features }[] {
    return this.read.map(({ own, wishes }) => ({ own, features: this.features(wishes) }));
  }

  private note(said: string, page: number): void {
    const having = this.having.get(said) ?? new Set();
    this.having.set(said, having.add(page));
  }

  private weigh(one: Read, number: number): void {
    const asks = new Map<string, number>();
    for (const wish of one.wishes) {
      const [said, share] = [wish.ways[0]!.said, this.share(wish)];
      for (const part of parts(wish)) if (!asks.has(part)) asks.set(part, share * PART_OF_PHRASE);
      asks.set(said, share);
      one.length += share ** 2;
    }
    one.length = Math.sqrt(one.length);
    for (const [said, counts] of asks) this.at.set(said, [...(this.at.get(said) ?? []), [number, counts]]);
  }

  /** What a wish counts in a likeness: much where few pages are asked for so. */
  private share(wish: Wish): number {
    return this.rarity.weight(wish) ** EVEN;
  }

  /** The questions that grant a wish, and how well; what an earlier wish used is not granted again. */
  private best({ ways }: Wish, gone: Set<string>): Map<number, number> {
    const best = new Map<number, number>();
    for (const { said, counts } of ways) {
      if (gone.has(said)) continue;
      for (const [number, value] of this.at.get(said) ?? []) best.set(number, Math.max(counts * value, best.get(number) ?? 0));
    }
    return best;
  }

  private add(found: Map<number, Likeness>, number: number, value: number): void {
    const { page, section } = this.read[number]!.own;
    const likeness = found.get(page) ?? { nearest: [], sections: new Map<number, number>() };
    likeness.nearest.push(value);
    likeness.sections.set(section, Math.max(value, likeness.sections.get(section) ?? 0));
    found.set(page, likeness);
  }
}

/** What a wish says in its own words, and each word of it. */
function parts({ ways }: Wish): string[] {
  const said = ways[0]!.said;
  return said.includes(" ") ? [said, ...said.split(" ")] : [said];
}
