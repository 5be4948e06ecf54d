/** What can be done with the draft as a whole: examples, open, copy, print, wipe, and the way back from each. */
import { button, fill, h } from "./dom";
import type { Draft, Example } from "./protocol";
import { plural } from "./words";

export interface ToolbarHandlers {
  examples: Example[];
  onExample: (example: Example) => void;
  /** Without these two, there is no button for them. */
  onFile?: (file: File | undefined) => void;
  onCopy?: () => void;
  onPrint: () => void;
  onWipe: () => void;
  onUndo: (before: Draft) => void;
}

export interface Toolbar {
  element: HTMLElement;
  examples: HTMLElement;
  setCount: (characters: number) => void;
  /** Tell what was done, with nothing to take back. */
  say: (sentence: string) => void;
  /** Tell what was done and offer to take it back, until something else is told. */
  offerUndo: (sentence: string, before: Draft) => void;
}

function exampleRow({ examples, onExample }: ToolbarHandlers): HTMLElement {
  const chips = examples.map((example) => button(example.label ?? example.id, () => onExample(example), { class: "mcg-button mcg-button--chip", "data-example": example.id }));
  return h("div", { class: "mcg-examples-row", role: "group", "aria-label": "Examples to try", hidden: !examples.length }, h("span", {}, "Try an example:"), ...chips);
}

/** Put a text on the clipboard. Resolves to what the reader is told of it. */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied.";
  } catch {
    return "Your browser did not allow copying. Select the text and copy it by hand.";
  }
}

export function buildToolbar(handlers: ToolbarHandlers): Toolbar {
  const count = h("span", { class: "mcg-count" });
  const told = h("div", { class: "mcg-told", hidden: true });
  const file = h("input", { type: "file", accept: ".txt,text/plain", class: "mcg-visually-hidden", tabindex: -1, "aria-label": "Open a text file" });
  file.addEventListener("change", () => {
    handlers.onFile?.(file.files?.[0]);
    file.value = "";
  });
  const tools = h(
    "div",
    { class: "mcg-tools", role: "group", "aria-label": "Your draft" },
    count,
    handlers.onFile && button("Open", () => file.click(), { title: "Open a .txt file; it stays on this device" }, "open"),
    handlers.onCopy && button("Copy", handlers.onCopy, { title: "Copy the message" }, "copy"),
    button("Print", handlers.onPrint, { title: "Print the message with its findings" }, "print"),
    button("Wipe", handlers.onWipe, { title: "Wipe the draft from this page and this tab" }, "wipe"),
    handlers.onFile && file,
  );
  const tell = (sentence: string, ...more: Node[]): void => {
    told.hidden = false;
    fill(told, h("span", {}, sentence), ...more);
  };
  return {
    element: h("div", { class: "mcg-toolbar" }, tools, told),
    examples: exampleRow(handlers),
    setCount: (characters) => {
      count.textContent = plural(characters, { one: "character", many: "characters" });
    },
    say: (sentence) => tell(sentence),
    offerUndo: (sentence, before) => {
      const back = button("Undo", () => {
        told.hidden = true;
        handlers.onUndo(before);
      }, {}, "undo");
      tell(sentence, back);
    },
  };
}
