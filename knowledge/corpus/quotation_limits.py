"""How much may be quoted: of a sentence, of an article, and of one article in one answer."""

from __future__ import annotations

NARRATION_WORDS = 40  # in one slice
CUTS_INSIDE = 1  # in one slice
NARRATION_SHARE = 0.40  # of an article's words
QUOTED_SHARE = 0.50  # likewise, of every kind together
WORDS_OF_ONE_ARTICLE = 120  # in one answer
