"""A web page that holds no article to what it is instead, and a text that is not English to what it looks like."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.numerals import word_set

LEAST_WORDS = 60
ENGLISH_SHARE = 0.12
STUB = 1500


class PageKind(StrEnum):
    """What came back instead of an article."""

    LOGIN = "login"
    PAYWALL = "paywall"
    VIDEO = "video"
    SCRIPT = "script"
    FRONT = "front"
    OTHER = "other"


SENTENCES = {
    PageKind.LOGIN: "{name} is a page to log in at; log in with a browser and paste the article's text instead",
    PageKind.PAYWALL: "{name} shows only the beginning to who does not subscribe; paste the article's text instead",
    PageKind.VIDEO: "{name} is a page with a video and no article; paste what is said in it instead",
    PageKind.SCRIPT: "{name} shows its text only to a browser that runs scripts; open it there and paste the text",
    PageKind.FRONT: "{name} leads to the front page of its outlet, not to an article; give the article's own link",
    PageKind.OTHER: "{name} holds no article that can be made out; paste the article's text instead",
}
_PASSWORD = re.compile(r"<input[^>]{0,300}type=[\"']?password", re.I)
_VIDEO = re.compile(
    r"<video\b|\"@type\"\s*:\s*\"VideoObject\"|property=[\"']og:type[\"'][^>]{0,40}content=[\"']video|"
    r"<iframe[^>]{0,300}(?:youtube|vimeo|dailymotion)",
    re.I,
)
_LOCKED = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.I)
_SUBSCRIBE = re.compile(
    r"subscribe (?:now|today|to (?:continue|keep|read))|to continue reading|already a subscriber|"
    r"(?:register|sign in|log in) to (?:continue|read|keep)|this article is (?:for|exclusive to) (?:our )?subscribers|"
    r"you have (?:reached|read) your (?:limit|free)|create (?:a|your) free account to",
    re.I,
)
_NOSCRIPT = re.compile(r"(?:enable|turn on) javascript|javascript is (?:disabled|required|not enabled)", re.I)
_SCRIPT_OR_STYLE = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>", re.I | re.S)
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = word_set(
    """
    the of and to in a is that for it was on are as with his they at be this from have or by one had not but what all
    were when we there been has their said who which will more would about if no she he him her an after two its
    """
)


def find_kind(html: str) -> PageKind:
    """What a page without an article is, as far as its source tells."""
    bare = _SCRIPT_OR_STYLE.sub(" ", html)
    if _PASSWORD.search(bare):
        return PageKind.LOGIN
    if _LOCKED.search(html) or _SUBSCRIBE.search(bare):
        return PageKind.PAYWALL
    if _VIDEO.search(html):
        return PageKind.VIDEO
    return PageKind.SCRIPT if _NOSCRIPT.search(bare) else PageKind.OTHER


def is_stub(html: str, body: str) -> bool:
    """Whether the text made out is but the beginning of an article that only subscribers see.

    A page that is marked as locked may be shown in full all the same (to search engines, or a number a month), so a
    mark alone is not believed of a long text.
    """
    if len(body) >= STUB:
        return False
    end = body[-400:]
    return bool(_LOCKED.search(html) or _SUBSCRIBE.search(end)) or body.rstrip().endswith(("…", "...", "[…]", "[...]"))


def is_english(text: str) -> bool:
    """Whether a text is English by its commonest words; a text too short to tell counts as English."""
    words = _WORD.findall(text[:20_000].casefold())
    if len(words) < LEAST_WORDS:
        return True
    return sum(1 for word in words if word in _COMMON) >= ENGLISH_SHARE * len(words)
