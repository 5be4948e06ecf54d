/** For the build only (see overrides/machinery/runtime_memory.mjs): makes the memory from which every visit starts. */
import { joinRest, putBack, WASM_PAGE, withoutDrawing } from "./machine";
import { packed } from "./memory";
import { emptied, rehearse } from "./rehearse";
import { type Pyodide, install } from "./install";

type Bytes = Uint8Array<ArrayBuffer>;
/** What a visit fetches after its first check, and the making of a memory has from the beginning. */
export interface Later {
  cold: Bytes;
  remainder: Bytes;
}
type Load = (options: Record<string, unknown>) => Promise<Pyodide>;

/** Nothing of the computer that builds goes along: not its paths, not its language, no order of its own in sets of words. */
const ENVIRONMENT = { HOME: "/home/pyodide", LANG: "C.UTF-8", PYTHONHASHSEED: "0" };

/** Moments and chance would make each memory another one: nothing that remains may come from them. */
function stopTheClock(): void {
  const moment = Date.UTC(2026, 0, 1);
  Date.now = () => moment;
  performance.now = () => 0;
  crypto.getRandomValues = <T extends ArrayBufferView | null>(into: T): T => {
    if (into) new Uint8Array(into.buffer, into.byteOffset, into.byteLength).fill(7);
    return into;
  };
}

/** Up to the last byte that is not zero, and on to a whole block of it. */
function untilEmpty(memory: ArrayBuffer): Bytes {
  const words = new Uint32Array(memory);
  let end = words.length;
  while (end && words[end - 1] === 0) end--;
  return new Uint8Array(memory.slice(0, Math.ceil((4 * end) / WASM_PAGE) * WASM_PAGE));
}

/** Watch for the machine: the memory that it has when it has just been made, and is whole. */
function watchMachine({ cold, remainder }: Later): { fresh?: Bytes } {
  const real = WebAssembly.instantiate as (code: BufferSource, imports?: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
  const seen: { fresh?: Bytes } = {};
  WebAssembly.instantiate = (async (code: BufferSource, imports: WebAssembly.Imports) => {
    const given = withoutDrawing(imports);
    const made = await real(code, given);
    const memory = made.instance.exports["memory"] as WebAssembly.Memory | undefined;
    if (!memory) return made;
    joinRest(made.instance, given, () => new WebAssembly.Module(remainder));
    putBack(cold, new Uint8Array(memory.buffer));
    seen.fresh = untilEmpty(memory.buffer);
    return made;
  }) as typeof WebAssembly.instantiate;
  return seen;
}

/** Start Python with what `options` say, put the files in place and let the engine work; its memory as a file. */
export async function mould(load: Load, options: Record<string, unknown>, files: [role: string, content: Bytes][], later: Later): Promise<Bytes> {
  stopTheClock();
  const seen = watchMachine(later);
  const python = await load({ ...options, env: ENVIRONMENT, _makeSnapshot: true, _sysExecutable: "python" });
  install(python, files);
  rehearse(python, python.pyimport("guide_engine.bridge").handle as (request: string) => string);
  return packed(emptied(python).makeMemorySnapshot(), seen.fresh!);
}
