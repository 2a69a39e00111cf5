"""Which passages of a message without marks can be quotations, and which only stand beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answers.interview_turns import are_turns, may_be_quoted, strip_turn
from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.quoted_messages import find_speaker
from bot.answers.speaker_labels import find_label, is_name_on_record
from bot.answers.unmarked_words import is_name
from bot.slack_text.message_parts import PartKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.passage import Passage
    from knowledge.kb import KnowledgeBase

_WORDS: Final = 4  # that a cell of a table, or a line of an app's post, has at least to be quoted
_MENTION: Final = 6  # words of a line that an app posts beside a quotation, and that names somebody
_LONG_PIECES: Final = frozenset({PartKind.BLOCK_QUOTE, PartKind.FORWARDED, PartKind.CODE_BLOCK})
_APPS: Final = frozenset({PartKind.ATTACHED, PartKind.PREVIEW})


def list_quotable(kb: KnowledgeBase, kind: PartKind, passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages that can be quotations.

    Beside a sentence, a word or two are none, unless they are somebody's or in print.

    Where an app says of some of its lines who said them, the others only introduce these.
    """
    of_kind = _strip_turns(kb, [p for p in passages if p.kind is kind])
    if kind is PartKind.TYPED:
        of_kind = [p for p in of_kind if p.depth and not find_label(kb, p.words)]
    if kind in _APPS and any(passage.label for passage in of_kind):
        of_kind = [passage for passage in of_kind if passage.label]
    elif kind in _APPS:
        of_kind = [passage for passage in of_kind if not _mentions(kb, passage)] or of_kind
    found = list({(p.label, p.words): p for p in of_kind}.values())
    if kind in _LONG_PIECES and not any(map(_is_sentence, found)):
        return found
    if any(_is_sentence(p) or is_printed_at_all(kb, p.words) for p in found):
        return [passage for passage in found if is_quotable_passage(kb, passage)]
    return []


def is_quotable_passage(kb: KnowledgeBase, item: Passage) -> bool:
    """Return whether a passage is no mere name: a sentence, somebody's words, or in print."""
    if _is_sentence(item) or is_printed_at_all(kb, item.words):
        return True
    return item.label is not None and not is_name(kb, item.words)


def _strip_turns(kb: KnowledgeBase, passages: Sequence[Passage]) -> Sequence[Passage]:
    """Return the turns of an interview without their letters, and without its questions."""
    if not are_turns([passage.words for passage in passages]):
        return passages
    said = [p for p in passages if may_be_quoted(p.words) or _is_of_a_speaker(kb, p)]
    return [replace(passage, words=strip_turn(passage.words)) for passage in said]


def _is_of_a_speaker(kb: KnowledgeBase, passage: Passage) -> bool:
    """Return whether somebody on record is said to have asked what a passage asks."""
    return passage.label is not None and is_name_on_record(kb, passage.label)


def _is_sentence(passage: Passage) -> bool:
    return len(passage.words.split()) >= _WORDS


def _mentions(kb: KnowledgeBase, passage: Passage) -> bool:
    """Return whether a short line that is not printed names somebody: "Quote by Brandt"."""
    short = len(passage.words.split()) <= _MENTION and find_speaker(kb, passage.words)
    return bool(short) and not is_printed_at_all(kb, passage.words)
