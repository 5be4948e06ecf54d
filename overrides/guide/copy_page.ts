/**
 * The button that copies the page as Markdown, beside the link to that copy, which is there without scripts too.
 *
 * Safari lets a page write to the clipboard only in answer to a press, so there the text is promised and comes later.
 */
import { button, h } from "./dom";
import type { PlainServices, Tool } from "./main";

const COPIED = "Copied. You can paste it now.";
const NOT_COPIED = "Your browser did not let us copy. Open the plain text and copy it from there.";

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.text();
}

/** Put the text behind an address on the clipboard; says whether it is there now. */
async function copied(address: string): Promise<boolean> {
  try {
    if ("ClipboardItem" in window && "write" in navigator.clipboard) {
      const text = textAt(address).then((words) => new Blob([words], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
    } else await navigator.clipboard.writeText(await textAt(address));
    return true;
  } catch {
    return false;
  }
}

export function mount(element: HTMLElement, services: PlainServices): Tool {
  void services;
  const link = element.querySelector("a")!;
  const told = h("span", { class: "tell-us__told", role: "status" });
  const act = async (): Promise<void> => {
    told.textContent = "";
    told.textContent = (await copied(link.href)) ? COPIED : NOT_COPIED;
  };
  const made = button("Copy this page as text", () => void act(), {}, "copy");
  element.prepend(made);
  element.append(told);
  return { destroy: () => [made, told].forEach((one) => one.remove()) };
}
