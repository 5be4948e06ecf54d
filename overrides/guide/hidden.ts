/** Python holds some 60 megabytes. A tab that nobody has looked at for long gives them back, and starts anew on return. */
import type { Engine } from "./client";

/** Milliseconds out of sight. Whoever only looks something up in another tab should find everything as it was. */
const LONG = 600_000;

export function restWhileHidden(engine: Engine): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(() => engine.rest(), LONG);
    else engine.wake();
  });
  // Browsers that put a hidden tab to sleep say so before: no timer runs after that.
  document.addEventListener("freeze", () => engine.rest());
}
