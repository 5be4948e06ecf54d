/** The panel that says where things stand: waking up, broken, waiting for words, or the verdict in one sentence. */
import type { EngineState } from "./client";
import { button, fill, h, icon } from "./dom";
import { noticeFor } from "./faults";
import type { CheckResult, Kind, Stage, Verdict } from "./protocol";
import { megabytes } from "./words";

const STAGES: [Stage, string][] = [
  ["download", "Fetch Python"],
  ["python", "Start Python"],
  ["engine", "Load the rules"],
];

export interface PanelHandlers {
  onRetry: () => void;
  onCheckAgain: () => void;
  onKind: (kind: Kind) => void;
}

/** The panel's words for a tool that gives something else than a verdict on a draft. */
export interface PanelWords {
  label: string;
  /** What the tool is called, without "the". */
  name: string;
  waking: string;
  meanwhile: string;
  kept: string;
  /** What can be done on this page without Python; see noticeFor. */
  byHand?: string;
}

export const WORDS: PanelWords = {
  label: "Verdict",
  name: "checker",
  waking: "Waking the checker",
  meanwhile: "You can write meanwhile: the first check runs as soon as it is awake.",
  kept: "Your draft is still here.",
};

export class VerdictPanel {
  readonly element: HTMLElement;
  private readonly body = h("div", { class: "mcg-verdict__body" });
  private readonly engine = h("div", { class: "mcg-engine", hidden: true });
  /** Spoken politely, and only once things have settled. */
  private readonly live = h("p", { class: "mcg-visually-hidden", role: "status", "aria-live": "polite" });
  private readonly bar = h("progress", { class: "mcg-engine__bar", "aria-label": "Starting the checker" });
  private readonly amount = h("span", { class: "mcg-engine__amount" });
  private readonly steps = h("ol", { class: "mcg-engine__steps" });
  private settle: ReturnType<typeof setTimeout> | undefined;
  private said = "";
  /** The verdict that the body shows; empty where it shows something else. */
  private drawn = "";

  constructor(
    private readonly handlers: PanelHandlers,
    private readonly words: PanelWords = WORDS,
  ) {
    this.element = h("section", { class: "mcg-verdict", "aria-label": words.label, "data-verdict": "none" }, this.engine, this.body, this.live);
    for (const [stage, label] of STAGES) this.steps.append(h("li", { "data-stage": stage }, label));
  }

  /** Say something now: the outcome of what the person just did. */
  announce(sentence: string): void {
    clearTimeout(this.settle);
    // The same words twice in a row would not be spoken the second time without a change in between.
    this.live.textContent = "";
    this.live.textContent = sentence;
  }

  /** Say the verdict once nothing has changed for a while, and not again while it stays the same. */
  private announceSettled(sentence: string): void {
    clearTimeout(this.settle);
    if (sentence === this.said) return;
    this.settle = setTimeout(() => {
      this.said = sentence;
      this.live.textContent = sentence;
    }, 1000);
  }

  showEngine(state: EngineState): void {
    this.engine.hidden = state.name === "ready" || state.name === "idle";
    this.element.dataset["engine"] = state.name;
    if (state.name === "booting") this.showBoot(state);
    if (state.name === "failed") this.showFailure(state);
  }

  /** Python has not been started yet, and will be soon: nothing moves when it is. */
  showComing(): void {
    this.showEngine({ name: "booting", stage: "download", loaded: 0, total: 0, afterTimeout: false });
  }

  private showBoot(state: Extract<EngineState, { name: "booting" }>): void {
    if (!this.engine.contains(this.bar)) {
      const hello = h("p", { class: "mcg-engine__title" }, state.afterTimeout ? `Starting the ${this.words.name} again` : this.words.waking);
      const note = h("p", { class: "mcg-engine__note" }, this.words.meanwhile);
      fill(this.engine, h("div", { class: "mcg-engine__head" }, hello, this.amount), this.bar, this.steps, note);
    }
    const current = STAGES.findIndex(([stage]) => stage === state.stage);
    [...this.steps.children].forEach((step, index) => {
      if (index === current) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
      step.toggleAttribute("data-done", index < current);
    });
    const measured = state.stage === "download" && state.total > 0;
    this.amount.textContent = measured ? `${megabytes(state.loaded)} of ${megabytes(state.total)}` : "";
    // The download is most of the way; the two short steps after it cannot be measured.
    this.bar.max = 100;
    this.bar.value = measured ? (80 * state.loaded) / state.total : current <= 0 ? 0 : 70 + 10 * current;
  }

  private showFailure(state: Extract<EngineState, { name: "failed" }>): void {
    const notice = noticeFor(state.trouble, this.words.byHand, this.words.name);
    fill(
      this.engine,
      h("p", { class: "mcg-engine__title" }, icon("stop"), notice.happened),
      h("p", { class: "mcg-engine__note" }, `${notice.todo} ${this.words.kept}`),
      notice.retry && button(notice.retry, this.handlers.onRetry, { class: "mcg-button mcg-button--main" }),
    );
    this.announce(`${notice.happened} ${notice.todo}`);
  }

  /** No words yet, or none judged yet. */
  showWaiting(hasWords: boolean): void {
    this.showNote(hasWords ? "The verdict comes here once the checker is awake." : "Paste or write a message. The verdict comes here while you type.");
  }

  /** No verdict, and why. */
  showNote(sentence: string): void {
    this.element.dataset["verdict"] = "none";
    clearTimeout(this.settle);
    this.said = "";
    this.draw(h("p", { class: "mcg-verdict__waiting" }, sentence));
  }

  showResult(result: CheckResult): void {
    this.element.dataset["verdict"] = result.verdict;
    const assumed = result.assumed.includes("kind");
    const drawn = JSON.stringify([result.verdict, result.headline, assumed]);
    // With nearly each key it is the verdict that stands there already.
    if (drawn !== this.drawn) this.draw(h("p", { class: "mcg-verdict__headline" }, icon(result.verdict), h("span", {}, result.headline)), assumed && this.assumption());
    this.drawn = drawn;
    this.announceSettled(result.headline);
  }

  /** An answer that is no verdict on a draft: the look of one, a sentence of its own, and more under it. */
  showAnswer(look: Verdict, headline: string, ...more: (Node | string)[]): void {
    this.element.dataset["verdict"] = look;
    this.draw(h("p", { class: "mcg-verdict__headline" }, icon(look), h("span", {}, headline)), ...more);
    this.announceSettled(headline);
  }

  private draw(...children: (Node | string | false)[]): void {
    this.drawn = "";
    fill(this.body, ...children);
  }

  private assumption(): HTMLElement {
    return h("p", { class: "mcg-verdict__assumed" }, "We took it as a reply to a buyer. ", h("button", { type: "button", class: "mcg-link", onclick: () => this.handlers.onKind("proactive") }, "It is a first message"));
  }

  /** The engine would not judge this draft: its own plain sentence, or ours. */
  showProblem(sentence: string, again: boolean): void {
    this.element.dataset["verdict"] = "problem";
    this.draw(h("p", { class: "mcg-verdict__headline" }, icon("review"), h("span", {}, sentence)), again && button("Check again", this.handlers.onCheckAgain));
    this.announceSettled(sentence);
  }

  destroy(): void {
    clearTimeout(this.settle);
  }
}
