"""Words by which people ask about a quotation: no part of the name beside them."""

from __future__ import annotations

from typing import Final

ASKING_ABOUT_WORDS: Final = frozenset(
    """accurate accurately anybody anyone article articles attached attachment attributed
    authentic bogus caption captions check checked checking clip confirm confirmed context
    copy correct correctly double draft exact fact fake false file files five four genuine
    headline headlines heads heard intro invented invents lede legit made misattributed
    misquote misquoted online origin original para paragraph paraphrase paraphrased print
    printed prints pullquote quotation quotations quoted quotes real saw screenshot seen six
    snippet somebody someone source speaker speakers standfirst text three transcript true two
    uttered verbatim verification verified verify whether wording words yes""".split()
)
