/**
 * What the device keeps of Python, read without asking the service worker: by the page while the worker's script is on its
 * way (ahead.ts), or by a worker that was started before the page was there (early.ts). All of it was checked against its
 * hash when it came.
 */
import type { Kept, Manifest } from "./protocol";

/** The two answers that hold the files. */
export interface Opened {
  code: Response;
  memory: Response;
}

async function stored(url: string): Promise<Response> {
  const response = await caches.match(url);
  if (!response) throw new Error("not kept");
  return response;
}

/**
 * Machine code from the browser's own store of what it fetched, and from nowhere else. There the browser keeps what it has
 * compiled from it, too (compiled.ts); what the service worker keeps has no place for that.
 */
export async function fromBrowser(url: string): Promise<Response> {
  // The service worker steps aside for such a request (sw.ts).
  const response = await fetch(url, { cache: "only-if-cached", mode: "same-origin" });
  if (!response.ok) throw new Error("not kept");
  return response;
}

/** Rejects where one of them is not kept. */
export async function openKept(base: string, manifest: Manifest): Promise<Opened> {
  const of = (role: string): string => new URL(manifest.files[role]!.name, base).href;
  const [code, memory] = await Promise.all([fromBrowser(of("wasm")).catch(() => stored(of("wasm"))), stored(of("memory"))]);
  return { code, memory };
}

export async function readKept({ code, memory }: Opened): Promise<Kept> {
  const [module, content] = await Promise.all([WebAssembly.compileStreaming(code), memory.arrayBuffer()]);
  return { module, memory: content };
}

export const orNull = <T>(found: Promise<T>): Promise<T | null> => found.catch(() => null);
