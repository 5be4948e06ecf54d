/**
 * Marks under the words of a finding: a shape and a colour by severity, the finding's number behind it, its reason on
 * hover. A mark moves with edits around it and vanishes when its own words are touched, until the next check says more.
 */
import { type EditorState, type Extension, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, hoverTooltip, showTooltip, type Tooltip } from "@codemirror/view";
import { h } from "./dom";
import type { Diagnostic } from "./positions";

export const putMarks = StateEffect.define<Diagnostic[]>();
export const activate = StateEffect.define<number | null>();
/** Show a mark's reason beside it, with a way to its entry; null takes it away. */
export const explain = StateEffect.define<Explained | null>();

interface Explained {
  number: number;
  more: () => void;
}

interface Marks {
  diagnostics: Diagnostic[];
  active: number | null;
  explained: Explained | null;
  decorations: DecorationSet;
}

/** Made when first needed, which takes long: hardly a mark ends in an emoji. Null where the browser has none. */
let graphemes: Intl.Segmenter | null | undefined;
const segmenter = (): Intl.Segmenter | null => (graphemes ??= typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null);

/** Below this no sign joins the one before it, but for the line feed of a line break in two signs. */
const FIRST_JOINING = 0x300;

/** Where the last letter of a mark begins, as people see letters: an emoji with its modifiers stays whole. */
export function lastLetter(words: string): number {
  const last = words.length - 1;
  // Nearly all marks end so, and taking whole sentences apart letter by letter is slow.
  if (words.charCodeAt(last) < FIRST_JOINING && words.charCodeAt(last - 1) < FIRST_JOINING && words[last] !== "\n") return last;
  const letters = segmenter();
  if (letters) return [...letters.segment(words)].at(-1)?.index ?? 0;
  return words.length - ([...words].at(-1)?.length ?? 0);
}

/**
 * The number hangs on the mark's last letter, so that it is shown once where marks lie over each other, and never starts
 * a line. It is drawn by the style sheet: the list says it to screen readers, in the text it would interrupt the words.
 */
function decorate(diagnostics: Diagnostic[], active: number | null, doc: Text): DecorationSet {
  const marks = diagnostics.map(({ number, from, to, finding: { severity } }) =>
    Decoration.mark({ class: `mcg-mark mcg-mark-${severity}${number === active ? " mcg-mark-active" : ""}` }).range(from, to),
  );
  const ends = diagnostics.map(({ number, from, to, finding: { severity } }) =>
    Decoration.mark({ class: `mcg-end mcg-end-${severity}`, attributes: { "data-number": String(number) } }).range(from + lastLetter(doc.sliceString(from, to)), to),
  );
  // Of marks that end together the first is the outer one, and its number is drawn behind the others.
  return Decoration.set([...marks, ...ends.reverse()], true);
}

const field = StateField.define<Marks>({
  create: () => ({ diagnostics: [], active: null, explained: null, decorations: Decoration.none }),
  update(old, transaction) {
    let { diagnostics, active, explained } = old;
    if (transaction.docChanged) {
      explained = null;
      diagnostics = diagnostics.flatMap((one) => {
        if (transaction.changes.touchesRange(one.from + 1, Math.max(one.from + 1, one.to - 1))) return [];
        const from = transaction.changes.mapPos(one.from, 1);
        const to = transaction.changes.mapPos(one.to, -1);
        return from < to ? [{ ...one, from, to }] : [];
      });
    }
    for (const effect of transaction.effects) {
      if (effect.is(putMarks)) diagnostics = effect.value;
      if (effect.is(activate)) active = effect.value;
      if (effect.is(explain)) explained = effect.value;
    }
    if (diagnostics === old.diagnostics && active === old.active && explained === old.explained) return old;
    return { diagnostics, active, explained, decorations: decorate(diagnostics, active, transaction.newDoc) };
  },
  provide: (self) => [
    EditorView.decorations.from(self, (value) => value.decorations),
    showTooltip.compute([self], (state) => {
      const { explained, diagnostics } = state.field(self);
      const found = explained && diagnostics.find(({ number }) => number === explained.number);
      return found ? { ...note(found, explained.more), above: false } : null;
    }),
  ],
});

/** Number of the mark at a position, the narrowest where several lie over each other; null where there is none. */
export function diagnosticAt(state: EditorState, position: number): number | null {
  const here = state.field(field).diagnostics.filter(({ from, to }) => from <= position && position <= to);
  here.sort((a, b) => a.to - a.from - (b.to - b.from));
  return here[0]?.number ?? null;
}

export function diagnosticNumber(state: EditorState, number: number): Diagnostic | undefined {
  return state.field(field).diagnostics.find((one) => one.number === number);
}

/** A finding's reason beside its words; `more` adds a button that leads to its entry. */
function note({ number, from, to, finding }: Diagnostic, more?: () => void): Tooltip {
  const title = h("strong", {}, `${number}. ${finding.title}`);
  const lead = more && h("button", { type: "button", onclick: more }, "Sources and fixes");
  return { pos: from, end: to, create: () => ({ dom: h("div", { class: "mcg-tip" }, title, h("p", {}, finding.message), lead) }) };
}

function onHover(view: EditorView, position: number): Tooltip | null {
  const number = diagnosticAt(view.state, position);
  const found = number === null ? undefined : diagnosticNumber(view.state, number);
  return found ? note(found) : null;
}

const shape = (line: string, severity: string): Record<string, string> => ({
  textDecoration: `underline ${line} var(--mcg-${severity})`,
  textDecorationThickness: "2px",
  textUnderlineOffset: "0.22em",
  textDecorationSkipInk: "none",
  backgroundColor: `var(--mcg-${severity}-soft)`,
  borderRadius: "3px",
});

const look = EditorView.theme({
  ".mcg-mark-error": shape("wavy", "error"),
  ".mcg-mark-warning": shape("dashed", "warning"),
  ".mcg-mark-info": shape("dotted", "info"),
  ".mcg-mark-active": { outline: "2px solid currentColor", outlineOffset: "1px" },
  ".mcg-end": { whiteSpace: "pre" },
  ".mcg-end::after": {
    content: "attr(data-number)",
    display: "inline-block",
    boxSizing: "border-box",
    minWidth: "1.5em",
    margin: "0 0.1em 0 0.2em",
    padding: "0 0.35em",
    borderRadius: "1em",
    fontSize: "0.64em",
    fontWeight: "700",
    lineHeight: "1.5",
    textAlign: "center",
    verticalAlign: "super",
    color: "var(--mcg-surface, #fff)",
  },
  // Not read out, where the browser knows how to say so.
  ".cm-line .mcg-end::after": { content: "attr(data-number) / ''" },
  ".mcg-end-error::after": { backgroundColor: "var(--mcg-error)" },
  ".mcg-end-warning::after": { backgroundColor: "var(--mcg-warning)" },
  ".mcg-end-info::after": { backgroundColor: "var(--mcg-info)" },
  ".cm-tooltip": { border: "none", backgroundColor: "transparent" },
  ".mcg-tip": {
    maxWidth: "min(22rem, calc(100vw - 4rem))",
    padding: "0.6rem 0.8rem",
    border: "1px solid var(--mcg-line)",
    borderRadius: "var(--mcg-radius, 10px)",
    backgroundColor: "var(--mcg-raised, #fff)",
    color: "var(--mcg-ink, #17212b)",
    boxShadow: "0 6px 24px rgb(0 0 0 / 0.18)",
    fontSize: "0.9em",
    lineHeight: "1.45",
  },
  ".mcg-tip p": { margin: "0.2rem 0 0" },
  ".mcg-tip button": {
    minHeight: "2.75rem",
    marginTop: "0.2rem",
    padding: "0",
    border: "0",
    background: "none",
    color: "var(--mcg-accent)",
    font: "inherit",
    fontWeight: "600",
    textDecoration: "underline",
    cursor: "pointer",
  },
});

export const marks: Extension = [field, hoverTooltip(onHover, { hoverTime: 250 }), look];
