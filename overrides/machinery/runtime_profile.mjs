// Finds out which functions of Python's machine code messages need (overrides/guide/profile.ts says how), under Node.
//
// Called by overrides/machinery/runtime_profile.py with the path of a job file:
//   {"folder": where Pyodide's files lie, the machine code counting, "library": path, "lock": path, "first": [[role, path], …],
//    "later": [[role, path], …], "cold": path, "profile": path of profile.ts, "questions": path, "out": path}
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const json = async (path) => JSON.parse(await readFile(path, "utf8"));
const bytes = async (path) => new Uint8Array(await readFile(path));
const files = (listed) => Promise.all(listed.map(async ([role, path]) => [role, await bytes(path)]));

async function work() {
  const outfile = join(job.folder, "profile.mjs");
  await build({ entryPoints: [job.profile], outfile, bundle: true, format: "esm", platform: "neutral", logLevel: "error" });
  const { profile } = await import(pathToFileURL(outfile).href);
  const { loadPyodide } = await import(pathToFileURL(join(job.folder, "pyodide.mjs")).href);
  const { default: glue } = await import(pathToFileURL(join(job.folder, "pyodide.asm.mjs")).href);
  const quiet = { stdout: () => undefined, stderr: () => undefined };
  const options = { indexURL: job.folder, stdLibURL: job.library, lockFileContents: await json(job.lock), ...quiet };
  const [first, later, cold] = [await files(job.first), await files(job.later), await bytes(job.cold)];
  const ran = await profile({ load: loadPyodide, glue, options, first, later, cold }, await json(job.questions));
  await writeFile(job.out, JSON.stringify(ran));
}

try {
  await work();
} catch (error) {
  console.error(String(error.stack ?? error.message).slice(-4000));
  process.exitCode = 1;
}
