"""Message templates: a body with typed blanks, and one way to fill it.

``render`` never hands out a half-filled message. While something is missing or wrong
the ``text`` is empty and only ``segments`` shows the message so far, with a visible
``[label]`` for each open blank; nobody can copy that by mistake as ready.

The body is split into its parts once, before any value is known, so a value that
looks like a blank (``{order_id}``) is printed as it is.

A line with an optional blank that stays empty is left out, together with the empty
line before it; so an optional blank has its line to itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypedDict

from guide_engine.fields import FieldJson, Refused, TemplateField
from guide_engine.sources import Citation, CitationJson

__all__ = ["GROUPS", "Problem", "Rendered", "Segment", "Template", "TemplateField", "render"]

#: Shelves on which templates are sorted, in the order they are shown.
GROUPS: Final = (
    "Before it ships",
    "On its way",
    "After it arrived",
    "Returns and refunds",
    "Papers and safety",
)

_BLANK: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_NAME: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")

#: A draft without its text: kind, reason and so on, as the checker reads them.
Context = Mapping[str, object]


class ProblemJson(TypedDict):
    """What is the matter with one field."""

    field: str
    message: str


class SegmentJson(TypedDict):
    """A stretch of the message as shown in the preview."""

    text: str
    field: str | None
    filled: bool


class RenderedJson(TypedDict):
    """A filled template in the shape of the bridge's answer."""

    complete: bool
    text: str
    missing: list[ProblemJson]
    malformed: list[ProblemJson]
    segments: list[SegmentJson]
    context: dict[str, object]


class TemplateJson(TypedDict):
    """A template as the catalog prints it."""

    name: str
    title: str
    purpose: str
    group: str
    use_when: str
    not_when: str
    context: dict[str, object]
    fields: list[FieldJson]
    body: str
    example: dict[str, str]
    example_text: str
    verdict: str
    notes: str
    citations: list[CitationJson]
    page: str
    module: str


@dataclass(frozen=True, slots=True)
class Template:
    """One message a seller can fill in and send.

    ``context`` is the draft (without its text) in which the message belongs, and
    ``verdict`` what the checker says of the filled example there. ``use_when``,
    ``not_when`` and ``notes`` are Markdown; the body is plain text with ``{blanks}``.
    ValueError if body, fields and example do not fit each other.
    """

    name: str
    title: str
    purpose: str
    group: str
    use_when: str
    not_when: str
    context: Context
    fields: tuple[TemplateField, ...]
    body: str
    example: Mapping[str, str]
    notes: str
    citations: tuple[Citation, ...]
    verdict: Literal["send", "review"] = "send"

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r} is no template name: use small letters and -.")
        if self.group not in GROUPS:
            raise ValueError(f"{self.name}: there is no group {self.group!r}.")
        if not self.citations:
            raise ValueError(f"{self.name}: it names no source.")
        names = [blank.name for blank in self.fields]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.name}: a field is described twice.")
        if set(_BLANK.findall(self.body)) != set(names):
            raise ValueError(f"{self.name}: the blanks in the body are not its fields.")
        if "{" in _BLANK.sub("", self.body) or self.body != self.body.strip():
            raise ValueError(f"{self.name}: a stray brace, or space around the body.")
        self._check_optional_lines()
        outcome = _fill(self, self.example, today=None)
        if not outcome.complete:
            problems = [problem.message for problem in outcome.missing + outcome.malformed]
            raise ValueError(f"{self.name}: the example fails. {' '.join(problems)}")

    def _check_optional_lines(self) -> None:
        """An optional blank must have its line to itself: the line may be left out."""
        optional = {blank.name for blank in self.fields if not blank.required}
        for line in self.body.split("\n"):
            names = _BLANK.findall(line)
            if len(names) > 1 and optional.intersection(names):
                raise ValueError(f"{self.name}: an optional blank shares the line {line!r}.")

    @property
    def page(self) -> str:
        """The template's address relative to the site."""
        return f"message-templates/{self.name}/"

    @property
    def module(self) -> str:
        """The file that defines it, relative to the project."""
        return f"guide_engine/templates/{self.name.replace('-', '_')}.py"

    @property
    def example_text(self) -> str:
        """The message filled with the example's values."""
        return _fill(self, self.example, today=None).text

    def to_json(self) -> TemplateJson:
        """The template in the catalog's shape."""
        return {
            "name": self.name,
            "title": self.title,
            "purpose": self.purpose,
            "group": self.group,
            "use_when": self.use_when,
            "not_when": self.not_when,
            "context": dict(self.context),
            "fields": [blank.to_json() for blank in self.fields],
            "body": self.body,
            "example": dict(self.example),
            "example_text": self.example_text,
            "verdict": self.verdict,
            "notes": self.notes,
            "citations": [citation.to_json() for citation in self.citations],
            "page": self.page,
            "module": self.module,
        }


@dataclass(frozen=True, slots=True)
class Problem:
    """A field that is empty or wrong, and a sentence saying what to do."""

    field: str
    message: str

    def to_json(self) -> ProblemJson:
        """The problem in the bridge's shape."""
        return {"field": self.field, "message": self.message}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the message: fixed words (``field`` None) or one blank."""

    text: str
    field: str | None = None
    filled: bool = True

    def to_json(self) -> SegmentJson:
        """The segment in the bridge's shape."""
        return {"text": self.text, "field": self.field, "filled": self.filled}


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of filling a template.

    ``text`` is the whole message when ``complete``, else empty. ``segments`` is always
    there; joined, they are the text when complete. ``context`` is the template's, with
    the order number where one was filled in.
    """

    template: Template
    complete: bool
    text: str
    missing: tuple[Problem, ...]
    malformed: tuple[Problem, ...]
    segments: tuple[Segment, ...]
    context: Context

    def to_json(self) -> RenderedJson:
        """The outcome in the bridge's shape."""
        return {
            "complete": self.complete,
            "text": self.text,
            "missing": [problem.to_json() for problem in self.missing],
            "malformed": [problem.to_json() for problem in self.malformed],
            "segments": [segment.to_json() for segment in self.segments],
            "context": dict(self.context),
        }


def render(template: Template, fields: Mapping[str, object], today: date | None = None) -> Rendered:
    """Fill a template.

    An absent, empty or blank value is missing (named only if the field is required).
    A value that does not fit, that is not text, or that belongs to no field of this
    template is malformed. ``today`` (default: the system's date) serves to catch
    mistyped years.
    """
    # The reader's own calendar decides, so the machine's local day is meant.
    return _fill(template, fields, today or date.today())  # noqa: DTZ011


def _fill(template: Template, given: Mapping[str, object], today: date | None) -> Rendered:
    """``render`` with a ``today`` that may be None, for checks that must not age."""
    values, missing, malformed = _read_values(template, given, today)
    known = {blank.name for blank in template.fields}
    strangers = sorted(str(name) for name in given if name not in known)
    malformed += [Problem(name, f"This template has no field called “{name}”.") for name in strangers]
    wrong = {problem.field for problem in missing + malformed}
    segments = tuple(_segments(template, values, wrong))
    complete = not wrong
    return Rendered(
        template=template,
        complete=complete,
        text="".join(segment.text for segment in segments) if complete else "",
        missing=tuple(missing),
        malformed=tuple(malformed),
        segments=segments,
        context=_context(template, values),
    )


def _read_values(
    template: Template, given: Mapping[str, object], today: date | None
) -> tuple[dict[str, str], list[Problem], list[Problem]]:
    """The values that can be printed, what is missing, and what is malformed."""
    values: dict[str, str] = {}
    missing: list[Problem] = []
    malformed: list[Problem] = []
    for blank in template.fields:
        value = given.get(blank.name)
        if value is None or (isinstance(value, str) and not value.strip()):
            if blank.required:
                missing.append(Problem(blank.name, f"{blank.label}: please fill this in."))
        elif not isinstance(value, str):
            malformed.append(Problem(blank.name, f"{blank.label}: write it as text."))
        else:
            try:
                values[blank.name] = blank.read(value, today)
            except Refused as problem:
                malformed.append(Problem(blank.name, str(problem)))
    return values, missing, malformed


def _context(template: Template, values: Mapping[str, str]) -> Context:
    """The template's context, with the order number the person filled in."""
    orders = [values[blank.name] for blank in template.fields if blank.kind == "order-id" and blank.name in values]
    return {**template.context, "order_id": orders[0]} if orders else dict(template.context)


def _segments(template: Template, values: Mapping[str, str], wrong: set[str]) -> Iterator[Segment]:
    """The message in stretches; open blanks show their mark."""
    marks = {blank.name: blank.mark for blank in template.fields}
    body = "\n".join(_kept_lines(template, values, wrong))
    at = 0
    for found in _BLANK.finditer(body):
        if found.start() > at:
            yield Segment(body[at : found.start()])
        name = found[1]
        if name in values:
            yield Segment(values[name], name)
        else:
            yield Segment(marks[name], name, filled=False)
        at = found.end()
    if at < len(body):
        yield Segment(body[at:])


def _kept_lines(template: Template, values: Mapping[str, str], wrong: set[str]) -> list[str]:
    """The body's lines without those that hold an optional blank left empty."""
    kept: list[str] = []
    for line in template.body.split("\n"):
        names = _BLANK.findall(line)
        if all(name in values or name in wrong for name in names):
            kept.append(line)
        elif kept and not kept[-1]:
            kept.pop()
    while kept and not kept[0]:
        del kept[0]
    return kept
