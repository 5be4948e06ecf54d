/**
 * In the worker, once for each build: has the browser keep Python's machine code in the form into which it compiled it, so
 * that the next visit need not compile it again.
 *
 * Chromium writes that form down beside what it fetched, where it compiles straight from there and enough of the code has
 * run often enough to be compiled for speed. A visit alone rarely gets so far: here the engine works through examples of
 * the catalog while nobody asks it anything. Other browsers pass all this over, and lose nothing.
 */
import { fetchJson } from "./download";
import { fromBrowser } from "./kept";
import type { Example } from "./protocol";

/** How many drafts make it enough, with some to spare. */
const DRAFTS = 150;
/** Milliseconds without a question from the page after which the next draft may be worked on. */
const QUIET = 1_500;
/** Milliseconds until the browser has written it all down. */
const WRITING = 5_000;
const NOTES = "message-center-guide: compiled";

type Drafts = Record<string, Omit<Example, "id">>;

/** The engine as it is used here, and when it was last asked by the page (as `performance.now()` counts). */
export interface Idle {
  check(draft: unknown): void;
  asked(): number;
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

async function whenQuiet(asked: () => number): Promise<void> {
  for (let left = 0; left >= 0; left = asked() + QUIET - performance.now()) await wait(Math.max(left, 0));
}

/** So many of them, from all parts of the catalog. */
export function spread<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(all.length / count, 1);
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[Math.floor(index * step)]!);
}

async function workThrough(drafts: Drafts, { check, asked }: Idle): Promise<void> {
  for (const { text, context } of spread(Object.values(drafts), DRAFTS)) {
    await whenQuiet(asked);
    check({ ...context, text });
  }
}

/** Rejects where the browser keeps nothing that it fetched, or one of the files does not come: then all stays as it was. */
export async function keepCompiled(code: string, drafts: string, engine: Idle): Promise<void> {
  const notes = await caches.open(NOTES);
  if (await notes.match(code)) return;
  // The same code once more, and this time nobody counts its bytes on the way: so it is tied to what the browser keeps.
  const module = await WebAssembly.compileStreaming(fromBrowser(code));
  await workThrough(await fetchJson<Drafts>(drafts), engine);
  await wait(WRITING);
  const folder = new URL("./", code).href;
  for (const { url } of await notes.keys()) if (url.startsWith(folder)) await notes.delete(url);
  await notes.put(code, new Response(String(WebAssembly.Module.exports(module).length)));
}
