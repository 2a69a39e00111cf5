"""A question that is put in full from the one before it, with what is told of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.answers.ref import Ref
    from bot.answers.taken_over import TakenOver


class CompletedQuestion(NamedTuple):
    """A question in full, as it is typed with its command, and what it has from the last one."""

    text: str
    taken_over: TakenOver

    def taking(self, *more: Ref) -> CompletedQuestion:
        """Return the question with more that is told to be from the last one."""
        names = dict.fromkeys([*more, *self.taken_over.names])
        return self._replace(taken_over=self.taken_over.model_copy(update={"names": tuple(names)}))


def mention_unused_words(completed: CompletedQuestion, unused: str) -> CompletedQuestion:
    """Return a question with the words that could not be used with the last one."""
    taken = completed.taken_over.model_copy(
        update={"not_used": " ".join(unused.split()).strip(" ?.")}
    )
    return completed._replace(taken_over=taken)


def tell_nobody_else(completed: CompletedQuestion) -> CompletedQuestion:
    """Return the question before, where all who are on record were asked about in it."""
    taken = completed.taken_over.model_copy(update={"of_all": True})
    return completed._replace(taken_over=taken)
