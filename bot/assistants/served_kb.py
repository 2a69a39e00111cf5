"""What the server serves: what passes its check, taken anew where the corpus changes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from bot.slack.corpus_watcher import Watcher, begin, opened
from knowledge.corpus import texts_of
from knowledge.kb import SHIPPED, SwappableKb, find_entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.block_kit.message import Message

_LOOKS: Final = 2.0  # seconds between two looks at the corpus


@contextmanager
def serve_kb(corpus: Path | None, articles: Path | None) -> Iterator[SwappableKb]:
    """Yield what is served of a corpus, and watch it meanwhile.

    Raises UnservedError where the corpus does not pass its check, and none of it ever did.
    """
    texts, entries = texts_of(corpus, articles), find_entries(corpus)
    begun = begin(entries, texts) if entries else None
    served = SwappableKb(opened(begun.served.kb if begun else SHIPPED, texts))
    watcher = Watcher(served, entries, texts, begun, _tell_nobody) if entries and begun else None
    try:
        if watcher:
            watcher.start(_LOOKS)
        yield served
    finally:
        if watcher:
            watcher.stop()
        served.close()


def _tell_nobody(_: Message) -> None:
    """Leave it at the log: there is no channel of curators."""
