"""Which quotes of a statement were shown: "dask-premature" has all, "dask-premature:2" the second.

A statement is cited by its id; where an answer shows some of its quotes, by their numbers too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.citations import whole_quotes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bot.answers.answer import Answer
    from knowledge.citations import CitedQuote, CitedStatement

_MOST = 100  # quotes of a statement
_BETWEEN = "."  # numbers, which count from 1


def name_shown(statement: CitedStatement, shown: Collection[CitedQuote]) -> str:
    """Return the id of a statement, with the numbers of the quotes shown where they are not all."""
    if not shown or all(quote in shown for quote in whole_quotes(statement.quotes)):
        return statement.id
    numbers = (str(i) for i, quote in enumerate(statement.quotes, 1) if quote in shown)
    return f"{statement.id}:{_BETWEEN.join(numbers)}"


def read_shown(name: str) -> tuple[str, frozenset[int]]:
    """Return the id of a statement and the numbers of its quotes; none means all."""
    own, _, numbers = name.partition(":")
    return own, frozenset(int(n) for n in numbers.split(_BETWEEN) if n.isdecimal())


def list_statement_ids(names: Iterable[str]) -> list[str]:
    """Return the ids of statements, each once, without the numbers of quotes."""
    return list(dict.fromkeys(read_shown(name)[0] for name in names))


def count_left_out(answer: Answer, shown: Iterable[str]) -> int:
    """Return how many quotations a speaker's card leaves out of the statements that it shows."""
    if not (answer.person or answer.organization) or not (answer.asked and answer.is_card):
        return 0
    numbers: dict[str, set[int]] = {}
    for own, some in map(read_shown, shown):
        numbers[own] = numbers.get(own, set()) | (some or {*range(1, _MOST)})
    said = [*answer.statements, *answer.said_under]
    return sum(_count_left(s, numbers[s.id]) for s in said if s.id in numbers)


def _count_left(statement: CitedStatement, numbers: Collection[int]) -> int:
    """Return how many quotes of a statement none of those with these numbers shows."""
    if statement.withheld_reason:
        return 0
    shown = [quote for i, quote in enumerate(statement.quotes, 1) if i in numbers]
    whole = whole_quotes(statement.quotes)
    return sum(not any(one == quote or one.shows(quote) for one in shown) for quote in whole)


def keep_shown(statement: CitedStatement, numbers: Collection[int]) -> CitedStatement:
    """Return a statement with the quotes of these numbers alone; with all where it has none."""
    kept = [quote for i, quote in enumerate(statement.quotes, 1) if i in numbers]
    return statement.model_copy(update={"quotes": tuple(kept)}) if kept else statement
