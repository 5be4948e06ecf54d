/** A worker that says only what a test tells it to say. */
import type { WorkerLike } from "../../overrides/guide/client";
import type { EngineRequest, KeptMessage, PrepareMessage, StartMessage, WorkerMessage } from "../../overrides/guide/protocol";

export class FakeWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  onmessageerror: WorkerLike["onmessageerror"] = null;
  readonly requests: EngineRequest[] = [];
  started: StartMessage | null = null;
  kept: KeptMessage | null = null;
  prepared: PrepareMessage | null = null;
  ended = false;

  postMessage(message: EngineRequest | StartMessage | KeptMessage | PrepareMessage): void {
    // Through JSON, as structured cloning would: nothing shared.
    const copy = JSON.parse(JSON.stringify(message)) as typeof message;
    if ("method" in copy) this.requests.push(copy);
    else if (copy.event === "kept") this.kept = copy;
    else if (copy.event === "prepare") this.prepared = copy;
    else this.started = copy;
  }

  terminate(): void {
    this.ended = true;
  }

  say(message: WorkerMessage): void {
    this.onmessage?.({ data: message } as MessageEvent<WorkerMessage>);
  }

  ready(): void {
    this.say({ event: "boot", stage: "ready", loaded: 0, total: 0 });
  }

  /** Answer the latest request, or the one with this id. */
  answer(result: unknown, id = this.requests.at(-1)!.id): void {
    this.say({ v: 1, id, ok: true, result });
  }

  crash(): void {
    this.onerror?.({ preventDefault: () => undefined } as ErrorEvent);
  }
}
