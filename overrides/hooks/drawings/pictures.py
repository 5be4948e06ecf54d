"""Every picture of the guides, by the name that a page asks for.

A new one is a few lines in one of the two lists, and its mark in the page, right under the steps it shows. Numbers are
those of the steps on the page. The words beside a number are words of that step; a test compares them. Where a control
stands on a reader's screen we do not know: Amazon moves its menus. So a sketch shows the control and its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hooks.drawings.buyer_pictures import BUYER_PICTURES
from hooks.drawings.figure import Picture
from hooks.drawings.seller_pictures import SELLER_PICTURES

PICTURES: Final[Mapping[str, Picture]] = {**SELLER_PICTURES, **BUYER_PICTURES}
