/**
 * For `overrides/machinery/runtime_profile.py` only: which functions of Python's machine code a visit runs, from the start out
 * of the build's memory to the last of many questions. The machine counts: each function switches on a global of its own.
 */
import { type Pyodide, install } from "./install";
import { putBack, withoutDrawing } from "./machine";
import { Memory } from "./memory";
import { mould } from "./mould";
import { type Glue, makeRoom, renew, takingBack } from "./python";

type Bytes = Uint8Array<ArrayBuffer>;
type Files = [role: string, content: Bytes][];
type Load = (options: Record<string, unknown>) => Promise<Pyodide>;

export interface Parts {
  load: Load;
  glue: Glue;
  options: Record<string, unknown>;
  /** What is there from the beginning, and what comes after the first check. */
  first: Files;
  later: Files;
  cold: Bytes;
}

/** Names of the switches, as runtime_profile.py gives them. */
const SWITCH = /^ran:(\d+)$/;

function watched(memory: Memory, cold: Bytes): { instance?: WebAssembly.Instance } {
  const real = WebAssembly.instantiate as (code: BufferSource, imports?: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
  const seen: { instance?: WebAssembly.Instance } = {};
  WebAssembly.instantiate = (async (code: BufferSource, imports: WebAssembly.Imports) => {
    const made = await real(code, withoutDrawing(imports));
    const own = made.instance.exports["memory"] as WebAssembly.Memory | undefined;
    if (!own) return made;
    putBack(cold, new Uint8Array(own.buffer));
    makeRoom(own, memory);
    seen.instance = made.instance;
    return made;
  }) as typeof WebAssembly.instantiate;
  return seen;
}

/** Put all questions (as JSON, for the engine's bridge) to Python; numbers of the functions that ran. */
export async function profile({ load, glue, options, first, later, cold }: Parts, questions: string[]): Promise<number[]> {
  const real = WebAssembly.instantiate;
  const memory = new Memory(await mould(load, options, first, { cold, remainder: new Uint8Array() }));
  WebAssembly.instantiate = real;
  const seen = watched(memory, cold);
  const python = await load({ ...options, createPyodideModule: takingBack(glue, memory), _loadSnapshot: memory.notes });
  renew(python);
  const handle = python.pyimport("guide_engine.bridge").handle as (request: string) => string;
  handle(questions[0]!);
  install(python, [...first, ...later]);
  for (const question of questions) handle(question);
  const ran = Object.entries(seen.instance!.exports).filter(([name, value]) => SWITCH.test(name) && (value as WebAssembly.Global).value === 1);
  return ran.map(([name]) => Number(SWITCH.exec(name)![1]));
}
