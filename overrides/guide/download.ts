/**
 * Fetches the runtime's files in parallel, counts their bytes as they arrive and checks each against its SHA-256. A file
 * that is not what was built is asked for once more past the browser's own cache: a damaged copy must not stay for ever.
 */
import type { Fault, FileEntry } from "./protocol";

/** A start that failed for a reason we can name. */
export class BootFailure extends Error {
  constructor(
    readonly fault: Fault,
    detail: string,
  ) {
    super(detail);
  }
}

/** SHA-256 in the form that `fetch` and the Pyodide lock file take. */
export function integrityOf(sha256: string): string {
  const bytes = sha256.match(/../g) ?? [];
  return `sha256-${btoa(String.fromCharCode(...bytes.map((pair) => Number.parseInt(pair, 16))))}`;
}

/** SHA-256 as hexadecimal digits. */
export async function hexDigest(content: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `crypto.subtle` exists only on https and localhost; elsewhere the browser itself checks, and shows no progress. */
const canDigest = (): boolean => typeof crypto !== "undefined" && crypto.subtle !== undefined;

async function request(url: string, options: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "same-origin", ...options });
  } catch (error) {
    // A wrong hash and a cut connection look the same here; only one of them carries an integrity option.
    throw new BootFailure(options.integrity ? "corrupt" : "network", String(error));
  }
  if (!response.ok) throw new BootFailure("missing", `${response.status}`);
  return response;
}

/** The manifest is the one file whose name never changes: always ask the host whether it did. */
export async function fetchJson<T>(url: string): Promise<T> {
  const response = await request(url, { cache: "no-cache" });
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new BootFailure("corrupt", String(error));
  }
}

async function readCounted(response: Response, count: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body!.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
      count(value.length);
    }
  } catch (error) {
    throw new BootFailure("network", String(error));
  }
  const content = new Uint8Array(size);
  chunks.reduce((at, chunk) => (content.set(chunk, at), at + chunk.length), 0);
  return content;
}

/** Progress over several files at once, told at most once a frame's time so that messages stay few. */
export class Progress {
  private loaded = 0;
  private told = 0;
  constructor(
    private readonly total: number,
    private readonly tell: (loaded: number, total: number) => void,
  ) {}

  add(bytes: number): void {
    this.loaded += bytes;
    const now = performance.now();
    if (now - this.told < 60 && this.loaded < this.total) return;
    this.told = now;
    this.tell(Math.min(this.loaded, this.total), this.total);
  }
}

/** Whether a file is what was built, as far as this browser can tell. */
export async function isWhole(content: Uint8Array<ArrayBuffer>, file: FileEntry): Promise<boolean> {
  return content.length === file.bytes && (!canDigest() || (await hexDigest(content)) === file.sha256);
}

/** Take a damaged file out of what is kept: the service worker then gets it from the host again. */
export async function forget(url: string): Promise<void> {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(url);
}

async function fetchOnce(url: string, file: FileEntry, count: (bytes: number) => void, fresh: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const byUs = canDigest();
  const cache: RequestInit = fresh ? { cache: "reload" } : {};
  const response = await request(url, byUs ? cache : { ...cache, integrity: integrityOf(file.sha256) });
  const content = await readCounted(response, count);
  if (byUs && (await hexDigest(content)) !== file.sha256) throw new BootFailure("corrupt", file.name);
  return content;
}

/** Fetch one file of the manifest whole. Throws BootFailure when it is missing, cut short or not what was built. */
export async function fetchChecked(base: string, file: FileEntry, progress?: Progress): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(file.name, base).href;
  try {
    return await fetchOnce(url, file, (bytes) => progress?.add(bytes), false);
  } catch (error) {
    if (!(error instanceof BootFailure) || error.fault !== "corrupt") throw error;
    return fetchOnce(url, file, () => undefined, true);
  }
}

/**
 * Compile WebAssembly while it arrives. A second reading of the same answer counts the bytes and checks the hash, which
 * costs the compiler nothing; `integrity` would make it wait for the last byte.
 */
async function compileArriving(url: string, file: FileEntry, progress?: Progress): Promise<WebAssembly.Module> {
  const response = await request(url, {});
  const copy = response.clone();
  const [module, content] = await Promise.all([
    WebAssembly.compileStreaming(response).catch((error: unknown) => error),
    readCounted(copy, (bytes) => progress?.add(bytes)),
  ]);
  if (canDigest() && (await hexDigest(content)) !== file.sha256) throw new BootFailure("corrupt", file.name);
  // Whole, and yet not compiled: a host that does not know the type of .wasm, or a browser short of memory.
  return module instanceof WebAssembly.Module ? module : WebAssembly.compile(content);
}

/** Python's machine code, compiled. Throws BootFailure as `fetchChecked` does. */
export async function fetchCompiled(base: string, file: FileEntry, progress?: Progress): Promise<WebAssembly.Module> {
  try {
    return await compileArriving(new URL(file.name, base).href, file, progress);
  } catch (error) {
    if (error instanceof BootFailure && error.fault !== "corrupt") throw error;
    return WebAssembly.compile(await fetchOnce(new URL(file.name, base).href, file, () => undefined, true));
  }
}

/**
 * One file of the manifest, while this worker stands still. Its hash cannot be worked out in that time: its size has to do,
 * and that it compiles. Throws BootFailure.
 */
export function fetchNow(base: string, file: FileEntry): ArrayBuffer {
  const asked = new XMLHttpRequest();
  asked.open("GET", new URL(file.name, base).href, false);
  asked.responseType = "arraybuffer";
  try {
    asked.send();
  } catch (error) {
    throw new BootFailure("network", String(error));
  }
  if (asked.status !== 200) throw new BootFailure("missing", String(asked.status));
  const content = asked.response as ArrayBuffer;
  if (content.byteLength !== file.bytes) throw new BootFailure("corrupt", file.name);
  return content;
}
