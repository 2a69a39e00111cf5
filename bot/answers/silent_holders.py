"""Who has nothing on record on an issue: "who hasn't taken a position", "who is silent"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.answer import Outcome
from bot.answers.phrases import listed_few
from bot.answers.positions import issues_below
from bot.answers.refusals import NOT_NO_POSITION, refuse
from bot.answers.topic_choices import list_names
from bot.answers.uncertain_stances import list_uncertain
from knowledge.corpus import Value
from knowledge.questions import Silence, find_silence
from knowledge.text import SILENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Topic

_REFUSED: Final = (
    "I can tell who has nothing on record on an issue, but not who did not say something."
)


def answer_who_is_silent(asked: Asked, found: Topic) -> Answer | None:
    """Name those who have something on record on an issue, and those who have not.

    Those are all who hold a position on any issue. None where something else is asked.
    """
    silence = None if found.asked_about else find_silence(asked.question)
    if silence is None:
        return None
    choices = [asked.choice(n, f"/issues {n.target}") for n in map(asked.kb.name_as, found.issues)]
    if not found.issues or found.objects or set(found.words) - SILENT:
        return refuse(asked, _REFUSED, choices)
    return asked.answer(
        Outcome.NO_RECORD,
        reason=_tell(asked, found, silence),
        issue=asked.issue_ref(found.issues[0]) if len(found.issues) == 1 else None,
        choices=tuple(choices),
        not_understood=(),
    )


def _tell(asked: Asked, found: Topic, silence: Silence) -> str:
    below = [issue.id for issue in issues_below(asked, found.issues)]
    certain, perhaps = _find_on_record(asked, below, silence)
    known = dict.fromkeys(certain)
    unsure = dict.fromkeys(who for who in perhaps if who not in known)
    others = [who for who in asked.kb.latest.holders if who not in {*known, *unsure}]
    told = [_tell_known(asked, found, silence, known)]
    told += [f"Nothing certain by then: {_name(asked, unsure)}."] if unsure else []
    if others:
        told += [f"None on record: {_name(asked, others)}.", NOT_NO_POSITION]
    else:
        told.append("Nobody else holds a position on any issue.")
    return " ".join(told)


def _tell_known(asked: Asked, found: Topic, silence: Silence, known: Iterable[str]) -> str:
    """Name those on record; whoever took no side is not among those with a position."""
    of_positions = silence is Silence.NO_POSITION
    below = [issue.id for issue in issues_below(asked, found.issues)]
    no_side = dict.fromkeys(_list_without_side(asked, below) if of_positions else ())
    named = _name(asked, [who for who in known if who not in no_side]) or "nobody"
    what = "A position" if of_positions else "Words or a position"
    opening = f"{what} on record on {list_names(asked, found.issues)}{asked.when}: {named}."
    return f"{opening} Took no side: {_name(asked, no_side)}." if no_side else opening


def _name(asked: Asked, who: Iterable[str]) -> str:
    return listed_few([asked.kb.name_of(one) for one in who])


def _list_without_side(asked: Asked, issues: Sequence[str]) -> list[str]:
    """Return whoever took no side on any of the issues, as far as the newest on record tells."""
    rows = [row for row in asked.newest_stances() if row.issue in issues]
    sided = {row.holder for row in rows if row.value != Value.UNDECLARED}
    return [row.holder for row in rows if row.holder not in sided]


def _find_on_record(
    asked: Asked, issues: Sequence[str], silence: Silence
) -> tuple[list[str], list[str]]:
    """Return who has a position on one of the issues, or spoke on one; and who may have by then."""
    certain = [row.holder for row in asked.newest_stances() if row.issue in issues]
    perhaps = [one.holder.id for one in list_uncertain(asked, issues)]
    if silence is Silence.NO_WORDS:
        settled, later = asked.select(asked.kb.statements_on_any(issues))
        certain += _list_told_for(settled)
        perhaps += _list_told_for(later)
    return certain, perhaps


def _list_told_for(said: Iterable[CitedStatement]) -> list[str]:
    """Return for whom each of some statements was made, else who made it."""
    told = (s.on_behalf_of or (s.speaker.id if s.speaker else None) for s in said)
    return [who for who in told if who]
