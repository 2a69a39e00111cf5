"""What hangs below a message: forwarded messages, previews of links, tables, apps' posts, files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bot.slack_text.block_words import in_bold, read_known_blocks
from bot.slack_text.message_parts import PartKind
from bot.slack_text.mrkdwn import Stretch, read_mrkdwn
from bot.slack_text.tolerant import dict_of, dicts_of, text_of
from bot.slack_text.visible_text import make_visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.slack_text.block_words import Block
    from bot.slack_text.references import References

Attachment = dict[str, Any]
# Apps write these fields of an attachment, Slack writes them of a forwarded one.
_TEXTS, _FOOTER = ("pretext", "author_name", "title", "text"), ("footer",)
_IN_BOLD = frozenset({"author_name", "title"})  # of a field or of the attachment


def kind_of(attachment: Attachment) -> PartKind:
    """Return what an attachment is: Slack marks what people forward and what it previews."""
    if attachment.get("is_share"):
        return PartKind.FORWARDED
    unfurled = ("is_msg_unfurl", "from_url", "original_url")
    if any(attachment.get(key) for key in unfurled):
        return PartKind.PREVIEW
    return PartKind.TABLE if _holds_table(attachment) else PartKind.ATTACHED


def _holds_table(attachment: Attachment) -> bool:
    """Return whether it is a table: what somebody pasted from a sheet comes as one."""
    return any(text_of(block, "type") == "table" for block in dicts_of(attachment, "blocks"))


def read_attachment(attachment: Attachment, references: References) -> list[Stretch]:
    """Return the words of an attachment: those of its blocks, else of its texts, but its footer."""
    kind = kind_of(attachment)
    if found := read_known_blocks(_blocks_of(attachment), references):
        return found
    if kind is PartKind.FORWARDED or attachment.get("is_msg_unfurl"):
        return list(_texts(attachment, ("text",), references))
    if kind is PartKind.PREVIEW:
        return list(_texts(attachment, ("title", "text"), references))
    return list(_app_texts(attachment, references))


def read_footer(attachment: Attachment, references: References) -> list[Stretch]:
    """Return the words of the footer that an app wrote: of one with blocks, Slack shows none."""
    if kind_of(attachment) is not PartKind.ATTACHED or _blocks_of(attachment):
        return []
    return list(_texts(attachment, _FOOTER, references))


def _blocks_of(attachment: Attachment) -> list[Block]:
    """Return the blocks of the message that is forwarded, or an attachment's own."""
    forwarded = [b for message in _messages_of(attachment) for b in dicts_of(message, "blocks")]
    return forwarded or dicts_of(attachment, "blocks")


def _messages_of(attachment: Attachment) -> list[dict[str, Any]]:
    return [dict_of(found, "message") for found in dicts_of(attachment, "message_blocks")]


def list_nested(attachment: Attachment) -> list[Attachment]:
    """Return what hangs below the message that is forwarded: it may be a forward as well."""
    messages = [attachment, *_messages_of(attachment)]
    return [nested for message in messages for nested in dicts_of(message, "attachments")]


def _app_texts(attachment: Attachment, references: References) -> Iterator[Stretch]:
    yield from _texts(attachment, _TEXTS, references)
    for field in dicts_of(attachment, "fields"):
        yield from _texts(field, ("title", "value"), references)


def _texts(
    node: dict[str, Any], keys: tuple[str, ...], references: References
) -> Iterator[Stretch]:
    for key in keys:
        for stretch in read_mrkdwn(text_of(node, key), references, composed=False):
            is_bold = key in _IN_BOLD
            yield stretch._replace(words=in_bold(stretch.words)) if is_bold else stretch


class FileWords(NamedTuple):
    """A file's title, and as much of its text as Slack shows; `is_cut` says that there is more."""

    title: str
    text: str
    is_cut: bool


def read_file(file: dict[str, Any]) -> FileWords:
    title = text_of(file, "title") or text_of(file, "name")
    preview = text_of(file, "preview_plain_text") or text_of(file, "preview")
    more = file.get("lines_more")
    is_cut = file.get("preview_is_truncated") is True or (isinstance(more, int) and more > 0)
    return FileWords(make_visible(title), make_visible(preview), is_cut)
