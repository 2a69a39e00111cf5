"""Cues: the words of a sentence that say somebody speaks, each with its subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from knowledge.speech.clauses import (
    can_be_subject,
    find_main_clause,
    find_subject_phrase,
    split_clauses,
    strip_lead,
)
from knowledge.speech.name_parts import find_role
from knowledge.text.article_text import Span
from knowledge.text.english.clause_words import LEADING, PREPOSITIONS, TIME_ALONE, VERB
from knowledge.text.english.cue_words import CUE, FROM_A_TEXT, SAID_FIRST
from knowledge.text.english.pronouns import (
    INNER_PRONOUN,
    INNER_SUBJECT,
    RELATIVE_ALONE,
    RELATIVE_OPENER,
    SEVERAL,
)
from knowledge.text.english.roles import DOCUMENTS
from knowledge.text.english.subject_words import (
    ABOUT_A_THING,
    ADVERBS,
    AFTER_SOMEBODY,
    ANOTHER_CLAUSE,
    ANTECEDENT,
    BEHIND_ITS_VERB,
    BEHIND_TO_A_COLON,
    CLAUSE_BEHIND,
    GIVES_NAME,
    GOES_ON_BEHIND,
    IN_WHICH,
    INVERTED,
    JOINED,
    NAMED_BEHIND,
    ON_WHAT,
    OPENING_VERB,
    OWN_PAPER,
    OWN_SUBJECT,
    PASSIVE,
    PLACE_OF_SOMEBODY,
    PLAIN_VERB,
    POST_BESIDE,
    PROGRESSIVE,
    QUOTED,
    QUOTED_AFTER,
    QUOTERS,
    RELATIVE_SUBJECT_BEFORE,
    SHORT_REPLY,
    STOPS,
    TIME,
    TOLD_BY,
    TOLD_LISTENERS,
    WANTED_BEFORE,
    WHAT_SOMEBODY,
    WHOM,
    WHOSE_PAPER,
    WHOSE_POST,
)
from knowledge.text.english.titles import ABBREVIATED_IN_SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

# Dots that end no sentence, hidden for as long as the end of a name is sought.
_DOTTED: Final = re.compile(ABBREVIATED_IN_SENTENCES)
_NAME_BESIDE: Final = re.compile(r", (?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)+),")
_POST_BETWEEN: Final = re.compile(r", ([^,\0]+),")
_COLON: Final = re.compile(r":(?= ?\0)")
_SIGNATURE: Final = re.compile(
    r"\0\s*(?P<dash>--?)\s*(?P<who>[A-Z][\w.'-]*(?: [\w.'-]+){0,4}?)"
    r"(?:, [^\0,;:]{1,60})?[.)]?\s*(?=\0|$)"
)
_IS_POST: Final = re.compile(r"(?!(?:and|but|or)\b)[a-z]")
_ENDS_A_LIST: Final = re.compile(r"[A-Z][^,]*\sand\s[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*$")
_MOST_NAMED: Final = 20
_RELATIVE_BEFORE: Final = 40  # characters
_WANTED_BEFORE: Final = 240  # characters
_TO_A_COMMA: Final = re.compile(r"[^,;:\0]*(?:,|\0+)\s(?:\w+ly\s|also\s|then\s|has\s|had\s)?")
_NAME_ALONE: Final = re.compile(r"(?:[Tt]he )?(?:[\w-]+ )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,3}")
_CAPITALIZED: Final = re.compile(r"(?:[Tt]he )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}")
_ONE_EACH: Final = re.compile(
    r"\b[a-z]+s (?:of|from|for) (?:the )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}$"
)
_NAMES: Final = re.compile(r"[A-Z][\w.-]*(?:'[A-Z]\w+)?(?: [A-Z][\w.-]*)*")


class CueForm(StrEnum):
    """How a cue is printed.

    An act, a silence, a speech and whoever relays another's words bring none between marks; a claim
    that somebody takes up brings the claimant's.
    """

    FINITE = "finite"
    PARTICIPLE = "participle"
    ACCORDING = "according"
    ACT = "act"
    SILENT = "silent"
    SPEECH = "speech"
    SIGNED = "signed"
    RELAYING = "relaying"
    CLAIM = "claim"


SPOKEN: Final = frozenset({CueForm.FINITE, CueForm.PARTICIPLE, CueForm.ACCORDING, CueForm.SIGNED})


@dataclass(frozen=True)
class Cue:
    """One cue, and the words printed as its subject; `apposition` is what stands beside them."""

    verb: Span
    form: CueForm
    subject: Span | None
    apposition: Span | None = None


def find_cues(masked: str, sentence: Span) -> list[Cue]:
    """Return the cues of a sentence whose quotations are masked by NUL characters."""
    found: list[Cue] = []
    for match in CUE.finditer(masked, sentence.start, sentence.end):
        if cue := _read_cue(masked, sentence, match, found):
            found.append(cue)
    found += _find_opening_verb(masked, sentence)
    found += _find_colons(masked, sentence, found)
    found += _find_signature(masked, sentence)
    found += _find_quoters(masked, sentence)
    found += list(_find_quoted_after(masked, sentence, found))
    found += _find_told_by(masked, sentence)
    return sorted(found, key=lambda cue: cue.verb.start)


def _read_cue(masked: str, sentence: Span, match: re.Match[str], found: list[Cue]) -> Cue | None:
    before, verb = masked[sentence.start : match.start()], Span(*match.span())
    if match["according"]:
        return Cue(verb, CueForm.ACCORDING, _read_name_after(masked, match.end(), sentence.end))
    if match["speech"]:
        whose = _find_possessor(masked, sentence, match)
        return Cue(Span(match.start("speech"), match.end()), CueForm.SPEECH, whose)
    marked = "\0" in masked[slice(*sentence)]
    if match["beside"] and not marked:
        return None
    progressive = match["participle"] and marked and PROGRESSIVE.search(before)
    if PLAIN_VERB.match(masked, *verb) and WANTED_BEFORE.search(before[-_WANTED_BEFORE:]):
        return None
    if match["participle"] and (quoted := QUOTED.search(before)):
        which = "whom" if quoted["whom"] else "subject"
        whom = Span(*(sentence.start + at for at in quoted.span(which)))
        at = [sentence.start + i for i in quoted.span("beside")] if quoted["beside"] else None
        return Cue(verb, CueForm.FINITE, strip_lead(masked, whom), Span(*at) if at else None)
    if PASSIVE.search(before) and not (progressive or before.rstrip().endswith("\0")):
        return None
    if match["participle"] and not progressive:
        subject = _find_own_subject(masked, sentence, match.start(), found)
        shared = (
            (subject, None)
            if subject
            else _find_shared_subject(masked, sentence, match.start(), found)
        )
        return Cue(verb, CueForm.PARTICIPLE, *shared)
    form = CueForm.ACT if match["act"] else CueForm.SILENT if match["silent"] else CueForm.FINITE
    return Cue(verb, form, *_find_subject(masked, sentence, match, found))


def _find_possessor(masked: str, sentence: Span, match: re.Match[str]) -> Span | None:
    """Return whose speech it is: "Suga's assertion", or of "his promise" the name before it."""
    end = match.start()
    names = list(_NAMES.finditer(masked, sentence.start, end))
    if match["whose"].startswith("'"):
        return next((Span(*m.span()) for m in reversed(names) if m.end() == end), None)
    if names and (names[-1].start() > sentence.start or " " in names[-1][0]):
        return Span(*names[-1].span())
    return Span(end, match.end("whose"))


def _find_own_subject(masked: str, sentence: Span, verb: int, found: list[Cue]) -> Span | None:
    """Return a participle's own subject: "in response to the minister telling parliament"."""
    start = max([sentence.start, *(c.verb.end for c in found)])
    match = OWN_SUBJECT.match(masked[start:verb])
    if match and not match["who"].endswith(" as"):  # "was quoted by an official as saying"
        who = strip_lead(masked, Span(start + match.start("who"), start + match.end("who")))
        return find_subject_phrase(masked, who) if who else None
    return None


def _find_subject(
    masked: str, sentence: Span, match: re.Match[str], found: list[Cue]
) -> tuple[Span | None, Span | None]:
    if found and _ends_a_relative(masked, found[-1], match.start()):
        return found[-1].subject, found[-1].apposition
    start = max([sentence.start, *(c.verb.end for c in found)])
    if found and (told := TOLD_LISTENERS.match(masked, found[-1].verb.start, match.start())):
        start = max(start, told.end())  # "told reporters the minister had said"
    elif found and (when := BEHIND_ITS_VERB.match(masked, found[-1].verb.end, match.start())):
        start = max(start, when.end())  # "reported on Tuesday that the minister had said"
    quote = masked.rfind("\0", start, match.start())
    start = max(start, quote + 1)
    before = masked[start : match.start()]
    if not before.strip(' ",') and (quote >= 0 or not found):  # "...," said Marrow
        return _find_subject_behind(masked, sentence, match, found)
    if inverted := _find_subject_behind_clause(masked, sentence, match, before):
        return inverted
    if found and JOINED.search(before):  # "has pledged a review and indicated"
        return found[-1].subject, found[-1].apposition
    if JOINED.search(before) and before.strip(' ",').count(" ") and quote < 0:
        return _find_shared_subject(masked, sentence, match.start(), found)  # "left, and said"
    subject, beside = _find_subject_before(masked, start, before)
    if subject is None and found:
        return found[-1].subject, found[-1].apposition  # "he stopped, and said"
    return subject, beside


def _find_subject_before(masked: str, start: int, before: str) -> tuple[Span | None, Span | None]:
    """Return the subject among the words from `start` up to its verb, and what stands beside it."""
    head = ADVERBS.sub("", TIME.sub("", ADVERBS.sub("", before.rstrip())))
    apposed = head.rstrip().endswith(",") or before[len(head) :].lstrip().startswith(",")
    if inner := INNER_SUBJECT.search(head):  # "commended what he described as ..."
        return Span(start + inner.start(), start + inner.end()), None
    if inner := (IN_WHICH.search(head) or WHAT_SOMEBODY.search(head)):
        return Span(*(start + at for at in inner.span("who"))), None
    behind = None if apposed else AFTER_SOMEBODY.search(head)
    if behind and VERB.search(head, 0, behind.start()):
        return Span(*(start + at for at in behind.span("who"))), None
    return _split_subject(masked, start, start + len(head.rstrip(" ,")), apposed=apposed)


def _find_subject_behind_clause(
    masked: str, sentence: Span, match: re.Match[str], before: str
) -> tuple[Span | None, Span | None] | None:
    """Return the subject behind a verb that closes a clause: "They lost, adds Ada Finch"."""
    tells = match[0].startswith(("t", "call"))  # "told The Ledger", "calls Dahl"
    if tells or not INVERTED.search(before):
        return None
    behind = NAMED_BEHIND.match(masked, match.end(), sentence.end)
    closes = VERB.search(before) or SHORT_REPLY.match(before)
    closes = closes or (behind and GOES_ON_BEHIND.match(masked, behind.end("who"), sentence.end))
    if closes and behind and not _is_no_speaker(behind["who"]):
        return Span(*behind.span("who")), None
    to_a_colon = BEHIND_TO_A_COLON.match(masked, match.end(), sentence.end)
    if to_a_colon and _has_own_verb(before):
        return _find_inverted_subject(masked, match.end(), sentence.end)
    return None


def _find_subject_behind(
    masked: str, sentence: Span, match: re.Match[str], found: list[Cue]
) -> tuple[Span | None, Span | None]:
    """Return the subject behind a verb behind a quotation, or the one before both."""
    if CLAUSE_BEHIND.match(masked, match.end(), sentence.end):  # "Dahl, who ..., said it"
        return _find_main_subject(masked, sentence, match.start(), found)
    subject, beside = _find_inverted_subject(masked, match.end(), sentence.end)
    if subject and found and VERB.search(masked, *subject):  # "whom Dahl called "...," said it was"
        return _find_main_subject(masked, sentence, match.start(), found)
    return subject, beside


def _find_main_subject(
    masked: str, sentence: Span, verb: int, found: list[Cue]
) -> tuple[Span | None, Span | None]:
    """Return the sentence's subject, where the verb before is one that another does to it."""
    last = found[-1].subject if found else None
    if last and WHOM.search(masked, max(sentence.start, last.start - 10), last.start):
        part = find_main_clause(masked, Span(sentence.start, last.start))
        return (find_subject_phrase(masked, part) if part else None), None
    return _find_shared_subject(masked, sentence, verb, found)


def _ends_a_relative(masked: str, before: Cue, verb: int) -> bool:
    """Return whether a clause about the subject ends there: "Spain, which has asked for it, said".

    What stands between marks is part of it: "Finch, who called it "a theft," said".
    """
    near = max(0, before.verb.start - _RELATIVE_BEFORE)
    relative = RELATIVE_SUBJECT_BEFORE.search(masked, near, before.verb.start)
    between = masked[before.verb.end : verb]
    return relative is not None and _TO_A_COMMA.fullmatch(between) is not None


def _has_own_verb(words: str) -> bool:
    """Return whether words begin with a whole clause: not "Finch, who was late, warned Dahl"."""
    first = next(split_clauses(words, 0, len(words)), None)
    verb = VERB.search(words, *first) if first else None
    return verb is not None and RELATIVE_ALONE.match(verb[0].strip()) is None


def _is_no_speaker(words: str) -> bool:
    """Return whether words behind a verb say when or where: "ruled on Monday, writing"."""
    return bool(TIME_ALONE.match(words)) or words.split(maxsplit=1)[0].lower() in PREPOSITIONS


def _find_inverted_subject(masked: str, start: int, end: int) -> tuple[Span | None, Span | None]:
    """Return the subject behind its verb, and a post behind it: "said Marrow, the new envoy"."""
    subject = _read_name_after(masked, start, end)
    if subject is None:
        return None, None
    beside = POST_BESIDE.match(_hide_dots(masked[subject.end : end]))
    if beside is None:
        return subject, None
    return subject, Span(*(subject.end + at for at in beside.span("post")))


def _split_subject(
    masked: str, start: int, end: int, *, apposed: bool
) -> tuple[Span | None, Span | None]:
    """Split what stands before a verb by commas: the subject, and an apposition to it."""
    parts = list(split_clauses(masked, start, end))
    about = False
    while parts and _is_relative(masked[slice(*parts[-1])]):
        parts.pop()
        apposed, about = False, True
    if not parts:
        return None, None
    if about and (noun := _find_antecedent(masked, parts)):
        return noun, None
    if not apposed or len(parts) == 1:
        return strip_lead(masked, _join_list(masked, parts)), None
    group = _find_group(masked, parts)
    if group is not None:
        return strip_lead(masked, parts[group]), Span(parts[group + 1].start, parts[-1].end)
    named = [
        i
        for i, p in enumerate(parts[:-1])
        if can_be_subject(masked[slice(*p)]) or _is_post_of_next(masked, parts, i)
    ]
    plain = [i for i, p in enumerate(parts) if not RELATIVE_OPENER.match(masked[slice(*p)])]
    first = (named or plain or [len(parts) - 1])[-1]
    return strip_lead(masked, parts[first]), _join_apposition(masked, parts[first + 1 :])


def _find_group(masked: str, parts: list[Span]) -> int | None:
    """Return which part several people's names follow: "the three mayors, Finch, Dahl and Hale"."""
    found = [i for i, p in enumerate(parts[:-1]) if SEVERAL.match(masked[slice(*p)])]
    names = parts[found[-1] + 1 :] if found else []
    capital = [masked[p.start].isupper() for p in names]
    return found[-1] if names and all(capital) and " and " in masked[slice(*names[-1])] else None


def _is_relative(words: str) -> bool:
    """Return whether a part is the subject of a relative clause: "who", "whose letter"."""
    return bool(RELATIVE_ALONE.match(words) or WHOSE_PAPER.fullmatch(words))


def _find_antecedent(masked: str, parts: list[Span]) -> Span | None:
    """Return the noun before "which" where a clause ends with it: "He read the panel's letter"."""
    last = parts[-1]
    if len(parts) > 1 and not VERB.search(masked, *last) and _IS_POST.match(masked, *last):
        last = parts[-2]  # "a note from Finch, captain of the ferry, who wrote"
    behind_a_cue = masked[: parts[0].start].rstrip()[-1:].isalpha()  # "She read a note"
    clause = behind_a_cue or VERB.search(masked, *parts[0])
    noun = ANTECEDENT.search(masked, *last) if clause else None
    return Span(*noun.span()) if noun else None


def _is_post_of_next(masked: str, parts: list[Span], at: int) -> bool:
    """Return whether a part is somebody's post behind a clause: "It is late, his rival, Dahl,"."""
    words, after = masked[slice(*parts[at])], masked[slice(*parts[at + 1])]
    clause = at > 0 and VERB.search(masked, *parts[at - 1])
    post = WHOSE_POST.match(LEADING.sub("", words))
    return bool(clause and post and _NAME_ALONE.fullmatch(after))


def _join_list(masked: str, parts: list[Span]) -> Span:
    """Return the last part with the names before it: "Ada Finch, Per Dahl and Marta Quill"."""
    last = parts[-1]
    if not _ENDS_A_LIST.match(masked, *last):
        return last
    head = _find_list_head(masked, parts)
    if head is not None:
        return Span(head.start, last.end)
    named = list(takewhile(lambda p: _NAME_ALONE.fullmatch(masked, *p), parts[-2:-_MOST_NAMED:-1]))
    return Span(named[-1].start, last.end) if named else last


def _find_list_head(masked: str, parts: list[Span]) -> Span | None:
    """Return what the parts list one each of: "The mayors of Ostby", before "Lund and Hale"."""
    for part in parts[-2:-_MOST_NAMED:-1]:
        if _ONE_EACH.search(masked, *part):
            return part
        if not _CAPITALIZED.fullmatch(masked, *part):
            return None
    return None


def _join_apposition(masked: str, parts: list[Span]) -> Span | None:
    """Return what stands beside a subject; a clause ("which took power") says nothing of a post."""
    if not parts:
        return None
    first = masked[slice(*parts[0])]
    if RELATIVE_OPENER.match(first) and not GIVES_NAME.match(first):
        return None
    return Span(parts[0].start, parts[-1].end)


def _read_name_after(masked: str, start: int, end: int) -> Span | None:
    """Return the words after an inverted verb or "according to", up to what ends a name."""
    hidden = _hide_dots(masked[start:end])
    lead = len(hidden) - len(hidden.lstrip())
    described = PLACE_OF_SOMEBODY.match(hidden, lead)
    stop = STOPS.search(hidden, described.end() if described else lead)
    stop_at = stop.start() if stop else len(hidden)
    about = ABOUT_A_THING.search(hidden, lead, stop_at)  # "said Finch of Dahl's plan"
    stop_at = about.start() if about else stop_at
    return Span(start + lead, start + stop_at) if stop_at > lead else None


def _hide_dots(words: str) -> str:
    """Return words without the dots of initials and titles, which end nothing."""
    return _DOTTED.sub(lambda m: m[0].replace(".", "_"), words)


def _find_shared_subject(
    masked: str, sentence: Span, verb: int, found: list[Cue]
) -> tuple[Span | None, Span | None]:
    """Return the subject that a participle shares: that of the verb before, or the sentence's."""
    for cue in reversed(found):
        if cue.form is CueForm.FINITE:
            return cue.subject, cue.apposition
    part = find_main_clause(masked, Span(sentence.start, verb))
    if part is None:  # "At seven in the evening she turned round and said"
        inner = INNER_PRONOUN.search(masked, sentence.start, verb)
        return (Span(*inner.span("who")) if inner else None), None
    beside = _NAME_BESIDE.match(masked, part.end, verb)
    return find_subject_phrase(masked, part), Span(*beside.span("name")) if beside else None


def _find_quoters(masked: str, sentence: Span) -> Iterator[Cue]:
    """Yield who relays another's words: "The Ledger quoted Ada Finch as saying"."""
    for match in QUOTERS.finditer(masked, *sentence):
        who, verb = ("by", "passive") if match["by"] else ("who", "verb")
        subject = strip_lead(masked, Span(*match.span(who)))
        yield Cue(Span(*match.span(verb)), CueForm.RELAYING, subject)


def _find_quoted_after(masked: str, sentence: Span, found: list[Cue]) -> Iterator[Cue]:
    """Yield whose words a speaker repeats, and that speaker: "he said, quoting Finch: "..."."""
    for match in QUOTED_AFTER.finditer(masked, *sentence):
        verb = Span(*match.span("verb"))
        relaying = [c for c in found if c.form is CueForm.FINITE and c.verb.end <= verb.start]
        if relaying:
            yield Cue(verb, CueForm.FINITE, Span(*match.span("whom")))
            yield Cue(verb, CueForm.RELAYING, relaying[-1].subject, relaying[-1].apposition)


def _find_told_by(masked: str, sentence: Span) -> Iterator[Cue]:
    """Yield who told somebody what stands between marks: "I was told by the office that"."""
    for match in TOLD_BY.finditer(masked, *sentence):
        subject = strip_lead(masked, Span(*match.span("who")))
        yield Cue(Span(match.start(), match.start("who")), CueForm.FINITE, subject)


def _find_signature(masked: str, sentence: Span) -> Iterator[Cue]:
    """Yield the dash before whoever signs a quotation: "..." - Ada Finch, Ostby."""
    for match in _SIGNATURE.finditer(masked, *sentence):
        yield Cue(Span(*match.span("dash")), CueForm.SIGNED, Span(*match.span("who")))


def _find_opening_verb(masked: str, sentence: Span) -> Iterator[Cue]:
    """Yield the verb that opens a sentence before its speaker: "Said Ada Finch on Friday: ..."."""
    if opening := OPENING_VERB.match(masked, *sentence):
        subject = _find_inverted_subject(masked, opening.end("verb"), sentence.end)
        yield Cue(Span(*opening.span("verb")), CueForm.FINITE, *subject)


def _read_lead(masked: str, lead: Span) -> Cue | None:
    """Return the cue of what brings a quotation by a colon alone: "Added Finch: ..."."""
    start = lead.end - len(masked[slice(*lead)].lstrip())
    if first := SAID_FIRST.match(masked, start, lead.end):
        return Cue(Span(*first.span("verb")), CueForm.FINITE, Span(*first.span("who")))
    whence = FROM_A_TEXT.match(masked, start, lead.end)
    if whence and find_role(whence["who"]) in DOCUMENTS:
        return Cue(Span(lead.end, lead.end + 1), CueForm.FINITE, Span(*whence.span("who")))
    return None


def _find_colons(masked: str, sentence: Span, found: list[Cue]) -> Iterator[Cue]:
    """Yield a colon before a mark as a cue: "A source close to Farrow was blunter: ..."."""
    for match in _COLON.finditer(masked, *sentence):
        before = masked.rfind("\0", sentence.start, match.start()) + 1
        if cue := _read_lead(masked, Span(max(sentence.start, before), match.start())):
            yield cue
            continue
        if any(cue.verb.end <= match.start() for cue in found):
            continue
        verb = Span(*match.span())
        if paper := OWN_PAPER.search(masked, sentence.start, match.start()):
            yield Cue(verb, CueForm.FINITE, Span(*paper.span("who")))
            continue
        part = find_main_clause(masked, Span(sentence.start, match.start()))
        if part and not ANOTHER_CLAUSE.search(masked, part.end, match.start()):
            yield _read_colon(masked, part, verb)


def _read_colon(masked: str, part: Span, verb: Span) -> Cue:
    """Return a colon as the cue of a clause's subject: "Finch on the ferry: ..."."""
    phrase = find_subject_phrase(masked, part)
    after = ON_WHAT.search(masked, *phrase) if phrase == part else None
    phrase = Span(phrase.start, after.start()) if after else phrase
    beside = _POST_BETWEEN.match(masked, phrase.end, verb.start)
    return Cue(verb, CueForm.FINITE, phrase, Span(*beside.span(1)) if beside else None)
