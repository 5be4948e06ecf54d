"""The pictures of where to click: on every step page, numbered like its steps, read aloud, safe, always the same."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest

from hooks.drawings import canvas, figure, frames, parts
from hooks.drawings.pictures import PICTURES
from hooks.drawings.signs import SIGNS
from tests.site import guide_pages

SVG = "{http://www.w3.org/2000/svg}"
NAMES = sorted(PICTURES)

#: Where a list of steps names no control of Amazon's, or tells what to do when a picture could only mislead.
WITHOUT: dict[tuple[str, str], str] = {
    ("sellers/desk-card.md", "answer"): "one sheet of paper for the wall: rules to keep in mind, and no place to click",
    ("buyers/is-this-message-ok.md", "too-late"): "it leads to the bank and to support, not to a button",
}


@dataclass(frozen=True)
class StepList:
    """A numbered list in a guide, and the picture right under it."""

    page: str
    anchor: str
    steps: tuple[str, ...]
    picture: str | None


def _lists(page: str) -> list[StepList]:
    """Every numbered list of a guide with the mark that follows it."""
    found = []
    for section in re.split(r"^(?=#)", (guide_pages.DOCS / page).read_text(encoding="utf-8"), flags=re.MULTILINE):
        anchor = re.search(r"\{#([\w-]+)\}", section)
        for block in re.finditer(r"(?:^\d+\. .*\n)+(?:\n\{\{ picture (\S+) \}\})?", section, re.MULTILINE):
            steps = tuple(re.findall(r"^\d+\. (.*)$", block[0], re.MULTILINE))
            found.append(StepList(page, anchor[1] if anchor else "", steps, block[1]))
    return found


LISTS = [one for page in guide_pages.guide_paths() for one in _lists(page)]
DRAWN = [one for one in LISTS if one.picture]


def _with_fragments(step: str) -> str:
    return re.sub(r"\{!(.*?)!\}", lambda match: (guide_pages.INCLUDES / match[1]).read_text(encoding="utf-8"), step)


def _plain(step: str) -> str:
    return re.sub(r"[*\[\]]|\[\^.*?\]", "", _with_fragments(step)).lower()


def _roots(name: str) -> list[ET.Element]:
    return list(ET.fromstring(figure.figure(name, PICTURES[name])).iter(f"{SVG}svg"))  # noqa: S314 (our own)


@pytest.mark.parametrize("one", LISTS, ids=lambda one: f"{one.page}#{one.anchor}")
def test_every_list_of_steps_that_names_a_control_has_its_picture(one: StepList) -> None:
    names_a_control = any("**" in _with_fragments(step) for step in one.steps)
    if (one.page, one.anchor) in WITHOUT:
        assert names_a_control
        assert one.picture is None
    elif names_a_control:
        assert one.picture in PICTURES


#: A verb of the hand, and what it is to be laid on.
_BY_HAND = re.compile(r"\b(?:click|press|tap|tick|choose|mark it|go to)\b(?: (?:on|the|it))* \*\*([^*]+)\*\*", re.IGNORECASE)


@pytest.mark.parametrize("page", guide_pages.guide_paths())
def test_what_prose_tells_people_to_press_is_drawn_on_the_page(page: str) -> None:
    text = (guide_pages.DOCS / page).read_text(encoding="utf-8")
    drawn = {
        "".join(words.itertext()).lower()
        for name in re.findall(r"\{\{ picture (\S+) \}\}", text)
        for root in _roots(name)
        for words in root.iter(f"{SVG}text")
    }
    prose = "\n".join(line for line in text.splitlines() if not re.match(r"\d+\. ", line))
    named = {one.split("→")[-1].strip().lower() for one in _BY_HAND.findall(_with_fragments(prose))}
    assert named <= drawn


@pytest.mark.parametrize("one", DRAWN, ids=lambda one: one.picture)
def test_each_number_stands_on_what_its_step_names(one: StepList) -> None:
    for number, says in PICTURES[str(one.picture)].steps:
        assert 1 <= number <= len(one.steps), (number, says)
        assert says.lower() in _plain(one.steps[number - 1])


@pytest.mark.parametrize("one", DRAWN, ids=lambda one: one.picture)
def test_every_step_that_names_a_control_has_its_number(one: StepList) -> None:
    # A bold question at the start of a step is a heading, not a control.
    named = {
        number
        for number, step in enumerate(one.steps, 1)
        if "**" in re.sub(r"^\*\*[^*]*\?\*\*", "", _with_fragments(step))
    }
    assert named <= {number for number, _ in PICTURES[str(one.picture)].steps}


def test_every_step_that_says_where_to_go_is_drawn() -> None:
    """The list of all of them: each step of a guide that names a control, with the picture that bears its number."""
    steps = {
        (one.page, one.anchor, number): one.picture
        for one in LISTS
        for number, step in enumerate(one.steps, 1)
        if "**" in re.sub(r"^\*\*[^*]*[?:]\*\*", "", _with_fragments(step)) and (one.page, one.anchor) not in WITHOUT
    }
    assert len(steps) >= 60
    bare = [at for at, name in steps.items() if not name or at[2] not in {number for number, _ in PICTURES[name].steps}]
    assert bare == []


def test_no_exception_has_outlived_its_list() -> None:
    assert set(WITHOUT) <= {(one.page, one.anchor) for one in LISTS}


def test_every_picture_is_used_once() -> None:
    assert sorted(str(one.picture) for one in DRAWN) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_says_in_words_what_it_shows(name: str) -> None:
    for panel, root in zip(PICTURES[name].panels, _roots_of_panels(name), strict=True):
        assert root.get("role") == "img"
        words = root.get("aria-label", "")
        assert words.startswith(panel.title)
        for number, says in panel.steps:
            assert f"Number {number} is on: {says}." in words


def _roots_of_panels(name: str) -> list[ET.Element]:
    return [root for root in _roots(name) if root.get("aria-hidden") != "true"]


@pytest.mark.parametrize("name", NAMES)
def test_the_numbers_drawn_are_the_numbers_declared(name: str) -> None:
    for panel, root in zip(PICTURES[name].panels, _roots_of_panels(name), strict=True):
        drawn = sorted(int(text.text or "") for text in root.iter(f"{SVG}text") if "--number" in text.get("class", ""))
        assert drawn == [number for number, _ in panel.steps]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_reaches_over_the_edge_and_nothing_is_styled_inline(name: str) -> None:
    for root in _roots_of_panels(name):
        _, _, width, height = (float(number) for number in root.get("viewBox", "").split())
        for element in root.iter():
            assert not {"style", "fill", "stroke", "onclick", "href"} & set(element.attrib)
            x, y = float(element.get("x", 0)), float(element.get("y", 0))
            assert 0 <= x <= x + float(element.get("width", 0)) <= width
            assert 0 <= y <= y + float(element.get("height", 0)) <= height
            if element.tag == f"{SVG}circle":
                radius = float(element.get("r", 0))
                assert radius <= float(element.get("cx", 0)) <= width - radius
                assert radius <= float(element.get("cy", 0)) <= height - radius


@pytest.mark.parametrize("name", NAMES)
def test_a_window_ends_under_its_content_where_it_stands_alone(name: str) -> None:
    panels = PICTURES[name].panels
    highest = max(panel.height for panel in panels)
    for panel, root in zip(panels, _roots_of_panels(name), strict=True):
        own = panel.height if panel.kind == "window" else highest
        assert float(root.get("height", highest)) == own
        lines = [line for line in root.iter(f"{SVG}rect") if "picture__frame" in line.get("class", "")]
        ends = {line.get("class", "").split()[-1]: float(line.get("height", 0)) + 2 for line in lines}
        if own == highest:
            assert ends == {"picture__frame": highest}
        else:
            assert ends == {"picture__alone": own, "picture__beside": highest}


@pytest.mark.parametrize("name", NAMES)
def test_numbers_do_not_cover_each_other(name: str) -> None:
    for root in _roots_of_panels(name):
        rings = [
            (float(ring.get("cx", 0)), float(ring.get("cy", 0)))
            for ring in root.iter(f"{SVG}circle")
            if ring.get("class") == "picture__ring"
        ]
        for place, (x, y) in enumerate(rings):
            assert all((x - a) ** 2 + (y - b) ** 2 > 22**2 for a, b in rings[:place])


def test_a_drawing_is_the_same_in_another_run() -> None:
    code = (
        "import sys; sys.path.insert(0, 'overrides')\n"
        "from hooks.drawings.figure import figure\nfrom hooks.drawings.pictures import PICTURES\n"
        "print(''.join(figure(name, one) for name, one in PICTURES.items()), end='')"
    )
    other = subprocess.run(
        [sys.executable, "-c", code], cwd=guide_pages.ROOT, capture_output=True, text=True, check=True
    )
    assert other.stdout == "".join(figure.figure(name, one) for name, one in PICTURES.items())


HOSTILE = "<script>\"'&]]> **x** [^A1]"


def test_hostile_words_stay_words() -> None:
    picture = figure.Picture(
        frames.window(HOSTILE, parts.step(1, HOSTILE, parts.words(HOSTILE)), parts.button(HOSTILE), address=HOSTILE)
    )
    drawn = figure.figure("one", picture)
    root = ET.fromstring(drawn)  # noqa: S314 (our own)
    assert [text.text for text in root.iter(f"{SVG}text")].count(HOSTILE) == 3
    assert "<script" not in drawn
    assert "\n" not in drawn


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)


def test_a_picture_goes_through_markdown_as_it_is() -> None:
    name = "seller-envelope"
    html = guide_pages.render(figure.expand(f"1. Step.\n\n{{{{ picture {name} }}}}\n\nMore **text**.\n", PICTURES))
    assert figure.figure(name, PICTURES[name]) in html
    reader = _Tags()
    reader.feed(html)
    assert reader.tags[:3] == ["ol", "li", "figure"]
    assert "<strong>text</strong>" in html


@pytest.mark.parametrize(
    "text",
    [
        "{{ picture no-such }}",
        "{{ picture }}",
        "{{ picture seller-envelope }}\n\n{{ picture seller-envelope }}",
        "Look: {{ picture seller-envelope }}",
        "    {{ picture seller-envelope }}",
        "{{ picture seller-envelope }",
    ],
)
def test_a_wrong_mark_stops_the_build(text: str) -> None:
    with pytest.raises(figure.UnknownPicture):
        figure.expand(text, PICTURES)


def test_a_page_without_a_picture_stays_as_it_is() -> None:
    assert figure.expand("A {{ source A1 }} and a picture.\n", PICTURES) == "A {{ source A1 }} and a picture.\n"


def test_words_without_room_stop_the_build() -> None:
    with pytest.raises(canvas.DoesNotFit, match="units"):
        figure.figure("one", figure.Picture(frames.phone("A phone", parts.button("x" * 40, wide=True))))


def test_signs_are_drawn_inside_their_grid() -> None:
    for name, path in SIGNS.items():
        assert re.fullmatch(r"[MmLlHhVvCcSsAaZz0-9 .,-]+", path), name
        starts = [float(number) for pair in re.findall(r"M([\d.]+) ([\d.]+)", path) for number in pair]
        assert all(0 <= number <= 24 for number in starts), name
