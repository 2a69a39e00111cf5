"""What a review spends of an article's quotation budget, before anything is refused for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.corpus.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from knowledge.check_corpus.article_budget import ArticleBudget, WordsLeft
    from knowledge.corpus.model import Statement
    from knowledge.intake.read.candidate import Candidate


class Weight(NamedTuple):
    """The words that a candidate would quote, and what is left then; below zero, too many."""

    quoted: int
    narration: int
    left: WordsLeft

    @property
    def over(self) -> int:
        """How many words are too many."""
        return max(0, -self.left.narration if self.narration else -self.left.quoted)


class Spent(NamedTuple):
    """What one statement on record, or one accepted candidate by its index, quotes in words."""

    by: str | int
    quoted: int
    narration: int


def weigh(budget: ArticleBudget, made: Candidate) -> Weight:
    """Return what a candidate takes beside what is quoted already."""
    for kind, runs in made.places:
        budget.add(kind, runs)
    return Weight(*_count_words(budget, [made]), budget.balance)


def _count_words(budget: ArticleBudget, made: Iterable[Candidate]) -> tuple[int, int]:
    places = [place for candidate in made for place in candidate.places]
    every = budget.find_words(run for _, runs in places for run in runs)
    told = budget.find_words(r for k, runs in places if k is QuoteKind.NARRATION for r in runs)
    return len(every), len(told)


def list_spending(
    budget: ArticleBudget, kept: Iterable[Statement], made: Mapping[int, Candidate]
) -> list[Spent]:
    """Return what is quoted, what takes most narration first."""
    spent = [Spent(at, *_count_words(budget, [candidate])) for at, candidate in made.items()]
    spent += [Spent(statement.id, *budget.count_words(statement)) for statement in kept]
    return sorted(spent, key=lambda s: (-s.narration, -s.quoted))
