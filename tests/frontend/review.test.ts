/** When a page's claims are due for another look. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, isPastReview } from "../../overrides/guide/review";

for (const [from, now, past] of [
  ["2027-11-23", new Date(2027, 10, 22, 23, 59), false],
  ["2027-11-23", new Date(2027, 10, 23, 0, 0), true],
  ["2027-11-23", new Date(2026, 11, 31), false],
  ["2027-11-23", new Date(2031, 0, 1), true],
  ["", new Date(2031, 0, 1), false],
  ["soon", new Date(2031, 0, 1), false],
] as const) {
  test(`a review from ${from || "no day"} on is ${past ? "" : "not "}due on ${dayOf(now)}`, () => assert.equal(isPastReview(from, now), past));
}

test("a day is the reader's own, with its zeros", () => assert.equal(dayOf(new Date(2028, 1, 3, 0, 30)), "2028-02-03"));
