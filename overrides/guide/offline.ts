/**
 * The page's side of the service worker (sw.ts): registers it once the page is at rest, and tells when a new version of
 * the guide is ready. Where the browser refuses it, everything works as long as there is a network.
 */
import type { Engine } from "./client";
import type { Config } from "./config";
import { h } from "./dom";
import { atRest } from "./rest";

/** How long a visit may last before asking again whether there is a new version, in milliseconds. */
const ASK_AGAIN = 3_600_000;

interface Thrifty {
  connection?: { saveData?: boolean };
}

/** `engine` tells of the visit's engine, where one is wanted: what the reader came for has the network to itself. */
export async function goOffline(config: Config, engine: () => Promise<Engine> | undefined): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  if (config.dev) return leave(config);
  const { controller } = navigator.serviceWorker;
  if ((navigator as Navigator & Thrifty).connection?.saveData && !controller) return;
  // Where one serves already, the page is here without the network, and news should not wait.
  if (!controller) await atRest(engine);
  try {
    await register(config);
    await prepare(config, engine);
  } catch {
    // Refused, or no room: with a network all is as before.
  }
}

/** The engine of this visit makes the start of the next one shorter. */
async function prepare(config: Config, engine: () => Promise<Engine> | undefined): Promise<void> {
  await atRest(engine);
  (await engine())?.prepare(new URL("assets/examples.json", config.root).href);
}

/** A site that is being worked on must not be served from yesterday's copy. */
async function leave(config: Config): Promise<void> {
  try {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const ours = registrations.filter(({ scope }) => scope === config.root);
    const gone = await Promise.all(ours.map((registration) => registration.unregister()));
    const kept = ours.length ? (await caches.keys()).filter((name) => name.endsWith(config.root)) : [];
    await Promise.all(kept.map((name) => caches.delete(name)));
    if (gone.includes(true) && navigator.serviceWorker.controller) location.reload();
  } catch {
    // No storage, so nothing old in it.
  }
}

async function register(config: Config): Promise<void> {
  const registration = await navigator.serviceWorker.register(new URL("sw.js", config.root).href, { scope: config.root, updateViaCache: "none" });
  const { controller } = navigator.serviceWorker;
  const offer = (worker: ServiceWorker | null): void => {
    if (worker?.state === "installed" && navigator.serviceWorker.controller) tell(() => worker.postMessage({ type: "SKIP_WAITING" }));
  };
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => offer(coming));
  });
  // The first worker of all changes nothing for this page; any other means that its scripts are of an older version.
  if (controller) navigator.serviceWorker.addEventListener("controllerchange", outdated);
  setInterval(() => void registration.update().catch(() => undefined), ASK_AGAIN);
}

let asked = false;

/** Another version serves from now on: load it, at once where the reader asked for it here or does not look. */
function outdated(): void {
  if (asked || document.hidden) return location.reload();
  document.addEventListener("visibilitychange", () => document.hidden && location.reload(), { once: true });
  tell(() => location.reload());
}

let shown: HTMLElement | undefined;

/** A line at the foot of the page. It never covers what is being typed, and goes away by itself with the page. */
function tell(act: () => void): void {
  shown?.remove();
  const load = h("button", { type: "button", class: "update__load", onclick: () => go() }, "Load it now");
  const later = h("button", { type: "button", class: "update__later", onclick: () => shown?.remove() }, "Later");
  shown = h("div", { class: "update", role: "status" }, "A new version of this guide is ready. What you typed stays.", load, later);
  const go = (): void => {
    asked = true;
    load.setAttribute("aria-disabled", "true");
    act();
  };
  document.body.append(shown);
}
