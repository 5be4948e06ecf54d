/** The one engine of a visit, and what is prepared for the next visit. */
import { Engine, type WorkerLike } from "./client";
import type { Config } from "./config";
import { restWhileHidden } from "./hidden";
import { keepForNextVisit } from "./next_visit";

export function engineOf(config: Config): Engine {
  const createWorker = (): WorkerLike => new Worker(config.worker, { type: "module", name: "message-center-guide" });
  const engine = new Engine({ manifest: config.manifest, createWorker, reload: () => location.reload() });
  keepForNextVisit(engine, createWorker, config.manifest);
  restWhileHidden(engine);
  return engine;
}
