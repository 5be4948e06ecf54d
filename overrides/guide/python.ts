/** Starts Pyodide from the memory that the build made or from our own files; nothing here knows what the engine does. */
import { BootFailure, fetchChecked, fetchCompiled, forget, isWhole, Progress } from "./download";
import { install, isArchive, type Pyodide } from "./install";
import { joinRest, putBack, WASM_PAGE, withoutDrawing } from "./machine";
import { Memory } from "./memory";
import type { Kept, Manifest } from "./protocol";
import type { Remainder } from "./remainder";

type Bytes = Uint8Array<ArrayBuffer>;
interface Loader {
  loadPyodide(options: Record<string, unknown>): Promise<Pyodide>;
}
/** What Pyodide makes its machine from, and the part of that machine that is used here. */
export interface Settings {
  API: { restoreSnapshot(snapshot: Bytes): unknown };
}
export type Glue = (settings: Settings) => Promise<Pyodide["_module"]>;
interface Scripts {
  loader: Loader;
  glue: { default: Glue };
}

/** What is started: the folder of its files, what is in them, and the machine code that comes later. */
export interface Build {
  base: string;
  manifest: Manifest;
  remainder: Remainder;
}

async function importScript<T>(base: string, manifest: Manifest, role: string): Promise<T> {
  try {
    return (await import(new URL(manifest.files[role]!.name, base).href)) as T;
  } catch (error) {
    throw new BootFailure("missing", String(error));
  }
}

async function importScripts(base: string, manifest: Manifest): Promise<Scripts> {
  const [loader, glue] = await Promise.all([
    importScript<Loader>(base, manifest, "loader"),
    importScript<{ default: Glue }>(base, manifest, "glue"),
  ]);
  return { loader, glue };
}

/** Let the browser fetch and compile Pyodide's scripts while something else is looked for; who needs them asks again. */
export function comeSoon(base: string, manifest: Manifest): void {
  importScripts(base, manifest).catch(() => undefined);
}

/**
 * Pyodide fetches its library and its machine code by fixed names and compiles the latter itself. Both are here already:
 * answer from them, and let nothing else out while Python starts.
 */
function answering(module: WebAssembly.Module, { bring }: Remainder, library: Bytes, prepare: (machine: WebAssembly.Memory) => void): () => void {
  const [realFetch, realInstantiate] = [self.fetch, WebAssembly.instantiateStreaming];
  self.fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input);
    return Promise.resolve(url.includes("python_stdlib") ? new Response(library) : new Response(null));
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const given = withoutDrawing(imports!);
    const instance = await WebAssembly.instantiate(module, given);
    joinRest(instance, given, bring);
    prepare(instance.exports["memory"] as WebAssembly.Memory);
    return { module, instance };
  };
  return () => {
    self.fetch = realFetch;
    WebAssembly.instantiateStreaming = realInstantiate;
  };
}

/** A memory that has grown fits only into one that has grown as much. */
export function makeRoom(own: WebAssembly.Memory, memory: Memory): void {
  const missing = Math.ceil((memory.size - own.buffer.byteLength) / WASM_PAGE);
  if (missing > 0) own.grow(missing);
  memory.note(own.buffer);
}

/** Pyodide would copy a whole memory: it gets its own notes only, and ours is put in place at that moment. */
export function takingBack(glue: Glue, memory: Memory): Glue {
  return async (settings) => {
    const machine = await glue(settings);
    const { API } = settings;
    const restore = API.restoreSnapshot;
    API.restoreSnapshot = (notes) => {
      const state = restore(notes);
      memory.fill(machine.HEAPU8);
      return state;
    };
    return machine;
  };
}

async function load(
  { base, manifest, remainder }: Build,
  { loader, glue }: Scripts,
  module: WebAssembly.Module,
  from: Memory | { library: Bytes; cold: Bytes },
): Promise<Pyodide> {
  const memory = from instanceof Memory ? from : undefined;
  const restore =
    from instanceof Memory
      ? answering(module, remainder, new Uint8Array(), (own) => makeRoom(own, from))
      : answering(module, remainder, from.library, (own) => putBack(from.cold, new Uint8Array(own.buffer)));
  try {
    return await loader.loadPyodide({
      indexURL: base,
      packageBaseUrl: base,
      stdLibURL: new URL("python_stdlib.zip", base).href,
      lockFileContents: manifest.lock,
      createPyodideModule: memory ? takingBack(glue.default, memory) : glue.default,
      // Python's own words could quote the draft: they go nowhere.
      stdout: () => undefined,
      stderr: () => undefined,
      ...(memory ? { _loadSnapshot: memory.notes } : {}),
    });
  } finally {
    restore();
  }
}

export interface Stages {
  download(loaded: number, total: number): void;
  python(): void;
  engine(): void;
}

function progressOver(manifest: Manifest, roles: string[], stages: Stages): Progress {
  const total = roles.reduce((sum, role) => sum + manifest.files[role]!.bytes, 0);
  stages.download(0, total);
  return new Progress(total, (loaded, all) => stages.download(loaded, all));
}

/** Milliseconds after which taking back a memory is given up: it takes half a second at most where it works. */
const WITHIN = 15_000;

const tooLong = (): Promise<never> => new Promise((_, reject) => setTimeout(() => reject(new Error("the memory did not come up")), WITHIN));

/** What a memory of another day and place must not keep: the state of the chance generator, where something uses it, and the time zone. */
export function renew(python: Pyodide): void {
  const { modules } = python.pyimport("sys");
  modules.get("random")?.seed();
  modules.get("time").tzset?.();
}

/** Null where this browser does not take the memory back, or something of it does not fit. */
async function takeBack(build: Build, scripts: Scripts, module: WebAssembly.Module, content: Bytes): Promise<Pyodide | null> {
  try {
    const python = await Promise.race([load(build, scripts, module, new Memory(content)), tooLong()]);
    renew(python);
    return python;
  } catch {
    return null;
  }
}

/** From what the page read out of the service worker's store. The hash is worked out beside the start and has the last word. */
async function startFromKept(build: Build, scripts: Scripts, { module, memory }: Kept): Promise<Pyodide | null> {
  const content = new Uint8Array(memory);
  const file = build.manifest.files["memory"]!;
  const [whole, python] = await Promise.all([isWhole(content, file), takeBack(build, scripts, module, content)]);
  if (!whole) await forget(new URL(file.name, build.base).href);
  return whole ? python : null;
}

/**
 * Start from the memory that the build made, everything fetched at once. Null where this browser does not take the memory back,
 * whatever the reason: then start plainly. Throws BootFailure where a file does not come.
 */
export async function startFromMemory(build: Build, stages: Stages, kept: Promise<Kept | null> | null): Promise<Pyodide | null> {
  const { base, manifest } = build;
  if (kept) {
    const [scripts, found] = await Promise.all([importScripts(base, manifest), kept]);
    stages.python();
    const python = found && (await startFromKept(build, scripts, found));
    if (python) return python;
  }
  const progress = progressOver(manifest, manifest.first, stages);
  const [scripts, module, content] = await Promise.all([
    importScripts(base, manifest),
    fetchCompiled(base, manifest.files["wasm"]!, progress),
    fetchChecked(base, manifest.files["memory"]!, progress),
  ]);
  stages.python();
  return takeBack(build, scripts, module, content);
}

/** Start from the library and the engine's archives: what there is where a memory is not taken back. */
export async function startPlainly(build: Build, stages: Stages): Promise<Pyodide> {
  const { base, manifest, remainder } = build;
  const progress = progressOver(manifest, manifest.plain, stages);
  const archives = manifest.plain.filter(isArchive);
  const [scripts, module, rest, cold, library, ...contents] = await Promise.all([
    importScripts(base, manifest),
    fetchCompiled(base, manifest.files["wasm"]!, progress),
    fetchCompiled(base, remainder.file, progress),
    fetchChecked(base, manifest.files["cold"]!, progress),
    fetchChecked(base, manifest.files["stdlib"]!, progress),
    ...archives.map((role) => fetchChecked(base, manifest.files[role]!, progress)),
  ]);
  stages.python();
  remainder.take(rest);
  const python = await load(build, scripts, module, { library, cold });
  stages.engine();
  install(
    python,
    archives.map((role, index) => [role, contents[index]!]),
  );
  return python;
}

/** What only some drafts need, and after a memory also what was imported from: fetched when the first check may run. */
export async function fetchLater(python: Pyodide, { base, manifest, remainder }: Build, restored: boolean): Promise<void> {
  const roles = [...(restored ? manifest.plain.filter((role) => !manifest.first.includes(role)) : []), ...manifest.later];
  const fetched = roles.filter((role) => role !== "remainder").map(async (role): Promise<[string, Bytes]> => [role, await fetchChecked(base, manifest.files[role]!)]);
  // What does not come now is fetched on the spot, should Python want it.
  if (restored) fetchCompiled(base, remainder.file).then((module) => remainder.take(module), () => undefined);
  const files = await Promise.all(fetched);
  const cold = files.findIndex(([role]) => role === "cold");
  if (cold >= 0) putBack(files.splice(cold, 1)[0]![1], python._module.HEAPU8);
  install(python, files);
}
