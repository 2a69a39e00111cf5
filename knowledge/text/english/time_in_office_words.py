"""Words that say when somebody was in office: "under Abe", "since she became president"."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# All of somebody's time in office, with or without a noun for it behind the name.
UNDER: Final = frozenset({"under"})
# The same, where a noun for it stands behind the name: "during the Abe administration".
DURING: Final = _words("during throughout through across")
# Nouns for somebody's time in office, and those that are it behind any name: "the Abe years".
TIMES_IN_OFFICE: Final = _words(
    """time times day days tenure term terms presidency premiership reign rule leadership mandate
    watch period era years year"""
)
ERAS: Final = frozenset({"era", "years"})
NUMBERED: Final = _words("first second third last final early late")
# Where such a noun follows: "in the Abe era".
BEFORE_AN_ERA: Final = _words("in at of from")
SINCE: Final = _words("since")
AFTER: Final = _words("after post")
BEFORE: Final = _words("before until till pre prior")
WHEN: Final = _words("when while whilst whenever")
BEING: Final = _words("was is were are served serves serving")
LEADING: Final = _words("led ruled governed ran headed leads rules governs")
BECOMING: Final = _words("became becomes become becoming")
# What somebody does at the beginning of a time in office, and at its end.
COMING_IN: Final = frozenset(
    {
        *(("took", w) for w in ("office", "over", "power")),
        *(("takes", w) for w in ("office", "over", "power")),
        *(("taking", w) for w in ("office", "over", "power")),
        *(("came", to, w) for to in ("to", "into") for w in ("power", "office")),
        *(("coming", to, w) for to in ("to", "into") for w in ("power", "office")),
        *((w, "office") for w in ("entered", "entering", "assumed", "assuming")),
        *(("assumed", w) for w in ("power",)),
        ("was", "sworn", "in"),
        ("was", "inaugurated"),
        ("inauguration",),
    }
)
GOING_OUT: Final = frozenset(
    {
        *((w, x) for w in ("left", "leaving", "lost") for x in ("office", "power")),
        *((w, "down") for w in ("stepped", "stepping", "stood")),
        *((w,) for w in ("resigned", "resigning", "resignation", "departure", "exit")),
    }
)
IN_POWER: Final = frozenset({("in", w) for w in ("office", "power", "charge")})
# Offices that are not titles before a name.
OFFICE_NOUNS: Final = _words(
    "leader pm head spokesman spokeswoman spokesperson adviser advisor director envoy"
)
