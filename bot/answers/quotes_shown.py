"""Which quotes of a statement were shown: "dask-premature" has all, "dask-premature:2" the second.

A statement is cited by its id; where an answer shows some of its quotes, by their numbers too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.citations import whole_quotes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from knowledge.citations import CitedQuote, CitedStatement

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


def keep_shown(statement: CitedStatement, numbers: Collection[int]) -> CitedStatement:
    """Return a statement with the quotes of these numbers alone; with all where it has none."""
    kept = [quote for i, quote in enumerate(statement.quotes, 1) if i in numbers]
    return statement.model_copy(update={"quotes": tuple(kept)}) if kept else statement
