/** Asking while somebody writes: the newest wins, and what a broken engine lost is asked again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { EngineError, type Engine } from "../../overrides/guide/client";
import { Newest } from "../../overrides/guide/newest";
import type { NoticeResult } from "../../overrides/guide/protocol";

const soon = (milliseconds = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An engine whose answers the test gives by hand. */
function fake(): { engine: Engine; asked: string[]; answer: (known?: NoticeResult) => void; fail: (error: EngineError) => void } {
  const asked: string[] = [];
  let open: { resolve: (result: NoticeResult) => void; reject: (error: EngineError) => void } | null = null;
  const ask = (_method: string, { text }: { text: string }): Promise<NoticeResult> => {
    asked.push(text);
    return new Promise((resolve, reject) => (open = { resolve, reject }));
  };
  return { engine: { ask } as unknown as Engine, asked, answer: (result = { found: [], known: [] }) => open!.resolve(result), fail: (error) => open!.reject(error) };
}

test("a burst asks once, and what came meanwhile is asked next", async () => {
  const { engine, asked, answer } = fake();
  const told: string[] = [];
  const newest = new Newest<"notice">(engine, "notice", { onAnswer: (_, { text }) => told.push(text), onError: assert.fail });
  for (const text of ["a", "ab", "abc"]) newest.ask({ text }, 1);
  await soon();
  assert.deepEqual(asked, ["abc"]);
  newest.ask({ text: "abcd" }, 0);
  newest.ask({ text: "abcde" }, 0);
  await soon();
  assert.deepEqual(asked, ["abc"], "one question at a time");
  answer();
  await soon();
  assert.deepEqual([asked, told], [["abc", "abcde"], []], "an answer that was overtaken is not told");
  answer();
  await soon();
  assert.deepEqual(told, ["abcde"]);
});

test("what a lost engine took along is asked again, once it is there", async () => {
  const { engine, asked, answer, fail } = fake();
  const told: string[] = [];
  const errors: string[] = [];
  const newest = new Newest<"notice">(engine, "notice", { onAnswer: (_, { text }) => told.push(text), onError: ({ kind }) => errors.push(kind) });
  newest.ask({ text: "a" }, 0);
  await soon();
  fail(new EngineError("lost", "The checker stopped."));
  await soon();
  newest.again();
  await soon();
  answer();
  await soon();
  newest.again();
  await soon();
  assert.deepEqual([asked, told, errors], [["a", "a"], ["a"], ["lost"]]);
});

test("a refused question is told once and not asked again", async () => {
  const { engine, asked, fail } = fake();
  const errors: string[] = [];
  const newest = new Newest<"notice">(engine, "notice", { onAnswer: assert.fail, onError: ({ message }) => errors.push(message) });
  newest.ask({ text: "a" }, 0);
  await soon();
  fail(new EngineError("refused", "Too long."));
  await soon();
  newest.again();
  await soon();
  assert.deepEqual([asked, errors], [["a"], ["Too long."]]);
});

test("after forgetting nothing is told", async () => {
  const { engine, answer } = fake();
  const newest = new Newest<"notice">(engine, "notice", { onAnswer: assert.fail, onError: assert.fail });
  newest.ask({ text: "a" }, 0);
  await soon();
  newest.forget();
  answer();
  await soon();
});
