"""Other channels: messengers, social networks and the accounts there that a message leads the buyer to.

A name alone is no finding: a watch *shows* WhatsApp messages, a book is called *Instagram for Bakers*. What counts is a
name together with a word that invites ("message us on"), an account, a number, or a word that makes it ours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from guide_engine.clauses import Clause, Prose, Sentence, Tag
from guide_engine.detectors.addresses import addresses
from guide_engine.detectors.by_line import ranges
from guide_engine.detectors.hosts import MESSENGER_HOSTS, PAYMENT_HOSTS, SOCIAL_HOSTS, within
from guide_engine.detectors.links import Kind, links
from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.phones import overlaps_any, phones
from guide_engine.detectors.phrases import lead_in
from guide_engine.findings import Hit, Span, Where
from guide_engine.reading import Reading
from guide_engine.text import disguises
from guide_engine.vocabulary import NOT

MESSENGERS = frozenset({"messenger", "messenger-weak", "messenger-us"})
NETWORKS = frozenset({"social", "social-weak", "social-us"})

_WEAK = frozenset({"messenger-weak", "social-weak"})
_ALONE = frozenset({"messenger-us", "social-us"})
_INVITING = ("reach-us", "follow-us", "own")
_REACH = 30
"""How many words around a name are looked at at all."""

_NEAR = 9
"""How many words an inviting word may stand from the name it belongs to."""

_AT = re.compile("@")
_HANDLE = re.compile(r"(?<![\w@.&])@[a-z][a-z0-9_.]{1,28}[a-z0-9_]")

_ACCOUNT = re.compile(
    # What stands right behind a name and says who is to be looked for there: "(HeatVest Official)", ": autotrim_lena".
    r"\s?\([^()\n@]{2,40}\)|,?\s?(?:(?:is|name|id|handle)\s?)?[:：]?\s?(?=[a-z0-9_.]{0,30}[a-z])(?=[a-z0-9_.]{0,30}[_\d])[a-z0-9][a-z0-9_.]{2,30}[a-z0-9_](?![\w@.])"
)


@dataclass(frozen=True, slots=True)
class Channel:
    """A passage of the text that leads to another channel, and how the name was hidden, in words for the person."""

    span: Span
    disguises: tuple[str, ...]


def messengers(reading: Reading) -> tuple[Channel, ...]:
    """Where the text leads to a messenger: by name, by account or by an address that opens a chat."""
    return _channels(reading, MESSENGERS, MESSENGER_HOSTS)


def networks(reading: Reading) -> tuple[Channel, ...]:
    """Where the text leads to a social network: by name, by account or by the address of a profile."""
    return _channels(reading, NETWORKS, SOCIAL_HOSTS)


def channel_check(found: Callable[[Reading], tuple[Channel, ...]], summary: str) -> Callable[[Reading], Iterator[Hit]]:
    """A check that reports every channel that `found` finds, and names the disguise of a hidden one."""

    def check(reading: Reading) -> Iterator[Hit]:
        for channel in reading.once(found):
            message = summary
            if channel.disguises:
                message += f" It is written with {' and '.join(channel.disguises)}; that does not hide it."
            yield Hit(channel.span, message=message, fixes=remove_sentence(reading, channel.span))

    return check


def payment_links(reading: Reading) -> tuple[Span, ...]:
    """Addresses of services where money changes hands outside Amazon."""
    return tuple(span for span in _hosted(reading, PAYMENT_HOSTS))


def _channels(reading: Reading, wanted: frozenset[str], hosts: frozenset[str]) -> tuple[Channel, ...]:
    named = (_with_account(reading, span) for span in _named(reading, wanted))
    spans = [*named, *_handles(reading, wanted), *_hosted(reading, hosts)]
    return tuple(Channel(span, disguises(reading.text, span)) for span in _merged(spans))


def _with_account(reading: Reading, span: Span) -> Span:
    """The span with the account that is named right behind it."""
    text = reading.text
    account = _ACCOUNT.match(text.folded, text.folded_range(span)[1])
    return span.hull(text.span(*account.span())) if account else span


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.overlaps(kept[-1]):
            kept[-1] = kept[-1].hull(span)
        else:
            kept.append(span)
    return iter(kept)


def _hosted(reading: Reading, hosts: frozenset[str]) -> Iterator[Span]:
    for link in reading.once(links):
        if link.where is Where.TEXT and link.kind is Kind.EXTERNAL and within(link.host, hosts):
            yield link.span


def _named(reading: Reading, wanted: frozenset[str]) -> Iterator[Span]:
    prose = reading.prose
    beside = [phone.span for phone in reading.once(phones) if phone.where is Where.TEXT]
    beside += [prose.text.span(*place) for place in ranges(prose.text, _HANDLE, _AT)]
    beside.sort()
    addressed = sorted(address.span for address in reading.once(addresses))
    for sentence in prose.sentences_with(wanted):
        for name in _once_each(sentence, wanted):
            if _within_phrase(sentence, name):
                continue
            span = prose.span(name.start, name.end)
            if not overlaps_any(span, addressed):
                yield from _judged(prose, sentence, name, beside)


def _once_each(sentence: Sentence, wanted: frozenset[str]) -> Iterable[Tag]:
    """The names in a sentence, each once though a dozen languages know it, but apart where one of them negates it."""
    found: dict[tuple[str, int, int, bool], Tag] = {}
    for clause in sentence.clauses:
        refused = _refused(clause)
        for name in clause.tags:
            if name.concept in wanted:
                found.setdefault((name.concept, name.start, name.end, name.language in refused), name)
    return found.values()


def _refused(clause: Clause) -> set[str]:
    """The languages in which a clause holds a negation."""
    return {tag.language for tag in clause.tags if tag.concept == NOT}


def _within_phrase(sentence: Sentence, name: Tag) -> bool:
    """Whether the name is part of a phrase that says all of it ("WhatsApp us")."""
    around = _tags_around(sentence, name)
    return name.concept not in _ALONE and any(t.concept in _ALONE and _overlap(t, name) for t in around)


def _tags_around(sentence: Sentence, name: Tag) -> tuple[Tag, ...]:
    """The tags of the sentence that stand near the name: what is further away says nothing about it."""
    first = bisect_left(sentence.tags, name.start - _REACH, key=_start)
    return sentence.tags[first : bisect_left(sentence.tags, name.end + _REACH, key=_start)]


def _start(tag: Tag) -> int:
    return tag.start


def _judged(prose: Prose, sentence: Sentence, name: Tag, beside: list[Span]) -> Iterator[Span]:
    """The span of one name, if something makes it an invitation."""
    span = prose.span(name.start, name.end)
    clause = sentence.clause_of(name)
    refused = _refused(clause)
    if name.concept in _ALONE:
        if name.language not in refused:
            yield span
        return
    inviting = _inviting(sentence, name)
    if inviting is not None:
        if inviting.language not in refused:
            yield lead_in(prose, (sentence,), min(inviting.start, name.start), max(inviting.end, name.end))
        return
    feature = not clause.concepts.isdisjoint({"feature", "buyer-asked"})
    if (
        name.concept not in _WEAK
        and name.language not in refused
        and not feature
        and _hidden_alone(prose, sentence, span)
    ):
        yield span  # nobody spaces out the name of a product feature
        return
    at = bisect_left(beside, Span(span.end, span.end))
    following = beside[at : at + 1]
    numbered = bool(following) and following[0].start - span.end <= 24
    if not numbered and feature:
        return
    if name.language not in refused and _follows_via(sentence, name):
        yield lead_in(prose, (sentence,), name.start, name.end)
    elif numbered:
        yield span
    elif _with_whom(prose, name, span):
        yield prose.span(name.start, min(name.end + 2, len(prose.tokens)))


def _hidden_alone(prose: Prose, sentence: Sentence, span: Span) -> bool:
    """Whether the name is disguised and the words around it are not, as they are where a whole text is typed oddly."""
    if not disguises(prose.text, span):
        return False
    around = (Span(sentence.span.start, span.start), Span(span.end, max(span.end, sentence.span.end)))
    return not any(disguises(prose.text, part) for part in around if part.start < part.end)


def _inviting(sentence: Sentence, name: Tag) -> Tag | None:
    """The nearest word that invites to the name: "message us", "follow us", "our"."""
    concepts = sentence.clause_of(name).concepts
    if "buyer-asked" in concepts:
        return None  # "you asked whether we are on WhatsApp" is the buyer's wish
    feature = "feature" in concepts
    found = [
        tag
        for tag in _tags_around(sentence, name)
        if tag.concept in _INVITING
        and not _overlap(tag, name)
        and _distance(tag, name) <= (1 if tag.concept == "own" else _NEAR)
        and not (tag.concept == "own" and (feature or tag.start > name.start))
        and not (feature and tag.concept == "follow-us")
    ]
    return min(found, key=lambda tag: _distance(tag, name), default=None)


def _overlap(one: Tag, other: Tag) -> bool:
    return one.start < other.end and other.start < one.end


def _distance(one: Tag, other: Tag) -> int:
    """How many tokens from the end of one tag to the start of the other."""
    return other.start - one.end if one.start < other.start else one.start - other.end


def _follows_via(sentence: Sentence, name: Tag) -> bool:
    """Whether a strong name follows "via" or "on", or stands before such a word where they follow ("Telegramで")."""
    if name.concept in _WEAK:
        return False
    before = (tag for tag in _tags_around(sentence, name) if tag.concept == "via" and tag.start < name.start)
    after = (tag.start for tag in _tags_around(sentence, name) if tag.concept == "via-after")
    return any(0 <= _distance(tag, name) <= 1 for tag in before) or name.end in after


_ACCOUNT_WORDS = frozenset({"name", "id", "handle", "account", "user", "username", "page", "group", "channel"})


def _announces(prose: Prose, name: Tag) -> bool:
    """Whether the name stands before a colon and an account, with a word for it or not ("Skype name: kettle.repair")."""
    after = prose.tokens[name.end : name.end + 4]
    if after and after[0].text in _ACCOUNT_WORDS:
        after = after[1:]
    return len(after) > 1 and after[0].text == ":" and not after[1].kind


_IDENTIFIED = re.compile(r",? (?:id|name|handle|user|account)(?: is)?:? (?=[a-z.]{0,30}[_\d])[a-z]")
_ACCOUNT_AT_ONCE = re.compile(r"[:,]? ?[a-z][a-z0-9.]{1,20}_[a-z0-9_.]{2,20}(?![\w@])")
"""What can only be an account, right behind the name of a channel: "wechat panda_tools"."""


def _with_whom(prose: Prose, name: Tag, span: Span) -> bool:
    """Whether it is said who is to be looked for there. A weak name needs a word for the account."""
    if name.concept in _WEAK:
        return _followed_by(prose, span, _IDENTIFIED)
    accounts = (_IDENTIFIED, _ACCOUNT_AT_ONCE)
    return _announces(prose, name) or any(_followed_by(prose, span, account) for account in accounts)


def _followed_by(prose: Prose, span: Span, account: re.Pattern[str]) -> bool:
    """Whether an account follows the name ("WeChat, id panpan_lighting")."""
    return account.match(prose.text.folded, prose.text.folded_range(span)[1]) is not None


def _handles(reading: Reading, wanted: frozenset[str]) -> Iterator[Span]:
    """Accounts such as ``@brand_support``, in a sentence about such a channel or one that asks to follow."""
    prose = reading.prose
    if "@" not in prose.text.folded:
        return
    mails = sorted(address.span for address in reading.once(addresses))
    for start, end in ranges(prose.text, _HANDLE, _AT):
        span = prose.text.span(start, end)
        sentence = prose.sentence_at(span.start)
        if sentence is None or "amazon" in prose.text.folded[start:end] or overlaps_any(span, mails):
            continue
        about = sentence.concepts
        if wanted & about or (wanted is NETWORKS and not about & MESSENGERS and about & {"follow-us", "reach-us"}):
            yield span
