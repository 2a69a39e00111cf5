"""What is due to a question that was made of another: an answer, or a refusal with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Result(StrEnum):
    ANSWERED = "answered"
    MENTIONED = "mentioned"
    """Answered with what was left out, where to ask or to refuse would be as good."""
    REFUSED = "refused"
    """Refused or asked about, as is due, and for the right reason."""
    OTHER_REASON = "other reason"
    UNANSWERED = "unanswered"
    """No answer, though one was due."""
    WRONG = "WRONG"


Due = Callable[[Answer], Result]


def answers_with(holder: str, issue: str, answer: Answer) -> Result:
    """An answer about this pair is due."""
    if answer.outcome is not Outcome.ANSWER:
        return Result.UNANSWERED
    return Result.ANSWERED if _is_about(holder, issue, answer) else Result.WRONG


def asks_or_answers_saying(word: str, holder: str, issue: str, answer: Answer) -> Result:
    """An answer that mentions the word is due, or a question about it."""
    mentions = _says(word, answer)
    if answer.outcome is Outcome.ANSWER:
        is_right = mentions and _is_about(holder, issue, answer)
        return Result.MENTIONED if is_right else Result.WRONG
    return Result.REFUSED if mentions else Result.OTHER_REASON


def refuses_naming(words: str, answer: Answer) -> Result:
    """No answer is due, and the words as the reason."""
    if answer.outcome is Outcome.ANSWER:
        return Result.WRONG
    return Result.REFUSED if _says(words, answer) else Result.OTHER_REASON


def is_silent_by(day: date | None, holder: str, issue: str, answer: Answer) -> Result:
    """Nothing on record of this pair by a day is due, or what is about it without a stance."""
    is_about_it = _is_about(holder, issue, answer)
    if answer.outcome is Outcome.ANSWER:
        is_right = is_about_it and not answer.stances and not day
        return Result.REFUSED if is_right else Result.WRONG
    is_right = answer.outcome is Outcome.NO_RECORD and is_about_it and answer.as_of == day
    return Result.REFUSED if is_right else Result.OTHER_REASON


def denies_the_words(answer: Answer) -> Result:
    """A check is due that does not give the words to who was asked about."""
    check = answer.checks[0] if answer.checks else None
    if check and check.theirs is False:
        return Result.REFUSED
    is_given = answer.outcome is Outcome.ANSWER and (not check or check.theirs)
    return Result.WRONG if is_given else Result.OTHER_REASON


def names_both(holder: str, other: str, answer: Answer) -> Result:
    """An answer that compares both, or of the first naming the second, or a question is due."""
    names_other = _says(other, answer)
    compared = {cell.holder.name for cell in answer.compared}
    if {cell.holder.id for cell in answer.compared} >= {holder} and len(compared) > 1:
        return Result.MENTIONED
    if answer.outcome is Outcome.ANSWER:
        is_right = names_other and _is_of(holder, answer)
        return Result.MENTIONED if is_right else Result.WRONG
    return Result.REFUSED if names_other else Result.OTHER_REASON


def _is_about(holder: str, issue: str, answer: Answer) -> bool:
    issues = {answer.issue.id, answer.issue.parent} if answer.issue else set()
    return _is_of(holder, answer) and issue in issues


def _is_of(holder: str, answer: Answer) -> bool:
    return holder in {ref.id for ref in (answer.holder, answer.person) if ref}


def _says(words: str, answer: Answer) -> bool:
    """Return whether an answer says these words beside what it quotes."""
    said = " ".join(_own_words(answer)).lower()
    return all(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", said) for w in words.lower().split())


def _own_words(answer: Answer) -> Iterable[str]:
    yield from (answer.reason or "", answer.also_asked or "", *answer.not_understood)
    yield from (read.typed for read in answer.read_as)
    yield from (choice.label for choice in answer.choices)
    yield from (ref.name for ref in answer.nearest)
