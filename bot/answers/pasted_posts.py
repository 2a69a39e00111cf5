"""Posts of a social network as they are pasted: a name and an account, the words, the counts.

The words are put between marks behind the name; all else stays on a line of its own, and unread.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.slack_text.rows import Row
from knowledge.check_quote import has_marks, put_in_marks
from knowledge.text import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

_REQUEST: Final = r"(?P<request>(?:[^:@\n]{1,40}:\s)?)"
_HEAD: Final = compile_later(
    _REQUEST + r"(?P<name>[^\W\d_a-z][\w.’'-]{0,30}(?:\s[^\W\d_a-z][\w.’'-]{0,30}){0,4})"
    r"[\s✓✔(]{1,6}(?P<account>@\w{2,30})\)?"
    r"(?:\s?[·•|]\s?(?P<day>[^:\n]{1,30}))?\s*"
)
_SHORT: Final = compile_later(
    _REQUEST + r"(?P<again>(?:RT\s)?)(?P<account>@\w{2,30}):\s+(?P<words>\S.*)", re.DOTALL
)
_DAY: Final = re.compile(
    r"[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s[A-Z][a-z]{2,8}\.?(?:\s\d{4})?"
)
_COUNT: Final = compile_later(
    r"\d[\d.,]{0,9}\s?[KkMm]?\s(?:retweet|repost|like|quote|view|bookmark|repl|comment|share)",
    re.IGNORECASE,
)
_TAGS: Final = compile_later(r"(?:\s+[#@]\w{1,50})++\s*\Z")
_LINES: Final = 12  # of the words of one post, at most


def mark_posts(rows: Sequence[Row]) -> list[Row]:
    """Return lines with the words of each post behind its name, and what is left of it below."""
    marked: list[Row] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        plain = len(row.cells) == 1 and "@" in row.words and not has_marks(row.words)
        head = _HEAD.fullmatch(row.words) if plain else None
        short = _SHORT.fullmatch(row.words) if plain and not head else None
        at += 1
        if head:
            length, post = _read_post(row, head, [one.words.strip() for one in rows[at:]])
            at += length
            marked += post
        else:
            marked += _mark_short(row, short) if short else [row]
    return marked


def _read_post(row: Row, head: re.Match[str], below: Sequence[str]) -> tuple[int, list[Row]]:
    """Return how many lines belong to the words of a post, and what is written of it."""
    day, left = head["day"] or "", [head["account"]]
    first = 1 if below and _DAY.fullmatch(below[0]) else 0
    day = below[0] if first else day
    if day and not _DAY.fullmatch(day.strip()):
        left.append(day.strip())
        day = ""
    last = first
    while last < min(len(below), _LINES) and _is_of_the_words(below[last]):
        last += 1
    words, tags = _part_tags(" ".join(below[first:last]))
    if not words:
        return 0, [row]
    label = ", ".join(filter(None, [head["name"].strip(), day.strip()]))
    said = row._replace(cells=(f"{head['request']}{label}: {put_in_marks(words)}",), lead="")
    return last, [said, _put_left([*left, *tags])]


def _mark_short(row: Row, short: re.Match[str]) -> list[Row]:
    """Return a post on one line, of which no name is told but the account: "@brandt: We wait"."""
    words, tags = _part_tags(short["words"])
    said = f"{short['request']}{short['account']}: {put_in_marks(words)}"
    left = [one for one in (short["again"].strip(), *tags) if one]
    marked = row._replace(cells=(said,), lead="")
    return [marked, _put_left(left)] if left else [marked]


def _put_left(left: Sequence[str]) -> Row:
    return Row((" · ".join(left),))


def _is_of_the_words(line: str) -> bool:
    return bool(line) and not (has_marks(line) or _HEAD.fullmatch(line) or _COUNT.search(line))


def _part_tags(words: str) -> tuple[str, list[str]]:
    """Return the words of a post, and the tags behind them."""
    tags = _TAGS.search(words)
    return (words[: tags.start()], tags[0].split()) if tags else (words.strip(), [])
