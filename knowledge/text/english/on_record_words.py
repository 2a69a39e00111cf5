"""Words that ask for nothing but what was said publicly, by somebody who is named."""

from __future__ import annotations

import re
from typing import Final

ON_THE_RECORD: Final = re.compile(
    r"(?<!\S)(?:on[-‐‑\s]+the[-‐‑\s]+record|for\s+attribution|attributable|not\s+anonymous(?:ly)?"
    r"|named\s+(?:\w+\s+)?(?:official|source|speaker|minister|diplomat)s?)\b",
    re.IGNORECASE,
)
