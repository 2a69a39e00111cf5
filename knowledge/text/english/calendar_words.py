"""Words of the calendar: months, weekdays, and the words that lead to a date or count from one."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# What a month's name may be shortened to, and the rest of the name.
_SHORTENED: Final = (
    *(("Jan", "uary"), ("Feb", "ruary"), ("Mar", "ch"), ("Apr", "il"), ("Aug", "ust")),
    *(("Sept?", "ember"), ("Oct", "ober"), ("Nov", "ember"), ("Dec", "ember")),
)
_HARDLY_SHORTENED: Final = "May|June?|July?"
# A month as a pattern, without a dot.
MONTH: Final = f"(?:{'|'.join(f'{s}(?:{rest})?' for s, rest in _SHORTENED)}|{_HARDLY_SHORTENED})"
# A month with a dot where it is shortened: "In January. 5 people ..." prints no date.
DOTTED_MONTH: Final = (
    f"(?:{'|'.join(f'{s}(?:{rest}|[.])?' for s, rest in _SHORTENED)}|{_HARDLY_SHORTENED})"
)
# A month where names of people stand: May may be one, and so may what June and July begin with.
MONTH_NOT_A_NAME: Final = (
    f"(?:{'|'.join(month for month in MONTHS if month != 'May')}"
    f"|(?:{'|'.join(short for short, _ in _SHORTENED)})[.]?)"
)

# A weekday as a pattern: in full, and as a head may shorten it.
WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SHORT_WEEKDAY: Final = "(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?"
# The ending of a day's number: "26th".
NTH: Final = "(?:st|nd|rd|th)?"

# Before a date in a question: a position as of its last day is asked for.
AS_OF: Final = r"(?:as\s+of|as\s+at|as\s+on|up\s+to|in|by|on|until|till|at|back\s+in|end\s+of)"
# Before a date in a question: what came after it, or before, is asked for, and not a position.
NOT_AS_OF: Final = (
    r"\b(?:since|after|from|before)\s+(?:the\s+)?(?:(?:end|start|beginning|middle)\s+of\s+"
    r"|(?:early|late|mid)[\s-]+)?(?:the\s+)?$"
)
# Beside a printed date: days before or after it are meant, and not the date: "after Jan. 17".
BESIDE_A_DATE: Final = r"\b(?:after|since|before|until|till|by|following|ago)\b"
# In front of a weekday, the date stays that weekday.
BEFORE_A_WEEKDAY: Final = r"(?:(?:on|last|late|early|this|past)\s+)*"

# Numbers of days, weeks, months or years: "three weeks ago".
NUMBER: Final = r"(?:[Aa]n?|(?i:one|two|three|four|five|six|seven|eight|nine|ten)|\d{1,2})"
# Words for a day, by how many days before the publication it is.
DAYS_AGO: Final = {
    **dict.fromkeys(("today", "morning", "afternoon", "evening"), 0),
    **dict.fromkeys(("yesterday", "a day earlier"), 1),
}
