"""Abbreviations whose dot ends no sentence: of titles, months, companies and countries."""

from __future__ import annotations

from typing import Final

from knowledge.text.english.titles import ABBREVIATED_TITLES

# Folded, without the last dot. Letters with dots between them are abbreviations anyway. "No."
# stands before a number, where no sentence begins, and else ends one: "voted no."
ABBREVIATIONS: Final = ABBREVIATED_TITLES | frozenset(
    "vs etc jr sr inc ltd jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
