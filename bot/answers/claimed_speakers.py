"""Who each quotation of a question is said to be by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.claimed_speaker import SOMEBODY, ClaimedSpeaker
from bot.answers.speaker_mentions import list_mentions, list_targets
from bot.answers.speaker_reading import read_speaker
from bot.answers.topics_as_speakers import or_topic
from bot.answers.unnamed_speakers import or_unnamed
from knowledge.check_quote import (
    divide_beside,
    is_in_later_line,
    outline_quotations,
    place_quotations,
)
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.check_quote import Beside
    from knowledge.names import Names
    from knowledge.questions import Question

_MOST = 20  # quotations whose speakers are read


def claimed_speakers(
    names: Names, question: Question, strangers: Iterable[tuple[int, int]] = ()
) -> tuple[ClaimedSpeaker, ...] | None:
    """Read to whom each quotation is given; None where one name at most is beside them.

    `strangers` are places where the prose names somebody who is not on record.
    """
    quotations = place_quotations(question.typed)
    alone = len(quotations) == 1
    mentions = list_mentions(question, strangers, every=alone)
    meant = {mention.meant for mention in mentions} | {list_targets(f) for f in question.found}
    if not (quotations and mentions):
        return None
    places = [mention.place for mention in mentions]
    beside = _doubt_later_lines(question.typed, quotations, places)
    given = all(one.select(places) and not one.by_pronoun for one in beside)
    doubted = any(one.in_later_line for one in beside)
    if len(meant) == 1 and not alone and given and not doubted:
        return None
    if alone and beside[0].certain and beside[0].select(places) == places:
        return None
    return tuple(_speaker_beside(names, question, places, one) for one in beside[:_MOST])


def _doubt_later_lines(
    typed: str, quotations: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]
) -> list[Beside]:
    """Return what belongs to each quotation, in doubt where it is the name of a line above."""
    outlined = outline_quotations(typed)
    beside = divide_beside(typed, quotations, places)
    return [
        one._replace(certain=False, in_later_line=True)
        if is_in_later_line(outlined, place, one.select(places))
        else one
        for place, one in zip(quotations, beside, strict=True)
    ]


def _speaker_beside(
    names: Names, question: Question, mentions: Sequence[tuple[int, int]], beside: Beside
) -> ClaimedSpeaker:
    places = beside.select(mentions)
    within = question.within(places)
    who = read_speaker(names, within)._replace(certain=beside.certain)
    if not who.names:
        who = or_unnamed(question, who, places) if beside.certain else who
    if any(question.typed[slice(*place)].lower() == SOMEBODY for place in places):
        who = who._replace(certain=False)
    if not who.names:
        return or_topic(within, who)
    if not who.unread:
        return who
    # "Japan’s Abe" is not Japan; of "Kono, Abe" either may be meant.
    people = tuple(name for name in who.names if name.kind is Kind.PERSON)
    return who._replace(names=people, certain=who.certain and not people)
