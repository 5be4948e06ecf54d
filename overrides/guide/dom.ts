/** Small helpers for building elements. Text reaches the page as text nodes only; no HTML is ever parsed from strings. */

type Child = Node | string | null | undefined | false;
type Props = Record<string, string | number | boolean | ((event: never) => void) | undefined>;

/**
 * Make an element. `on…` keys listen, `true` sets a bare attribute, `false` and undefined set none, everything else is
 * an attribute.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Outlines on a 24-unit grid; each verdict has a shape of its own, so that colour is never the only sign. */
const PATHS = {
  send: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.4 14.2L6.4 12l1.5-1.5 2.7 2.7 5.6-5.6 1.5 1.5z",
  review: "M12 2.6 1.2 21.4h21.6zM11 9.5h2v5.6h-2zm0 7.2h2v2h-2z",
  stop: "M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9zM6.5 10.7v2.6h11v-2.6z",
  undeliverable: "M2 5h20v14H2zm2.4 2 7.6 5.4L19.6 7zM4 9v8h7.2l-1.6-3.9zm16 0-5.6 4-1.6 4H20z",
  next: "m9.4 5.2 6.8 6.8-6.8 6.8L8 17.4l5.4-5.4L8 6.6z",
  previous: "m14.6 5.2-6.8 6.8 6.8 6.8 1.4-1.4-5.4-5.4L16 6.6z",
  out: "M13 4h7v7h-2V7.4l-8.3 8.3-1.4-1.4L16.6 6H13zM5 6h5v2H6v10h10v-4h2v6H4V6z",
  copy: "M8 2h12v14h-3v-2h1V4H10v1H8zM4 6h12v16H4zm2 2v12h8V8z",
  open: "M3 4h7l2 2h9v14H3zm2 4v10h14V8z",
  wipe: "m14.2 3 6.8 6.8L11 20H7l-4-4zM6 16l2 2h2.2l2.6-2.7-4-4z",
  print: "M7 3h10v5H7zm2 2v1h6V5zM3 9h18v8h-4v4H7v-4H3zm6 5v5h6v-5z",
  undo: "M9 5v4c7 0 10 3.500 11 10-2.200-3.800-5.500-5.200-11-5.200V18l-7-6.500z",
  mend: "m19.700 2.900 1.400 1.400-9 9-1.400-1.400zM5 11l1 2.500L8.500 14.500 6 15.500 5 18l-1-2.500L1.500 14.500 4 13.500zm6.600 1.500 3 3L9 21l-3-3z",
} as const;
export type IconName = keyof typeof PATHS;

/** A decorative drawing: hidden from assistive technology, coloured by the text around it. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "mcg-icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

/** A button; `type=button` always, for there are no forms to send anywhere. */
export function button(label: string, act: () => void, props: Props = {}, picture?: IconName): HTMLButtonElement {
  return h("button", { type: "button", class: "mcg-button", onclick: act, ...props }, picture && icon(picture), h("span", {}, label));
}

/** Put new children in place of the old ones, only if the element is there. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)));
}

let ids = 0;
/** An id that no other element of this visit has. */
export const freshId = (stem: string): string => `mcg-${stem}-${++ids}`;

/** Whether typing would bring up an on-screen keyboard: then focus is not moved into the text unasked. */
export const touchFirst = (): boolean => matchMedia("(pointer: coarse)").matches;
export const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
