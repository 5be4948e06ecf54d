/**
 * A field to paste somebody else's words into, and the engine's answer under it: shared by the notice reader and the
 * reader of sellers' messages. Python starts with the first touch; typing is never held up by it.
 */
import { unfoldForPrint } from "./cited";
import { EngineError, type EngineState } from "./client";
import { fill, h } from "./dom";
import { Editor } from "./editor";
import { TOO_LONG } from "./faults";
import { keepInTab } from "./keep";
import type { Services, Tool } from "./main";
import { Newest } from "./newest";
import type { Diagnostic } from "./positions";
import type { Finding, Methods, Severity, Spans, Verdict } from "./protocol";
import { buildToolbar, type Toolbar } from "./toolbar";
import { type PanelWords, VerdictPanel } from "./verdict";

export type PasteMethod = "notice" | "assess";

/** What the reader is shown. `cards` stand under the panel; a card with `data-number` belongs to the marks of that number. */
export interface Shown {
  look: Verdict;
  headline: string;
  under: (Node | string)[];
  cards: HTMLElement[];
  marks: Mark[];
}

/** Passages of the text that belong to one card. */
export interface Mark {
  number: number;
  severity: Severity;
  title: string;
  message: string;
  spans: Spans;
}

/** What an answer's parts can do. */
export interface Around {
  /** Select the first passage with this number in the text. */
  show: (number: number) => void;
  /** Absolute address of a page given relative to the site's root. */
  href: (page: string) => string;
  /** Say what was done, to the eye and to a screen reader. */
  say: (sentence: string) => void;
}

export interface PasteOptions<M extends PasteMethod> {
  method: M;
  /** Key in the tab's own storage. */
  key: string;
  label: string;
  hint: string;
  placeholder: string;
  /** Said while nothing is there to judge. */
  waiting: string;
  panel: PanelWords;
  answer: (result: Methods[M]["result"], text: string, around: Around) => Shown;
}

const isText = (value: unknown): value is string => typeof value === "string";

export class PasteTool<M extends PasteMethod> implements Tool {
  private text: string;
  private readonly keep;
  private readonly editor: Editor;
  private readonly toolbar: Toolbar;
  private readonly panel: VerdictPanel;
  private readonly asker: Newest<M>;
  private readonly cards = h("div", { class: "mcg-cards" });
  private readonly print = h("div", { class: "mcg-print", "aria-hidden": "true" });
  private readonly leave: (() => void)[] = [];

  constructor(
    private readonly mount: HTMLElement,
    private readonly services: Services,
    private readonly options: PasteOptions<M>,
  ) {
    this.keep = keepInTab(options.key, isText);
    this.text = this.keep.load() ?? "";
    const { label, hint, placeholder } = options;
    this.editor = new Editor({ label, hint, placeholder, text: this.text }, { onChange: (text) => this.edit(text), onMark: (number) => this.emphasise(number), explainInPlace: () => null });
    this.toolbar = buildToolbar({ examples: [], onExample: () => undefined, onPrint: () => window.print(), onWipe: () => this.wipe(), onUndo: ({ text }) => this.restore(text) });
    this.panel = new VerdictPanel({ onRetry: () => services.engine.retry(), onCheckAgain: () => this.ask(0), onKind: () => undefined }, options.panel);
    this.asker = new Newest<M>(services.engine, options.method, {
      onAnswer: (result, params) => this.show(result, (params as { text: string }).text),
      onError: (error) => this.showError(error),
    });
    this.build();
    this.connect();
  }

  private build(): void {
    const label = h("p", { class: "mcg-paste__label", "aria-hidden": "true" }, this.options.label);
    const stays = h("p", { class: "mcg-paste__stays" }, "What you paste stays on this device.");
    const desk = h("div", { class: "mcg-desk" }, label, this.editor.host, h("div", { class: "mcg-paste__foot" }, stays, this.toolbar.element));
    fill(this.mount, this.print, h("div", { class: "mcg-paste" }, desk, this.panel.element, this.cards));
    this.mount.dataset["mcgState"] = "ready";
    this.mount.toggleAttribute("data-empty", this.text.trim() === "");
    this.panel.showNote(this.options.waiting);
  }

  private connect(): void {
    const listen = (target: Window | HTMLElement, type: string, act: () => void): void => {
      target.addEventListener(type, act, { passive: true });
      this.leave.push(() => target.removeEventListener(type, act));
    };
    for (const sign of ["focusin", "pointerdown"]) listen(this.mount, sign, () => this.services.engine.start());
    listen(window, "pagehide", () => this.save());
    listen(window, "beforeprint", () => fill(this.print, h("pre", {}, this.text)));
    this.leave.push(unfoldForPrint(this.mount));
    this.leave.push(this.services.engine.subscribe((state) => this.onEngine(state)));
    if (this.text) this.ask(0);
  }

  destroy(): void {
    this.save();
    this.asker.forget();
    this.leave.forEach((act) => act());
    this.editor.destroy();
    this.panel.destroy();
  }

  // --- the text ---

  private edit(text: string): void {
    this.text = text;
    this.ask();
  }

  private save(): void {
    if (this.text.trim()) this.keep.save(this.text);
    else this.keep.wipe();
  }

  private wipe(): void {
    const before = this.text;
    this.editor.setText("");
    this.keep.wipe();
    this.toolbar.offerUndo("What you pasted is wiped.", { text: before });
    this.panel.announce("What you pasted is wiped. Undo is next to the text.");
  }

  private restore(text: string): void {
    this.editor.setText(text);
    this.panel.announce("Taken back.");
    this.editor.focus();
  }

  // --- the answer ---

  private ask(quiet?: number): void {
    this.save();
    if (this.text.trim() === "") return this.showNothing();
    this.services.engine.start();
    this.asker.ask({ text: this.text } as Methods[M]["params"], quiet);
  }

  private showNothing(): void {
    this.asker.forget();
    this.editor.setMarks([]);
    fill(this.cards);
    this.mount.toggleAttribute("data-empty", true);
    this.panel.showNote(this.options.waiting);
  }

  private show(result: Methods[M]["result"], text: string): void {
    const say = (sentence: string): void => {
      this.toolbar.say(sentence);
      this.panel.announce(sentence);
    };
    const href = (page: string): string => new URL(page, this.services.config.root).href;
    const shown = this.options.answer(result, text, { show: (number) => this.showPassage(number), href, say });
    this.mount.removeAttribute("data-empty");
    this.panel.showAnswer(shown.look, shown.headline, ...shown.under);
    this.fillCards(shown.cards);
    this.editor.setMarks(shown.marks.flatMap(toDiagnostics));
  }

  /** A card that has not changed stays as it is, so that an opened list or a selection in it survives typing. */
  private fillCards(cards: HTMLElement[]): void {
    const old = [...this.cards.children];
    fill(this.cards, ...cards.map((card) => old.find((one) => asMade(one).isEqualNode(card)) ?? card));
  }

  private showPassage(number: number): void {
    this.editor.show(number);
    this.emphasise(number);
  }

  private emphasise(number: number | null): void {
    for (const card of this.cards.querySelectorAll<HTMLElement>("[data-number]")) {
      card.toggleAttribute("data-active", card.dataset["number"] === String(number));
    }
  }

  private showError(error: EngineError): void {
    if (error.kind === "lost") return;
    this.panel.showProblem(error.kind === "timeout" ? TOO_LONG : error.message, error.kind === "timeout");
    fill(this.cards);
    this.editor.setMarks([]);
  }

  private onEngine(state: EngineState): void {
    this.panel.showEngine(state);
    if (state.name === "ready" && this.text.trim()) this.asker.again();
  }
}

/** A copy of a card without what the reader did to it. */
function asMade(card: Element): Element {
  const copy = card.cloneNode(true) as Element;
  copy.removeAttribute("data-active");
  copy.querySelectorAll("[open]").forEach((folded) => folded.removeAttribute("open"));
  return copy;
}

/** Marks as the editor draws them; it asks for a whole finding, of which only these words are shown. */
function toDiagnostics({ number, severity, title, message, spans }: Mark): Diagnostic[] {
  const finding: Finding = { rule: "", code: "", title, severity, status: "documented", where: "text", start: null, end: null, message, sources: [], fixes: [], page: "" };
  return spans.map(([from, to]) => ({ number, from, to, finding }));
}
