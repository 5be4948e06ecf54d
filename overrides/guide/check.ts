/** The checker: a draft on one side, the engine's verdict and findings on the other, kept in step. */
import { beginAtRest } from "./begin";
import { EngineError, type EngineState } from "./client";
import { type Change, ContextForm } from "./context";
import { fill, h } from "./dom";
import { countCharacters, EMPTY, forEngine, fromExample, readTextFile, tabStore, tidy } from "./draft";
import { Editor } from "./editor";
import { exampleInFragment, examplesInPage, findExample } from "./examples";
import { TOO_LONG } from "./faults";
import { FindingsList } from "./findings";
import { takeHandover } from "./handover";
import type { Services, Tool } from "./main";
import { applyEdits, diagnosticsFor } from "./positions";
import type { CheckResult, Draft, Example, Finding, Fix } from "./protocol";
import { buildToolbar, copyText, type Toolbar } from "./toolbar";
import { VerdictPanel } from "./verdict";
import { plural } from "./words";

/** CSS pixels from which there are two columns (52rem in parts/check-context.css); narrower, the circumstances start folded. */
const TWO_COLUMNS = 832;
const isWide = (element: HTMLElement): boolean => element.clientWidth >= TWO_COLUMNS;

/** What the page knew before anything was built. */
interface Start {
  draft: Draft;
  editor: Editor;
  wide: boolean;
}

class CheckTool implements Tool {
  private draft: Draft;
  private revision = 0;
  private judged = -1;
  private result: CheckResult | null = null;
  /** A check will be asked for as soon as the present change is done. */
  private due = false;
  /** Python has been started, for this tool or another. */
  private begun = false;
  private readonly leave: (() => void)[] = [];
  private readonly examples: Example[];
  private readonly editor: Editor;
  private readonly context: ContextForm;
  private readonly panel: VerdictPanel;
  private readonly findings: FindingsList;
  private readonly toolbar: Toolbar;
  private readonly print = h("div", { class: "mcg-print", "aria-hidden": "true" });

  constructor(
    private readonly mount: HTMLElement,
    private readonly services: Services,
    { draft, editor, wide }: Start,
  ) {
    this.draft = draft;
    this.editor = editor;
    this.examples = examplesInPage(document);
    const marks = {
      onMark: (number: number | null): void => this.findings.setActive(number, isWide(this.mount)),
      explainInPlace: () => (isWide(this.mount) ? null : (number: number): void => this.findings.goTo(number)),
    };
    editor.tell({ onChange: (text) => this.edit({ text }), onFiles: (files) => void this.openFile(files[0]), ...marks });
    this.context = new ContextForm((change) => this.edit(change), marks, (event) => this.keys(event));
    this.panel = new VerdictPanel({
      onRetry: () => services.engine.retry(),
      onCheckAgain: () => this.checkNow(),
      onKind: (kind) => this.edit({ kind }),
    });
    this.findings = new FindingsList({
      onShow: (number) => this.show(number),
      onStep: (number) => this.stepTo(number),
      onFix: (finding, fix) => this.applyFix(finding, fix),
      onFixAll: () => void this.fixAll(),
      href: (page) => new URL(page, services.config.root).href,
    });
    this.toolbar = buildToolbar({
      examples: this.examples,
      onExample: (example) => this.openExample(example),
      onFile: (file) => void this.openFile(file),
      onCopy: () => void this.copy(),
      onPrint: () => window.print(),
      onWipe: () => this.wipe(),
      onUndo: (before) => this.restore(before),
    });
    this.build(wide);
    this.connect();
  }

  /** The page was complete before: what stood there becomes the list to check by hand, under the tool. */
  private build(wide: boolean): void {
    const byHand = h("details", { class: "mcg-byhand" }, h("summary", {}, "Check by hand instead"));
    byHand.append(...this.mount.childNodes);
    const desk = h("div", { class: "mcg-desk" }, this.context.kindRow, this.context.subjectRow, this.editor.host, this.toolbar.element, this.toolbar.examples);
    const verdict = h("div", { class: "mcg-answer" }, this.panel.element, this.findings.element);
    const column = h("div", { class: "mcg-column" }, desk, this.context.details);
    fill(this.mount, this.print, h("div", { class: "mcg-check" }, column, verdict), byHand);
    // The style sheet keeps the column in view, and lets one that is higher than the window stand still at its end.
    const measure = new ResizeObserver(() => column.style.setProperty("--mcg-column", `${column.offsetHeight}px`));
    measure.observe(column);
    this.leave.push(() => measure.disconnect());
    this.mount.dataset["mcgState"] = "ready";
    this.context.details.open = wide;
    this.showDraft();
  }

  private connect(): void {
    const listen = <T extends Window | HTMLElement>(target: T, type: string, act: (event: never) => void): void => {
      target.addEventListener(type, act as EventListener);
      this.leave.push(() => target.removeEventListener(type, act as EventListener));
    };
    listen(this.mount, "keydown", (event: KeyboardEvent) => this.keys(event));
    listen(window, "pagehide", () => this.save());
    listen(window, "hashchange", () => void this.followFragment());
    listen(window, "beforeprint", () => this.preparePrint());
    this.leave.push(this.services.engine.subscribe((state) => this.onEngine(state)));
    void this.followFragment();
    this.edit({});
    const handed = takeHandover();
    if (handed) this.replace(handed.draft, handed.said);
  }

  destroy(): void {
    this.due = false;
    this.save();
    this.leave.forEach((act) => act());
    this.editor.destroy();
    this.context.destroy();
    this.panel.destroy();
  }

  // --- the draft ---

  private edit(change: Change): void {
    // An example may bring its own "today"; once somebody sets a date themselves, their own day counts.
    const day = "completed_on" in change ? { today: undefined } : {};
    this.draft = tidy({ ...this.draft, ...day, ...change } as Draft);
    this.revision += 1;
    if ("kind" in change || "completed_on" in change) this.context.set(this.draft);
    this.toolbar.setCount(countCharacters(this.draft.text));
    this.checkSoon();
  }

  private showDraft(): void {
    this.editor.setText(this.draft.text);
    this.context.set(this.draft);
  }

  private save(): void {
    tabStore.save(this.draft);
  }

  /** Put another draft in place of the present one and offer the way back. */
  private replace(draft: Draft, said: string): void {
    const before = this.draft;
    this.draft = tidy(draft);
    this.showDraft();
    this.edit({});
    this.toolbar.offerUndo(said, before);
    this.panel.announce(`${said} Undo is next to the text.`);
  }

  private restore(before: Draft): void {
    this.draft = before;
    this.showDraft();
    this.edit({});
    this.panel.announce("Taken back.");
    this.editor.focus();
  }

  private wipe(): void {
    this.replace(EMPTY, "Everything you wrote is wiped.");
    tabStore.wipe();
  }

  // --- checking ---

  /**
   * Not inside the editor's own update, but before the page is drawn with the key's letter, so that the engine works
   * meanwhile. A burst of keys still asks seldom: while a check runs, the engine keeps the newest question only.
   */
  private checkSoon(): void {
    this.due = true;
    queueMicrotask(() => this.due && this.checkNow());
  }

  private checkNow(): void {
    this.due = false;
    this.ask();
    // After the question: the engine is at work while the tab keeps the draft.
    this.save();
  }

  private ask(): void {
    if (this.draft.text.trim() === "" && !this.draft.subject) return this.showNothing();
    if (this.judged < 0) this.panel.showWaiting(true);
    const mine = this.revision;
    this.services.engine.start();
    this.services.engine.check(forEngine(this.draft)).then(
      (result) => {
        // Null: a newer check overtook this one. Another revision: its positions no longer fit the text.
        if (result && mine === this.revision) this.showResult(result, mine);
      },
      (error: unknown) => this.showError(error),
    );
  }

  private showNothing(): void {
    this.result = null;
    this.judged = -1;
    this.findings.clear();
    this.setMarks([]);
    this.panel.showWaiting(false);
  }

  private showResult(result: CheckResult, revision: number): void {
    this.result = result;
    this.judged = revision;
    // The marks first: they are under the reader's eyes.
    this.setMarks(result.findings);
    this.panel.showResult(result);
    this.findings.show(result, this.draft);
  }

  private setMarks(findings: Finding[]): void {
    this.editor.setMarks(diagnosticsFor(findings, "text", this.editor.text.length));
    this.context.setMarks(diagnosticsFor(findings, "subject", (this.draft.subject ?? "").length));
  }

  private showError(error: unknown): void {
    if (!(error instanceof EngineError)) throw error;
    if (error.kind === "refused") this.panel.showProblem(error.message, false);
    if (error.kind === "timeout") this.panel.showProblem(TOO_LONG, true);
    if (error.kind !== "lost") {
      this.findings.clear();
      this.setMarks([]);
    }
  }

  private onEngine(state: EngineState): void {
    this.begun ||= state.name !== "idle";
    if (this.begun) this.panel.showEngine(state);
    else this.panel.showComing();
    const byHand = this.mount.querySelector<HTMLDetailsElement>(".mcg-byhand");
    if (state.name === "failed" && byHand) byHand.open = true;
    // What was typed while the engine was away, unless that very draft is what it could not cope with.
    if (state.name === "ready" && this.judged !== this.revision && this.panel.element.dataset["verdict"] !== "problem") this.checkNow();
  }

  // --- findings and fixes ---

  private keys(event: KeyboardEvent): void {
    if (event.key !== "F8" || event.defaultPrevented) return;
    event.preventDefault();
    const number = this.findings.next(event.shiftKey ? -1 : 1);
    if (number !== null) this.show(number);
  }

  private show(number: number): void {
    const where = this.result?.findings[number - 1]?.where;
    this.findings.setActive(number, isWide(this.mount));
    this.editor.highlight(null);
    const shown = where === "subject" ? this.context.subject.show(number) : this.editor.show(number);
    if (!shown) this.findings.focusEntry(number);
  }

  /** By button: beside the text, the words are shown; under it, the entry, for the text is out of sight. */
  private stepTo(number: number): void {
    if (isWide(this.mount)) return this.show(number);
    this.editor.highlight(number);
    this.findings.goTo(number);
  }

  /** The result on show may be a moment older than the text: then its positions must not be used. */
  private isCurrent(): boolean {
    return this.judged === this.revision;
  }

  private applyFix(finding: Finding, fix: Fix): void {
    if (!this.isCurrent()) return;
    // What a finding about the message as a whole wants to add goes into the text.
    const field = finding.where === "subject" ? "subject" : "text";
    const mended = applyEdits(this.draft[field] ?? "", fix.edits);
    this.replace({ ...this.draft, [field]: mended }, `Done: ${fix.title}.`);
  }

  private async fixAll(): Promise<void> {
    const mine = this.revision;
    try {
      const { text, subject, applied } = await this.services.engine.ask("fix", forEngine(this.draft));
      if (mine !== this.revision) return;
      this.replace({ ...this.draft, text, subject }, `${plural(applied.length, { one: "fix", many: "fixes" })} applied.`);
    } catch (error) {
      this.showError(error);
    }
  }

  // --- in and out ---

  private openExample(example: Example): void {
    this.replace(fromExample(example), "The example is open.");
  }

  private async followFragment(): Promise<void> {
    const id = exampleInFragment(location.hash);
    if (!id) return;
    const example = await findExample(id, this.examples, this.services.config);
    // A reload must bring back what was written since, not the example again.
    history.replaceState(history.state, "", location.pathname + location.search);
    if (example) this.openExample(example);
    else this.toolbar.say("That example could not be opened.");
  }

  private async openFile(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      this.replace({ ...this.draft, text: await readTextFile(file) }, "The file is open.");
    } catch (error) {
      const sentence = error instanceof Error ? error.message : "This file could not be opened.";
      this.toolbar.say(sentence);
      this.panel.announce(sentence);
    }
  }

  private async copy(): Promise<void> {
    const said = await copyText(this.draft.text);
    this.toolbar.say(said);
    this.panel.announce(said);
  }

  /** CodeMirror draws only what is in view; paper gets the whole text. */
  private preparePrint(): void {
    const subject = this.draft.subject ? h("p", {}, h("strong", {}, `Subject: ${this.draft.subject}`)) : null;
    fill(this.print, subject, h("pre", {}, this.draft.text));
  }
}

/** The editor is made in a task of its own, and the width is asked for while nothing in the page has changed: each is long enough. */
export async function mount(element: HTMLElement, services: Services): Promise<Tool> {
  const wide = isWide(element);
  const draft = tabStore.load();
  const editor = new Editor({
    label: "Your message",
    hint: "Problems are marked while you write and listed after the verdict. F8 goes to the next one, Shift and F8 to the one before.",
    placeholder: "Paste or write your message here",
    text: draft.text,
  });
  await services.breathe();
  const tool = new CheckTool(element, services, { draft, editor, wide });
  void beginAtRest(services.engine);
  return tool;
}
