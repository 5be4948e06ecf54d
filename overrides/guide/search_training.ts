/**
 * Learns from the pages' own questions which words speak for which page, and against which: a logistic regression over
 * all pages. Run by overrides/machinery/search_lessons.mjs at each build whose questions changed; readers fetch only
 * what came out. The same questions give the same lessons: nothing here is left to chance.
 */
import { type Index, SearchIndex } from "./search_index";
import { type Lessons, NOTHING, shares, STEP } from "./search_lessons";

/** How often all the questions are gone through, how far each moves the weights, and how strongly weights are held small. */
const ROUNDS = 15;
const RATE = 0.3;
const HELD = 1e-4;
/** A heading counts this much of a question that people ask. */
const HEADING = 0.5;
/** Steps this small change nothing that is kept. */
const LEAST = 1e-4;
const START = 1e-2;

interface Lesson {
  page: number;
  counts: number;
  features: [number, number][];
}

/** What is learnt from the questions of this index. */
export function learn(index: Index): Lessons {
  const names = new Map<string, number>();
  const number = (said: string): number => names.get(said) ?? (names.set(said, names.size), names.size - 1);
  const lessons = new SearchIndex(index).questions.lessons().map(({ own, features }) => ({
    page: own.page,
    counts: own.heading ? HEADING : 1,
    features: [...features].map(([said, value]): [number, number] => [number(said), value]),
  }));
  const learner = new Learner(names.size, index.pages.length);
  for (let round = 1; round <= ROUNDS; round += 1) for (const lesson of mixed(lessons, round)) learner.hear(lesson);
  const signs = [...names].map(([said, at]): [string, string] => [said, learner.signs(at)]);
  return Object.fromEntries(signs.filter(([, written]) => written));
}

class Learner {
  private readonly weights: Float64Array;
  /** How far each weight has been moved: one that moved much moves less (AdaGrad). */
  private readonly moved: Float64Array;

  constructor(
    features: number,
    private readonly pages: number,
  ) {
    this.weights = new Float64Array(features * pages);
    this.moved = new Float64Array(features * pages).fill(START);
  }

  hear({ page, counts, features }: Lesson): void {
    const sums = new Array<number>(this.pages).fill(0);
    for (const [at, value] of features) for (let one = 0; one < this.pages; one += 1) sums[one]! += value * this.weights[at * this.pages + one]!;
    const wrong = shares(sums).map((share, one) => counts * (share - (one === page ? 1 : 0)));
    for (const [at, value] of features) wrong.forEach((much, one) => this.move(at * this.pages + one, much * value));
  }

  /** One feature's weights as the index has them. */
  signs(at: number): string {
    const own = [...this.weights.subarray(at * this.pages, (at + 1) * this.pages)];
    const steps = own.map((weight) => (Math.abs(weight) < STEP ? 0 : Math.round(weight / STEP)));
    return steps.map((many) => String.fromCharCode(NOTHING + many)).join("").replace(/@+$/, "");
  }

  private move(at: number, much: number): void {
    const slope = much + HELD * this.weights[at]!;
    if (Math.abs(slope) < LEAST) return;
    this.moved[at]! += slope ** 2;
    this.weights[at]! -= (RATE * slope) / Math.sqrt(this.moved[at]!);
  }
}

/** The lessons in an order that looks like chance and is the same each time: else the last pages would speak loudest. */
function mixed(lessons: Lesson[], round: number): Lesson[] {
  const order = [...lessons];
  let chance = round;
  for (let at = order.length - 1; at > 0; at -= 1) {
    chance = (Math.imul(chance, 1103515245) + 12345) & 0x7fffffff;
    const other = Math.floor((chance / 0x80000000) * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
