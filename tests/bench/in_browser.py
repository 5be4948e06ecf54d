"""What a reader waits for: Python's start in Chromium, and the round trip of a check, over the built site."""

from __future__ import annotations

import os
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from machinery import browser as browsers
from tests.bench.on_host import drafts, long_draft
from tests.conftest import build_site
from tests.serving import hosting

STARTS = 3
#: Starts a worker of our own, so that the time is Python's and not the page's; answers with the times in ms.
SCRIPT = """async ({ root, texts }) => {
  const begun = performance.now();
  const worker = new Worker(new URL("assets/guide/worker.js", root), { type: "module" });
  const waiting = new Map();
  const ready = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      const message = typeof data === "string" ? JSON.parse(data) : data;
      if (message.event === "fatal") reject(new Error(JSON.stringify(message)));
      else if (message.event === "boot" && message.stage === "ready") resolve();
      else if (waiting.has(message.id)) waiting.get(message.id)(message);
    };
  });
  worker.postMessage({ event: "start", manifest: new URL("assets/python/manifest.json", root).href });
  await ready;
  const started = performance.now() - begun;
  const times = [];
  for (const [id, text] of texts.entries()) {
    const sent = performance.now();
    const answer = await new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ v: 1, id, method: "check", params: { text, kind: "reply" } });
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    times.push(performance.now() - sent);
  }
  worker.terminate();
  return { started, times };
}"""


def measure() -> dict[str, float]:
    """Start Python anew a few times with an empty cache and check messages."""
    program = browsers.find()
    if program is None:
        raise SystemExit("bench: no Chromium here: run `make setup-tests`, or leave it out with --quick")
    texts = [draft.text for draft in drafts()[:60]] + [long_draft().text]
    with tempfile.TemporaryDirectory() as folder, hosting() as host, sync_playwright() as playwright:
        build_site(Path(folder), host.address)
        host.folder = Path(folder)
        browser = playwright.chromium.launch(executable_path=program, chromium_sandbox=os.geteuid() != 0)
        cold = [_once(browser, host.address, texts) for _ in range(STARTS)]
        browser.close()
    times = [time for answer in cold for time in answer["times"][1:-1]]
    return {
        "Python ready, fresh profile, ms": statistics.median(answer["started"] for answer in cold),
        "first check after that, ms": statistics.median(answer["times"][0] for answer in cold),
        "a check and back, median ms": statistics.median(times),
        "4000 characters and back, ms": statistics.median(answer["times"][-1] for answer in cold),
    }


def _once(browser: Browser, address: str, texts: list[str]) -> dict[str, Any]:
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(address + "about/privacy/")
        answer: dict[str, Any] = page.evaluate(SCRIPT, {"root": address, "texts": texts})
        return answer
    finally:
        context.close()
