"""Read the YAML of one entry into a model, and keep the line of each field."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, TypeVar

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
    from collections.abc import Iterator
    from pathlib import Path

M_co = TypeVar("M_co", bound=Model, covariant=True)


@dataclass(frozen=True)
class Entry(Generic[M_co]):
    """One file: what it says, on which line it says each thing, and the sha256 of its bytes."""

    file: str
    model: M_co
    lines: dict[Location, int]
    format: int = FORMAT
    digest: str = ""

    def problem(self, fault: Fault) -> Problem:
        """Return a fault of this entry with its file and line."""
        return _problem(self.file, self.lines, fault)


def read_entry(file: Path, name: str, model: type[M_co], folder: Path | None = None) -> Entry[M_co]:
    """Read one file, which no link leads out of `folder`; raise CorpusError with all its faults."""
    try:
        content = read_entry_file(file, folder)
    except OSError as error:
        why = f"This file cannot be read: {error.strerror or error}."
        what_to_do = find_what_to_do_unread(error, "Put it right, or move it away.")
        raise CorpusError([Problem(name, 1, "", why, what_to_do)]) from error
    try:
        tree = YamlTree(content.decode("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        found = yaml_errors.explain(error, content)
        raise CorpusError([Problem(name, found.line, "", found.why, found.what_to_do)]) from error
    made, number, found_faults = _validate(tree, model, file.stem)
    if made is None or found_faults:
        raise CorpusError([_problem(name, tree.lines, fault) for fault in found_faults])
    return Entry(name, made, tree.lines, number, sha256(content).hexdigest())


def _validate(tree: YamlTree, model: type[M_co], stem: str) -> tuple[M_co | None, int, list[Fault]]:
    """Return the model, the number of its format, and all that is wrong."""
    data, number = tree.data, FIRST
    if isinstance(data, dict) and "format" in data:
        given = data.pop("format")
        if fault := find_format_fault(given):
            return None, number, [*tree.faults, fault]
        number = int(given)
    try:
        made = model.model_validate(data)
    except ValidationError as error:
        told = {fault.where for fault in tree.faults}
        others = (f for f in field_errors.faults(model, error) if f.where not in told)
        return None, number, [*tree.faults, *others]
    return made, number, [*tree.faults, *_find_other_id(made, stem)]


def _find_other_id(made: Model, stem: str) -> Iterator[Fault]:
    if getattr(made, "id", stem) != stem:
        why = f"The id differs from the file's name, {stem!r}."
        yield Fault(("id",), why, "Rename the file, or write its name as the id.")


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
