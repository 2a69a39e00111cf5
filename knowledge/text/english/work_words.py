"""Words around what a work is called."""

from __future__ import annotations

import re
from typing import Final

# What stands before the title of a work between marks, which nobody says.
BEFORE_A_WORK: Final = re.compile(
    r"(?:\b(?:books?|novels?|memoirs?|shows?|program(?:me)?s?|episodes?|series|songs?|albums?|films?"
    r"|movies?|plays?|documentary|column|essay|article|op-ed|memo|podcast|anthem|poem|video|study"
    r"|report|paper|titled|entitled|known as|(?:NBC|CBS|CNN|ABC|MSNBC|PBS|NPR|BBC|Fox|News)'s?"
    r"|(?:host|author|star|anchor|creator|director) of),?(?: \([^)]*\))?"
    r"|(?:^|\.\s|, )[Oo]n|\b[Ii]n (?:his|her|their) (?:\d{4} )?\w+,?)\s$"
)
