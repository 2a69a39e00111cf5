"""The parts of words that name a speaker: titles, bodies, roles, and the name itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.text.english.calendar_words import MONTH_NOT_A_NAME, WEEKDAY
from knowledge.text.english.clause_words import BEFORE_AN_OBJECT
from knowledge.text.english.roles import BODIES, DOCUMENTS, KIN, ROLES, SOURCES
from knowledge.text.english.small_words import AROUND_A_DESCRIPTION, SENTENCE_OPENERS
from knowledge.text.english.titles import ABBREVIATED_IN_NAMES, NAME_PARTICLES, PRINTED_TITLES

if TYPE_CHECKING:
    from knowledge.speech.known_names import Mention
    from knowledge.text.article_text import Span

_UPPER: Final = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x250)) if c.isupper())
_CAPITALIZED: Final = rf"(?:(?:[Aa]l|[Ee]l)-|[dl]')?[{_UPPER}][\w'-]*(?:\.[\w'-]+)*"
_CAPITAL: Final = rf"(?:{ABBREVIATED_IN_NAMES}|(?:[{_UPPER}]\.)+|(?:{_CAPITALIZED}))"
NAME: Final = re.compile(
    rf"(?:\b(?:von|van|bin|al|el)\s+(?:{NAME_PARTICLES}\s+)?)?{_CAPITAL}"
    rf"(?:\s+(?:(?:of|and|al)\s+|(?:{NAME_PARTICLES}\s+)*){_CAPITAL})*"
)
_OF: Final = re.compile(r"\s+(?:of|and)\s+")
_BELONGS: Final = re.compile(r"\s(?:of|from|at|with|for)\s(?:the\s)?[A-Z]")
_DATE_WORDS: Final = re.compile(rf"(?:{WEEKDAY}|{MONTH_NOT_A_NAME})")


def is_described(printed: str) -> bool:
    """Return whether a role without a name ends the words: "a Foreign Ministry official"."""
    head = find_role(printed)
    return head in DOCUMENTS or (head is not None and _find_trailing_name(printed) is None)


def _find_trailing_name(printed: str) -> str | None:
    phrase = re.split(r"\s(?:in|at|from|close to|familiar with|of|for|on|with|to)\s", printed)[0]
    last, first = phrase.split()[-1:], phrase.split()[:1]
    plain = phrase[:1].islower() or (first and first[0].lower() in {"a", "an", "one", "some"})
    if (
        last
        and last[0].lower() in ROLES | DOCUMENTS
        and (phrase == printed or plain or not ends_with_name(printed[len(phrase) :]))
        and not (phrase != printed and ends_with_name(printed, words=2))
    ):
        return None
    return phrase


def ends_with_name(printed: str, words: int = 1) -> bool:
    """Return whether a person's name ends the words, unless a role is of or for that person.

    "the Minister of Defense in Oslo Per Dahl" is a person, "an official in Oslo" and "a spokesman
    for Per Dahl" are described.
    """
    name = find_name(printed)
    if name is None or name.end() != len(printed) or len(name[0].split()) < words:
        return False
    own = {word.lower() for word in name[0].split()}
    return BODIES.isdisjoint(own) and not BEFORE_AN_OBJECT.search(printed[: name.start()].rstrip())


def find_role(printed: str) -> str | None:
    """Return the role or document that the words describe a speaker by."""
    if not printed:
        return None
    for word in (
        re.split(r"\s(?:in|at|from|close|familiar|with|of|for|on|to|issued|who)\s", printed)[0]
        .lower()
        .split()[::-1]
    ):
        role = word.rpartition("-")[2]  # "secretary-general"
        if role in ROLES or role in DOCUMENTS:
            return role
    return None


def find_name(printed: str) -> re.Match[str] | None:
    """Return the name among some words, without titles and bodies before it.

    It is the last one, or that of a person of whom the rest says more: "Per Dahl of the Institute".
    """
    chosen = None
    for match in NAME.finditer(printed):
        if not match[0].endswith("'s") and (start := _skip_openers(match)) is not None:
            if chosen and _is_place(printed, start, match.end()):
                continue
            chosen = (start, match.end())
            if _is_person(printed[slice(*chosen)]) and _BELONGS.match(printed, match.end()):
                break
    return _match_name(printed, *chosen) if chosen else None


def _is_place(printed: str, start: int, end: int) -> bool:
    """Return whether this is the place after a name: "Marguerite in Dunmere"."""
    return " " not in printed[start:end] and printed[:start].endswith((" in ", " at ", " from "))


def _skip_openers(match: re.Match[str]) -> int | None:
    """Return where a name begins behind "The", "But" or "In"; None where nothing is left."""
    for word in re.finditer(r"\S+", match[0]):
        if word[0].lower() not in SENTENCE_OPENERS:
            return match.start() + word.start()
    return None


def _is_person(name: str) -> bool:
    words = {word.lower().rstrip(".,") for word in name.split()}
    plain = words.isdisjoint(BODIES | PRINTED_TITLES)
    return len(words) > 1 and plain and not _DATE_WORDS.search(name)


def _match_name(printed: str, start: int, end: int) -> re.Match[str] | None:
    name = printed[start:end]
    if _DATE_WORDS.fullmatch(name):
        return None
    if (of := _OF.search(name)) and _is_person(name[: of.start()]):  # "Per Dahl of Ostby"
        end = start + of.start()
    words = [(m[0], start + m.start()) for m in re.finditer(r"\S+", printed[start:end])]
    first = _find_first_word(words, printed[:start])
    if first is None:
        return None
    return re.compile(re.escape(printed[words[first][1] : end])).search(printed, words[first][1])


def _find_first_word(words: list[tuple[str, int]], before: str) -> int | None:
    """Return which word of a capitalised run begins the name; None where it has none."""
    first = 0
    body = words[-1][0].lower() in BODIES
    for i, (word, _) in enumerate(words[:-1]):
        if word.endswith("'s") or (not body and _is_title(word, BODIES)):
            first = i + 1
    after_place = before.rstrip().endswith((" in", " at", " of", " for"))
    if first == 0 and after_place and len(words) > 2:  # noqa: PLR2004 ("in Oslo Per Dahl")
        first = 1
    if _is_title(words[-1][0], ROLES) or (first == 0 and after_place and len(words) <= 1):
        return None
    return first


def _is_title(word: str, others: frozenset[str]) -> bool:
    """Return whether a word is a title, also a hyphenated one: "Vice-Admiral"."""
    plain = word.lower().rstrip(".,")
    known = PRINTED_TITLES | others
    return plain in known or ("-" in plain and all(part in known for part in plain.split("-")))


def find_title(before: str) -> str | None:
    """Return what stands before a name as its title, where it is one: no clause, no "after Sir"."""
    words = re.split(r"\s(?:after|with|by|to|that|when|while)\s", before)[-1]
    known = PRINTED_TITLES | ROLES | KIN
    if re.search(r"\s(?:came|is|was|were|has|had|said|\w+ed)\s", f" {words} "):
        return None
    return words if words and list_plain_words(words.replace("-", " ")) & known else None


def find_start(before: str, subject: Span, mention: Mention) -> int:
    return subject.start if before.lower() in {"the", "a"} else mention.span.start


def list_plain_words(words: str) -> frozenset[str]:
    found = re.findall(r"[\w.]+(?:-\w+)*", words.lower())
    return frozenset(w.strip(".") for w in found) - AROUND_A_DESCRIPTION


def is_source(printed: str) -> bool:
    """Return whether words name somebody who relays: sources, officials, media."""
    return SOURCES.search(printed) is not None
