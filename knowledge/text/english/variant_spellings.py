"""Spellings that the list of British and American ones lacks, or that it has wrong."""

from __future__ import annotations

from typing import Final

VARIANTS: Final = {
    "acknowledgement": "acknowledgment",
    "acknowledgements": "acknowledgments",
    "burnt": "burned",
    "cheque": "check",
    "cheques": "checks",
    "dreamt": "dreamed",
    "fuelled": "fueled",
    "fuelling": "fueling",
    "learnt": "learned",
    "pummelled": "pummeled",
    "pummelling": "pummeling",
    "sheikhs": "sheiks",
    "snowploughs": "snowplows",
    "spelt": "spelled",
    "storey": "story",
    "storeys": "stories",
    "totalled": "totaled",
    "totalling": "totaling",
    "towards": "toward",
}
# The list gives another word for these: a tonne is not a ton.
OTHER_WORDS: Final = frozenset(
    """bevvies bevvy groyne groynes philtre philtres pummelled pummelling snowploughs tonne
    tonnes tranquilly""".split()
)
