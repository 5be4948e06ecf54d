"""Every picture of the guides, by the name that a page asks for.

A new one is a few lines in one of the three lists, and its mark in the page, right under the steps it shows. Numbers are
those of the steps on the page. The words beside a number are words of that step; a test compares them. Where a control
stands on a reader's screen we do not know: Amazon moves its menus. So a sketch shows the control and its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hooks.drawings import parts as p
from hooks.drawings.buyer_pictures import BUYER_PICTURES
from hooks.drawings.figure import Picture
from hooks.drawings.frames import Panel, phone
from hooks.drawings.seller_pictures import SELLER_PICTURES
from hooks.drawings.upkeep_pictures import UPKEEP_PICTURES

PICTURES: Final[Mapping[str, Picture]] = {**SELLER_PICTURES, **UPKEEP_PICTURES, **BUYER_PICTURES}

#: Beside the question on the first page: the message that somebody looked for.
FOUND: Final[Panel] = phone(
    "A list of messages",
    p.bar(p.sign("lines"), p.words("Messages", "bold"), p.spring(), p.sign("search")),
    p.talk("Ben"),
    p.here(p.talk("Anna", "Here it is.")),
    p.talk("Carla"),
    foot=p.bar(p.sign("home"), p.spring(), p.here(p.sign("envelope"), aside=5), p.spring(), p.sign("person")),
)
