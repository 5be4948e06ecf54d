/**
 * The service worker: the whole built site, tools included, without a network. Bundled with Workbox's runtime modules; the
 * build puts the list of files in front (see overrides/machinery/offline.py), each with its hash.
 *
 * One version at a time: everything is fetched and checked while the old version goes on serving, and taken into use at
 * once: when the reader says so, or when no page of the old one is open. Where one file cannot be had, or the device has no
 * room, nothing changes, and the next visit tries again.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, getCacheKeyForURL, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { setCatchHandler, setDefaultHandler } from "workbox-routing";
import { NetworkOnly } from "workbox-strategies";

/** The part of a service worker's scope that is used here; its whole type and a page's do not go together. */
declare const self: {
  __MCG_FILES: PrecacheEntry[];
  registration: { unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "fetch", act: (event: Event & { request: Request }) => void): void;
  addEventListener(type: "message", act: (event: MessageEvent<{ type?: string } | null>) => void): void;
};

// Before Workbox hears of it: who asks for what the browser itself keeps (kept.ts) must not get our copy for it.
self.addEventListener("fetch", (event) => {
  if (event.request.cache === "only-if-cached") event.stopImmediatePropagation();
});
cleanupOutdatedCaches();
// The site has no address that means another page with another query: whatever stands there is for the page's own script.
precacheAndRoute(self.__MCG_FILES, { cleanURLs: false, ignoreURLParametersMatching: [/./] });

const notFound = createHandlerBoundToURL("404.html");
setDefaultHandler(new NetworkOnly());
setCatchHandler(async (options) => {
  if (!(options.request instanceof Request) || options.request.mode !== "navigate") return Response.error();
  return (await withoutUs(options.request.url)) ?? notFound(options as Parameters<typeof notFound>[0]);
});

/**
 * A page of ours that is neither kept nor on the host as we know it: the browser has thrown our files away, and the host
 * has gone on to another version. Without us it is whole: step aside for good, and have the browser ask again.
 */
async function withoutUs(url: string): Promise<Response | null> {
  const file = new URL(url).pathname.replace(/\/$/, "/index.html");
  if (!getCacheKeyForURL(file)) return null;
  try {
    if (!(await fetch(url, { cache: "no-cache" })).ok) return null;
  } catch {
    return null; // no network
  }
  await self.registration.unregister();
  return Response.redirect(url);
}

self.addEventListener("message", ({ data }) => {
  if (data?.type === "SKIP_WAITING") void self.skipWaiting();
});
