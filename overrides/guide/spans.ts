/** Lengths of time and days, in words. */
import { plural } from "./words";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "3 hours 20 minutes", "2 days 1 hour", "less than a minute". Rounded down, so that nobody is told of time that is gone. */
export function inWords(milliseconds: number): string {
  const [days, hours, minutes] = [Math.floor(milliseconds / DAY), Math.floor((milliseconds % DAY) / HOUR), Math.floor((milliseconds % HOUR) / MINUTE)];
  const said = [
    days && plural(days, { one: "day", many: "days" }),
    hours && plural(hours, { one: "hour", many: "hours" }),
    !days && minutes && plural(minutes, { one: "minute", many: "minutes" }),
  ].filter(Boolean);
  return said.join(" ") || "less than a minute";
}

/** Whole days from one calendar day to another, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** English as the reader's device writes it: with a 12- or a 24-hour clock. */
const locale = (): string => (typeof navigator !== "undefined" && navigator.language?.startsWith("en") ? navigator.language : "en-GB");

/** "Tuesday 24 November 2026 at 09:30", as the clocks of a zone show it. */
export function momentName(zone: string, instant: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "full", timeStyle: "short", timeZone: zone }).format(instant);
}

/** "09:30" */
export const hourName = (zone: string, instant: number): string => new Intl.DateTimeFormat(locale(), { timeStyle: "short", timeZone: zone }).format(instant);

/** "Tuesday 24 November 2026" for YYYY-MM-DD. */
export const dayName = (day: string): string => new Intl.DateTimeFormat(locale(), { dateStyle: "full", timeZone: "UTC" }).format(Date.parse(day));
