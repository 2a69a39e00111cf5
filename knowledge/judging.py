"""What may be served of a corpus: the entries that pass their check, else the last that did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge import shipped
from knowledge.base import KnowledgeBase
from knowledge.errors import CorpusError, Problem
from knowledge.folder import kb_digest
from knowledge.passes import Memory, Now, Pass, Refusal, code_digest

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True)
class Verdict:
    """The pass whose kb may be served, if any; and why the entries as they are do not pass."""

    served: Pass | None
    problems: tuple[str, ...] = ()


def remembered(entries: Path, articles: Path, today: date) -> Pass | None:
    """Return that the entries passed and their kb is there, where a check would say the same."""
    found = Memory.of(entries).passed(kb_digest(entries), Now(articles, today))
    return found if found and found.kb.is_file() else None


def judge(entries: Path, articles: Path, today: date, before: Pass | None = None) -> Verdict:
    """Check the entries and build their kb, unless it is known what came of it.

    Where they do not pass, say what may be served instead: best what was served `before`.
    """
    now, memory, digest = Now(articles, today), Memory.of(entries), kb_digest(entries)
    try:
        outcome = memory.passed(digest, now) or memory.refused(digest, now)
        outcome = outcome or _checked(entries, digest, now)
        if isinstance(outcome, Pass):
            shipped.built(entries, digest)
    except CorpusError as error:  # it is being written to: no outcome to remember
        problems = tuple(map(str, error.problems))
    except OSError as error:
        problems = (f"{error.filename}: {error.strerror}",)
    else:
        memory = Memory.of(entries).adding(outcome)
        memory.keep(entries)
        if isinstance(outcome, Pass):
            return Verdict(outcome)
        problems = outcome.problems
    return Verdict(_instead(before, memory, now, digest), problems)


def _instead(before: Pass | None, memory: Memory, now: Now, refused: str) -> Pass | None:
    if before and before.digest != refused and now.upholds(before):
        return before
    return memory.last(now)


def _checked(entries: Path, digest: str, now: Now) -> Pass | Refusal:
    """Run the check; raise CorpusError where the entries were written to meanwhile."""
    from knowledge.checking.check import run_check

    at_hand = now.texts  # listed before they are read: what comes between is new
    report = run_check(entries, now.articles, today=now.today)
    if kb_digest(entries) != digest:
        raise CorpusError([Problem(str(entries), 1, "", "changed while it was checked")])
    if report.problems:
        texts = sorted(at_hand & _fingerprints(entries))
        return Refusal(digest, code_digest(), tuple(texts), tuple(map(str, report.problems)))
    without_text = set(report.proof.articles_without_text)
    kb = KnowledgeBase(shipped.built(entries, digest))
    unproved = {f: name for name, f in kb.fingerprints().items() if name in without_text}
    kb.close()
    return Pass(digest, code_digest(), now.today.isoformat(), unproved)


def _fingerprints(entries: Path) -> set[str]:
    """Return the fingerprints that the articles have which can be read at all."""
    from knowledge import corpus

    found, _ = corpus.read(entries)
    return {entry.model.fingerprint for entry in found.articles.values()}
