"""Lines of a message that are numbered in another way than a list is: "Q1 Kono: …", "A: …".

Speakers who are only numbered ("Speaker 1: …") are not named either. The numbers are no names and
no words of what is quoted, so each is made that of an item.
"""

from __future__ import annotations

import re
from typing import Final

from bot.slack_text.visible_text import BOLD

_ORDER: Final = "abcdefghijkl"
_FIRST_TWO: Final = (1, 2)
_WORD: Final = (
    r"(?:q(?:uote|uotation)?|no|number|item|option|version|example|part|speaker|person|voice)"
    r"\.?[ ]?#?"
)
_END: Final = rf"(?:{BOLD}?[ ]?[.:)/–—-]{BOLD}?|{BOLD})"
# "Q1 Kono: …", "Quote 2 of 3: …", "Option B: …"; "A: …", "2: …", "b) …".
_NUMBER: Final = re.compile(
    rf"[ \t]{{0,3}}(?P<bold>{BOLD}?)"
    rf"(?:{_WORD}(?P<of_word>\d{{1,2}}|[a-l](?=[^\w ]))(?:[ ]of[ ]\d{{1,2}})?{_END}?"
    rf"|(?P<letter>[a-l]){_END}|(?P<figure>\d{{1,2}}){BOLD}?[:/]{BOLD}?)[ \t]+(?=\S)",
    re.IGNORECASE,
)


def number_lines(text: str) -> str:
    """Return a text with the numbers of such lines as those of a list, if they are in order.

    Where one asks something, they are the questions of an interview.
    """
    lines = text.split("\n")
    found = [_NUMBER.match(line) for line in lines]
    for kind in ("of_word", "letter", "figure"):
        numbers = [_read(number[kind] or "") if number else None for number in found]
        asks = any(line.rstrip().endswith("?") for line, n in zip(lines, numbers, strict=True) if n)
        if not asks and tuple(dict.fromkeys(filter(None, numbers)))[:2] == _FIRST_TWO:
            lines = [_number(*line) for line in zip(lines, found, numbers, strict=True)]
    return "\n".join(lines)


def _read(number: str) -> int | None:
    """Return a number of a line, which may be a letter; None without one."""
    if number.isalpha():
        return _ORDER.index(number.lower()) + 1
    return int(number) if number else None


def _number(line: str, found: re.Match[str] | None, number: int | None) -> str:
    """Return a line with its number as that of an item; what else is in bold there stays so."""
    if not (found and number):
        return line
    kept = found["bold"] if found[0].count(BOLD) == 1 else ""
    return f"{number}. {kept}{line[found.end() :]}"
