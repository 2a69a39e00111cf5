"""What was said on the days asked about, where nobody and nothing is named: "who spoke in May"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.phrases import listed
from bot.answers.refusals import NOT_NO_POSITION
from bot.answers.spoken_answer import answer_with, keep_in_time
from knowledge.corpus import Sourcing
from knowledge.questions import Intent
from knowledge.text import MEETING, SAYING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Topic

_MOST = 100  # statements that are read; of more, the newest


def answer_said_on_days(asked: Asked, found: Topic) -> Answer | None:
    """Answer with all that anybody said on those days; None where something else is asked too.

    Of who met it is told at which occasions several spoke: who was there no entry says.
    """
    if not _asks_for_days_alone(asked, found):
        return None
    asked_date = asked.question.asked_date
    last = asked_date.last if asked_date else None
    said = asked.kb.statements_within(asked.first_day, last, _MOST)
    spoken = [s for s in said if s.sourcing is not Sourcing.OUTLET]
    kept = keep_in_time(asked, (), spoken)
    if not kept:
        reason = f"Nothing on record from anybody{asked.when}. {NOT_NO_POSITION}"
        return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason)
    meetings = _find_meetings(asked, kept) if found.words else {}
    told = [s for s in kept if s.event in meetings] or kept
    reason = _heading(asked, found, list(meetings.values()))
    return answer_with(asked, found, Outcome.ANSWER, told, reason=reason, not_understood=())


def _asks_for_days_alone(asked: Asked, found: Topic) -> bool:
    """Return whether it asks who spoke, or met, on some days, and for nothing else."""
    question = asked.question
    days = question.asked_date is not None and question.asked_date.problem is None
    named = question.found or question.strangers or found.issues or found.strangers
    only = MEETING.issuperset(word.lower() for word in (*found.words, *question.not_understood))
    spoke = any(word in SAYING or word in MEETING for word in question.words)
    return found.intent is Intent.WHO_SAID and days and only and spoke and not named


def _find_meetings(asked: Asked, said: Iterable[CitedStatement]) -> dict[str, str]:
    """Return the names of occasions at which several spoke, by their ids."""
    speakers = defaultdict[str, set[str | None]](set)
    for statement in said:
        if statement.event and statement.speaker:
            speakers[statement.event].add(statement.speaker.id)
    return asked.kb.event_names(event for event, who in speakers.items() if len(who) > 1)


def _heading(asked: Asked, found: Topic, meetings: Sequence[str]) -> str:
    """Return at which occasions the words are of the days; that none has the verb, where so."""
    if meetings:
        return f"Several spoke{asked.when}: {listed(meetings)}."
    but = f", not with “{found.words[0]}”" if found.words else ""
    return f"On record{asked.when}{but}:"
