"""Titles and pronouns that say whether a man or a woman is meant."""

from __future__ import annotations

from typing import Final

# Whose title each is: of whom one says "he", or "she".
CALLED_BY_TITLE: Final = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
# Before the surname of somebody known, most likely one of the family; a wife's even before the
# whole name.
OF_A_FAMILY: Final = frozenset({"mrs", "miss"})
OF_A_WIFE: Final = frozenset({"mrs"})
PRONOUNS: Final = frozenset({"he", "she"})
PRONOUN_OF: Final = {
    **dict.fromkeys(("he", "him", "his", "hes", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "shes", "herself"), "she"),
}
# Those that stand for several, or for a state: nothing tells whom, where nobody was named before.
PRONOUNS_OF_SEVERAL: Final = frozenset({"they", "them", "theirs"})
PRONOUNS_OF_SOMEBODY: Final = PRONOUNS_OF_SEVERAL | PRONOUN_OF.keys()
