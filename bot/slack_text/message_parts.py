"""What a message was decoded to: its words in parts, each of which says where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.slack_text.rows import Row


class PartKind(StrEnum):
    """Where words of a message come from."""

    TYPED = "typed"
    BLOCK_QUOTE = "block quote"
    CODE_BLOCK = "code block"
    ATTACHED = "attached"  # by the app that posted the message
    FOOTER = "footer"  # of what an app attached: where it is from, and no quotation
    FORWARDED = "forwarded"  # of a message with block quotes, these
    FORWARDED_BESIDE = "forwarded beside"  # what the one who quoted wrote above and below them
    TABLE = "table"
    PREVIEW = "preview"  # of a link; Slack or another app added it
    FILE_TITLE = "file title"
    FILE_BESIDE = "file beside"  # lines of a file beside those that a ">" quotes
    FILE_TEXT = "file text"  # the beginning of a file, as far as Slack shows it


# Where words without marks are taken from, the first there is, and what an answer calls it.
PART_NAMES: Final = {
    PartKind.BLOCK_QUOTE: "block quote",
    PartKind.FORWARDED: "forwarded message",
    PartKind.CODE_BLOCK: "code block",
    PartKind.TABLE: "table",
    PartKind.ATTACHED: "app’s post",
    PartKind.PREVIEW: "link’s preview",
    PartKind.FILE_TEXT: "file",
    PartKind.TYPED: "list",
}
_OWN_WORDS = frozenset({PartKind.TYPED, PartKind.BLOCK_QUOTE, PartKind.CODE_BLOCK})
_BESIDE = frozenset(
    {PartKind.PREVIEW, PartKind.FILE_TITLE, PartKind.FILE_TEXT, PartKind.FILE_BESIDE}
)
_WRITERS = frozenset(
    {
        PartKind.TYPED,
        PartKind.ATTACHED,
        PartKind.FOOTER,
        PartKind.FILE_TITLE,
        PartKind.FORWARDED_BESIDE,
        PartKind.FILE_BESIDE,
    }
)


@dataclass(frozen=True, slots=True)
class MessagePart:
    """Words of one kind: as a reader sees them, and what of them can be asked.

    `asked` has no addresses, emoji or ids, which must never be read as names; somebody who is
    mentioned is "someone". `passages` are what a quotation can be: a table's are its cells, those
    of what was typed the items of its lists. `coded` are the words in code, and `rows` the lines
    as they are laid out, each as far as it can be asked.
    `is_cut` says that Slack shows no more than the beginning, and `opens` that an attachment, or
    a message that is forwarded, begins with this part.
    """

    kind: PartKind
    shown: str
    asked: str
    passages: tuple[str, ...] = ()
    coded: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    is_cut: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class DecodedMessage:
    """A message as its reader sees it, part by part, in the order in which they are shown.

    `in_copy` says that it is written to somebody else, and mentions the bot only besides.
    """

    parts: tuple[MessagePart, ...] = ()
    in_copy: bool = False

    @property
    def shown(self) -> str:
        """Return the words of the message, without the previews and files beside it."""
        return _join(part.shown for part in self.parts if part.kind not in _BESIDE)

    @property
    def asked(self) -> str:
        """Return what was written, block quotes in their place, as far as it can be asked."""
        return self.asked_of(*_OWN_WORDS)

    @property
    def quoted(self) -> tuple[MessagePart, ...]:
        """Return the parts whose words are not the writer's own."""
        return tuple(part for part in self.parts if part.kind not in _WRITERS)

    def as_attached(self) -> DecodedMessage:
        """Return the message of an app, of which each line that it posts can be a quotation."""
        return replace(self, parts=tuple(map(_attach, self.parts)))

    def asked_of(self, *kinds: PartKind) -> str:
        """Return what can be asked of the parts of some kinds."""
        return _join(part.asked for part in self.parts if part.kind in kinds)


def _attach(part: MessagePart) -> MessagePart:
    if part.kind is not PartKind.TYPED:
        return part
    lines = tuple(line.strip() for line in part.asked.split("\n") if line.strip())
    return replace(part, kind=PartKind.ATTACHED, passages=lines)


def _join(texts: Iterable[str]) -> str:
    return "\n".join([text for text in texts if text])
