"""One entry: its YAML read into a model, with the line of each thing it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from knowledge import refusal
from knowledge.errors import CorpusError, Fault, Location, Problem
from knowledge.model import Model

if TYPE_CHECKING:
    from pathlib import Path

M_co = TypeVar("M_co", bound=Model, covariant=True)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DIGITS = 9  # no number of an entry has more
_YAML = "write it as the templates in knowledge/templates do"


@dataclass(frozen=True)
class Entry(Generic[M_co]):
    """One file: what it says, and on which line it says each thing."""

    file: str
    model: M_co
    lines: dict[Location, int]

    def problem(self, fault: Fault) -> Problem:
        """Return a fault of this entry with its file and line."""
        return _problem(self.file, self.lines, fault)


def read_entry(file: Path, name: str, model: type[M_co]) -> Entry[M_co]:
    """Read one file; raise CorpusError with all that is wrong in it."""
    source = _Source(name)
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), _Loader)
        made = model.model_validate(source.data(node, ()))
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark else 1
        raise CorpusError([Problem(name, line, "", why, _YAML)]) from error
    except RecursionError as error:
        why = "is nested too deep for an entry"
        raise CorpusError([Problem(name, 1, "", why, _YAML)]) from error
    except ValidationError as error:
        faults = refusal.faults(model, error)
        raise CorpusError([*source.problems, *map(source.told, faults)]) from error
    if getattr(made, "id", file.stem) != file.stem:
        why = f"the id is not the file's name, '{file.stem}'"
        source.problem(("id",), why, "rename the file, or write its name as the id")
    if source.problems:
        raise CorpusError(source.problems)
    return Entry(name, made, source.lines)


class _Source:
    """A file on its way to a model: the line of each thing, and what is wrong with the YAML."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def problem(self, where: Location, why: str, what_to_do: str) -> None:
        self.problems.append(self.told(Fault(where, why, what_to_do)))

    def told(self, fault: Fault) -> Problem:
        return _problem(self.name, self.lines, fault)

    def data(self, node: yaml.Node | None, where: Location) -> Any:  # noqa: ANN401 (what it says)
        """Turn nodes into data, noting each line; only null and whole numbers are no strings.

        YAML's other guesses (no is false, 2021-10-19 a date, 1:30 is 90) are what bites curators.
        """
        if node is None:
            return None
        self.lines[where] = node.start_mark.line + 1
        if id(node) in self._seen:
            self.problem(where, "repeats another part by an anchor", "write it out")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self.data(n, (*where, i)) for i, n in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, where: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            place = (*where, name)
            self.lines[place] = key.start_mark.line + 1
            if name in data:
                self.problem(place, "is given twice", "keep the one that is right")
            data[name] = self.data(value, place)
        return data


def _scalar(node: yaml.Node) -> str | int | None:
    if node.tag.endswith(":null"):
        return None
    text = str(node.value)
    whole = node.tag.endswith(":int") and text.isdecimal() and len(text) <= _DIGITS
    return int(text) if whole else text


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
