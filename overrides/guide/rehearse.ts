/** Before the memory is written to a file: the engine works a little, so that it is warm, and what it left is cleared away. */
import type { Pyodide } from "./install";

/** Nobody's draft: a link, an order and talk of a review wake what most drafts need. No telephone number: few hold one. */
const SAMPLES = [
  "Dear buyer, your order 111-2223334-5556667 is on its way 🎉. Questions? Write to me@shop.example or go to www.shop.example/help. " +
    "Please leave us a five-star review and get a $10 gift card!",
];

export function rehearse(python: Pyodide, handle: (request: string) => string): void {
  for (const text of SAMPLES) {
    for (const method of ["check", "fix"]) {
      handle(JSON.stringify({ v: 1, id: 0, method, params: { text, subject: "About your order", kind: "proactive" } }));
    }
  }
  // What lay in which archive: they are not there when the memory is taken back, and are read again when they are.
  python.pyimport("zipimport")._zip_directory_cache.clear();
  python.pyimport("sys").path_importer_cache.clear();
}

/** Sizes in which free memory is taken, largest first; what is smaller than the last is left as it is. */
const SIZES = [1 << 20, 1 << 17, 1 << 14, 1 << 11, 1 << 9, 256, 128, 64, 32];

/** Python with its rubbish collected and its free memory zeroed, so that it compresses to nothing. */
export function emptied(python: Pyodide): Pyodide {
  python.pyimport("gc").collect();
  const { _module: module } = python;
  const taken: number[] = [];
  const top = new Uint32Array(module.HEAPU8.buffer)[module._emscripten_get_sbrk_ptr() >> 2]!;
  for (const size of SIZES) {
    let place: number;
    // The first piece from untouched memory tells that nothing of this size is free any more.
    while ((place = module._calloc(1, size)) && place < top) taken.push(place);
    module._free(place);
  }
  taken.forEach((place) => module._free(place));
  return python;
}
