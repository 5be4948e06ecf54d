/**
 * One question a screen. The page already holds every question and every outcome, and the links between them; this shows
 * one at a time, keeps the answers in the address, and lets any of them be changed.
 */
import { button, fill, h, icon } from "./dom";
import { type Answers, type Choice, type Graph, mostQuestions, type Place, placeOf, type Question, readFragment, replay, type Standing, type Step, writeFragment } from "./flow_path";
import { handOverContext } from "./handover";
import type { PlainServices, Tool } from "./main";
import type { Draft } from "./protocol";
import { fetchQuestions } from "./walkthrough_elsewhere";

const CHECKER = "tools/check/";
/** CSS pixels that the bar at the top covers. */
const HEADER = 72;
/** The fragment that shows every section at once. */
const ALL = "#all";
/** What is shown where there are no answers yet. */
const START = "start";

/**
 * The page whose walkthrough was cut short in the middle: with the reader's first step back, the theme fetches the page it
 * shows once more, and the focus goes with the old content. The walkthrough that comes in its place takes it up again.
 */
let interrupted: string | undefined;

/** A section of the page with the links of its answers. */
interface Stage {
  element: HTMLElement;
  heading: HTMLElement;
  links: Map<string, HTMLAnchorElement>;
}

const keyOf = ({ kind, name }: Place): string => `${kind}-${name}`;

class Walkthrough implements Tool {
  private readonly stages = new Map<string, Stage>();
  private readonly graph: Graph;
  private readonly where = h("p", { class: "walk__where" });
  private readonly yours = h("aside", { class: "walk__yours", "aria-label": "Your answers", hidden: true });
  private readonly end = h("div", { class: "walk__end", role: "group", "aria-label": "This walkthrough" });
  private readonly leave: (() => void)[] = [];
  private readonly title = document.title;
  private readonly path = location.pathname;
  /** Whether the reader has gone from one question to another. */
  private travelled = false;
  private shown = "";

  constructor(
    private readonly mount: HTMLElement,
    private readonly services: PlainServices,
  ) {
    this.graph = this.read();
    const main = h("div", { class: "walk__main" }, this.where);
    main.append(...mount.childNodes, this.end);
    fill(mount, h("div", { class: "walk" }, main, this.yours));
    mount.dataset["mcgState"] = "ready";
    this.listen(mount, "click", (event) => this.follow(event as MouseEvent));
    // Both: a fragment typed into the address tells one of them in some browsers, going back the other.
    this.listen(window, "popstate", () => this.show(true));
    this.listen(window, "hashchange", () => this.show(true));
    this.show(interrupted === this.path && document.activeElement === document.body);
    interrupted = undefined;
  }

  destroy(): void {
    this.leave.forEach((act) => act());
    interrupted = this.travelled && location.pathname === this.path ? this.path : undefined;
  }

  private listen(target: EventTarget, type: string, act: (event: Event) => void): void {
    target.addEventListener(type, act);
    this.leave.push(() => target.removeEventListener(type, act));
  }

  // --- reading the page ---

  private read(): Graph {
    const questions = new Map<string, Question>();
    let start = "";
    for (const element of this.mount.querySelectorAll<HTMLElement>(".stage")) {
      const { question, outcome } = element.dataset;
      const links = new Map([...element.querySelectorAll<HTMLAnchorElement>("a[data-value]")].map((link) => [link.dataset["value"]!, link]));
      const heading = element.querySelector<HTMLElement>("h2")!;
      heading.tabIndex = -1;
      heading.querySelector(".headerlink")?.remove();
      this.stages.set(question ? `question-${question}` : `outcome-${outcome}`, { element, heading, links });
      if (!question) continue;
      start ||= question;
      questions.set(question, { name: question, title: heading.textContent!.trim(), answers: [...links].map(([value, link]) => choice(value, link)) });
    }
    return { start, questions };
  }

  // --- showing one place ---

  /** Show what the address says; an address that means something else on the page changes nothing. */
  private show(moved: boolean): void {
    const { hash } = location;
    if (hash === ALL) return this.showAll();
    const answers = readFragment(hash);
    if (answers) return this.showStanding(replay(this.graph, answers), answers, moved);
    const place = placeOf(hash);
    if (place && this.stages.has(keyOf(place))) this.showPlace(place, moved);
    else if (!this.shown) this.showStanding(replay(this.graph, new Map()), new Map(), false);
  }

  private showStanding(standing: Standing, answers: Answers, moved: boolean): void {
    const { path, at } = standing;
    const fragment = writeFragment(path);
    if (answers.size > 0 && fragment !== location.hash.slice(1)) this.replaceAddress(fragment);
    this.pointAnswers(standing);
    this.fillYours(path);
    const last = path.at(-1);
    const back = last && this.link("Back", path.slice(0, -1), "previous");
    const asked = `Question ${path.length + 1}`;
    const most = path.length + mostQuestions(this.graph, at);
    const count = at.kind === "outcome" ? "The answer" : most === path.length + 1 ? `${asked}, the last one` : `${asked} of ${most} at most`;
    fill(this.where, back, h("span", {}, count));
    this.reveal(at, fragment, moved);
  }

  /** A section opened by its own address: the answers that led there are not known. */
  private showPlace(place: Place, moved: boolean): void {
    for (const { links } of this.stages.values()) for (const link of links.values()) link.setAttribute("href", link.dataset["target"] ?? link.hash);
    this.fillYours([]);
    fill(this.where, h("span", {}, "You opened this by its own link. "), this.link("Begin with the first question", []));
    this.reveal(place, keyOf(place), moved);
  }

  private showAll(): void {
    this.mount.dataset["walk"] = "all";
    this.shown = ALL;
    fill(this.where, this.link("Ask me one question at a time", []));
    this.yours.hidden = true;
    this.stages.forEach(({ element, links }) => {
      element.removeAttribute("data-current");
      links.forEach((link) => link.setAttribute("href", link.dataset["target"] ?? link.hash));
    });
  }

  private reveal(at: Place, key: string, moved: boolean): void {
    const stage = this.stages.get(keyOf(at))!;
    this.mount.dataset["walk"] = at.kind;
    this.mount.dataset["at"] = keyOf(at);
    for (const { element } of this.stages.values()) element.toggleAttribute("data-current", element === stage.element);
    this.fillEnd(at);
    const heading = stage.heading.textContent!.trim();
    document.title = key === "" ? this.title : `${heading} – ${this.title}`;
    const shown = key || START;
    if (moved && shown !== this.shown) this.moveTo(stage);
    this.shown = shown;
  }

  /** The focus goes to the new heading; the page moves only where the top of the question is not well in view already. */
  private moveTo({ heading }: Stage): void {
    this.travelled = true;
    heading.focus({ preventScroll: true });
    const { top } = this.where.getBoundingClientRect();
    if (top < HEADER || top > innerHeight * 0.4) this.where.scrollIntoView({ block: "start", behavior: "instant" });
  }

  private pointAnswers({ path, at }: Standing): void {
    const question = at.kind === "question" ? this.graph.questions.get(at.name) : undefined;
    const links = this.stages.get(keyOf(at))?.links;
    for (const answer of question?.answers ?? []) links?.get(answer.value)?.setAttribute("href", `#${writeFragment([...path, { question: question!, answer }])}`);
  }

  private fillYours(path: Step[]): void {
    this.yours.hidden = path.length === 0;
    const rows = path.map(({ question, answer }, index) =>
      h(
        "li",
        {},
        h("span", { class: "walk__asked" }, question.title),
        h("span", { class: "walk__said" }, answer.label),
        h("a", { class: "walk__change", href: `#${writeFragment(path.slice(0, index))}`, "aria-label": `Change: ${question.title}` }, "Change"),
      ),
    );
    fill(this.yours, h("h2", {}, "Your answers"), h("ol", { class: "walk__list" }, ...rows));
  }

  private fillEnd(at: Place): void {
    const print = at.kind === "outcome" && button("Print this answer", () => window.print(), {}, "print");
    const again = (at.kind === "outcome" || at.name !== this.graph.start) && this.link("Start again", [], "undo", "mcg-button");
    fill(this.end, again, print);
  }

  private link(label: string, path: Step[], picture?: "previous" | "undo", look = "walk__link"): HTMLElement {
    return h("a", { href: `#${writeFragment(path)}`, class: look }, picture && icon(picture), h("span", {}, label));
  }

  // --- following links ---

  /** Links inside are ordinary ones; only their steps are ours, because pages that change without a load lose them. */
  private follow(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.href);
    if (to.href.split("#")[0] === new URL(CHECKER, this.services.config.root).href) return this.openChecker();
    if (to.href.split("#")[0] !== location.href.split("#")[0]) return;
    event.preventDefault();
    event.stopPropagation();
    const bare = location.pathname + location.search;
    history.pushState(null, "", to.hash.length > 1 ? to.hash : bare);
    this.show(true);
  }

  /** The link itself leads there; the outcome's circumstances go ahead of it. */
  private openChecker(): void {
    const draft = this.mount.querySelector<HTMLElement>(".stage[data-current]")?.dataset["draft"];
    if (draft) handOverContext(JSON.parse(draft) as Partial<Draft>);
  }

  private replaceAddress(fragment: string): void {
    const bare = location.pathname + location.search;
    history.replaceState(history.state, "", fragment ? `#${fragment}` : bare);
  }
}

function choice(value: string, link: HTMLAnchorElement): Choice {
  link.dataset["target"] = link.hash;
  const next = placeOf(link.hash);
  if (!next) throw new Error(`The answer ${value} leads nowhere.`);
  return { value, label: link.querySelector("strong")?.textContent?.trim() ?? value, next };
}

export function mount(element: HTMLElement, services: PlainServices): Tool {
  if (element.querySelector(".stage")) return new Walkthrough(element, services);
  let inner: Tool | undefined;
  let gone = false;
  void fetchQuestions(element, services).then((fetched) => {
    if (fetched && !gone) inner = new Walkthrough(element, services);
  });
  return {
    destroy() {
      gone = true;
      inner?.destroy();
    },
  };
}
