/** Asks the engine about what is in a field while it is being written: one question at a time, and the newest wins. */
import { type Engine, EngineError } from "./client";
import type { Method, Methods } from "./protocol";

/** Milliseconds of quiet before a question, so that a burst of keys asks once. */
const QUIET = 120;

export interface NewestHandlers<P, R> {
  onAnswer: (result: R, params: P) => void;
  onError: (error: EngineError) => void;
}

export class Newest<M extends Exclude<Method, "check">> {
  private wanted: Methods[M]["params"] | null = null;
  private asked: Methods[M]["params"] | null = null;
  private busy = false;
  private lost = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly method: M,
    private readonly handlers: NewestHandlers<Methods[M]["params"], Methods[M]["result"]>,
  ) {}

  /** Ask soon; a question that is still open is answered into the void. */
  ask(params: Methods[M]["params"], quiet = QUIET): void {
    this.wanted = params;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), quiet);
  }

  /** Ask nothing, and hear nothing of what was asked. */
  forget(): void {
    clearTimeout(this.timer);
    this.wanted = null;
  }

  /** The engine is there again: ask what was lost with the one before. */
  again(): void {
    if (this.lost) this.asked = null;
    this.lost = false;
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.wanted !== null && this.wanted !== this.asked) await this.askOnce(this.wanted);
    } finally {
      this.busy = false;
    }
  }

  private async askOnce(params: Methods[M]["params"]): Promise<void> {
    this.asked = params;
    try {
      const result = await this.engine.ask(this.method, params);
      if (params === this.wanted) this.handlers.onAnswer(result, params);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (params === this.wanted) this.handlers.onError(error);
      // A lost engine comes back by the reader's own hand: `again` asks then.
      if (error.kind === "lost") this.lost = true;
    }
  }
}
