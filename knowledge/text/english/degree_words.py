"""Adverbs of degree: a summary in our own voice must hold without them."""

from __future__ import annotations

import re
from typing import Final

_HOW_MUCH: Final = (
    "very deeply extremely highly completely totally utterly absolutely entirely fully wholly "
    "thoroughly perfectly profoundly largely mostly mainly partly partially fairly quite somewhat "
    "slightly mildly moderately marginally barely hardly scarcely almost nearly virtually merely "
    "significantly substantially considerably markedly notably remarkably greatly hugely vastly "
    "immensely enormously exceedingly drastically radically dramatically overwhelmingly "
    "particularly especially increasingly"
).split()
_HOW_FIRMLY: Final = (
    "strongly firmly sharply seriously severely gravely acutely intensely heavily vehemently "
    "vigorously forcefully emphatically resolutely decidedly staunchly steadfastly unwaveringly "
    "adamantly stubbornly fiercely harshly bluntly flatly squarely categorically unequivocally "
    "unambiguously bitterly warmly passionately enthusiastically cautiously "
    "tentatively grudgingly"
).split()
_HOW_SURELY: Final = (
    "clearly plainly obviously evidently undoubtedly definitely certainly really truly"
).split()
# "rather than" compares, and weighs nothing.
DEGREE: Final = re.compile(
    rf"\b(?:{'|'.join([*_HOW_MUCH, *_HOW_FIRMLY, *_HOW_SURELY])}"
    r"|rather(?! than)|too (?:much|little)|so (?:much|far))\b",
    re.IGNORECASE,
)
