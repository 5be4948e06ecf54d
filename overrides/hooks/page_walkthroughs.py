"""Pages of the walkthroughs: each question a section, each answer an ordinary link to what follows, a drawing of the whole."""

from __future__ import annotations

import json
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
    The tool reads the paths from the same sections: ``data-question`` or ``data-outcome`` on each, ``data-value`` on each
    answer. Nothing is said twice, and nothing is in a script element, which pages changed without a load would lose.
    """
    ordered = reading_order(flow)
    questions = {question["name"]: question for question in flow["questions"]}
    outcomes = {outcome["name"]: outcome for outcome in flow["outcomes"]}
    asked = [
        _stage(
            "question", name, _question(questions[name], flow["page"], questions, outcomes), first=name == flow["start"]
        )
        for kind, name in ordered
        if kind == "question"
    ]
    ended = [
        _stage("outcome", name, _outcome(outcomes[name], flow, templates, sources), draft=outcomes[name]["draft"])
        for kind, name in ordered
        if kind == "outcome"
    ]
    return join(
        [
            front_matter(
                title=flow["title"],
                description=flow["summary"],
                wide=True,
                hide=["navigation", "toc"],
                search={"boost": 0.5},
            ),
            '<p class="eyebrow" data-search-exclude>Step by step</p>',
            f"# {literal(flow['title'])}",
            f'<p class="lead">{literal(flow["summary"])}</p>',
            f'<div data-mcg="walkthrough" data-name="{literal(flow["name"])}" markdown="1">',
            *asked,
            *ended,
            "</div>",
            f'<p class="all"><a href="#{_ALL}" id="{_ALL}">Show all questions and answers on one page</a></p>',
            _drawing(flow),
        ]
    )


def _stage(kind: str, name: str, markdown: str, *, first: bool = False, draft: Json | None = None) -> str:
    """One question or outcome as a section of its own; ``draft`` is what the checker should know after this outcome."""
    known = f' data-draft="{literal(json.dumps(draft))}"' if draft is not None else ""
    classes = f"stage stage--{kind}{' stage--first' if first else ''}"
    return f'<section class="{classes}" data-{kind}="{literal(name)}"{known} markdown="1">\n\n{markdown}\n\n</section>'


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
            f'<li><a href="#{anchor(kind, name)}" data-value="{literal(answer["value"])}"><strong>{literal(answer["label"])}</strong>{hint}'
            f'<span class="answer__next">{"Next" if kind == "question" else "Answer"}: {literal(target)}</span></a></li>'
        )
    return join(
        [
            f"## {literal(question['title'])} {{#{anchor('question', question['name'])}}}",
            prose(question["help"], page),
            f'<ul class="answers" data-search-exclude>{"".join(answers)}</ul>',
            _why(prose(question["why"], page)) if question["why"] else "",
        ]
    ).rstrip()


def _why(markdown: str) -> str:
    return f'<details class="why" markdown="1">\n<summary>Why we ask</summary>\n\n{markdown}\n\n</details>'


def _outcome(outcome: Json, flow: Json, templates: Mapping[str, Json], sources: Mapping[str, Json]) -> str:
    page, citations = flow["page"], outcome["citations"]
    kind, said = VERDICTS[outcome["verdict"]] if outcome["verdict"] else ("plain", "")
    steps = "\n".join(f"{number}. {_indented(prose(step, page))}" for number, step in enumerate(outcome["steps"], 1))
    return join(
        [
            f'<div class="outcome is-{kind}" markdown="1">',
            f"<p>{sign(kind, said)}</p>" if said else "",
            f"## {literal(outcome['title'])} {{#{anchor('outcome', outcome['name'])}}}",
            prose(outcome["summary"], page),
            "</div>",
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
    """What to do next: the template and the checker as buttons, pages to read as a list."""
    buttons, links = [], [one for one in outcome["links"] if one["page"] != CHECKER or outcome["draft"] is None]
    if outcome["template"]:
        template = templates[outcome["template"]]
        address = file_of(_ROOT + template["page"], page)
        buttons.append(f"[Use the template “{literal(template['title'])}”]({address}){{ .button }}")
    if outcome["draft"] is not None:
        quiet = " .button--quiet" if buttons else ""
        buttons.append(f"[Check your message]({file_of(_ROOT + CHECKER, page)}){{ .button{quiet} }}")
    rows = [f"- [{literal(one['title'])}]({file_of(_ROOT + one['page'], page)})" for one in links]
    if not buttons and not rows:
        return ""
    parts = [
        " ".join(buttons) + "\n{ .onward__buttons }" if buttons else "",
        "**Read more:**" if rows else "",
        "\n".join(rows),
    ]
    return f'<div class="onward" data-search-exclude markdown="1">\n\n{join(parts)}\n</div>'


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
