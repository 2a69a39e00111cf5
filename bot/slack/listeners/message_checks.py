"""The check of what a Slack message quotes: words between marks, else what is set apart or said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.check_openings import asks_to_check
from bot.answers.interview_turns import are_turns
from bot.answers.message_passages import read_passages
from bot.answers.names_in_marks import label_quotations
from bot.answers.passages_to_check import list_said, write_out
from bot.answers.printed_sentences import mark_printed
from bot.answers.quotable_passages import is_quotable_passage, list_quotable
from bot.answers.quoted_messages import check_of, find_speaker, give
from bot.answers.reply import Meant
from bot.answers.speaker_labels import find_asked_speaker, names_a_person
from bot.answers.unmarked_lines import find_printed_lines
from bot.answers.unmarked_speakers import divide_speaker
from bot.answers.unmarked_words import may_be_told
from bot.commands import registry
from bot.slack.listeners.set_aside import set_aside_unmarked
from bot.slack_text.message_parts import PART_NAMES, PartKind
from knowledge.check_quote import has_marks, put_in_marks
from knowledge.questions import MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.passage import Passage
    from bot.slack_text.message_parts import DecodedMessage, MessagePart
    from knowledge.kb import KnowledgeBase

# What nobody may have meant.
BESIDE = frozenset({PartKind.PREVIEW, PartKind.FILE_TEXT, PartKind.FILE_BESIDE})
_WRITTEN = frozenset({PartKind.TYPED, PartKind.ATTACHED})
_UNMARKED = "There are no quotation marks, so I checked the words of the {}."
# Of several that are typed line by line: "check these:", with or without bullets made by hand.
_THESE = re.compile(
    r"\b(?:these|those|following|quotes|quotations|statements|lines)\b", re.IGNORECASE
)
_CUT = "Slack shows only the beginning of the file, so I read no more than that."


class AskedMessage(NamedTuple):
    """What a message means, and what the asker is told of how it was read."""

    meant: Meant
    note: str | None = None


def find_check(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    """Return the check of what a message quotes, or of what it says where it quotes nothing."""
    ways = (check_quoted, _check_amid, _check_typed, _check_coded, _check_whole)
    return next(filter(None, (find(kb, message) for find in ways)), None)


def check_quoted(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    own = [kind for kind in PartKind if kind not in {*BESIDE, PartKind.FOOTER}]
    passages = read_passages(kb, message.parts)
    for kinds in (own, BESIDE):
        parts = [part for part in message.parts if part.kind in kinds]
        inside = [passage for passage in passages if passage.kind in kinds]
        if labeled := check_labeled(kb, parts, inside):
            return labeled
        alone = set_aside_unmarked(kb, replace(message, parts=tuple(parts)))
        if marked := check_of(kb, label_quotations(kb, alone.asked_of(*kinds))):
            return AskedMessage(Meant(registry()["check"], marked), _tell_of_cut(parts))
    return _without_marks(kb, message, passages)


def check_labeled(
    kb: KnowledgeBase, parts: Sequence[MessagePart], passages: Sequence[Passage]
) -> AskedMessage | None:
    """Return the check of quotations whose speakers are told by how the message is laid out."""
    if write_out(passages) is None:
        return None
    marked = any(has_marks(part.asked) for part in parts)
    told = next(passage for passage in passages if passage.is_quote or has_marks(passage.words))
    notes = [None if marked else _UNMARKED.format(_name_of(told)), _tell_of_cut(parts)]
    note = " ".join(filter(None, notes)) or None
    return AskedMessage(Meant(registry()["check"], list_said(kb, passages)), note)


def check_list(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    """Return the check of a list without marks below words that ask to check it, item by item."""
    words = message.asked_of(PartKind.TYPED)
    if has_marks(message.asked) or not asks_to_check(words):
        return None
    typed = [part for part in message.parts if part.kind is PartKind.TYPED]
    lines = read_passages(kb, typed)
    by_hand = not any(part.passages for part in typed)
    if by_hand and lines and _THESE.search(lines[0].words):
        items = lines[1:]
    else:
        items = [line for line in lines if line.depth]
    # A head that names somebody is the label of the items, and no line beside them.
    head = "\n".join(line.words for line in lines if line not in items) or words.split("\n")[0]
    if not any(is_quotable_passage(kb, item) for item in items) or not asks_to_check(head):
        return None
    return _check_unmarked(kb, items, PartKind.TYPED, find_speaker(kb, head))


def mark_code(kb: KnowledgeBase, message: DecodedMessage) -> str:
    """Return what is asked, with words in code between marks if nothing else is.

    One word by itself may be code; beside others it is quoted as they are. A name is no quotation.
    """
    asked = message.asked
    coded = [words for part in message.parts for words in part.coded]
    every = [words for words in coded if not names_a_person(kb, words)]
    coded = every if any(" " in words for words in every) else []
    for words in () if has_marks(asked) else dict.fromkeys(coded):
        asked = asked.replace(words, put_in_marks(words), 1)
    return asked


def _check_unmarked(
    kb: KnowledgeBase,
    said: Iterable[Passage],
    kind: PartKind,
    beside: str | None,
    *more: str | None,
) -> AskedMessage:
    """Return the check of words without marks, and what the asker is told of it."""
    text = give([_give(kb, passage, beside) for passage in said])
    notes = filter(None, [_UNMARKED.format(PART_NAMES[kind]), *more])
    return AskedMessage(Meant(registry()["check"], text), " ".join(notes))


def _give(kb: KnowledgeBase, passage: Passage, beside: str | None) -> tuple[str | None, str]:
    """Return whom the words of a passage are given to, by their label or by themselves."""
    if passage.label:
        return passage.label, passage.words
    name, words = divide_speaker(kb, passage.words)
    return name or beside, words


def _name_of(passage: Passage) -> str:
    """Return what a passage stands in: a list, where it is an item of one that was typed."""
    in_list = passage.kind is not PartKind.TYPED or passage.depth
    return PART_NAMES[passage.kind] if in_list else "message"


def _check_amid(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    """Return the check of a sentence in print amid other words of a line: "confirm? …"."""
    text = message.asked_of(*_WRITTEN).strip()
    marked = mark_printed(kb, text) if "\n" not in text else text
    if marked == text or not (checked := check_of(kb, marked)):
        return None
    return AskedMessage(Meant(registry()["check"], checked), _UNMARKED.format("message"))


def _check_typed(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    """Return the check of what is typed without marks, where an article prints it or nearly."""
    written = [row for part in message.parts if part.kind in _WRITTEN for row in part.rows]
    footers = [row for part in message.parts if part.kind is PartKind.FOOTER for row in part.rows]
    signing = [row for row in footers if names_a_person(kb, row.words)]
    said = find_printed_lines(kb, [*written, *signing])
    if not said:
        return None
    return AskedMessage(Meant(registry()["check"], give(said)), _UNMARKED.format("message"))


def _check_coded(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    """Return the check of words that are typed in code and quoted nowhere else."""
    marked = check_of(kb, mark_code(kb, message))
    return AskedMessage(Meant(registry()["check"], marked)) if marked else None


def _check_whole(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    """Return the check of a message that says nearly what is printed, or is too long to read."""
    words = " ".join(message.asked_of(*_WRITTEN).split())
    rows = [row for part in message.parts if part.kind in _WRITTEN for row in part.rows]
    if are_turns([row.words for row in rows]):
        return None
    if len(words) < MAX_LENGTH and not may_be_told(kb, words):
        return None
    checked = Meant(registry()["check"], put_in_marks(words))
    return AskedMessage(checked, _UNMARKED.format("message"))


def _tell_of_cut(parts: Iterable[MessagePart]) -> str | None:
    return _CUT if any(part.is_cut for part in parts) else None


def _without_marks(
    kb: KnowledgeBase, message: DecodedMessage, passages: Sequence[Passage]
) -> AskedMessage | None:
    for kind in PART_NAMES:
        if said := list_quotable(kb, kind, passages):
            typed = _beside_lists(message, kind)
            beside = find_asked_speaker(kb, typed) or find_speaker(kb, typed)
            cut = _tell_of_cut(part for part in message.parts if part.kind is kind)
            return _check_unmarked(kb, said, kind, beside, cut)
    return None


def _beside_lists(message: DecodedMessage, kind: PartKind) -> str:
    """Return what was typed beside words of a kind, without the items of its lists."""
    alone = sum(part.kind is PartKind.FORWARDED for part in message.parts) == 1
    beside = {PartKind.FORWARDED_BESIDE} if alone and kind is PartKind.FORWARDED else set()
    typed = [part for part in message.parts if part.kind in {PartKind.TYPED, *beside}]
    return "\n".join(row.words for part in typed for row in part.rows if not row.depth)
