"""The format number of an entry's file: how a Stancebook knows that it is too old to read it.

1: no number. 2: `about` of a statement, `of` of a speaker, `leads` of a membership. 3: `former_ids`
and `retired`, and quotes of the kind `labeled`. Each format only adds, so that a file of an older
one is read as it stands. A file gives the oldest format from 2 on that has all that is in it, so
that desks that share a corpus need not update on the same day.
"""

from __future__ import annotations

import re
from typing import Any

from knowledge.corpus.errors import Fault

FIRST = 1  # of a file that gives no number
FORMAT = 2  # of a file that has no field of a newer one
NEWEST = 3  # that is read
_ADDED = {"former_ids": 3, "retired": 3}  # the format that each newer field came with
_ADDED_KINDS = {"labeled": 3}  # likewise each newer kind of quote

_NUMBER = re.compile(r"[1-9]\d{0,5}", re.ASCII)


def find_format_fault(given: object) -> Fault | None:
    """Return what is wrong with the format number of a file, if anything."""
    if not isinstance(given, str) or not _NUMBER.fullmatch(given):
        why = f"{given!r} is not a format number."
        return Fault(("format",), why, f"Write 'format: {FORMAT}', the current one.")
    if int(given) > NEWEST:
        why = f"This entry is in format {given}; this Stancebook reads formats up to {NEWEST}."
        what_to_do = "Update Stancebook, or restore the file as it was before a newer one wrote it."
        return Fault(("format",), why, what_to_do)
    return None


def find_format(data: Any) -> int:  # noqa: ANN401 (JSON)
    """Return the oldest format, from FORMAT on, that has all that is in an entry's data."""
    if isinstance(data, dict):
        own = (_ADDED.get(name, FORMAT) for name in data)
        kind = _ADDED_KINDS.get(str(data.get("kind")), FORMAT)
        return max([FORMAT, kind, *own, *map(find_format, data.values())])
    return max(map(find_format, data), default=FORMAT) if isinstance(data, list) else FORMAT
