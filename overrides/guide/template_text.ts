/** The message of a template in stretches: what is shown, what is checked, and which words a finding or a fix belongs to. */
import { applyEdits, difference } from "./positions";
import type { Finding, Fix, Segment, Severity, TemplateData, TemplateField } from "./protocol";

export type Values = Record<string, string>;

const BLANK = /\{([a-z][a-z0-9_]*)\}/;

/** The message before the engine is awake: values as typed, open blanks as marks. Never copied, never checked. */
export function provisional({ body, fields }: Pick<TemplateData, "body" | "fields">, values: Values): Segment[] {
  const labels = new Map(fields.map((field) => [field.name, field.label]));
  return body
    .split(new RegExp(BLANK, "g"))
    .map((part, index): Segment => {
      if (index % 2 === 0) return { text: part, field: null, filled: true };
      const value = values[part]?.trim();
      return { text: value || `[${labels.get(part) ?? part}]`, field: part, filled: Boolean(value) };
    })
    .filter(({ text }) => text !== "");
}

/** A stretch of the checked text and where it lies there, in UTF-16 units. */
export interface Stretch extends Segment {
  start: number;
  end: number;
}

/**
 * The text that is checked. While blanks are open, the template's own example stands in them, so that the checker judges
 * what the person wrote and not the holes; the stretches say which words are whose.
 */
export function standIn(segments: Segment[], example: ReadonlyMap<string, string>): { text: string; stretches: Stretch[] } {
  let text = "";
  const stretches = segments.map((segment) => {
    const start = text.length;
    text += segment.filled ? segment.text : (example.get(segment.field ?? "") ?? segment.text);
    return { ...segment, start, end: text.length };
  });
  return { text, stretches };
}

/**
 * Where findings on an older text lie in a newer one, until the newer one is judged: those before a change stay, those
 * behind it move along, those it touches are gone. Their numbers stay with them.
 */
export function carried(findings: Finding[], before: string, after: string): Finding[] {
  const change = difference(before, after);
  if (!change) return findings;
  const by = after.length - before.length;
  return findings.map((finding) => {
    const { start, end } = finding;
    if (start === null || end === null || end <= change.start) return finding;
    return start >= change.end ? { ...finding, start: start + by, end: end + by } : { ...finding, start: null, end: null };
  });
}

/** A part of the preview: plain, or under the finding with this number. `last` is where the number is shown. */
export interface Piece {
  text: string;
  number: number | null;
  severity: Severity | null;
  last: boolean;
}

/** Cut one stretch where findings begin and end; of several over the same words the first counts. */
export function pieces(stretch: Stretch, findings: Finding[]): Piece[] {
  if (!stretch.filled) return [{ text: stretch.text, number: null, severity: null, last: false }];
  const ranges = findings.flatMap((finding, index) => {
    if (finding.where !== "text" || finding.start === null || finding.end === null) return [];
    const { start, end } = { start: Math.max(finding.start, stretch.start), end: Math.min(finding.end, stretch.end) };
    return start < end ? [{ start, end, number: index + 1, severity: finding.severity, closes: finding.end <= stretch.end }] : [];
  });
  const cuts = [...new Set([stretch.start, stretch.end, ...ranges.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!;
    const over = ranges.find((range) => range.start <= start && end <= range.end);
    const text = stretch.text.slice(start - stretch.start, end - stretch.start);
    return { text, number: over?.number ?? null, severity: over?.severity ?? null, last: Boolean(over?.closes && over.end === end) };
  });
}

/** The blank whose words a finding lies in, the first one it touches; null where it lies in the template's own words. */
export function fieldOf(finding: Finding, stretches: Stretch[]): string | null {
  if (finding.where !== "text" || finding.start === null || finding.end === null) return null;
  const touched = stretches.filter(({ start, end }) => start < finding.end! && finding.start! < end);
  return touched.find(({ field }) => field !== null)?.field ?? null;
}

/** Kinds whose words stand in the message as they were typed: only there can a fix be put back into its field. */
const AS_TYPED: ReadonlySet<string> = new Set(["name", "text", "money"]);

/** What a fix makes of one field's value, or null where it reaches beyond that field. */
export function mended(fix: Fix, stretches: Stretch[], fields: TemplateField[]): { field: string; value: string } | null {
  const home = stretches.find(({ field, filled, start, end }) => field !== null && filled && fix.edits.every((edit) => start <= edit.start && edit.end <= end));
  const kind = fields.find(({ name }) => name === home?.field)?.kind;
  if (!home?.field || !fix.edits.length || !kind || !AS_TYPED.has(kind)) return null;
  const edits = fix.edits.map((edit) => ({ ...edit, start: edit.start - home.start, end: edit.end - home.start }));
  const value = applyEdits(home.text, edits).trim();
  // An empty field is no mended one: the person has to say it in other words.
  return value === "" ? null : { field: home.field, value };
}

/** "112 1234567 1234567" and "11212345671234567" as the order page writes it; anything else as it is. */
export function tidyOrderId(value: string): string {
  const digits = value.replace(/[\s‐-―-]/g, "");
  return /^\d{17}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3, 10)}-${digits.slice(10)}` : value;
}

/** An engine's sentence without the label it begins with: beside the field the label is there already. */
export function withoutLabel(message: string, label: string): string {
  if (!message.startsWith(`${label}: `)) return message;
  const rest = message.slice(label.length + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** "Item", "Item and Order number", "Item, Order number and Your name". */
export function listed(names: string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
