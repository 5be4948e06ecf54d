/** The conversation with the engine about one template: the message as it is now, and the verdict on it. The newest wins. */
import { type Engine, EngineError } from "./client";
import { forEngine, today } from "./draft";
import type { CheckResult, Draft, RenderParams, RenderResult, TemplateData } from "./protocol";
import { standIn, type Stretch, type Values } from "./template_text";

/** Milliseconds of quiet before a question, so that a burst of keys asks once. */
const QUIET = 60;

/** The message that the engine made of exactly these values. */
export interface Made {
  values: Values;
  rendered: RenderResult;
  /** The text that is checked; where blanks are open, with the example's words in them. */
  checked: Draft;
  stretches: Stretch[];
}

/** The same with the verdict on it. */
export interface Judged extends Made {
  result: CheckResult;
}

export interface JudgeHandlers {
  onMade: (made: Made) => void;
  onJudged: (judged: Judged) => void;
  onRefused: (error: EngineError) => void;
}

export class Judge {
  private wanted: Values = {};
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private printed: ReadonlyMap<string, string> | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly data: TemplateData,
    private readonly handlers: JudgeHandlers,
  ) {}

  /** Judge these values soon; values that come meanwhile take their place. */
  ask(values: Values, quiet = QUIET): void {
    this.wanted = values;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), quiet);
  }

  /** The message from these values, at once; rejects with EngineError. */
  render(values: Values): Promise<RenderResult> {
    const params: RenderParams = { template: this.data.name, fields: values, today: today() };
    return this.engine.ask("render", params);
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  /** One question at a time; whatever was typed while it was out is asked next. */
  private async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      let values: Values;
      do {
        values = this.wanted;
        await this.judge(values);
      } while (values !== this.wanted);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.handlers.onRefused(error);
    } finally {
      this.busy = false;
    }
  }

  private async judge(values: Values): Promise<void> {
    const [example, rendered] = [await this.printedExample(), await this.render(values)];
    const { text, stretches } = standIn(rendered.segments, example);
    if (values !== this.wanted) return;
    const made: Made = { values, rendered, checked: forEngine({ ...rendered.context, text }), stretches };
    this.handlers.onMade(made);
    const result = await this.engine.check(made.checked);
    if (result && values === this.wanted) this.handlers.onJudged({ ...made, result });
  }

  /** The example's values as the engine prints them (a date in words), by field. */
  private async printedExample(): Promise<ReadonlyMap<string, string>> {
    if (!this.printed) {
      const { segments } = await this.render(this.data.example);
      this.printed = new Map(segments.flatMap(({ field, text }) => (field === null ? [] : [[field, text] as const])));
    }
    return this.printed;
  }
}
