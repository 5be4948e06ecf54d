/** Is this message OK? Paste what a seller wrote, and read in plain words what to think of it and what to do. */
import { whoSaysSo } from "./cited";
import { button, h } from "./dom";
import { inline } from "./inline";
import type { Services, Tool } from "./main";
import { type Around, PasteTool, type Shown } from "./paste";
import { excerpt } from "./positions";
import type { Assessment, Concern, Level, Severity, Verdict } from "./protocol";

/** Each level's look, its sentence for the reader, and how its passages are marked. */
const LEVELS: Record<Level, { look: Verdict; headline: string; label: string; severity: Severity }> = {
  danger: { look: "stop", headline: "Take care. This can cost you money or your account.", label: "Dangerous", severity: "error" },
  barred: { look: "review", headline: "A seller may not do this.", label: "Not allowed", severity: "warning" },
  odd: { look: "undeliverable", headline: "Odd, but harmless.", label: "Harmless", severity: "info" },
  normal: { look: "send", headline: "We see nothing wrong in it.", label: "", severity: "info" },
};

function answer(result: Assessment, text: string, around: Around): Shown {
  const { look, headline } = LEVELS[result.level];
  return {
    look,
    headline,
    under: [h("p", { class: "mcg-paste__under" }, result.advice)],
    cards: [...result.raised.map((concern, index) => card(concern, index + 1, text, around)), ...next(result), ...safeAnswer(result, around), limits(result, around)],
    marks: result.raised.map(({ title, level, means, spans }, index) => ({ number: index + 1, severity: LEVELS[level].severity, title, message: means, spans })),
  };
}

function card(concern: Concern, number: number, text: string, around: Around): HTMLElement {
  const { label, severity } = LEVELS[concern.level];
  return h(
    "article",
    { class: "mcg-card", "data-number": number, "data-severity": severity, "data-concern": concern.name },
    h("h2", { class: "mcg-card__title" }, h("span", { class: "mcg-finding__number" }, String(number)), h("span", {}, `${concern.title} `, h("span", { class: "mcg-finding__severity" }, label))),
    ...concern.spans.slice(0, 4).map(([start, end]) => quote(excerpt(text, start, end, 140), () => around.show(number))),
    h("p", {}, ...inline(concern.means, around.href)),
    h("h3", {}, "What to do"),
    h("ul", {}, ...concern.do.map((step) => h("li", {}, ...inline(step, around.href)))),
    whoSaysSo(concern.sources, concern.title),
  );
}

function quote(words: string, act: () => void): HTMLElement {
  return h("button", { type: "button", class: "mcg-finding__quote", "aria-label": `Show in the message: ${words}`, onclick: act }, h("q", {}, words));
}

function safeAnswer({ level, safe_answer }: Assessment, around: Around): HTMLElement[] {
  if (level !== "danger" && level !== "barred") return [];
  const lead = level === "danger" ? "Best is no answer. If you want to write one, this gives nothing away:" : "You need not answer. If you want to, this gives nothing away:";
  const copy = async (): Promise<void> => {
    let said = "The answer is copied. Paste it into your message on Amazon.";
    try {
      await navigator.clipboard.writeText(safe_answer);
    } catch {
      said = "Your browser did not allow copying. Select the answer and copy it by hand.";
    }
    around.say(said);
  };
  return [
    h(
      "article",
      { class: "mcg-card" },
      h("h2", { class: "mcg-card__title" }, "An answer you can copy"),
      h("p", {}, lead),
      h("blockquote", { class: "mcg-answer-text" }, safe_answer),
      button("Copy the answer", () => void copy(), { class: "mcg-button mcg-button--main" }, "copy"),
    ),
  ];
}

/** Where to go on: reporting, money, and what to do when it is too late. All of it stands further down this page. */
function next({ level }: Assessment): HTMLElement[] {
  if (level === "normal") return [];
  const rows = [
    ["#report", "How to report it to Amazon", "Step by step"],
    ...(level === "danger" ? [["#too-late", "I already paid or gave something away", "What to do today. It happens to many people."]] : []),
    ...(level === "odd" ? [] : [["#a-to-z", "When does Amazon give my money back?", "The A-to-z Guarantee, 48 hours after you wrote"]]),
  ] as [string, string, string][];
  const list = rows.map(([address, title, more]) => h("li", {}, h("a", { href: address }, title), h("span", {}, more)));
  return [h("article", { class: "mcg-card" }, h("h2", { class: "mcg-card__title" }, "What you can do next"), h("ul", { class: "mcg-next" }, ...list))];
}

function limits({ level }: Assessment, { href }: Around): HTMLElement {
  const cannot = [
    "We read words only. We cannot see who sent them. A message that is fine by the rules can still come from somebody else.",
    "So look for it [in your messages on Amazon](buyers/find-on-desktop/). Open Amazon yourself, not by a link. Is it not there? Then it may not be from your seller.",
    "We do not open links, pictures or files, and a new trick may have new words.",
  ];
  const last = level === "normal" ? "Does it still feel wrong? Trust that. Ask Amazon’s Customer Service before you do anything." : "Not sure about something? Ask Amazon’s Customer Service before you do anything.";
  return h("article", { class: "mcg-card mcg-card--limits" }, h("h2", { class: "mcg-card__title" }, "What we cannot know"), h("ul", {}, ...[...cannot, last].map((sentence) => h("li", {}, ...inline(sentence, href)))));
}

export function mount(element: HTMLElement, services: Services): Tool {
  return new PasteTool(element, services, {
    method: "assess",
    key: "mcg-assess-1",
    label: "What the seller wrote to you",
    hint: "Passages to know about are marked; the answer comes below.",
    placeholder: "Paste the message here",
    waiting: "What we think of it comes here.",
    panel: {
      label: "What we think of it",
      name: "reader",
      waking: "One moment, the reader is waking up",
      meanwhile: "You can paste meanwhile. The answer comes by itself.",
      kept: "What you pasted is still here.",
      byHand: "compare the message with the two lists below",
    },
    answer,
  });
}
