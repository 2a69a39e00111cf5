"""Data as YAML with comments, which no library of YAML writes from plain data; and as JSON."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

_WIDTH = 100
# Words that mean themselves without quotation marks: no mark of YAML's, and no word of its own.
_PLAIN = re.compile(r"/?[A-Za-z](?:[\w ,.'/-]|:(?=\S))*(?<=\S)", re.ASCII)
_OWN_WORDS = frozenset("y n yes no on off true false null".split())


@dataclass(frozen=True)
class Noted:
    """A part of the data, and what a comment says of it."""

    value: Node
    why: str


Node: TypeAlias = "str | bool | Noted | Mapping[str, Node] | Sequence[Node]"


def to_yaml(data: Mapping[str, Node], head: str) -> str:
    """Return data as YAML, with a comment of some lines at its head."""
    above = [line for words in head.splitlines() for line in _comment(words, "")]
    return "".join(f"{line}\n" for line in [*above, *_mapping(data, "")])


def to_json(data: Mapping[str, Node]) -> str:
    """Return data as JSON, which has no comments."""
    return json.dumps(without_notes(data), ensure_ascii=False, indent=2)


def without_notes(node: Node) -> object:
    """Return the data alone."""
    if isinstance(node, Noted):
        return without_notes(node.value)
    if isinstance(node, Mapping):
        return {key: without_notes(value) for key, value in node.items()}
    if isinstance(node, str | bool):
        return node
    return [without_notes(item) for item in node]


def _mapping(data: Mapping[str, Node], indent: str) -> Iterator[str]:
    for key, node in data.items():
        value, why = _parted(node)
        yield from _comment(why, indent)
        if _is_written_in_line(value):
            yield f"{indent}{key}: {_scalar(value)}"
        else:
            yield f"{indent}{key}:"
            yield from _inner(value, f"{indent}  ")


def _inner(value: Node, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value, indent)
    elif isinstance(value, Sequence):
        for node in value:
            yield from _item(node, indent)


def _item(node: Node, indent: str) -> Iterator[str]:
    """Yield the lines of one item; what is said of a word stands behind it."""
    value, why = _parted(node)
    if _is_written_in_line(value):
        yield f"{indent}- {_scalar(value)}" + (f" # {why}" if why else "")
        return
    yield from _comment(why, indent)
    first, *others = _inner(value, f"{indent}  ")
    yield f"{indent}- {first.lstrip()}"
    yield from others


def _parted(node: Node) -> tuple[Node, str]:
    return (node.value, node.why) if isinstance(node, Noted) else (node, "")


def _is_written_in_line(value: Node) -> bool:
    return isinstance(value, str | bool) or not value


def _comment(words: str, indent: str) -> list[str]:
    opening = f"{indent}# "
    return textwrap.wrap(words, _WIDTH, initial_indent=opening, subsequent_indent=opening)


def _scalar(value: Node) -> str:
    """Return a value as YAML takes it: JSON is YAML too."""
    is_word = isinstance(value, str) and _PLAIN.fullmatch(value)
    if is_word and str(value).lower() not in _OWN_WORDS:
        return str(value)
    return json.dumps(without_notes(value), ensure_ascii=False)
