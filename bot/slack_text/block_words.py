"""Block Kit's blocks to parts: rich text as Slack's composer sends it, and what apps post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.slack_text.message_parts import PartKind
from bot.slack_text.mrkdwn import Stretch, read_mrkdwn
from bot.slack_text.references import Words
from bot.slack_text.tolerant import dict_of, dicts_of, list_of, text_of
from bot.slack_text.visible_text import BOLD, CODE, ITEM, make_visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.slack_text.references import References

Block = dict[str, Any]
_DEEPEST = 9  # lists within one another: Slack allows no more


class UnknownElementError(Exception):
    """Raised where a block holds what is not known here, so that its words are not known either."""


def read_blocks(blocks: Iterable[Block], references: References) -> list[Stretch]:
    """Return the words of blocks, in order; raise UnknownElementError where one is not known."""
    stretches: list[Stretch] = []
    for block in blocks:
        read = _BLOCKS.get(text_of(block, "type"))
        if read is None:
            raise UnknownElementError
        stretches += read(block, references)
    return stretches


def read_known_blocks(blocks: Iterable[Block], references: References) -> list[Stretch]:
    """Return the words of those blocks that are known."""
    stretches: list[Stretch] = []
    for block in blocks:
        try:
            stretches += read_blocks([block], references)
        except UnknownElementError:
            continue
    return stretches


def _rich_text(block: Block, references: References) -> Iterator[Stretch]:
    for element in dicts_of(block, "elements"):
        kind = text_of(element, "type")
        if kind == "rich_text_list":
            items = [_item(item, element, references) for item in dicts_of(element, "elements")]
            yield Stretch(PartKind.TYPED, _lines(items), tuple(item.asked for item in items))
        elif kind in _RICH_TEXT:
            yield Stretch(_RICH_TEXT[kind], _runs(element, references))
        else:
            raise UnknownElementError


def _item(item: Block, of_list: Block, references: References) -> Words:
    indent = of_list.get("indent")
    depth = 1 + (indent if isinstance(indent, int) and 0 < indent < _DEEPEST else 0)
    words = _runs(item, references)
    return words._replace(asked=f"{ITEM * depth}{words.asked}")


def _runs(section: Block, references: References) -> Words:
    found = [_run(element, references) for element in dicts_of(section, "elements")]
    return Words("".join(w.shown for w in found), "".join(w.asked for w in found))


def _run(element: Block, references: References) -> Words:
    read = _RUNS.get(text_of(element, "type"))
    if read is None:
        raise UnknownElementError
    words = read(element, references)
    style = dict_of(element, "style") if words.asked else {}
    if style.get("code") is True:
        words = words._replace(asked=f"{CODE}{words.asked}{CODE}")
    return in_bold(words) if style.get("bold") is True else words


def in_bold(words: Words) -> Words:
    """Return words as those of a header, or of what else Slack shows in bold."""
    return words._replace(asked=f"{BOLD}{words.asked}{BOLD}")


def _text_object(node: object, references: References) -> Iterator[Stretch]:
    """Yield the words of a text object: plain text, or mrkdwn."""
    if not isinstance(node, dict):
        return
    if node.get("type") == "mrkdwn":
        yield from read_mrkdwn(text_of(node, "text"), references, composed=False)
    elif words := make_visible(text_of(node, "text")):
        yield Stretch(PartKind.TYPED, Words.plain(words))


def _section(block: Block, references: References) -> Iterator[Stretch]:
    for node in (block.get("text"), *list_of(block, "fields")):
        yield from _text_object(node, references)


def _context(block: Block, references: References) -> Iterator[Stretch]:
    for element in dicts_of(block, "elements"):
        if text_of(element, "type") != "image":
            yield from _text_object(element, references)


def _actions(block: Block, references: References) -> Iterator[Stretch]:
    """Yield the labels of buttons, which a reader sees and nobody asks."""
    for element in dicts_of(block, "elements"):
        for stretch in _text_object(element.get("text"), references):
            yield Stretch(PartKind.TYPED, Words.unasked(stretch.words.shown))


def _headed(*keys: str) -> Callable[[Block, References], Iterator[Stretch]]:
    """Return what reads a block whose words stand under these keys, as text objects or strings."""

    def read(block: Block, references: References) -> Iterator[Stretch]:
        for key in keys:
            node = block.get(key)
            plain = {"type": "plain_text", "text": node} if isinstance(node, str) else node
            yield from _text_object(plain, references)

    return read


def _header(block: Block, references: References) -> Iterator[Stretch]:
    for stretch in _text_object(block.get("text"), references):
        yield stretch._replace(words=in_bold(stretch.words))


def _markdown(block: Block, references: References) -> Iterator[Stretch]:
    yield from read_mrkdwn(text_of(block, "text"), references, composed=False)


def _table(block: Block, references: References) -> Iterator[Stretch]:
    """Yield a table: a row is a line, and to a question a tab parts its cells."""
    rows = [[_cell(c, references) for c in _cells_of(row)] for row in list_of(block, "rows")]
    shown = "\n".join(" ".join(cell.shown for cell in row) for row in rows)
    asked = "\n".join("\t".join(" ".join(cell.asked.split()) for cell in row) for row in rows)
    yield Stretch(PartKind.TABLE, Words(shown, asked))


def _cells_of(row: object) -> list[Block]:
    return [cell for cell in row if isinstance(cell, dict)] if isinstance(row, list) else []


def _cell(cell: Block, references: References) -> Words:
    kind = text_of(cell, "type")
    if kind == "rich_text":
        return _lines([stretch.words for stretch in _rich_text(cell, references)])
    if kind == "raw_number":
        return Words.plain(str(cell.get("value", "")))
    if kind == "raw_text":
        return Words.plain(make_visible(text_of(cell, "text")))
    raise UnknownElementError


def _lines(found: Iterable[Words]) -> Words:
    lines = list(found)
    return Words("\n".join(w.shown for w in lines), "\n".join(w.asked for w in lines))


def _nothing(_: Block, __: References) -> Iterator[Stretch]:
    return iter(())


_RICH_TEXT = {
    "rich_text_section": PartKind.TYPED,
    "rich_text_quote": PartKind.BLOCK_QUOTE,
    "rich_text_preformatted": PartKind.CODE_BLOCK,
}
_RUNS: dict[str, Callable[[Block, References], Words]] = {
    "text": lambda run, _: Words.plain(make_visible(text_of(run, "text"))),
    "user": lambda run, at: at.user(text_of(run, "user_id")),
    "channel": lambda run, at: at.channel(text_of(run, "channel_id")),
    "usergroup": lambda run, at: at.group(text_of(run, "usergroup_id")),
    "team": lambda run, at: at.group(text_of(run, "team_id")),
    "broadcast": lambda run, at: at.broadcast(text_of(run, "range")),
    "emoji": lambda run, at: at.emoji(text_of(run, "name"), text_of(run, "unicode")),
    "link": lambda run, at: at.link(text_of(run, "url"), make_visible(text_of(run, "text"))),
    "color": lambda run, at: at.color(text_of(run, "value")),
    "date": lambda run, at: at.date(make_visible(text_of(run, "fallback"))),
}
_BLOCKS: dict[str, Callable[[Block, References], Iterable[Stretch]]] = {
    "rich_text": _rich_text,
    "section": _section,
    "context": _context,
    "header": _header,
    "markdown": _markdown,
    "table": _table,
    "actions": _actions,
    "image": _headed("title"),
    "video": _headed("title", "description"),
    "share_shortcut": _headed("title", "description"),
    "divider": _nothing,
    "file": _nothing,
    "context_actions": _nothing,
}
