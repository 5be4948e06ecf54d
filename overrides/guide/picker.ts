/** Picking a template by what the message is for: a few words, and who writes first. The list itself is in the page. */
import { fill, freshId, h } from "./dom";
import type { PlainServices, Tool } from "./main";
import { plural } from "./words";

/** A template's row in the page, with the words by which it is found. */
interface Row {
  element: HTMLElement;
  words: string;
  kind: string;
}

/** Lower case, without accents, so that “réfund” and “Refund” are one word. */
const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether every word asked for begins a word of the row. */
export function fits(row: { words: string; kind: string }, asked: string, kind: string): boolean {
  const words = folded(row.words).split(/[^\p{L}\p{N}]+/u);
  const wanted = folded(asked).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return (kind === "" || row.kind === kind) && wanted.every((one) => words.some((word) => word.startsWith(one)));
}

const KINDS: [value: string, label: string][] = [["", "All"], ["reply", "I answer"], ["proactive", "I write first"]];

class Picker implements Tool {
  private readonly rows: Row[];
  private readonly words = h("input", { type: "search", id: freshId("words"), autocomplete: "off", spellcheck: "false", oninput: () => this.show() });
  private readonly count = h("p", { class: "mcg-picker__count", role: "status" });
  private kind = "";

  constructor(private readonly mount: HTMLElement) {
    this.rows = [...mount.querySelectorAll<HTMLElement>("[data-kind]")].map((element) => ({
      element,
      words: `${element.textContent} ${element.dataset["words"] ?? ""}`,
      kind: element.dataset["kind"] ?? "",
    }));
    const label = h("label", { for: this.words.id }, "What is it about?");
    const help = h("p", { class: "mcg-field__help", id: freshId("help") }, "One or two words, such as refund, late or address.");
    this.words.setAttribute("aria-describedby", help.id);
    mount.prepend(h("div", { class: "mcg-picker", role: "search", "aria-label": "Find a template" }, h("div", { class: "mcg-field" }, label, this.words, help), this.chips(), this.count));
    mount.dataset["mcgState"] = "ready";
    this.show();
  }

  destroy(): void {
    // Nothing of it lives outside its place in the page.
  }

  private chips(): HTMLElement {
    const name = freshId("kind");
    const chips = KINDS.map(([value, label]) => {
      const input = h("input", { type: "radio", name, value, checked: value === "", onchange: () => this.choose(value) });
      return h("label", { class: "mcg-chip" }, input, h("span", {}, label));
    });
    return h("fieldset", { class: "mcg-chips" }, h("legend", {}, "Who writes first?"), h("div", { class: "mcg-chips__row" }, ...chips));
  }

  private choose(kind: string): void {
    this.kind = kind;
    this.show();
  }

  private show(): void {
    let found = 0;
    for (const row of this.rows) {
      const here = fits(row, this.words.value, this.kind);
      row.element.hidden = !here;
      found += Number(here);
    }
    for (const shelf of this.mount.querySelectorAll<HTMLElement>(":scope > section")) shelf.hidden = !shelf.querySelector("[data-kind]:not([hidden])");
    fill(this.count, this.told(found));
  }

  private told(found: number): string {
    const all = plural(this.rows.length, { one: "template", many: "templates" });
    if (found === 0) return "Nothing fits. Try another word, or write your own message and check it.";
    return found === this.rows.length ? all : `${found} of ${all}`;
  }
}

export function mount(element: HTMLElement, _services: PlainServices): Tool {
  return new Picker(element);
}
