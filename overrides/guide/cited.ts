/** Who says so: a folded list of sources with the month in which we read each. */
import { h } from "./dom";
import type { Source } from "./protocol";
import { monthName } from "./words";

/** "(Amazon, contact response time; read November 2026)" after a link to the page. */
export function sourceLink(source: Source): Node[] {
  const link = h("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, source.title);
  return [link, document.createTextNode(` (${[source.publisher, source.where].filter(Boolean).join(", ")}; read ${monthName(source.read)})`)];
}

/** On paper nothing can be unfolded: open the folded sources while the page is printed. Returns the way out. */
export function unfoldForPrint(mount: HTMLElement): () => void {
  let opened: HTMLDetailsElement[] = [];
  const open = (): void => {
    opened = [...mount.querySelectorAll<HTMLDetailsElement>(".mcg-cited:not([open])")];
    opened.forEach((folded) => (folded.open = true));
  };
  const close = (): void => opened.forEach((folded) => (folded.open = false));
  window.addEventListener("beforeprint", open);
  window.addEventListener("afterprint", close);
  return () => {
    window.removeEventListener("beforeprint", open);
    window.removeEventListener("afterprint", close);
  };
}

export function whoSaysSo(sources: Source[], about: string): HTMLElement {
  const rows = sources.map((source) => h("li", {}, ...sourceLink(source)));
  const summary = h("summary", {}, "Who says so", h("span", { class: "mcg-visually-hidden" }, `: ${about}`));
  return h("details", { class: "mcg-more mcg-cited" }, summary, h("ul", { class: "mcg-finding__sources" }, ...rows));
}
