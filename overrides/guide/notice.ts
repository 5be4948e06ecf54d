/** Message not delivered: paste the red text or the mail that came back, and read which case it is and what to do. */
import { sourceLink, whoSaysSo } from "./cited";
import { h } from "./dom";
import { inline } from "./inline";
import type { Services, Tool } from "./main";
import { type Around, PasteTool, type Shown } from "./paste";
import type { FoundNotice, KnownNotice, NoticeResult } from "./protocol";

/** The heading of a case on this very page: a fragment alone, so that no page is loaded anew. */
const heading = ({ page }: KnownNotice): string => `#${page.split("#")[1] ?? ""}`;

function answer({ found, known }: NoticeResult, _text: string, around: Around): Shown {
  const [first, ...others] = found;
  if (!first) return unknown(known, around);
  return {
    look: "undeliverable",
    headline: first.title,
    under: [h("p", { class: "mcg-paste__under" }, ...inline(first.fault, around.href)), ...alsoPossible(others)],
    cards: found.map((notice, index) => card(notice, index + 1, found.length > 1, around)),
    marks: found.map(({ title, means, spans }, index) => ({ number: index + 1, severity: "info", title, message: plain(means), spans })),
  };
}

const plain = (text: string): string => inline(text, (page) => page).map((node) => node.textContent).join("");

function alsoPossible(others: FoundNotice[]): HTMLElement[] {
  if (!others.length) return [];
  const titles = others.map(({ title }) => `“${title}”`).join(" or ");
  return [h("p", { class: "mcg-paste__under" }, `This fits best. It may also be ${titles}. ${others.length > 1 ? "All" : "Both"} are below.`)];
}

function card(notice: FoundNotice, number: number, several: boolean, around: Around): HTMLElement {
  const part = (title: string): HTMLElement => h(several ? "h3" : "h2", { class: "mcg-card__part" }, title);
  return h(
    "article",
    { class: "mcg-card", "data-number": number, "data-severity": "info", "data-case": notice.name },
    several && h("p", { class: "mcg-card__which" }, number === 1 ? "Fits best" : "Also possible"),
    several && h("h2", { class: "mcg-card__title" }, h("span", { class: "mcg-finding__number" }, String(number)), h("span", {}, notice.title)),
    part("What it means"),
    h("p", {}, ...inline(notice.means, around.href)),
    number > 1 && h("p", {}, ...inline(notice.fault, around.href)),
    part("What to do today"),
    h("ol", { class: "mcg-steps" }, ...notice.today.map((step) => h("li", {}, ...inline(step, around.href)))),
    part("How long it lasts"),
    ...howLong(notice, around),
    h("p", { class: "mcg-card__more" }, h("a", { href: heading(notice) }, `More about “${notice.title}”, further down`)),
    whoSaysSo(notice.sources, notice.title),
  );
}

function howLong({ lasts }: FoundNotice, around: Around): HTMLElement[] {
  const disagree = lasts.length > 1;
  const rows = lasts.map(({ says, sources }) =>
    h("li", {}, h("span", { class: "mcg-lasts__says" }, ...inline(says, around.href)), ...sources.map((source) => h("span", { class: "mcg-lasts__who" }, ...sourceLink(source)))),
  );
  return [
    ...(disagree ? [h("p", {}, "Sources disagree. Each says something else:")] : []),
    h("ul", { class: "mcg-lasts" }, ...rows),
  ];
}

function unknown(known: KnownNotice[], around: Around): Shown {
  const rows = known.map((notice) => h("li", {}, h("a", { href: heading(notice) }, notice.title), h("q", {}, notice.often_reads)));
  const tell = [
    "Paste all of it: the whole mail with its subject, or the whole red text.",
    "Is it your own message that you pasted? Put that into the [checker](tools/check/).",
    "We read notices in English, German, French, Spanish, Italian and Japanese. Is yours in another language? Compare its sense with the list.",
    "Does none fit? Ask Seller Support. Give them the order number and the exact words.",
  ];
  const list = h(
    "article",
    { class: "mcg-card" },
    h("h2", { class: "mcg-card__title" }, "These are the ones we know"),
    h("ul", { class: "mcg-known" }, ...rows),
    h("h3", {}, "How to tell"),
    h("ul", {}, ...tell.map((sentence) => h("li", {}, ...inline(sentence, around.href)))),
  );
  const under = h("p", { class: "mcg-paste__under" }, "It may be new, cut short, or no notice at all. See whether one of these fits.");
  return { look: "review", headline: "We do not know this notice.", under: [under], cards: [list], marks: [] };
}

export function mount(element: HTMLElement, services: Services): Tool {
  return new PasteTool(element, services, {
    method: "notice",
    key: "mcg-notice-1",
    label: "The red text, or the mail that came back",
    hint: "The words that tell the case are marked; the answer comes below.",
    placeholder: "Paste it here, in any of six languages",
    waiting: "Your case comes here, with what to do today.",
    panel: {
      label: "Your case",
      name: "notice reader",
      waking: "Waking the notice reader",
      meanwhile: "You can paste meanwhile: the answer comes as soon as it is awake.",
      kept: "What you pasted is still here.",
      byHand: "find your words in the table below",
    },
    answer,
  });
}
