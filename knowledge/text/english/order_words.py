"""Words that ask for statements in the order of their days: "who spoke last"."""

from __future__ import annotations

from typing import Final

from knowledge.text.english.question_words import SAYING

OLDEST_FIRST: Final = frozenset({"first", "earliest", "oldest"})
ORDERING: Final = OLDEST_FIRST | {"last", "latest"}
# These ask for an order only beside a verb of saying: "the latest to speak", "spoke recently".
ORDERING_SPEECH: Final = frozenset(
    {"latest", "newest", "recent", "recently", "lately", "earliest", "oldest"}
)
# What follows a word of order: "first said", "the first to say".
AFTER_AN_ORDER: Final = SAYING | {"to", "spoke"}
# After a word of order, what somebody said: "newest quote", "latest from Seoul".
SAID_IN_ORDER: Final = frozenset(
    """statement statements quote quotes quotation quotations remark remarks comment comments word
    words thing things from""".split()
)
# What says that something follows, and not what it is on: "who first said talks should begin".
OPENING_A_CLAUSE: Final = frozenset(
    "say says said saying claim claims claimed state stated".split()
)
# After those verbs, what is no clause: "said something on talks", "said about talks".
INSTEAD_OF_A_CLAUSE: Final = frozenset("something anything word a more".split())
# Verbs that say what somebody is for: "who first called for talks", "who proposed a summit".
CALLING_FOR: Final = frozenset(
    """call called calls calling propose proposed proposes suggest suggested suggests urge urged
    urges demand demanded demands advocate advocated advocates pledge pledged promise promised
    push pushed""".split()
)
