"""A Message as Slack is sent it: rich text built from data, and the gate that enforces the limits.

Words of data or of users go into rich text and plain text, which take them literally; where Slack
reads markup (the top-level text, mrkdwn) they are escaped.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.block_kit import limits
from bot.block_kit.table_block import table_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Block = dict[str, Any]
_encode = json.JSONEncoder(ensure_ascii=False).encode
_RESTYLED = re.compile(r"[*_~`\n]|:[^\s:]+:")  # what Slack's markup reads
_GLUED = re.compile(r"\w\x01|\x02[\w\x01]")
_MARKED = re.compile(r"\*([^*]+)\*")
_ADDRESS = re.compile(r"https?://[^\s<>|]{1,2000}")
_LINKED = re.compile(r"<https?://[^\s<>|]+\|([^<>|]*)>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ELLIPSIS = "…"
_ROOM = 300  # characters kept free for what the app adds
ASK = "ask"  # the action of a button that asks a question
IN_PLACE = "here"  # the action of a button whose answer takes the place of its message
_DIGEST = 12  # characters of a kb's digest that a button carries
_ADDED = 4  # blocks kept free, likewise
_TEXT = limits.TOP_LEVEL_TEXT  # the top-level text says all that the blocks say


def escape(text: str) -> str:
    """Make text safe wherever Slack reads markup: nothing typed can ping a channel."""
    for typed, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\0", "")):
        text = text.replace(typed, safe)
    return text


def safe(text: str) -> str:
    """Drop what would steer a terminal."""
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    """Return text as one line that cannot steer a terminal."""
    return " ".join(safe(text).split())


def clip(text: str, length: int) -> str:
    """Shorten visibly."""
    return text if len(text) <= length else text[: length - 1].rstrip() + _ELLIPSIS


def run(text: str, *, bold: bool = False, italic: bool = False) -> Block:
    """Return a run of rich text, which Slack shows literally."""
    style = {name: True for name, on in (("bold", bold), ("italic", italic)) if on}
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def link(text: str, url: str | None) -> Block:
    """Return a run of small print that leads to an address; plain where Slack takes none."""
    return {**run(text), **({"url": url} if url and _ADDRESS.fullmatch(url) else {})}


def line(*runs: Block) -> Block:
    """Return a line of rich text; Slack refuses a message with a run of no characters."""
    return {"type": "rich_text_section", "elements": [r for r in runs if r.get("text", True)]}


DIVIDER: Block = {"type": "divider"}


def highlighted(text: str, spans: Iterable[tuple[int, int]]) -> list[Block]:
    """Return runs of rich text with these spans in bold; they are in order and do not touch."""
    bounds = [0, *(offset for span in spans for offset in span), len(text)]
    pieces = [text[start:end] for start, end in pairwise(bounds)]
    return [run(piece, bold=bool(i % 2)) for i, piece in enumerate(pieces) if piece]


def quotation(words: str, spans: Iterable[tuple[int, int]] = ()) -> Block:
    """Return words of an article, set apart as Slack sets a quotation apart; spans are in bold."""
    return {"type": "rich_text_quote", "elements": highlighted(words, spans)}


def bullets(items: Iterable[Sequence[Block]]) -> Block:
    elements = [line(*runs) for runs in items]
    return {"type": "rich_text_list", "style": "bullet", "elements": elements}


def paragraph(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def header(text: str) -> Block:
    """Return the one line of a message that is large."""
    return {"type": "header", "text": _plain(clip(text, limits.HEADER_TEXT))}


def small_print(*texts: str | Block) -> Block:
    """Return a line of small print: plain texts and runs, of which some may be bold or links.

    Small print is bold by Slack's markup alone. Where that would restyle a word of the data, the
    line is plain.
    """
    runs = [run(text) if isinstance(text, str) else text for text in texts]
    text = clip("".join(r["text"] for r in runs), limits.CONTEXT_TEXT)
    marked = "".join(map(_marked, runs))
    needs_marks = any(r.get("style") or r.get("url") for r in runs)
    if not needs_marks or len(marked) > limits.CONTEXT_TEXT or not _takes_marks(runs):
        return {"type": "context", "elements": [_plain(text)]}
    element = {"type": "mrkdwn", "text": marked, "verbatim": True}
    return {"type": "context", "elements": [element]}


def _takes_marks(runs: Sequence[Block]) -> bool:
    """Return whether Slack's marks make bold what is bold, and nothing else: not inside a word."""
    text = "".join(r["text"] for r in runs)
    marked = "".join(_between(r["text"], "\1", "\2") if r.get("style") else r["text"] for r in runs)
    return not (_RESTYLED.search(text) or _GLUED.search(marked))


def _marked(run: Block) -> str:
    """Return a run in Slack's markup."""
    text = escape(run["text"])
    if run.get("url"):
        return f"<{escape(run['url'])}|{text.replace('|', '/')}>"
    return _between(text, "*", "*") if run.get("style") else text


def _between(text: str, opening: str, closing: str) -> str:
    """Put words between marks, which take no space on their inner side."""
    words = text.strip()
    return text.replace(words, f"{opening}{words}{closing}", 1) if words else text


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}


@dataclass(frozen=True, slots=True)
class Button:
    """A button whose `question` alone rebuilds the answer, over the kb with this digest."""

    label: str
    question: str
    action: str = ASK

    def element(self, number: int, digest: str) -> Block:
        value = _encode({"q": self.question, "d": digest[:_DIGEST]})
        return {
            "type": "button",
            "action_id": f"{self.action}:{number}",
            "text": _plain(clip(self.label, limits.BUTTON_TEXT)),
            "value": value,
        }


def buttons(found: Sequence[Button], digest: str) -> Block:
    """Return a row of buttons, of those that Slack takes."""
    elements = [button.element(i, digest) for i, button in enumerate(found)]
    fitting = [e for e in elements if len(e["value"]) <= limits.BUTTON_VALUE]
    return {"type": "actions", "elements": fitting[: limits.ACTION_ELEMENTS]}


def row(found: Sequence[Button], digest: str) -> list[Block]:
    """Return a row of buttons, if there are any, and the number of those that do not fit."""
    actions = buttons(found, digest)
    left = len(found) - len(actions["elements"])
    rest = [small_print(f"{left} more to choose from: name one.")] if left else []
    return [*([actions] if actions["elements"] else []), *rest]


def add_button(blocks: Sequence[Block], button: Button, digest: str) -> list[Block]:
    """Return blocks with one more button, in their last row where it is at the end and has room."""
    last = blocks[-1] if blocks else {}
    elements = last["elements"] if last.get("type") == "actions" else []
    if not 0 < len(elements) < limits.ACTION_ELEMENTS:
        return [*blocks, *row([button], digest)]
    element = button.element(len(elements), digest)
    fits = len(element["value"]) <= limits.BUTTON_VALUE
    return [*blocks[:-1], {**last, "elements": [*elements, element]}] if fits else list(blocks)


def pressed(value: object) -> str:
    """Return the question that a button's value carries; an empty one for a value not ours."""
    question = _carried(value).get("q")
    return question if isinstance(question, str) else ""


def is_readable(value: object) -> bool:
    """Return whether a button's value is one of ours, undamaged: a question, and over which kb."""
    return bool(pressed(value)) and isinstance(_carried(value).get("d"), str)


def is_of(digest: str, value: object) -> bool:
    """Return whether a button was made over the kb with this digest."""
    return bool(digest) and _carried(value).get("d") == digest[:_DIGEST]


def _carried(value: object) -> dict[str, Any]:
    """Return what a button's value carries: nothing, if Slack would not have taken it from us."""
    if not isinstance(value, str) or len(value) > limits.BUTTON_VALUE:
        return {}
    try:
        data = json.loads(value)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


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


def as_text(blocks: Sequence[Block]) -> str:
    """Return what the blocks say, line by line: the text for notifications and screen readers."""
    lines: list[str] = []
    for block in blocks:
        lines += _LINES[block["type"]](block)
    return "\n".join(lines)


def _rich_lines(block: Block) -> list[str]:
    lines: list[str] = []
    for element in block["elements"]:
        kind = element["type"]
        if kind == "rich_text_list":
            lines += ["• " + _runs(item) for item in element["elements"]]
        else:
            lines.append(("> " if kind == "rich_text_quote" else "") + _runs(element))
    return lines


def _runs(element: Block) -> str:
    return "".join([_run_text(run) for run in element["elements"]])


def _run_text(run: Block) -> str:
    kind = run["type"]
    if kind == "text":
        return str(run["text"])
    return f"<@{run['user_id']}>" if kind == "user" else f"<#{run['channel_id']}>"


def small_runs(element: Block) -> list[Block]:
    """Return an element of small print as runs, which are literal and bold where it is."""
    if element["type"] != "mrkdwn":
        return [run(element["text"])]
    pieces = _MARKED.split(_LINKED.sub(r"\1", element["text"]))
    return [run(html.unescape(p), bold=bool(i % 2)) for i, p in enumerate(pieces) if p]


def _small_line(block: Block) -> list[str]:
    return ["".join(r["text"] for r in small_runs(e)) for e in block["elements"]]


_LINES: dict[str, Callable[[Block], list[str]]] = {
    "header": lambda block: [block["text"]["text"]],
    "rich_text": _rich_lines,
    "context": _small_line,
    "actions": lambda block: [" ".join(f"[{e['text']['text']}]" for e in block["elements"])],
    "divider": lambda _: [],
    "table": lambda block: list(table_lines(block)),
}
