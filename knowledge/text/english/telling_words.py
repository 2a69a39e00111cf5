"""Small words by which a text shows itself to be English: other languages hardly have them."""

from __future__ import annotations

from typing import Final

TELLING: Final = frozenset(
    """the and of that with was were this from they their there which who would could should been
    have has had not but by his she it its for said says he are what when than then because about
    into after before while you your our these those other only more will""".split()
)
