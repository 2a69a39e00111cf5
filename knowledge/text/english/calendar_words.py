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

# Before a date in a question, by what is asked for. A word may lead to a name too: "by May".
OPENERS: Final = {
    "between": r"(?:in\s+)?between",
    "before": r"before|prior\s+to|earlier\s+than|pre-",
    "after": r"after|following|later\s+than|post-",
    "since": r"(?:ever\s+)?since|(?:as\s+|starting\s+|beginning\s+)?from|starting(?:\s+(?:in|on))?",
    "until": (
        r"as\s+(?:of|at|on)|up\s+(?:to\s+and\s+including|to|until|till)|until|till|through|thru|by|no\s+later\s+than"
    ),
    "within": (
        r"(?:over|in)\s+the\s+course\s+of|(?:back\s+)?in|during|throughout|over|within|across"
        r"|around|circa|on|at|for|of"
    ),
}
# Of these, the ones that lead to a month or a year that stands alone.
BEFORE_A_MONTH: Final = r"(?:as\s+(?:of|at)|in|since|before|until|till|during|between)\b"
BEFORE_A_YEAR: Final = r"(?!(?:on|at|for|of)\b)"
# Between two dates that make a range.
RANGE_JOINERS: Final = r"-|to|through|thru|until|till|up\s+to|and"
# After a date in a question: and all that is later, or earlier.
ONWARDS: Final = (
    r"(?:onwards?|forward|(?:-|to)\s*(?:date|now|present)"
    r"|(?:and|or)\s+(?:later|after|onwards?|beyond|since)|on(?=\W*$))\b"
)
AND_EARLIER: Final = r"(?:(?:and|or)\s+(?:earlier|before))\b"
# Nouns after which "from 2018" means "of 2018".
SAID_THINGS: Final = (
    r"(?:statements?|quot(?:e|ation)s?|remarks?|comments?|positions?|stances?|views?|words"
    r"|articles?)"
)

# Parts of a month or year, by words before it: "the first half of".
THIRDS: Final = {"early": 0, "mid": 1, "late": 2}
ORDINALS: Final = {
    **{word: i for i, word in enumerate(("first", "second", "third", "fourth"))},
    **{word: i for i, word in enumerate(("1st", "2nd", "3rd", "4th"))},
    **dict.fromkeys(("last", "final"), -1),
}
# Seasons of the northern year, by their first month.
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NOW: Final = (
    r"today|tonight|now|right\s+now|at\s+present|at\s+the\s+moment|nowadays|currently"
    r"|the\s+present(?:\s+day)?"
)
# Numbers in words.
COUNTED: Final = {
    **dict.fromkeys(("a", "an", "one"), 1),
    **{
        word: n
        for n, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
    },
}
VAGUE_NUMBER: Final = r"(?:a\s+)?(?:few|couple\s+of|several|some|many)|some"
# Beside a date that was read, what makes another date of it: "two weeks before 2018".
CALENDAR_NOUN: Final = (
    r"(?:days?|weeks?|weekends?|fortnights?|months?|quarters?|hal(?:f|ves)|thirds?|seasons?|years?"
    r"|decades?|century|centuries|eve|dawn|turn)"
)

# Beside a printed date: days before or after it are meant, and not the date: "after Jan. 17".
BESIDE_A_DATE: Final = r"\b(?:after|since|before|until|till|by|following|ago)\b"
# In front of a weekday, the date stays that weekday.
BEFORE_A_WEEKDAY: Final = r"(?:(?:on|last|late|early|this|past)\s+)*"

# Numbers of days, weeks, months or years: "three weeks ago".
NUMBER: Final = r"(?:[Aa]n?|(?i:one|two|three|four|five|six|seven|eight|nine|ten)|\d{1,2})"
# A year as sentences print it.
PRINTED_YEAR: Final = r"(?:1[5-9]|20)\d\d"
# A part of a month, a year or a decade, in front of it.
EARLY_OR_LATE: Final = r"(?:[Ee]arly|[Mm]id|[Ll]ate)[ -]"
# Numbers in words that nobody types and papers print, by what they count.
COUNTED_IN_PRINT: Final = {
    **COUNTED,
    **{
        word: n
        for n, word in enumerate(
            "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
            start=11,
        )
    },
    **{word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty".split(), start=2)},
}
# How many a few days, weeks or years are, at the least and at the most.
FEW: Final = {
    **dict.fromkeys(("a few", "few", "several", "some"), (2, 10)),
    **dict.fromkeys(("a couple of", "couple"), (2, 3)),
    "many": (5, 60),
    "": (2, 60),  # "years ago"
}
# Words for times of no certain length, by how many days they may lie back.
LATELY: Final = {
    **dict.fromkeys(("recently", "lately"), 90),
    **{f"in recent {unit}": days for unit, days in (("days", 14), ("weeks", 90), ("months", 366))},
    **dict.fromkeys(("in recent years", "long ago", "once"), 60 * 365),
}
# Words for a day, by how many days before the publication it is.
DAYS_AGO: Final = {
    "the day before yesterday": 2,
    **dict.fromkeys(("today", "morning", "afternoon", "evening", "tonight"), 0),
    **dict.fromkeys(("yesterday", "last night"), 1),
}
# In front of a weekday that is one of the year, and not of the week: "Good Friday".
NOT_OF_A_HOLIDAY: Final = "".join(
    rf"(?<!\b{word}\s)"
    for word in "Good Holy Palm Ash Whit Maundy Shrove Easter Black Bloody Super Cyber".split()
)
