"""The gold of a question, and the mark of an answer that is held against it.

Gold is a mapping of which `outcome` is always there, a list of the outcomes that are allowed.
`actor`, `topic`, `person` and `speaker` are patterns for an id or a name; `quote` are words that
must be shown and `not_quote` words that must not be; `verdict` is what a check must find.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.answers.answer import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.answers.answer import Answer, Check
    from bot.answers.ref import Ref

# What a check may find for each verdict of the gold.
VERDICTS = {
    "same": {"exact", "part"},
    "differs": {"differs"},
    "not_held": {"not_in_our_articles", "no_match", "no_record"},
    "wrong_speaker": {"not_theirs"},
}
STRAIGHT = str.maketrans("“”‘’‐‑–—", "\"\"''----")


class Mark(StrEnum):
    RIGHT = "right"
    CLICK = "one click"
    """A menu where an answer was due, with what was asked for on it."""
    MISSED = "missed"
    WRONG = "WRONG"
    """An answer about something or somebody else, or an answer where silence was due."""


class Row(NamedTuple):
    """A question of a set, its kind, and what is due."""

    kind: str
    question: str
    gold: dict[str, Any]


class Judgment(NamedTuple):
    mark: Mark
    why: str = ""


def rows_of(file: Path) -> list[Row]:
    rows = json.loads(file.read_text(encoding="utf-8"))
    return [Row(row["cat"], row["q"], row["expect"]) for row in rows]


def judge(gold: dict[str, Any], answer: Answer) -> Judgment:
    if answer.outcome not in gold["outcome"]:
        return _of_another_outcome(gold, answer)
    if "verdict" in gold:
        return _of_check(gold, answer)
    about_others = "; ".join(_about_others(gold, answer))
    if answer.outcome is Outcome.NO_RECORD and about_others:
        return Judgment(Mark.MISSED, about_others)
    if answer.outcome is not Outcome.ANSWER:
        return Judgment(Mark.RIGHT)
    return _of_answer(gold, answer, about_others)


def _of_another_outcome(gold: dict[str, Any], answer: Answer) -> Judgment:
    why = f"{answer.outcome}, and {' or '.join(gold['outcome'])} is due"
    if answer.outcome is Outcome.ANSWER:
        return Judgment(Mark.WRONG, why)
    wanted = [gold[key] for key in ("actor", "topic", "person", "speaker") if key in gold]
    offered = any(fits(choice, pattern) for choice in answer.choices for pattern in wanted)
    is_near = answer.outcome is Outcome.CHOICE and Outcome.ANSWER in gold["outcome"] and offered
    return Judgment(Mark.CLICK if is_near else Mark.MISSED, why)


def _of_check(gold: dict[str, Any], answer: Answer) -> Judgment:
    found = _verdict(answer.checks[0]) if answer.checks else answer.outcome
    if not any(found in VERDICTS[verdict] for verdict in gold["verdict"].split("|")):
        is_silent = found in VERDICTS["not_held"] or not answer.checks
        why = f"{found}, and {gold['verdict']} is due"
        return Judgment(Mark.MISSED if is_silent else Mark.WRONG, why)
    if "speaker" in gold and answer.statements and not _shows_speaker(gold, answer):
        return Judgment(Mark.WRONG, f"not by {gold['speaker']}")
    return Judgment(Mark.RIGHT)


def _verdict(check: Check) -> str:
    return "not_theirs" if check.theirs is False else check.verdict


def _of_answer(gold: dict[str, Any], answer: Answer, about_others: str) -> Judgment:
    faults = [about_others] if about_others else []
    if "speaker" in gold and not _shows_speaker(gold, answer):
        faults.append(f"no words of {gold['speaker']}")
    if "not_quote" in gold and _prints(gold["not_quote"], _quoted(answer)):
        faults.append(f"shows “{gold['not_quote']}”")
    if "quote" in gold and not _prints(gold["quote"], [*_quoted(answer), *_clauses(answer)]):
        is_about_it = not faults and gold.keys() & {"actor", "topic", "person", "speaker"}
        faults.append(f"does not show “{gold['quote']}”")
        return Judgment(Mark.MISSED if is_about_it else Mark.WRONG, "; ".join(faults))
    return Judgment(Mark.WRONG if faults else Mark.RIGHT, "; ".join(faults))


def fits(ref: Ref | None, pattern: str) -> bool:
    """Return whether a pattern is found in an id or a name."""
    return ref is not None and bool(re.search(pattern, f"{ref.id} {ref.name}", re.IGNORECASE))


def _about_others(gold: dict[str, Any], answer: Answer) -> Iterator[str]:
    """Yield what an answer is about instead of what was asked."""
    found = {
        "actor": answer.holder or answer.person,
        "topic": answer.issue,
        "person": answer.person,
    }
    for key, ref in found.items():
        if key not in gold or fits(ref, gold[key]):
            continue
        if key == "person" and any(fits(choice, gold[key]) for choice in answer.choices):
            continue
        yield f"{key} {ref.id if ref else 'none'}, and {gold[key]} is due"


def _shows_speaker(gold: dict[str, Any], answer: Answer) -> bool:
    people = [
        f"{statement.speaker.id or ''} {statement.speaker.name or ''}"
        for statement in answer.statements
        if statement.speaker
    ]
    is_said = any(re.search(gold["speaker"], person, re.IGNORECASE) for person in people)
    return is_said or fits(answer.person, gold["speaker"])


def _folded(words: str) -> str:
    return " ".join(words.translate(STRAIGHT).split()).lower()


def _prints(words: str, texts: list[str]) -> bool:
    sought = _folded(words).rstrip(".,")
    return any(sought in _folded(text) for text in texts)


def _quoted(answer: Answer) -> list[str]:
    return [quote.exact for statement in answer.statements for quote in statement.quotes]


def _clauses(answer: Answer) -> list[str]:
    quotes = [quote for statement in answer.statements for quote in statement.quotes]
    return [quote.context for quote in quotes if quote.context]
