/**
 * What `make serve` has in the place of the service worker. It is never registered; but where a built site was once served
 * from the same address, its worker asks for news here, and would otherwise go on showing yesterday's pages for ever. This
 * one takes over, throws away what was kept, signs off and has every page loaded anew.
 */

interface Client {
  url: string;
  navigate(url: string): Promise<unknown>;
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
/** The part of a service worker's scope that is used here; its whole type and a page's do not go together. */
declare const self: {
  registration: { scope: string; unregister(): Promise<boolean> };
  clients: { matchAll(of: { type: "window" }): Promise<Client[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", act: (event: Lasting) => void): void;
};

async function signOff(): Promise<void> {
  const kept = (await caches.keys()).filter((name) => name.endsWith(self.registration.scope));
  await Promise.all(kept.map((name) => caches.delete(name)));
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: "window" })) void page.navigate(page.url).catch(() => undefined);
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(signOff()));

export {};
