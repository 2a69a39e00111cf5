"""Read the YAML of one entry into a model, and keep the line of each field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from knowledge.corpus import field_errors, yaml_errors
from knowledge.corpus.errors import CorpusError, Fault, Location, Problem
from knowledge.corpus.format import FIRST, FORMAT, find_format_fault
from knowledge.corpus.model import Model

if TYPE_CHECKING:
    from pathlib import Path

M_co = TypeVar("M_co", bound=Model, covariant=True)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ADDED = {"&", "!"}  # begin what YAML adds to a value, and leaves out of it


@dataclass(frozen=True)
class Entry(Generic[M_co]):
    """One file: what it says, and on which line it says each thing."""

    file: str
    model: M_co
    lines: dict[Location, int]
    format: int = FORMAT

    def problem(self, fault: Fault) -> Problem:
        """Return a fault of this entry with its file and line."""
        return _problem(self.file, self.lines, fault)


def read_entry(file: Path, name: str, model: type[M_co]) -> Entry[M_co]:
    """Read one file; raise CorpusError with all that is wrong in it."""
    source, content = _Source(name), b""
    try:
        content = file.read_bytes()
        source.text = content.decode("utf-8")
        node = yaml.compose(source.text, _Loader)
        data = source.data(node, ())
        number = source.take_format(data)
        made = model.model_validate(data)
    except OSError as error:
        why = error.strerror or str(error)
        problem = Problem(name, 1, "", f"This file cannot be read: {why}.", "Fix that.")
        raise CorpusError([problem]) from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise CorpusError([_unreadable(name, error, content)]) from error
    except ValidationError as error:
        faults = field_errors.faults(model, error)
        raise CorpusError([*source.problems, *map(source.locate, faults)]) from error
    if getattr(made, "id", file.stem) != file.stem:
        why = f"The id differs from the file's name, '{file.stem}'."
        source.add_problem(("id",), why, "Rename the file, or write its name as the id.")
    if source.problems:
        raise CorpusError(source.problems)
    return Entry(name, made, source.lines, number)


def _unreadable(name: str, error: Exception, content: bytes) -> Problem:
    found = yaml_errors.explain(error, content)
    return Problem(name, found.line, "", found.why, found.what_to_do)


class _Source:
    """A file on its way to a model: the line of each thing, and what is wrong with the YAML."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text = ""
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def add_problem(self, where: Location, why: str, what_to_do: str) -> None:
        self.problems.append(self.locate(Fault(where, why, what_to_do)))

    def locate(self, fault: Fault) -> Problem:
        return _problem(self.name, self.lines, fault)

    def take_format(self, data: Any) -> int:  # noqa: ANN401 (what it says)
        """Take the format number out of an entry's data; raise CorpusError if it is not known."""
        given = data.pop("format", str(FIRST)) if isinstance(data, dict) else str(FIRST)
        if fault := find_format_fault(given):
            raise CorpusError([*self.problems, self.locate(fault)])
        return int(given)

    def data(self, node: yaml.Node | None, where: Location) -> Any:  # noqa: ANN401 (what it says)
        """Turn nodes into data, noting each line; only null is no string.

        YAML's own guesses (no is false, 2021-10-19 a date, 1:30 is 90) are what bites curators;
        what is a number, the model knows.
        """
        if node is None:
            return None
        self.lines[where] = node.start_mark.line + 1
        if id(node) in self._seen:
            self.add_problem(where, "This repeats another part by a YAML anchor.", "Write it out.")
            return None
        self._seen.add(id(node))
        if self._at(node) in _ADDED:
            why = (
                f"The value begins with {self._at(node)!r}, which YAML does not read as part of it."
            )
            self.add_problem(where, why, "Put the whole value in quotation marks.")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self.data(n, (*where, i)) for i, n in enumerate(node.value)]
        return None if node.tag.endswith(":null") else str(node.value)

    def _at(self, node: yaml.Node) -> str:
        text = self.text.removeprefix("\ufeff")
        return text[node.start_mark.index : node.start_mark.index + 1]

    def _mapping(self, node: yaml.MappingNode, where: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            place = (*where, name)
            self.lines[place] = key.start_mark.line + 1
            if name in data:
                self.add_problem(place, "This field is given twice.", "Keep the one that is right.")
            data[name] = self.data(value, place)
        return data


def _problem(file: str, lines: dict[Location, int], fault: Fault) -> Problem:
    return Problem(
        file,
        _line_of(lines, fault.where),
        ".".join(map(str, fault.where)),
        fault.why,
        fault.what_to_do,
        fault.nearest,
        fault.differences,
    )


def _line_of(lines: dict[Location, int], where: Location) -> int:
    """Return the line of a field, or of the nearest thing around it."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)
