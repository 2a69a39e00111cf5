"""The format number of an entry's file: how a Stancebook knows that it is too old to read it.

1: no number. 2: `about` of a statement, `of` of a speaker, `leads` of a membership. Each format
only adds fields, so that a file of an older one is read as it stands.
"""

from __future__ import annotations

import re

from knowledge.corpus.errors import Fault

FIRST = 1  # of a file that gives no number
FORMAT = 2

_NUMBER = re.compile(r"[1-9]\d{0,5}", re.ASCII)


def find_format_fault(given: object) -> Fault | None:
    """Return what is wrong with the format number of a file, if anything."""
    if not isinstance(given, str) or not _NUMBER.fullmatch(given):
        why = f"{given!r} is not a format number."
        return Fault(("format",), why, f"Write 'format: {FORMAT}', the current one.")
    if int(given) > FORMAT:
        why = f"This entry is in format {given}; this Stancebook reads formats up to {FORMAT}."
        what_to_do = "Update Stancebook, or restore the file as it was before a newer one wrote it."
        return Fault(("format",), why, what_to_do)
    return None
