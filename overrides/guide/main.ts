/**
 * On every page, and tiny: finds the places where a tool belongs, fetches that tool's code when the place comes near, and
 * shares one engine between all tools of the visit. With Material's instant navigation the page's content changes without
 * a load: tools whose place has gone are ended, the engine stays.
 */
import type { Engine } from "./client";
import { type Config, readConfig } from "./config";
import { sayIfPastReview } from "./review";

/** What every tool gets. */
export interface PlainServices {
  config: Config;
  /** Lets the browser draw and hear keys between two pieces of work: each is short, together they would hold the page up. */
  breathe(): Promise<void>;
}

/** What a tool gets that asks the engine. */
export interface Services extends PlainServices {
  engine: Engine;
}

export interface Tool {
  destroy(): void;
}

interface ToolModule<S> {
  /** A promise where the tool is built in several pieces. */
  mount(element: HTMLElement, services: S): Tool | Promise<Tool>;
}

type Mounting = (element: HTMLElement) => Promise<() => Tool | Promise<Tool>>;
type Begin = (engine: Engine) => void | Promise<void>;

const atOnce: Begin = (shared) => shared.start();
const whenAwaited: Begin = async (shared) => (await import("./begin")).beginWhenAwaited(shared);

/** A tool that asks the engine: Python starts while the tool's own code is still on its way. */
const asking = (load: () => Promise<ToolModule<Services>>, begin = atOnce): Mounting => async (element) => {
  followHints();
  const started = sharedEngine().then((shared) => (void begin(shared), shared));
  const [module, shared] = await Promise.all([load(), started]);
  return () => module.mount(element, { config, breathe, engine: shared });
};

/** A tool that stands on a page to be read: it starts Python itself, with the reader's first touch. */
const patient = (load: () => Promise<ToolModule<Services>>): Mounting => async (element) => {
  const [module, shared] = await Promise.all([load(), sharedEngine()]);
  return () => module.mount(element, { config, breathe, engine: shared });
};

/** A tool that needs nothing but the page. */
const plain = (load: () => Promise<ToolModule<PlainServices>>): Mounting => async (element) => {
  const module = await load();
  return () => module.mount(element, { config, breathe });
};

/** Hints at code that is large wait in the page until it has been drawn: only then is there nothing more urgent to fetch. */
function followHints(): void {
  const waiting = document.querySelector<HTMLTemplateElement>("template#mcg-hints");
  if (waiting) document.head.append(waiting.content);
}

/** A tool with an editor: the editor's code, which is the largest, is run by itself. */
const withEditor = <M>(load: () => Promise<M>) => async (): Promise<M> => {
  await import("./editor");
  await breathe();
  return load();
};

/** Where each tool's code is; a name that is not here keeps what stands in the page. */
const TOOLS: Record<string, Mounting> = {
  assess: patient(() => import("./assess")),
  check: asking(withEditor(() => import("./check")), whenAwaited),
  clock: patient(() => import("./clock")),
  "copy-page": plain(() => import("./copy_page")),
  notice: patient(() => import("./notice")),
  template: asking(() => import("./template")),
  picker: plain(() => import("./picker")),
  walkthrough: plain(() => import("./walkthrough")),
};

/** Tools that are light: Python waits for a touch anyway, or is not needed, and nothing moves when somebody scrolls there. */
const AT_ONCE: ReadonlySet<string> = new Set(["assess", "clock", "copy-page", "notice"]);

const config = readConfig(document);
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));
const mounted = new Map<HTMLElement, Tool>();
const claimed = new WeakSet<HTMLElement>();
let engine: Promise<Engine> | undefined;

function sharedEngine(): Promise<Engine> {
  engine ??= import("./visit").then(({ engineOf }) => engineOf(config));
  return engine;
}

async function bring(element: HTMLElement, mounting: Mounting): Promise<void> {
  const mount = await mounting(element);
  await breathe();
  if (!element.isConnected) return;
  const tool = await mount();
  if (element.isConnected) mounted.set(element, tool);
  else tool.destroy();
}

/** Near the view, or under the pointer, or focused: the first sign that the tool is wanted. */
function whenWanted(element: HTMLElement, act: () => void): void {
  const signs = ["pointerenter", "focusin", "touchstart"] as const;
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && go(), { rootMargin: "300px" });
  const go = (): void => {
    observer.disconnect();
    signs.forEach((sign) => element.removeEventListener(sign, go));
    act();
  };
  signs.forEach((sign) => element.addEventListener(sign, go, { passive: true }));
  observer.observe(element);
}

function mountAll(): void {
  sayIfPastReview(document, new Date());
  for (const [element, tool] of mounted) {
    if (element.isConnected) continue;
    tool.destroy();
    mounted.delete(element);
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-mcg]")) {
    const mounting = TOOLS[element.dataset["mcg"] ?? ""];
    if (!mounting || claimed.has(element)) continue;
    claimed.add(element);
    // A reload far down such a page would otherwise bring back the page without what was put in.
    if (AT_ONCE.has(element.dataset["mcg"]!)) void bring(element, mounting);
    else whenWanted(element, () => void bring(element, mounting));
  }
}

/** Material's stream of page changes; it also tells of the first page. */
interface Stream {
  subscribe(act: () => void): void;
}
const stream = (window as Window & { document$?: Stream }).document$;
if (stream) stream.subscribe(mountAll);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
else mountAll();

void import("./offline").then(({ goOffline }) => goOffline(config, () => engine));
