"""Statements that were found by their words: how many, by what, each with the words in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.phrases import day_in_words, listed
from bot.block_kit.message import Part, clip, line, paragraph, refusal_part, run
from bot.layout import wording
from bot.layout.issue_by_issue import bars_of
from bot.layout.wording import page
from knowledge.text import search_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.answer import Answer
    from knowledge.citations import CitedStatement

_NAMED = 12  # sought words that a heading repeats
_WORD = 40  # characters of one of them


def found_parts(answer: Answer) -> list[Part]:
    """Lay an answer out whose statements have all of the sought words, or are near."""
    shown = bars_of(page(answer.statements, answer), answer)
    if answer.skip:
        return shown
    head = _heading(answer) if answer.outcome is Outcome.ANSWER else wording.not_answered(answer)
    near = answer.outcome is not Outcome.ANSWER and shown
    return [head, *([Part([paragraph(line(run("Near:", bold=True)))])] if near else []), *shown]


def _heading(answer: Answer) -> Part:
    count = answer.found_count or len(answer.statements)
    has = "1 statement has" if count == 1 else f"{count:,} statements have"
    return refusal_part(f"{has} {words_in(answer)}{scope_in(answer)}{_beside_words(answer, count)}")


def _beside_words(answer: Answer, count: int) -> str:
    """Return how many statements have the words in no words quoted, where all are known."""
    notes = sum(not _is_quoted(answer.sought, s) for s in answer.statements if s.quotes)
    if not notes or count > len(answer.statements):
        return ""
    which = f"{notes} of them " if count > 1 else ""
    only = "partly or only" if len(answer.sought) > 1 else "only"
    return f", {which}{only} in our notes on {'it' if notes == 1 else 'them'}"


def _is_quoted(sought: Iterable[str], statement: CitedStatement) -> bool:
    """Return whether the words quoted of a statement have all of the sought ones, in any form."""
    found = {stem for quote in statement.quotes for stem in _list_stems(quote.exact)}
    return all(found.issuperset(word.stems) for text in sought for word in search_words(text))


def _list_stems(text: str) -> Iterator[str]:
    for word in search_words(text):
        yield from (*word.stems, word.joined)


def not_found(answer: Answer) -> str:
    """Return that nothing on record has all of the sought words."""
    every = "all of " if len(answer.sought) > 1 else ""
    return (
        f"No statement on record has {every}{words_in(answer)}{scope_in(answer)}."
        " That does not mean that nobody said so."
    )


def words_in(answer: Answer) -> str:
    """Return the sought words as a sentence names them."""
    words = [f"“{clip(word, _WORD)}”" for word in answer.sought[:_NAMED]]
    left = len(answer.sought) - len(words)
    named = listed([*words, *([f"{left} more"] if left else [])])
    return f"the words {named}" if len(answer.sought) > 1 else f"the word {named}"


def scope_in(answer: Answer) -> str:
    """Return whose words were searched, on what and of which days, as a sentence goes on."""
    who, issue = answer.person or answer.organization, answer.issue
    first, last = answer.first_day, answer.as_of
    days = [f"from {day_in_words(first)}"] if first else []
    days += [f"to {day_in_words(last)}"] if last else []
    parts = [
        f"by {who.name}" if who else "",
        f"on {issue.name}" if issue else "",
        " ".join(days),
        "on the record" if answer.on_record_alone else "",
    ]
    return "".join(f", {part}" for part in parts if part)
