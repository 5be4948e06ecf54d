/** The tools' words for the engine's terms, in the reader's language. */
import type { Severity, Status } from "./protocol";

/** What a finding's severity means for the message; the same words as on the rules' pages. */
export const SEVERITY: Record<Severity, string> = {
  error: "Stops the message",
  warning: "Look again",
  info: "Good to know",
};

export const STATUS: Record<Status, { label: string; means: string }> = {
  documented: { label: "Amazon says so itself.", means: "" },
  restated: { label: "Others say so.", means: "We did not find it in Amazon’s own words." },
  contested: { label: "Sources disagree.", means: "The rule’s page shows each side." },
  retired: { label: "No longer in force.", means: "Old advice still repeats it." },
};

/** Reasons for a message, in the engine's order; the empty one is the default. */
export const REASONS: [value: string, label: string][] = [
  ["", "Not chosen"],
  ["customization", "Confirm a custom design"],
  ["delivery-scheduling", "Arrange the delivery"],
  ["address-problem", "Problem with the address"],
  ["order-problem", "Problem with the order"],
  ["return", "A return"],
  ["invoice", "Send an invoice"],
  ["warranty", "Warranty"],
  ["safety", "Safety or a recall"],
  ["legal-disclosure", "Something the law requires"],
  ["digital-key", "A code or key for a digital item"],
  ["service", "Home service appointment"],
  ["product-question", "A question about the product"],
  ["review-request", "Ask for a review"],
  ["other", "Something else"],
];

export const plural = (count: number, { one, many }: { one: string; many: string }): string => `${count} ${count === 1 ? one : many}`;

/** "2026-11" → "November 2026"; anything else as it is. */
export function monthName(month: string): string {
  const [year, number] = month.split("-").map(Number);
  if (!year || !number) return month;
  return new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, number - 1));
}

/** "12.3 MB"; decimal, one digit. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** "2 stop the message, 1 to look at again" without the zeros; empty where there is nothing. */
export function countsLine(counts: Record<Severity, number>): string {
  const parts: [number, string][] = [
    [counts.error, counts.error === 1 ? "stops the message" : "stop the message"],
    [counts.warning, "to look at again"],
    [counts.info, "good to know"],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(", ");
}
