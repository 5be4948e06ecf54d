/** From a walkthrough or a template into the checker, in the same tab and never by the address. */
import { tabStore, tidy } from "./draft";
import type { Draft } from "./protocol";

/** Key in the tab's own session storage; the checker takes it away when it opens. */
const KEY = "mcg-handover-1";

export interface Handover {
  draft: Draft;
  /** What the reader is told when the checker opens with it. */
  said: string;
}

/** Lay a whole draft ready for the checker. False where the browser keeps nothing: then the page must say so. */
export function handOver(handover: Handover): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...handover, draft: tidy(handover.draft) }));
    return true;
  } catch {
    return false;
  }
}

/** Lay circumstances ready: the words that are in the checker already stay. */
export function handOverContext(context: Partial<Draft>): boolean {
  const { text, subject } = tabStore.load();
  const draft: Draft = { ...context, text, ...(subject === undefined ? {} : { subject }) };
  return handOver({ draft, said: "The circumstances are filled in." });
}

/** Whether something is laid ready. */
export function isHandedOver(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** What was laid ready, once. */
export function takeHandover(): Handover | null {
  try {
    const saved = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Handover | null;
    sessionStorage.removeItem(KEY);
    return saved && typeof saved.draft?.text === "string" && typeof saved.said === "string" ? saved : null;
  } catch {
    return null;
  }
}
