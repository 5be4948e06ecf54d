"""Pages of the walkthroughs: each question a section, each answer an ordinary link to what follows, a drawing of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from hooks.flow_drawing import draw
from hooks.page_html import (
    VERDICTS,
    Json,
    anchor,
    cited,
    disagreement,
    file_of,
    front_matter,
    join,
    literal,
    prose,
    sign,
    words,
)
from hooks.page_messages import CHECKER

_ROOT: Final = "../../"
#: Where the address points to show every section at once.
_ALL: Final = "all"


def walkthrough_page(flow: Json, templates: Mapping[str, Json], sources: Mapping[str, Json]) -> str:
    """The page of one walkthrough, as Markdown with front matter; whole without scripts.

    The tool's mount holds the sections; ``markdown`` on it lets the headings inside stay headings of the page. The style
    sheet shows the first section, then the one whose heading the address names, so the links alone lead step by step.
    """
    ordered = reading_order(flow)
    questions = {question["name"]: question for question in flow["questions"]}
    outcomes = {outcome["name"]: outcome for outcome in flow["outcomes"]}
    asked = [
        _question(questions[name], flow["page"], questions, outcomes) for kind, name in ordered if kind == "question"
    ]
    ended = [_outcome(outcomes[name], flow, templates, sources) for kind, name in ordered if kind == "outcome"]
    return join(
        [
            front_matter(
                title=flow["title"], description=flow["summary"], hide=["navigation", "toc"], search={"boost": 0.5}
            ),
            '<p class="eyebrow" data-search-exclude>Step by step</p>',
            f"# {literal(flow['title'])}",
            f'<p class="lead">{literal(flow["summary"])}</p>',
            f'<div data-mcg="walkthrough" data-name="{literal(flow["name"])}" markdown="1">',
            *(_stage(part, first=number == 0) for number, part in enumerate([*asked, *ended])),
            "</div>",
            f'<p class="all"><a href="#{_ALL}" id="{_ALL}">Show all questions and answers on one page</a></p>',
            _drawing(flow),
        ]
    )


def _stage(markdown: str, *, first: bool) -> str:
    """One question or outcome as a section of its own."""
    return f'<section class="stage{" stage--first" if first else ""}" markdown="1">\n\n{markdown}\n\n</section>'


def reading_order(flow: Json) -> list[tuple[str, str]]:
    """Questions and outcomes, each once, in the order in which a reader meets them."""
    questions = {question["name"]: question for question in flow["questions"]}
    waiting, seen = [("question", str(flow["start"]))], []
    while waiting:
        step = waiting.pop(0)
        if step in seen:
            continue
        seen.append(step)
        if step[0] == "question":
            waiting.extend(_next(answer) for answer in questions[step[1]]["answers"])
    return seen


def _next(answer: Json) -> tuple[str, str]:
    kind = "question" if "question" in answer["next"] else "outcome"
    return kind, str(answer["next"][kind])


def _question(question: Json, page: str, questions: Mapping[str, Json], outcomes: Mapping[str, Json]) -> str:
    answers = []
    for answer in question["answers"]:
        kind, name = _next(answer)
        target = (questions if kind == "question" else outcomes)[name]["title"]
        hint = f" <small>{words(answer['hint'])}</small>" if answer["hint"] else ""
        answers.append(
            f'<li><a href="#{anchor(kind, name)}"><strong>{literal(answer["label"])}</strong>{hint}'
            f'<span class="answer__next">{"Next" if kind == "question" else "Answer"}: {literal(target)}</span></a></li>'
        )
    return join(
        [
            f"## {literal(question['title'])} {{#{anchor('question', question['name'])}}}",
            prose(question["help"], page),
            f'<ul class="answers" data-search-exclude>{"".join(answers)}</ul>',
            f"**Why we ask:** {prose(question['why'], page)}\n{{ .why }}" if question["why"] else "",
        ]
    ).rstrip()


def _outcome(outcome: Json, flow: Json, templates: Mapping[str, Json], sources: Mapping[str, Json]) -> str:
    page, citations = flow["page"], outcome["citations"]
    verdict = f"<p>{sign(*VERDICTS[outcome['verdict']])}</p>" if outcome["verdict"] else ""
    steps = "\n".join(f"{number}. {_indented(prose(step, page))}" for number, step in enumerate(outcome["steps"], 1))
    return join(
        [
            f"## {literal(outcome['title'])} {{#{anchor('outcome', outcome['name'])}}}",
            verdict,
            prose(outcome["summary"], page),
            steps,
            disagreement(outcome["positions"], sources) if outcome["positions"] else "",
            _onward(outcome, page, templates),
            f'<details class="folded"><summary>Sources</summary>{_sources(outcome, sources)}</details>'
            if citations
            else "",
            f'<p class="again"><a href="#{anchor("question", flow["start"])}">Start again</a></p>',
        ]
    ).rstrip()


def _indented(markdown: str) -> str:
    return markdown.replace("\n", "\n    ")


def _sources(outcome: Json, sources: Mapping[str, Json]) -> str:
    # Several outcomes on the page may cite one source: its id may stand only once, so these lists carry none.
    return cited(outcome["citations"], sources, ids=False)


def _onward(outcome: Json, page: str, templates: Mapping[str, Json]) -> str:
    lines = []
    if outcome["template"]:
        template = templates[outcome["template"]]
        lines.append(f"- Use the template [{literal(template['title'])}]({file_of('../../' + template['page'], page)})")
    if outcome["draft"] is not None:
        lines.append(f"- [Check your message before you send it]({file_of(_ROOT + CHECKER, page)})")
    lines.extend(f"- [{literal(one['title'])}]({file_of(_ROOT + one['page'], page)})" for one in outcome["links"])
    if not lines:
        return ""
    return "\n".join(['<div data-search-exclude markdown="1">', "", "**Go on here:**", "", *lines, "", "</div>"])


def _drawing(flow: Json) -> str:
    return (
        '<details class="folded"><summary>See the whole path in one drawing</summary>'
        f'<figure class="drawing"><div class="drawing__sheet" tabindex="0" role="region" aria-label="Drawing of the path">{draw(flow)}</div>'
        "<figcaption>Each line is an answer. It leads to the next question, or to an answer with a dot.</figcaption></figure></details>"
    )


def index(flows: Sequence[Json]) -> str:
    """All walkthroughs, with how many questions at most a reader answers."""
    return f'<ul class="rows" data-search-exclude>{"".join(map(_row, flows))}</ul>'


def _row(flow: Json) -> str:
    most = longest(flow)
    return (
        f'<li><div class="row"><a class="row__title" href="../{literal(flow["page"])}">{literal(flow["title"])}</a>'
        f'<p class="row__text">{literal(flow["summary"])}</p>'
        f'<div class="row__signs"><span class="sign sign--plain">{most} questions at most</span></div></div></li>'
    )


def longest(flow: Json) -> int:
    """How many questions the longest way through asks."""
    questions = {question["name"]: question for question in flow["questions"]}

    def depth(name: str) -> int:
        following = [
            answer["next"]["question"] for answer in questions[name]["answers"] if "question" in answer["next"]
        ]
        return 1 + max((depth(other) for other in following), default=0)

    return depth(str(flow["start"]))
