"""The corpus as a start would find it: what is served of it, and whose texts are at hand."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from bot.slack.checkup.findings import fault, note, ok
from bot.slack.corpus_watcher import begin
from knowledge.corpus import StancebookError
from knowledge.kb import SHIPPED, KnowledgeBase, find_entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.slack.checkup.findings import Finding
    from bot.slack.settings import Settings

_DIGEST = 12  # characters of it, as the log has them


def examine_corpus(chosen: Settings) -> Iterator[Finding]:
    """Yield what is found of the kb and of the texts; what is not known to pass is checked."""
    try:
        entries = find_entries(chosen.stancebook_corpus)
        begun = begin(entries, chosen.articles) if entries else None
        with closing(KnowledgeBase(begun.served.kb if begun else SHIPPED, chosen.articles)) as kb:
            if begun and begun.problems:
                yield fault(
                    "kb",
                    f"the corpus does not pass its check, so the last that did is served"
                    f" ({kb.digest[:_DIGEST]}). Run `stancebook check`, and mend what it lists",
                )
            else:
                yield ok("kb", f"{kb.digest[:_DIGEST]} of {entries or 'the package'} is served")
            yield _examine_texts(kb, chosen.articles)
    except StancebookError as error:
        yield fault("kb", " ".join(str(error).split()))


def _examine_texts(kb: KnowledgeBase, articles: Path) -> Finding:
    found, total = kb.passages.text_count, len(kb.fingerprints())
    where = articles.absolute()
    if found < total:
        return note(
            "texts",
            f"{found} of {total} are in {where}. `/check` looks in no other: put them there, or"
            " name their folder in STANCEBOOK_ARTICLES",
        )
    return ok("texts", f"all {total} are in {where}")
