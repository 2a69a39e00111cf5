"""Which date of a sentence belongs to one of its verbs.

A date right after the verb or its listener wins, then one that leads the clause. Dates of relative
clauses, datelines, other events ("after the Jan. 3 shooting") and of what is said do not count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.text.article_text import Span
from knowledge.text.english.dating_words import (
    ABOUT_A_TOPIC,
    ABOUT_PUBLISHING,
    AT_THE_SAME_TIME,
    BEFORE_AN_OCCASION,
    CLAUSE_OPENER,
    DATE_AS_SUBJECT,
    DID_BEFORE,
    HAD,
    LEADING_TO_A_DATE,
    OCCASION,
    OF_A_THING,
    OF_ANOTHER_VERB,
    PARTICIPLE_OPENER,
    PRONOUN_ALONE,
    RELATIVE_WITH_HAD,
    WHAT_IS_DONE,
)
from knowledge.text.english.pronouns import RELATIVE_CLAUSE
from knowledge.text.english.story_words import WHEN_ON_THE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable

_DATELINE: Final = re.compile(
    r"(?:[A-Z][A-Z.'-]+[^\"\0]{0,70}?|[A-Z][^\"\0]{0,70}?\([^)\0]*\)) (?:-{1,2}|\|) "
    r"(?:(?:[^\",\0]{8,30}?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:, \d{4})? -{1,2} )?"
)
_SPLIT: Final = re.compile(r"[,;:(\0]| -{1,2} ")
_ASIDE: Final = re.compile(r",[^,\0]*,\s*$")


def skip_dateline(words: str) -> int:
    """Return where a sentence begins after the place and the day that an agency puts first."""
    dateline = _DATELINE.match(words)
    return dateline.end() if dateline else 0


def find_date(words: str, verb: Span, dates: Iterable[Span]) -> Span | None:
    """Return which of a sentence's dates is that of a verb; quotations are masked by NUL."""
    found = skip_relative(words, dates, verb)
    behind = (d for d in found if d.start >= verb.end and _is_behind(words, verb, d))
    ahead = (d for d in reversed(found) if d.end <= verb.start and _leads(words, verb, d))
    told = (d for d in reversed(found) if d.end <= verb.start and _is_when(words, verb, d))
    return next(behind, None) or next(ahead, None) or next(told, None)


def skip_relative(words: str, dates: Iterable[Span], verb: Span | None = None) -> list[Span]:
    """Leave out the dates of relative clauses, but for that which the verb stands in."""
    clauses = [Span(*m.span()) for m in RELATIVE_CLAUSE.finditer(words)]
    other = [span for span in clauses if verb is None or not span.holds(verb)]
    return [date for date in dates if not any(span.holds(date) for span in other)]


def stands_alone(words: str, date: Span) -> bool:
    """Return whether a date stands by itself and not with a thing: "the Jan. 3 shooting"."""
    return _is_governed(words, date, _SPLIT.split(words[: date.start])[-1])


def _is_behind(words: str, verb: Span, date: Span) -> bool:
    """Return whether a date follows a verb, its listener or its quotation at once."""
    between = words[verb.end : date.start]
    if not _is_governed(words, date, between) or DATE_AS_SUBJECT.match(words, date.end):
        return False
    bare = AT_THE_SAME_TIME.sub("", BEFORE_AN_OCCASION.sub("", between))
    if "\0" in bare:
        after = bare.rpartition("\0")[2].strip(" ,")
        return not after or bool(OCCASION.fullmatch(after) and not _is_clause(after))
    bare = _ASIDE.sub("", bare)
    if WHAT_IS_DONE.match(bare):
        return False
    return not (_SPLIT.search(bare) or ABOUT_A_TOPIC.match(bare) or _is_clause(bare))


def _leads(words: str, verb: Span, date: Span) -> bool:
    """Return whether a date leads the clause of a verb: "On Friday, X said", "X on Friday said"."""
    lead = RELATIVE_WITH_HAD.sub("", _SPLIT.split(words[: date.start])[-1])
    between = _drop_auxiliary(words[date.end : verb.start])
    rest, *chunks = _SPLIT.split(between)
    if not _is_governed(words, date, lead):
        return False
    if not chunks:
        joined = DID_BEFORE.match(rest)
        rest = (joined["rest"] or "") if joined else rest
        return not _is_clause(BEFORE_AN_OCCASION.sub("", lead)) and not _is_clause(rest)
    opens = LEADING_TO_A_DATE.match(lead)
    if not (opens or not lead.strip()):
        return False
    first = lead[opens.end() :] if opens else lead
    asked = opens and opens["asked"]
    plain = not _is_clause(BEFORE_AN_OCCASION.sub("", first)) and (asked or not _is_clause(rest))
    return bool(plain) and not any(_is_clause(c) for c in chunks if not PARTICIPLE_OPENER.match(c))


def _is_when(words: str, verb: Span, date: Span) -> bool:
    """Return whether a date is of what follows at once: "on 2 September, when Dahl said"."""
    clause = WHEN_ON_THE_DAY.match(words, date.end, verb.start)
    rest = _drop_auxiliary(clause["rest"]) if clause else ""
    past = clause is not None and not words[slice(*verb)].endswith("s")
    return past and not any(_is_clause(part) for part in _SPLIT.split(rest))


def _drop_auxiliary(between: str) -> str:
    """Return words in front of a verb without its own "had": "In May, Quill had called it"."""
    found = HAD.search(between)
    own = found and not OF_ANOTHER_VERB.search(between, 0, found.start())
    return between[: found.start()] if found and own else between


def _is_governed(words: str, date: Span, before: str) -> bool:
    own = words.startswith("'s", date.end) or OF_A_THING.search(before)
    return not own or BEFORE_AN_OCCASION.search(before) is not None


def _is_clause(words: str) -> bool:
    if PRONOUN_ALONE.fullmatch(words):  # "On Friday he said"
        return False
    return CLAUSE_OPENER.search(ABOUT_PUBLISHING.sub(" ", words)) is not None
