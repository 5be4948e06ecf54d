/** The message as the buyer would get it, growing while the blanks are filled; open blanks stay visible as gaps. */
import { calm, fill, h, icon } from "./dom";
import type { Finding } from "./protocol";
import { pieces, type Stretch } from "./template_text";

export class Preview {
  readonly element: HTMLElement;
  private readonly body = h("div", { class: "message__text mcg-preview__text", dir: "auto" });
  private readonly state = h("span", { class: "mcg-preview__state" });
  private shown = "";

  constructor(kind: string) {
    const head = h("div", { class: "message__head" }, h("span", { class: "message__kind" }, kind), this.state);
    this.element = h("section", { class: "message mcg-preview", "aria-label": "Your message", tabindex: -1 }, head, this.body);
  }

  /** Show the message; findings number the words they are about. */
  show(stretches: Stretch[], findings: Finding[]): void {
    const key = JSON.stringify([stretches, findings.map(({ where, start, end, severity }) => [where, start, end, severity])]);
    if (key === this.shown) return;
    this.shown = key;
    fill(this.body, ...stretches.map((stretch) => this.stretch(stretch, findings)));
  }

  private stretch(stretch: Stretch, findings: Finding[]): Node | string {
    const parts = pieces(stretch, findings).map(({ text, number, severity, last }) =>
      number === null
        ? text
        : h("mark", { class: `mark is-${severity}`, "data-finding": number }, text, last && h("span", { class: `mcg-preview__number is-${severity}`, "aria-hidden": "true" }, String(number))),
    );
    if (stretch.field === null) return parts.length === 1 ? parts[0]! : h("span", {}, ...parts);
    return h("span", { class: stretch.filled ? "mcg-filled" : "mcg-gap", "data-field": stretch.field }, ...parts);
  }

  /** How far the message is. */
  setOpen(open: number, total: number): void {
    this.element.toggleAttribute("data-complete", open === 0);
    fill(this.state, open === 0 && icon("send"), open === 0 ? "All filled in" : `${open} of ${total} still open`);
  }

  /** Show which words belong to the field in hand; null for none. */
  setActive(field: string | null): void {
    for (const part of this.body.querySelectorAll<HTMLElement>("[data-field]")) part.toggleAttribute("data-active", part.dataset["field"] === field);
  }

  /** Bring the words of a finding into view. */
  showFinding(number: number): void {
    const mark = this.body.querySelector(`[data-finding="${number}"]`) ?? this.element;
    mark.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    this.element.focus({ preventScroll: true });
  }

  goTo(): void {
    this.element.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    this.element.focus({ preventScroll: true });
  }
}
