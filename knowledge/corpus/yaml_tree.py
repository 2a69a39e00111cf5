"""Read YAML into plain data with the line of each part, whatever its bytes are.

PyYAML's composer calls itself for each level, so that a deep file overruns the stack of the
process. Here the parser's events are read instead: it keeps its own stack, and is stopped at the
first level that no entry has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml.composer import ComposerError

from knowledge.corpus.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.errors import Location

Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST: Final = 12  # an attestation's date in a membership is six levels deep
_MOST_PARTS: Final = 50_000  # an entry with 300 statements has a sixth of them
_NULLS: Final = {"", "~", "null", "Null", "NULL"}
_NOT_PART: Final = (
    "Remove the word with it. If it belongs to the value, put the whole value in quotation marks."
)
_ANCHOR: Final = "{0!r} is a YAML anchor: a name by which the file can repeat what follows it."
_REMOVE_ANCHOR: Final = (
    "Remove {0!r}, and write the value out where '*{1}' repeats it. "
    "If it belongs to the value, put the whole value in quotation marks."
)
_REPEATS: Final = "{!r} repeats another part of the file, by the YAML anchor '&{}'."
_WRITE_OUT: Final = (
    "Write it out. If it belongs to the value, put the whole value in quotation marks."
)


class YamlTree:
    """What a text of YAML says, the line of each part, and what is wrong with how it says it.

    Everything but null is a string. YAML's own guesses (no is false, 2021-10-19 a date, 1:30 is 90)
    surprise curators; the model knows which fields are numbers.
    """

    def __init__(self, text: str) -> None:
        """Read all of it; raise yaml.YAMLError where it is not YAML, or more than an entry."""
        self.lines: dict[Location, int] = {}
        self.faults: list[Fault] = []
        self._anchors: set[str | None] = set()
        self._parts = 0
        self._events: Iterator[Any] = yaml.parse(text, Loader)
        self.data = self._document()

    def _document(self) -> Any:  # noqa: ANN401 (what it says)
        next(self._events)  # the stream begins
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        data = self._part(next(self._events), ())
        next(self._events)  # the document ends
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise ComposerError(None, None, "but found another document", after.start_mark)
        return data

    def _part(self, event: Any, where: Location) -> Any:  # noqa: ANN401 (PyYAML has no types)
        self._count(event, where)
        self.lines[where] = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, where)
        self._refuse_added(event, where)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(where)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(where)
        return None if event.implicit[0] and event.value in _NULLS else event.value

    def _count(self, event: Any, where: Location) -> None:  # noqa: ANN401 (PyYAML has no types)
        """Stop at what no entry is: the words for it are in yaml_errors.py."""
        self._parts += 1
        if len(where) > DEEPEST:
            raise ComposerError(None, None, "nested too deep", event.start_mark)
        if self._parts > _MOST_PARTS:
            raise ComposerError(None, None, "too many parts", event.start_mark)

    def _refuse_added(self, event: Any, where: Location) -> None:  # noqa: ANN401 (likewise)
        """Report what YAML takes away from a value: an anchor or a tag."""
        self._anchors.add(event.anchor)
        if event.anchor:
            name = f"&{event.anchor}"
            what_to_do = _REMOVE_ANCHOR.format(name, event.anchor)
            self.faults.append(Fault(where, _ANCHOR.format(name), what_to_do))
        elif event.tag:
            why = "The value begins with '!', which YAML does not read as part of it."
            self.faults.append(Fault(where, why, _NOT_PART))

    def _alias(self, event: Any, where: Location) -> None:  # noqa: ANN401 (likewise)
        """Report a part that repeats another by its anchor: it is never repeated here."""
        if event.anchor not in self._anchors:
            raise ComposerError(None, None, "found undefined alias", event.start_mark)
        why = _REPEATS.format(f"*{event.anchor}", event.anchor)
        self.faults.append(Fault(where, why, _WRITE_OUT))

    def _sequence(self, where: Location) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._part(event, (*where, len(items))))
        return items

    def _mapping(self, where: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._key(event, where)
            place = (*where, name)
            self.lines[place] = event.start_mark.line + 1
            if name in data:
                self.faults.append(
                    Fault(place, "This field is given twice.", "Keep the one that is right.")
                )
            data[name] = self._part(next(self._events), place)
        return data

    def _key(self, event: Any, where: Location) -> str:  # noqa: ANN401 (likewise)
        """Return the name of a field, and "?" for a name that is a list or a mapping."""
        if isinstance(event, yaml.ScalarEvent):
            self._count(event, where)
            self._anchors.add(event.anchor)
            return str(event.value)
        kept, (self.lines, self.faults) = (self.lines, self.faults), ({}, [])
        self._part(event, (*where, "?"))
        self.lines, self.faults = kept
        return "?"
