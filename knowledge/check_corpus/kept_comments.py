"""A curator's comments, carried from a file's old text to the new one that a tool writes.

A comment on a line of its own stays above the field or the list item that follows it, and one
behind a value behind that value, wherever the standard form has them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import yaml

from knowledge.check_corpus import comments
from knowledge.corpus.yaml_tree import Loader, YamlTree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_corpus.comments import Comment

# What tells an item of a list from the others, where an earlier one was added or removed.
_TELLING: Final = ("id", "exact", "issue", "article", "title", "as")
_OWN: Final = {"format", "id"}  # which each file has, whatever it is of
_OF_ITS_LIST: Final = 2  # names in the path of a statement: its list, and its id
_BLOCKS: Final = {"|", ">"}


class _Place(NamedTuple):
    """A field or an item: its path, the line it begins on, and the one its value ends on; from 0.

    Of a list or mapping in lines of its own the end is the line of its name; it has no value.
    """

    path: tuple[str, ...]
    line: int
    end: int
    value: str | None = None


@dataclass
class _Node:
    """A value: the fields or items in it, the last line of it, and whether it has { or [."""

    items: list[tuple[str | None, int, _Node]] = field(default_factory=list)
    value: str | None = None
    end: int | None = None
    flow: bool = False


def keep_comments(old: str, new: str) -> str:
    """Return a file's new text with the comments that somebody wrote in the old one."""
    found = comments.curators(old)
    if not found:
        return new
    kept = _place_comments(found, old, new)
    if YamlTree(kept).data != YamlTree(new).data:  # no comment is worth a value
        kept = "".join(f"{comment.words}\n" for comment in found) + new
    return kept


def join_comments(name: str, gone: str, kept: str) -> str:
    """Return a text with the comments of an entry that becomes a part of it, `name` before.

    One whose value is there too stands there. Any other stands on top, with the name and the field.
    """
    joined = _place_joined(name, gone, kept)
    if YamlTree(joined).data != YamlTree(kept).data:  # no comment is worth a value
        joined = "\n".join([*(_tell_owner(c, name) for c in comments.curators(gone)), kept])
    return joined


def _place_joined(name: str, gone: str, kept: str) -> str:
    places = reversed(list(_list_places(kept, whole_flows=True)))
    now = {(place.path, place.value): place for place in places if place.path[0] not in _OWN}
    above, beside = defaultdict[int, list[str]](list), defaultdict[int, list[str]](list)
    on_top = []
    for comment, alone, following in _locate(comments.curators(gone), gone):
        was = following[0] if following else None
        place = now.get((was.path, was.value)) if was else None
        if place is None:
            field = was.path[0] if was and not (alone and was.path[0] in _OWN) else ""
            on_top.append(_tell_owner(comment, ", ".join(filter(None, [name, field]))))
        elif alone:
            above[place.line].append(comment.words)
        else:
            beside[place.end].append(comment.words)
    return "\n".join([*on_top, *_write_lines(kept.split("\n"), above, beside)])


def _tell_owner(comment: Comment, owner: str) -> str:
    return f"# {owner}: {comment.words.lstrip('#').strip()}"


def _locate(found: list[Comment], text: str) -> Iterator[tuple[Comment, bool, list[_Place]]]:
    """Yield each comment, whether it has a line of its own, and the places from its own one on."""
    places, lines = list(_list_places(text)), text.removeprefix("\ufeff").split("\n")
    for comment in found:
        at = comment.line - 1
        alone = lines[at].lstrip().startswith("#")
        near = sum(place.line <= at for place in places) - (not alone)
        yield comment, alone, places[near:]


def _place_comments(found: list[Comment], old: str, new: str) -> str:
    now = {place.path: place for place in reversed(list(_list_places(new, whole_flows=True)))}
    above, beside = defaultdict[int, list[str]](list), defaultdict[int, list[str]](list)
    written = new.split("\n")
    for comment, alone, places in _locate(found, old):
        kept = (now.get(place.path) or now.get(_retire(place.path)) for place in places)
        following = next((place for place in kept if place), None)
        own = places[0].path if places else ()
        if not alone and following and following.path in {own, _retire(own)}:
            beside[following.end].append(comment.words)
        else:
            above[following.line if following else len(written) - 1].append(comment.words)
    return "\n".join(_write_lines(written, above, beside))


def _retire(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return where a field of a statement stands once the statement is retired."""
    of_one = path[:1] == ("statements",) and len(path) > 1
    inside = ("statement", *path[2:]) if len(path) > _OF_ITS_LIST else ()
    return ("retired", path[1], *inside) if of_one else path


def _write_lines(
    lines: list[str], above: dict[int, list[str]], beside: dict[int, list[str]]
) -> Iterator[str]:
    for number, line in enumerate(lines):
        indent = line[: len(line) - len(line.lstrip(" "))]
        yield from (f"{indent}{words}" for words in above.get(number, ()))
        yield "  ".join([line, *beside.get(number, ())])


def _list_places(text: str, *, whole_flows: bool = False) -> Iterator[_Place]:
    """Yield the fields and items of a file in their order; what stands in { or [ as one place."""
    events: Iterator[Any] = yaml.parse(text, Loader)
    next(events)  # the stream begins
    if not isinstance(next(events), yaml.StreamEndEvent):
        yield from _walk(_read(events, next(events)), (), whole_flows=whole_flows)


def _walk(node: _Node, path: tuple[str, ...], *, whole_flows: bool) -> Iterator[_Place]:
    for number, (name, line, child) in enumerate(node.items):
        named = (*path, name or _identify(child, number))
        own = _Place(named, line, child.end or line, child.value)
        yield own
        inner = _walk(child, own.path, whole_flows=whole_flows)
        if whole_flows and child.flow:
            inner = (place._replace(line=own.line, end=own.end) for place in inner)
        yield from inner


def _identify(item: _Node, number: int) -> str:
    """Return what an item of a list is known by: its words, its id, or its number."""
    if item.value is not None:
        return item.value
    told = {name: child.value for name, _, child in item.items}
    kept = next((child for name, _, child in item.items if name == "statement"), None)
    if kept and kept.items:  # a retired one
        return _identify(kept, number)
    return next((told[name] or "" for name in _TELLING if told.get(name)), str(number))


def _read(events: Iterator[Any], event: Any) -> _Node:  # noqa: ANN401 (PyYAML has no types)
    """Read a value; none is nested deeper than an entry, which was read before."""
    if isinstance(event, yaml.MappingStartEvent):
        return _read_items(events, event, yaml.MappingEndEvent)
    if isinstance(event, yaml.SequenceStartEvent):
        return _read_items(events, event, yaml.SequenceEndEvent)
    in_block = getattr(event, "style", None) in _BLOCKS
    end = event.start_mark.line if in_block else event.end_mark.line
    return _Node(value=getattr(event, "value", ""), end=end)


def _read_items(events: Iterator[Any], start: Any, end: Any) -> _Node:  # noqa: ANN401 (likewise)
    node = _Node(flow=bool(start.flow_style))
    while not isinstance(event := next(events), end):
        name, line = None, event.start_mark.line
        if isinstance(start, yaml.MappingStartEvent):
            name = getattr(event, "value", None) or _skip(events, event)
            event = next(events)
        node.items.append((name, line, _read(events, event)))
    if node.flow:
        node.end = event.end_mark.line
    return node


def _skip(events: Iterator[Any], event: Any) -> str:  # noqa: ANN401 (likewise)
    """Pass over a name that is a list or a mapping."""
    _read(events, event)
    return "?"
