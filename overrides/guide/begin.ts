/**
 * When Python starts for the checker: at once where something waits for a verdict. Else with the first sign that somebody is
 * about to write, or once the page has come to rest: until then the page itself needs the machine.
 */
import type { Engine } from "./client";
import { tabStore } from "./draft";
import { exampleInFragment } from "./examples";
import { isHandedOver } from "./handover";
import { whenIdle } from "./rest";

const SIGNS = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "dragenter"] as const;

/** A draft, an example or what another tool has laid ready; or the head of the page has begun already (early.ts). */
function isAwaited(): boolean {
  if (globalThis.mcgEarly) return true;
  const { text, subject } = tabStore.load();
  return Boolean(text.trim() || subject) || exampleInFragment(location.hash) !== null || isHandedOver();
}

/** At once, or with the first sign anywhere on the page. */
export function beginWhenAwaited(engine: Engine): void {
  if (isAwaited()) return engine.start();
  const heard = new AbortController();
  const begin = (): void => {
    heard.abort();
    engine.start();
  };
  for (const sign of SIGNS) addEventListener(sign, begin, { capture: true, passive: true, signal: heard.signal });
}

/** The tool stands on the page: Python starts when the browser has nothing better to do. */
export async function beginAtRest(engine: Engine): Promise<void> {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  await whenIdle();
  engine.start();
}
