"""What a Slack message asks, and which of its words are quoted, with marks or without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from bot.answers.quoted_messages import (
    check_of,
    find_given,
    find_named,
    find_speaker,
    give,
)
from bot.answers.reply import STEPS, Meant
from bot.answers.unmarked_words import is_question
from bot.commands import registry
from bot.commands.plain_words import asks_about_quoted, asks_to_check, find_question
from bot.slack_text.message_parts import PartKind
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References
from knowledge.check_quote import has_marks, put_in_marks
from knowledge.text import OutOfStepsError, allow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.slack_text.message_parts import DecodedMessage, MessagePart
    from knowledge.kb import KnowledgeBase

    Choose = Callable[[str], Meant]

_Read = TypeVar("_Read")
_WORDS = 4  # that a cell of a table, or a line of what an app posts, has at least to be quoted
# Where words without marks are taken from, the first there is, and what an answer calls it.
_QUOTED = {
    PartKind.BLOCK_QUOTE: "block quote",
    PartKind.FORWARDED: "forwarded message",
    PartKind.CODE_BLOCK: "code block",
    PartKind.TABLE: "table",
    PartKind.ATTACHED: "app’s post",
    PartKind.PREVIEW: "link’s preview",
    PartKind.FILE_TEXT: "file",
    PartKind.TYPED: "list",
}
_BESIDE = frozenset({PartKind.PREVIEW, PartKind.FILE_TEXT})  # what nobody may have meant
_LONG_PIECES = frozenset({PartKind.BLOCK_QUOTE, PartKind.FORWARDED, PartKind.CODE_BLOCK})
_UNMARKED = "There are no quotation marks, so I checked the words of the {}."
# Of several that are typed line by line: "check these:", with or without bullets made by hand.
_THESE = re.compile(
    r"\b(?:these|those|following|quotes|quotations|statements|lines)\b", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*(?:[-*–•]|\d{1,3}[.)])\s+")
_CUT = "Slack shows only the beginning of the file, so I read no more than that."
_OWN = frozenset({PartKind.BLOCK_QUOTE, PartKind.CODE_BLOCK})
_AS_QUESTION = "I read the {} as a question. To have its words checked, write “check” above it."
_UNREAD = "I did not read the {}: ask me to check it."


class AskedMessage(NamedTuple):
    """What a message means, and what the asker is told of how it was read."""

    meant: Meant
    note: str | None = None


def references_of(body: Mapping[str, Any], bot_user: str | None) -> References:
    """Return the references of a request: which ids are the bot's own."""
    installed = body.get("authorizations")
    users = installed if isinstance(installed, list) else []
    ids = [user.get("user_id") for user in users if isinstance(user, dict) and user.get("is_bot")]
    return References(frozenset(i for i in (*ids, bot_user) if isinstance(i, str)))


def read_question(kb: KnowledgeBase, message: DecodedMessage, choose: Choose) -> AskedMessage:
    """Return what a mention or a direct message asks; what it quotes is checked if asked about.

    `choose` returns which command plain words mean.
    """
    return _within_budget(lambda: _read_question(kb, message, choose))


def find_quoted(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    """Return the check of what a message quotes: the words between marks, else those set apart.

    Words of previews and files count only where the message itself quotes nothing.
    """
    return _within_budget(lambda: _find_quoted(kb, message))


def _within_budget(read: Callable[[], _Read]) -> _Read | AskedMessage:
    """Return what is read, or that this takes more work than one request may take."""
    try:
        with allow(STEPS):
            return read()
    except OutOfStepsError:
        return AskedMessage(Meant(registry()["check"], "", too_much=True))


def _read_question(kb: KnowledgeBase, message: DecodedMessage, choose: Choose) -> AskedMessage:
    typed = message.asked_of(PartKind.TYPED)
    if found := _check_list(kb, message) or _check_code(message, choose):
        return found
    if found := _read_set_apart(kb, message, choose):
        return found
    if not message.quoted or has_marks(typed):
        return AskedMessage(choose(message.asked))
    if asks_about_quoted(kb, typed):
        if found := _find_quoted(kb, message):
            also = find_question(kb, typed)
            return found._replace(meant=found.meant._replace(also=also))
        return AskedMessage(choose(message.asked))
    unread = [_QUOTED[part.kind] for part in message.quoted if part.kind not in _BESIDE]
    note = _UNREAD.format(unread[0]) if unread else None
    return AskedMessage(choose(typed), note)


def _read_set_apart(
    kb: KnowledgeBase, message: DecodedMessage, choose: Choose
) -> AskedMessage | None:
    """Return the question of a message that is a block quote or a code block, and nothing else."""
    kinds = {part.kind for part in message.parts}
    words = message.asked
    if len(kinds) > 1 or not kinds <= _OWN or has_marks(words) or not is_question(kb, words):
        return None
    return AskedMessage(choose(words), _AS_QUESTION.format(_QUOTED[kinds.pop()]))


def _check_code(message: DecodedMessage, choose: Choose) -> AskedMessage | None:
    """Return the check of words in code, where it is asked for: "did Kono say `…`?"."""
    marked = mark_code(message)
    is_check = marked != message.asked and asks_to_check(message.asked)
    return AskedMessage(choose(marked)) if is_check else None


def mark_code(message: DecodedMessage) -> str:
    """Return what is asked, with several words in code between marks if nothing else is."""
    asked = message.asked
    coded = [words for part in message.parts for words in part.coded if " " in words]
    for words in () if has_marks(asked) else dict.fromkeys(coded):
        asked = asked.replace(words, put_in_marks(words), 1)
    return asked


def _check_list(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    """Return the check of a list without marks below words that ask to check it, item by item."""
    head, items = _beside_lists(message), _list_items(message)
    if not items:
        head, *lines = message.asked_of(PartKind.TYPED).split("\n")
        items = [_BULLET.sub("", line).strip() for line in lines] if _THESE.search(head) else []
    long = any(len(item.split()) >= _WORDS for item in items)
    if not long or has_marks(message.asked) or not asks_to_check(head):
        return None
    beside = find_speaker(kb, head)
    said = [find_given(kb, item) for item in items if item]
    text = give([(speaker or beside, words) for speaker, words in said])
    return AskedMessage(Meant(registry()["check"], text), _UNMARKED.format("list"))


def _find_quoted(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    own = [kind for kind in PartKind if kind not in _BESIDE]
    for kinds in (own, _BESIDE):
        if marked := check_of(kb, message.asked_of(*kinds)):
            note = _tell_of_cut(p for p in message.parts if p.kind in kinds)
            return AskedMessage(Meant(registry()["check"], marked), note)
    return _without_marks(kb, message)


def _tell_of_cut(parts: Iterable[MessagePart]) -> str | None:
    return _CUT if any(part.is_cut for part in parts) else None


def decode_shortcut(message: Mapping[str, Any], references: References) -> DecodedMessage:
    """Decode the message of a shortcut; what an app posted is all set apart, as if attached."""
    decoded = decode_message(message, references)
    return decoded.as_attached() if message.get("bot_id") else decoded


def _without_marks(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    for kind, name in _QUOTED.items():
        parts = [part for part in message.parts if part.kind is kind]
        if said := _list_said(kb, kind, parts):
            beside = find_speaker(kb, _beside_lists(message))
            text = give([(speaker or beside, words) for speaker, words in said])
            notes = filter(None, [_UNMARKED.format(name), _tell_of_cut(parts)])
            return AskedMessage(Meant(registry()["check"], text), " ".join(notes))
    return None


def _list_said(
    kb: KnowledgeBase, kind: PartKind, parts: Sequence[MessagePart]
) -> list[tuple[str | None, str]]:
    """Return the quotations of parts of a kind, each with whom it is given to."""
    if kind is PartKind.TABLE:
        return [said for part in parts for row in part.asked.split("\n") for said in _row(kb, row)]
    return [find_given(kb, passage) for passage in _quotable(kind, parts)]


def _row(kb: KnowledgeBase, row: str) -> Iterator[tuple[str | None, str]]:
    """Yield the quotations of a table's row; its short cells say whose they are."""
    cells = row.split("\t")
    quoted = [cell for cell in cells if len(cell.split()) >= _WORDS]
    named = find_named(kb, "\t".join(c for c in cells if c not in quoted)) if quoted else None
    for cell in quoted:
        speaker, words = find_given(kb, cell)
        yield speaker or named, words


def _list_items(message: DecodedMessage) -> list[str]:
    typed = (part for part in message.parts if part.kind is PartKind.TYPED)
    return [item for part in typed for item in part.passages]


def _beside_lists(message: DecodedMessage) -> str:
    """Return what was typed without the items of its lists."""
    listed = set(_list_items(message))
    lines = message.asked_of(PartKind.TYPED).split("\n")
    return "\n".join(line for line in lines if line.strip() not in listed)


def _quotable(kind: PartKind, parts: Iterable[MessagePart]) -> list[str]:
    """Return the passages that can be quotations; beside a sentence, a word or two are none."""
    found = list(dict.fromkeys(passage for part in parts for passage in part.passages))
    sentences = [passage for passage in found if len(passage.split()) >= _WORDS]
    return sentences or (found if kind in _LONG_PIECES else [])
