/** The draft in hand: what the person wrote, what is known about it, and its only copy outside the page's memory. */
import type { Draft, Example } from "./protocol";

/** Key in the tab's own session storage. No other place ever holds a draft. */
const KEY = "mcg-draft-1";

export const EMPTY: Draft = { text: "" };

/** Drop fields without a value, and count line breaks as the editor does, as one unit each. */
export function tidy(draft: Draft): Draft {
  const kept = Object.entries({ ...draft, text: draft.text.replace(/\r\n?/g, "\n") }).filter(
    ([key, value]) => key === "text" || (value !== undefined && value !== "" && !(Array.isArray(value) && !value.length)),
  );
  return Object.fromEntries(kept) as unknown as Draft;
}

/** The reader's own calendar day, YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What is sent to the engine: the draft with the reader's day, unless an example brought a day of its own. */
export const forEngine = (draft: Draft): Draft => tidy({ today: today(), ...draft });

export const fromExample = (example: Example): Draft => ({ ...example.context, text: example.text });

/** Code points, as people count characters in other languages and emoji; not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Keeps the draft over a reload of this tab. Storage that is refused or full is no error: the draft stays in the page. */
export const tabStore = {
  load(): Draft {
    try {
      const saved = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Draft | null;
      return saved && typeof saved.text === "string" ? saved : EMPTY;
    } catch {
      return EMPTY;
    }
  },
  save(draft: Draft): void {
    try {
      if (draft.text === "" && Object.keys(tidy(draft)).length === 1) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, JSON.stringify(tidy(draft)));
    } catch {
      // The page itself still holds the draft.
    }
  },
  wipe(): void {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nothing was stored then.
    }
  },
};

/** Text files up to this many bytes are opened; the engine itself refuses more. */
export const LARGEST_FILE = 1_000_000;

/** Read a text file the person chose. Nothing is sent anywhere. Rejects with a plain sentence. */
export async function readTextFile(file: File): Promise<string> {
  if (file.size > LARGEST_FILE) throw new Error("This file is larger than 1 MB. A message to a buyer is far shorter.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error("This file is not plain text in UTF-8. Save it as a .txt file, or paste its text.");
  }
}
