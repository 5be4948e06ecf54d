/** Before a snapshot: the engine works a little, so that everything is imported and warm, and what it left is cleared away. */
import type { Pyodide } from "./python";

/** Nobody's drafts: a link, a telephone number and talk of a review wake the heavy parts; the second fetches the other languages. */
const SAMPLES = [
  "Dear buyer, your order 111-2223334-5556667 is on its way 🎉. Questions? Call (212) 555-0143 or go to www.shop.example/help. " +
    "Please leave us a five-star review and get a $10 gift card!",
  "Bonjour, votre colis est en route. Merci de nous laisser un avis.",
];

export function rehearse(python: Pyodide, handle: (request: string) => string): void {
  for (const text of SAMPLES) {
    for (const method of ["check", "fix"]) {
      handle(JSON.stringify({ v: 1, id: 0, method, params: { text, subject: "About your order", kind: "proactive" } }));
    }
  }
  // Later, its files are not there for a moment, and a country's plan that cannot be loaded leaves the library's own lock locked.
  python.pyimport("phonenumbers.phonemetadata").PhoneMetadata.load_all();
}

/** Sizes in which free memory is taken, largest first; what is smaller than the last is left as it is. */
const SIZES = [1 << 20, 1 << 17, 1 << 14, 1 << 11, 1 << 9];

/** Python with its rubbish collected and its free memory zeroed, so that empty pages need not be kept. */
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
