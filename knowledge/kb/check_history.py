"""Which entries passed their check and which did not: so that none is checked twice, or forgotten.

What an outcome depends on is kept with it: the digest of entries and schema, the code of the check,
the day, because a date in the future is a problem, and the texts. A text is named by its
fingerprint: what it once proved or contradicted in the same entries, it always does.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from knowledge.check_corpus.remembered_proofs import TextsOnDemand
from knowledge.corpus.regular_file import MIB, read_regular_file
from knowledge.kb import cache as user_cache
from knowledge.kb.kb_seal import is_sealed
from knowledge.kb.schema import code_digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from knowledge.check_corpus.check_memory import CheckMemory

_KEPT = 5  # of each kind
_LARGEST = 64 * MIB  # of a note, in which every article may be named a few times


@dataclass(frozen=True)
class PassedCheck:
    """Entries that passed; `unproved` are the articles without a text then, by fingerprint.

    What passes on a day passes on each later one.
    """

    digest: str
    code: str
    day: str
    unproved: dict[str, str] = field(default_factory=dict)

    @property
    def kb(self) -> Path:
        return user_cache.kb_file(self.digest)


@dataclass(frozen=True)
class FailedCheck:
    """Entries that did not pass; `texts` are the fingerprints of their articles' texts then."""

    digest: str
    code: str
    texts: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Now:
    """What an earlier outcome is held against: the folder of texts, and the day.

    Texts that `checks` know are not read again.
    """

    articles: Path
    today: date
    checks: CheckMemory

    @cached_property
    def texts(self) -> frozenset[str]:
        """The fingerprints of the texts at hand."""
        return frozenset(TextsOnDemand(self.articles, self.checks))

    def confirms_pass(self, passed: PassedCheck) -> bool:
        """Return whether a check would still pass: it finds no text that it did not have then."""
        if passed.code != code_digest() or passed.day > self.today.isoformat():
            return False
        return not passed.unproved or self.texts.isdisjoint(passed.unproved)

    def confirms_failure(self, refused: FailedCheck) -> bool:
        """Return whether it still counts: a text that may have caused the failure is missing."""
        return refused.code == code_digest() and not self.texts.issuperset(refused.texts)


@dataclass(frozen=True)
class Memory:
    """What is remembered of one corpus, the newest first."""

    passes: tuple[PassedCheck, ...] = ()
    refusals: tuple[FailedCheck, ...] = ()

    @classmethod
    def load(cls, entries: Path) -> Memory:
        return cls._read(user_cache.note_file(entries))

    @classmethod
    def _read(cls, note: Path) -> Memory:
        """Read a note; one that is not there, or damaged, remembers nothing."""
        try:
            data = json.loads(read_regular_file(note, _LARGEST))
            passes = tuple(PassedCheck(**kept) for kept in data["passes"])
            return cls(passes, tuple(map(_read_failure, data["refusals"])))
        except (OSError, ValueError, TypeError, KeyError):
            return cls()

    def find_pass(self, digest: str, now: Now) -> PassedCheck | None:
        """Return that these entries passed, if it can be relied on."""
        return next((p for p in self.passes if p.digest == digest and now.confirms_pass(p)), None)

    def find_failure(self, digest: str, now: Now) -> FailedCheck | None:
        """Return that these entries did not pass, if a check now could be milder."""
        return next(
            (r for r in self.refusals if r.digest == digest and now.confirms_failure(r)), None
        )

    def find_last_pass(self, now: Now) -> PassedCheck | None:
        """Return the last pass that can be relied on, and whose kb is there and whole."""
        return next((p for p in self.passes if is_sealed(p.kb) and now.confirms_pass(p)), None)

    def find_newest_kb(self) -> Path | None:
        """Return the kb of the last pass that is there and whole, whatever it was made by."""
        return next((passed.kb for passed in self.passes if is_sealed(passed.kb)), None)

    def add(self, new: PassedCheck | FailedCheck) -> Memory:
        """Return the memory with one more outcome; of one digest only the newest is kept."""
        passes = [p for p in self.passes if p.digest != new.digest]
        refusals = [r for r in self.refusals if r.digest != new.digest]
        if isinstance(new, PassedCheck):
            passes.insert(0, new)
        else:
            refusals.insert(0, new)
        return Memory(tuple(passes[:_KEPT]), tuple(refusals[:_KEPT]))

    def save(self, entries: Path) -> None:
        user_cache.write_note(entries, json.dumps(asdict(self)))


def _read_failure(data: dict[str, Any]) -> FailedCheck:
    return FailedCheck(data["digest"], data["code"], tuple(data["texts"]), tuple(data["problems"]))


def kept_kbs() -> set[Path]:
    """Return the kbs that may be gone back to, of any corpus."""
    memories: Iterable[Memory] = map(Memory._read, user_cache.notes())  # noqa: SLF001 (its own)
    return {passed.kb for memory in memories for passed in memory.passes}
