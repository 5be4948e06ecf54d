/** The template builder: fill the blanks, see the message grow, have it judged with every key, copy it when it is whole. */
import type { EngineError, EngineState } from "./client";
import { button, fill, h, icon } from "./dom";
import { TOO_LONG } from "./faults";
import { FindingsList } from "./findings";
import { handOver } from "./handover";
import type { Services, Tool } from "./main";
import type { FieldProblem, Finding, Fix, TemplateData, TemplateField } from "./protocol";
import { FieldRow } from "./template_field";
import { Judge, type Judged, type Made } from "./template_judge";
import { Preview } from "./template_preview";
import { loadValues, saveValues } from "./template_store";
import { carried, fieldOf, listed, mended, provisional, standIn, type Values, withoutLabel } from "./template_text";
import { VerdictPanel, WORDS } from "./verdict";
import { plural } from "./words";

const CHECKER = "tools/check/";
/** What this page offers without Python. */
const BY_HAND = "copy the message and compare it with the rules by hand";
const EMPTY = "Fill in the blanks. The verdict comes here while you write.";

class TemplateBuilder implements Tool {
  private readonly data: TemplateData;
  private values: Values;
  /** The newest message from the engine, and the newest with its verdict; the first may be a moment ahead. */
  private made: Made | null = null;
  private judged: Judged | null = null;
  private marked: Finding[] = [];
  /** Fields that the person has left, or was sent to: only their errors are named. */
  private readonly left = new Set<string>();
  private readonly rows: Map<string, FieldRow>;
  private readonly judge: Judge;
  private readonly preview: Preview;
  private readonly panel: VerdictPanel;
  private readonly list: FindingsList;
  private readonly told = h("div", { class: "mcg-told", hidden: true });
  private readonly leave: (() => void)[] = [];

  constructor(
    private readonly mount: HTMLElement,
    private readonly services: Services,
  ) {
    const { engine, config } = services;
    this.data = JSON.parse(mount.dataset["template"] ?? "{}") as TemplateData;
    this.values = loadValues(this.data.name);
    this.rows = new Map(this.data.fields.map((field) => [field.name, this.row(field)]));
    this.judge = new Judge(engine, this.data, { onMade: (made) => this.showMade(made), onJudged: (judged) => this.showJudged(judged), onRefused: (error) => this.showRefused(error) });
    this.preview = new Preview(mount.querySelector(".message__kind")?.textContent ?? "");
    const handlers = { onRetry: () => engine.retry(), onCheckAgain: () => this.judge.ask(this.values, 0), onKind: () => undefined };
    this.panel = new VerdictPanel(handlers, { ...WORDS, byHand: BY_HAND });
    this.list = new FindingsList({
      onShow: (number) => this.showFinding(number),
      onStep: (number) => this.list.goTo(number),
      onFix: (_finding, fix) => this.mend([fix], `Done: ${fix.title}.`),
      onFixAll: () => this.mendAll(),
      href: (page) => new URL(page, config.root).href,
    });
    this.build();
    this.connect();
  }

  destroy(): void {
    saveValues(this.data.name, this.values);
    this.leave.forEach((act) => act());
    this.judge.destroy();
    this.panel.destroy();
  }

  // --- building ---

  private row(field: TemplateField): FieldRow {
    return new FieldRow(field, {
      onInput: (value) => this.write(field.name, value),
      onEnter: () => this.preview.setActive(field.name),
      onLeave: () => this.fieldLeft(field.name),
    });
  }

  private build(): void {
    const all = h(
      "div",
      { class: "mcg-builder__all", role: "group", "aria-label": "All blanks at once" },
      button("Fill with the example", () => this.replace({ ...this.data.example }, "The example is filled in."), {}, "mend"),
      button("Clear", () => this.replace({}, "All blanks are empty."), {}, "wipe"),
    );
    const see = h("div", { class: "mcg-builder__see" }, button("See the message", () => this.preview.goTo(), {}, "next"));
    const form = h("section", { class: "mcg-builder__form", "aria-label": "Fill in the blanks" }, h("h3", {}, "Fill in the blanks"), all, ...[...this.rows.values()].map(({ element }) => element), see);
    const answer = h("div", { class: "mcg-builder__answer" }, this.preview.element, this.actions(), this.told, this.panel.element, this.list.element);
    fill(this.mount, h("div", { class: "mcg-builder" }, form, answer));
    this.mount.dataset["mcgState"] = "ready";
    this.panel.showNote(EMPTY);
    this.showValues();
  }

  private actions(): HTMLElement {
    const href = new URL(CHECKER, this.services.config.root).href;
    const check = h("a", { class: "mcg-button", href, onclick: (event: MouseEvent) => this.takeToChecker(event) }, icon("out"), h("span", {}, "Edit in the checker"));
    return h(
      "div",
      { class: "mcg-builder__actions", role: "group", "aria-label": "Take the message" },
      button("Copy the message", () => void this.copy(), { class: "mcg-button mcg-button--main" }, "copy"),
      check,
      button("Print", () => window.print(), {}, "print"),
    );
  }

  private connect(): void {
    this.mount.addEventListener("keydown", (event) => this.keys(event));
    this.leave.push(this.services.engine.subscribe((state) => this.onEngine(state)));
    this.edit(this.values);
  }

  private keys(event: KeyboardEvent): void {
    if (event.key !== "F8") return;
    event.preventDefault();
    const number = this.list.next(event.shiftKey ? -1 : 1);
    if (number !== null) this.list.goTo(number);
  }

  // --- values ---

  private edit(values: Values): void {
    this.values = values;
    saveValues(this.data.name, values);
    if (this.services.engine.state.name !== "ready") this.showProvisional();
    this.judge.ask(values);
  }

  private write(field: string, value: string): void {
    if (value === (this.values[field] ?? "")) return;
    // What was told is over; a way back stays until something else is told.
    if (!this.told.querySelector("button")) this.told.hidden = true;
    this.edit({ ...this.values, [field]: value });
  }

  private showValues(): void {
    for (const [name, row] of this.rows) row.value = this.values[name] ?? "";
  }

  /** Put other values in place of the present ones and offer the way back, where there is something to go back to. */
  private replace(values: Values, said: string): void {
    const before = this.values;
    this.left.clear();
    this.edit(values);
    this.showValues();
    this.showErrors();
    const lost = Object.values(before).some(Boolean);
    this.tell(said, lost && button("Undo", () => this.undo(before), {}, "undo"));
  }

  private undo(before: Values): void {
    this.edit(before);
    this.showValues();
    this.tell("Taken back.");
  }

  private tell(sentence: string, more: HTMLElement | false = false): void {
    this.told.hidden = false;
    fill(this.told, h("span", {}, sentence), more);
    this.panel.announce(sentence);
  }

  private fieldLeft(name: string): void {
    this.preview.setActive(null);
    this.left.add(name);
    this.showErrors();
  }

  // --- what the engine said ---

  private onEngine(state: EngineState): void {
    this.panel.showEngine(state);
    // What was asked while the engine was away is lost with it.
    if (state.name === "ready" && this.judged?.values !== this.values) this.judge.ask(this.values, 0);
  }

  /** Until the engine is awake: the words as typed, so that nobody writes into nothing. */
  private showProvisional(): void {
    const { stretches } = standIn(provisional(this.data, this.values), new Map());
    this.preview.show(stretches, []);
    this.preview.setOpen(this.data.fields.filter(({ name, required }) => required && !this.values[name]?.trim()).length, this.data.fields.length);
  }

  private showMade(made: Made): void {
    this.marked = carried(this.marked, (this.made ?? made).checked.text, made.checked.text);
    this.made = made;
    this.preview.show(made.stretches, this.marked);
    this.preview.setOpen(problems(made).length, this.data.fields.length);
    this.showErrors();
  }

  private showJudged(judged: Judged): void {
    this.judged = judged;
    const { rendered, result, checked, stretches } = judged;
    // While blanks are open, a verdict that finds nothing would sound like leave to send.
    const speaks = rendered.complete || result.verdict !== "send";
    const findings = speaks ? result.findings.map((finding) => ({ ...finding, fixes: finding.fixes.filter((fix) => mended(fix, stretches, this.data.fields)) })) : [];
    this.marked = findings;
    this.preview.show(stretches, findings);
    if (speaks) this.panel.showResult(result);
    else this.panel.showNote(this.stillOpen(problems(judged)));
    if (speaks) this.list.show({ ...result, findings }, checked);
    else this.list.clear();
  }

  private stillOpen(open: FieldProblem[]): string {
    const required = this.data.fields.filter((field) => field.required);
    return open.length === required.length ? EMPTY : `Still open: ${this.labels(open)}.`;
  }

  private showRefused(error: EngineError): void {
    if (error.kind === "refused") this.panel.showProblem(error.message, false);
    if (error.kind === "timeout") this.panel.showProblem(TOO_LONG, true);
    if (error.kind !== "lost") this.list.clear();
  }

  private labels(open: FieldProblem[]): string {
    return listed(open.map(({ field }) => this.rows.get(field)?.field.label ?? field));
  }

  /** Name what is wrong beside each field that the person has left. */
  private showErrors(): void {
    if (this.made?.values !== this.values) return;
    const wrong = new Map(problems(this.made).map(({ field, message }) => [field, message]));
    for (const [name, row] of this.rows) {
      const sentence = row.halfWritten ? "Write the whole date: day, month and year." : withoutLabel(wrong.get(name) ?? "", row.field.label);
      row.showError(this.left.has(name) && sentence ? sentence : null);
    }
  }

  // --- findings and fixes ---

  private showFinding(number: number): void {
    const finding = this.judged?.result.findings[number - 1];
    const field = finding && fieldOf(finding, this.judged?.stretches ?? []);
    if (field) this.rows.get(field)?.focus();
    else this.preview.showFinding(number);
  }

  /** Fixes go back into the fields whose words they change. */
  private mend(fixes: Fix[], said: string): void {
    if (this.judged?.values !== this.values) return;
    const values = { ...this.values };
    for (const fix of fixes) {
      const one = mended(fix, this.judged.stretches, this.data.fields);
      // Two fixes of one field would not know of each other; the check that follows offers the second again.
      if (one && values[one.field] === this.values[one.field]) values[one.field] = one.value;
    }
    this.replace(values, said);
  }

  private mendAll(): void {
    const safe = (this.judged?.result.findings ?? []).flatMap(({ fixes }) => fixes.find(({ applicability }) => applicability === "safe") ?? []);
    this.mend(safe, "The safe fixes are applied.");
  }

  // --- out ---

  private async copy(): Promise<void> {
    const { name } = this.services.engine.state;
    if (name === "failed") return this.tell("The checker is not running, so nothing tells whether the message is whole. You can select its text and copy it.");
    if (name !== "ready") return this.tell("One moment: the checker is still waking up. Then copy again.");
    const current = this.made?.values === this.values ? this.made.rendered : await this.judge.render(this.values);
    if (!current.complete) return this.pointToOpen([...current.missing, ...current.malformed]);
    try {
      await navigator.clipboard.writeText(current.text);
      this.tell(`Copied: ${plural([...current.text].length, { one: "character", many: "characters" })}. Paste it into your message to the buyer.`);
    } catch {
      this.tell("Your browser did not allow copying. Select the text and copy it by hand.");
    }
  }

  /** Nothing half filled is ever copied: go to the first field that needs the person. */
  private pointToOpen(open: FieldProblem[]): void {
    for (const { field } of open) this.left.add(field);
    this.showErrors();
    const first = this.data.fields.find(({ name }) => open.some(({ field }) => field === name));
    this.tell(`Not copied yet. Still open: ${this.labels(open)}.`);
    if (first) this.rows.get(first.name)?.focus();
  }

  /** The link leads there by itself; the message goes ahead of it, with its gaps where some are left. */
  private takeToChecker(event: MouseEvent): void {
    const current = this.made?.values === this.values ? this.made.rendered : null;
    const segments = current?.segments ?? provisional(this.data, this.values);
    const text = segments.map((segment) => segment.text).join("");
    const context = current?.context ?? this.data.context;
    if (handOver({ draft: { ...context, text }, said: `Your message from the template “${this.data.title}” is here.` })) return;
    event.preventDefault();
    this.tell("This browser keeps nothing for this tab. Copy the message and paste it into the checker.");
  }
}

const problems = ({ rendered }: Made): FieldProblem[] => [...rendered.missing, ...rendered.malformed];

export function mount(element: HTMLElement, services: Services): Tool {
  return new TemplateBuilder(element, services);
}
