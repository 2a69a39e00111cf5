"""Which kb is served: the one that the package ships, or one built into the user's cache."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

from knowledge.base import KnowledgeBase
from knowledge.folder import ENTRIES, kb_digest

SHIPPED = Path(__file__).parent / "kb.sqlite"  # made by the build of the wheel; none in a checkout


def open_kb(texts: Path | None = None) -> KnowledgeBase:
    """Open the kb of the built-in corpus, building it first where the entries changed.

    `texts` is the folder of whole texts at hand; by default that which STANCEBOOK_ARTICLES names.
    """
    named = os.environ.get("STANCEBOOK_ARTICLES")
    return KnowledgeBase(
        SHIPPED if SHIPPED.is_file() else built(), texts or (Path(named) if named else None)
    )


def cached() -> Path:
    """Return where the kb of the checkout's entries belongs."""
    return user_cache_path("stancebook") / f"kb-{kb_digest(ENTRIES)[:16]}.sqlite"


def built() -> Path:
    """Build the kb of the checkout's entries where it is not there yet; raise CorpusError."""
    path = cached()
    if not path.is_file():
        from knowledge.build import build

        build(ENTRIES, path)
        _forget_others(path)
    return path


def _forget_others(path: Path) -> None:
    """Keep the newest few: another checkout may be serving one of them."""
    files = sorted(path.parent.glob("kb-*.sqlite"), key=lambda file: file.stat().st_mtime)
    for file in files[:-5]:
        file.unlink(missing_ok=True)
