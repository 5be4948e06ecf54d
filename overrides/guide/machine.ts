/** How Pyodide's machine code is made to run, in the build as in the browser: a memory fits only into a machine like its own. */

export const WASM_PAGE = 65_536;

/**
 * Pyodide can draw for add-on libraries that want to, and makes a function of machine code for each of three hundred ways.
 * Nothing here draws: leave out what it would need the addresses for.
 */
export function withoutDrawing(imports: WebAssembly.Imports): WebAssembly.Imports {
  const addresses = imports["GOT.func"];
  if (!addresses) return imports;
  const nowhere = { get: (all: WebAssembly.ModuleImports, name: string) => (name.startsWith("emscripten_gl") ? nobody() : all[name]) };
  const nobody = (): WebAssembly.Global => new WebAssembly.Global({ value: "i32", mutable: true }, 0);
  return { ...imports, "GOT.func": new Proxy(addresses, nowhere as ProxyHandler<WebAssembly.ModuleImports>) };
}

/** `(module (import "" "" (func)) (export "" (func 0)))`: a function of JavaScript, in a form that fits into a table. */
const AS_MACHINE_CODE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 5, 1, 0, 0, 0, 0, 7, 4, 1, 0, 0, 0);

/**
 * Python's machine code comes in two parts (see overrides/machinery/runtime_split.py). Let the first one, once it wants a
 * function that it does not have, get the rest from `bring`, and go on. What `bring` throws ends what was asked.
 */
export function joinRest({ exports }: WebAssembly.Instance, imports: WebAssembly.Imports, bring: () => WebAssembly.Module): void {
  const table = exports["__indirect_function_table"] as WebAssembly.Table;
  const ready = exports["split:ready"] as WebAssembly.Global | undefined;
  if (!ready) return; // in one piece (see overrides/machinery/runtime_profile.py)
  const join = (): void => {
    new WebAssembly.Instance(bring(), { ...imports, split: exports });
    ready.value = 1;
  };
  const helper = new WebAssembly.Instance(new WebAssembly.Module(AS_MACHINE_CODE), { "": { "": join } });
  table.set(table.length - 1, helper.exports[""]);
}

/**
 * Put back what the machine code goes without (see overrides/machinery/runtime_cold.py): numbers of 32 bits, how many
 * ranges, of each its address and size; then their bytes.
 */
export function putBack(cold: Uint8Array<ArrayBuffer>, memory: Uint8Array): void {
  const count = new Uint32Array(cold.buffer, cold.byteOffset, 1)[0]!;
  const ranges = new Uint32Array(cold.buffer, cold.byteOffset + 4, 2 * count);
  let from = 4 + ranges.byteLength;
  for (let at = 0; at < ranges.length; at += 2) {
    const size = ranges[at + 1]!;
    memory.set(cold.subarray(from, from + size), ranges[at]!);
    from += size;
  }
}
