"""Words that name a side, and the words that turn it."""

from __future__ import annotations

from typing import Final

from knowledge.text.english.question_words import AUXILIARIES

FOR: Final = frozenset(
    """accept accepts accepted agree agrees approve approves back backed backing backs endorse
    endorses endorsed favor favored favors favour favoured favours for like likes pro support
    supported supporting supports supportive want wants wanted welcome welcomed welcomes""".split()
)
AGAINST: Final = frozenset(
    """against anti con disagree disagrees oppose opposed opposes opposing refuse refused refuses
    reject rejected rejects resist resisted resists unwilling""".split()
)
HESITANT: Final = frozenset(
    """doubt doubted doubtful doubting doubts fear feared fears hesitant hesitate hesitates
    reluctant reluctance sceptical skeptical wary worried worries worry""".split()
)
# Before "out" these reject something: "who ruled out a summit".
RULING: Final = frozenset("rule rules ruled ruling".split())
# Of these some report words too: "who feared that", "who worries about talks".
FEARING: Final = frozenset("fear feared fears worried worries worry".split())
CONDITIONAL: Final = frozenset("condition conditional conditions conditionally".split())
NO_SIDE: Final = frozenset("neutral undeclared undecided".split())
SIDES: Final = FOR | AGAINST | HESITANT | CONDITIONAL | NO_SIDE
NEGATING: Final = {"not", "never", "no", "cannot"} | {w for w in AUXILIARIES if w.endswith("nt")}
