"""What a Slack message asks, and which of its words are quoted, with marks or without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from bot.answers.reply import STEPS, Meant
from bot.commands import registry
from bot.commands.plain_words import asks_about_quoted, check_of, choose, find_speaker
from bot.slack_text.message_parts import PartKind
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References
from knowledge.check_quote import blank_quotations, has_marks, put_in_marks, read_quotations
from knowledge.text import OutOfStepsError, allow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from bot.slack_text.message_parts import DecodedMessage
    from knowledge.kb import KnowledgeBase

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
}
_BESIDE = frozenset({PartKind.PREVIEW, PartKind.FILE_TEXT})  # what nobody may have meant
_LONG_PIECES = frozenset({PartKind.BLOCK_QUOTE, PartKind.FORWARDED, PartKind.CODE_BLOCK})
_UNMARKED = "There are no quotation marks, so I checked the words of the {}."
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


def read_question(kb: KnowledgeBase, message: DecodedMessage, today: date) -> AskedMessage:
    """Return what a mention or a direct message asks; what it quotes is checked if asked about."""
    return _within_budget(lambda: _read_question(kb, message, today))


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


def _read_question(kb: KnowledgeBase, message: DecodedMessage, today: date) -> AskedMessage:
    typed = message.asked_of(PartKind.TYPED)
    if not message.quoted or has_marks(typed):
        return AskedMessage(choose(kb, message.asked, today))
    if asks_about_quoted(kb, typed):
        found = _find_quoted(kb, message)
        return found or AskedMessage(choose(kb, message.asked, today))
    unread = [_QUOTED[part.kind] for part in message.quoted if part.kind not in _BESIDE]
    note = _UNREAD.format(unread[0]) if unread else None
    return AskedMessage(choose(kb, typed, today), note)


def _find_quoted(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    own = [kind for kind in PartKind if kind not in _BESIDE]
    for kinds in (own, _BESIDE):
        if marked := check_of(kb, message.asked_of(*kinds)):
            return AskedMessage(Meant(registry()["check"], marked))
    return _without_marks(kb, message)


def decode_shortcut(message: Mapping[str, Any], references: References) -> DecodedMessage:
    """Decode the message of a shortcut; what an app posted is all set apart, as if attached."""
    decoded = decode_message(message, references)
    return decoded.as_attached() if message.get("bot_id") else decoded


def _without_marks(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    for kind, name in _QUOTED.items():
        parts = [part for part in message.parts if part.kind is kind]
        passages = dict.fromkeys(p for part in parts for p in part.passages if _is_words(kind, p))
        if passages:
            speaker = find_speaker(kb, message.asked_of(PartKind.TYPED)) or _signer(kb, passages)
            words = (w for passage in passages for w in read_quotations(passage))
            marked = (put_in_marks(" ".join(w.split())) for w in words)
            text = " ".join([*([speaker] if speaker else []), *marked])
            return AskedMessage(Meant(registry()["check"], text), _UNMARKED.format(name))
    return None


def _signer(kb: KnowledgeBase, passages: Iterable[str]) -> str | None:
    """Return whose words all passages are said to be: "Kono: …", or a name below them."""
    names = {find_speaker(kb, blank_quotations(passage)) for passage in passages}
    return names.pop() if len(names) == 1 else None


def _is_words(kind: PartKind, passage: str) -> bool:
    return kind in _LONG_PIECES or len(passage.split()) >= _WORDS
