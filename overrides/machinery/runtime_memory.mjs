// Makes the memory from which every visit starts (overrides/guide/mould.ts says how), under Node.
//
// Called by overrides/hooks/runtime.py with the path of a job file:
//   {"folder": where Pyodide's files lie as the browser will have them, "library": path, "lock": path,
//    "archives": [[role, path], …], "cold": path, "remainder": path, "mould": path of mould.ts, "out": path}
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const job = JSON.parse(await readFile(process.argv[2], "utf8"));

async function work() {
  const outfile = join(job.folder, "mould.mjs");
  await build({ entryPoints: [job.mould], outfile, bundle: true, format: "esm", platform: "neutral", logLevel: "error" });
  const { mould } = await import(pathToFileURL(outfile).href);
  const { loadPyodide } = await import(pathToFileURL(join(job.folder, "pyodide.mjs")).href);
  const lockFileContents = JSON.parse(await readFile(job.lock, "utf8"));
  const quiet = { stdout: () => undefined, stderr: () => undefined };
  const options = { indexURL: job.folder, stdLibURL: job.library, lockFileContents, ...quiet };
  const archives = await Promise.all(job.archives.map(async ([role, path]) => [role, new Uint8Array(await readFile(path))]));
  const [cold, remainder] = await Promise.all([job.cold, job.remainder].map(async (path) => new Uint8Array(await readFile(path))));
  await writeFile(job.out, await mould(loadPyodide, options, archives, { cold, remainder }));
}

try {
  await work();
} catch (error) {
  // Uncaught, Node would print the megabyte of glue code around the place and lose Python's own words.
  console.error(String(error.message).slice(-4000));
  process.exitCode = 1;
}
