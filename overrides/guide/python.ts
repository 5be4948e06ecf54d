/** Starts Pyodide from our own files or from a snapshot of its memory; nothing here knows what the engine does. */
import { BootFailure, fetchChecked, fetchCompiled, fetchCompiledAgain, Progress } from "./download";
import type { Manifest } from "./protocol";

type Bytes = Uint8Array<ArrayBuffer>;
/** The few parts of Pyodide's interface that are used here. */
export interface Pyodide {
  /** `any`: Python's modules have whatever they have. */
  pyimport(name: string): any;
  makeMemorySnapshot(): Bytes;
  FS: { mkdirTree(path: string): void; writeFile(path: string, content: Bytes, options?: { canOwn: boolean }): void };
  _module: { HEAPU8: Bytes; _calloc(count: number, size: number): number; _free(place: number): void; _emscripten_get_sbrk_ptr(): number };
}
interface Loader {
  loadPyodide(options: Record<string, unknown>): Promise<Pyodide>;
}
interface Scripts {
  loader: Loader;
  glue: { default: unknown };
}

/** Where our archives lie in Python's file system. Languages come beside the archives, as guide_engine.store expects. */
const FOLDER = "/lib/guide";
const WASM_PAGE = 65_536;
const isArchive = (role: string): boolean => role.startsWith("wheel:");
const pathOf = (role: string): string => `${FOLDER}/${isArchive(role) ? `${role.slice("wheel:".length)}.whl` : `${role}.bin`}`;

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
    importScript<{ default: unknown }>(base, manifest, "glue"),
  ]);
  return { loader, glue };
}

/**
 * Pyodide can draw for add-on libraries that want to, and makes a function of machine code for each of three hundred ways.
 * Nothing here draws: leave out what it would need the addresses for.
 */
function withoutDrawing(imports: WebAssembly.Imports): WebAssembly.Imports {
  const addresses = imports["GOT.func"];
  if (!addresses) return imports;
  const nowhere = { get: (all: WebAssembly.ModuleImports, name: string) => (name.startsWith("emscripten_gl") ? nobody() : all[name]) };
  const nobody = (): WebAssembly.Global => new WebAssembly.Global({ value: "i32", mutable: true }, 0);
  return { ...imports, "GOT.func": new Proxy(addresses, nowhere as ProxyHandler<WebAssembly.ModuleImports>) };
}

/**
 * Pyodide fetches its library and its machine code by fixed names and compiles the latter itself. Both are here already:
 * answer from them, and let nothing else out while Python starts.
 */
function answering(module: WebAssembly.Module, library: Bytes, memory: number): () => void {
  const [realFetch, realInstantiate] = [self.fetch, WebAssembly.instantiateStreaming];
  self.fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input);
    return Promise.resolve(url.includes("python_stdlib") ? new Response(library) : new Response(null));
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const instance = await WebAssembly.instantiate(module, withoutDrawing(imports!));
    // A snapshot of a memory that has grown fits only into one that has grown as much.
    const own = instance.exports["memory"] as WebAssembly.Memory;
    const missing = Math.floor((memory - own.buffer.byteLength) / WASM_PAGE);
    if (missing > 0) own.grow(missing);
    return { module, instance };
  };
  return () => {
    self.fetch = realFetch;
    WebAssembly.instantiateStreaming = realInstantiate;
  };
}

async function load(
  base: string,
  manifest: Manifest,
  scripts: Scripts,
  module: WebAssembly.Module,
  library: Bytes,
  more: { _makeSnapshot?: true; _loadSnapshot?: Bytes },
): Promise<Pyodide> {
  const restore = answering(module, library, more._loadSnapshot?.byteLength ?? 0);
  try {
    return await scripts.loader.loadPyodide({
      indexURL: base,
      packageBaseUrl: base,
      stdLibURL: new URL("python_stdlib.zip", base).href,
      lockFileContents: manifest.lock,
      createPyodideModule: scripts.glue.default,
      // Python's own words could quote the draft: they go nowhere.
      stdout: () => undefined,
      stderr: () => undefined,
      ...more,
    });
  } finally {
    restore();
  }
}

/** Put files of the manifest where Python finds them; not before they are there, because it remembers what was not. */
function install(python: Pyodide, files: [role: string, content: Bytes][]): void {
  python.FS.mkdirTree(FOLDER);
  for (const [role, content] of files) python.FS.writeFile(pathOf(role), content, { canOwn: true });
  const { path } = python.pyimport("sys");
  for (const role of files.map(([name]) => name).filter(isArchive)) {
    if (!path.includes(pathOf(role))) path.append(pathOf(role));
  }
}

export interface Stages {
  download(loaded: number, total: number): void;
  python(): void;
  engine(): void;
}

/** Start from the files of the manifest, all fetched at once. `asMould` where a snapshot is to be made of it. */
export async function startPlainly(base: string, manifest: Manifest, stages: Stages, asMould = false): Promise<Pyodide> {
  const { wasm, stdlib } = manifest.files;
  const total = manifest.first.reduce((sum, role) => sum + manifest.files[role]!.bytes, 0);
  const progress = new Progress(total, (loaded, all) => stages.download(loaded, all));
  stages.download(0, total);
  const archives = manifest.first.filter(isArchive);
  const [scripts, module, library, ...contents] = await Promise.all([
    importScripts(base, manifest),
    fetchCompiled(base, wasm!, progress),
    fetchChecked(base, stdlib!, progress),
    ...archives.map((role) => fetchChecked(base, manifest.files[role]!, progress)),
  ]);
  stages.python();
  const python = await load(base, manifest, scripts, module, library, asMould ? { _makeSnapshot: true } : {});
  stages.engine();
  install(
    python,
    archives.map((role, index) => [role, contents[index]!]),
  );
  return python;
}

/** Start from a snapshot; its files follow with `fetchLater`. Throws whatever goes wrong: then start plainly. */
export async function startFrom(memory: Promise<Bytes>, base: string, manifest: Manifest): Promise<Pyodide> {
  const [scripts, module, snapshot] = await Promise.all([
    importScripts(base, manifest),
    fetchCompiledAgain(base, manifest.files["wasm"]!),
    memory,
  ]);
  const python = await load(base, manifest, scripts, module, new Uint8Array(), { _loadSnapshot: snapshot });
  // The memory holds the state of the chance generator, too: two visits must not draw the same numbers.
  python.pyimport("random").seed();
  return python;
}

/** What only some drafts need, and after a snapshot also what was imported from: fetched when the first check may run. */
export async function fetchLater(python: Pyodide, base: string, manifest: Manifest, restored: boolean): Promise<void> {
  const roles = [...(restored ? manifest.first.filter(isArchive) : []), ...manifest.later];
  const files = await Promise.all(
    roles.map(async (role): Promise<[string, Bytes]> => [role, await fetchChecked(base, manifest.files[role]!)]),
  );
  if (restored) {
    const { version_info } = python.pyimport("sys");
    const library = await fetchChecked(base, manifest.files["stdlib"]!);
    python.FS.writeFile(`/lib/python${version_info.major}${version_info.minor}.zip`, library, { canOwn: true });
  }
  install(python, files);
}
