/**
 * In the head of the checker's page, as the only script before the page itself: on a later visit everything is at hand, so
 * Python starts while the browser still reads and draws the page. The visit's engine takes the worker over (visit.ts). On a
 * first visit this does nothing: the page comes first.
 */
import { manifestInPage } from "./ahead";
import { type StartMessage, WIRE, type WorkerMessage } from "./protocol";

export interface Early {
  worker: Worker;
  /** What it has said until somebody takes it over. */
  heard: MessageEvent<WorkerMessage>[];
  /** Its script did not come. */
  broken: boolean;
}

declare global {
  var mcgEarly: Early | undefined;
}

function begin(root: string): void {
  const known = manifestInPage();
  if (!known || !navigator.serviceWorker?.controller) return;
  const worker = new Worker(new URL("assets/guide/worker.js", root), { type: "module", name: "message-center-guide" });
  const early: Early = { worker, heard: [], broken: false };
  worker.onmessage = (event) => early.heard.push(event);
  worker.onerror = () => (early.broken = true);
  globalThis.mcgEarly = early;
  const start: StartMessage = { event: "start", v: WIRE, manifest: new URL("assets/python/manifest.json", root).href, known, alone: true };
  worker.postMessage(start);
}

try {
  begin(new URL(document.currentScript!.dataset["base"]!, document.baseURI).href);
} catch {
  // The page starts Python as on a first visit, and says what is the matter.
}
