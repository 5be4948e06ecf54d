/** The draft in hand, its addresses and its words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../../overrides/guide/config";
import { integrityOf } from "../../overrides/guide/download";
import { countCharacters, forEngine, fromExample, readTextFile, tidy, today } from "../../overrides/guide/draft";
import { exampleInFragment } from "../../overrides/guide/examples";
import { noticeFor } from "../../overrides/guide/faults";
import { countsLine, monthName } from "../../overrides/guide/words";

test("fields without a value are not sent, and line breaks are one unit each", () => {
  const draft = tidy({ text: "a\r\nb\rc", subject: "", attachments: [], kind: "reply" });
  assert.deepEqual(draft, { text: "a\nb\nc", kind: "reply" });
});

test("the engine gets the reader's own day, unless an example brought one", () => {
  assert.equal(today(new Date(2026, 0, 9, 23, 59)), "2026-01-09");
  assert.equal(forEngine({ text: "x" }).today, today());
  const example = fromExample({ id: "outside-30-days.flagged.1", text: "x", context: { kind: "proactive", today: "2026-11-05" } });
  assert.equal(forEngine(example).today, "2026-11-05");
});

test("characters are counted as code points", () => {
  assert.equal(countCharacters("🎉é日"), 3);
});

test("a text file is read, one in another encoding or of a megabyte is not", async () => {
  assert.equal(await readTextFile(new File(["Grüße 🎉"], "a.txt")), "Grüße 🎉");
  await assert.rejects(readTextFile(new File([Uint8Array.of(0x47, 0x72, 0xfc)], "latin.txt")), /not plain text in UTF-8/);
  await assert.rejects(readTextFile(new File(["x".repeat(1_000_001)], "big.txt")), /larger than 1 MB/);
});

for (const [hash, id] of [
  ["#example=external-link.flagged.1", "external-link.flagged.1"],
  ["#example=template.delay-notice", "template.delay-notice"],
  ["#example=", null],
  ["#example=../../x", null],
  ["#example=a%20b", null],
  ["#privacy", null],
  ["", null],
] as const) {
  test(`the fragment ${JSON.stringify(hash)} names ${id ?? "no example"}`, () => {
    assert.equal(exampleInFragment(hash), id);
  });
}

test("addresses are computed from the page's own block, under any sub-path", () => {
  const page = (config: object, address: string): Document =>
    ({ getElementById: () => ({ textContent: JSON.stringify(config) }), baseURI: address }) as unknown as Document;
  const config = readConfig(page({ base: "../..", python: "assets/python/manifest.json" }, "https://host.example/some/guide/tools/check/"));
  assert.deepEqual(config, {
    root: "https://host.example/some/guide/",
    manifest: "https://host.example/some/guide/assets/python/manifest.json",
    worker: "https://host.example/some/guide/assets/guide/worker.js",
    dev: false,
  });
  assert.equal(readConfig(page({ base: "." }, "https://host.example/")).root, "https://host.example/");
  assert.equal(readConfig(page({ base: ".", dev: true }, "https://host.example/")).dev, true);
});

test("a hash in hexadecimal becomes one that fetch takes", () => {
  assert.equal(integrityOf("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
});

test("every trouble has a plain sentence for what happened and one for what to do", () => {
  for (const trouble of ["missing", "network", "corrupt", "wasm", "worker", "python", "version", "slow-start", "died"] as const) {
    const notice = noticeFor(trouble);
    assert.match(notice.happened, /^[A-Z].*\.$/);
    assert.match(notice.todo, /^[A-Z].*\.$/);
    assert.equal(notice.retry, trouble === "wasm" ? null : trouble === "version" ? "Reload the page" : "Try again");
  }
});

test("counts and months are said in words", () => {
  assert.equal(countsLine({ error: 1, warning: 0, info: 2 }), "1 stops the message, 2 good to know");
  assert.equal(countsLine({ error: 0, warning: 0, info: 0 }), "");
  assert.equal(monthName("2026-11"), "November 2026");
  assert.equal(monthName("unknown"), "unknown");
});
