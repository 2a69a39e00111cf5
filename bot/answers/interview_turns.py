"""Turns of an interview or a briefing: which lines only ask, or lead the talk, and answer nothing.

"Q: And now?", "Moderator: Welcome." and "Will he go?" are never quotations of whoever answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.speaker_labels import find_label, is_name_on_record
from knowledge.check_quote import has_marks
from knowledge.text import compile_later, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.kb import KnowledgeBase

_TURNS: Final = 2  # lines of an interview, at least
_TURN: Final = re.compile(r"\A(?:[A-Z]:|[QA]\.)\s+(?=\S)")  # "Q: …", "A: …"
_ANSWER: Final = re.compile(r"\A(?:A[:.]|(?i:ans(?:wer)?)[:.])\s+(?=\S)")
# What somebody else is asked: "Reporter: And now?", "Will there be a summit?".
_QUESTION: Final = compile_later(
    r"(?:[^:\n]{1,40}:\s|Q\.\s|(?:and|but|so|then)\s)?\W{0,5}(?:[^.!?\n]{1,40},\s)?"
    r"(?:is|are|was|were|do|does|did|has|have|will|would|can|could|should|shall|may|must|what|why|how"
    r"|who|whom|whose|where|when|which)\b",
    re.IGNORECASE,
)
_LABELED: Final = compile_later(r"([^:\n]{1,40})(?::\s|(?<=\AQ)\.\s)")
# Who asks, or leads the talk: "Reporter 2:", "An unidentified reporter:".
_ASKERS: Final = frozenset(
    "q que ques question questions questioner interviewer reporter reporters journalist host cohost"
    " moderator anchor presenter operator audience facilitator".split()
)
_BESIDE_ASKERS: Final = frozenset(
    "the a an our unidentified unknown female male first second third another tv radio".split()
)


def are_turns(lines: Sequence[str]) -> bool:
    """Return whether lines are the turns of an interview, and so never one quotation: "A: …"."""
    if len(lines) < _TURNS:
        return False
    return any(_TURN.match(line.strip()) or not may_be_quoted(line) for line in lines)


def is_asked(line: str) -> bool:
    """Return whether a line is a question of an interview: "Q: And now?", "Will he go?"."""
    line = line.strip()
    asks = line.rstrip(" *_”\"')").endswith("?")
    return asks and bool(_LABELED.match(line) or _QUESTION.match(line))


def is_of_an_asker(line: str) -> bool:
    """Return whether a label says that whoever asks, or leads the talk, speaks in a line."""
    label = _LABELED.match(line.strip())
    words = [token.folded for token in tokenize(label[1])] if label and not has_marks(line) else []
    roles = [word for word in words if not (word.isdigit() or word in _BESIDE_ASKERS)]
    return bool(roles) and _ASKERS.issuperset(roles)


def is_beside_answers(kb: KnowledgeBase, line: str, *, set_apart: bool) -> bool:
    """Return whether a line is no answer: an asker's, or a question that is set apart with others.

    What such a line quotes between marks is read all the same, and so is what somebody on record
    is said to have asked.
    """
    if is_of_an_asker(line):
        return True
    return set_apart and is_asked(line) and not (has_marks(line) or _is_of_a_speaker(kb, line))


def _is_of_a_speaker(kb: KnowledgeBase, line: str) -> bool:
    label = _LABELED.match(line.strip())
    name = find_label(kb, label[1]) if label else None
    return name is not None and is_name_on_record(kb, name)


def strip_answer(line: str) -> str:
    """Return a line of an interview without what says that it is an answer: "A: …"."""
    return _ANSWER.sub("", line.strip())


def strip_turn(line: str) -> str:
    """Return a line of an interview without the letter of who speaks."""
    return _TURN.sub("", line.strip())


def may_be_quoted(line: str) -> bool:
    """Return whether a line has words, and is no question of an interview: "Q: And now?"."""
    return bool(line.strip()) and not (is_asked(line) or is_of_an_asker(line))
