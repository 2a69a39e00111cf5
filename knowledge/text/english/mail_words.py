"""Words of greetings, signatures and labels around a quotation, which are nobody's name."""

from __future__ import annotations

from typing import Final

# Greetings and thanks in other languages than that of the corpus, too; none is a usual surname.
_GREETINGS: Final = frozenset(
    """bonjour bonsoir buenas ciao cordialement cordially danke gracias grazie gruesse gruss gruß
    grüße guten hallo hola merci mfg obrigado salut saludos saluti servus tag""".split()
)
# "Sent from my iPhone".
_SENT: Final = frozenset("android ipad iphone outlook sent".split())
# Before a colon they say what a text is, or on what occasion it was said: "Our version: “…”".
_LABELS: Final = frozenset(
    """ahead draft headline intro kicker lede meeting pull pullquote release sidebar standfirst
    summit talks trip version visit visits""".split()
)

NO_NAMES_AROUND: Final = _GREETINGS | _SENT | _LABELS
