/**
 * Between what a clock on the wall shows and the instant it means, in any time zone, by the browser's own zone tables.
 *
 * A wall time is "2026-10-25T02:30", as a datetime-local field gives it. Instants are milliseconds since 1970 in UTC. In
 * the night when the clocks go back an hour is there twice, and when they go forward one is not there at all: both are
 * told, never guessed in silence.
 */

const DAY = 86_400_000;

export type WhenKind = "once" | "twice" | "never";

/** What a wall time means: one instant; two, the earlier first; or, for an hour left out, the instant it slips to. */
export interface When {
  kind: WhenKind;
  instants: number[];
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Parts of an instant as numbers. Raises RangeError where the browser does not know the zone. */
function parts(zone: string, instant: number): Record<string, number> {
  let format = formats.get(zone);
  if (!format) {
    const numeric = "numeric" as const;
    format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { timeZone: zone, hourCycle: "h23", year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(zone: string, instant: number): number {
  const at = parts(zone, instant);
  const wall = Date.UTC(at["year"]!, at["month"]! - 1, at["day"], at["hour"], at["minute"], at["second"]);
  return wall - Math.floor(instant / 1000) * 1000;
}

const WALL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/;

/** A wall time as if it were UTC, or null where it is none, such as the 30th of February. */
function asUtc(wall: string): number | null {
  const found = WALL.exec(wall);
  if (!found) return null;
  const [year, month, day, hour, minute] = found.slice(1).map(Number) as [number, number, number, number, number];
  const guess = Date.UTC(year, month - 1, day, hour, minute);
  return new Date(guess).toISOString().startsWith(wall.slice(0, 16)) ? guess : null;
}

/** The instants that a wall time means in a zone; null where it is no date and time. */
export function whenIs(zone: string, wall: string): When | null {
  const guess = asUtc(wall);
  if (guess === null) return null;
  // No zone is further than a day from UTC, and none changes its clocks twice in two days.
  const [before, after] = [offsetAt(zone, guess - DAY), offsetAt(zone, guess + DAY)];
  const instants = [...new Set([before, after])].map((offset) => guess - offset).filter((instant) => instant + offsetAt(zone, instant) === guess);
  if (instants.length === 2) return { kind: "twice", instants: instants.sort((a, b) => a - b) };
  if (instants.length === 1) return { kind: "once", instants };
  // The clocks jumped over it: count on from before the jump, as every calendar does.
  return { kind: "never", instants: [guess - before] };
}

/** What the clock on the wall shows at an instant, to the minute. */
export function wallAt(zone: string, instant: number): string {
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 16);
}

/** The calendar day at an instant, YYYY-MM-DD. */
export const dayAt = (zone: string, instant: number): string => wallAt(zone, instant).slice(0, 10);

/** By how much the clocks of a zone are moved between two instants, in milliseconds; 0 where they are not. */
export const movedBetween = (zone: string, from: number, to: number): number => offsetAt(zone, to) - offsetAt(zone, from);

/** "UTC+2", "UTC−3:30" or "UTC". */
export function offsetName(zone: string, instant: number): string {
  const minutes = Math.round(offsetAt(zone, instant) / 60_000);
  if (!minutes) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

/** "America/Argentina/Buenos_Aires" → "Buenos Aires, Argentina"; "UTC" as it is. */
export function placeName(zone: string): string {
  const [, ...rest] = zone.split("/");
  return (rest.length ? rest.reverse().join(", ") : zone).replaceAll("_", " ");
}

/** Every zone the browser knows, by region, both in the order of the alphabet; `own` is in it whatever happens. */
export function zonesByRegion(own: string): Map<string, string[]> {
  const known = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
  const regions = new Map<string, string[]>();
  for (const zone of [...new Set([...known, own, "UTC"])].sort()) {
    const region = zone.includes("/") ? zone.slice(0, zone.indexOf("/")) : "Other";
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return regions;
}

/** Whether the browser can count in this zone. */
export function isZone(zone: unknown): zone is string {
  try {
    return typeof zone === "string" && zone !== "" && Number.isFinite(offsetAt(zone, 0));
  } catch {
    return false;
  }
}
