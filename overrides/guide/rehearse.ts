/** Before a snapshot: the engine works a little, so that everything is imported and warm, and what it left is cleared away. */
import type { Pyodide } from "./python";

/** Nobody's draft: one with a link, a telephone number and talk of a review wakes the heavy parts. */
const SAMPLE =
  "Dear buyer, your order 111-2223334-5556667 is on its way 🎉. Questions? Call (212) 555-0143 or go to www.shop.example/help. " +
  "Please leave us a five-star review and get a $10 gift card!";

export function rehearse(handle: (request: string) => string): void {
  for (const method of ["check", "fix"]) {
    handle(JSON.stringify({ v: 1, id: 0, method, params: { text: SAMPLE, subject: "About your order", kind: "proactive" } }));
  }
}

/** Sizes in which free memory is taken, largest first; what is smaller than the last is left as it is. */
const SIZES = [1 << 20, 1 << 17, 1 << 14, 1 << 11, 1 << 9];

/** Python with its rubbish collected and its free memory zeroed, so that empty pages need not be kept. */
export function emptied(python: Pyodide): Pyodide {
  python.pyimport("gc").collect();
  const { _module: module } = python;
  const taken: number[] = [];
  for (const size of SIZES) {
    // The first piece from untouched memory tells that nothing of this size is free any more.
    const fresh = module._calloc(1, 4 << 20);
    for (let place = 0; (place = module._calloc(1, size)) < fresh && place; ) taken.push(place);
    module._free(fresh);
  }
  taken.forEach((place) => module._free(place));
  return python;
}
