// Runs the packing steps of the browser's Python inside Pyodide's own Python, under Node.
//
// Why inside: byte code must be written by exactly the interpreter that will read it, and pyodide-lock needs that Python
// too. Called by overrides/hooks/runtime.py with the path of a job file:
//   {"pyodide": folder of the npm package, "step": "pack" | "trace", "work": folder, "script": Python file, …}
// What the Python file needs it finds under /pack and /tools; it writes its answers into /pack.
import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(join(job.pyodide, "pyodide.mjs")).href);

/** Start Python: as npm ships it to pack; with our library, and as the worker does, to trace what is asked of it. */
async function start() {
  const options = { indexURL: resolve(job.pyodide) };
  if (job.step === "pack") return loadPyodide(options);
  const lock = await readFile(join(job.work, "pyodide-lock.json"), "utf8");
  return loadPyodide({ ...options, stdLibURL: resolve(job.work, job.library), lockFileContents: lock });
}

/** Make a folder of this machine visible to Python. */
function mount(python, folder, where) {
  python.FS.mkdirTree(where);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: resolve(folder) }, where);
}

async function work() {
  const python = await start();
  mount(python, job.work, "/pack");
  const paths = job.wheels.map((name) => `/pack/${name}`);
  if (job.tools) {
    mount(python, job.tools, "/tools");
    const wheels = (await readdir(job.tools)).filter((name) => name.endsWith("-none-any.whl")).sort();
    paths.push(...wheels.map((name) => `/tools/${name}`));
  }
  python.globals.get("__import__")("sys").path.extend(paths);
  python.runPython(await readFile(job.script, "utf8"), { filename: job.script });
}

try {
  await work();
} catch (error) {
  // Uncaught, Node would print the megabyte of glue code around the place and lose Python's own words.
  console.error(error.message);
  process.exitCode = 1;
}
