"""Words with a hyphen stay on one line, and nothing but words is touched."""

from __future__ import annotations

import pytest

from hooks.unbroken import kept_whole


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>An e-mail.</p>", '<p>An <span class="whole">e-mail</span>.</p>'),
        ("<h2>E-mails?</h2>", '<h2><span class="whole">E-mails</span>?</h2>'),
        ("<a href='e-mail'>the A-to-z claim</a>", "<a href='e-mail'>the <span class=\"whole\">A-to-z</span> claim</a>"),
        ("<p>order 112-1234567-1234567.</p>", '<p>order <span class="whole">112-1234567-1234567</span>.</p>'),
    ],
)
def test_a_word_is_kept_whole(html: str, expected: str) -> None:
    assert kept_whole(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<svg><text>e-mail</text></svg>",
        "<pre><code>e-mail</code> e-mail</pre>",
        "<p>pre-e-mail-like, an_e-mail</p>",
        '<p title="e-mail">x</p>',
        "<script>'e-mail'</script>",
        "<textarea>e-mail</textarea>",
    ],
)
def test_all_else_stays(html: str) -> None:
    assert kept_whole(html) == html


def test_after_a_drawing_words_are_kept_whole_again() -> None:
    assert kept_whole("<svg><path/></svg> e-mail").endswith('<span class="whole">e-mail</span>')
