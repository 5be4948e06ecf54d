/** What is known about the message besides its words: half of the verdict depends on it. */
import { Editor, type EditorEvents } from "./editor";
import { button, fill, freshId, h } from "./dom";
import type { Diagnostic } from "./positions";
import type { Draft, Kind, OptedOut } from "./protocol";
import { REASONS } from "./words";

/** Fields that changed; undefined takes one away. */
export type Change = { [K in keyof Draft]?: Draft[K] | undefined };

/** A row of choices of which one can be taken: radio buttons that look like chips and work as such from the keyboard. */
class Chips<T extends string> {
  readonly element: HTMLFieldSetElement;
  private readonly inputs: HTMLInputElement[];

  constructor(legend: string, choices: [T, string][], onPick: (value: T) => void) {
    const name = freshId("chips");
    this.inputs = choices.map(([value]) => h("input", { type: "radio", name, value, onchange: () => onPick(value) }));
    const chips = choices.map(([, label], index) => h("label", { class: "mcg-chip" }, this.inputs[index]!, h("span", {}, label)));
    this.element = h("fieldset", { class: "mcg-chips" }, h("legend", {}, legend), h("div", { class: "mcg-chips__row" }, ...chips));
  }

  set(value: T | undefined): void {
    for (const input of this.inputs) input.checked = input.value === value;
  }
}

function labelled(label: string, field: HTMLElement, help?: string): HTMLElement {
  const id = freshId("field");
  field.id = id;
  const note = help ? h("p", { class: "mcg-field__help", id: `${id}-help` }, help) : null;
  if (note) field.setAttribute("aria-describedby", note.id);
  return h("div", { class: "mcg-field" }, h("label", { for: id }, label), field, note);
}

export class ContextForm {
  /** Reply or first message, shown above the text. */
  readonly kindRow: HTMLElement;
  /** The subject, shown above the text of a first message. */
  readonly subjectRow: HTMLElement;
  /** Everything else. */
  readonly details: HTMLDetailsElement;
  private line: Editor | undefined;
  private readonly kind: Chips<Kind>;
  private readonly optedOut: Chips<OptedOut>;
  private readonly reason = h("select", { onchange: () => this.onChange({ reason: this.reason.value || undefined }) });
  private readonly completed = h("input", { type: "date", onchange: () => this.onChange({ completed_on: this.completed.value || undefined }) });
  private readonly orderId = h("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "123-1234567-1234567",
    oninput: () => this.onChange({ order_id: this.orderId.value || undefined }),
  });
  private readonly asked = h("input", { type: "checkbox", onchange: () => this.onChange({ review_requested_before: this.asked.checked || undefined }) });
  private readonly files = h("ul", { class: "mcg-files" });
  private readonly earlier = h("textarea", { rows: 3, spellcheck: "false", oninput: () => this.onChange({ previous: this.earlier.value ? [this.earlier.value] : undefined }) });
  private readonly exampleDay = h("p", { class: "mcg-field__help", hidden: true });
  private readonly firstOnly: HTMLElement;
  private readonly replyNote: HTMLElement;
  private attachments: { name: string; bytes: number }[] = [];

  constructor(
    private readonly onChange: (change: Change) => void,
    private readonly marks: Pick<EditorEvents, "onMark" | "explainInPlace">,
    private readonly onStep: (event: KeyboardEvent) => void,
  ) {
    this.kind = new Chips<Kind>("What is it?", [["reply", "A reply"], ["proactive", "A first message"]], (kind) => onChange({ kind }));
    const said: [OptedOut, string][] = [["no", "No"], ["yes", "Yes"], ["unknown", "Not known"]];
    this.optedOut = new Chips<OptedOut>("Has the buyer opted out of messages?", said, (opted_out) => onChange({ opted_out }));
    this.kindRow = this.kind.element;
    this.subjectRow = h("div", { class: "mcg-subject", hidden: true }, h("p", { class: "mcg-subject__label", "aria-hidden": "true" }, "Subject"));
    for (const [value, label] of REASONS) this.reason.append(h("option", { value }, label));
    this.firstOnly = h("div", { class: "mcg-context__first" }, labelled("Order completed on", this.completed), this.exampleDay, this.optedOut.element, this.askedRow());
    this.replyNote = h("p", { class: "mcg-context__note" }, "For a reply neither the date nor an opt-out counts: an answer to a buyer’s message always arrives.");
    this.details = this.buildDetails();
  }

  /** Made when it is first wanted: an editor takes long to make, and a reply has no subject. */
  get subject(): Editor {
    return (this.line ??= this.newLine());
  }

  private newLine(): Editor {
    const words = { label: "Subject", hint: "Press F8 for the next finding.", placeholder: "Subject", text: "" };
    const line = new Editor({ ...words, singleLine: true }, { onChange: (subject) => this.onChange({ subject }), ...this.marks });
    line.host.addEventListener("keydown", this.onStep);
    this.subjectRow.append(line.host);
    return line;
  }

  private askedRow(): HTMLElement {
    return h("label", { class: "mcg-tick" }, this.asked, h("span", {}, "A review was already asked for on this order"));
  }

  private buildDetails(): HTMLDetailsElement {
    const more = h(
      "details",
      { class: "mcg-more" },
      h("summary", {}, "Attachments, order number, earlier message"),
      h("div", { class: "mcg-more__body" }, this.filePicker(), labelled("Order number", this.orderId), labelled("Earlier message to this buyer", this.earlier, "To see whether the two are nearly the same.")),
    );
    return h(
      "details",
      { class: "mcg-context" },
      h("summary", {}, h("h2", { class: "mcg-context__title" }, "About this message")),
      h("div", { class: "mcg-context__body" }, labelled("Purpose", this.reason), this.firstOnly, this.replyNote, more),
    );
  }

  /** Names and sizes of the files are looked at; their contents are never read. */
  private filePicker(): HTMLElement {
    const input = h("input", { type: "file", multiple: true, class: "mcg-visually-hidden", tabindex: -1, "aria-label": "Add attachments" });
    input.addEventListener("change", () => {
      const added = [...(input.files ?? [])].map(({ name, size }) => ({ name, bytes: size }));
      this.onChange({ attachments: [...this.attachments, ...added] });
      this.showFiles([...this.attachments, ...added]);
      input.value = "";
    });
    const add = button("Add an attachment", () => input.click(), {}, "open");
    return h("div", { class: "mcg-field" }, add, input, h("p", { class: "mcg-field__help" }, "Only the name and size are looked at. The file is not opened."), this.files);
  }

  private showFiles(files: { name: string; bytes: number }[]): void {
    this.attachments = files;
    const rows = files.map((file, index) =>
      h("li", {}, h("span", {}, `${file.name} (${Math.ceil(file.bytes / 1000)} kB)`), button("Remove", () => this.dropFile(index), { "aria-label": `Remove ${file.name}` })),
    );
    fill(this.files, ...rows);
  }

  private dropFile(index: number): void {
    const files = this.attachments.filter((_, at) => at !== index);
    this.showFiles(files);
    this.onChange({ attachments: files });
  }

  /** Show a draft's context. */
  set(draft: Draft): void {
    this.kind.set(draft.kind);
    this.optedOut.set(draft.opted_out);
    this.reason.value = draft.reason ?? "";
    this.completed.value = draft.completed_on ?? "";
    if (this.orderId.value !== (draft.order_id ?? "")) this.orderId.value = draft.order_id ?? "";
    this.asked.checked = draft.review_requested_before ?? false;
    const earlier = draft.previous?.join("\n\n") ?? "";
    if (this.earlier.value !== earlier) this.earlier.value = earlier;
    this.showFiles(draft.attachments ?? []);
    this.subjectRow.hidden = draft.kind !== "proactive" && !draft.subject;
    if (this.line || !this.subjectRow.hidden) this.subject.setText(draft.subject ?? "");
    this.firstOnly.hidden = draft.kind !== "proactive";
    this.replyNote.hidden = draft.kind === "proactive";
    const hasMore = Boolean(draft.order_id || draft.attachments?.length || draft.previous?.length);
    if (hasMore) this.details.querySelector<HTMLDetailsElement>(".mcg-more")!.open = true;
    this.exampleDay.hidden = !draft.today;
    this.exampleDay.textContent = draft.today ? `This example counts as written on ${draft.today}.` : "";
  }

  setMarks(diagnostics: Diagnostic[]): void {
    this.line?.setMarks(diagnostics);
  }

  destroy(): void {
    this.line?.destroy();
  }
}
