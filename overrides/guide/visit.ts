/** The one engine of a visit. */
import { readAhead } from "./ahead";
import { Engine, type WorkerLike } from "./client";
import type { Config } from "./config";
import { restWhileHidden } from "./hidden";

export function engineOf(config: Config): Engine {
  const createWorker = (): WorkerLike => new Worker(config.worker, { type: "module", name: "message-center-guide" });
  const engine = new Engine({ manifest: config.manifest, createWorker, readAhead: () => readAhead(config.manifest), reload: () => location.reload() });
  restWhileHidden(engine);
  return engine;
}
