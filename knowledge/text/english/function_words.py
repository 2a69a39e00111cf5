"""Words without a meaning of their own, in questions and in what was said."""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final = frozenset(
    """a am an and are as at be been being but by can could did do does for from had has have he her
    hers him his i in is it its me my of on or our ours she should so than that the their theirs
    them then there these they this those to us was we were what when where which who whom whose
    will with would you your yours""".split()
)
