/** The few signs of Markdown that the engine's sentences carry, as elements: **bold**, *italic*, `code`, [words](address). */
import { h } from "./dom";

const SIGNS = /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|`(?<code>[^`]+)`|\[(?<words>[^\]]+)\]\((?<address>[^)\s]+)\)/g;

/** A sentence as nodes; `href` makes a page's address, given relative to the site's root, an absolute one. */
export function inline(text: string, href: (page: string) => string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of text.matchAll(SIGNS)) {
    nodes.push(document.createTextNode(text.slice(from, match.index)), element(match.groups!, href));
    from = match.index + match[0].length;
  }
  nodes.push(document.createTextNode(text.slice(from)));
  return nodes.filter((node) => node.textContent !== "");
}

function element({ bold, italic, code, words, address }: Record<string, string | undefined>, href: (page: string) => string): HTMLElement {
  if (bold) return h("strong", {}, bold);
  if (italic) return h("em", {}, italic);
  if (code) return h("code", {}, code);
  return h("a", { href: href(address!) }, words!);
}
