/**
 * The module worker in which Python lives. It starts once, on a `start` message, reports each stage, then answers
 * requests one after the other: a JSON string in, a JSON string out, so that no Python object leaks.
 *
 * Later visits take back a snapshot of Python's memory. It is made by a worker of its own (`keep`), which never sees a draft.
 */
import { BootFailure, fetchJson } from "./download";
import { type Answer, type EngineRequest, type Fault, MANIFEST, type Manifest, type Stage, type StartMessage, WIRE, type WorkerMessage } from "./protocol";
import { fetchLater, type Pyodide, startFrom, startPlainly } from "./python";
import { emptied, rehearse } from "./rehearse";
import * as snapshot from "./snapshot";

type Handle = (request: string) => string;

let handle: Handle | undefined;
let starting = false;
/** The parts that only some drafts need: none wanted yet, on their way, or here. */
let later: { fetch: () => Promise<void>; under?: Promise<void>; here: boolean } | undefined;

/** Deletes the snapshot that this engine came from: where it fails, the next one must not come from it again. */
let forgetRestored: (() => Promise<void>) | undefined;
/** Milliseconds after which taking back a snapshot is given up: it takes half a second at most where it works. */
const RESTORE_WITHIN = 15_000;

const tell = (message: WorkerMessage): void => self.postMessage(message);
const stage = (name: Stage, loaded = 0, total = 0): void => tell({ event: "boot", stage: name, loaded, total });
const stages = {
  download: (loaded: number, total: number): void => stage("download", loaded, total),
  python: (): void => stage("python"),
  engine: (): void => stage("engine"),
};

const bridgeOf = (python: Pyodide): Handle => python.pyimport("guide_engine.bridge").handle as Handle;

const tooLong = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error("the snapshot did not come up")), RESTORE_WITHIN));

/** Python from the snapshot of this build, or null where there is none that can be taken back. */
async function restored(base: string, manifest: Manifest): Promise<Pyodide | null> {
  const kept = await snapshot.open(base, manifest);
  if (!kept) return null;
  stage("python");
  try {
    const python = await Promise.race([startFrom(kept.memory, base, manifest), tooLong()]);
    forgetRestored = () => snapshot.forget(base);
    return python;
  } catch {
    // Damaged, of another make of browser, or too much for this one: whatever it was, the plain way is still open.
    await snapshot.forget(base);
    return null;
  }
}

async function start(message: StartMessage): Promise<void> {
  if (typeof WebAssembly === "undefined") throw new BootFailure("wasm", "no WebAssembly");
  if ((message.v ?? WIRE) !== WIRE) throw new BootFailure("version", "an older or newer page");
  const base = new URL("./", message.manifest).href;
  const manifest = await fetchJson<Manifest>(message.manifest);
  if (manifest.v !== MANIFEST) throw new BootFailure("version", "an older or newer build");
  if (message.keep) return keep(base, manifest);
  const again = await restored(base, manifest);
  const python = again ?? (await startPlainly(base, manifest, stages));
  handle = bridgeOf(python);
  later = { fetch: () => fetchLater(python, base, manifest, again !== null), here: false };
  tell({ event: "boot", stage: "ready", loaded: 0, total: 0, restored: again !== null });
  // After what waits in the page: the first check has the way to itself.
  setTimeout(() => void bringLater().catch(() => undefined), 200);
}

/** Make a snapshot of an engine that has worked a little, and end. */
async function keep(base: string, manifest: Manifest): Promise<void> {
  let kept = await snapshot.exists(base, manifest);
  if (!kept) {
    const python = await startPlainly(base, manifest, stages, true);
    await fetchLater(python, base, manifest, false);
    rehearse(python, bridgeOf(python));
    kept = await snapshot.save(base, manifest, emptied(python).makeMemorySnapshot());
  }
  tell({ event: "kept", kept });
  self.close();
}

function bringLater(): Promise<void> {
  later!.under ??= later!.fetch().then(
    () => void (later!.here = true),
    (error: unknown) => {
      delete later!.under; // the next draft that needs them tries again
      throw error;
    },
  );
  return later!.under;
}

function fail(error: unknown): void {
  const fault: Fault = error instanceof BootFailure ? error.fault : "python";
  void Promise.resolve(forgetRestored?.()).finally(() => {
    tell({ event: "fatal", fault });
    self.close();
  });
}

const ask = (request: EngineRequest): Answer => JSON.parse(handle!(JSON.stringify(request))) as Answer;

/** Answer; where that fails while parts are still on their way, wait for them and try again. */
async function answer(request: EngineRequest): Promise<void> {
  let found = ask(request);
  if (!found.ok && !later!.here) {
    tell({ event: "waiting" });
    try {
      await bringLater();
      found = ask(request);
    } catch (error) {
      if (!(error instanceof BootFailure)) throw error;
      const message = "A part of the checker that this needs did not arrive. See that you are online, then change the draft to try again.";
      found = { v: request.v, id: request.id, ok: false, error: { message, field: null } };
    }
  }
  tell(found);
}

self.addEventListener("message", ({ data }: MessageEvent<EngineRequest | StartMessage>) => {
  if ("method" in data) {
    // `handle` itself never raises: if it does, the interpreter is gone.
    answer(data).catch(fail);
  } else if (!starting) {
    starting = true;
    start(data).catch(fail);
  }
});
