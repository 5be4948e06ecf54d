/**
 * Makes the snapshot that the next visit starts from: in a worker of its own, once the engine is up and the page has been
 * quiet for a while. It never sees a draft, and where it fails nobody notices.
 */
import type { Engine, WorkerLike } from "./client";
import { WIRE } from "./protocol";
import { whenIdle } from "./rest";

/** Milliseconds of quiet after the start; a reader who has just begun to type should not share the processor. */
const QUIET = 3_000;
/** Milliseconds after which a worker that has not finished is ended. */
const PATIENCE = 120_000;

interface Thrifty {
  connection?: { saveData?: boolean };
  /** Gigabytes, rounded. */
  deviceMemory?: number;
}

/** A second Python for a moment is too much for a small device, and keeping it too much for a thrifty reader. */
function isAffordable(): boolean {
  const { connection, deviceMemory = 4 } = navigator as Navigator & Thrifty;
  try {
    return typeof caches !== "undefined" && !connection?.saveData && deviceMemory > 1;
  } catch {
    return false; // some browsers refuse the very question where storage is switched off
  }
}

export function keepForNextVisit(engine: Engine, createWorker: () => WorkerLike, manifest: string): void {
  if (!isAffordable()) return;
  const stop = engine.subscribe((state) => {
    if (state.name !== "ready") return;
    setTimeout(() => stop(), 0);
    if (!state.restored) setTimeout(() => void whenIdle().then(() => make(createWorker, manifest)), QUIET);
  });
}

function make(createWorker: () => WorkerLike, manifest: string): void {
  try {
    const worker = createWorker();
    const end = setTimeout(() => worker.terminate(), PATIENCE);
    const done = (): void => (clearTimeout(end), worker.terminate());
    worker.onmessage = ({ data }) => "event" in data && (data.event === "kept" || data.event === "fatal") && done();
    worker.onerror = (event) => (event.preventDefault(), done());
    worker.postMessage({ event: "start", v: WIRE, manifest, keep: true });
  } catch {
    // No second worker: the next visit starts plainly.
  }
}
