/** Where our archives lie in Python's file system, and the few parts of Pyodide's interface that are used here. */

type Bytes = Uint8Array<ArrayBuffer>;

export interface Pyodide {
  /** `any`: Python's modules have whatever they have. */
  pyimport(name: string): any;
  makeMemorySnapshot(): Bytes;
  FS: { mkdirTree(path: string): void; writeFile(path: string, content: Bytes, options?: { canOwn: boolean }): void };
  _module: { HEAPU8: Bytes; _calloc(count: number, size: number): number; _free(place: number): void; _emscripten_get_sbrk_ptr(): number };
}

/** Languages come beside the archives, as guide_engine.store expects. */
const FOLDER = "/lib/guide";
export const isArchive = (role: string): boolean => role.startsWith("wheel:");
const pathOf = (role: string): string => `${FOLDER}/${isArchive(role) ? `${role.slice("wheel:".length)}.whl` : `${role}.bin`}`;

/** The library lies where Python looks for it when it starts. */
function placeOf(python: Pyodide, role: string): string {
  if (role !== "stdlib") return pathOf(role);
  const { version_info } = python.pyimport("sys");
  return `/lib/python${version_info.major}${version_info.minor}.zip`;
}

/** Put files where Python finds them. */
export function install(python: Pyodide, files: [role: string, content: Bytes][]): void {
  python.FS.mkdirTree(FOLDER);
  for (const [role, content] of files) python.FS.writeFile(placeOf(python, role), content, { canOwn: true });
  const { path, path_importer_cache } = python.pyimport("sys");
  for (const role of files.map(([name]) => name).filter(isArchive)) {
    if (!path.includes(pathOf(role))) path.append(pathOf(role));
  }
  // Python remembers what was not there.
  path_importer_cache.clear();
}
