"""The parts of words that name a speaker: titles, bodies, roles, and the name itself."""

from __future__ import annotations

import re
from itertools import chain, dropwhile
from typing import TYPE_CHECKING, Final

from knowledge.text.article_text import Span
from knowledge.text.english.calendar_words import MONTH, MONTH_NOT_A_NAME, WEEKDAY
from knowledge.text.english.clause_words import BEFORE_AN_OBJECT
from knowledge.text.english.roles import (
    BODIES,
    BODY_ABOUT,
    DOCUMENTS,
    GOVERNMENT,
    KIN,
    OFFICIALS,
    ROLES,
    SOURCES,
)
from knowledge.text.english.small_words import (
    AROUND_A_DESCRIPTION,
    SENTENCE_OPENERS,
    SHORT_SURNAMES,
)
from knowledge.text.english.titles import (
    ABBREVIATED_IN_NAMES,
    BESIDE_A_NAME,
    HONORIFIC_TITLES,
    NAME_PARTICLES,
    PRINTED_TITLES,
    TITLES_AS_SURNAMES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.speech.known_names import Mention

_WHATEVER: Final = re.compile(r".+", re.DOTALL)
# Capitals of Latin, with those of rare letters, and of Greek, Cyrillic and Armenian.
_SCRIPTS: Final = (range(0xC0, 0x250), range(0x370, 0x590), range(0x1E00, 0x1F00))
_UPPER: Final = "A-Z" + "".join(c for c in map(chr, chain(*_SCRIPTS)) if c.isupper())
_GIVEN_BEHIND: Final = re.compile(r"[A-Z][a-z]+-[a-z]+\b")
_CAPITALIZED: Final = rf"(?:(?:[Aa]l|[Ee]l)-|[dl]')?[{_UPPER}][\w'-]*(?:\.[\w'-]+)*"
_CAPITAL: Final = rf"(?:{ABBREVIATED_IN_NAMES}|(?:[{_UPPER}]\.)+|(?:{_CAPITALIZED}))"
NAME: Final = re.compile(
    rf"(?:\b(?:von|van|bin|al|el)\s+(?:{NAME_PARTICLES}\s+)?)?{_CAPITAL}"
    rf"(?:\s+(?:(?:of|and|al|&)\s+|{BODY_ABOUT}\s+(?:the\s+)?|(?:{NAME_PARTICLES}\s+)*)"
    rf"{_CAPITAL})*"
)
_OF: Final = re.compile(r"\s+(?:of|and)\s+")
_AND: Final = re.compile(r"\s+and\s+")
# What an article adds to a name in brackets: a party and a place, an age, the name it is short for.
_BRACKETS: Final = re.compile(r"\([^()]*\)")
# A noun that only carries a name: "the Brandt campaign", "Quill's campaign", "the RNN host".
_NAMED_AFTER: Final = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur)"
    r" (?:[\w'-]+ )*?[A-Z][\w.'-]*"
    r"|(?:[A-Z][\w.-]* )*[A-Z][\w.-]*'s?) (?:[\w.'-]+ )*?(?!who\b|himself|herself)[a-z][\w-]+"
    r"(?: (?:of|on|in|at|for|from|with) .*)?$"
)
_FROM_A_PLACE: Final = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur) )(?:[a-z-]+ ){0,3}"
    r"(?P<head>[a-z-]+) (?:from|in|at|near|outside) [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}"
)
# Several people whom the first word only describes: "Turkish trawlermen", "Local media".
_PEOPLE_OF: Final = re.compile(
    rf"[{_UPPER}][\w-]* (?:[a-z-]+ )?"
    r"(?!(?:always|perhaps|sometimes|afterwards|besides|was|has|is|does|himself"
    r"|nevertheless|nonetheless|says|this|thus|as|us|his|its)$)"
    r"[a-z-]*(?:[a-rt-z]s|men|people|media|press)"
)
_LONGEST_DESCRIPTION: Final = 120  # characters
# "The Ostbyan government" is a name: that of who governs.
_GOVERNS: Final = re.compile(rf"\b(?:{GOVERNMENT}|ministry|embassy|parliament|council)$")
_ADJECTIVE_AND_BODY: Final = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}(?: [a-z]+){1,3}")
# "The foreign ministers of Ruritania and Borduria".
_SEVERAL: Final = re.compile(r"\b(\w+)s (?:of|from|in|at) ")
_BEFORE_A_BODY: Final = re.compile(
    r" (?:(?!(?:of|the|at|for|from|in|to|and|on|by|with|an?)\b)[a-z-]+ ){0,2}"
    rf"(?:{'|'.join(sorted(BODIES))})\b"
)
_BELONGS: Final = re.compile(
    r"\s(?:of|from|at|with|for)\s(?:(?:the|an?|our)\s)?(?:[a-z-]+\s){0,3}[A-Z]"
)
_NAMED_BODY: Final = re.compile(
    r"(?:[Tt]he |[A-Z][\w.-]*'s )?"
    r"(?:(?:[A-Z][\w.-]* )?(?P<first>[A-Z][a-z]+) (?:of|for|on)"
    r"(?: (?:the|and|of|for|[A-Z][\w.'-]*))+"
    r"|(?:[A-Z][\w.'-]* ){1,4}(?P<last>[A-Z][a-z]+))"
)
# Whose people somebody is of, in front of the name: "Velmora's Per Dahl".
OWNER: Final = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}(?:'s|(?<=s)')(?!\w)")
WHEN_OR_WHERE: Final = re.compile(
    r"(?:during|in|at|on|after|before|since|until|while|when|as|by|via|through|from|over)\s",
    re.IGNORECASE,
)
_BODIES_AND_ROLES: Final = BODIES | ROLES
_BODIES_AND_TITLES: Final = BODIES | BESIDE_A_NAME
_NOT_YET: Final = frozenset({"elect", "designate"})  # "Minister-designate"
# In front of a name beside a description: "the actress ", "economist ".
_JOINS: Final = "of|from|for|with|by|in|to|near|after|before|who|that|and|or|as|at|on"
PLAIN_WORDS: Final = re.compile(rf"(?:the |an? )?(?:(?!(?:{_JOINS})\b)[a-z-]+ ){{1,3}}")
_REFLEXIVE: Final = re.compile(r"^(?:him|her)self (?:an? )?")  # ", herself a former mayor,"
_UP_TO_A_PLACE: Final = re.compile(
    r"\s(?:in|at|from|close|familiar|with|of|for|on|to|by|speaking|briefed|who)\s"
)
# A day that no comma parts from two names behind it.
_DAY_IN_FRONT: Final = re.compile(
    rf"(?P<lead>(?:On|Last|By|Since|Until|Late|Early|In|This|From)\s)?(?:{WEEKDAY}|(?P<month>{MONTH}))\s"
    rf"(?=[{_UPPER}][\w'.-]*\s(?!and\b|of\b)[{_UPPER}])"
)
_BEFORE_A_MONTH: Final = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil))\s$"
)
_DATE_WORDS: Final = re.compile(rf"\b(?:{WEEKDAY}|{MONTH_NOT_A_NAME})(?!\w)")


def is_described(printed: str) -> bool:
    """Return whether a role without a name ends the words: "a Foreign Ministry official"."""
    head = find_role(printed)
    several = _SEVERAL.search(printed)
    if several and is_role(several[1].lower()):
        return True
    if describes_people(printed):
        return True
    if head in DOCUMENTS or _is_named_after(printed) or _is_from_a_place(printed):
        return True
    return head is not None and _find_trailing_name(printed) is None


def describes_people(printed: str) -> bool:
    """Return whether words are several people and what they are: "Turkish trawlermen"."""
    return _PEOPLE_OF.fullmatch(printed) is not None


def governs(printed: str) -> bool:
    """Return whether words are a name and what governs under it: "British government"."""
    return _ADJECTIVE_AND_BODY.fullmatch(printed) is not None and bool(_GOVERNS.search(printed))


def _is_from_a_place(printed: str) -> bool:
    """Return whether words are somebody unnamed and where they are: "my friend from Oslo"."""
    found = _FROM_A_PLACE.fullmatch(printed)
    return found is not None and found["head"] not in BODIES


def _is_named_after(printed: str) -> bool:
    short = len(printed) <= _LONGEST_DESCRIPTION
    whose = _UP_TO_A_PLACE.split(printed)[0]
    return short and bool(_NAMED_AFTER.match(printed)) and not _GOVERNS.search(whose)


def _find_trailing_name(printed: str) -> str | None:
    phrase = re.split(r"\s(?:in|at|from|close to|familiar with|of|for|on|with|to)\s", printed)[0]
    last, first = phrase.split()[-1:], phrase.split()[:1]
    plain = phrase[:1].islower() or (first and first[0].lower() in {"a", "an", "one", "some"})
    if (
        last
        and (is_role(last[0].lower()) or last[0].lower() in DOCUMENTS)
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
    bare = hide_brackets(printed).rstrip()
    name = find_name(bare)
    if name is None or name.end() != len(bare) or len(name[0].split()) < words:
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
        if is_role(role) or role in DOCUMENTS:
            return role
    return None


def is_role(word: str) -> bool:
    """Return whether a word says what somebody is, or several are."""
    return word in ROLES or word.removesuffix("s") in ROLES


def find_name(printed: str) -> re.Match[str] | None:
    """Return the name among some words, without titles and bodies before it.

    It is the last one, or that of a person of whom the rest says more: "Per Dahl of the Institute".
    """
    printed, chosen = hide_brackets(printed), None
    for run in list_runs(printed):
        start = _skip_openers(printed, run)
        if start is not None and not printed[slice(*run)].endswith("'s"):
            if chosen and _is_place(printed, start, run.end):
                continue
            chosen = (start, run.end)
            if _is_person(_drop_titles(printed[slice(*chosen)])) and _BELONGS.match(
                printed, run.end
            ):
                break
    return _match_name(printed, *chosen) if chosen else None


def hide_brackets(printed: str) -> str:
    """Return words with spaces for what stands in brackets: "Senator Ada Finch (D-Ostby)"."""
    return _BRACKETS.sub(lambda m: " " * len(m[0]), printed) if "(" in printed else printed


def list_runs(printed: str) -> Iterator[Span]:
    """Yield the runs of capitalised words; people joined by "and" are one run each."""
    for match in NAME.finditer(printed):
        start, joined = match.start() + _skip_day(printed, match), _AND.search(match[0])
        if joined is None or is_body(match[0]) or " of " in match[0][: joined.start()]:
            yield Span(start, match.end())
            continue
        for other in _AND.finditer(match[0]):
            yield Span(start, match.start() + other.start())
            start = match.start() + other.end()
        yield Span(start, match.end())


def _skip_day(printed: str, name: re.Match[str]) -> int:
    """Return how long the day is that a run begins with: "On Thursday Ada Finch"."""
    day = _DAY_IN_FRONT.match(name[0])
    if day is None:
        return 0
    name_too = day["month"] and not day["lead"]
    if name_too and not _BEFORE_A_MONTH.search(printed, 0, name.start()):
        return 0  # "April Finch"
    return day.end()


def stands_before_body(printed: str, name: re.Match[str]) -> bool:
    """Return whether a name only says whose body it is: "the Borland embassy in Velmora"."""
    return _BEFORE_A_BODY.match(printed, name.end()) is not None


def is_body(name: str) -> bool:
    """Return whether a word of a name says that it is a body's."""
    return not BODIES.isdisjoint(word.lower() for word in name.split())


def _is_place(printed: str, start: int, end: int) -> bool:
    """Return whether this is the place after a name: "Marguerite in Dunmere"."""
    return " " not in printed[start:end] and printed[:start].endswith((" in ", " at ", " from "))


def _skip_openers(printed: str, run: Span) -> int | None:
    """Return where a name begins behind "The", "But" or "In"; None where nothing is left."""
    for word in re.finditer(r"\S+", printed[slice(*run)]):
        start = run.start + word.start()
        if word[0].lower() not in SENTENCE_OPENERS or _is_short_surname(printed, start, run):
            return start
    return None


def _is_short_surname(printed: str, start: int, run: Span) -> bool:
    """Return whether "No" or "An" is a person's: "No Jae-won", "Minister An", "An" alone."""
    word, _, after = printed[start : run.end].partition(" ")
    if word.lower() not in SHORT_SURNAMES:
        return False
    before = printed[run.start : start].split()
    titled = before and _is_title(before[-1], ROLES)
    return bool(titled) or word == printed.strip() or _GIVEN_BEHIND.match(after) is not None


def _is_person(name: str) -> bool:
    words = {word.lower().rstrip(".,") for word in name.split()}
    plain = words.isdisjoint(BODIES) and words.isdisjoint(PRINTED_TITLES)
    return len(words) > 1 and plain and not _DATE_WORDS.search(name)


def _match_name(printed: str, start: int, end: int) -> re.Match[str] | None:
    name = printed[start:end]
    if _DATE_WORDS.fullmatch(name):
        return None
    of = _OF.search(name)
    if of and _is_person(_drop_titles(name[: of.start()])):  # "Governor Per Dahl of Ostby"
        end = start + of.start()
    words = [(m[0], start + m.start()) for m in re.finditer(r"\S+", printed[start:end])]
    first = _find_first_word(words, printed[:start])
    if first is None:
        return None
    return _WHATEVER.fullmatch(printed, words[first][1], end)


def _drop_titles(name: str) -> str:
    """Return a name without the titles before it."""
    return " ".join(dropwhile(lambda word: _is_title(word, _BODIES_AND_ROLES), name.split()))


def _find_first_word(words: list[tuple[str, int]], before: str) -> int | None:
    """Return which word of a capitalised run begins the name; None where it has none."""
    first = 0
    body = words[-1][0].lower() in BODIES
    for i, (word, _) in enumerate(words[:-1]):
        heads = word.lower() in BODIES and words[i + 1][0] == "of"  # "Ministry of Health"
        titled = _is_title(word, _BODIES_AND_TITLES) and not (body or heads)
        if word.endswith("'s") or titled:
            first = i + 1
    after_place = before.rstrip().endswith((" in", " at", " of", " for"))
    if first == 0 and after_place and len(words) > 2:  # noqa: PLR2004 ("in Oslo Per Dahl")
        first = 1
    if first and words[first][0] in {"of", "and"}:  # "the Bishop of Carrow" names nobody
        return None
    last = words[-1][0]
    surname = last.lower() in TITLES_AS_SURNAMES and (first or not before.strip())
    own = surname and (first < len(words) - 1 or _is_honorific(words, first))
    if (_is_title(last, ROLES) and not own) or last.lower() in BESIDE_A_NAME:
        return None
    return None if first == 0 and after_place and len(words) <= 1 else first


def _is_honorific(words: list[tuple[str, int]], first: int) -> bool:
    """Return whether a bare honorific stands before the first word of a name: "Mr. King"."""
    return first > 0 and words[first - 1][0].lower().rstrip(".") in HONORIFIC_TITLES


def _is_title(word: str, others: frozenset[str]) -> bool:
    """Return whether a word is a title, also a hyphenated one: "Vice-Admiral"."""
    plain = word.lower().rstrip(".,")
    if "-" not in plain:  # as most words: no other set is made for them
        return plain in PRINTED_TITLES or plain in others
    known = PRINTED_TITLES | others
    return plain in known or known.issuperset(set(plain.split("-")) - _NOT_YET)


def find_title(before: str) -> str | None:
    """Return what stands before a name as its title, where it is one: no clause, no "after Sir"."""
    return find_post_beside(re.split(r"\s(?:after|with|by|to|that|when|while)\s", before)[-1])


def find_post_beside(words: str) -> str | None:
    """Return words beside a name as what somebody is, whole: "an aide to the governor"."""
    words = _REFLEXIVE.sub("", words)
    known = PRINTED_TITLES | ROLES | KIN
    verb = re.search(r"\s(?:came|is|was|were|has|had|said|\w+ed)\s", f" {words} ")
    if verb or WHEN_OR_WHERE.match(words):
        return None
    return words if words and list_plain_words(words.replace("-", " ")) & known else None


def ends_with_title(before: str) -> bool:
    """Return whether the word before a name is a title: "the Rt Revd", not "mayor of the"."""
    last = before.split()[-1:]
    return bool(last) and _is_title(last[0], frozenset())


def find_start(before: str, subject: Span, mention: Mention) -> int:
    return subject.start if before.lower() in {"the", "a"} else mention.span.start


def list_plain_words(words: str) -> frozenset[str]:
    found = re.findall(r"[\w.]+(?:-\w+)*", words.lower())
    return frozenset(w.strip(".") for w in found) - AROUND_A_DESCRIPTION


def is_source(printed: str) -> bool:
    """Return whether words name somebody who relays: sources, officials, media."""
    return SOURCES.search(printed) is not None


def speaks_for_body(description: str) -> bool:
    """Return whether somebody described may speak for a state: a diplomat, and not a banker."""
    words = _UP_TO_A_PLACE.split(description)[0].split()
    parts = (words[-1] if words else "").split("-")
    if not OFFICIALS.isdisjoint(part.lower().removesuffix("s") for part in parts):
        return True
    head = parts[-1].lower()
    spoken = BODIES | DOCUMENTS | KIN
    return (parts[-1][:1].isupper() and not is_role(head)) or head in spoken


def names_body(description: str) -> bool:
    """Return whether words name a body that is not on record: "the Ministry of Fish"."""
    found = _NAMED_BODY.fullmatch(description)
    head = (found["first"] or found["last"]).lower() if found else ""
    return head in BODIES
