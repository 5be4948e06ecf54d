/**
 * The wire between a page, its worker and the engine: every type that crosses it, in this one place.
 *
 * Requests and answers travel as JSON strings between worker and Python (`guide_engine.bridge.handle`), so no Python
 * object ever reaches JavaScript. All positions are UTF-16 units, that is JavaScript string indices, of the field that
 * `where` names.
 */

/** Version of the wire; the bridge refuses any other. */
export const WIRE = 1;
/** The version of `manifest.json` that the worker understands. */
export const MANIFEST = 4;

export type Kind = "reply" | "proactive";
export type OptedOut = "yes" | "no" | "unknown";
export type Severity = "error" | "warning" | "info";
export type Status = "documented" | "restated" | "contested" | "retired";
export type Verdict = "send" | "review" | "stop" | "undeliverable";
export type Where = "text" | "subject" | "attachments" | "context";

/** What the person wrote and what is known about it. Only `text` is always there. */
export interface Draft {
  text: string;
  subject?: string;
  kind?: Kind;
  /** YYYY-MM-DD */
  completed_on?: string;
  /** YYYY-MM-DD, the reader's own day */
  today?: string;
  opted_out?: OptedOut;
  reason?: string;
  order_id?: string;
  locale?: string;
  attachments?: { name: string; bytes: number }[];
  previous?: string[];
  review_requested_before?: boolean;
}

export interface Edit {
  start: number;
  end: number;
  replacement: string;
}

export interface Fix {
  title: string;
  applicability: "safe" | "suggested";
  edits: Edit[];
}

export interface Source {
  id: string;
  title: string;
  publisher: string;
  url: string;
  where: string;
  /** Month in which we read it, YYYY-MM. */
  read: string;
  dated?: string | null;
}

export interface Finding {
  rule: string;
  code: string;
  title: string;
  severity: Severity;
  status: Status;
  where: Where;
  /** null where the finding is not in the text. */
  start: number | null;
  end: number | null;
  message: string;
  sources: Source[];
  fixes: Fix[];
  /** Address of the rule's page, relative to the site's root. */
  page: string;
}

export interface CheckResult {
  verdict: Verdict;
  headline: string;
  /** Names of the Draft's fields that were assumed because they were not given. */
  assumed: string[];
  /** Code points. */
  characters: number;
  counts: Record<Severity, number>;
  findings: Finding[];
}

export interface FixResult {
  text: string;
  subject: string;
  /** Titles of the fixes applied. */
  applied: string[];
}

/** An example of a rule as the pages carry it: enough to open it in the checker. */
export interface Example {
  id: string;
  label?: string;
  text: string;
  context: Partial<Draft>;
}

export type FieldKind = "name" | "order-id" | "date" | "money" | "text" | "choice";

/** One blank of a template. */
export interface TemplateField {
  name: string;
  label: string;
  kind: FieldKind;
  help: string;
  example: string;
  choices?: string[];
  required: boolean;
  multiline?: boolean;
}

/** A template as its page carries it. */
export interface TemplateData {
  name: string;
  title: string;
  context: Partial<Draft>;
  fields: TemplateField[];
  body: string;
  example: Record<string, string>;
}

export interface RenderParams {
  template: string;
  fields: Record<string, string>;
  /** YYYY-MM-DD, the reader's own day */
  today: string;
}

/** What is the matter with one field, in a sentence that begins with the field's label. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** A stretch of the message: fixed words (`field` null) or one blank; an open one holds its mark, `[Item]`. */
export interface Segment {
  text: string;
  field: string | null;
  filled: boolean;
}

export interface RenderResult {
  complete: boolean;
  /** The whole message, or empty while anything is missing or malformed. */
  text: string;
  missing: FieldProblem[];
  malformed: FieldProblem[];
  segments: Segment[];
  context: Partial<Draft>;
}

/** Half-open ranges of the text that was asked about. */
export type Spans = [start: number, end: number][];

/** A reason why a message did not arrive. `today`, `means` and `fault` may hold inline Markdown. */
export interface KnownNotice {
  name: string;
  title: string;
  fault: string;
  means: string;
  today: string[];
  /** Address of the case's heading, relative to the site's root. */
  page: string;
  /** The notice as it is often shown, in English. */
  often_reads: string;
}

export interface FoundNotice extends KnownNotice {
  /** How long it lasts, according to whom. */
  lasts: { says: string; sources: Source[] }[];
  sources: Source[];
  spans: Spans;
}

export interface NoticeResult {
  /** The likeliest first; empty where it is none that the engine knows. */
  found: FoundNotice[];
  known: KnownNotice[];
}

/** How careful a buyer should be, from worst to best. */
export type Level = "danger" | "barred" | "odd" | "normal";

export interface Concern {
  name: string;
  title: string;
  level: Level;
  means: string;
  do: string[];
  sources: Source[];
  spans: Spans;
}

export interface Assessment {
  level: Level;
  advice: string;
  raised: Concern[];
  safe_answer: string;
}

export interface ClockParams {
  /** An instant in UTC, such as 2026-11-23T09:30:00.000Z */
  received?: string;
  /** YYYY-MM-DD, as are the two others */
  completed_on?: string;
  earliest_delivery?: string;
  latest_delivery?: string;
}

export interface Deadline {
  name: string;
  title: string;
  /** A day, or null where the window is open at once. */
  opens: string | null;
  /** An instant, ending in Z, or a day that is still inside. */
  ends: string;
  why: string;
  stops: string[];
  /** What does not stop it. */
  goes_on: string[];
  notes: string[];
  /** Whether something begins at `ends`, which is then no end of anything. */
  begins: boolean;
  /** What to do once it is over. */
  after: string;
  sources: Source[];
  page: string;
}

export interface ClockResult {
  deadlines: Deadline[];
  /** The deadlines as a calendar file, RFC 5545. */
  calendar: string;
}

/** The bridge's methods with what they take and give. */
export interface Methods {
  check: { params: Draft; result: CheckResult };
  fix: { params: Draft; result: FixResult };
  render: { params: RenderParams; result: RenderResult };
  walk: { params: unknown; result: unknown };
  notice: { params: { text: string }; result: NoticeResult };
  assess: { params: { text: string }; result: Assessment };
  clock: { params: ClockParams; result: ClockResult };
  catalog: { params: Record<string, never>; result: unknown };
}
export type Method = keyof Methods;

export interface EngineRequest {
  v: typeof WIRE;
  id: number;
  method: Method;
  params: unknown;
}

export type Answer =
  | { v: number; id: number; ok: true; result: unknown }
  | { v: number; id: number; ok: false; error: { message: string; field: string | null } };

/** The stages of a start, in order. `loaded` and `total` count bytes as stored, not as compressed on the way. */
export type Stage = "download" | "python" | "engine" | "ready";
export interface BootEvent {
  event: "boot";
  stage: Stage;
  loaded: number;
  total: number;
  /** With `ready`: whether it came up from the memory that the build made. */
  restored?: boolean;
}

/** An answer takes longer because a part that only some drafts need is still on its way. */
export interface WaitingEvent {
  event: "waiting";
}

/** Why Python could not start or go on. Never carries any of the draft. */
export type Fault = "missing" | "corrupt" | "network" | "wasm" | "python" | "version";
export interface FatalEvent {
  event: "fatal";
  fault: Fault;
}
export type WorkerMessage = Answer | BootEvent | FatalEvent | WaitingEvent;

/** The page's first message to its worker. */
export interface StartMessage {
  event: "start";
  /** The page's version of this wire: a tab may be older than the worker that its host has by now. */
  v?: typeof WIRE;
  /** Absolute address of the runtime's manifest. */
  manifest: string;
  /** Not from the memory that the build made: an engine that came from it has failed. */
  plainly?: boolean;
  /** What stands at that address, where the page has read it; then a KeptMessage follows, unless the worker is `alone`. */
  known?: Manifest;
  /** The page has its hands full: the worker looks itself for what is kept. */
  alone?: boolean;
}

/** The two large files of a start, as the device kept them. */
export interface Kept {
  module: WebAssembly.Module;
  memory: ArrayBuffer;
}

/** The page's second message, where it has read the manifest ahead. Null: the worker fetches the files itself. */
export interface KeptMessage {
  event: "kept";
  kept: Kept | null;
}

/** The page is at rest and nobody waits: see to the next visit's start, working on the drafts at this address. */
export interface PrepareMessage {
  event: "prepare";
  drafts: string;
}

export interface FileEntry {
  name: string;
  bytes: number;
  sha256: string;
}

/** `manifest.json` as overrides/hooks/runtime.py writes it. */
export interface Manifest {
  v: number;
  pyodide: string;
  python: string;
  build: string;
  files: Record<string, FileEntry>;
  /** Names of files: those that the first check needs, those that it needs without a memory, and those that come after it. */
  first: string[];
  plain: string[];
  later: string[];
  /** What Pyodide wants to know of itself and of our wheels (a Pyodide lock file). */
  lock: object;
}
