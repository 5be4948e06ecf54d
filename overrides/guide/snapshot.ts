/**
 * Python's whole memory with the engine imported and warm, kept in this browser for the next visit: see rehearse.ts for
 * who makes it. It is tied to the exact build; one that is damaged, of another build or not taken back is deleted, and
 * Python starts plainly. Where the browser keeps nothing, there is none.
 */
import { hexDigest } from "./download";
import type { Manifest } from "./protocol";

/** Each site of this host has its own: the store's name carries the address of its runtime. */
const storeName = (base: string): string => `mcg-memory ${new URL(base).pathname}`;
/** Also to what our own scripts make of that build: raised when they prepare its memory in another way. */
const FORM = 2;
const keyOf = (base: string, manifest: Manifest): string => new URL(`memory-${manifest.build}-${FORM}`, base).href;
/** The unit in which empty memory is left out: small enough to find it, large enough to list it. */
const PAGE = 16_384;
const MARK = 0x4d43_4731;

/** Lengths, then which pages follow: most of the memory is empty, and reading it back would take the time of the rest. */
export function packed(memory: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const pages: number[] = [];
  const whole = new Uint32Array(memory.buffer, memory.byteOffset, memory.byteLength >> 2);
  const words = PAGE >> 2;
  for (let at = 0; at < whole.length; at += words) {
    const end = Math.min(at + words, whole.length);
    for (let word = at; word < end; word++) {
      if (whole[word] === 0) continue;
      pages.push(at / words);
      break;
    }
  }
  const head = Uint32Array.from([MARK, memory.byteLength, pages.length, ...pages]);
  return [new Uint8Array(head.buffer), ...pages.map((page) => memory.subarray(page * PAGE, (page + 1) * PAGE))];
}

/** The memory again. Throws RangeError where the content is no such thing. */
export function unpacked(content: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const [mark, length = 0, count = 0] = new Uint32Array(content, 0, 3);
  if (mark !== MARK) throw new RangeError("not a memory");
  const memory = new Uint8Array(length);
  let from = 12 + 4 * count;
  for (const page of new Uint32Array(content, 12, count)) {
    const size = Math.min(PAGE, length - page * PAGE);
    memory.set(new Uint8Array(content, from, size), page * PAGE);
    from += size;
  }
  return memory;
}

async function attempt<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch {
    // Storage that is refused, full or gone is no error: there is no snapshot then.
    return null;
  }
}

/** The snapshot of exactly this build while it is being read, or null where there is none. Rejects for one that is damaged. */
export async function open(base: string, manifest: Manifest): Promise<{ memory: Promise<Uint8Array<ArrayBuffer>> } | null> {
  const kept = await attempt(() => caches.match(keyOf(base, manifest), { cacheName: storeName(base) }));
  return kept ? { memory: read(kept) } : null;
}

async function read(kept: Response): Promise<Uint8Array<ArrayBuffer>> {
  const content = await kept.arrayBuffer();
  if ((await hexDigest(content)) !== kept.headers.get("X-Sha256")) throw new RangeError("damaged");
  return unpacked(content);
}

/** Is there one of exactly this build? */
export async function exists(base: string, manifest: Manifest): Promise<boolean> {
  return Boolean(await attempt(() => caches.match(keyOf(base, manifest), { cacheName: storeName(base) })));
}

/** Keep one, in the place of those of other builds. False where the browser keeps nothing. */
export async function save(base: string, manifest: Manifest, memory: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const done = await attempt(async () => {
    const content = await new Blob(packed(memory)).arrayBuffer();
    await forget(base);
    const store = await caches.open(storeName(base));
    await store.put(keyOf(base, manifest), new Response(content, { headers: { "X-Sha256": await hexDigest(content) } }));
    return true;
  });
  if (!done) await forget(base);
  return done ?? false;
}

/** Delete what is kept, of whatever build. */
export async function forget(base: string): Promise<void> {
  await attempt(() => caches.delete(storeName(base)));
}
