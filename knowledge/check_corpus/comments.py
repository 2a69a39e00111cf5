"""Comments in an entry's YAML: a curator's own, and those that the templates brought."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEMPLATES = Path(__file__).parent.parent / "templates"
_COMMENT = re.compile("#[^\r\n]*")


class Comment(NamedTuple):
    """One comment; `cuts` tells that it ends a value without marks, as a `#` typed there does."""

    line: int
    words: str
    cuts: bool

    @property
    def is_doubtful(self) -> bool:
        """Whether it may be meant as the end of a value, as in "See #12": no space follows."""
        return self.cuts and self.words[1:2] not in {"", " ", "\t", "#"}


def curators(text: str) -> list[Comment]:
    """Return the comments that somebody wrote; those of the templates are no loss."""
    return [comment for comment in _comments(text) if comment.words not in _of_templates()]


@cache
def _of_templates() -> frozenset[str]:
    texts = (file.read_text(encoding="utf-8") for file in _TEMPLATES.glob("*.yaml"))
    return frozenset(comment.words for text in texts for comment in _comments(text))


def _comments(text: str) -> Iterator[Comment]:
    """Find what YAML passes over: the tokens leave white space and comments between them."""
    if "#" not in text:
        return
    text = text.removeprefix("\ufeff")
    at, plain_on = 0, -1  # where the last token ends, and its line if it is a value without marks
    counted, line = 0, 1  # the line at a place, counted on from the last one
    for token in yaml.scan(text, Loader=_Loader):
        start, end = token.start_mark, token.end_mark
        for found in _COMMENT.finditer(text, at, max(at, start.index)):
            line += text.count("\n", counted, found.start())
            counted = found.start()
            yield Comment(line, found[0].rstrip(), line - 1 == plain_on)
        at = max(at, end.index)
        plain_on = -1
        if isinstance(token, yaml.ScalarToken):
            plain_on = end.line if token.plain else -1
            yield from _of_block(token, text)


def _of_block(token: yaml.ScalarToken, text: str) -> Iterator[Comment]:
    """Find the comment that may follow the | or > of a value in a block."""
    if token.style in {"|", ">"}:
        start, end = token.start_mark.index, text.find("\n", token.start_mark.index)
        if found := _COMMENT.search(text, start, end if end >= 0 else len(text)):
            yield Comment(token.start_mark.line + 1, found[0].rstrip(), cuts=False)
