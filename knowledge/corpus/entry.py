"""Read the YAML of one entry into a model, and keep the line of each field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from knowledge.corpus import field_errors, yaml_errors
from knowledge.corpus.errors import CorpusError, Fault, Location, Problem
from knowledge.corpus.folder import read_entry_file
from knowledge.corpus.format import FIRST, FORMAT, find_format_fault
from knowledge.corpus.model import Model
from knowledge.corpus.os_errors import find_what_to_do_unread
from knowledge.corpus.yaml_tree import YamlTree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_YES = {"true", "True", "TRUE"}  # as the model reads them from YAML's words
M_co = TypeVar("M_co", bound=Model, covariant=True)


@dataclass(frozen=True)
class Entry(Generic[M_co]):
    """One file: what it says, on which line it says each thing, and the sha256 of its bytes.

    `numbers` are the places in the file of the statements that the model has, where it lacks some;
    `unread` says what is wrong with drafts that it lacks because they cannot be read.
    """

    file: str
    model: M_co
    lines: Mapping[Location, int]
    format: int = FORMAT
    digest: str = ""
    numbers: tuple[int, ...] | None = None
    unread: tuple[Problem, ...] = ()

    def problem(self, fault: Fault) -> Problem:
        """Return a fault of this entry with its file and line."""
        return _problem(self.file, self.lines, self._place_in_file(fault))

    def _place_in_file(self, fault: Fault) -> Fault:
        if self.numbers is None or fault.where[:1] != ("statements",) or len(fault.where) == 1:
            return fault
        number = self.numbers[int(fault.where[1])]
        return replace(fault, where=("statements", number, *fault.where[2:]))


def read_entry(file: Path, name: str, model: type[M_co], folder: Path | None = None) -> Entry[M_co]:
    """Read one file, which no link leads out of `folder`; raise CorpusError with all its faults."""
    try:
        content = read_entry_file(file, folder)
    except OSError as error:
        why = f"This file cannot be read: {error.strerror or error}."
        what_to_do = find_what_to_do_unread(error, "Put it right, or move it away.")
        raise CorpusError([Problem(name, 1, "", why, what_to_do)]) from error
    return parse_entry(content, name, model)


def parse_entry(content: bytes, name: str, model: type[M_co]) -> Entry[M_co]:
    """Return what the file of a name says; raise CorpusError with all its faults."""
    stem = PurePosixPath(name).stem
    try:
        tree = YamlTree(content.decode("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        found = yaml_errors.explain(error, content)
        raise CorpusError([Problem(name, found.line, "", found.why, found.what_to_do)]) from error
    made, number, found_faults = _validate(tree.data, tree.faults, model, stem)
    failing = _find_failing_drafts(tree.data, found_faults)
    unread = tuple(_problem(name, tree.lines, fault) for fault in found_faults)
    if failing:
        kept = tuple(i for i in range(len(tree.data["statements"])) if i not in failing)
        data = tree.data | {"statements": [tree.data["statements"][i] for i in kept]}
        made, _, found_faults = _validate(data, [], model, stem)
    if made is None or found_faults:
        raise CorpusError(unread)
    digest = sha256(content).hexdigest()
    if failing:
        return Entry(name, made, tree.lines, number, digest, kept, unread)
    return Entry(name, made, tree.lines, number, digest)


def _find_failing_drafts(data: Any, found: list[Fault]) -> set[int]:  # noqa: ANN401 (any YAML)
    """Return the drafts that have faults, if nothing else has: the rest can be read without."""
    statements = data.get("statements") if isinstance(data, dict) else None
    if not isinstance(statements, list):
        return set()
    drafts = {i for i, s in enumerate(statements) if isinstance(s, dict) and s.get("draft") in _YES}
    of_drafts = {f.where[1] for f in found if f.where[:1] == ("statements",) and f.where[1:]}
    inside = all(f.where[:1] == ("statements",) and f.where[1:] for f in found)
    return {int(i) for i in of_drafts} if inside and of_drafts <= drafts else set()


def _validate(
    data: Any,  # noqa: ANN401 (any YAML)
    known: list[Fault],
    model: type[M_co],
    stem: str,
) -> tuple[M_co | None, int, list[Fault]]:
    """Return the model, the number of its format, and all that is wrong, what is `known` first."""
    number = FIRST
    if isinstance(data, dict) and "format" in data:
        given = data["format"]
        data = {name: value for name, value in data.items() if name != "format"}
        if fault := find_format_fault(given):
            return None, number, [*known, fault]
        number = int(given)
    try:
        made = model.model_validate(data)
    except ValidationError as error:
        told = {fault.where for fault in known}
        others = (f for f in field_errors.faults(model, error) if f.where not in told)
        return None, number, [*known, *others]
    return made, number, [*known, *_find_other_id(made, stem)]


def _find_other_id(made: Model, stem: str) -> Iterator[Fault]:
    if getattr(made, "id", stem) != stem:
        why = f"The id differs from the file's name, {stem!r}."
        yield Fault(("id",), why, "Rename the file, or write its name as the id.")


def _problem(file: str, lines: Mapping[Location, int], fault: Fault) -> Problem:
    return Problem(
        file,
        _line_of(lines, fault.where),
        ".".join(map(str, fault.where)),
        fault.why,
        fault.what_to_do,
        fault.nearest,
        fault.differences,
    )


def _line_of(lines: Mapping[Location, int], where: Location) -> int:
    """Return the line of a field, or of the nearest thing around it."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)
