"""A name, and what resolving words to names comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.corpus.model import Kind


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name a target; a weak name may be shared with other targets.

    A generated one is another spelling that nobody entered: Kohno for Kono.
    """

    text: str
    target: str
    kind: Kind
    weak: bool = False
    preferred: bool = False
    generated: bool = False


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """A name that was perhaps meant; `score` goes to a hundred."""

    name: Name
    score: float
    exact: bool


class ResolutionKind(StrEnum):
    """What the words came to."""

    MATCH = "match"
    CHOICE = "choice"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The outcome and its candidates: best first, one for each target.

    MATCH: the first is the answer. CHOICE: those to choose from. NONE: those that are like what
    was typed, if there are any. `edited` are the words that the first has with other letters.
    `lone` says that one word was typed for one of a person's names: with an edit it may be
    anybody's. `stranger` says that an edited word is a name of its own, as Spence is beside Pence.
    """

    outcome: ResolutionKind
    candidates: tuple[NameCandidate, ...]
    edited: tuple[str, ...] = ()
    lone: bool = False
    stranger: bool = False
