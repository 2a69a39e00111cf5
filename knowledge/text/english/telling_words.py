"""Small words by which a text shows itself to be English: other languages hardly have them."""

from __future__ import annotations

from typing import Final

TELLING: Final = frozenset(
    """the and that with were this from they their there which who would could should been
    has but by his she it its said says he are what when than then because about
    into after before while you your our these those other only more will""".split()
)
