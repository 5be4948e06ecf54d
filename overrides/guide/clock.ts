/** The reply clock: by when to answer, and the other windows of an order, in the reader's own time, minute by minute. */
import { unfoldForPrint, whoSaysSo } from "./cited";
import { EngineError, type EngineState } from "./client";
import { asParams, ClockForm, type ClockState, emptyState, isState, receivedAt } from "./clock_form";
import { isInstant, left, type Left, leftSentence } from "./deadlines";
import { button, fill, h } from "./dom";
import { TOO_LONG } from "./faults";
import { inline } from "./inline";
import { keepInTab } from "./keep";
import type { Services, Tool } from "./main";
import { Newest } from "./newest";
import type { ClockParams, ClockResult, Deadline, Verdict } from "./protocol";
import { dayName, hourName, inWords, momentName } from "./spans";
import { buildToolbar, type Toolbar } from "./toolbar";
import { VerdictPanel } from "./verdict";
import { movedBetween, offsetName, placeName } from "./zones";

const MINUTE = 60_000;
const WAITING = "Say when the message came. The deadlines come here.";

/** A card on show and the parts of it that change with time. */
interface Running {
  deadline: Deadline;
  card: HTMLElement;
  left: HTMLElement;
  after: HTMLElement;
}

const LOOKS: Record<Left["standing"], Verdict> = { waiting: "undeliverable", open: "send", soon: "review", over: "stop" };

class ReplyClock implements Tool {
  private readonly keep = keepInTab<ClockState>("mcg-clock-1", isState);
  private state = this.keep.load() ?? emptyState();
  private result: ClockResult | null = null;
  private running: Running[] = [];
  private tick: ReturnType<typeof setTimeout> | undefined;
  private readonly form: ClockForm;
  private readonly toolbar: Toolbar;
  private readonly panel: VerdictPanel;
  private readonly asker: Newest<"clock">;
  private readonly cards = h("div", { class: "mcg-cards" });
  private readonly save = h("div", { class: "mcg-clock__file", hidden: true });
  private readonly leave: (() => void)[] = [];
  private before: ClockState = this.state;

  constructor(
    private readonly mount: HTMLElement,
    private readonly services: Services,
  ) {
    this.form = new ClockForm(this.state, (state) => this.change(state));
    this.toolbar = buildToolbar({ examples: [], onExample: () => undefined, onPrint: () => window.print(), onWipe: () => this.wipe(), onUndo: () => this.restore() });
    const words = {
      label: "Your deadlines",
      name: "clock",
      waking: "Waking the clock",
      meanwhile: "You can go on meanwhile. The deadlines come as soon as it is awake.",
      kept: "What you put in is still here.",
      byHand: "work the deadlines out by hand, as shown below",
    };
    this.panel = new VerdictPanel({ onRetry: () => services.engine.retry(), onCheckAgain: () => this.ask(0), onKind: () => undefined }, words);
    this.asker = new Newest<"clock">(services.engine, "clock", { onAnswer: (result) => this.show(result), onError: (error) => this.showError(error) });
    this.build();
    this.connect();
  }

  private build(): void {
    fill(this.save, button("Put them into your calendar (.ics)", () => this.download(), { class: "mcg-button mcg-button--main" }, "out"), h("p", { class: "mcg-field__help" }, "The file names no buyer and no order. It rings two hours before the 24 and the 48 hours end."));
    fill(this.mount, h("div", { class: "mcg-paste mcg-clock" }, this.form.element, this.toolbar.element, this.panel.element, this.cards, this.save));
    this.mount.dataset["mcgState"] = "ready";
    this.mount.toggleAttribute("data-empty", true);
    this.panel.showNote(WAITING);
  }

  private connect(): void {
    const listen = (target: Window | Document | HTMLElement, type: string, act: () => void): void => {
      target.addEventListener(type, act, { passive: true });
      this.leave.push(() => target.removeEventListener(type, act));
    };
    for (const sign of ["focusin", "pointerdown"]) listen(this.mount, sign, () => this.services.engine.start());
    // A device that slept has missed its minutes.
    listen(document, "visibilitychange", () => this.beat());
    listen(window, "pageshow", () => this.beat());
    this.leave.push(unfoldForPrint(this.mount));
    this.leave.push(this.services.engine.subscribe((state) => this.onEngine(state)));
    if (Object.keys(asParams(this.state)).length) this.ask(0);
  }

  destroy(): void {
    clearTimeout(this.tick);
    this.asker.forget();
    this.leave.forEach((act) => act());
    this.panel.destroy();
  }

  // --- what is put in ---

  private change(state: ClockState): void {
    this.state = state;
    this.keep.save(state);
    this.ask();
  }

  private ask(quiet?: number): void {
    const params = asParams(this.state);
    this.form.setInvalid(null, "");
    if (!Object.keys(params).length) return this.showNothing();
    this.services.engine.start();
    this.asker.ask(params, quiet);
  }

  private wipe(): void {
    this.before = this.state;
    this.form.set(emptyState());
    this.change(emptyState());
    this.keep.wipe();
    this.toolbar.offerUndo("What you put in is wiped.", { text: "" });
    this.panel.announce("What you put in is wiped. Undo is next to the fields.");
  }

  private restore(): void {
    this.form.set(this.before);
    this.change(this.before);
    this.panel.announce("Taken back.");
  }

  // --- the answer ---

  private showNothing(): void {
    this.asker.forget();
    this.result = null;
    this.running = [];
    clearTimeout(this.tick);
    fill(this.cards);
    this.mount.toggleAttribute("data-empty", true);
    this.save.hidden = true;
    this.panel.showNote(WAITING);
  }

  private show(result: ClockResult): void {
    this.result = result;
    this.mount.removeAttribute("data-empty");
    this.save.hidden = result.deadlines.length === 0;
    this.running = result.deadlines.map((deadline) => this.run(deadline));
    fill(this.cards, ...this.running.map(({ card }) => card));
    if (result.deadlines.length) this.beat();
    else this.panel.showNote("One date is missing: Request a Review needs the earliest and the latest delivery date.");
  }

  private run(deadline: Deadline): Running {
    const said = h("p", { class: "mcg-deadline__left", role: "timer" });
    const after = h("p", { class: "mcg-deadline__after", hidden: true }, deadline.after);
    const page = new URL(deadline.page, this.services.config.root).href;
    const card = h(
      "article",
      { class: "mcg-card mcg-deadline", "data-deadline": deadline.name },
      h("h2", { class: "mcg-card__title" }, deadline.title),
      h("p", { class: "mcg-deadline__ends" }, ...this.span(deadline)),
      said,
      after,
      this.movedNote(deadline),
      h("p", {}, deadline.why),
      ...this.list("What stops it", deadline.stops),
      ...this.list("What does not stop it", deadline.goes_on),
      ...this.list("Good to know", deadline.notes),
      h("p", { class: "mcg-card__more" }, h("a", { href: page }, "Read more in the guide", h("span", { class: "mcg-visually-hidden" }, `: ${deadline.title}`))),
      whoSaysSo(deadline.sources, deadline.title),
    );
    return { deadline, card, left: said, after };
  }

  private span({ opens, ends, begins }: Deadline): (Node | string)[] {
    const { zone } = this.state;
    if (isInstant(ends)) {
      const instant = Date.parse(ends);
      return [begins ? "From " : "By ", h("time", { datetime: ends }, momentName(zone, instant)), h("span", { class: "mcg-deadline__zone" }, ` ${placeName(zone)}, ${offsetName(zone, instant)}`)];
    }
    const last = h("time", { datetime: ends }, dayName(ends));
    return opens ? ["From ", h("time", { datetime: opens }, dayName(opens)), " to ", last] : ["Until ", last];
  }

  /** In the night when the clocks change, the same time next day is not 24 hours later. */
  private movedNote({ ends }: Deadline): HTMLElement | null {
    const from = receivedAt(this.state);
    if (from === null || !isInstant(ends)) return null;
    const moved = movedBetween(this.state.zone, from, Date.parse(ends));
    if (!moved) return null;
    const how = `${inWords(Math.abs(moved))} ${moved > 0 ? "forward" : "back"}`;
    return h("p", { class: "mcg-deadline__moved" }, `The clocks go ${how} in between. We count real hours, so it ends at ${hourName(this.state.zone, Date.parse(ends))}.`);
  }

  private list(title: string, sentences: string[]): HTMLElement[] {
    if (!sentences.length) return [];
    const href = (page: string): string => new URL(page, this.services.config.root).href;
    return [h("h3", {}, title), h("ul", {}, ...sentences.map((sentence) => h("li", {}, ...inline(sentence, href))))];
  }

  // --- the running clock ---

  /** Say how long is left, now and at every full minute. */
  private beat(): void {
    clearTimeout(this.tick);
    if (!this.running.length) return;
    const now = Date.now();
    for (const { deadline, card, left: said, after } of this.running) {
      const rest = left(deadline, this.state.zone, now);
      card.dataset["standing"] = rest.standing;
      said.textContent = leftSentence(rest, deadline.begins);
      after.hidden = rest.standing !== "over";
    }
    this.headline(now);
    this.tick = setTimeout(() => this.beat(), MINUTE - (now % MINUTE));
  }

  private headline(now: number): void {
    const { zone } = this.state;
    const first = this.running[0]!.deadline;
    const { standing, said } = left(first, zone, now);
    if (first.name !== "reply") return this.panel.showAnswer("undeliverable", this.running.length === 1 ? `${first.title}: ${standing === "over" ? `ended ${said}` : said}.` : "These are the windows of this order.");
    const when = momentName(zone, Date.parse(first.ends));
    // The sentence that is spoken stays the same; only the one under it counts the minutes.
    const [sentence, more] = standing === "over" ? ["The 24 hours are over. Answer now.", `They ended ${said}, on ${when}.`] : [`Answer by ${when}.`, `That is ${said}.`];
    this.panel.showAnswer(LOOKS[standing], sentence!, h("p", { class: "mcg-paste__under mcg-deadline__rest" }, more!));
  }

  private showError(error: EngineError): void {
    if (error.kind === "lost") return;
    const params = asParams(this.state);
    if (error.kind === "refused" && this.form.setInvalid(error.field, error.message)) return this.askWithout(params, error);
    this.showNothing();
    this.panel.showProblem(error.kind === "timeout" ? TOO_LONG : error.message, error.kind === "timeout");
  }

  /** A date that cannot be is told beside its field; everything that does not hang on it is shown all the same. */
  private askWithout({ received, completed_on }: ClockParams, { field, message }: EngineError): void {
    const rest: ClockParams = { ...(received && { received }), ...(completed_on && field !== "completed_on" && { completed_on }) };
    this.panel.announce(message);
    if (Object.keys(rest).length) this.asker.ask(rest, 0);
    else this.showNothing();
  }

  private onEngine(state: EngineState): void {
    this.panel.showEngine(state);
    if (state.name === "ready") this.asker.again();
  }

  private download(): void {
    if (!this.result) return;
    const address = URL.createObjectURL(new Blob([this.result.calendar], { type: "text/calendar;charset=utf-8" }));
    h("a", { href: address, download: "reply-clock.ics" }).click();
    setTimeout(() => URL.revokeObjectURL(address), MINUTE);
    this.toolbar.say("The calendar file is saved. Open it to put the deadlines into your calendar.");
    this.panel.announce("The calendar file is saved.");
  }
}

export function mount(element: HTMLElement, services: Services): Tool {
  return new ReplyClock(element, services);
}
