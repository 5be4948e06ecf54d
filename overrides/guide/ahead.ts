/**
 * The page's part of a later start: what the service worker keeps is read while the worker's own script is on its way.
 *
 * All of it was checked against its hash when it was stored. Whatever goes wrong here, the answer is null, and the worker
 * fetches everything itself.
 */
import type { Kept, Manifest } from "./protocol";

export interface Ahead {
  manifest: Promise<Manifest | null>;
  files: Promise<Kept | null>;
}

const orNull = <T>(found: Promise<T>): Promise<T | null> => found.catch(() => null);

/** The manifest as it was when this page was built: page and files are kept together. Else from its address. */
async function manifestOf(url: string): Promise<Manifest> {
  const block = document.getElementById("mcg-python");
  if (block) return JSON.parse(block.textContent!) as Manifest;
  const response = await fetch(url, { cache: "no-cache" });
  return (await response.json()) as Manifest;
}

async function stored(url: string): Promise<Response> {
  const response = await caches.match(url);
  if (!response) throw new Error("not kept");
  return response;
}

/** The two answers that hold the files; an older page's files may be gone, and then its manifest is of no use either. */
async function open(url: string): Promise<{ manifest: Manifest; code: Response; memory: Response }> {
  const manifest = await manifestOf(url);
  const of = (role: string): Promise<Response> => stored(new URL(manifest.files[role]!.name, url).href);
  const [code, memory] = await Promise.all([of("wasm"), of("memory")]);
  return { manifest, code, memory };
}

/** Begin to read. Null where no service worker serves this page: then nothing is kept. */
export function readAhead(url: string): Ahead | null {
  if (!navigator.serviceWorker?.controller) return null;
  const opened = open(url);
  const files = opened.then(async ({ code, memory }): Promise<Kept> => {
    const [module, content] = await Promise.all([WebAssembly.compileStreaming(code), memory.arrayBuffer()]);
    return { module, memory: content };
  });
  return { manifest: orNull(opened.then(({ manifest }) => manifest)), files: orNull(files) };
}
