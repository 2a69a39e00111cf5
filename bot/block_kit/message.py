"""A Message as Slack is sent it: parts put together, and the gate that enforces the limits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.block_kit import limits
from bot.block_kit.block_elements import DIVIDER, line, paragraph, run
from bot.block_kit.block_text import as_text
from bot.block_kit.safe_text import clip, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.block_kit.block_elements import Block

_ROOM = 300  # characters kept free for what the app adds
_ADDED = 4  # blocks kept free, likewise
_TEXT = limits.TOP_LEVEL_TEXT  # the top-level text says all that the blocks say


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that stand or fall together; only a statement may be left out.

    `told` is the number of statements in blocks that are no statement by themselves, as a table
    is not; `notified` stands in the top-level text in place of the first block; `shows` are the
    ids of the statements whose words the blocks show.
    """

    blocks: list[Block]
    statement: bool = False
    told: int = 0
    notified: str = ""
    shows: tuple[str, ...] = ()

    def under(self, *heading: Block) -> Part:
        """Return the part as a statement with blocks above it."""
        return replace(self, blocks=[*heading, *self.blocks], statement=True)

    def text(self) -> str:
        """Return what the blocks say, and what a notification says of them first."""
        if not self.notified:
            return as_text(self.blocks)
        return "\n".join([self.notified, as_text(self.blocks[1:])])


def refusal_part(*sentences: str) -> Part:
    """Return sentences as one part, the first in bold."""
    first, *others = sentences
    return Part([paragraph(line(run(first, bold=True)), *(line(run(s)) for s in others))])


@dataclass(frozen=True, slots=True)
class Message:
    """What Slack is sent; `lead` is Slack's own markup of ours, such as who shared it.

    `shows` are the ids of the statements whose words it shows, in order.
    """

    text: str
    blocks: list[Block] = field(default_factory=list)
    lead: str = ""
    shows: tuple[str, ...] = ()

    def payload(self) -> dict[str, Any]:
        return {"text": self.lead + escape(self.text), "blocks": self.blocks}


def begin_with(sentence: str, message: Message) -> Message:
    """Return a message that says a sentence first."""
    blocks = [paragraph(line(run(sentence, italic=True))), *message.blocks]
    return gate(replace(message, text=f"{sentence}\n\n{message.text}", blocks=blocks))


def compose(parts: Sequence[Part], foot: Callable[[int], list[Block]]) -> Message:
    """Put parts together within Slack's limits, leaving out whole statements from the end.

    `foot` is given the number of statements shown, and says what is left out.
    """
    kept = _fitting([(part, part.text()) for part in parts], foot(0))
    below = foot(sum(part.statement or part.told for part, _ in kept))
    blocks = _joined(block for part, _ in kept for block in part.blocks)
    if blocks[:1] == [DIVIDER]:
        del blocks[0]  # there is nothing above to divide from
    texts = [text for _, text in kept] + ([as_text(below)] if below else [])
    shows = list_shown(part for part, _ in kept)
    return gate(Message("\n\n".join(texts), [*blocks, *below], shows=shows))


def _fitting(kept: list[tuple[Part, str]], foot: Sequence[Block]) -> list[tuple[Part, str]]:
    """Return what fits above a foot; each part is measured once, however many are left out."""
    sizes = [_Size(len(part.blocks), len(escape(text)) + 2) for part, text in kept]
    blocks = sum(size.blocks for size in sizes) + len(foot) + _ADDED
    length = sum(size.length for size in sizes) + len(escape(as_text(foot))) + _ROOM
    left_out: set[int] = set()
    for number in _spared_first(kept):
        if blocks <= limits.BLOCKS and length <= min(_TEXT, limits.TEXT_OF_ALL_BLOCKS):
            break
        left_out.add(number)
        blocks, length = blocks - sizes[number].blocks, length - sizes[number].length
    return [pair for number, pair in enumerate(kept) if number not in left_out]


class _Size(NamedTuple):
    """The blocks of a part, and the characters of its text."""

    blocks: int
    length: int


def _spared_first(kept: Sequence[tuple[Part, str]]) -> list[int]:
    """Return the numbers of parts as they may be left out: statements from the end, then others.

    The first part is always kept.
    """
    numbers = range(len(kept) - 1, 0, -1)
    return sorted(numbers, key=lambda number: not kept[number][0].statement)


def list_shown(parts: Iterable[Part]) -> tuple[str, ...]:
    """Return the ids of the statements whose words parts show, each once."""
    return tuple(dict.fromkeys(name for part in parts for name in part.shows))


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks, with lists that follow one another as one list."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _is_list(joined[-1]) and _is_list(block):
            items = [item for b in (joined[-1], block) for item in b["elements"][0]["elements"]]
            joined[-1] = paragraph({**block["elements"][0], "elements": items})
        else:
            joined.append(block)
    return joined


def _is_list(block: Block) -> bool:
    return [element["type"] for element in block.get("elements", ())] == ["rich_text_list"]


def gate(message: Message) -> Message:
    """Hold a message to what compose() cannot shorten; the last stop before every send."""
    text, room = message.text, limits.TOP_LEVEL_TEXT - len(message.lead)
    while len(escape(text)) > room:
        text = clip(text, len(text) - max(1, (len(escape(text)) - room) // 5))
    blocks = message.blocks[: limits.BLOCKS]
    longest = limits.TEXT_OF_ALL_BLOCKS
    while _length(blocks) > limits.TEXT_OF_ALL_BLOCKS:
        longest //= 2
        blocks = [_shortened(block, longest) for block in blocks]
    return replace(message, text=text or "Stancebook", blocks=blocks)


def _length(blocks: Any) -> int:  # noqa: ANN401 (blocks, or whatever is in them)
    """Count the characters of all texts."""
    if isinstance(blocks, list):
        return sum(map(_length, blocks))
    if isinstance(blocks, dict):
        own = blocks.get("text")
        return (len(own) if isinstance(own, str) else 0) + sum(map(_length, blocks.values()))
    return 0


def _shortened(block: Any, longest: int) -> Any:  # noqa: ANN401 (likewise)
    """Shorten every text of a block visibly."""
    if isinstance(block, list):
        return [_shortened(part, longest) for part in block]
    if not isinstance(block, dict):
        return block
    return {
        name: clip(part, longest)
        if name == "text" and isinstance(part, str)
        else _shortened(part, longest)
        for name, part in block.items()
    }
