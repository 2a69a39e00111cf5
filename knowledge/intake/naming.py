"""Words that name a speaker taken apart: titles, bodies, roles, and the name itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from knowledge.intake.known import Mention
    from knowledge.quoting import Span

NAME: Final = re.compile(
    r"(?:[A-Z][\w.'-]*|O'[A-Z]\w+)(?:\s+(?:(?:of|and|de|von|van|bin|al)\s+)?[A-Z][\w.'-]*)*"
)
_TITLES: Final = frozenset(
    "minister president premier secretary chancellor ambassador senator sen rep gov governor mayor "
    "general gen colonel col captain capt dr mr mrs ms professor prof king queen prince princess "
    "pope chairman chairwoman chair director judge justice sheriff chief spokesman spokeswoman "
    "spokesperson representative envoy commissioner inspector officer admiral lieutenant lt sgt "
    "sergeant foreign prime vice deputy cabinet state defense defence finance interior attorney "
    "speaker former then leader sir lord lady rev bishop u.s us uk rok dprk un u.n".split()
)
BODIES: Final = frozenset(
    "ministry department service agency office council committee bureau house party commission "
    "government administration embassy palace court bank union university institute association "
    "police army navy force forces nations parliament assembly congress senate kremlin pentagon "
    "company group corporation inc board authority institution federation league news press "
    "radio television times post herald gazette".split()
)
ROLES: Final = frozenset(
    "official officials source sources diplomat diplomats spokesman spokeswoman spokesperson "
    "minister president premier secretary chancellor ambassador senator governor mayor general "
    "chairman chairwoman chair director judge chief envoy representative negotiator leader adviser "
    "advisor aide aides lawmaker lawmakers expert experts analyst analysts officer officers head "
    "witness resident professor lawyer lawyers economist manager nominee critics activist critic "
    "person people commander commissioner economists workers residents "
    "activists witnesses man woman student farmer doctor teacher deputy".split()
)
DOCUMENTS: Final = frozenset(
    "statement communique communiqué report document declaration letter resolution treaty paper "
    "release text memo draft bill memorandum study survey filing indictment ruling".split()
)
_DATE_WORDS: Final = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August"
    r"|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_SOURCES: Final = re.compile(
    r"\b(?:sources?|officials?|media|diplomats?|news|agency)\b", re.IGNORECASE
)
_STOPPED: Final = frozenset("the a an his her its their our senior top one".split())


def is_described(printed: str) -> bool:
    """Tell whether a role without a name closes the words: "a Foreign Ministry official"."""
    head = head_of(printed)
    return head in DOCUMENTS or (head is not None and _trailing_name(printed) is None)


def _trailing_name(printed: str) -> str | None:
    phrase = re.split(r"\s(?:in|at|from|close to|familiar with|of|for|on|with)\s", printed)[0]
    return (
        None
        if phrase.split()[-1:]
        and phrase.split()[-1].lower() in ROLES | DOCUMENTS
        and (
            phrase == printed
            or not _closes(own_name(printed[len(phrase) :]))
            or phrase[0].islower()
            or phrase.split()[0].lower() in {"a", "an", "one", "some"}
        )
        and not _ends_in_person(printed, phrase)
        else phrase
    )


def _closes(name: re.Match[str] | None) -> bool:
    """Tell whether a name ends its words: no "envoy on North Korean human rights"."""
    return name is not None and name.end() == len(name.string)


def _ends_in_person(printed: str, phrase: str) -> bool:
    """Tell "the Minister of Defense in Oslo Per Dahl" from "an official in Oslo"."""
    if phrase == printed:
        return False
    own = own_name(printed)
    return own is not None and len(own[0].split()) > 1 and own.end() == len(printed)


def head_of(printed: str) -> str | None:
    """Return the role or document that the words describe a speaker by."""
    if not printed:
        return None
    for word in (
        re.split(r"\s(?:in|at|from|close|familiar|with|of|for|on|issued|who)\s", printed)[0]
        .lower()
        .split()[::-1]
    ):
        if word in ROLES or word in DOCUMENTS:
            return word
    return None


def own_name(printed: str) -> re.Match[str] | None:
    """Return the last capitalised name of some words, without titles and bodies before it."""
    last = None
    for match in re.finditer(NAME, printed):
        if not match[0].endswith("'s"):
            last = match
    if last is None or _DATE_WORDS.fullmatch(last[0]):
        return None
    words = list(re.finditer(r"\S+", last[0]))
    first = 0
    body = words[-1][0].lower() in BODIES
    for i, word in enumerate(words[:-1]):
        plain = word[0].lower().rstrip(".,")
        if word[0].endswith("'s") or (not body and plain in _TITLES | BODIES):
            first = i + 1
    after_place = printed[: last.start()].rstrip().endswith((" in", " at", " of", " for"))
    if first == 0 and after_place and len(words) > 2:  # noqa: PLR2004 ("in Oslo Per Dahl")
        first = 1
    if _is_title(words[-1][0]) or (first == 0 and after_place and len(words) <= 1):
        return None
    start = last.start() + words[first].start()
    return re.compile(re.escape(printed[start : last.end()])).search(printed, start)


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".,") in _TITLES | ROLES


def title(before: str) -> str | None:
    """Return what stands before a name as its title, where it is one."""
    words = before.split()
    return (
        before
        if words
        and (
            plain_words(before)
            & (_TITLES | ROLES | {"sister", "brother", "wife", "husband", "son", "daughter"})
        )
        else None
    )


def article_start(before: str, subject: Span, mention: Mention) -> int:
    return subject.start if before.lower() in {"the", "a"} else mention.span.start


def plain_words(words: str) -> frozenset[str]:
    found = re.findall(r"[\w.]+(?:-\w+)*", words.lower())
    return frozenset(w.strip(".") for w in found) - _STOPPED


def is_source(printed: str) -> bool:
    """Tell whether words name one who relays: sources, officials, media."""
    return _SOURCES.search(printed) is not None
