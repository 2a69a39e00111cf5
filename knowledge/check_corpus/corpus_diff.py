"""What a change of the entries does to the answers, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.check_corpus import askable, changed_positions, integrity
from knowledge.check_corpus.labels import Labels
from knowledge.check_corpus.revision import entries_at
from knowledge.corpus import corpus_reader as entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.corpus.corpus_reader import Corpus

_NOTHING = "No answer changes."


def since(rev: str, folder: Path) -> Iterator[str]:
    """Yield what changed since a git revision; raise RevisionError or CorpusError."""
    now = entries.load(folder)
    with entries_at(rev, folder) as copy:
        before, problems = entries.read(copy)
    for problem in sorted(integrity.problems(now)):
        yield f"Not served until it is fixed: {problem}"
    if not problems:
        yield from changes(before, now)
        return
    names = ", ".join(sorted({problem.file for problem in problems}))
    yield f"Not compared, because today's code cannot read them at {rev}: {names}"
    told = changes(_with_unread(before, now), now)
    yield from ("No answer changes in what was compared." if t == _NOTHING else t for t in told)


def _with_unread(before: Corpus, now: Corpus) -> Corpus:
    """Take what could not be read then as it is now: nothing is said of it."""
    taken: dict[str, Any] = {}
    for kind in entries.KINDS:
        held = getattr(now, kind)
        taken[kind] = getattr(before, kind) | {i: held[i] for i in before.unread if i in held}
    return replace(before, **taken)


def changes(before: Corpus, now: Corpus) -> Iterator[str]:
    """Yield each change of an answer as a sentence; one sentence says that there is none."""
    labels = Labels(before, now)
    told = [
        *changed_positions.changes(
            changed_positions.read_side(before), changed_positions.read_side(now), labels
        ),
        *askable.changes(before, now, labels),
    ]
    yield from told or [_NOTHING]
