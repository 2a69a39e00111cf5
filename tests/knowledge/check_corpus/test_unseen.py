"""What nobody sees in an entry is refused, and named."""

from __future__ import annotations

import pytest

from knowledge.corpus.errors import CorpusError
from knowledge.kb.builder import build

TOLD = "There is a character that nobody sees: {}. Type the words again without it."
OVERRIDE = "U+202E (RIGHT-TO-LEFT OVERRIDE)"
SPACE = "U+200B (ZERO WIDTH SPACE)"


@pytest.mark.parametrize(
    ("entry", "fields", "place"),
    [
        ("people/jonas-vehl", {"name": "Jonas\u202e Vehl"}, "name"),
        ("people/jonas-vehl", {"aliases": ["J. Vehl", "V\u202eehl"]}, "aliases.1"),
        ("people/jonas-vehl", {"note": "So \u202eso."}, "note"),
        ("issues/ferry-ban", {"name": "Ferry\u202e ban"}, "name"),
        ("articles/marrow-2025-05", {"title": "Marrow\u202e for it"}, "title"),
    ],
)
def test_a_field_with_an_override_is_told_with_its_code_point(curator, entry, fields, place):
    curator.change(entry, **fields)
    told = [line for line in curator.told() if "nobody sees" in line]
    assert [line.partition(": ")[2] for line in told] == [f"{place}: {TOLD.format(OVERRIDE)}"]


def test_a_statement_is_looked_at_too(curator):
    curator.statement("marrow-this-year", summary="Marrow is\u200b for it.")
    assert any(TOLD.format(SPACE) in told for told in curator.told())


def test_it_is_not_built(curator, tmp_path):
    curator.change("people/jonas-vehl", name="Jonas\u202e Vehl")
    with pytest.raises(CorpusError, match="RIGHT-TO-LEFT OVERRIDE"):
        build(curator.folder, tmp_path / "kb.sqlite")


def test_a_note_has_lines_and_a_name_has_none(curator):
    curator.change("people/jonas-vehl", note="One line.\nAnd another.")
    assert [line for line in curator.told() if "nobody sees" in line] == []
    curator.change("people/jonas-vehl", name="Jonas\nVehl")
    assert any(TOLD.format("U+000A") in told for told in curator.told())
