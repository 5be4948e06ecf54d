// Runs the front end's unit tests under Node: `node overrides/machinery/test_frontend.mjs [name…]`.
//
// tests/frontend/*.test.ts are bundled by esbuild into build/tests/frontend/ (Node 20 does not read TypeScript), then
// `node --test` runs them. With names, only the files whose name contains one of them.
import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = join(root, "tests/frontend");
const out = join(root, "build/tests/frontend");

const wanted = process.argv.slice(2);
const names = (await readdir(folder))
  .filter((name) => /\.test\.ts$/.test(name))
  .filter((name) => !wanted.length || wanted.some((part) => name.includes(part)))
  .sort();
if (!names.length) {
  console.error(`No test in tests/frontend matches ${wanted.join(" ") || "*.test.ts"}`);
  process.exit(1);
}

await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  bundle: true,
  entryPoints: names.map((name) => join(folder, name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
  loader: { ".css": "text" },
});
const files = names.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { stdio: "inherit" });
process.exit(status ?? 1);
