/**
 * The module worker in which Python lives. It starts once, on a `start` message, reports each stage, then answers
 * requests one after the other: a JSON string in, a JSON string out, so that no Python object leaks.
 *
 * It starts from the memory that the build made, where the browser takes that back, else from the library's own files.
 */
import { keepCompiled } from "./compiled";
import { BootFailure, fetchJson } from "./download";
import { openKept, orNull, readKept } from "./kept";
import { type Answer, type EngineRequest, type Fault, type Kept, type KeptMessage, MANIFEST, type Manifest, type PrepareMessage, type Stage, type StartMessage, WIRE, type WorkerMessage } from "./protocol";
import { comeSoon, fetchLater, startFromMemory, startPlainly } from "./python";
import { Remainder } from "./remainder";

type Handle = (request: string) => string;

/** Milliseconds after the start. */
const AFTER_FIRST_CHECK = 500;

let handle: Handle | undefined;
let starting = false;
let giveKept: (kept: Kept | null) => void;
/** Comes from the page, where it has said that it knows the manifest. */
const given = new Promise<Kept | null>((resolve) => (giveKept = resolve));
/** The parts that only some drafts need: none wanted yet, on their way, or here. */
let later: { fetch: () => Promise<void>; under?: Promise<void>; here: boolean } | undefined;
/** Where Python's machine code came from, and what of it comes later. */
let code = "";
let remainder: Remainder | undefined;
/** When the page last asked something, as `performance.now()` counts. */
let asked = 0;

const tell = (message: WorkerMessage): void => self.postMessage(message);
const stage = (name: Stage, loaded = 0, total = 0): void => tell({ event: "boot", stage: name, loaded, total });
const stages = {
  download: (loaded: number, total: number): void => stage("download", loaded, total),
  python: (): void => stage("python"),
  engine: (): void => stage("engine"),
};

/** The files to start from, and those of them that are kept, where there are any. */
interface Found {
  manifest: Manifest;
  kept: Promise<Kept | null> | null;
}

async function whatPageSays({ known, manifest }: StartMessage): Promise<Found> {
  if (known) return { manifest: known, kept: given };
  return { manifest: await fetchJson<Manifest>(manifest), kept: null };
}

/** Without the page, which reads and draws itself meanwhile. An older page's files may be gone: then the host is asked. */
async function lookForKept(base: string, known: Manifest, url: string): Promise<Found> {
  comeSoon(base, known);
  const opened = await orNull(openKept(base, known));
  if (opened) return { manifest: known, kept: orNull(readKept(opened)) };
  return { manifest: await fetchJson<Manifest>(url), kept: null };
}

async function start(message: StartMessage): Promise<void> {
  if (typeof WebAssembly === "undefined") throw new BootFailure("wasm", "no WebAssembly");
  if ((message.v ?? WIRE) !== WIRE) throw new BootFailure("version", "an older or newer page");
  const base = new URL("./", message.manifest).href;
  const { manifest, kept } = message.known && message.alone ? await lookForKept(base, message.known, message.manifest) : await whatPageSays(message);
  if (manifest.v !== MANIFEST) throw new BootFailure("version", "an older or newer build");
  remainder = new Remainder(base, manifest.files["remainder"]!);
  const build = { base, manifest, remainder };
  const again = message.plainly ? null : await startFromMemory(build, stages, kept);
  const python = again ?? (await startPlainly(build, stages));
  handle = python.pyimport("guide_engine.bridge").handle as Handle;
  later = { fetch: () => fetchLater(python, build, again !== null), here: false };
  code = new URL(manifest.files["wasm"]!.name, base).href;
  tell({ event: "boot", stage: "ready", loaded: 0, total: 0, restored: again !== null });
  // After what waits in the page: the first check has the way to itself.
  setTimeout(() => void bringLater().catch(() => undefined), AFTER_FIRST_CHECK);
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
  const reason = remainder?.failure ?? error;
  const fault: Fault = reason instanceof BootFailure ? reason.fault : "python";
  tell({ event: "fatal", fault });
  self.close();
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

async function prepare({ drafts }: PrepareMessage): Promise<void> {
  await bringLater();
  const check = (draft: unknown): void => void ask({ v: WIRE, id: 0, method: "check", params: draft });
  await keepCompiled(code, drafts, { check, asked: () => asked });
}

self.addEventListener("message", ({ data }: MessageEvent<EngineRequest | StartMessage | KeptMessage | PrepareMessage>) => {
  if ("method" in data) {
    asked = performance.now();
    // `handle` itself never raises: if it does, the interpreter is gone.
    answer(data).catch(fail);
  } else if (data.event === "kept") {
    giveKept(data.kept);
  } else if (data.event === "prepare") {
    prepare(data).catch(() => undefined); // the next visit starts as this one did
  } else if (!starting) {
    starting = true;
    start(data).catch(fail);
  }
});
