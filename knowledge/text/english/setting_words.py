"""Words that say in which setting something was said: "at the news conference", "in public"."""

from __future__ import annotations

from typing import Final

LEADING: Final = frozenset("at in during on before to".split())
SETTINGS: Final = frozenset(
    """address briefing broadcast ceremony conference debate dinner event forum hearing interview
    luncheon meeting panel podcast press private public radio rally session speech television tv
    visit trip""".split()
)
# Behind such a noun these go on with it: "the interview with the Gazette".
GOING_ON: Final = frozenset("with of to in at by for from".split())
