"""Given names that are more often words of a sentence, and what shows which of them is meant."""

from __future__ import annotations

from typing import Final

from knowledge.text.english.question_words import BEFORE_A_TOPIC

# In small letters these are names only where no sentence goes on from them: "will Kono on talks".
WORDS_OF_A_SENTENCE: Final = frozenset("will may hope".split())
# Before one of these given names, a verb is meant: "to grant", "they rob".
BEFORE_A_VERB: Final = frozenset(
    "to i we you they not would could should can cannot must might shall let lets please".split()
)
# After a name these are what it is asked about, so that no verb of a sentence goes before it.
AFTER_A_SUBJECT: Final = BEFORE_A_TOPIC | {"vs", "versus"}
