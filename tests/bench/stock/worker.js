// Pyodide as its documentation starts it, with our wheels loaded the ordinary way.
import { loadPyodide } from "./pyodide.mjs";
import wheels from "./wheels.js";

const ready = loadPyodide().then(async (python) => {
  await python.loadPackage(
    wheels.map((name) => new URL(name, import.meta.url).href),
    { messageCallback: () => undefined },
  );
  return python.pyimport("guide_engine.bridge").handle;
});
onmessage = async ({ data }) => {
  const handle = await ready;
  postMessage(JSON.parse(handle(JSON.stringify(data))));
};
