/** Where a deadline stands at this moment, in words: the part of the reply clock that changes by the minute. */
import type { Deadline } from "./protocol";
import { daysBetween, inWords } from "./spans";
import { dayAt } from "./zones";

/** `waiting` has not opened yet, `soon` ends within six hours or today, `over` is past. */
export type Standing = "waiting" | "open" | "soon" | "over";

export interface Left {
  standing: Standing;
  /** "in 3 hours 20 minutes" */
  said: string;
}

const SOON = 6 * 3_600_000;

/** An instant ends in Z; a plain day is still inside the window. */
export const isInstant = (ends: string): boolean => ends.endsWith("Z");

/** How long is left of a window, for clocks in `zone`. */
export function left(window: Pick<Deadline, "opens" | "ends">, zone: string, now: number): Left {
  return isInstant(window.ends) ? leftOfInstant(Date.parse(window.ends), now) : leftOfDays(window.opens, window.ends, dayAt(zone, now));
}

function leftOfInstant(ends: number, now: number): Left {
  const rest = ends - now;
  if (rest <= 0) return { standing: "over", said: rest > -60_000 ? "just now" : `${inWords(-rest)} ago` };
  return { standing: rest <= SOON ? "soon" : "open", said: `in ${inWords(rest)}` };
}

/** The same as a sentence of its own: "In 3 hours 20 minutes", "This ended 2 days ago.", "It began 1 hour ago." */
export function leftSentence({ standing, said }: Left, begins: boolean): string {
  if (standing === "over") return `${begins ? "It began" : "This ended"} ${said}.`;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);

function leftOfDays(opens: string | null, ends: string, today: string): Left {
  if (opens && today < opens) return { standing: "waiting", said: `opens in ${days(daysBetween(today, opens))}` };
  const rest = daysBetween(today, ends);
  if (rest < 0) return { standing: "over", said: `${days(-rest)} ago` };
  if (rest === 0) return { standing: "soon", said: "today is the last day" };
  return { standing: "open", said: `in ${days(rest)}` };
}
