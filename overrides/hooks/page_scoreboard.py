"""The scoreboard: how often the checker is right on our labelled messages, beside a plain word list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from hooks.page_html import Json, front_matter, join, literal

#: Docs path of the page.
PATH: Final = "contributing/scoreboard.md"

_KINDS: Final = {
    "external_link": "Links to other sites",
    "email_address": "E-mail addresses",
    "phone_number": "Phone numbers",
    "off_amazon_contact": "Other channels, payment elsewhere, private details",
    "review_request": "Requests for a review",
    "conditional_review_request": "Requests to happy buyers only",
    "review_incentive": "Rewards for a review",
    "review_change_request": "Requests to change or remove a review",
    "marketing": "Discounts and promotion",
    "important_misuse": "[Important] without need",
}

_HOW: Final = """
- The messages were written for this project, in twelve languages. None is a real buyer’s or seller’s.
- In each we marked what is wrong, and where. Many only look wrong and are fine: “review the details”, “feedback noise”, “we never ask for reviews”.
- *Caught* means: an error or a warning of the right kind. *By mistake* means: an error or a warning in a message that is fine.
- We measure against the written rules. What Amazon’s own scanner does, nobody outside Amazon knows.
"""


def scoreboard_page(score: Json) -> str:
    """The page at contributing/scoreboard, from the figures that `python -m tests.score --json` writes."""
    return join(
        [
            front_matter(
                title="Scoreboard",
                description="How often the checker is right: by language, by kind and by rule, beside a plain word list.",
                search={"boost": 0.3},
            ),
            "# How often is the checker right?",
            _lead(score["messages"]),
            *_in_short(score),
            *_measured(score),
            *_by_language(score),
            *_by_kind(score),
            *_by_rule(score),
            *_beside(score),
            *_reviewed(score["lexicons"]),
            *_next(),
        ]
    )


def _lead(messages: int) -> str:
    return (
        f'<p class="lead">We run it on {messages:,} messages of which we know the answer. Here is what comes out. '
        "The figures are measured anew each time this site is built.</p>"
    )


def _in_short(score: Json) -> Iterable[str]:
    whole, plain = score["all"], score["all"]["word_list"]
    yield "## The short answer {#short}"
    yield _table(
        ["", "Checker", "Word list"],
        [
            ["Bad messages caught", _share(whole["caught"]), _share(plain["caught"])],
            ["Fine messages flagged by mistake", _share(whole["false_alarms"]), _share(plain["false_alarms"])],
            ["Of all it flags, how much is right", _share(whole["precision"]), _share(plain["precision"])],
            ["Of all there is to flag, how much it finds", _share(whole["recall"]), _share(plain["recall"])],
            ["The last two in one number (F1, at best 1)", _number(whole["f1"]), _number(plain["f1"])],
            ["How well its marks fit ours (at best 1)", _number(whole["overlap"]), _number(plain["overlap"])],
        ],
    )
    yield (
        f"{whole['violating']:,} of the messages break a rule. {whole['clean']:,} are fine. The *word list* is what many "
        "sellers use: words such as “review” or “discount”, wherever they stand. It is here to compare."
    )


def _measured(score: Json) -> Iterable[str]:
    yield "## How do we measure? {#how}"
    yield _HOW.strip()
    yield (
        "**We also used these messages to make the checker better.** So the figures are kinder than life. This is what "
        "it reached on new messages that nobody had worked on, oldest first:"
    )
    rows = [
        [f"Set {number}", _share(run["caught"]), _share(run["false_alarms"]), f"{run['f1']:.2f}"]
        for number, run in enumerate(score["first_runs"], 1)
    ]
    yield _table(["New messages", "Caught", "Flagged by mistake", "F1"], rows)
    yield "Expect figures like the last ones. Afterwards we learnt from these messages, too, and they count above."


def _by_language(score: Json) -> Iterable[str]:
    yield "## By language {#languages}"
    reviewed = {lexicon["language"]: lexicon["reviewed"] for lexicon in score["lexicons"]}
    rows = [
        [
            part["name"] + ("" if reviewed.get(language) else " *"),
            f"{part['violating']:,}",
            _share(part["caught"]),
            _share(part["word_list"]["caught"]),
            f"{part['clean']:,}",
            _share(part["false_alarms"]),
            _share(part["word_list"]["false_alarms"]),
            _number(part["f1"]),
        ]
        for language, part in sorted(score["languages"].items(), key=lambda item: str(item[1]["name"]))
    ]
    head = ["Language", "Bad", "Caught", "Word list", "Fine", "By mistake", "Word list", "F1"]
    yield _table(head, rows)
    if not all(reviewed.values()):
        yield "\\* No native reader has checked our words for this language yet. [More on that](#reviewed)"


def _by_kind(score: Json) -> Iterable[str]:
    yield "## By kind {#kinds}"
    yield "*Missed* counts messages in which this kind was there and was not found."
    rows = [
        [
            _KINDS.get(label, label),
            f"{part['right']:,}",
            f"{part['wrong']:,}",
            f"{part['missed']:,}",
            _number(part["f1"]),
            _number(part["word_list"]["f1"]),
        ]
        for label, part in sorted(score["labels"].items(), key=lambda item: list(_KINDS).index(item[0]))
    ]
    yield _table(["What", "Right", "Wrong", "Missed", "F1", "F1 of the word list"], rows)


def _by_rule(score: Json) -> Iterable[str]:
    yield "## By rule {#rules}"
    yield (
        "A word list knows no rules, so there is nothing beside these. Rules about dates, files or form are not here: "
        "each is tested by the examples on its own page."
    )
    rows = [
        [f"[{literal(rule['title'])}](../{rule['page'].rstrip('/')}.md)", f"{rule['right']:,}", f"{rule['wrong']:,}", _share(rule["precision"])]
        for rule in sorted(score["rules"].values(), key=lambda rule: str(rule["title"]))
    ]  # fmt: skip
    yield _table(["Rule", "Right", "Wrong", "Share that is right"], rows)


_CASES: Final = {
    "links": "linkify-it: texts with a web address",
    "not links": "linkify-it: texts that only look like one",
    "phones": "python-phonenumbers: with and without a number",
}


def _beside(score: Json) -> Iterable[str]:
    yield "## Links, numbers and disguises {#contacts}"
    yield (
        "Two projects that look for links and phone numbers publish their test cases. We run the checker on them. "
        "Where it does otherwise, [a file gives the reason](index.md#report-a-false-alarm)."
    )
    rows = [
        [_CASES[source], f"{part['all']:,}", _share(part["right"] / part["all"])]
        for source, part in score["cases"].items()
    ]
    yield _table(["Test cases of other projects", "Cases", "Same answer"], rows)
    yield (
        "People also hide contacts: with invisible signs, look-alike letters, “(at)” and “dot”, or numbers in words. We "
        f"hide every contact of our messages in each such way. At least {_share(score['hidden_caught'])} must still be "
        "found. A test fails otherwise."
    )


def _reviewed(lexicons: Sequence[Json]) -> Iterable[str]:
    yield "## Which languages has a native reader checked? {#reviewed}"
    done = [f"- {literal(one['name'])}: {literal(one['reviewed'])}" for one in lexicons if one["reviewed"]]
    open_ = [str(one["name"]) for one in lexicons if not one["reviewed"]]
    if done:
        yield "\n".join(done)
    if open_:
        listed = f"{', '.join(open_[:-1])} and {open_[-1]}" if len(open_) > 1 else open_[0]
        yield (
            f"<p data-unreviewed>Nobody who grew up with the language has read our words from top to bottom yet in: "
            f"{literal(listed)}.</p>"
        )
        yield "Is one of them yours? [Reading it through](index.md#add-a-language) is a great help. You need no program for it."


def _next() -> Iterable[str]:
    yield "## Was it wrong about your message? {#next}"
    yield (
        "Tell us with [one line in a file](index.md#report-a-false-alarm). To measure for yourself, run `make score`. "
        "With `python -m tests.score --verbose` you see each message it gets wrong."
    )


def _share(value: float) -> str:
    """A share as a percentage with one decimal."""
    return f"{value * 100:.1f} %"


def _number(value: float) -> str:
    return f"{value:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first hold numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
