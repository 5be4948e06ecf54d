/** The one engine of a visit. */
import { type Ahead, readAhead } from "./ahead";
import { Engine, type WorkerLike } from "./client";
import type { Config } from "./config";
import type { Early } from "./early";
import { restWhileHidden } from "./hidden";

/** A worker that the page's head has started already: the engine hears what it has said so far, once it listens. */
function takeOver({ worker, heard }: Early): WorkerLike {
  queueMicrotask(() => heard.forEach((event) => worker.onmessage?.(event)));
  return worker;
}

export function engineOf(config: Config): Engine {
  /** For the first start only, where the head of the page has begun one. */
  let early = globalThis.mcgEarly;
  let begun = false;
  const createWorker = (): WorkerLike => {
    const found = early?.broken ? undefined : early;
    early = undefined;
    begun = found !== undefined;
    return found ? takeOver(found) : new Worker(config.worker, { type: "module", name: "message-center-guide" });
  };
  // An early worker has been told already what is kept; it passes over a second start.
  const ahead = (): Ahead | null => (begun ? null : readAhead(config.manifest));
  const engine = new Engine({ manifest: config.manifest, createWorker, readAhead: ahead, reload: () => location.reload() });
  restWhileHidden(engine);
  return engine;
}
