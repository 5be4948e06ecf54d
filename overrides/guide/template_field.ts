/** One blank of a template as a field: its label, its help, its error beside it, and the right kind of input. */
import { fill, freshId, h, icon } from "./dom";
import type { TemplateField } from "./protocol";
import { tidyOrderId } from "./template_text";

export interface FieldHandlers {
  onInput: (value: string) => void;
  onEnter: () => void;
  /** The person has left the field: from now on its error may be named. */
  onLeave: () => void;
}

export class FieldRow {
  readonly element: HTMLElement;
  private readonly inputs: (HTMLInputElement | HTMLTextAreaElement)[];
  /** What carries `aria-invalid` and the description: the input, or the group of choices. */
  private readonly control: HTMLElement;
  private readonly error: HTMLElement;
  private readonly helpId = freshId("help");

  constructor(
    readonly field: TemplateField,
    private readonly handlers: FieldHandlers,
  ) {
    this.error = h("p", { class: "mcg-blank__error", id: freshId("error"), hidden: true });
    this.inputs = field.kind === "choice" ? this.choices() : [this.input()];
    this.element = field.kind === "choice" ? this.group() : this.single();
    this.control = field.kind === "choice" ? this.element : this.inputs[0]!;
    this.control.setAttribute("aria-describedby", this.helpId);
    if (field.required) this.control.setAttribute("aria-required", "true");
    this.element.addEventListener("focusin", () => handlers.onEnter());
    this.element.addEventListener("focusout", (event) => this.element.contains(event.relatedTarget as Node | null) || handlers.onLeave());
  }

  get value(): string {
    if (this.field.kind !== "choice") return this.inputs[0]!.value;
    return this.inputs.find((input) => (input as HTMLInputElement).checked)?.value ?? "";
  }

  set value(value: string) {
    if (this.field.kind !== "choice") this.inputs[0]!.value = value;
    else for (const input of this.inputs as HTMLInputElement[]) input.checked = input.value === value;
  }

  /** A date of which a part is typed and a part is missing reads as empty; the browser alone knows. */
  get halfWritten(): boolean {
    return this.inputs[0]!.validity.badInput;
  }

  focus(): void {
    const chosen = this.inputs.find((input) => (input as HTMLInputElement).checked);
    (chosen ?? this.inputs[0]!).focus();
  }

  showError(sentence: string | null): void {
    this.error.hidden = sentence === null;
    this.element.toggleAttribute("data-wrong", sentence !== null);
    this.control.setAttribute("aria-invalid", String(sentence !== null));
    this.control.setAttribute("aria-describedby", sentence === null ? this.helpId : `${this.error.id} ${this.helpId}`);
    // Only a change is written: a screen reader in the field would hear the same sentence with every key.
    if (sentence !== null && this.error.textContent !== sentence) fill(this.error, icon("stop"), h("span", {}, sentence));
  }

  // --- building ---

  private label(): (Node | string)[] {
    return this.field.required ? [this.field.label] : [this.field.label, h("span", { class: "mcg-blank__optional" }, " (may stay empty)")];
  }

  private help(): HTMLElement {
    const { field } = this;
    // Choices are their own examples, and a date field shows the form of a date.
    const example = field.kind === "choice" || field.kind === "date" ? "" : ` For example: ${field.example}`;
    return h("p", { class: "mcg-blank__help", id: this.helpId }, field.help + example);
  }

  private input(): HTMLInputElement | HTMLTextAreaElement {
    const { kind, multiline } = this.field;
    // Nothing typed here may go to the browser's own memory of forms, nor to a spelling service.
    const quiet = { id: freshId("blank"), autocomplete: "off", spellcheck: "false", autocapitalize: kind === "name" ? "words" : "off" };
    const heard = { oninput: () => this.handlers.onInput(this.value), onchange: () => this.changed() };
    if (multiline) return h("textarea", { ...quiet, ...heard, rows: 4, autocapitalize: "sentences" });
    if (kind === "date") return h("input", { ...quiet, ...heard, type: "date" });
    return h("input", { ...quiet, ...heard, type: "text", inputmode: kind === "order-id" ? "numeric" : undefined });
  }

  /** On a phone's number keys there is no hyphen: the order number gets its hyphens when the field is left. */
  private changed(): void {
    if (this.field.kind === "order-id") this.value = tidyOrderId(this.value);
    this.handlers.onInput(this.value);
  }

  private choices(): HTMLInputElement[] {
    const name = freshId("choice");
    return (this.field.choices ?? []).map((value) => h("input", { type: "radio", name, value, onchange: () => this.handlers.onInput(value) }));
  }

  private single(): HTMLElement {
    return h("div", { class: "mcg-blank" }, h("label", { class: "mcg-blank__label", for: this.inputs[0]!.id }, ...this.label()), this.help(), this.error, this.inputs[0]!);
  }

  private group(): HTMLElement {
    const rows = this.inputs.map((input) => h("label", { class: "mcg-choice" }, input, h("span", {}, input.value)));
    return h("fieldset", { class: "mcg-blank", role: "radiogroup" }, h("legend", { class: "mcg-blank__label" }, ...this.label()), this.help(), this.error, ...rows);
  }
}
