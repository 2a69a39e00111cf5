"""Words by which people ask about a quotation: no part of the name beside them."""

from __future__ import annotations

from typing import Final

ASKING_ABOUT_WORDS: Final = frozenset(
    """accurate accurately anybody anyone article articles attributed authentic bogus check checked
    checking confirm confirmed context correct correctly double exact fact fake false genuine heard
    invented invents legit made misattributed misquote misquoted online origin original paraphrase
    paraphrased print printed prints quotation quotations quotes quoted real saw seen somebody
    someone source true uttered verbatim verification verified verify whether wording words
    yes""".split()
)
