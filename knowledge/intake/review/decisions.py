"""The decisions of a curator on the candidates of a text."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final, Literal

from knowledge.corpus.fields import Id, Words
from knowledge.corpus.model import Classification, Interval, Model, Sourcing, Stance
from knowledge.intake.review.new_entries import NewPost

_OF_SPEAKER: Final = frozenset({"as_", "holder", "naming", "post", "refers_to"})
Place = tuple[int, int]  # offsets in the folded text


class CuratorVerdict(StrEnum):
    """What became of a candidate; `open` keeps changes while nothing is decided.

    `skip` leaves it as it is: a draft on record stays. `refuse` says that it is no quote.
    """

    OPEN = "open"
    ACCEPT = "accept"
    SKIP = "skip"
    REFUSE = "refuse"


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
    which a later sitting finds it again, though more names are known by then. `joined` is the key
    of a candidate whose statement this one belongs to; its own key makes it one by itself.
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
    post: NewPost | None = None
    joined: str | None = None
    cleared: tuple[Literal["via", "holder", "as_", "refers_to"], ...] = ()


def change_decision(opened: Decision, changes: dict[str, Any]) -> Decision:
    """Return a decision with changes; `cleared` adds to what is to be empty.

    What was chosen for one speaker goes with them: post, holder, naming, and whom words refer to.
    """
    changes = dict(changes)
    data = opened.model_dump(by_alias=True)
    cleared = {*opened.cleared, *changes.pop("cleared", ())} - set(changes)
    if _is_other_speaker(opened, changes):
        data |= dict.fromkeys(_OF_SPEAKER)
        cleared -= _OF_SPEAKER
    return Decision.model_validate(data | changes | {"cleared": tuple(sorted(cleared))})


def _is_other_speaker(opened: Decision, changes: dict[str, Any]) -> bool:
    return any(
        changes.get(name) and changes[name] != getattr(opened, name)
        for name in ("speaker", "description")
    )
