"""Words for what somebody said, where a question asks for that and names who behind it."""

from __future__ import annotations

from typing import Final

WORDS_ASKED_FOR: Final = frozenset(
    """quote quotes quotation quotations statement statements comment comments remark remarks
    line lines word words wording something anything
    view views opinion opinions position positions stance stances""".split()
)
# Before "by" these are somebody's: "a UN speech by Blau".
SPEECHES: Final = frozenset(
    """speech speeches address remark remarks statement statements comment comments""".split()
)
BEFORE_WORDS_ASKED_FOR: Final = frozenset(
    """any some all me us give show get find pull need want i please latest last newest
    recent""".split()
)
# After one of these, "for" and "to" lead to whose view it is: "is it a priority for Japan".
WEIGHING_FOR: Final = frozenset(
    """priority priorities concern concerns worry worries problem problems headache goal goals aim
    aims objective must precondition preconditions important urgent vital essential crucial key
    acceptable unacceptable""".split()
)
