"""Two amounts of money to a verdict: currency first, then the figures."""

from __future__ import annotations

from bot.compare.figures import compare_figures
from bot.compare.outcome import alert, unlike
from bot.record import Comparison
from bot.values import Money

_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "BSD", "JMD", "MXN", "ARS", "CLP", "COP"})
_POUNDS = frozenset({"GBP", "EGP", "LBP", "SYP", "SDG", "GIP", "FKP"})
_YEN = frozenset({"JPY", "CNY"})
_LOOSE = {"$": _DOLLARS, "£": _POUNDS, "¥": _YEN}


def compare_money(a: Money, b: Money) -> Comparison:
    """The verdict on two amounts; amounts in two currencies are never converted (that takes a rate and a date)."""
    if is_same_currency(a.currency, b.currency):
        return compare_figures(a.amount, b.amount)
    if a.amount.number is not None and a.amount.number == b.amount.number and a.amount.number != 0:
        text = "“{a}” and “{b}” have the same digits in another currency"
        return alert("money.currency", text, a=a.words, b=b.words)
    return unlike(a.words, b.words)


def is_same_currency(a: str, b: str) -> bool:
    """Whether two currency codes can mean the same money; "$" may be any dollar, "" any currency."""
    return a == b or not a or not b or b in _LOOSE.get(a, ()) or a in _LOOSE.get(b, ())
