"""Words before the name of somebody who is spoken of or to, and who is not the one who speaks."""

from __future__ import annotations

from typing import Final

from knowledge.text.english.question_words import BEFORE_A_TOPIC

# "Words about Japan", "talks with Japan".
SPOKEN_OF: Final = BEFORE_A_TOPIC | {"with", "against"}
SPOKEN_TO: Final = frozenset("to via through".split())
