/** The numbered list of findings, in step with the marks in the text. */
import { sourceLink } from "./cited";
import { button, calm, fill, h } from "./dom";
import { excerpt } from "./positions";
import type { CheckResult, Draft, Finding, Fix } from "./protocol";
import { countsLine, SEVERITY, STATUS } from "./words";

export interface FindingsHandlers {
  /** The reader picked an entry: show its words in the text. */
  onShow: (number: number) => void;
  /** The reader asked for the finding before or after. */
  onStep: (number: number) => void;
  onFix: (finding: Finding, fix: Fix) => void;
  onFixAll: () => void;
  /** Absolute address of a page given relative to the site's root. */
  href: (page: string) => string;
}

const hasSafeFix = (finding: Finding): boolean => finding.fixes.some((fix) => fix.applicability === "safe");

export class FindingsList {
  readonly element: HTMLElement;
  private readonly list = h("ol", { class: "mcg-findings__list" });
  private readonly summary = h("p", { class: "mcg-findings__summary" });
  private readonly position = h("span", { class: "mcg-step__position" });
  private readonly fixAll: HTMLButtonElement;
  private readonly bar: HTMLElement;
  private entries: HTMLLIElement[] = [];
  private findings: Finding[] = [];
  /** What each entry shows, so that one that stays the same is not made again. */
  private shown: string[] = [];
  private active: number | null = null;

  constructor(private readonly handlers: FindingsHandlers) {
    this.fixAll = button("Apply all safe fixes", handlers.onFixAll, { class: "mcg-button mcg-button--main" }, "mend");
    this.bar = h(
      "div",
      { class: "mcg-step", role: "group", "aria-label": "Go through the findings" },
      button("Previous finding", () => this.step(-1), { class: "mcg-button mcg-button--icon", title: "Previous finding (Shift+F8)" }, "previous"),
      this.position,
      button("Next finding", () => this.step(1), { class: "mcg-button mcg-button--icon", title: "Next finding (F8)" }, "next"),
      this.fixAll,
    );
    this.element = h(
      "section",
      { class: "mcg-findings", "aria-label": "Findings", hidden: true },
      h("div", { class: "mcg-findings__head" }, h("h2", { class: "mcg-findings__title" }, "What we found"), this.summary),
      this.bar,
      this.list,
    );
  }

  /** Show a result for the draft it was made for; unchanged entries are left alone so that focus and scrolling stay. */
  show(result: CheckResult, draft: Draft): void {
    this.findings = result.findings;
    this.element.hidden = result.findings.length === 0;
    this.summary.textContent = countsLine(result.counts);
    this.fixAll.hidden = !result.findings.some(hasSafeFix);
    this.update(result.findings, draft);
    if (this.active !== null && this.active > this.findings.length) this.active = null;
    this.setActive(this.active);
  }

  private update(findings: Finding[], draft: Draft): void {
    const focused = this.entries.findIndex((entry) => entry.contains(document.activeElement));
    const words = findings.map((finding) => this.quote(finding, draft));
    const keys = findings.map((finding, index) => lookOf(finding, words[index]!));
    const before = this.entries;
    this.entries = findings.map((finding, index) => (keys[index] === this.shown[index] ? before[index]! : this.entry(finding, index + 1, words[index]!)));
    this.shown = keys;
    this.entries.forEach((entry, index) => {
      const old = before[index];
      if (!old) this.list.append(entry);
      else if (old !== entry) old.replaceWith(entry);
    });
    for (const entry of before.slice(this.entries.length)) entry.remove();
    if (before[focused] !== this.entries[focused]) this.keepFocus(focused);
  }

  clear(): void {
    this.findings = [];
    this.entries = [];
    this.shown = [];
    this.active = null;
    this.element.hidden = true;
    fill(this.list);
  }

  /** Emphasise one entry and bring it into view; null for none. */
  setActive(number: number | null, reveal = false): void {
    this.active = number;
    this.entries.forEach((entry, index) => {
      const here = index + 1 === number;
      entry.toggleAttribute("data-active", here);
      if (here) entry.setAttribute("aria-current", "true");
      else entry.removeAttribute("aria-current");
      if (here && reveal) entry.scrollIntoView({ block: "nearest" });
    });
    const total = this.findings.length;
    this.position.textContent = number === null ? `${total} in all` : `${number} of ${total}`;
  }

  /** Number of the finding after (1) or before (-1) the active one, round and round; null where there is none. */
  next(by: 1 | -1): number | null {
    const total = this.findings.length;
    if (!total) return null;
    const from = this.active ?? (by === 1 ? 0 : 1);
    return ((from - 1 + by + total) % total) + 1;
  }

  private step(by: 1 | -1): void {
    const number = this.next(by);
    if (number !== null) this.handlers.onStep(number);
  }

  /** Make an entry the active one, bring it into view and put the focus on it. */
  goTo(number: number): void {
    this.setActive(number);
    this.entries[number - 1]?.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    this.entries[number - 1]?.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
  }

  /** Focus an entry by number; used for findings that have no words in the text. */
  focusEntry(number: number): void {
    this.entries[number - 1]?.querySelector<HTMLElement>("h3")?.focus();
  }

  /** After the list was rebuilt under the keyboard's focus: stay at the same place in it, or at its end. */
  private keepFocus(index: number): void {
    if (index < 0) return;
    const entry = this.entries[Math.min(index, this.entries.length - 1)];
    entry?.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
  }

  private quote(finding: Finding, draft: Draft): string {
    if (finding.start === null || finding.end === null) return "";
    if (finding.where !== "text" && finding.where !== "subject") return "";
    return excerpt(draft[finding.where] ?? "", finding.start, finding.end);
  }

  private entry(finding: Finding, number: number, words: string): HTMLLIElement {
    return h(
      "li",
      { class: "mcg-finding", "data-severity": finding.severity, "data-rule": finding.rule },
      h(
        "h3",
        { class: "mcg-finding__title", tabindex: -1 },
        h("span", { class: "mcg-finding__number" }, String(number)),
        h("span", { class: "mcg-finding__name" }, finding.title),
        h("span", { class: "mcg-finding__severity" }, SEVERITY[finding.severity]),
      ),
      words ? this.showButton(finding, number, words) : h("p", { class: "mcg-finding__context" }, contextNote(finding)),
      h("p", { class: "mcg-finding__message" }, finding.message),
      this.fixes(finding, number),
      this.grounds(finding),
    );
  }

  private showButton(finding: Finding, number: number, words: string): HTMLElement {
    const where = finding.where === "subject" ? "the subject" : "your message";
    const label = `Show in ${where}: ${words}`;
    return h("button", { type: "button", class: "mcg-finding__quote", "aria-label": label, onclick: () => this.handlers.onShow(number) }, h("q", {}, words));
  }

  /** An entry outlives changes around its words: what its fix changes is looked up when it is pressed. */
  private fix(number: number, index: number): void {
    const finding = this.findings[number - 1];
    const fix = finding?.fixes[index];
    if (fix) this.handlers.onFix(finding, fix);
  }

  private fixes(finding: Finding, number: number): HTMLElement | null {
    if (!finding.fixes.length) return null;
    const rows = finding.fixes.map((fix, index) => {
      const suggested = fix.applicability === "suggested";
      const act = button(fix.title, () => this.fix(number, index), { class: "mcg-button mcg-button--fix" }, "mend");
      const becomes = fix.edits.map((edit) => edit.replacement.trim()).filter(Boolean).join(" … ");
      return h(
        "li",
        {},
        act,
        becomes && h("p", { class: "mcg-finding__becomes" }, "Becomes: ", h("ins", {}, becomes)),
        suggested && h("p", { class: "mcg-finding__caution" }, "Read it again afterwards: this changes what the sentence says."),
      );
    });
    return h("ul", { class: "mcg-finding__fixes", "aria-label": `Fixes for ${finding.title}` }, ...rows);
  }

  /** How sure we are and who says so. */
  private grounds(finding: Finding): HTMLElement {
    const status = STATUS[finding.status];
    const sources = finding.sources.map((source) => h("li", {}, ...sourceLink(source)));
    return h(
      "div",
      { class: "mcg-finding__grounds" },
      h("p", { class: "mcg-finding__status", "data-status": finding.status }, h("strong", {}, status.label), status.means && ` ${status.means}`),
      sources.length > 0 && h("ul", { class: "mcg-finding__sources", "aria-label": "Sources" }, ...sources),
      h("a", { class: "mcg-finding__page", href: this.handlers.href(finding.page) }, `About “${finding.title}” (${finding.code})`),
    );
  }
}

/** All that an entry shows; positions are no part of it, for with a key pressed above it they all move. */
function lookOf({ start: _start, end: _end, fixes, ...rest }: Finding, words: string): string {
  return JSON.stringify([words, rest, fixes.map(({ edits, ...fix }) => [fix, edits.map(({ replacement }) => replacement)])]);
}

function contextNote(finding: Finding): string {
  if (finding.where === "attachments") return "About an attachment";
  if (finding.where === "subject") return "About the subject";
  return "About the message as a whole";
}
