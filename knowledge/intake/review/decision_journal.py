"""The journal of a review: every step of a curator, on the disk as soon as it is taken."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from functools import cached_property, reduce
from typing import TYPE_CHECKING, Any, Final

from pydantic import Field

from knowledge.corpus.fields import Words
from knowledge.corpus.model import Model
from knowledge.intake.review.decisions import Decision
from knowledge.intake.review.new_entries import NewEntries
from knowledge.intake.review.new_quotations import NewQuotation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NONE: Final = -1  # the place of what is no candidate any more
_UNDO: Final = {"undo": True}
_REDO: Final = {"redo": True}


class Step(Model):
    """All that one key did, which is taken back as one: `what` names it to the curator."""

    what: Words
    decisions: tuple[Decision, ...] = ()
    head: dict[str, str] = Field(default_factory=dict)
    quotations: tuple[NewQuotation, ...] = ()
    entries: NewEntries = NewEntries()

    @property
    def begins_again(self) -> bool:
        """Whether the text is read anew with the step, or without it."""
        return bool(self.head or self.quotations)


@dataclass
class DecisionJournal:
    """The steps of one review in order, each line on the disk before the next is asked.

    `undone` holds the steps taken back since the last new one, the next to be done again last.
    """

    file: Path
    steps: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    @property
    def lock(self) -> Path:
        """The file that is held while somebody reviews the text."""
        return self.file.with_suffix(".lock")

    @property
    def head(self) -> dict[str, str]:
        """The fields of the article's head that a curator gave."""
        return {name: value for step in self.steps for name, value in step.head.items()}

    @property
    def quotations(self) -> list[NewQuotation]:
        """The quotations that a curator found, in the order of finding them."""
        return [made for step in self.steps for made in step.quotations]

    @property
    def entries(self) -> NewEntries:
        """What a curator enters beside the article."""
        return reduce(NewEntries.join, (step.entries for step in self.steps), NewEntries())

    @property
    def decisions(self) -> list[Decision]:
        return [decision for step in self.steps for decision in step.decisions]

    def align(self, keys: list[str]) -> None:
        """Assign each decision to the candidate it was made on; keep those without a candidate."""
        self.keys, places = keys, {key: i for i, key in enumerate(keys)}
        self.steps = [_align(step, places) for step in self.steps]
        self.undone = [_align(step, places) for step in self.undone]
        self._forget_latest()

    def resume(self) -> None:
        """Read what an earlier sitting decided, without a line that a crash tore."""
        lines = self.file.read_bytes().splitlines() if self.file.exists() else []
        for line in lines:
            try:
                self._replay(json.loads(line))
            except (ValueError, TypeError, AttributeError):
                continue
        self._forget_latest()

    def _replay(self, data: dict[str, Any]) -> None:
        if data == _UNDO:
            self.undone += [self.steps.pop()] if self.steps else []
        elif data == _REDO:
            self.steps += [self.undone.pop()] if self.undone else []
        else:
            self.steps.append(_read_step(data))
            self.undone.clear()

    def take(self, step: Step) -> None:
        """Take a step, which ends what could be done again."""
        made = [d.model_copy(update={"key": self.keys[d.candidate]}) for d in step.decisions]
        step = step.model_copy(update={"decisions": tuple(made)})
        self._append(step.model_dump_json(by_alias=True, exclude_defaults=True))
        self.steps.append(step)
        self.undone.clear()
        self._forget_latest()

    def decide(self, what: str, *decisions: Decision) -> None:
        self.take(Step(what=what, decisions=decisions))

    def undo(self) -> Step | None:
        """Take back the last step, and return it."""
        return self._move(self.steps, self.undone, _UNDO)

    def redo(self) -> Step | None:
        """Take the step again that was taken back last, and return it."""
        return self._move(self.undone, self.steps, _REDO)

    def _move(self, source: list[Step], target: list[Step], line: dict[str, bool]) -> Step | None:
        if not source:
            return None
        self._append(json.dumps(line))
        target.append(source.pop())
        self._forget_latest()
        return target[-1]

    def find_last(self, candidate: int) -> Decision | None:
        return self._latest.get(candidate)

    @cached_property
    def _latest(self) -> dict[int, Decision]:
        return {d.candidate: d for d in self.decisions if d.candidate != _NONE}

    def _forget_latest(self) -> None:
        self.__dict__.pop("_latest", None)

    def delete(self) -> None:
        self.file.unlink(missing_ok=True)

    def _append(self, line: str) -> None:
        """Append a line, after one that was torn too, and see it on the disk before going on."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("a+b") as out:
            out.seek(max(0, out.tell() - 1))
            torn = out.read(1) not in {b"", b"\n"}
            out.write(b"\n" * torn + line.encode() + b"\n")
            out.flush()
            os.fsync(out.fileno())


def _align(step: Step, places: dict[str, int]) -> Step:
    placed: Iterable[Decision] = (
        d.model_copy(update={"candidate": places.get(d.key, _NONE)}) for d in step.decisions
    )
    return step.model_copy(update={"decisions": tuple(placed)})


def _read_step(data: dict[str, Any]) -> Step:
    """Read a step, or the lines of earlier versions: one decision, or one field of the head."""
    if "what" in data:
        return Step.model_validate(data)
    if "head" in data:
        return Step(what=", ".join(data["head"]), head=data["head"])
    decision = Decision.model_validate(data)
    return Step(what=decision.verdict, decisions=(decision,))
