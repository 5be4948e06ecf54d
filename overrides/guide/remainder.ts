/**
 * The part of Python's machine code that hardly a draft needs (see overrides/machinery/runtime_split.py): it comes after the
 * first check, or on the spot where Python runs into it before.
 */
import { BootFailure, fetchNow } from "./download";
import type { FileEntry } from "./protocol";

export class Remainder {
  /** Why it could not be had when Python wanted it. Nothing can be done with that Python any more. */
  failure: unknown;
  private module: WebAssembly.Module | undefined;

  constructor(
    private readonly base: string,
    readonly file: FileEntry,
  ) {}

  /** It has come by itself. */
  take(module: WebAssembly.Module): void {
    this.module ??= module;
  }

  /** For Python, which cannot wait: everything here stands still until it is there. Throws BootFailure where it does not come. */
  readonly bring = (): WebAssembly.Module => {
    try {
      return (this.module ??= this.compiled(fetchNow(this.base, this.file)));
    } catch (error) {
      this.failure = error;
      throw error;
    }
  };

  private compiled(content: ArrayBuffer): WebAssembly.Module {
    try {
      return new WebAssembly.Module(content);
    } catch (error) {
      throw new BootFailure("corrupt", String(error));
    }
  }
}
