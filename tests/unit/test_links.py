"""Links are found, told from what only looks like one, and judged exactly once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide_engine import Draft, Where, check, fix
from guide_engine.detectors import hosts, tlds
from guide_engine.detectors.addresses import addresses
from guide_engine.detectors.links import Kind, links
from guide_engine.reading import Reading
from guide_engine.rule import Example

CORPORA = Path(__file__).parents[1] / "corpora"


def marked_lines(name: str) -> list[Example]:
    """The cases of a corpus of marked lines."""
    lines = (CORPORA / name).read_text(encoding="utf-8").splitlines()
    return [Example(line) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("case", marked_lines("addresses.txt"), ids=lambda case: case.marked)
def test_exactly_the_marked_addresses_are_found(case: Example) -> None:
    reading = Reading(Draft(text=case.text))
    found = [case.text[a.span.start : a.span.end] for a in addresses(reading)]
    assert found == [case.text[span.start : span.end] for span in case.spans]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://www.amazon.com/gp/help/customer/contact-us", Kind.AMAZON),
        ("amazon.co.uk/returns", Kind.AMAZON),
        ("https://sellercentral-europe.amazon.com/help", Kind.AMAZON),
        ("https://www.amazon.com/review/create-review?asin=B0CQK4T1Z9", Kind.REVIEW_PAGE),
        ("amazon.de/product-reviews/B0CQK4T1Z9", Kind.REVIEW_PAGE),
        ("https://www.amazon.com/dp/B0CQK4T1Z9", Kind.LISTING),
        ("https://www.amazon.fr/Lampe-LX40/dp/B0CQK4T1Z9/", Kind.LISTING),
        ("amazon.com/stores/brightloom", Kind.LISTING),
        ("amazon.com/s?k=lamp", Kind.LISTING),
        ("https://www.amazon.com/sp?seller=A1", Kind.LISTING),
        ("http://www.amazon.com/returns", Kind.INSECURE),
        ("http://www.amazon.com/dp/B0CQK4T1Z9", Kind.INSECURE),
        ("http://www.dhl.de/verfolgen", Kind.INSECURE),
        ("https://www.ups.com/track", Kind.CARRIER),
        ("track.dpd.co.uk", Kind.CARRIER),
        ("https://bit.ly/x1", Kind.SHORTENED),
        ("amzn.to/3abc", Kind.SHORTENED),
        ("https://arnazon.com", Kind.LOOKALIKE),
        ("amaz0n.de/orders", Kind.LOOKALIKE),
        ("https://amazon.com.order-bonus.net/gift", Kind.LOOKALIKE),
        ("https://secure-amazon.net", Kind.LOOKALIKE),
        ("https://xn--mazon-3ve.com", Kind.LOOKALIKE),
        ("https://amаzon.com", Kind.LOOKALIKE),
        ("https://brightloom.com/unsubscribe", Kind.OPT_OUT),
        ("To opt out, see https://brightloom.com/bye", Kind.OPT_OUT),
        ("http://192.168.0.1/setup", Kind.LOCAL),
        ("http://fritz.box", Kind.LOCAL),
        ("http://lamp.local:8080", Kind.LOCAL),
        ("http://172.16.4.2", Kind.LOCAL),
        ("http://172.32.4.2", Kind.EXTERNAL),
        ("http://8.8.8.8", Kind.EXTERNAL),
        ("https://amazonas-poster.de", Kind.EXTERNAL),
        ("https://bucket.s3.amazonaws.com/x", Kind.EXTERNAL),
        ("https://youtu.be/dQx7fLm20aE", Kind.EXTERNAL),
    ],
)
def test_each_link_has_one_kind(text: str, kind: Kind) -> None:
    found = links(Reading(Draft(text=text)))
    assert [link.kind for link in found] == [kind]


@pytest.mark.parametrize("text", ["http://arnazon.com/unsubscribe", "http://www.ups.com/track", "bit.ly/optout"])
def test_a_link_is_reported_by_one_rule_only(text: str) -> None:
    found = [finding.rule for finding in check(Draft(text=text)).findings if finding.code.startswith("LNK")]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "disguise"),
    [
        ("See ｂｒｉｇｈｔｌｏｏｍ．ｃｏｍ", "special letter forms"),
        ("See bright\u200bloom.com", "invisible characters"),
        ("See w w w . brightloom . com", "spaced-out letters"),
        ("See brightloom dot com", "words or brackets in place of its signs"),
        ("See brightloom . com", "spaces around its signs"),
        ("See brightloom&#46;com", "character codes"),
    ],
)
def test_the_message_names_the_disguise(text: str, disguise: str) -> None:
    messages = [finding.message for finding in check(Draft(text=text)).findings if finding.rule == "external-link"]
    assert len(messages) == 1
    assert disguise in messages[0]


def test_links_in_the_subject_are_judged_too() -> None:
    found = check(Draft(text="Your lamp ships today.", subject="Visit brightloom.com")).findings
    assert [(finding.rule, finding.where) for finding in found] == [("external-link", Where.SUBJECT)]


def test_https_is_written_for_amazon_and_only_offered_for_others() -> None:
    assert (
        fix(Draft(text="See http://www.amazon.com/returns please.")).text
        == "See https://www.amazon.com/returns please."
    )
    text = "The parcel that you asked about can be seen on http://www.ups.com/track since this morning."
    assert fix(Draft(text=text)).text == text


def test_top_level_domains_are_spelt_and_sorted_as_the_note_says() -> None:
    source = Path(tlds.__file__).read_text(encoding="utf-8")
    latin, others = (block.split() for block in re.findall(r': Final = """\n(.*?)\n"""\n', source, re.DOTALL)[:2])
    assert latin == sorted(set(latin))
    assert others == sorted(set(others))
    assert all(name.isascii() and name.islower() for name in latin)
    assert not any(name.isascii() or name.startswith("xn--") for name in others)
    assert len(latin) + len(others) == len(tlds.TLDS) > 1400
    assert tlds.WORDS | tlds.PLAIN | tlds.FILES <= tlds.TLDS


@pytest.mark.parametrize("name", ["SHORTENERS", "CARRIERS", "MESSENGER_HOSTS", "SOCIAL_HOSTS", "PAYMENT_HOSTS"])
def test_hosts_are_real_names_without_a_scheme(name: str) -> None:
    listed = getattr(hosts, name)
    assert [host for host in listed if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host)] == []
    assert [host for host in listed if host.rsplit(".", 1)[-1] not in tlds.TLDS] == []


@pytest.mark.parametrize("host", ["amazon.com", "www.amazon.com.tr", "sellercentral.amazon.co.jp"])
def test_amazon_is_known_by_the_end_of_its_name(host: str) -> None:
    assert hosts.is_amazon(host)


@pytest.mark.parametrize("host", ["amazon.com.co.net", "amazon.xyz", "myamazon.com", "amazon.evil.com"])
def test_a_name_that_only_holds_amazon_is_not_amazon(host: str) -> None:
    assert not hosts.is_amazon(host)
    assert hosts.resembles_amazon(host)


@pytest.mark.parametrize("host", ["amazone.de", "amazonas.com", "amazing.com", "horizon.com", "brightloom.com"])
def test_other_names_do_not_resemble_amazon(host: str) -> None:
    assert not hosts.resembles_amazon(host)
