"""Words that are no part of what was said: "who called it", "X warned that", "of the"."""

from __future__ import annotations

from typing import Final

REPORTING: Final = frozenset(
    """according adding announce announced announces argue argued argues call called calling calls
    claim claimed claims comment commented comments declare declared declares describe described
    describes describing insist insisted insists mention mentioned mentioning mentions note noted
    notes quoted quoting remark remarked remarks replied saying speak speaking speaks spoke spoken
    stated talked tell telling tells termed told utter uttered voice voiced warn warned warning
    warns word words wrote""".split()
)
# Words without a meaning of their own, in what was said too.
FUNCTION_WORDS: Final = frozenset(
    """a am an and are as at be been being but by can could did do does for from had has have he her
    hers him his i in is it its me my of on or our ours she should so than that the their theirs
    them then there these they this those to us was we were what when where which who whom whose
    will with would you your yours""".split()
)
