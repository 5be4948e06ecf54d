/**
 * A walkthrough at the door of another page: the place holds no questions but the way to the walkthrough's own page, and
 * the questions are fetched from there. Where that fails, the way there stays.
 */
import type { PlainServices } from "./main";

/** Fill an empty place with the questions of its walkthrough's page. False where they could not be had. */
export async function fetchQuestions(mount: HTMLElement, { config }: PlainServices): Promise<boolean> {
  const address = new URL(`walkthroughs/${mount.dataset["name"]}/`, config.root);
  try {
    const response = await fetch(address, { credentials: "same-origin" });
    if (!response.ok) return false;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector<HTMLElement>('[data-mcg="walkthrough"]');
    if (!found?.querySelector(".stage")) return false;
    for (const link of found.querySelectorAll("a[href]")) outward(link, address);
    mount.replaceChildren(...[...found.childNodes].map((node) => document.importNode(node, true)));
    return true;
  } catch {
    return false;
  }
}

/** Links in the questions count from their own page; those that stay inside it go on working here as they are. */
function outward(link: Element, address: URL): void {
  const href = link.getAttribute("href")!;
  if (!href.startsWith("#")) link.setAttribute("href", new URL(href, address).href);
}
