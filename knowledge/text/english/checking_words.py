"""Words by which people ask about a quotation: no part of the name beside them."""

from __future__ import annotations

from typing import Final

ASKING_ABOUT_WORDS: Final = frozenset(
    """accurate accurately anybody anyone article articles attributed authentic bogus caption
    captions check checked checking confirm confirmed context copy correct correctly double
    draft exact fact fake false genuine headline headlines heard intro invented invents lede
    legit made misattributed misquote misquoted online origin original para paragraph paraphrase
    paraphrased print printed prints pullquote quotation quotations quoted quotes real saw seen
    somebody someone source speaker speakers standfirst text transcript true uttered verbatim
    verification verified verify whether wording words yes""".split()
)
