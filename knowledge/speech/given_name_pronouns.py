"""The pronouns of given names that mostly go with one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

GIVEN_NAMES: Final = Path(__file__).with_name("given_names.tsv")


@cache
def load_given_names() -> dict[str, str]:
    """Return the pronoun by given name, of names that mostly go with one."""
    lines = GIVEN_NAMES.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)
