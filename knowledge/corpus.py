"""Entries as YAML, read into models; what is wrong is told as file:line: field: why, all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from knowledge.errors import CorpusError, Problem
from knowledge.folder import ENTRIES, entry_files
from knowledge.model import Article, Event, Issue, Model, Organization, Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS: dict[str, type[Article | Person | Organization | Issue | Event]] = {
    "articles": Article,
    "events": Event,
    "issues": Issue,
    "organizations": Organization,
    "people": Person,
}
Location = tuple[str | int, ...]
M_co = TypeVar("M_co", bound=Model, covariant=True)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Entry(Generic[M_co]):
    """One file: what it says, and on which line it says each thing."""

    file: str
    model: M_co
    lines: dict[Location, int]

    def problem(self, where: Location, why: str) -> Problem:
        return Problem(self.file, line_of(self.lines, where), dotted(where), why)


@dataclass(frozen=True)
class Corpus:
    """All entries, by id."""

    articles: dict[str, Entry[Article]] = field(default_factory=dict)
    events: dict[str, Entry[Event]] = field(default_factory=dict)
    issues: dict[str, Entry[Issue]] = field(default_factory=dict)
    organizations: dict[str, Entry[Organization]] = field(default_factory=dict)
    people: dict[str, Entry[Person]] = field(default_factory=dict)

    def named(self) -> Iterator[Entry[Person | Organization | Issue]]:
        """Everything that words can name."""
        yield from self.people.values()
        yield from self.organizations.values()
        yield from self.issues.values()

    def state_of(self, organization: str | None) -> str | None:
        """Walk up from an organization to its state; None where there is none."""
        seen: set[str] = set()
        while organization in self.organizations and organization not in seen:
            seen.add(organization)
            model = self.organizations[organization].model
            if model.classification == "state":
                return organization
            organization = model.parent
        return None


def line_of(lines: dict[Location, int], where: Location) -> int:
    """Return the line of a field, or of the nearest thing around it."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


def dotted(where: Location) -> str:
    return ".".join(map(str, where))


def load(folder: Path = ENTRIES) -> Corpus:
    """Read all entries; raise CorpusError with every problem where one cannot be read."""
    corpus, problems = read(folder)
    if problems:
        raise CorpusError(problems)
    return corpus


def read(folder: Path) -> tuple[Corpus, list[Problem]]:
    """Read what can be read, and say what cannot."""
    corpus, problems = Corpus(), list[Problem]()
    for file in entry_files(folder):
        try:
            entry = read_entry(file, file.relative_to(folder).as_posix(), KINDS[file.parent.name])
        except CorpusError as error:
            problems += error.problems
            continue
        getattr(corpus, file.parent.name)[file.stem] = entry
    return corpus, problems


def read_entry(file: Path, name: str, model: type[M_co]) -> Entry[M_co]:
    """Read one file; raise CorpusError with all that is wrong in it."""
    lines: dict[Location, int] = {}
    problems: list[Problem] = []
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), _Loader)
        data = _plain(node, (), lines, problems, name)
        made = model.model_validate(data)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or str(error)
        raise CorpusError([Problem(name, mark.line + 1 if mark else 1, "", why)]) from error
    except ValidationError as error:
        raise CorpusError(problems + _told(error, name, lines)) from error
    if getattr(made, "id", file.stem) != file.stem:
        why = f"the id is not the file's name, '{file.stem}'"
        problems.append(Problem(name, line_of(lines, ("id",)), "id", why))
    if problems:
        raise CorpusError(problems)
    return Entry(name, made, lines)


def _told(error: ValidationError, name: str, lines: dict[Location, int]) -> list[Problem]:
    return [
        Problem(name, line_of(lines, e["loc"]), dotted(e["loc"]), _worded(e["msg"]))
        for e in error.errors(include_url=False, include_input=False)
    ]


def _worded(message: str) -> str:
    plain = message.removeprefix("Value error, ")
    return {
        "Field required": "is missing",
        "Extra inputs are not permitted": "is no field of this kind of entry",
    }.get(plain, plain)


def _plain(
    node: yaml.Node | None,
    where: Location,
    lines: dict[Location, int],
    problems: list[Problem],
    name: str,
) -> Any:  # noqa: ANN401 (whatever the file says)
    """Turn nodes into data, noting each line; only null and whole numbers are no strings.

    YAML's other guesses (no is false, 2021-10-19 is a date, 1:30 is 90) are what bites curators.
    """
    if node is None:
        return None
    lines[where] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        data: dict[str, Any] = {}
        for key, value in node.value:
            if key.value in data:
                line = key.start_mark.line + 1
                problems.append(Problem(name, line, dotted((*where, key.value)), "is given twice"))
            data[key.value] = _plain(value, (*where, key.value), lines, problems, name)
        return data
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n, (*where, i), lines, problems, name) for i, n in enumerate(node.value)]
    if node.tag.endswith(":null"):
        return None
    return int(node.value) if node.tag.endswith(":int") and node.value.isdecimal() else node.value
