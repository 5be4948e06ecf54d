// What the bench compares the checker with, on one page: each takes a text and says how many remarks it makes.
import { text as alex } from "alex";
import { LocalLinter } from "harper.js";
import { binary } from "harper.js/binary";
import writeGood from "write-good";

/** The checker as readers have it: Python in a worker, a message there and the answer back. */
async function ours(root) {
  const worker = new Worker(new URL("assets/guide/worker.js", root), { type: "module" });
  const waiting = new Map();
  let last = 0;
  await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.event === "fatal") reject(new Error(JSON.stringify(data)));
      else if (data.event === "boot" && data.stage === "ready") resolve();
      else if (waiting.has(data.id)) waiting.get(data.id)(data);
    };
    worker.postMessage({ event: "start", manifest: new URL("assets/python/manifest.json", root).href });
  });
  return async (text) => {
    const id = ++last;
    const answer = await new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ v: 1, id, method: "check", params: { text, kind: "reply" } });
    });
    waiting.delete(id);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.result.findings.length;
  };
}

async function harper() {
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return async (text) => (await linter.lint(text, { language: "plaintext" })).length;
}

// write-good assigns to a name that it never declares, which a module forbids unless there is one.
globalThis.match = null;

/** The checkers by name, each ready. */
export async function start(root) {
  return {
    ours: await ours(root),
    alex: async (text) => alex(text).messages.length,
    harper: await harper(),
    "write-good": async (text) => writeGood(text).length,
  };
}

/** Every checker on every text in turn, so that a busy moment of the machine hits all alike: the times in ms. */
export async function measure(root, texts, warmUp) {
  const checkers = await start(root);
  const found = Object.fromEntries(Object.keys(checkers).map((name) => [name, { times: [], remarks: 0 }]));
  for (const [round, text] of texts.entries()) {
    for (const [name, check] of Object.entries(checkers)) {
      const begun = performance.now();
      const remarks = await check(text);
      if (round < warmUp) continue;
      found[name].times.push(performance.now() - begun);
      found[name].remarks = remarks;
    }
  }
  return found;
}
