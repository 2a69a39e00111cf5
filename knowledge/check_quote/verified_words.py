"""The result of verifying words: the verdict, what is printed, and the statements that quote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.check_quote.verdict import PRINTED, Comparison, Verdict

if TYPE_CHECKING:
    from knowledge.citations.citation import CitedStatement
    from knowledge.kb.quote_index import Printed


class Verification(NamedTuple):
    """The verdict, what is printed, and the statements that quote it.

    Those beside words `of_text`, an article's whole one, quote some of these. `theirs` is None
    where no speaker is asked about, or nothing says whether it is theirs. `parts` are told by
    themselves where nothing prints them as one; `others` are statements, beyond those listed, that
    print it too, and `also` the articles whose texts do. `spoken` are the ids of statements whose
    speaker's own words these are. `read_as` are the words that were compared, where their marks are
    not those that were typed.
    """

    comparison: Comparison
    printed: Printed | None = None
    statements: tuple[CitedStatement, ...] = ()
    theirs: bool | None = None
    parts: tuple[tuple[str, Verification], ...] = ()
    others: int = 0
    of_text: bool = False
    also: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()
    read_as: str | None = None

    @property
    def is_printed(self) -> bool:
        """Return whether an article prints the words, though perhaps in a longer text."""
        return self.comparison.verdict in PRINTED


NOT_CHECKED: Final = Verification(Comparison(verdict=Verdict.NOT_CHECKED))
