/**
 * What the service worker keeps of Python, read without asking it: by the page while the worker's script is on its way
 * (ahead.ts), or by a worker that was started before the page was there (early.ts). All of it was checked against its hash
 * when it was stored.
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

/** Rejects where one of them is not kept. */
export async function openKept(base: string, manifest: Manifest): Promise<Opened> {
  const of = (role: string): Promise<Response> => stored(new URL(manifest.files[role]!.name, base).href);
  const [code, memory] = await Promise.all([of("wasm"), of("memory")]);
  return { code, memory };
}

export async function readKept({ code, memory }: Opened): Promise<Kept> {
  const [module, content] = await Promise.all([WebAssembly.compileStreaming(code), memory.arrayBuffer()]);
  return { module, memory: content };
}

export const orNull = <T>(found: Promise<T>): Promise<T | null> => found.catch(() => null);
