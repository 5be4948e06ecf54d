/**
 * A page past its review date says so. The build writes the day from which its claims must be checked again; whether
 * that day has come, only the reader's browser knows, because a page may stand unchanged for years.
 */

/** `2027-11-23`, in the reader's own time zone. */
export const dayOf = (now: Date): string =>
  [String(now.getFullYear()).padStart(4, "0"), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");

/** Has the day come? A value that is no day never comes. Days as `YYYY-MM-DD`, which sort as text. */
export const isPastReview = (from: string, now: Date): boolean => /^\d{4}-\d\d-\d\d$/.test(from) && dayOf(now) >= from;

/** Put the note under the page's title, once, with the date as the page's last line has it. */
export function sayIfPastReview(page: Document, now: Date): void {
  const line = page.querySelector<HTMLElement>("[data-review-from]");
  const title = page.querySelector("article h1");
  if (!line || !title || page.querySelector(".mcg-past-review") || !isPastReview(line.dataset["reviewFrom"] ?? "", now)) return;
  const note = page.createElement("p");
  note.className = "mcg-past-review";
  const date = line.querySelector("time")?.textContent ?? "";
  note.textContent = `This page was last checked on ${date}. That is a year ago or more. Menus and rules may have changed since.`;
  title.after(note);
}
