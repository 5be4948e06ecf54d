/**
 * The page's part of a later start: what the service worker keeps is read while the worker's own script is on its way.
 * Whatever goes wrong here, the answer is null, and the worker fetches everything itself.
 */
import { type Opened, openKept, orNull, readKept } from "./kept";
import type { Kept, Manifest } from "./protocol";

export interface Ahead {
  manifest: Promise<Manifest | null>;
  files: Promise<Kept | null>;
}

/** The manifest as it was when this page was built: page and files are kept together. Null on a page without it. */
export function manifestInPage(): Manifest | null {
  const block = document.getElementById("mcg-python");
  return block && (JSON.parse(block.textContent!) as Manifest);
}

async function manifestAt(url: string): Promise<Manifest> {
  const response = await fetch(url, { cache: "no-cache" });
  return (await response.json()) as Manifest;
}

/** An older page's files may be gone, and then its manifest is of no use either. */
async function open(url: string): Promise<Opened & { manifest: Manifest }> {
  const manifest = manifestInPage() ?? (await manifestAt(url));
  return { manifest, ...(await openKept(url, manifest)) };
}

/** Begin to read. Null where no service worker serves this page: then nothing is kept. */
export function readAhead(url: string): Ahead | null {
  if (!navigator.serviceWorker?.controller) return null;
  const opened = open(url);
  return { manifest: orNull(opened.then(({ manifest }) => manifest)), files: orNull(opened.then(readKept)) };
}
