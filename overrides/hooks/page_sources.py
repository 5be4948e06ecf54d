"""The page of all sources: each with its address, when we read it, and what on this site rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hooks.page_html import Json, anchor, front_matter, join, link, literal, sides, source_facts

#: Docs path of the page.
PATH: Final = "about/sources.md"

_KINDS: Final = (
    ("amazon", "Amazon’s own text", "Pages and files that Amazon publishes. They weigh most."),
    ("moderator", "Amazon’s forum team", "What Amazon’s people wrote on its seller forums."),
    ("third-party", "Other companies", "Firms, papers and lawyers that report or quote the rules."),
    ("article", "The article this guide began with", "We checked each of its facts against the sources above."),
)


def sources_page(catalog: Json) -> str:
    """The page at about/sources, as Markdown with front matter."""
    uses = _uses(catalog)
    sections = [_section(kind, title, says, catalog["sources"], uses) for kind, title, says in _KINDS]
    return join(
        [
            front_matter(
                title="Sources",
                description="Every source of this guide: who wrote it, where it is, when we read it, and what rests on it.",
                search={"boost": 0.3},
            ),
            "# Where does all this come from?",
            '<p class="lead">Every rule, template and answer in this guide names its sources. Here they all are, with the month in which we read them.</p>',
            _jumps(catalog["sources"]),
            "Pages change and move. If an address no longer works, the date tells you which state we saw.",
            _disagreements(catalog),
            *sections,
        ]
    )


def _jumps(sources: Sequence[Json]) -> str:
    used = {source["kind"] for source in sources}
    links = "".join(f'<li><a href="#{kind}">{literal(title)}</a></li>' for kind, title, _ in _KINDS if kind in used)
    return f'<ul class="jump" aria-label="Kinds of sources">{links}</ul>'


def _uses(catalog: Json) -> dict[str, list[tuple[str, str]]]:
    """Source id → titles and addresses of the pages that cite it, each once."""
    uses: dict[str, list[tuple[str, str]]] = {}
    for kind in ("rules", "templates", "flows"):
        for thing in catalog[kind]:
            for name in dict.fromkeys(_named(thing)):
                uses.setdefault(name, []).append((thing["title"], thing["page"]))
    return uses


def _named(thing: Json) -> Iterable[str]:
    for part in [thing, *thing.get("outcomes", ())]:
        yield from (citation["id"] for citation in part.get("citations", ()))
        for position in part.get("positions", ()):
            yield from position["sources"]


def _section(
    kind: str, title: str, says: str, sources: Sequence[Json], uses: Mapping[str, list[tuple[str, str]]]
) -> str:
    rows = "".join(_row(source, uses.get(source["id"], [])) for source in sources if source["kind"] == kind)
    if not rows:
        return ""
    return join([f"## {title} {{#{kind}}}", says, f'<ul class="cited" data-search-exclude>{rows}</ul>']).rstrip()


def _row(source: Json, uses: Sequence[tuple[str, str]]) -> str:
    links = ", ".join(f'<a href="../../{literal(page)}">{literal(title)}</a>' for title, page in uses)
    used = f'<span class="cited__uses">Used in: {links}</span>' if links else ""
    return (
        f'<li id="{anchor("source", source["id"])}">{link(source["url"], source["title"])} <code>{literal(source["id"])}</code>'
        f'<span class="cited__facts">{source_facts(source)}</span>'
        f'<span class="cited__facts cited__address">{literal(source["url"])}</span>{used}</li>'
    )


def _disagreements(catalog: Json) -> str:
    """What the sources do not agree on: one folded part for each contested rule, with its sides."""
    sources = {source["id"]: source for source in catalog["sources"]}
    contested = [rule for rule in catalog["rules"] if rule["positions"]]
    if not contested:
        return ""
    parts = [
        f'<details class="folded" data-search-exclude><summary>{literal(rule["title"])}</summary>{sides(rule["positions"], sources)}'
        f'<p><a href="../../{literal(rule["page"])}">Read the rule</a></p></details>'
        for rule in contested
    ]
    return join(
        [
            "## Where the sources disagree {#disagreements}",
            "We name each side and the date. Open one to see who says what.",
            *parts,
        ]
    ).rstrip()
