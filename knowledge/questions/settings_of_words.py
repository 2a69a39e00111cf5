"""Where words of a question only say in which setting something was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.questions.words import UNREAD
from knowledge.text.english.question_words import AUXILIARIES, BEFORE_A_TOPIC
from knowledge.text.english.setting_words import GOING_ON, LEADING, SETTINGS

if TYPE_CHECKING:
    from knowledge.questions.question import Question

_LONGEST = 6  # words up to the noun: "at the senior officials' meeting"
_ENDING = BEFORE_A_TOPIC - {"to"} | AUXILIARIES


def find_setting(question: Question) -> tuple[int, int] | None:
    """Return where the words on a setting begin and end, the latter not included."""
    for first, word in enumerate(question.words):
        noun = _find_noun(question, first) if word in LEADING else None
        if noun is not None:
            return first, _find_end(question, noun + 1)
    return None


def _find_noun(question: Question, first: int) -> int | None:
    """Return the place of the noun of a setting, or of a place that is not on record."""
    words = question.words
    for at in range(first + 1, min(first + 1 + _LONGEST, len(words))):
        if question.parsed[at].broken or words[at] in LEADING | _ENDING:
            return None
        if words[at] in SETTINGS and words[at + 1 : at + 2] != ("conference",):
            return at
        if at == first + 1 and words[first] == "in" and _is_a_place(question, at):
            return at
    return None


def _is_a_place(question: Question, at: int) -> bool:
    return question.parsed[at].capital and question.uses[at] in UNREAD


def _find_end(question: Question, at: int) -> int:
    """Return where the words end that go on behind the noun, if any do."""
    words = question.words
    if at >= len(words) or words[at] not in GOING_ON:
        return at
    ends = (i for i in range(at, len(words)) if words[i] in _ENDING or question.parsed[i].broken)
    return next(ends, len(words))
