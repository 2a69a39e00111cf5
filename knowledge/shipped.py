"""Which kb is served: the package's own, or one built into the user's cache."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

from knowledge.base import KnowledgeBase
from knowledge.folder import ENTRIES, entries_in, kb_digest

SHIPPED = Path(__file__).parent / "kb.sqlite"  # made by the build of the wheel; none in a checkout


def open_kb(corpus: Path | None = None, texts: Path | None = None) -> KnowledgeBase:
    """Open the kb of a corpus, the built-in one by default, building it where entries changed.

    `texts` is the folder of whole texts at hand; by default that which STANCEBOOK_ARTICLES names.
    Raises FolderError or CorpusError where the corpus is none, or does not hold.
    """
    entries = source(corpus)
    return KnowledgeBase(built(entries) if entries else SHIPPED, texts or named_texts())


def named_texts() -> Path | None:
    """Return the folder that STANCEBOOK_ARTICLES names, if it does."""
    named = os.environ.get("STANCEBOOK_ARTICLES")
    return Path(named) if named else None


def source(corpus: Path | None) -> Path | None:
    """Return the entries that are served, or None where it is the kb that the package ships."""
    if corpus:
        return entries_in(corpus)
    return None if SHIPPED.is_file() else ENTRIES


def cached(entries: Path | None = None) -> Path:
    """Return where the kb of entries belongs, by default the checkout's."""
    return _named_after(kb_digest(entries or ENTRIES))


def _named_after(digest: str) -> Path:
    return user_cache_path("stancebook") / f"kb-{digest[:16]}.sqlite"


def built(entries: Path | None = None) -> Path:
    """Build the kb of entries where it is not there yet; raise CorpusError."""
    folder = entries or ENTRIES
    digest = kb_digest(folder)
    path = _named_after(digest)
    if not path.is_file():
        from knowledge.build import build

        build(folder, path, digest)
        _forget_others(path)
    return path


def _forget_others(path: Path) -> None:
    """Keep the newest few: another checkout may be serving one of them."""
    files = sorted(path.parent.glob("kb-*.sqlite"), key=lambda file: file.stat().st_mtime)
    for file in files[:-5]:
        file.unlink(missing_ok=True)
