/**
 * How much a wish says: much where few pages have what it asks for, little where many do or where it is a small word.
 */
import type { Wish } from "./search_language";

/** However rare a word is, it says no more than this: else one odd word would decide alone. */
const RAREST = 2;
/** A small word counts this much of its rarity. */
const QUIET_SHARE = 0.08;

export class Rarity {
  private readonly known = new Map<string, number>();

  /** `having` tells how many of the `pages` have one of the ways of saying a wish; it is asked once for each wish. */
  constructor(
    private readonly pages: number,
    private readonly having: (ways: Wish["ways"]) => number,
  ) {}

  /** What a wish adds to the question. */
  weight(wish: Wish): number {
    return this.of(wish) * (wish.quiet ? QUIET_SHARE : 1);
  }

  /** How rare it is what the wish asks for, small word or not. */
  of({ ways }: Wish): number {
    const name = ways.map(({ said }) => said).join("|");
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const having = this.having(ways);
    const rarity = Math.min(RAREST, Math.log(1 + (this.pages - having + 0.5) / (having + 0.5)));
    this.known.set(name, rarity);
    return rarity;
  }
}
