"""Words that ask for what was said, and are no part of it: "who called it", "X warned that"."""

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
