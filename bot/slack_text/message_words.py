"""A Slack message to plain words: what its reader sees, what of it can be asked, what it quotes."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bot.slack_text.addressees import is_in_copy
from bot.slack_text.attached_words import (
    FileWords,
    kind_of,
    list_nested,
    read_attachment,
    read_file,
    read_footer,
)
from bot.slack_text.block_words import UnknownElementError, read_blocks, read_known_blocks
from bot.slack_text.message_parts import DecodedMessage, MessagePart, PartKind
from bot.slack_text.mrkdwn import Stretch, read_mrkdwn
from bot.slack_text.numbered_lines import number_lines
from bot.slack_text.references import References, Words
from bot.slack_text.rows import find_rows
from bot.slack_text.tolerant import dicts_of, text_of, trim
from bot.slack_text.visible_text import CODE, OMITTED, OWN_MENTION, find_code, make_askable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_OWN_NAME = "Stancebook"
# Of these each cell or line can be a quotation: names and titles stand in lines of their own.
_OF_LINES = frozenset({PartKind.TABLE, PartKind.ATTACHED, PartKind.PREVIEW})
_FORWARDED_AS = {PartKind.BLOCK_QUOTE: PartKind.FORWARDED}
_BESIDE = PartKind.FORWARDED_BESIDE
_CELL_ENDS = re.compile(r"[\t\n]")
_QUOTED_LINE = re.compile(r"[ \t]{0,3}>[> \t]*")
_NOBODY = References()
# A block quote begun by hand behind the mention, where Slack's composer makes none.
_QUOTES = re.compile(rf"\s*+[{OWN_MENTION}{OMITTED}]\s*+>\s*+(?=\S)")


def decode_message(message: Mapping[str, Any], references: References = _NOBODY) -> DecodedMessage:
    """Decode a message as an event or a shortcut carries it.

    Its blocks are read where all that they hold is known; else its text, which says less exactly
    the same. Whatever is absent, or not what Slack sends, is read as nothing.
    """
    message = trim(message, "blocks", "text", "attachments", "files")
    body = list(_quoted_behind_mention(_read_body(message, references)))
    parts = _as_parts(body, references)
    for attachment in dicts_of(message, "attachments"):
        parts += _attached(attachment, references)
    for file in dicts_of(message, "files"):
        parts += _of_file(read_file(file))
    typed = _join(s.words.shown for s in body if s.kind is PartKind.TYPED)
    return DecodedMessage(tuple(part for part in parts if part.shown), is_in_copy(typed))


def decode_typed(text: str, references: References = _NOBODY) -> DecodedMessage:
    """Decode what was typed after a command: marks arrive as they were typed, names as ids."""
    text = text_of(trim({"text": text}, "text"), "text")
    parts = _as_parts(read_mrkdwn(text, references, composed=False), references)
    return DecodedMessage(tuple(part for part in parts if part.shown))


def _read_body(message: Mapping[str, Any], references: References) -> list[Stretch]:
    blocks, text = dicts_of(message, "blocks"), text_of(message, "text")
    try:
        return read_blocks(blocks, references) or _read_text(text, references)
    except UnknownElementError:
        return _read_text(text, references) or read_known_blocks(blocks, references)


def _quoted_behind_mention(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches, with the first line's words that a typed ">" quotes apart."""
    for number, stretch in enumerate(stretches):
        shown, asked = map(_QUOTES.match, stretch.words)
        if number or stretch.kind is not PartKind.TYPED or not (shown and asked):
            yield stretch
            continue
        (line, below), (said, rest) = (w.partition("\n")[::2] for w in stretch.words)
        yield Stretch(PartKind.TYPED, Words(OWN_MENTION, OMITTED))
        yield Stretch(PartKind.BLOCK_QUOTE, Words(line[shown.end() :], said[asked.end() :]))
        if below.strip():
            yield stretch._replace(words=Words(below, rest))


def _read_text(text: str, references: References) -> list[Stretch]:
    return read_mrkdwn(text, references, composed=True)


def _as_parts(stretches: Sequence[Stretch], references: References) -> list[MessagePart]:
    """Join what stands together, and take away whom the message is addressed to."""
    joined = list(_joined(stretches))
    if joined:
        joined[0] = _without_addressee(joined[0], str.removeprefix)
        joined[-1] = _without_addressee(joined[-1], str.removesuffix)
    return [_part(*stretch, references) for stretch in joined]


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    for kind, same in groupby(stretches, key=lambda stretch: stretch.kind):
        found = list(same)
        items = tuple(item for stretch in found for item in stretch.items)
        yield Stretch(kind, _below_one_another(found), items)


def _below_one_another(stretches: Iterable[Stretch]) -> Words:
    words = [stretch.words for stretch in stretches]
    return Words(_join(w.shown for w in words), _join(w.asked for w in words))


def _join(texts: Iterable[str]) -> str:
    """Put texts below one another; some end with a newline already."""
    joined = ""
    for text in texts:
        joined += text if not joined or joined.endswith("\n") else f"\n{text}"
    return joined


def _without_addressee(stretch: Stretch, strip: Callable[[str, str], str]) -> Stretch:
    shown = stretch.words.shown.strip()
    while (left := strip(shown, OWN_MENTION).strip()) != shown:
        shown = left
    return stretch._replace(words=stretch.words._replace(shown=shown))


def _part(
    kind: PartKind, words: Words, items: Iterable[str], references: References
) -> MessagePart:
    own = next((references.names[i] for i in references.own if i in references.names), _OWN_NAME)
    words = words._replace(asked=number_lines(words.asked))
    shown = words.shown.replace(OWN_MENTION, f"@{own}").replace(CODE, "").strip()
    asked = make_askable(words.asked)
    lines = map(make_askable, _CELL_ENDS.split(words.asked)) if kind in _OF_LINES else [asked]
    quotable = lines if kind is not PartKind.TYPED else map(make_askable, items)
    coded, rows = find_code(words.asked), find_rows(words.asked)
    return MessagePart(kind, shown, asked, tuple(filter(None, quotable)), coded, rows)


def _attached(attachment: dict[str, Any], references: References) -> Iterator[MessagePart]:
    for number, stretch in enumerate(_part_quotes(attachment, references)):
        yield replace(_part(*stretch, references), opens=number == 0)
    if footer := read_footer(attachment, references):
        yield _part(PartKind.FOOTER, _below_one_another(footer), (), references)
    for file in dicts_of(attachment, "files"):
        yield from _of_file(read_file(file)._replace(title=""))
    for nested in list_nested(attachment) if kind_of(attachment) is PartKind.FORWARDED else ():
        yield from _attached(nested, references)


def _part_quotes(attachment: dict[str, Any], references: References) -> list[Stretch]:
    """Return the words of an attachment as one, but the block quotes of a forwarded message apart.

    Of one with a block quote it is this that is forwarded to be checked, as where it is typed.
    """
    kind, stretches = kind_of(attachment), read_attachment(attachment, references)
    quotes = {stretch.kind is PartKind.BLOCK_QUOTE for stretch in stretches if any(stretch.words)}
    if kind is not PartKind.FORWARDED or len(quotes) == 1:
        return [Stretch(kind, _below_one_another(stretches))]
    return list(_joined(s._replace(kind=_FORWARDED_AS.get(s.kind, _BESIDE)) for s in stretches))


def _of_file(file: FileWords) -> Iterator[MessagePart]:
    yield MessagePart(PartKind.FILE_TITLE, file.title, "")
    for kind, text in _part_lines(file.text):
        yield replace(_part(kind, Words.plain(text), (), _NOBODY), is_cut=file.is_cut)


def _part_lines(text: str) -> Iterator[tuple[PartKind, str]]:
    """Yield the lines of a file as one; where ">" quotes some, as in Markdown, these apart."""
    lines = text.split("\n")
    quoted = [_QUOTED_LINE.match(line) for line in lines]
    if not any(quoted):
        yield PartKind.FILE_TEXT, text
        return
    for is_quote, run in groupby(zip(quoted, lines, strict=True), key=lambda pair: bool(pair[0])):
        bare = "\n".join(line[mark.end() :] if mark else line for mark, line in run)
        yield PartKind.FILE_TEXT if is_quote else PartKind.FILE_BESIDE, bare
