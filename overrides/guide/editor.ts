/** The text field: CodeMirror 6 in a shadow root, where its styles are allowed under a strict policy, with our marks. */
import { history, historyKeymap } from "@codemirror/commands";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { h, touchFirst } from "./dom";
import { keys } from "./keys";
import { activate, diagnosticAt, diagnosticNumber, explain, marks, putMarks } from "./marks";
import { type Diagnostic, difference } from "./positions";

export interface EditorOptions {
  label: string;
  /** How to use the keys, read after the label by screen readers. */
  hint: string;
  placeholder: string;
  singleLine?: boolean;
  text: string;
}

/** What the editor tells. */
export interface EditorEvents {
  onChange: (text: string) => void;
  /** The cursor came into a mark (its number) or left all marks (null). */
  onMark: (number: number | null) => void;
  /** Set where the list is not beside the text: marks explain themselves in place, and this leads to a mark's entry. */
  explainInPlace: () => ((number: number) => void) | null;
  onFiles?: (files: FileList) => void;
}

const look = EditorView.theme({
  "&": { color: "inherit", backgroundColor: "transparent", fontSize: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.65", overflowX: "hidden" },
  ".cm-content": { padding: "0.9rem 1rem", caretColor: "var(--mcg-accent, #0b6b63)", minHeight: "var(--mcg-editor-min, 3rem)" },
  ".cm-line": { padding: "0" },
  ".cm-placeholder": { color: "var(--mcg-muted, #55606b)", opacity: "1" },
  ".cm-cursor": { borderLeftColor: "var(--mcg-accent, #0b6b63)", borderLeftWidth: "2px" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--mcg-accent, #6a2383) 30%, transparent)",
  },
  ".mcg-hint": { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** One line only: a pasted line break becomes a space. */
const oneLine = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
  const text = transaction.newDoc.toString().replace(/\n+/g, " ");
  return { changes: { from: 0, to: transaction.startState.doc.length, insert: text }, selection: { anchor: text.length } };
});

function attributes(options: EditorOptions): Extension {
  return EditorView.contentAttributes.of({
    "aria-label": options.label,
    "aria-describedby": "hint",
    ...(options.singleLine ? { "aria-multiline": "false" } : {}),
    // Some browsers and add-ons send text away to check its spelling; this page promises that nothing leaves it.
    spellcheck: "false",
    autocorrect: "off",
    autocapitalize: "sentences",
    translate: "no",
    "data-gramm": "false",
  });
}

function fileDrops(hears: () => EditorEvents["onFiles"]): Extension {
  return EditorView.domEventHandlers({
    drop(event) {
      const onFiles = hears();
      if (!onFiles || !event.dataTransfer?.files.length) return false;
      event.preventDefault();
      onFiles(event.dataTransfer.files);
      return true;
    },
  });
}

export class Editor {
  readonly host: HTMLElement;
  private readonly view: EditorView;
  private active: number | null = null;
  private marked = false;

  /** `events` may come later by `tell`, where what hears them is built in a task of its own. */
  constructor(
    private readonly options: EditorOptions,
    private events?: EditorEvents,
  ) {
    this.host = h("div", { class: options.singleLine ? "mcg-editor mcg-editor--line" : "mcg-editor" });
    const root = this.host.attachShadow({ mode: "open" });
    const hint = h("p", { id: "hint", class: "mcg-hint" }, options.hint);
    this.view = new EditorView({ state: this.newState(options.text), root });
    this.view.dom.append(hint);
    root.append(this.view.dom);
  }

  private newState(text: string): EditorState {
    const { options } = this;
    const extensions: Extension[] = [
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      keymap.of([...keys, ...historyKeymap]),
      placeholder(options.placeholder),
      attributes(options),
      marks,
      look,
      fileDrops(() => this.events?.onFiles),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) this.events?.onChange(this.text);
        if (update.selectionSet) this.followCursor();
      }),
    ];
    if (options.singleLine) extensions.push(oneLine);
    return EditorState.create({ doc: text, extensions });
  }

  tell(events: EditorEvents): void {
    this.events = events;
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Put another text in place as one step that Ctrl+Z takes back; only what differs is replaced. */
  setText(text: string): void {
    const edit = difference(this.text, text.replace(/\r\n?/g, "\n"));
    if (!edit) return;
    this.view.dispatch({ changes: { from: edit.start, to: edit.end, insert: edit.replacement }, userEvent: "input.mend" });
  }

  setMarks(diagnostics: Diagnostic[]): void {
    const marked = diagnostics.length > 0;
    // Each update makes the editor measure itself: a subject without marks is left alone.
    if (!marked && !this.marked) return;
    this.marked = marked;
    this.view.dispatch({ effects: [putMarks.of(diagnostics), activate.of(this.active)] });
  }

  /** Emphasise one mark, or none. */
  highlight(number: number | null): void {
    this.active = number;
    this.view.dispatch({ effects: activate.of(number) });
  }

  /** Select a mark and bring it into view; with an on-screen keyboard the focus stays where it is. */
  show(number: number, focus = !touchFirst()): boolean {
    const found = diagnosticNumber(this.view.state, number);
    if (!found) return false;
    this.active = number;
    this.view.dispatch({
      selection: { anchor: found.from, head: found.to },
      effects: [activate.of(number), EditorView.scrollIntoView(found.from, { y: "center" })],
    });
    if (focus) this.view.focus();
    this.host.scrollIntoView({ block: "nearest" });
    return true;
  }

  focus(): void {
    this.view.focus();
  }

  destroy(): void {
    this.view.destroy();
  }

  private followCursor(): void {
    const head = this.view.state.selection.main.head;
    // Where marks lie over each other, the one that was asked for stays the active one.
    const present = this.active === null ? undefined : diagnosticNumber(this.view.state, this.active);
    if (present && present.from <= head && head <= present.to) return;
    const number = diagnosticAt(this.view.state, head);
    if (number === this.active) return;
    this.active = number;
    // Not inside the update that told us: CodeMirror does not allow a dispatch there.
    queueMicrotask(() => {
      const more = this.events?.explainInPlace();
      const explained = number !== null && more ? { number, more: () => more(number) } : null;
      this.view.dispatch({ effects: [activate.of(number), explain.of(explained)] });
      this.events?.onMark(number);
    });
  }
}
