"""Find or build the kb to serve: the package's own, or one in the user's cache."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.check_corpus.served_entries import choose_served
from knowledge.corpus.folder import ENTRIES, entries_in
from knowledge.kb.cache import forget_kbs, kb_file, to_write
from knowledge.kb.check_history import Memory, kept_kbs
from knowledge.kb.kb_seal import is_sealed
from knowledge.kb.schema import kb_digest

if TYPE_CHECKING:
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.kb.knowledge_base import KnowledgeBase

SHIPPED = (
    Path(__file__).parents[1] / "kb.sqlite"
)  # made by the build of the wheel; none in a checkout


def open_kb(corpus: Path | None = None, texts: Path | None = None) -> KnowledgeBase:
    """Open the kb of a corpus, the built-in one by default, building it where entries changed.

    `texts` is the folder of whole texts at hand.
    Raises FolderError or CorpusError where the corpus is none, or does not hold.
    """
    from knowledge.kb.knowledge_base import KnowledgeBase

    entries = find_entries(corpus)
    return KnowledgeBase(build_if_missing(entries) if entries else SHIPPED, texts)


def find_entries(corpus: Path | None) -> Path | None:
    """Return the entries that are served, or None where it is the kb that the package ships."""
    if corpus:
        return entries_in(corpus)
    return None if SHIPPED.is_file() else ENTRIES


def find_cached_kb(entries: Path | None = None) -> Path:
    """Return where the kb of entries belongs, by default the checkout's."""
    return kb_file(kb_digest(entries or ENTRIES))


def build_if_missing(
    entries: Path | None = None, digest: str | None = None, checked: Corpus | None = None
) -> Path:
    """Build the kb of entries where it is not there yet, or damaged; raise CorpusError.

    `digest` is what the entries have, or had when they were checked; `checked` is what was read of
    them then, and is not read and compared again.
    """
    folder = entries or ENTRIES
    digest = digest or kb_digest(folder)
    path = kb_file(digest)
    if not is_sealed(path):
        from knowledge.kb.builder import build, build_checked

        path = to_write(path)
        if checked:
            earlier = Memory.load(folder).find_newest_kb()
            build_checked(choose_served(checked), path, digest, earlier)
        else:
            build(folder, path, digest)
        forget_kbs(kept_kbs() | {path})
    return path
