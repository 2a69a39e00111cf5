"""Where a question with quotations names who may have said them, on record or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.claimed_speaker import SOMEBODY
from bot.answers.elsewhere import is_elsewhere, is_origin
from bot.answers.speaker_reading import NO_NAMES
from bot.answers.unnamed_speakers import list_unnamed
from knowledge.check_quote import leads_to_quotation, outline_quotations
from knowledge.text import SAYING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.questions import FoundName, Question

# What goes on after the first word of "rolf grell: “…”".
_LABELS = re.compile(r"(?: [^\W\d_]+){0,2}:(?!\s?\w)")


class SpeakerMention(NamedTuple):
    """Where words name somebody, and whom: ids, or the words of a name that is not on record."""

    place: tuple[int, int]
    meant: frozenset[str]


def list_mentions(
    question: Question, strangers: Iterable[tuple[int, int]], *, every: bool
) -> list[SpeakerMention]:
    """Return the names beside quotations, in order, also those that are not on record.

    Beside several, those that say where or to whom are told apart here; `every` keeps them.
    """
    mentions = [
        SpeakerMention(question.place(f.first, f.last), list_targets(f)) for f in question.found
    ]
    if not every:
        outlined = outline_quotations(question.typed)
        beside = zip(question.found, mentions, strict=True)
        mentions = [m for f, m in beside if not _is_apart(question, outlined, f, m.place)]
    mentions += _list_strangers(question)
    if not every:
        mentions = [mention for mention in mentions if not is_origin(outlined, mention.place)]
    roles = [one.place for one in list_unnamed(question, question.typed)]
    mentions += _list_others(question, [*roles, *strangers], mentions)
    return sorted(mentions, key=lambda one: one.place)


def _list_strangers(question: Question) -> Iterator[SpeakerMention]:
    """Yield the names that are not on record, each whole."""
    taken = {i for f in question.found for i in range(f.first, f.last)}
    for stranger in question.strangers:
        numbers = range(stranger.first, stranger.last)
        if taken.isdisjoint(numbers) and any(may_be_a_name(question, i) for i in numbers):
            taken |= set(numbers)
            typed = " ".join(question.words[stranger.first : stranger.last])
            yield SpeakerMention(question.place(stranger.first, stranger.last), frozenset({typed}))
    for i in range(len(question.words)):
        if i not in taken and may_be_a_name(question, i):
            yield SpeakerMention(question.place(i, i + 1), frozenset({question.words[i]}))


def _list_others(
    question: Question, places: Iterable[tuple[int, int]], mentions: Sequence[SpeakerMention]
) -> Iterator[SpeakerMention]:
    """Yield those who are named where no name was read: "an official said", "- “…” Grell"."""
    taken = [mention.place for mention in mentions]
    for start, end in places:
        if not any(place[0] < end and start < place[1] for place in taken):
            taken.append((start, end))
            yield SpeakerMention((start, end), frozenset({question.typed[start:end]}))


def list_targets(found: FoundName) -> frozenset[str]:
    return frozenset(name.target for name in found.names)


def may_be_a_name(question: Question, at: int) -> bool:
    """Return whether a word that was not read looks like the name of a speaker."""
    word = question.parsed[at]
    if word.folded == SOMEBODY:
        return True
    if at not in question.unclear or word.folded in NO_NAMES:
        return False
    if word.folded.endswith("ly") and not word.capital:  # "stated firmly"
        return False
    beside = {question.words[i] for i in (at - 1, at + 1) if 0 <= i < len(question.words)}
    labels = _LABELS.match(question.typed, word.end)
    return _is_written_as_name(question, at) or bool(labels) or not beside.isdisjoint(SAYING)


def _is_written_as_name(question: Question, at: int) -> bool:
    """Return whether a capital tells a name; that of a first word does so before another."""
    word, after = question.parsed[at], question.parsed[at + 1 : at + 2]
    goes_on = any(w.capital and not w.broken and at + 1 in question.unclear for w in after)
    told = word.capital and (not word.opens or goes_on)
    return told and not is_elsewhere(question, at)


def _is_apart(question: Question, outlined: str, found: FoundName, place: tuple[int, int]) -> bool:
    """Return whether a name says where or to whom, and leads to no quotation: "with Abe"."""
    return is_elsewhere(question, found.first) and not leads_to_quotation(outlined, place)
