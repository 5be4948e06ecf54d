// Learns from the ways people ask which words speak for which page: `node overrides/machinery/search_lessons.mjs INDEX OUT`,
// INDEX being the search's index as JSON, OUT the file that the lessons are written to. Called from machinery/lessons.py.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const [index, out] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "mcg-lessons-"));
try {
  const outfile = join(folder, "training.mjs");
  await build({
    absWorkingDir: root,
    bundle: true,
    entryPoints: ["overrides/guide/search_training.ts"],
    outfile,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
  const { learn } = await import(pathToFileURL(outfile).href);
  await writeFile(out, JSON.stringify(learn(JSON.parse(await readFile(index, "utf8")))));
} finally {
  await rm(folder, { recursive: true, force: true });
}
