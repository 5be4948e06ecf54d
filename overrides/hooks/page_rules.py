"""Pages of the rules: one page each, and the list of all of them by family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from guide_engine import Draft, Severity, check
from hooks.page_html import (
    SEVERITIES,
    SEVERITY_HINTS,
    STATUS_HINTS,
    STATUSES,
    Json,
    anchor,
    cited,
    disagreement,
    front_matter,
    join,
    literal,
    plain_sign,
    prose,
    severity_sign,
)
from hooks.page_messages import message

_ROOT: Final = "../../"
_WORST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)

#: The one filter of the index: value, words. The value is a severity or a status.
_CHOICES: Final = (
    ("all", "All rules"),
    ("error", SEVERITIES["error"]),
    ("warning", SEVERITIES["warning"]),
    ("info", SEVERITIES["info"]),
    ("contested", STATUSES["contested"]),
    ("restated", STATUSES["restated"]),
    ("retired", STATUSES["retired"]),
)


def rule_page(rule: Json, rules: Sequence[Json], sources: Mapping[str, Json], repository: str = "") -> str:
    """The page of one rule, as Markdown with front matter."""
    page, citations = rule["page"], rule["citations"]
    return join(
        [
            front_matter(
                title=rule["title"],
                description=rule["summary"],
                hide=["navigation"],
                neighbours=_neighbours(rule, rules),
            ),
            f'<p class="eyebrow" data-search-exclude>{literal(rule["family_title"])}<code>{literal(rule["code"])}</code></p>',
            f"# {literal(rule['title'])}",
            f'<p class="lead">{literal(rule["summary"])}</p>',
            _glance(rule),
            "## Why {#why}",
            prose(rule["why"], page, citations),
            prose(rule["also"], page, citations),
            _contested(rule, sources),
            "## How to put it right {#fix}",
            prose(rule["fix"], page, citations),
            "## When it is fine {#exceptions}",
            prose(rule["exceptions"], page, citations),
            _examples(rule),
            "## Sources {#sources data-search-exclude}",
            cited(citations, sources),
            _module(rule, repository),
            _family(rule, rules),
        ]
    )


def _glance(rule: Json) -> str:
    kinds = {"reply": "replies", "proactive": "messages you start"}
    applies = " and ".join(kinds[kind] for kind in rule["applies_to"])
    severity, status = rule["severity"], rule["status"]
    facts = [
        ("In the checker", severity_sign(rule), SEVERITY_HINTS[severity]),
        ("Who says so", literal(STATUSES[status]), STATUS_HINTS[status]),
        ("Counts for", literal(applies[:1].upper() + applies[1:]), ""),
    ]
    rows = "".join(
        f"<div><dt>{name}</dt><dd>{value}{f'<small>{literal(hint)}</small>' if hint else ''}</dd></div>"
        for name, value, hint in facts
    )
    return f'<dl class="glance">{rows}</dl>'


def _contested(rule: Json, sources: Mapping[str, Json]) -> str:
    if not rule["positions"]:
        return ""
    return f"## Who says what {{#positions}}\n\n{disagreement(rule['positions'], sources)}"


def _severity(example: Json, rule: Json) -> str:
    """How the checker judges this very example: some of a rule's are graver than most, some lighter."""
    report = check(Draft.from_json({"text": example["text"], **example["context"]}))
    found = {finding.severity for finding in report.findings if finding.rule == rule["name"]}
    return next((str(one) for one in _WORST_FIRST if one in found), str(rule["severity"]))


def _examples(rule: Json) -> str:
    judged = [(one, _severity(one, rule)) for one in rule["examples"]["flagged"]]
    flagged = [message(one, root=_ROOT, severity=severity, caption=SEVERITIES[severity]) for one, severity in judged]
    allowed = [message(one, root=_ROOT, severity=None) for one in rule["examples"]["allowed"]]
    return join(
        [
            "## What it finds {#flagged data-search-exclude}",
            *flagged,
            "## What it leaves alone {#allowed data-search-exclude}",
            *allowed,
        ]
    ).rstrip()


def _module(rule: Json, repository: str) -> str:
    if not repository:
        return ""
    return f"This page is made from the rule itself: [read its source]({repository.rstrip('/')}/blob/main/{rule['module']})."


def _family(rule: Json, rules: Sequence[Json]) -> str:
    others = [other for other in rules if other["family"] == rule["family"] and other is not rule]
    if not others:
        return ""
    return join(["## More in this family {#family data-search-exclude}", rows(others, _ROOT)]).rstrip()


def _neighbours(rule: Json, rules: Sequence[Json]) -> dict[str, dict[str, str]]:
    at = [other["name"] for other in rules].index(rule["name"])
    found = {}
    if at > 0:
        found["previous"] = {"title": rules[at - 1]["title"], "at": rules[at - 1]["page"]}
    if at + 1 < len(rules):
        found["next"] = {"title": rules[at + 1]["title"], "at": rules[at + 1]["page"]}
    return found


def rows(rules: Sequence[Json], root: str) -> str:
    """Rules as a list: title, one line, severity, and the status where there is something to say about it."""
    return f'<ul class="rows" data-search-exclude>{"".join(_row(rule, root) for rule in rules)}</ul>'


def _row(rule: Json, root: str) -> str:
    status = "" if rule["status"] == "documented" else plain_sign(STATUSES[rule["status"]])
    return (
        f'<li data-severity="{rule["severity"]}" data-status="{rule["status"]}"><div class="row">'
        f'<a class="row__title" href="{root}{literal(rule["page"])}">{literal(rule["title"])}</a>'
        f'<p class="row__text">{literal(rule["summary"])}</p>'
        f'<div class="row__signs">{severity_sign(rule)}{status}</div></div></li>'
    )


def in_order(rules: Sequence[Json]) -> list[Json]:
    """The rules with each family kept together, families in the order in which they first come."""
    first: dict[str, int] = {}
    for rule in rules:
        first.setdefault(rule["family"], len(first))
    return sorted(rules, key=lambda rule: first[rule["family"]])


def index(rules: Sequence[Json]) -> str:
    """All rules by family, with a filter that needs no script and a list of the families to jump to."""
    families = [
        (name, list(members)) for name, members in groupby(in_order(rules), key=lambda rule: rule["family_title"])
    ]
    jumps = "".join(f'<li><a href="#{anchor("family", name)}">{literal(name)}</a></li>' for name, _ in families)
    sections = "".join(
        f'<section class="family"><h2 id="{anchor("family", name)}">{literal(name)}</h2>{rows(members, "../")}</section>'
        for name, members in families
    )
    return (
        f'<div class="filterable">{_filter(rules)}<ul class="jump" aria-label="Families">{jumps}</ul>{sections}</div>'
    )


def _filter(rules: Sequence[Json]) -> str:
    used = {"all", *(rule["severity"] for rule in rules), *(rule["status"] for rule in rules)}
    choices = "".join(
        f'<label><input type="radio" name="show" value="{value}"{" checked" if value == "all" else ""}>{literal(words)}</label>'
        for value, words in _CHOICES
        if value in used
    )
    return f'<form class="filter"><fieldset><legend>Show</legend><div class="filter__choices">{choices}</div></fieldset></form>'
