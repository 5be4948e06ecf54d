"""The baseline: what a plain list of words and three patterns can do, to show what understanding is worth.

It is what sellers build for themselves: words from the lists that circulate among them, in the languages of the
marketplaces, matched anywhere in the message. It knows no negation, no context and no disguise.
"""

from __future__ import annotations

import re

from guide_engine import Span
from tests.score.measure import Report
from tests.score.rows import Row

_PATTERNS = {
    "email_address": r"[\w.+-]+@[\w-]+\.[\w.]+",
    "external_link": r"https?://\S+|www\.\S+|\b[\w-]+\.(?:com|net|org|de|fr|es|it|nl|pl|se|shop)\b(?:/\S*)?",
    "phone_number": r"\+?\d[\d ()./-]{7,}\d",
}
_WORDS = {
    "off_amazon_contact": "whatsapp telegram messenger instagram facebook paypal wechat skype",
    "review_request": "review feedback rating stars bewertung rezension avis reseña recensione beoordeling opinia "
    "omdöme avaliação yorum レビュー 评价",
    "review_incentive": "gift reward cashback gutschein cadeau regalo vale-presente prezent presentkort hediye "
    "ギフト 返现",
    "review_change_request": "remove delete löschen supprimer eliminar rimuovere verwijderen usunąć ta&bort apagar "
    "silmek 削除",
    "marketing": "discount coupon sale promo rabatt remise descuento sconto korting rabat desconto indirim "
    "クーポン 割引",
    "important_misuse": "[important]",
}


def _words(text: str) -> str:
    return "|".join(re.escape(word.replace("&", " ")) for word in text.split())


_ALL = {label: re.compile(pattern, re.IGNORECASE) for label, pattern in _PATTERNS.items()} | {
    label: re.compile(_words(words), re.IGNORECASE) for label, words in _WORDS.items()
}


def by_word_list(row: Row) -> list[Report]:
    """What the word list reports in a row."""
    found = [
        Report(label, "word list", Span(match.start(), match.end()))
        for label, pattern in _ALL.items()
        for match in pattern.finditer(row.text)
    ]
    if row.important:
        found.append(Report("important_misuse", "word list", None))
    return found
