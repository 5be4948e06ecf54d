"""What many pictures share: the shop, Seller Central, a mailbox, the app; and controls whose step names them as labelled.

A picture is put together from these and from ``parts.py``. What two pictures show alike is drawn here once.
"""

from __future__ import annotations

from typing import Final

from hooks.drawings import parts as p
from hooks.drawings.canvas import Part, row
from hooks.drawings.frames import Panel, window
from hooks.drawings.parts import step

_SHOP: Final = "amazon.com"
_SELLER_CENTRAL: Final = "sellercentral.amazon.com"
_MAILBOX: Final = "mail.example"

#: An order as the sketches of sellers show it.
ORDER_ID: Final = "112-1234567-1234567"
ACCOUNT: Final = p.words("Account & Lists", "bold")
ENVELOPE: Final = p.sign("envelope")
PERSON: Final = p.sign("person")


# --- controls with the number of their step; `says` where the step has other words for it than its label ---


def press(number: int, line: str, says: str = "", *, wide: bool = False) -> Part:
    """A button to press."""
    return step(number, says or line, p.button(line, wide=wide))


def choose(number: int, line: str, lead: str = "", tail: str = "", *, says: str = "") -> Part:
    """A line of a menu or a list to choose."""
    return step(number, says or line, p.entry(line, lead, tail))


def follow(number: int, line: str, says: str = "") -> Part:
    """A link to follow."""
    return step(number, says or line, p.words(line, "link bold"))


def look(number: int, line: str, says: str = "") -> Part:
    """A heading to look for."""
    return step(number, says or line, p.heading(line))


def last(part: Part) -> Part:
    """The part at the right edge, where forms have their button."""
    return row(p.spring(), part)


def first(part: Part, *rest: Part) -> Part:
    """The part at the left edge; what follows goes to the right one."""
    return row(part, p.spring(), *rest)


# --- windows ---


def shop(title: str, *parts: Part, typed: tuple[int, str] | None = None) -> Panel:
    """The shop's website. ``typed`` is the step, with its words, that opens it by its address."""
    return _at(_SHOP, title, parts, typed)


def seller_central(title: str, *parts: Part, typed: tuple[int, str] | None = None) -> Panel:
    """Seller Central; ``typed`` as in ``shop``."""
    return _at(_SELLER_CENTRAL, title, parts, typed)


def bookmarked(number: int, says: str, title: str, *parts: Part) -> Panel:
    """Seller Central, with the number on the browser's bookmark."""
    mark = step(number, says, p.sign("bookmark"), at="corner")
    return window(title, *parts, address=first(p.words(_SELLER_CENTRAL), mark))


def mailbox(title: str, *parts: Part) -> Panel:
    """A mailbox of the reader's own, wherever it is."""
    return _at(_MAILBOX, title, parts, None)


def _at(address: str, title: str, parts: tuple[Part, ...], typed: tuple[int, str] | None) -> Panel:
    return window(title, *parts, address=step(*typed, p.words(address)) if typed else address)


# --- what stands in them ---


def shop_bar(account: Part = ACCOUNT) -> Part:
    """The bar of the shop: search in the middle, the account on the right."""
    return p.bar(p.sign("lines"), p.sign("search"), p.spring(), account, p.space(0), p.sign("basket"))


def account_menu(number: int, *further: Part) -> tuple[Part, Part]:
    """The shop's bar with the menu of the account open: both ways in belong to one step."""
    entries = (p.scribble(70), choose(number, "Account", "person"), p.entry("Orders", "box"), *further)
    return shop_bar(step(number, "Account & Lists", ACCOUNT)), p.menu(*entries, wide=210)


def your_orders(number: int) -> tuple[Part, Part]:
    """The heading over a buyer's orders, and the first of them."""
    return look(number, "Your Orders"), parcel()


def parcel(*shares: int) -> Part:
    """An order as a parcel with words nobody needs to read."""
    return row(p.sign("box"), p.scribble(*shares or (90, 60)))


def seller_bar(*parts: Part) -> Part:
    """The bar of Seller Central: its menu and the shop on the left, then what the picture is about."""
    return p.bar(p.sign("lines"), p.words("Your shop"), p.spring(), *(parts or (ENVELOPE, p.sign("gear"))))


def settings(*entries: Part) -> tuple[Part, Part]:
    """Seller Central's bar with the menu of the settings open."""
    return seller_bar(), p.menu(p.entry("Settings", "gear"), *entries)


def inbox(number: int, says: str, *others: str) -> tuple[Part, ...]:
    """The messages, with the number on the first."""
    return (step(number, says, p.talk("Anna", "Which size is it?")), *(p.talk(name) for name in others))


def reasons(number: int, says: str, last_one: str) -> tuple[Part, ...]:
    """The Contact Buyer page down to its list of reasons, with one taken."""
    taken = step(number, says, p.choice("Problem with the address", on=True))
    return p.heading("Contact Buyer"), p.choice("Custom design"), taken, p.choice(last_one)


def no_answer_needed(number: int, *rest: Part) -> Part:
    """The mark for a message that needs no answer."""
    return first(follow(number, "No response needed"), *rest)


# --- the apps ---


def app_bar(title: str) -> Part:
    """The bar of the seller app."""
    return p.bar(p.sign("lines"), p.words(title, "bold"), p.spring())


def app_foot(person: Part = PERSON) -> Part:
    """The bar at the foot of the shopping app."""
    return p.bar(p.sign("home"), p.spring(), person, p.spring(), p.sign("basket"), p.spring(), p.sign("lines"))
