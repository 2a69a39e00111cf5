"""Words for a time that count from the day which a story has come to: "two days later"."""

from __future__ import annotations

from typing import Final

from knowledge.text.english.calendar_words import COUNTED_IN_PRINT, WEEKDAY
from knowledge.text.later_pattern import compile_later

# By how many days they are after it.
DAYS_ON: Final = {
    **dict.fromkeys(("the day before", "the previous day", "a day before", "the night before"), -1),
    **dict.fromkeys(("the previous night", "the previous evening", "the evening before"), -1),
    **dict.fromkeys(("the preceding day", "the day earlier", "the morning before"), -1),
    **dict.fromkeys(("that day", "the same day", "that night", "that evening", "hours later"), 0),
    **dict.fromkeys(("that morning", "that afternoon", "the same evening", "the same night"), 0),
    **dict.fromkeys(("later that day", "earlier that day", "the same morning", "minutes later"), 0),
    **dict.fromkeys(("the same afternoon", "moments later", "an hour later"), 0),
    **dict.fromkeys(("earlier in the day", "later in the day", "at the time", "then"), 0),
    **dict.fromkeys(("the next day", "the following day", "the day after", "a day later"), 1),
    **{
        f"the {which} {part}": 1
        for which in ("next", "following")
        for part in ("morning", "afternoon", "evening", "night")
    },
    "the morning after": 1,
}
_COUNT: Final = "|".join(sorted(COUNTED_IN_PRINT, key=len, reverse=True))
# Behind "before" and "after", what something else is counted from: "two days after the vote".
_NO_OTHER: Final = r"(?=\s*(?:$|[,.;:\0)]|(?:he|she|it|they|[A-Z])\b))"
COUNTED_ON: Final = (
    rf"(?P<count>{_COUNT}|\d{{1,2}}) (?P<unit>days?|weeks?|months?|years?)"
    rf" (?P<way>later|earlier|(?:before|after|afterwards?){_NO_OTHER})"
)
# "the following Monday", "the Monday before", "that Friday"
WEEKDAY_ON: Final = (
    rf"(?:(?:the|that) (?P<which>following|next|previous|preceding|same) (?P<day>{WEEKDAY})"
    rf"|the (?P<beside>{WEEKDAY}) (?P<side>before|after|following){_NO_OTHER})"
)
# "the following week", "later that month"
PERIOD_ON: Final = (
    r"(?:(?P<later>later|earlier) that|(?:in|at|during|over) that|the (?P<next>following|next"
    r"|previous|preceding|same)) (?P<period>week|weekend|month|year)"
)
# In front of a weekday that the publication does not tell: "the following Monday", "every Friday".
NOT_OF_THE_NEWS: Final = r"(?<!\bThat\s)(?<!\b[Oo]n\sthat\s)" + "".join(
    rf"(?<!\b{word}\s)(?<!\b{word.capitalize()}\s)"
    for word in ("the following next previous preceding same every each other second third".split())
)
# A clause that tells what was said on a day right before it: "on 2 September, when Dahl said".
WHEN_ON_THE_DAY: Final = compile_later(
    r"(?:,? (?:when|where)|,? (?:at|in|during) which)(?=\s)(?P<rest>[^\0]*+)"
)
# In front of a day that leads a sentence: "On the night of 3 September".
AT_A_TIME_OF_THE_DAY: Final = compile_later(
    r"(?:Late |Early )?(?:[Oo]n|[Ii]n|[Aa]t|[Dd]uring) (?:the |noon |dawn |midnight |dusk )?"
    r"(?:(?:[a-z]+ )?(?:night|morning|evening|afternoon|eve|day|noon|dawn|evening)s? )?(?:of |on )?"
)
