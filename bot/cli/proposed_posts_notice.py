"""What `stancebook add` says of the posts that an article prints for people on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.block_kit.safe_text import one_line
from knowledge.corpus import CorpusError, load_corpus
from knowledge.upkeep import list_proposed_posts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


def tell_proposed_posts(entries: Path, articles: Collection[str]) -> Iterator[str]:
    """Yield a line for each post that articles propose, and how to take them.

    Of a corpus that cannot be read the check tells more.
    """
    try:
        found = list(list_proposed_posts(load_corpus(entries), articles))
    except CorpusError:
        return
    yield from (f"  Proposes a post: {one_line(post.told)}" for post in found)
    if found:
        yield (
            "  'stancebook attest' takes it."
            if len(found) == 1
            else "  'stancebook attest' takes them."
        )
