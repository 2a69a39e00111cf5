"""Words by which somebody reads out, shows or plays what another wrote or said."""

from __future__ import annotations

from typing import Final

from knowledge.text.english.roles import DOCUMENTS
from knowledge.text.later_pattern import compile_later

_READS: Final = (
    r"(?:reads?|quote[ds]? from|show(?:s|ed|n)?|h(?:e|o)lds? up|held up|play(?:s|ed)|shar(?:es|ed)"
    r"|forward(?:s|ed)|receiv(?:es|ed)|recit(?:es|ed)|produc(?:es|ed)|display(?:s|ed)|cit(?:es|ed)"
    r"|present(?:s|ed)|brandish(?:es|ed)|leak(?:s|ed)|publish(?:es|ed)|obtain(?:s|ed)"
    r"|circulat(?:es|ed)|point(?:s|ed) to|referr?(?:s|ed)? to|retweet(?:s|ed)|repost(?:s|ed))"
)
_PAPER: Final = (
    rf"(?:{'|'.join(sorted(DOCUMENTS))}|recording|voicemail|transcript|tape|poem|diary|passage"
    r"|excerpt|extract|entry|speech|interview)s?"
)
_READING: Final = r"\b[Rr]eading (?:out |aloud )?(?:from )?[^,;:\0]{1,60}?"
# Another's words, of which no name is printed: "recalled her father's words".
_RECALLS: Final = (
    r"\b(?:recall|remember|quot|cit|repeat|invok|echo|borrow)(?:s|es|ed|ing)\s"
    r"(?:(?:the|an?|his|her|their|my)\s)?(?:[\w-]+\s){0,3}?[\w-]+'s?"
    r"\s(?:\w+\s){0,2}?(?:words?|advice|warning|motto|line|phrase|saying|rule|dictum)"
)
# Up to the words, with the paper of another in it: "read out a message from Dahl to his wife: ".
READS_OUT: Final = compile_later(
    rf"\b{_READS}\s(?:[^;:\0]{{0,100}}?\s)?"
    rf"(?P<paper>(?:[\w.]+(?:'s|(?<=s)')\s(?:\w+\s){{0,2}}?{_PAPER}\b"
    rf"|{_PAPER}\s(?:from|by|of|sent|written|posted|in which|where)\b)[^;:\0]{{0,160}}):?\s*$"
    rf"|(?P<reading>{_READING}\b{_PAPER}\b[^;:\0]{{0,160}}):?\s*$"
    rf"|(?P<recalled>{_RECALLS}):?\s*$"
)
# And behind them: ""We go," Finch read from a note by Dahl".
READ_FROM: Final = compile_later(
    r"\0,?\s[^,;:\0]{1,80}?\b(?:read|quoted|recited)(?: out| aloud)? from\b"
    rf"[^,;:\0]{{1,60}}?\b{_PAPER}\b"
)
