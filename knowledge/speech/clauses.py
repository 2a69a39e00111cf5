"""A sentence's clauses: its parts between commas, and the words of a subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.text.article_text import Span
from knowledge.text.english.clause_words import (
    ADVERB_ALONE,
    CLAUSE_IN_FRONT,
    LEADING,
    NAME_ALONE,
    OF_ANOTHER,
    PAPER_IN_FRONT,
    PREPOSITIONS,
    TIME_ALONE,
    TIME_IN_FRONT,
    VERB,
)
from knowledge.text.english.subject_words import ADVERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Or the end of one, behind the last comma: "2026 - ".
_DATELINE: Final = re.compile(r"^(?:[A-Z][A-Z ,./()\w]{1,50}?|\d{4}(?: \([\w. ]{1,20}\))?) -{1,2} ")


_WORD_OF_PLACE: Final = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
_AGENCY: Final = r"\([\w. ]{1,20}\)"
# A place in capitals, with a day behind it or without, or a place with its day or agency: nothing
# of it is who speaks.
_PLACE_AND_DAY: Final = re.compile(
    r"(?:[A-Z]{2,}[A-Z.'’-]*(?: [A-Z]{2,}[A-Z.'’-]*){0,3}(?:, [A-Z][\w., ]{1,40}?)?"
    rf"(?: {_AGENCY})?"
    rf"|{_WORD_OF_PLACE}(?:, (?:\d{{1,2}} )?[A-Z][a-z]{{2,9}}\.?(?: \d{{1,2}})?(?:,? \d{{4}})?)?"
    rf" {_AGENCY}|{_WORD_OF_PLACE}, (?:\d{{1,2}} )?[A-Z][a-z]{{2,9}}\.?(?: \d{{1,2}})?,? \d{{4}})"
    r" (?:-{1,2}|\|) "
)


def skip_dateline(masked: str, sentence: Span) -> Span:
    """Return a sentence without the place and the day that a story begins with."""
    found = _PLACE_AND_DAY.match(masked, sentence.start, sentence.end)
    return Span(found.end(), sentence.end) if found else sentence


def can_be_subject(words: str) -> bool:
    """Return whether words can be a subject: a name or a described speaker, not "in response"."""
    bare = LEADING.sub("", words.strip())
    first = bare.split(" ", 1)[0]
    return (first[:1].isupper() and first.lower() not in PREPOSITIONS) or bool(
        re.match(r"(?:an?|the|one|two|some|several|another|others?|both|he|she|it|they)\b", bare)
    )


def split_clauses(masked: str, start: int, end: int) -> Iterator[Span]:
    for match in re.finditer(r"[^,;:\"\0]+", masked[start:end]):
        words = match[0]
        lead = len(words) - len(words.lstrip())
        if words.strip(" -"):
            yield Span(start + match.start() + lead, start + match.start() + len(words.rstrip()))


def strip_lead(masked: str, part: Span) -> Span | None:
    """Leave out conjunctions, datelines and the day in front."""
    words = masked[slice(*part)]
    at = part.start
    for pattern in (_DATELINE, CLAUSE_IN_FRONT, LEADING, TIME_IN_FRONT, PAPER_IN_FRONT):
        if match := pattern.match(words):
            at += match.end()
            words = words[match.end() :]
    return Span(at, part.end) if words.strip() else None


def find_main_clause(masked: str, sentence: Span) -> Span | None:
    """Return the first part of a sentence that has a subject of its own, conjunctions left out."""
    dateline = _DATELINE.match(masked[slice(*sentence)])
    start = sentence.start + (dateline.end() if dateline else 0)
    before = ""
    for part in split_clauses(masked, start, sentence.end):
        words, lead = masked[slice(*part)], before
        before = words
        if OF_ANOTHER.match(lead) and NAME_ALONE.fullmatch(words):
            continue  # "In contrast to his predecessor, Per Dahl, ..."
        if _has_subject(masked, part):
            return strip_lead(masked, part)
    return None


def _has_subject(masked: str, part: Span) -> bool:
    """Return whether a part has a subject of its own, and no adverb, hour or place alone."""
    words = masked[slice(*part)]
    if when := TIME_IN_FRONT.match(words):  # "On Friday Ada Finch rose"
        words = words[when.end() :]
    if not can_be_subject(words) or ADVERB_ALONE.match(words) or TIME_ALONE.match(words):
        return False
    if words.isupper() and masked[part.end : part.end + 1] == ":":  # "PHOTO: Ada Finch"
        return False
    fronted = CLAUSE_IN_FRONT.match(words) or PAPER_IN_FRONT.match(words)
    return bool(fronted) or words.split(" ", 1)[0].lower() not in PREPOSITIONS


def find_subject_phrase(masked: str, part: Span) -> Span:
    """Return a part up to its verb: the words of its subject."""
    verb = VERB.search(masked, *part)
    end = verb.start() if verb else part.end
    adverbs = ADVERBS.search(masked, part.start, end) if verb else None
    return Span(part.start, adverbs.start() if adverbs else end)
