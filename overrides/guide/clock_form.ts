/** What the reply clock is told: when the message came, in which zone, and the dates of the order. */
import { button, fill, freshId, h } from "./dom";
import type { ClockParams } from "./protocol";
import { hourName } from "./spans";
import { isZone, offsetName, placeName, type When, wallAt, whenIs, zonesByRegion } from "./zones";

/** What is kept over a reload of the tab. */
export interface ClockState {
  /** A wall time in `zone`, as the field gives it; empty where it is not said. */
  received: string;
  zone: string;
  /** Which one, where that hour comes twice: 0 the first. */
  which: 0 | 1;
  completed_on: string;
  earliest_delivery: string;
  latest_delivery: string;
}

export type DayField = "completed_on" | "earliest_delivery" | "latest_delivery";

/** The zone of the reader's device, or UTC where the browser does not say. */
export function ownZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isZone(timeZone) ? timeZone : "UTC";
}

export const emptyState = (): ClockState => ({ received: "", zone: ownZone(), which: 0, completed_on: "", earliest_delivery: "", latest_delivery: "" });

/** Whatever stands in the storage: only what this form wrote counts. */
export function isState(value: unknown): value is ClockState {
  if (typeof value !== "object" || value === null) return false;
  const { which, zone, ...rest } = value as Record<string, unknown>;
  const texts = ["received", "completed_on", "earliest_delivery", "latest_delivery"].every((key) => typeof rest[key] === "string");
  return texts && isZone(zone) && (which === 0 || which === 1);
}

/** The instant of the message, or null where it is not said. */
export function receivedAt({ received, zone, which }: ClockState): number | null {
  const when = received ? whenIs(zone, received) : null;
  return when ? (when.instants[which] ?? when.instants[0]!) : null;
}

/** The state as a question to the engine; empty where nothing is said. */
export function asParams(state: ClockState): ClockParams {
  const instant = receivedAt(state);
  const days = (["completed_on", "earliest_delivery", "latest_delivery"] as const).filter((key) => state[key]);
  return { ...(instant === null ? {} : { received: new Date(instant).toISOString() }), ...Object.fromEntries(days.map((key) => [key, state[key]])) };
}

/** Zones that Amazon's larger shops are in, above the long list. */
const OFTEN = ["America/Los_Angeles", "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Tokyo", "UTC"];

function option(zone: string, chosen: string): HTMLOptionElement {
  return h("option", { value: zone, selected: zone === chosen }, placeName(zone));
}

function zoneField(own: string): HTMLSelectElement {
  const select = h("select", { autocomplete: "off" });
  select.append(h("optgroup", { label: "Your device" }, option(own, own)));
  select.append(h("optgroup", { label: "Often needed" }, ...OFTEN.filter((zone) => zone !== own && isZone(zone)).map((zone) => option(zone, ""))));
  for (const [region, zones] of zonesByRegion(own)) select.append(h("optgroup", { label: region }, ...zones.map((zone) => option(zone, ""))));
  return select;
}

interface Labelled {
  row: HTMLElement;
  field: HTMLInputElement | HTMLSelectElement;
}

function labelled(label: string, field: HTMLInputElement | HTMLSelectElement, help: string, ...more: Node[]): Labelled {
  field.id = freshId("clock");
  const note = h("p", { class: "mcg-field__help", id: `${field.id}-help` }, help);
  field.setAttribute("aria-describedby", note.id);
  return { row: h("div", { class: "mcg-field" }, h("label", { for: field.id }, label), ...(more.length ? [h("div", { class: "mcg-clock__beside" }, field, ...more)] : [field]), note), field };
}

const problem = (): HTMLElement => h("p", { class: "mcg-field__problem", hidden: true });

const DAYS: [DayField, string, string][] = [
  ["completed_on", "Order completed on", "For the 30 days in which you may write first."],
  ["earliest_delivery", "Earliest delivery date", "For Request a Review. It stands in the order."],
  ["latest_delivery", "Latest delivery date", "The later of the two dates in the order."],
];

export class ClockForm {
  readonly element: HTMLElement;
  private readonly received = h("input", { type: "datetime-local", min: "2000-01-01T00:00", max: "2099-12-31T23:59", autocomplete: "off" });
  private readonly zone: HTMLSelectElement;
  private readonly days: Record<DayField, HTMLInputElement>;
  private readonly problems: Record<DayField, HTMLElement> = {
    completed_on: problem(),
    earliest_delivery: problem(),
    latest_delivery: problem(),
  };
  private readonly odd = h("div", { class: "mcg-clock__odd", hidden: true });
  private readonly order: HTMLDetailsElement;
  private state: ClockState;

  constructor(
    state: ClockState,
    private readonly onChange: (state: ClockState) => void,
  ) {
    this.state = state;
    this.zone = zoneField(ownZone());
    const now = button("Now", () => this.change({ received: wallAt(this.state.zone, Date.now()), which: 0 }, true), { "aria-label": "It came just now" });
    const dates = DAYS.map(([key, label, help]) => {
      const field = h("input", { type: "date", min: "2000-01-01", max: "2099-12-31", autocomplete: "off" });
      const { row } = labelled(label, field, help);
      row.append(this.problems[key]);
      return { key, row, field };
    });
    this.days = Object.fromEntries(dates.map(({ key, field }) => [key, field])) as Record<DayField, HTMLInputElement>;
    this.order = h("details", { class: "mcg-more" }, h("summary", {}, "Add dates of the order"), h("div", { class: "mcg-more__body mcg-clock__days" }, ...dates.map(({ row }) => row)));
    this.element = h(
      "div",
      { class: "mcg-sheet", role: "group", "aria-label": "What the clock counts from" },
      labelled("When did the buyer’s message come?", this.received, "The day and time that the message shows.", now).row,
      this.odd,
      labelled("In which time zone is that?", this.zone, "We took the one of your device. Choose the one in which the time was shown to you.").row,
      this.order,
    );
    this.listen();
    this.set(state);
  }

  private listen(): void {
    this.received.addEventListener("input", () => this.change({ received: this.received.value, which: 0 }));
    this.zone.addEventListener("change", () => this.change({ zone: this.zone.value, which: 0 }));
    for (const [key] of DAYS) this.days[key].addEventListener("input", () => this.change({ [key]: this.days[key].value }));
  }

  private change(change: Partial<ClockState>, redraw = false): void {
    this.state = { ...this.state, ...change };
    if (redraw) this.received.value = this.state.received;
    this.tellOddHours();
    this.onChange(this.state);
  }

  /** Show a state. */
  set(state: ClockState): void {
    this.state = state;
    this.received.value = state.received;
    this.zone.value = state.zone;
    // A zone that this browser knows and does not list.
    if (this.zone.value !== state.zone) {
      this.zone.prepend(option(state.zone, state.zone));
      this.zone.value = state.zone;
    }
    for (const [key] of DAYS) this.days[key].value = state[key];
    if (DAYS.some(([key]) => state[key])) this.order.open = true;
    this.tellOddHours();
  }

  /** Say beside a date that the engine could not use it; null for none. False where it is about no date. */
  setInvalid(field: string | null, sentence: string): boolean {
    for (const [key] of DAYS) {
      const wrong = key === field;
      this.days[key].toggleAttribute("aria-invalid", wrong);
      if (wrong) this.days[key].setAttribute("aria-invalid", "true");
      this.problems[key].hidden = !wrong;
      this.problems[key].textContent = wrong ? sentence : "";
    }
    const known = DAYS.some(([key]) => key === field);
    if (known) this.order.open = true;
    return known;
  }

  // --- the two nights of the year ---

  private tellOddHours(): void {
    const { received, zone } = this.state;
    const when = received ? whenIs(zone, received) : null;
    const kind = when?.kind ?? "once";
    // The choice between two hours must not lose the focus when it is made.
    if (kind === "twice" && this.odd.dataset["about"] === `${zone} ${received}`) return;
    this.odd.dataset["about"] = kind === "twice" ? `${zone} ${received}` : "";
    this.odd.hidden = kind === "once";
    if (when?.kind === "twice") this.askWhich(when);
    else if (when?.kind === "never") this.tellSkipped(when);
    else fill(this.odd);
  }

  private askWhich(when: When): void {
    const { zone, which } = this.state;
    const name = freshId("which");
    const chips = when.instants.map((instant, index) => {
      const input = h("input", { type: "radio", name, value: index, onchange: () => this.change({ which: index as 0 | 1 }) });
      input.checked = index === which;
      return h("label", { class: "mcg-chip" }, input, h("span", {}, `${index ? "The second" : "The first"} (${offsetName(zone, instant)})`));
    });
    const hour = hourName(zone, when.instants[0]!);
    fill(this.odd, h("fieldset", { class: "mcg-chips" }, h("legend", {}, `The clocks went back that night, so ${hour} came twice. Which one was it?`), h("div", { class: "mcg-chips__row" }, ...chips)), h("p", { class: "mcg-field__help" }, "Not sure? Take the first. Then you are early, not late."));
  }

  private tellSkipped({ instants }: When): void {
    fill(this.odd, h("p", { class: "mcg-clock__skipped" }, `The clocks went forward that night, so this time was left out. We count from ${hourName(this.state.zone, instants[0]!)} instead. Please check the time of the message.`));
  }
}
