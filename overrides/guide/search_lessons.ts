/**
 * What the build has learnt from the pages' own questions: how much each word speaks for or against each page. The
 * learning itself is in search_training.ts, which no reader fetches.
 */
import type { Features } from "./search_questions";

/**
 * From a stem or phrase to its weights, one sign for each page in the order of the index: "@" is nothing, each sign
 * further is a STEP more, each sign before a step less. Signs that mean nothing are left out at the end.
 */
export type Lessons = Record<string, string>;

export const NOTHING = 64;
export const STEP = 0.25;

/** How likely each of so many pages is meant, by what was learnt: shares that are 1 together. */
export function likely(lessons: Lessons, features: Features, pages: number): number[] {
  const sums = new Array<number>(pages).fill(0);
  for (const [said, value] of features) {
    const signs = Object.hasOwn(lessons, said) ? lessons[said]! : "";
    for (let page = 0; page < signs.length; page += 1) sums[page]! += value * (signs.charCodeAt(page) - NOTHING) * STEP;
  }
  return shares(sums);
}

/** The same as shares of 1: each step up makes e times as likely. */
export function shares(sums: number[]): number[] {
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const all = raised.reduce((left, right) => left + right, 0);
  return raised.map((one) => one / all);
}
