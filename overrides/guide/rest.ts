/** When work for a later visit may begin: not while the reader waits for something. */
import type { Engine } from "./client";

/** Milliseconds after the page has loaded; whoever only passes through has gone on by then. */
const PASSING_THROUGH = 2_000;
/** Milliseconds after which a browser that is never idle is asked anyway. */
const BUSY = 5_000;

export const whenIdle = (): Promise<void> =>
  new Promise((done) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => done(), { timeout: BUSY });
    else setTimeout(done, 0);
  });

/** The page has loaded, no engine is on its way any more, and the browser has nothing better to do. */
export async function atRest(engine: () => Promise<Engine> | undefined): Promise<void> {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  await new Promise((done) => setTimeout(done, PASSING_THROUGH));
  await (await engine())?.settled();
  await whenIdle();
}
