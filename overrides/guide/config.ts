/** Where the site's root is, read once from the page's data block; every address of ours is computed from it. */

interface PageConfig {
  base: string;
  python: string;
  worker?: string;
  dev?: boolean;
}

export interface Config {
  /** Absolute address of the site's root, ending in a slash. */
  root: string;
  /** Absolute address of the runtime's manifest. */
  manifest: string;
  /** Absolute address of the worker's script. */
  worker: string;
  /** Served by `make serve`: nothing may be kept from one load to the next. */
  dev: boolean;
}

/**
 * Read `#mcg-config`. Relative addresses in it count from the page that was loaded first; instant navigation changes the
 * address but not this block, so this must run once, at start.
 */
export function readConfig(document: Document): Config {
  const block = document.getElementById("mcg-config");
  const page = JSON.parse(block?.textContent ?? "{}") as Partial<PageConfig>;
  const root = new URL(`${page.base ?? "."}/`, document.baseURI).href;
  return {
    root,
    manifest: new URL(page.python ?? "assets/python/manifest.json", root).href,
    worker: new URL(page.worker ?? "assets/guide/worker.js", root).href,
    dev: page.dev ?? false,
  };
}
