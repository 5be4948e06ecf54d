/**
 * Where a walkthrough stands, from nothing but its answers: the answers so far are in the address, and each time they
 * are replayed from the first question. The paths themselves are data (`guide_engine.flow`); a test compares this with
 * the engine's own `walk` over every path of every walkthrough.
 */

/** A question or an outcome, by its name. */
export interface Place {
  kind: "question" | "outcome";
  name: string;
}

export interface Choice {
  value: string;
  label: string;
  next: Place;
}

export interface Question {
  name: string;
  title: string;
  answers: Choice[];
}

export interface Graph {
  start: string;
  questions: ReadonlyMap<string, Question>;
}

/** One question already answered. */
export interface Step {
  question: Question;
  answer: Choice;
}

export interface Standing {
  path: Step[];
  at: Place;
}

export type Answers = ReadonlyMap<string, string>;

/** Follow the answers from the start as far as they lead; answers that are unknown or not asked for are passed over. */
export function replay({ start, questions }: Graph, answers: Answers): Standing {
  const path: Step[] = [];
  let at: Place = { kind: "question", name: start };
  for (;;) {
    const question: Question | undefined = at.kind === "question" ? questions.get(at.name) : undefined;
    const answer: Choice | undefined = question?.answers.find(({ value }) => value === answers.get(question.name));
    if (!question || !answer) return { path, at };
    path.push({ question, answer });
    at = answer.next;
  }
}

/** The answers in a fragment such as `#buyer-side=seller&device=phone`; null where it holds none and means something else. */
export function readFragment(hash: string): Answers | null {
  const bare = hash.replace(/^#/, "");
  if (bare === "") return new Map();
  if (!bare.includes("=")) return null;
  return new Map(new URLSearchParams(bare));
}

/** The answers as a fragment without `#`, sorted by question, so that one state has one address. */
export function writeFragment(path: Step[]): string {
  const pairs = path.map(({ question, answer }) => [question.name, answer.value] as const);
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
}

/** How many questions the longest way on from a place asks, the place itself included. */
export function mostQuestions(graph: Graph, { kind, name }: Place): number {
  if (kind === "outcome") return 0;
  const answers = graph.questions.get(name)?.answers ?? [];
  return 1 + Math.max(0, ...answers.map(({ next }) => mostQuestions(graph, next)));
}

/** `#question-device` and `#outcome-your-orders`, the addresses of a page's own sections, as places. */
export function placeOf(hash: string): Place | null {
  const found = /^#(question|outcome)-([a-z0-9-]+)$/.exec(hash);
  return found ? { kind: found[1] as Place["kind"], name: found[2]! } : null;
}
