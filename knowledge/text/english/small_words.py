"""Small words that carry no meaning of their own where names are read."""

from __future__ import annotations

from typing import Final

ARTICLES: Final = frozenset({"a", "an", "the"})

# Words that aligning names skips: "Ministry of Defense", "the defense ministry".
STOP_WORDS: Final = ARTICLES | {
    *("and", "at", "by", "for", "from", "in", "of", "on", "or", "to", "with"),
}
# Everyday words that are parts of names too. Questions use them as the words they are.
EVERYDAY_WORDS: Final = STOP_WORDS | {
    *("do", "he", "her", "his", "is", "it", "me", "my", "no", "not"),
}

# Capitalized words that begin a sentence and no name: "However", "Asked".
SENTENCE_OPENERS: Final = frozenset(
    "i he she it we they you his her its their my our your no yes the a an this that these those "
    "there but and if when what who why how not nobody everyone some many most one two three in on "
    "at for as by while although though after before since still yet such other others both all "
    "earlier later meanwhile however separately asked of to from with under over into about "
    "despite during until unlike because then now so or nor also just even only perhaps maybe "
    "today yesterday here once again instead indeed finally first second last next according "
    "whether where which whose each every any more much another neither either halfway "
    "midway".split()
)
# Surnames that are such words too, as in "No Jae-won" or "Minister An".
SHORT_SURNAMES: Final = frozenset("no an do to so in on any".split())
# Words that two descriptions of one person may differ by: "the senior official", "an official".
AROUND_A_DESCRIPTION: Final = frozenset("the a an his her its their our senior top one".split())

# Words that begin with an apostrophe, which is not an opening mark: "'em", "'til".
ELIDED: Final = "(?:em|til|tis|twas|cause|n|round|bout)"

# Words that titles print in small letters.
SMALL_IN_TITLES: Final = STOP_WORDS | frozenset(
    "but nor so yet if as off out up per via vs v than that into over amid after about".split()
)
