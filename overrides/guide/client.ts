/**
 * The page's side of the wire: one engine per visit, shared by every tool and kept over instant navigation.
 *
 * It starts the worker, matches answers to questions by id, lets at most one check wait (a newer one replaces it), drops
 * the answer to a check that a newer one has overtaken, and ends a worker that does not answer in time.
 */
import type { Ahead } from "./ahead";
import {
  type Answer,
  type CheckResult,
  type Draft,
  type EngineRequest,
  type Fault,
  type KeptMessage,
  type Method,
  type Methods,
  type PrepareMessage,
  type Stage,
  type StartMessage,
  WIRE,
  type WorkerMessage,
} from "./protocol";

/** What can be wrong with the engine as a whole, as the page tells it to the reader. */
export type Trouble = Fault | "died" | "slow-start" | "worker";

export type EngineState =
  | { name: "idle" }
  | { name: "booting"; stage: Stage; loaded: number; total: number; afterTimeout: boolean }
  | { name: "ready"; restored: boolean }
  | { name: "failed"; trouble: Trouble };

/** A question that got no result: refused by the engine in a plain sentence, or lost with its worker. */
export class EngineError extends Error {
  constructor(
    readonly kind: "refused" | "timeout" | "lost",
    message: string,
    readonly field: string | null = null,
  ) {
    super(message);
  }
}

/** The part of a Worker that is used, so that tests can stand in for it. */
export interface WorkerLike {
  postMessage(message: EngineRequest | StartMessage | KeptMessage | PrepareMessage, transfer?: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<WorkerMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface EngineOptions {
  manifest: string;
  createWorker: () => WorkerLike;
  /** Begins to read what is kept for a start, or knows that nothing is. */
  readAhead?: () => Ahead | null;
  hasWebAssembly?: () => boolean;
  /** Loads the page anew: the only help where page and engine are of different versions. */
  reload?: () => void;
  /** Milliseconds a ready engine has for one answer, and for its first: until then a slow browser has compiled little of it. */
  answerWithin?: number;
  firstWithin?: number;
  /** Milliseconds without any progress after which a start is given up. */
  bootWithin?: number;
}

interface Job {
  method: Method;
  params: unknown;
  settle: (result: unknown) => void;
  reject: (error: EngineError) => void;
}

export class Engine {
  private current: EngineState = { name: "idle" };
  private readonly listeners = new Set<(state: EngineState) => void>();
  private worker: WorkerLike | null = null;
  private queue: Job[] = [];
  private waitingCheck: Job | null = null;
  private inFlight: (Job & { id: number }) | null = null;
  private lastId = 0;
  private checksAsked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private resting = false;
  /** The present worker has answered before. */
  private warm = false;
  /** An engine from the build's memory has failed: the next one must not come from it again. */
  private plainly = false;

  constructor(private readonly options: EngineOptions) {}

  get state(): EngineState {
    return this.current;
  }

  /** Hear every change of state; called at once with the present one. Returns the way out. */
  subscribe(listener: (state: EngineState) => void): () => void {
    this.listeners.add(listener);
    listener(this.current);
    return () => this.listeners.delete(listener);
  }

  /** Resolves as soon as the engine is not on its way: ready, failed or never asked for. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(({ name }) => {
        if (name === "booting") return;
        queueMicrotask(() => stop());
        resolve();
      });
    });
  }

  /** Start if it has not; does nothing while booting, ready or failed (see retry). */
  start(): void {
    if (this.current.name === "idle") this.boot(false);
  }

  /** Let an engine that is ready see to the next visit's start while nobody asks it anything. */
  prepare(drafts: string): void {
    if (this.current.name === "ready") this.worker!.postMessage({ event: "prepare", drafts });
  }

  /** Give the memory back while nobody looks: end a worker that has nothing to do. `wake` starts another. */
  rest(): void {
    if (this.current.name !== "ready" || this.inFlight) return;
    this.endWorker();
    this.resting = true;
    this.set({ name: "idle" });
  }

  /** Start again after `rest`; what was asked meanwhile is answered then. */
  wake(): void {
    if (this.resting) this.start();
  }

  /** Start again after a failure; a check that was waiting still waits and runs when ready. */
  retry(): void {
    if (this.current.name !== "failed") return;
    if (this.current.trouble === "version") this.options.reload?.();
    else this.boot(false);
  }

  /**
   * Check a draft. Resolves to null when a newer check was asked before this one's answer came: the newest wins.
   * Before the engine is ready the check waits, whatever happens to the engine meanwhile.
   */
  check(draft: Draft): Promise<CheckResult | null> {
    const mine = ++this.checksAsked;
    return new Promise((resolve, reject) => {
      this.waitingCheck?.settle(null);
      this.waitingCheck = {
        method: "check",
        params: draft,
        settle: (result) => resolve(mine === this.checksAsked ? (result as CheckResult | null) : null),
        reject,
      };
      this.pump();
    });
  }

  /** Ask anything else; questions are answered in the order in which they were asked. */
  ask<M extends Exclude<Method, "check">>(method: M, params: Methods[M]["params"]): Promise<Methods[M]["result"]> {
    return new Promise((resolve, reject) => {
      const settle = resolve as (result: unknown) => void;
      this.queue.push({ method, params, settle, reject });
      this.pump();
    });
  }

  private set(state: EngineState): void {
    this.current = state;
    for (const listener of [...this.listeners]) listener(state);
  }

  private boot(afterTimeout: boolean): void {
    this.endWorker();
    this.resting = false;
    this.warm = false;
    if (!(this.options.hasWebAssembly ?? (() => typeof WebAssembly !== "undefined"))()) return this.fail("wasm");
    try {
      this.worker = this.options.createWorker();
    } catch {
      return this.fail("worker");
    }
    this.listen(this.worker);
    this.set({ name: "booting", stage: "download", loaded: 0, total: 0, afterTimeout });
    this.waitFor(this.options.bootWithin ?? 45_000, () => this.fail("slow-start"));
    const start: StartMessage = { event: "start", v: WIRE, manifest: this.options.manifest, ...(this.plainly ? { plainly: true } : {}) };
    const ahead = this.plainly ? null : this.options.readAhead?.();
    if (ahead) void handOver(this.worker, start, ahead);
    else this.worker.postMessage(start);
  }

  private listen(worker: WorkerLike): void {
    // A terminated worker may still have messages under way: only the present one counts.
    const ifPresent = (act: () => void): void => {
      if (this.worker === worker) act();
    };
    worker.onmessage = ({ data }) => ifPresent(() => this.receive(data));
    worker.onerror = (event) => {
      event.preventDefault();
      ifPresent(() => this.fail(this.current.name === "ready" ? "died" : "worker"));
    };
    worker.onmessageerror = () => ifPresent(() => this.fail("died"));
  }

  private receive(message: WorkerMessage): void {
    if (!("event" in message)) return this.receiveAnswer(message);
    if (message.event === "fatal") return this.fail(this.current.name === "ready" ? "died" : message.fault);
    if (message.event === "waiting" && this.inFlight) return this.waitFor(this.options.bootWithin ?? 45_000, () => this.restart());
    if (message.event !== "boot" || this.current.name !== "booting") return;
    if (message.stage === "ready") {
      clearTimeout(this.timer);
      this.set({ name: "ready", restored: message.restored ?? false });
      return this.pump();
    }
    const { stage, loaded, total } = message;
    this.set({ ...this.current, stage, loaded, total });
    this.waitFor(this.options.bootWithin ?? 45_000, () => this.fail("slow-start"));
  }

  private receiveAnswer(answer: Answer): void {
    const job = this.inFlight;
    if (!job || answer.id !== job.id) return;
    clearTimeout(this.timer);
    this.inFlight = null;
    this.warm = true;
    if (answer.ok) job.settle(answer.result);
    else job.reject(new EngineError("refused", answer.error.message, answer.error.field));
    this.pump();
  }

  /** Send the next question if the engine is free: what a person asked for by a button before a check. */
  private pump(): void {
    if (this.current.name !== "ready" || this.inFlight || !this.worker) return;
    let job = this.queue.shift();
    if (!job && this.waitingCheck) {
      job = this.waitingCheck;
      this.waitingCheck = null;
    }
    if (!job) return;
    this.inFlight = { ...job, id: ++this.lastId };
    const within = this.warm ? (this.options.answerWithin ?? 5_000) : (this.options.firstWithin ?? 15_000);
    this.waitFor(within, () => this.restart());
    this.worker.postMessage({ v: WIRE, id: this.inFlight.id, method: job.method, params: job.params });
  }

  /** The engine is stuck on one question: end it, give that question up, start another engine. */
  private restart(): void {
    const stuck = this.inFlight;
    this.inFlight = null;
    this.boot(true);
    stuck?.reject(new EngineError("timeout", "The checker took too long and was started again."));
  }

  private fail(trouble: Trouble): void {
    this.plainly ||= this.current.name === "ready" && this.current.restored;
    this.endWorker();
    const lost = [...(this.inFlight ? [this.inFlight] : []), ...this.queue];
    this.inFlight = null;
    this.queue = [];
    this.set({ name: "failed", trouble });
    for (const job of lost) job.reject(new EngineError("lost", "The checker stopped."));
  }

  private endWorker(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
  }

  private waitFor(milliseconds: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, milliseconds);
  }
}

/** What was read while the worker's script was on its way goes to it, the memory without being copied. */
async function handOver(worker: WorkerLike, start: StartMessage, { manifest, files }: Ahead): Promise<void> {
  const known = await manifest;
  if (!known) return worker.postMessage(start);
  worker.postMessage({ ...start, known });
  const kept = await files;
  worker.postMessage({ event: "kept", kept }, kept ? [kept.memory] : []);
}
