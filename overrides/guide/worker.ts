/**
 * The module worker in which Python lives. It starts once, on a `start` message, reports each stage, then answers
 * requests one after the other: a JSON string in, a JSON string out, so that no Python object leaks.
 */
import { BootFailure, fetchChecked, fetchJson, Progress } from "./download";
import type { Answer, BootEvent, EngineRequest, FatalEvent, Fault, Manifest, Stage, StartMessage } from "./protocol";

type Handle = (request: string) => string;
type Files = Map<string, Uint8Array<ArrayBuffer>>;
/** The few parts of Pyodide's interface that are used here. */
interface Pyodide {
  pyimport(name: string): { handle: Handle };
}
interface Loader {
  loadPyodide(options: Record<string, unknown>): Promise<Pyodide>;
}

/** Files that are imported by their address, not fetched. */
const SCRIPTS = ["loader", "glue"];

let handle: Handle | undefined;
let starting = false;

const tell = (message: Answer | BootEvent | FatalEvent): void => self.postMessage(message);
const stage = (name: Stage, loaded: number, total: number): void => tell({ event: "boot", stage: name, loaded, total });

/** Every file but the loader's two scripts, which are imported by their addresses. */
async function fetchAll(base: string, manifest: Manifest): Promise<Files> {
  const entries = Object.entries(manifest.files).flatMap(([role, file]) => (SCRIPTS.includes(role) ? [] : [file]));
  const total = entries.reduce((sum, file) => sum + file.bytes, 0);
  const progress = new Progress(total, (loaded, all) => stage("download", loaded, all));
  stage("download", 0, total);
  const contents = await Promise.all(entries.map((file) => fetchChecked(base, file, progress)));
  return new Map(entries.map((file, index) => [file.name, contents[index]!]));
}

async function importScript<T>(base: string, manifest: Manifest, role: string): Promise<T> {
  try {
    return (await import(new URL(manifest.files[role]!.name, base).href)) as T;
  } catch (error) {
    throw new BootFailure("missing", String(error));
  }
}

/**
 * Pyodide asks `fetch` for its files by fixed names. Ours carry hashes and are here already: answer from them, and let
 * nothing else out while Python starts.
 */
function answerFrom(files: Files, base: string, manifest: Manifest): () => void {
  const real = self.fetch;
  const byName = new Map(files);
  byName.set("pyodide.asm.wasm", files.get(manifest.files["wasm"]!.name)!);
  self.fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const content = byName.get(url.slice(base.length));
    if (!url.startsWith(base) || !content) return Promise.resolve(new Response(null, { status: 404 }));
    const type = url.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return Promise.resolve(new Response(content, { headers: { "Content-Type": type } }));
  };
  return () => {
    self.fetch = real;
  };
}

async function startPython(base: string, manifest: Manifest, files: Files, scripts: [Loader, unknown]): Promise<Handle> {
  const [loader, glue] = scripts;
  const lock = new TextDecoder().decode(files.get(manifest.files["lock"]!.name));
  const restore = answerFrom(files, base, manifest);
  try {
    const python = await loader.loadPyodide({
      indexURL: base,
      packageBaseUrl: base,
      stdLibURL: new URL(manifest.files["stdlib"]!.name, base).href,
      lockFileContents: lock,
      packages: manifest.packages,
      createPyodideModule: (glue as { default: unknown }).default,
      // Python's own words could quote the draft: they go nowhere.
      stdout: () => undefined,
      stderr: () => undefined,
    });
    stage("engine", 0, 0);
    return python.pyimport("guide_engine.bridge").handle;
  } finally {
    restore();
  }
}

async function start(message: StartMessage): Promise<void> {
  if (typeof WebAssembly === "undefined") throw new BootFailure("wasm", "no WebAssembly");
  const base = new URL("./", message.manifest).href;
  const manifest = await fetchJson<Manifest>(message.manifest);
  const [files, ...scripts] = await Promise.all([
    fetchAll(base, manifest),
    importScript<Loader>(base, manifest, "loader"),
    importScript<unknown>(base, manifest, "glue"),
  ]);
  stage("python", 0, 0);
  handle = await startPython(base, manifest, files, scripts);
  stage("ready", 0, 0);
}

function fail(error: unknown): void {
  const fault: Fault = error instanceof BootFailure ? error.fault : "python";
  tell({ event: "fatal", fault });
  self.close();
}

function answer(request: EngineRequest): void {
  try {
    tell(JSON.parse(handle!(JSON.stringify(request))) as Answer);
  } catch (error) {
    // `handle` itself never raises: if this does, the interpreter is gone.
    fail(error);
  }
}

self.addEventListener("message", ({ data }: MessageEvent<EngineRequest | StartMessage>) => {
  if ("method" in data) {
    answer(data);
  } else if (!starting) {
    starting = true;
    start(data).catch(fail);
  }
});
