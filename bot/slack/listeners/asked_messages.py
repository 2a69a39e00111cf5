"""What a Slack message asks, and which of its words are quoted, with marks or without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, overload

from bot.answers.asking_sentences import find_question
from bot.answers.check_openings import asks_to_check
from bot.answers.check_requests import asks_about_quoted
from bot.answers.form_fields import part_rows
from bot.answers.message_lines import is_remark
from bot.answers.message_passages import read_passages
from bot.answers.names_beside import find_beside
from bot.answers.passages_to_check import write_out
from bot.answers.reply import IN_ALL, STEPS, Meant
from bot.answers.rewritten_messages import rewrite_message
from bot.answers.speaker_labels import find_asked_speaker, find_label
from bot.answers.unmarked_words import is_question
from bot.commands import registry
from bot.slack.listeners.message_checks import (
    BESIDE,
    AskedMessage,
    check_labeled,
    check_list,
    check_quoted,
    find_check,
    mark_code,
)
from bot.slack.listeners.set_aside import set_aside_unmarked
from bot.slack.listeners.unread_parts import UNREAD, find_left_out
from bot.slack_text.message_parts import PART_NAMES, PartKind
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References
from knowledge.check_quote import has_marks
from knowledge.text import OutOfStepsError, allow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.slack_text.message_parts import DecodedMessage
    from knowledge.kb import KnowledgeBase

    Choose = Callable[[str], Meant]


_OWN = frozenset({PartKind.BLOCK_QUOTE, PartKind.CODE_BLOCK})
_AS_QUESTION = "I read the {} as a question. To have its words checked, write “check” above it."
# "can you check this?", where nothing is quoted.
_THAT = re.compile(r"\b(?:this|that|it|these|those|above|quote|quotation|quotes)\b", re.IGNORECASE)
_IS_RIGHT = re.compile(
    r"\b(?:check(?:ed)?|verif\w+|right|correct|true|accurate|real|ok|okay|said|say|says)\b",
    re.IGNORECASE,
)
_TO_NAME = 15_000  # steps that naming what is not checked may take: more than ten lines take
_NOT_ALL_READ = "The message is long: what stands beside its quotations was not all read."
_THANKS = re.compile(r"\bthank", re.IGNORECASE)
_SHORTCUT = (
    "I see nothing but the message that you write to me. To check another one, use the shortcut "
    "“Check this quote” on it, forward it to me, or repeat its words between quotation marks."
)


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

    def read() -> AskedMessage:
        rewritten = rewrite_message(kb, message)
        return _add_unread(kb, rewritten, _read_question(kb, rewritten, choose))

    return _within_budget(read)


def find_quoted(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    """Return the check of what a message quotes: the words between marks, else those set apart.

    Words of previews and files count only where the message itself quotes nothing.
    """
    return _within_budget(lambda: _find_and_name(kb, message))


def _find_and_name(kb: KnowledgeBase, message: DecodedMessage) -> AskedMessage | None:
    message = rewrite_message(kb, message)
    found = find_check(kb, message)
    return _add_unread(kb, message, found) if found else None


def _add_unread(kb: KnowledgeBase, message: DecodedMessage, asked: AskedMessage) -> AskedMessage:
    """Add which lines of the message are not checked, and who is named in them.

    Where a message has too many of them, what is found is checked all the same.
    """
    try:
        with allow(_TO_NAME):
            return _name_unread(kb, message, asked)
    except OutOfStepsError:
        return AskedMessage(asked.meant, " ".join(filter(None, [asked.note, _NOT_ALL_READ])))


def _name_unread(kb: KnowledgeBase, message: DecodedMessage, asked: AskedMessage) -> AskedMessage:
    left = find_left_out(kb, message, asked.meant)
    if not left.told:
        return asked
    meant = asked.meant._replace(beside=find_beside(kb, left.beside))
    note = None if (asked.note or "") in left.told else asked.note
    return AskedMessage(meant, " ".join(filter(None, [note, left.told])))


@overload
def _within_budget(read: Callable[[], AskedMessage]) -> AskedMessage: ...


@overload
def _within_budget(read: Callable[[], AskedMessage | None]) -> AskedMessage | None: ...


def _within_budget(read: Callable[[], AskedMessage | None]) -> AskedMessage | None:
    """Return what is read, or that this takes more work than one request may take."""
    try:
        with allow(STEPS, IN_ALL.seconds) as allowed:
            found = read()
    except OutOfStepsError:
        return AskedMessage(Meant(registry()["check"], "", too_much=True))
    return found and found._replace(meant=found.meant._replace(spent=allowed.spent))


def _read_question(kb: KnowledgeBase, message: DecodedMessage, choose: Choose) -> AskedMessage:
    typed = message.asked_of(PartKind.TYPED)
    if found := _read_labeled(kb, message, choose):
        return found
    if found := check_list(kb, message) or _check_code(kb, message, choose):
        return found
    if found := _read_set_apart(kb, message, choose):
        return found
    if not message.quoted or has_marks(typed):
        return _choose(kb, message, choose)
    if asks_about_quoted(kb, typed) or find_asked_speaker(kb, typed) or find_label(kb, typed):
        if found := check_quoted(kb, message):
            also = find_question(kb, typed) if asks_about_quoted(kb, typed) else None
            return found._replace(meant=found.meant._replace(also=also))
        return AskedMessage(choose(message.asked))
    unread = [PART_NAMES[part.kind] for part in message.quoted if part.kind not in BESIDE]
    note = UNREAD.format(unread[0]) if unread else None
    return AskedMessage(choose(typed), note)


def _choose(kb: KnowledgeBase, message: DecodedMessage, choose: Choose) -> AskedMessage:
    """Return what plain words ask; who asks about words elsewhere is told how these are checked."""
    meant = choose(message.asked)
    if _names_nothing(meant) and _asks_elsewhere(message.asked):
        return AskedMessage(Meant(registry()["check"], ""), _SHORTCUT)
    if meant.command.name == "check" and meant.question is None:
        marked = set_aside_unmarked(kb, message)
        alone = meant if marked is message else choose(marked.asked)
        meant = alone if alone.command.name == "check" else meant
    return AskedMessage(meant)


def _asks_elsewhere(asked: str) -> bool:
    """Return whether words ask about others, which stand somewhere else: "is that right?"."""
    asks = _THAT.search(asked) and _IS_RIGHT.search(asked)
    return bool(asks) and not _THANKS.search(asked)


def _names_nothing(meant: Meant) -> bool:
    """Return whether a question stands on something else: "is it true?", "who said that?"."""
    found = meant.topic
    if found is None or meant.taken_over:
        return meant.command.name == "help"
    return not (found.subjects or found.objects or found.issues or found.strangers or found.words)


def _read_labeled(
    kb: KnowledgeBase, message: DecodedMessage, choose: Choose
) -> AskedMessage | None:
    """Return the check of what is typed under headings, or in a form, if a check is meant."""
    parts = [part for part in message.parts if part.kind in {PartKind.TYPED, *_OWN}]
    if sum(len(part_rows(part.rows)) for part in parts) == 1:
        return None
    passages = read_passages(kb, parts)
    if passages and all(passage.label and passage.kind in _OWN for passage in passages):
        return check_quoted(kb, message)
    labeled, written = check_labeled(kb, parts, passages), write_out(passages)
    meant = choose(written) if written else None
    if labeled is None or meant is None or meant.command.name != "check":
        return None
    return labeled._replace(meant=labeled.meant._replace(also=meant.also))


def _read_set_apart(
    kb: KnowledgeBase, message: DecodedMessage, choose: Choose
) -> AskedMessage | None:
    """Return the question of a message that is a block quote or a code block, and nothing else.

    Where a line of it asks about the others, these are checked.
    """
    kinds = {part.kind for part in message.parts}
    words = message.asked
    if len(kinds) > 1 or not kinds <= _OWN or has_marks(words) or not is_question(kb, words):
        return None
    rows = [row for part in message.parts for row in part.rows]
    if rows[1:] and any(is_remark(kb, row) for row in rows):
        return check_quoted(kb, message)
    return AskedMessage(choose(words), _AS_QUESTION.format(PART_NAMES[kinds.pop()]))


def _check_code(kb: KnowledgeBase, message: DecodedMessage, choose: Choose) -> AskedMessage | None:
    """Return the check of words in code, where it is asked for: "did Kono say `…`?"."""
    marked = mark_code(kb, message)
    is_check = marked != message.asked and asks_to_check(message.asked)
    return AskedMessage(choose(marked)) if is_check else None


def decode_shortcut(message: Mapping[str, Any], references: References) -> DecodedMessage:
    """Decode the message of a shortcut; what an app posted is all set apart, as if attached."""
    decoded = decode_message(message, references)
    return decoded.as_attached() if message.get("bot_id") else decoded
