"""One sitting at a review: what is reviewed, where the curator is, and the steps taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from knowledge.intake.add import AddedText
from knowledge.intake.review import (
    CuratorVerdict,
    Decision,
    NewEntries,
    Step,
    begin_review,
    change_decision,
)

if TYPE_CHECKING:
    from bot.cli.review.curator_terminal import CuratorTerminal
    from knowledge.intake.add import Library
    from knowledge.intake.read import Head
    from knowledge.intake.review import Review


@dataclass(frozen=True)
class ReviewSource:
    """What a review begins with, and begins again with when its head changes."""

    library: Library
    content: bytes
    given: Head
    again: bool

    def begin(self) -> Review | AddedText:
        return begin_review(self.library, self.content, self.given, again=self.again)


@dataclass
class Sitting:
    """A review at a terminal. `at` is the candidate under review; None, where all are decided.

    `typed` keeps summaries that were not accepted yet, by candidate. `shown` is what stands on the
    screen: a candidate, and the steps taken when it was shown.
    """

    terminal: CuratorTerminal
    source: ReviewSource
    review: Review
    at: int | None = None
    typed: dict[int, str] = field(default_factory=dict)
    shown: tuple[int, list[Step]] | None = None

    def is_shown(self, at: int) -> bool:
        """Return whether a candidate stands on the screen as it is; from now on it does."""
        before, self.shown = self.shown, (at, [*self.review.journal.steps])
        return before == self.shown

    def take(self, step: Step) -> None:
        """Take a step with what was entered for it."""
        review = self.review
        review.journal.take(step.model_copy(update={"entries": review.pending}))
        review.pending = NewEntries()
        if step.begins_again:
            self.begin_again()

    def keep(self, at: int, what: str, changes: dict[str, Any]) -> None:
        """Keep a change of one candidate, which is open again with it."""
        changed = self.change(at, changes | {"verdict": CuratorVerdict.OPEN})
        self.take(Step(what=what, decisions=(changed,)))

    def change(self, at: int, changes: dict[str, Any]) -> Decision:
        """Return the decision on a candidate with some fields changed, or cleared."""
        return change_decision(self.review.get_decision(at), changes)

    def decide(self, verdict: CuratorVerdict, what: str, *candidates: int) -> None:
        """Give a verdict on candidates, which keep their changes, as one step."""
        made = (self.change(at, {"verdict": verdict}) for at in candidates)
        self.take(Step(what=what, decisions=tuple(made)))

    def move_on(self) -> None:
        """Go to what is not decided, the next one before those skipped over."""
        self.at = self.review.find_open(-1 if self.at is None else self.at)

    def begin_again(self) -> None:
        """Read the text again with the changed journal, and stay at the same candidate."""
        key = None if self.at is None else self.review.journal.keys[self.at]
        begun = self.source.begin()
        if isinstance(begun, AddedText):
            msg = "a text under review is not yet on record"
            raise TypeError(msg)
        self.review, self.typed = begun, {}
        self.at = self.find_place(key)

    def find_place(self, key: str | None) -> int | None:
        """Return where a candidate stands now; where it is gone, the first that is open."""
        keys = self.review.journal.keys
        return keys.index(key) if key in keys else self.review.find_open()
