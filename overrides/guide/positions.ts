/** Positions in a text and how edits move them. Everything counts UTF-16 units, as JavaScript strings do. */
import type { Edit, Finding } from "./protocol";

/** One mark in a field: the numbered finding it belongs to and where it lies, half-open. */
export interface Diagnostic {
  number: number;
  from: number;
  to: number;
  finding: Finding;
}

/** The findings that can be marked in one field, clamped into its length; an empty range cannot be seen and is left out. */
export function diagnosticsFor(findings: Finding[], where: "text" | "subject", length: number): Diagnostic[] {
  return findings.flatMap((finding, index) => {
    if (finding.where !== where || finding.start === null || finding.end === null) return [];
    const from = Math.max(0, Math.min(finding.start, length));
    const to = Math.max(from, Math.min(finding.end, length));
    return from === to ? [] : [{ number: index + 1, from, to, finding }];
  });
}

/** Apply one fix's edits to a text. They refer to the text before any of them and must not overlap. */
export function applyEdits(text: string, edits: Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((done, { start, end, replacement }) => done.slice(0, start) + replacement + done.slice(end), text);
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * The smallest replacement that turns one text into another, so that the cursor and the untouched part stay where they
 * are. Never cuts a surrogate pair in two. Null when nothing differs.
 */
export function difference(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1;
  return { start, end: before.length - tail, replacement: after.slice(start, after.length - tail) };
}

/** A finding's words, shortened in the middle for a list; cut between code points. */
export function excerpt(text: string, start: number, end: number, longest = 80): string {
  const points = [...text.slice(start, end).replace(/\s+/g, " ").trim()];
  if (points.length <= longest) return points.join("");
  const half = Math.floor((longest - 1) / 2);
  return `${points.slice(0, half).join("").trimEnd()} … ${points.slice(-half).join("").trimStart()}`;
}
