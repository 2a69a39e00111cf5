"""The decisions of a curator, and the journal that keeps each as soon as it is made."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Literal

from knowledge.corpus.fields import Id, Words
from knowledge.corpus.model import Classification, Interval, Model, Sourcing, Stance

if TYPE_CHECKING:
    from pathlib import Path

_NONE: Final = -1  # the place of what is no candidate any more
_UNDONE: Final = {"undo": True}
_OF_SPEAKER: Final = frozenset({"as_", "holder", "naming", "refers_to"})
Place = tuple[int, int]  # offsets in the folded text


class CuratorVerdict(StrEnum):
    """What became of a candidate; `open` keeps changes while nothing is decided."""

    OPEN = "open"
    ACCEPT = "accept"
    SKIP = "skip"


class Naming(Model):
    """What an unknown name became: somebody new, another name of one on record, or as printed.

    `entity` is the id of a new person, or of a new organization where `classification` is given.
    """

    name: Words
    entity: Id | None = None
    preferred: Words | None = None
    classification: Classification | None = None
    parent: Id | None = None
    alias_of: Id | None = None
    different_from: tuple[Id, ...] = ()


class Decision(Model):
    """What was decided of one candidate; a null leaves what was proposed.

    `attribution` and `clause` are places that the curator chose by pointing; `cleared` names the
    fields that are to be empty, though something was proposed. The grounds of a stance count the
    candidate's own quotes: the words between marks, then its clause. `key` is the candidate's, by
    which a later sitting finds it again, though more names are known by then.
    """

    candidate: int
    key: str = ""
    verdict: CuratorVerdict
    speaker: Id | None = None
    description: Words | None = None
    attribution: Place | None = None
    refers_to: Words | None = None
    as_: Words | None = None
    sourcing: Sourcing | None = None
    via: Words | None = None
    holder: Id | None = None
    said: Interval | None = None
    event: Id | None = None
    clause: tuple[Place, ...] | None = None
    summary: Words | None = None
    note: Words | None = None
    stances: tuple[Stance, ...] = ()
    naming: Naming | None = None
    cleared: tuple[Literal["via", "holder", "as_", "refers_to"], ...] = ()


def change_decision(opened: Decision, changes: dict[str, Any]) -> Decision:
    """Return a decision with changes, nothing decided; `cleared` adds to what is to be empty.

    What was chosen for one speaker goes with them: post, holder, naming, and whom words refer to.
    """
    changes = dict(changes)
    data = opened.model_dump(by_alias=True)
    cleared = {*opened.cleared, *changes.pop("cleared", ())} - set(changes)
    if _is_other_speaker(opened, changes):
        data |= dict.fromkeys(_OF_SPEAKER)
        cleared -= _OF_SPEAKER
    data |= changes | {"cleared": tuple(sorted(cleared))}
    return Decision.model_validate(data | {"verdict": CuratorVerdict.OPEN})


def _is_other_speaker(opened: Decision, changes: dict[str, Any]) -> bool:
    return any(
        changes.get(name) and changes[name] != getattr(opened, name)
        for name in ("speaker", "description")
    )


@dataclass
class DecisionJournal:
    """The decisions of one review in order, each line on the disk before the next is asked."""

    file: Path
    head: dict[str, str] = field(default_factory=dict)
    events: list[Decision] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def align(self, keys: list[str]) -> None:
        """Assign each decision to the candidate it was made on; keep those without a candidate."""
        self.keys, places = keys, {key: i for i, key in enumerate(keys)}
        self.events = [
            d.model_copy(update={"candidate": places.get(d.key, _NONE)}) for d in self.events
        ]

    def resume(self) -> None:
        """Read what an earlier sitting decided, without a line that a crash tore."""
        lines = self.file.read_bytes().splitlines() if self.file.exists() else []
        for line in lines:
            try:
                self._replay(json.loads(line))
            except (ValueError, TypeError, AttributeError):
                continue

    def _replay(self, data: dict[str, Any]) -> None:
        if data == _UNDONE:
            self.events and self.events.pop()
        elif "head" in data:
            self.head |= data["head"]
        else:
            self.events.append(Decision.model_validate(data))

    def decide(self, decision: Decision) -> None:
        decision = decision.model_copy(update={"key": self.keys[decision.candidate]})
        self.events.append(decision)
        self._append(decision.model_dump_json(by_alias=True, exclude_defaults=True))

    def give(self, name: str, value: str) -> None:
        """Keep a field of the article's head that a curator gave."""
        self.head[name] = value
        self._append(json.dumps({"head": {name: value}}))

    def undo(self) -> Decision | None:
        """Take back the last change or verdict, and return it."""
        if not self.events:
            return None
        self._append(json.dumps(_UNDONE))
        return self.events.pop()

    def find_last(self, candidate: int) -> Decision | None:
        return next((d for d in reversed(self.events) if d.candidate == candidate), None)

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
