"""Names of things on record that other programs can refer to: the same on every machine."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5


def urn_of(*ids: str | int) -> str:
    """Return a name made of ids, such as of an article, a statement and a quote."""
    return uuid5(NAMESPACE_URL, "/".join(["stancebook", *map(str, ids)])).urn
