"""The passages of a message as they are checked: each with its label, between marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.claimed_speaker import SOMEBODY
from bot.answers.speaker_labels import names_anybody
from knowledge.check_quote import has_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.passage import Passage
    from knowledge.kb import KnowledgeBase


def write_out(passages: Sequence[Passage]) -> str | None:
    """Return a message with each label right before its words; None where it has none."""
    if not any(p.is_quote or (p.label and has_marks(p.words)) for p in passages):
        return None
    return "\n".join(passage.write_out() for passage in passages)


def list_said(kb: KnowledgeBase, passages: Sequence[Passage]) -> str:
    """Return what to check of the passages that quote, each with whom it is given to."""
    said = [passage for passage in passages if has_marks(passage.write_out())]
    alone = len(said) == 1
    return "\n".join(_give(kb, passage, alone=alone) for passage in said)


def _give(kb: KnowledgeBase, passage: Passage, *, alone: bool) -> str:
    words = passage.write_out()
    told = alone or passage.label or names_anybody(kb, words)
    return words if told else f"{SOMEBODY}: {words}"
