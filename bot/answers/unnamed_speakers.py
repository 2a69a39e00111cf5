"""Speakers whom nobody names: “an official in Tokyo”, “a Japanese diplomat”, “officials said”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.claimed_speaker import SHOWN, ClaimedSpeaker, clip_name
from bot.answers.elsewhere import is_straight_beside
from knowledge.check_quote import is_given, outline_quotations
from knowledge.corpus import Kind
from knowledge.questions import PLAIN, Use
from knowledge.text import BESIDE_AN_OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.questions import FoundName, Question

_ROLES: Final = frozenset(
    """adviser advisers advisor advisors aide aides ambassador ambassadors analyst analysts delegate
    delegates diplomat diplomats envoy envoys expert experts general generals insider insiders
    lawmaker lawmakers legislator legislators minister ministers negotiator negotiators officer
    officers official officials politician politicians representative representatives senator
    senators source sources spokesman spokesmen spokesperson spokespersons spokeswoman
    spokeswomen""".split()
)
_SOME: Final = frozenset("a an the one some several another two three".split())
_BESIDE: Final = frozenset("in from of at for with".split())
_BEFORE: Final = 5  # words before a role that say which: "a senior South Korean ministry official"
_OF_A_NAME: Final = frozenset({Use.NAME, Use.STRANGER})
_OF_A_ROLE: Final = _OF_A_NAME | PLAIN | {Use.POST, Use.TITLE}
_MOST: Final = 20  # that are looked at


class UnnamedSpeaker(NamedTuple):
    """Where words stand to which prose gives a quotation, and the body or state they are of."""

    place: tuple[int, int]
    of: FoundName | None


def list_unnamed(question: Question, prose: str) -> list[UnnamedSpeaker]:
    """Return who is given words without a name; `prose` is the text with its quotations."""
    roles = [i for i, word in enumerate(question.words) if word in _ROLES][:_MOST]
    outlined = outline_quotations(prose) if roles else prose
    asked = (i for i in roles if not (_is_title(question, i) or _is_asked_for(question, i)))
    spans = (_span(question, i) for i in asked)
    return [
        speaker
        for span in spans
        for speaker in _speakers(question, span)
        if is_given(outlined, speaker.place)
        or (speaker.of and is_straight_beside(outlined, speaker.place))
    ]


def _is_title(question: Question, at: int) -> bool:
    """Return whether a role is that of somebody named: "spokesman Ned Price"."""
    after = at + 1
    named = after < len(question.words) and question.uses[after] in _OF_A_NAME
    return question.uses[at] in {Use.NAME, Use.TITLE, Use.POST} or (
        named and not question.parsed[after].broken
    )


def _is_asked_for(question: Question, at: int) -> bool:
    """Return whether it is asked where words are from: "“…” – sources?"."""
    end, alone = question.places[at][1], not question.parsed[at].capital
    plural = question.words[at] in {"source", "sources"}
    return plural and alone and question.typed[end : end + 1] == "?"


def _span(question: Question, at: int) -> range:
    """Return the numbers of the words that belong to a role: which one, and of what."""
    first, last, parsed = at, at + 1, question.parsed
    while at - first < _BEFORE and first > 0 and not parsed[first].broken:
        before, use = question.words[first - 1], question.uses[first - 1]
        if before in _SOME or not (use in _OF_A_ROLE or before in BESIDE_AN_OFFICE):
            break
        first -= 1
    if first > 0 and question.words[first - 1] in _SOME and not parsed[first].broken:
        first -= 1
    of = last + 1 + (question.words[last + 1 : last + 2] == ("the",))
    if question.words[last : last + 1] and question.words[last] in _BESIDE:
        while of < len(question.words) and question.uses[of] in _OF_A_NAME:
            last = of = of + 1
    return range(first, last)


def _speakers(question: Question, span: range) -> Iterator[UnnamedSpeaker]:
    """Yield the speaker that words describe; whom they name is told by that name."""
    inside = [f for f in question.found if f.first in span]
    if any(name.kind is Kind.PERSON for found in inside for name in found.names):
        return
    place = question.places[span[0]][0], question.places[span[-1]][1]
    yield UnnamedSpeaker(place, inside[-1] if inside else None)


def or_unnamed(
    question: Question, who: ClaimedSpeaker, places: Sequence[tuple[int, int]] | None = None
) -> ClaimedSpeaker:
    """Return to whom words are given, if not by name then by a role: "an official said"."""
    if who.names:
        return who
    unnamed = [one.place for one in list_unnamed(question, question.typed)]
    typed = [question.typed[slice(*one)] for one in unnamed if places is None or one in places]
    roles = tuple(clip_name(role) for role in typed[:SHOWN])
    told = all(any(words in role for role in roles) for words in who.unread)
    return who._replace(unread=roles) if roles and told else who
