"""A curator who works on a copy of the tiny corpus."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from knowledge.check_corpus.corpus_check import run_check
from knowledge.corpus import canonical, corpus_reader

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.check_corpus.corpus_check import CheckReport


# libyaml's loader, where there is one: a curator of the tests reads whole articles.
_loaded = partial(yaml.load, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@dataclass(frozen=True)
class Curator:
    """Changes entries of a copy and reads what the check says of them."""

    folder: Path
    texts: Path

    def file(self, name: str) -> Path:
        return self.folder / f"{name}.yaml"

    def write(self, name: str, text: str) -> None:
        """Write a file as it stands, right or wrong."""
        self.file(name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Change the one place of a file where `old` stands."""
        text = self.file(name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def read(self, entry: str) -> dict[str, Any]:
        """Return what an entry says, without the number of its format."""
        data: dict[str, Any] = _loaded(self.file(entry).read_text(encoding="utf-8"))
        data.pop("format", None)
        return data

    def change(self, entry: str, /, **fields: Any) -> None:
        """Set fields of an entry and write it in its standard form."""
        kind = entry.partition("/")[0]
        data = self.read(entry) | fields
        self.write(entry, canonical.write(corpus_reader.KINDS[kind].model_validate(data)))

    def statement(self, wanted: str, /, **fields: Any) -> None:
        """Set fields of the statement with this id."""
        name, data = self._article_of(wanted)
        changed = [s | fields if s["id"] == wanted else s for s in data["statements"]]
        self.change(name, statements=changed)

    def quote(self, wanted: str, number: int = 0, /, **fields: Any) -> None:
        """Set fields of one quote of the statement with this id."""
        name, data = self._article_of(wanted)
        statement = next(s for s in data["statements"] if s["id"] == wanted)
        statement["quotes"][number] |= fields
        self.change(name, statements=data["statements"])

    def _article_of(self, statement: str) -> tuple[str, dict[str, Any]]:
        for file in sorted((self.folder / "articles").glob("*.yaml")):
            data = _loaded(file.read_text(encoding="utf-8"))
            if any(s["id"] == statement for s in data["statements"]):
                return f"articles/{file.stem}", data
        raise AssertionError(statement)

    def check(self, *, fix: bool = False) -> CheckReport:
        return run_check(self.folder, self.texts, fix=fix)

    def told(self, *, fix: bool = True) -> list[str]:
        """Return the problems as printed; offsets are put right first, as a curator would."""
        return [str(problem) for problem in self.check(fix=fix).problems]


@pytest.fixture
def curator(tmp_path: Path, corpus_folder: Path, texts_folder: Path) -> Curator:
    copy = tmp_path / "corpus"
    shutil.copytree(corpus_folder, copy)
    return Curator(copy, texts_folder)
