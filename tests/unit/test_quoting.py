"""Which part of a reply is the buyer's."""

from __future__ import annotations

import pytest

from guide_engine.quoting import quoted_spans


@pytest.mark.parametrize(
    ("raw", "quoted"),
    [
        ("Nothing quoted.", []),
        ("> call me\nSure.", ["> call me\n"]),
        ("Sure.\n  > one\n> two\nBye", ["  > one\n", "> two\n"]),
        ("5 > 3 is true.", []),
        (
            "Ok.\n\nOn Mon, Nov 3, 2025 at 9:12, Ann wrote:\ncall me",
            ["On Mon, Nov 3, 2025 at 9:12, Ann wrote:\ncall me"],
        ),
        ("Ok.\nAm 3.11.2025 um 9:12 schrieb Ann:\n> ruf an", ["Am 3.11.2025 um 9:12 schrieb Ann:\n> ruf an"]),
        ("Ok.\nLe 3 nov. 2025, Ann a écrit :\nbonjour", ["Le 3 nov. 2025, Ann a écrit :\nbonjour"]),
        ("Ok.\n-----Original Message-----\nhi", ["-----Original Message-----\nhi"]),
        ("On Monday we wrote: the lid fits.", []),
    ],
)
def test_what_the_buyer_wrote_is_told_by_its_marks(raw: str, quoted: list[str]) -> None:
    assert [raw[span.start : span.end] for span in quoted_spans(raw)] == quoted
