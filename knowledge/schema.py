"""The schema of the kb, and the digest that says whether a file was built for this code."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

# The tables, the models whose JSON they hold, and what fills them: a change of any makes older
# files wrong.
_SHAPES = (
    "tables.sql",
    "quotes.sql",
    "citation.py",
    "model.py",
    "citing.py",
    "build.py",
    "quoting.py",
    "verifying/quote_index.py",
)


def schema() -> str:
    return f"{_source('tables.sql').decode()}\n{quote_schema()}"


def quote_schema() -> str:
    """Return the tables that quotes are found in, by themselves."""
    return _source("quotes.sql").decode()


@cache
def schema_digest() -> str:
    return hashlib.sha256(b"\0".join(map(_source, _SHAPES))).hexdigest()


def _source(name: str) -> bytes:
    return (Path(__file__).parent / name).read_bytes()
