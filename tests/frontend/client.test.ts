/** The client against a worker that behaves badly in every way that a real one can. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import type { Ahead } from "../../overrides/guide/ahead";
import { Engine, EngineError, type EngineState } from "../../overrides/guide/client";
import type { CheckResult, Kept, Manifest } from "../../overrides/guide/protocol";
import { FakeWorker } from "./fake_worker";

interface Bench {
  engine: Engine;
  workers: FakeWorker[];
  states: EngineState[];
  worker: () => FakeWorker;
}

function bench(options: { hasWebAssembly?: boolean; createFails?: boolean } = {}): Bench {
  const workers: FakeWorker[] = [];
  const engine = new Engine({
    manifest: "https://guide.example/assets/python/manifest.json",
    hasWebAssembly: () => options.hasWebAssembly ?? true,
    createWorker: () => {
      if (options.createFails) throw new DOMException("no workers here", "SecurityError");
      workers.push(new FakeWorker());
      return workers.at(-1)!;
    },
    answerWithin: 5_000,
    firstWithin: 15_000,
    bootWithin: 45_000,
  });
  const states: EngineState[] = [];
  engine.subscribe((state) => states.push(state));
  return { engine, workers, states, worker: () => workers.at(-1)! };
}

const verdict = (name: string): CheckResult => ({ headline: name }) as CheckResult;
const texts = (worker: FakeWorker): unknown[] => worker.requests.map(({ params }) => (params as { text: string }).text);

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

test("one worker is started however often it is asked for", () => {
  const { engine, workers, worker } = bench();
  engine.start();
  engine.start();
  worker().ready();
  engine.start();
  assert.equal(workers.length, 1);
  assert.deepEqual(worker().started, { event: "start", v: 1, manifest: "https://guide.example/assets/python/manifest.json" });
});

const MANIFEST = { v: 3, build: "b" } as Manifest;

/** An engine whose page reads ahead, and its worker when all has been read. */
async function readingAhead(manifest: Manifest | null, kept: Kept | null): Promise<{ worker: FakeWorker; again: () => FakeWorker; reads: () => number }> {
  let [worker, reads] = [new FakeWorker(), 0];
  const readAhead = (): Ahead => (reads++, { manifest: Promise.resolve(manifest), files: Promise.resolve(kept) });
  const engine = new Engine({ manifest: "m", hasWebAssembly: () => true, createWorker: () => (worker = new FakeWorker()), readAhead });
  engine.start();
  await new Promise(setImmediate);
  const again = (): FakeWorker => {
    worker.say({ event: "boot", stage: "ready", loaded: 0, total: 0, restored: true });
    worker.crash();
    engine.retry();
    return worker;
  };
  return { worker, again, reads: () => reads };
}

test("what the page has read ahead goes to the worker: first the manifest, then the files", async () => {
  const kept = { module: {}, memory: new ArrayBuffer(8) } as Kept;
  const { worker } = await readingAhead(MANIFEST, kept);
  assert.deepEqual(worker.started, { event: "start", v: 1, manifest: "m", known: MANIFEST });
  assert.deepEqual(worker.kept, { event: "kept", kept: { module: {}, memory: {} } });
});

test("where the files are not kept the worker hears so, and without the manifest it starts as ever", async () => {
  assert.deepEqual((await readingAhead(MANIFEST, null)).worker.kept, { event: "kept", kept: null });
  const { worker } = await readingAhead(null, null);
  assert.deepEqual(worker.started, { event: "start", v: 1, manifest: "m" });
  assert.equal(worker.kept, null);
});

test("nothing is read ahead for an engine that must not come from the memory again", async () => {
  const { again, reads } = await readingAhead(MANIFEST, null);
  assert.deepEqual(again().started, { event: "start", v: 1, manifest: "m", plainly: true });
  assert.equal(reads(), 1);
});

test("what was typed while starting is checked as soon as the engine is up, only the newest", async () => {
  const { engine, worker } = bench();
  engine.start();
  const first = engine.check({ text: "a" });
  const second = engine.check({ text: "ab" });
  assert.deepEqual(worker().requests, []);
  worker().ready();
  worker().answer(verdict("fine"));
  assert.equal(await first, null);
  assert.deepEqual(await second, verdict("fine"));
  assert.deepEqual(texts(worker()), ["ab"]);
});

test("at most one check waits while another is under way, and the overtaken answer is dropped", async () => {
  const { engine, worker } = bench();
  engine.start();
  worker().ready();
  const [one, two, three] = [engine.check({ text: "1" }), engine.check({ text: "2" }), engine.check({ text: "3" })];
  assert.deepEqual(texts(worker()), ["1"]);
  worker().answer(verdict("old"));
  assert.deepEqual(texts(worker()), ["1", "3"]);
  worker().answer(verdict("new"));
  assert.deepEqual([await one, await two, await three], [null, null, verdict("new")]);
});

test("an answer with another id is not taken for this one's", async () => {
  const { engine, worker } = bench();
  engine.start();
  worker().ready();
  const asked = engine.check({ text: "x" });
  worker().answer(verdict("someone else's"), 999);
  worker().answer(verdict("mine"));
  assert.deepEqual(await asked, verdict("mine"));
});

test("a question by button goes before a waiting check", async () => {
  const { engine, worker } = bench();
  engine.start();
  worker().ready();
  void engine.check({ text: "1" });
  void engine.check({ text: "2" });
  const fixed = engine.ask("fix", { text: "1" });
  worker().answer(verdict("1"));
  worker().answer({ text: "mended", subject: "", applied: ["x"] });
  assert.equal((await fixed).text, "mended");
  assert.deepEqual(worker().requests.map(({ method }) => method), ["check", "fix", "check"]);
});

test("a refusal brings the engine's sentence and field, and the engine goes on", async () => {
  const { engine, worker } = bench();
  engine.start();
  worker().ready();
  const asked = engine.check({ text: "x", completed_on: "yesterday" });
  worker().say({ v: 1, id: worker().requests[0]!.id, ok: false, error: { message: "Give the date as YYYY-MM-DD.", field: "completed_on" } });
  await assert.rejects(asked, (error: EngineError) => error.kind === "refused" && error.field === "completed_on" && error.message === "Give the date as YYYY-MM-DD.");
  const next = engine.check({ text: "y" });
  worker().answer(verdict("fine"));
  assert.deepEqual(await next, verdict("fine"));
});

test("no answer in five seconds: the worker is ended, the question given up, another started, the newer draft checked", async () => {
  const { engine, workers, states } = bench();
  engine.start();
  workers[0]!.ready();
  void engine.check({ text: "first" });
  workers[0]!.answer(verdict("fine"));
  const stuck = engine.check({ text: "endless" });
  const rejected = assert.rejects(stuck, (error: EngineError) => error.kind === "timeout");
  const newer = engine.check({ text: "short" });
  mock.timers.tick(4_999);
  assert.equal(workers[0]!.ended, false);
  mock.timers.tick(1);
  await rejected;
  assert.equal(workers[0]!.ended, true);
  assert.equal(workers.length, 2);
  const state = states.at(-1)!;
  assert.ok(state.name === "booting" && state.afterTimeout);
  workers[1]!.ready();
  workers[1]!.answer(verdict("fine"));
  assert.deepEqual(await newer, verdict("fine"));
  assert.deepEqual(texts(workers[1]!), ["short"]);
});

test("the first answer of each worker has fifteen seconds, for a slow browser compiles while it works it out", async () => {
  const { engine, workers } = bench();
  engine.start();
  for (const number of [0, 1]) {
    workers[number]!.ready();
    const stuck = assert.rejects(engine.check({ text: "slow" }), (error: EngineError) => error.kind === "timeout");
    mock.timers.tick(14_999);
    assert.equal(workers[number]!.ended, false);
    mock.timers.tick(1);
    await stuck;
    assert.equal(workers[number]!.ended, true);
  }
});

test("a late answer from an ended worker changes nothing", async () => {
  const { engine, workers } = bench();
  engine.start();
  workers[0]!.ready();
  const stuck = assert.rejects(engine.check({ text: "slow" }));
  mock.timers.tick(15_000);
  await stuck;
  workers[0]!.answer(verdict("too late"), 1);
  workers[0]!.crash();
  assert.equal(engine.state.name, "booting");
});

test("a start without progress is given up; progress gives it more time", () => {
  const { engine, worker } = bench();
  engine.start();
  mock.timers.tick(44_000);
  worker().say({ event: "boot", stage: "download", loaded: 1, total: 2 });
  mock.timers.tick(44_000);
  assert.equal(engine.state.name, "booting");
  mock.timers.tick(1_000);
  assert.deepEqual(engine.state, { name: "failed", trouble: "slow-start" });
  assert.equal(worker().ended, true);
});

test("a start that fails says why, keeps the waiting check, and trying again runs it", async () => {
  const { engine, workers } = bench();
  engine.start();
  const waiting = engine.check({ text: "draft" });
  workers[0]!.say({ event: "fatal", fault: "corrupt" });
  assert.deepEqual(engine.state, { name: "failed", trouble: "corrupt" });
  engine.start();
  assert.equal(workers.length, 1, "start alone does not try again");
  engine.retry();
  workers[1]!.ready();
  workers[1]!.answer(verdict("fine"));
  assert.deepEqual(await waiting, verdict("fine"));
});

test("a worker that dies in use is told as such, and its question is lost with it", async () => {
  const { engine, worker } = bench();
  engine.start();
  worker().ready();
  const lost = assert.rejects(engine.ask("fix", { text: "x" }), (error: EngineError) => error.kind === "lost");
  worker().say({ event: "fatal", fault: "python" });
  await lost;
  assert.deepEqual(engine.state, { name: "failed", trouble: "died" });
});

test("a worker whose script cannot be loaded, or that may not be made at all", () => {
  const script = bench();
  script.engine.start();
  script.worker().crash();
  assert.deepEqual(script.engine.state, { name: "failed", trouble: "worker" });
  const none = bench({ createFails: true });
  none.engine.start();
  assert.deepEqual(none.engine.state, { name: "failed", trouble: "worker" });
});

test("without WebAssembly no worker is started", () => {
  const { engine, workers } = bench({ hasWebAssembly: false });
  engine.start();
  assert.deepEqual(engine.state, { name: "failed", trouble: "wasm" });
  assert.equal(workers.length, 0);
});

test("who subscribes hears the present state at once, and nothing after leaving", () => {
  const { engine, worker } = bench();
  engine.start();
  const heard: string[] = [];
  const leave = engine.subscribe((state) => heard.push(state.name));
  leave();
  worker().ready();
  assert.deepEqual(heard, ["booting"]);
});

test("a rest ends the worker; waking starts another, which answers what was asked meanwhile", async () => {
  const { engine, workers, worker, states } = bench();
  engine.wake();
  assert.equal(workers.length, 0, "what never rested is not woken");
  engine.start();
  worker().ready();
  engine.rest();
  assert.equal(worker().ended, true);
  assert.equal(states.at(-1)!.name, "idle");
  const asked = engine.check({ text: "a" });
  engine.wake();
  engine.wake();
  assert.equal(workers.length, 2);
  worker().ready();
  worker().answer(verdict("fine"));
  assert.deepEqual(await asked, verdict("fine"));
});

test("an engine at work does not rest", async () => {
  const { engine, worker } = bench();
  engine.start();
  worker().ready();
  const asked = engine.check({ text: "a" });
  engine.rest();
  assert.equal(worker().ended, false);
  worker().answer(verdict("fine"));
  assert.deepEqual(await asked, verdict("fine"));
});

test("where page and engine are of different versions, another try loads the page anew", () => {
  let reloads = 0;
  const worker = new FakeWorker();
  const engine = new Engine({ manifest: "m", hasWebAssembly: () => true, createWorker: () => worker, reload: () => (reloads += 1) });
  engine.start();
  worker.say({ event: "fatal", fault: "version" });
  assert.deepEqual(engine.state, { name: "failed", trouble: "version" });
  engine.retry();
  assert.equal(reloads, 1);
});
