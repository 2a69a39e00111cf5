"""Contractions in English, and words that another spacing or another case makes another word."""

from __future__ import annotations

from typing import Final

# What stands before "n't", where more than these letters were cut off.
CUT_SHORT: Final = {"wo": "will", "ca": "can", "sha": "shall"}
# Endings, and the words that each of them may stand for.
ENDINGS: Final = {
    "'s": frozenset({"is", "has"}),
    "'d": frozenset({"had", "would"}),
    "'ll": frozenset({"will", "shall"}),
    "'re": frozenset({"are"}),
    "'ve": frozenset({"have"}),
    "'m": frozenset({"am"}),
}
# The ending that each of these words may be cut to.
CUT_TO: Final = {word: ending for ending, words in ENDINGS.items() for word in words}
# Contractions of two words that follow no rule.
IRREGULAR: Final = {"cannot": ("can", "not"), "let's": ("let", "us"), "y'all": ("you", "all")}

# A space before or after one of these parts two words: "now here" is not "nowhere".
NEVER_JOINED: Final = frozenset(
    "a all an any at away be every for here how ill in it may more most never no none nor not now "
    "on one or out over semi so some the there to un under up well what when where with".split()
)
# A hyphen parts these from another word: to re-sign is not to resign.
PARTED_BY_A_HYPHEN: Final = frozenset(
    "recollect recount recover recreate recreation redress reform release remark represent reprove "
    "resent reserve resign resigned resigning resigns resort restrain retreat".split()
)
# In the middle of a sentence, a capital letter makes these another word.
OTHER_IN_CAPITALS: Final = frozenset("aids it march may polish turkey us who".split())
