"""Good curation passes: statements with cuts and facts, as careful curators enter them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof_mutants.written_statements import find_faults, read_written

HONEST = read_written(Path(__file__).parent / "honest_statements.yaml")


def test_there_are_many_honest_statements():
    assert len(HONEST) >= 40
    assert sum("[…]" in "".join(written.get("quotes", [])) for written in HONEST) >= 20


@pytest.mark.parametrize("written", HONEST, ids=lambda written: written["text"][:40])
def test_an_honest_statement_passes(written):
    assert list(find_faults(written)) == []
