"""The smallest fields of an entry: ids, dates and fingerprints, with what makes each valid."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 60  # characters of an id
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1000, 9000  # days are counted on from these, and back
_BASIS = re.compile(r"printed|(date|year|month|day) inferred( from an outside fact)?: .+")


def _refuse(why: str, what_to_do: str) -> None:
    msg = f"{why}\n{what_to_do}"
    raise ValueError(msg)


def is_id(text: str) -> bool:
    """Return whether a text has the form of an id: no other can be on record as one."""
    return len(text) <= _LONGEST and _ID.fullmatch(text) is not None


@lru_cache(1 << 14)  # most entries name the same few
def _id(text: str) -> str:
    if not is_id(text):
        how = f"Write lowercase words joined by hyphens, at most {_LONGEST} characters."
        _refuse(f"{text!r} is not an id.", how)
    return text


def _fingerprint(text: str) -> str:
    if not _DIGEST.fullmatch(text):
        _refuse("This is not a fingerprint.", "Copy the 64 digits that 'stancebook add' writes.")
    return text


def _partial(text: str) -> str:
    if not (_PARTIAL.fullmatch(text) and _is_day(f"{text}-01-01"[:10])):
        _refuse(f"{text!r} is not a date.", "Write 2024, 2024-01 or 2024-01-31.")
    return text


def _day(value: object) -> object:
    """Take a day as it is written: a number is none, though a library may count it in seconds."""
    if not isinstance(value, date) and not (isinstance(value, str) and _is_written_day(value)):
        _refuse(f"{value!r} is not a day.", "Write it as 2024-01-31.")
    return value


@lru_cache(1 << 14)  # the entries of a corpus are of the same days
def _is_written_day(text: str) -> bool:
    return _DAY.fullmatch(text) is not None and _is_day(text)


def _is_day(text: str) -> bool:
    """Return whether there is such a day, far enough from the first and last that there are."""
    try:
        return _FIRST_YEAR <= date.fromisoformat(text).year <= _LAST_YEAR
    except ValueError:
        return False


def _basis(text: str) -> str:
    if not _BASIS.fullmatch(text):
        how = "Write 'printed', 'year inferred: FROM WHAT' or 'date inferred from an outside fact: "
        _refuse(f"{text!r} does not say how the date is known.", f"{how}WHICH'.")
    return text


Id = Annotated[str, AfterValidator(_id)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=50_000, strip_whitespace=True)]
Fingerprint = Annotated[str, AfterValidator(_fingerprint)]
PartialDate = Annotated[str, AfterValidator(_partial)]
Day = Annotated[date, BeforeValidator(_day)]
DateBasis = Annotated[str, AfterValidator(_basis)]
