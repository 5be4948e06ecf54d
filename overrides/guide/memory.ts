/**
 * Python's whole memory with the engine imported and warm, as a file: the build writes it (mould.ts), the worker takes it
 * back. It holds only what differs from the memory of a machine that has just been made, in blocks.
 *
 * Numbers of 32 bits, first the five of the head, then for each run how many blocks are skipped and how many taken; then
 * what Pyodide notes about its JavaScript objects; then the blocks.
 */

type Bytes = Uint8Array<ArrayBuffer>;

const MARK = 0x4d43_4732;
/** Small enough that little is taken that has not changed, large enough to list. */
const BLOCK = 64;
const HEAD = 5;
/** Pyodide's snapshot: its notes end where this number says, and the memory begins. */
const NOTES_END = 1;

function same(one: Uint32Array, other: Uint32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (one[at] !== (other[at] ?? 0)) return false;
  return true;
}

/** The runs of blocks that differ, as [blocks skipped, blocks taken, …]. */
function runs(now: Bytes, before: Bytes): number[] {
  const [these, those] = [now, before].map((bytes) => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)) as [Uint32Array, Uint32Array];
  const found: number[] = [];
  let [skipped, taken] = [0, 0];
  const words = BLOCK >> 2;
  for (let at = 0; at < these.length; at += words) {
    if (!same(these, those, at, at + words)) {
      taken++;
      continue;
    }
    if (taken) (found.push(skipped, taken), ([skipped, taken] = [0, 0]));
    skipped++;
  }
  if (taken) found.push(skipped, taken);
  return found;
}

/** A file of Pyodide's snapshot; `fresh` is the memory of the machine when it had just been made. */
export function packed(snapshot: Bytes, fresh: Bytes): Bytes {
  const notesEnd = new Uint32Array(snapshot.buffer, 0, NOTES_END + 1)[NOTES_END]!;
  const memory = snapshot.subarray(notesEnd);
  const list = runs(memory, fresh);
  const parts: Bytes[] = [new Uint8Array(Uint32Array.from([MARK, notesEnd, memory.length, fresh.length, list.length / 2, ...list]).buffer)];
  parts.push(snapshot.subarray(0, notesEnd));
  let at = 0;
  for (let run = 0; run < list.length; run += 2) {
    at += list[run]! * BLOCK;
    const end = at + list[run + 1]! * BLOCK;
    parts.push(memory.subarray(at, end));
    at = end;
  }
  const content = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((place, part) => (content.set(part, place), place + part.length), 0);
  return content;
}

/** A file that was taken apart again. Throws RangeError where the content is no such thing. */
export class Memory {
  /** Bytes of the whole. */
  readonly size: number;
  /** What Pyodide notes, without any memory. */
  readonly notes: Bytes;
  private readonly freshSize: number;
  private readonly list: Uint32Array;
  private fresh: Bytes | undefined;

  constructor(private readonly content: Bytes) {
    if (content.byteLength < 4 * HEAD) throw new RangeError("not a memory");
    const [mark, notesEnd = 0, size = 0, freshSize = 0, count = 0] = new Uint32Array(content.buffer, content.byteOffset, HEAD);
    if (mark !== MARK) throw new RangeError("not a memory");
    this.size = size;
    this.freshSize = freshSize;
    this.list = new Uint32Array(content.buffer, content.byteOffset + 4 * HEAD, 2 * count);
    const listEnd = 4 * (HEAD + 2 * count);
    this.notes = content.slice(listEnd, listEnd + notesEnd);
  }

  /** To be called when the machine has just been made, before anything runs in it: what is not in the file comes from here. */
  note(machine: ArrayBuffer): void {
    this.fresh = new Uint8Array(machine.slice(0, this.freshSize));
  }

  /** Make the machine's memory what it was; nothing may be left of what has run in it since. */
  fill(heap: Uint8Array): void {
    heap.set(this.fresh!);
    heap.fill(0, this.freshSize);
    let from = 4 * HEAD + this.list.byteLength + this.notes.length;
    let at = 0;
    for (let run = 0; run < this.list.length; run += 2) {
      at += this.list[run]! * BLOCK;
      const size = this.list[run + 1]! * BLOCK;
      heap.set(this.content.subarray(from, from + size), at);
      from += size;
      at += size;
    }
  }
}
