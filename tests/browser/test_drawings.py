"""The pictures of where to click, as they come out on a screen: large enough to read, and no word over its edge."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.site import guide_pages

PAGES = [path for path in guide_pages.guide_paths() if '<figure class="picture' in guide_pages.load(path).html]
#: A phone, the width where panels come to stand side by side, and a desk.
WIDTHS = (360, 390, 740, 768, 1280)

#: The smallest letters in CSS pixels, and every word that reaches over the edge of its sketch, its field or its button.
MEASURE = """() => {
  const texts = [...document.querySelectorAll("figure.picture svg text")];
  const over = texts.filter((text) => {
    const [word, sheet] = [text, text.ownerSVGElement].map((one) => one.getBoundingClientRect());
    return word.left < sheet.left || word.right > sheet.right || word.top < sheet.top || word.bottom > sheet.bottom;
  });
  const marked = [...document.querySelectorAll(".picture__here")].filter((here) => {
    const glow = here.querySelector(".picture__glow").getBoundingClientRect();
    return [...here.querySelectorAll("text")].some((text) => text.getBoundingClientRect().right > glow.right);
  });
  const ringed = [...document.querySelectorAll(".picture__here text")].filter((text) => {
    const word = text.getBoundingClientRect();
    return [...text.ownerSVGElement.querySelectorAll(".picture__ring")].some((ring) => {
      const at = ring.getBoundingClientRect();
      return word.right > at.left + 1 && word.left < at.right && word.bottom - 4 > at.top && word.top + 4 < at.bottom;
    });
  });
  return {
    smallest: Math.min(...texts.map((text) => text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize))),
    wrong: [...over, ...marked, ...ringed].map((one) => one.textContent),
    wide: document.documentElement.scrollWidth - innerWidth,
  };
}"""


def test_there_are_pages_with_pictures() -> None:
    assert len(PAGES) >= 12


@pytest.mark.parametrize("path", PAGES)
def test_words_in_pictures_can_be_read(open_page: OpenPage, path: str) -> None:
    page = open_page(f"{path.removesuffix('.md')}/", width=WIDTHS[0])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function("(width) => innerWidth === width && document.fonts.status === 'loaded'", arg=width)
        measured = page.evaluate(MEASURE)
        assert measured["wrong"] == [], width
        assert measured["smallest"] >= 12, width
        assert measured["wide"] <= 0, width
