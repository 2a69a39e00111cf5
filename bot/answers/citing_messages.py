"""Messages that want a form to paste of what somebody said: "cite Kono on talks in AP style"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text import compile_later, tokenize

_STYLE: Final = r"(?:chicago|apa|ap|mla)"
_OPENING: Final = (
    r"\W*+(?:(?:please|can\s++you|could\s++you|can\s++i|could\s++i|how\s++(?:do|can|should|would)\s++"
    r"(?:i|we|you)|(?:give|get|make|write|need)(?:\s++me)?|i\s++need)\s++)*+"
)
_CITING: Final = compile_later(
    rf"{_OPENING}(?:cite\s++|(?:(?:an?|the)\s++)?+(?:(?P<style>{_STYLE})(?:\s++style|\s++format)?\s++)?+"
    rf"(?:citation|footnote)s?\s++(?:for|of|to)\s++"
    rf"|(?P<named>{_STYLE})\s++(?:style|format)\s++(?:for|of)\s++)",
    re.IGNORECASE,
)
_BEHIND: Final = compile_later(
    rf"\s(?:in|as)\s++(?:an?\s++)?(?P<style>{_STYLE})(?:\s++(?:style|format))?\W*+\Z", re.IGNORECASE
)
_NO_NAME: Final = frozenset("it that this them these those".split())


def part_citing(text: str) -> tuple[str, str] | None:
    """Return what is to be cited, and how the form is asked for when that is shown.

    None where no citation is asked for, or of what was shown before.
    """
    opened = _CITING.match(text)
    if opened is None:
        return None
    rest = text[opened.end() :]
    behind = _BEHIND.search(rest)
    style = opened["style"] or opened["named"] or (behind and behind["style"]) or ""
    what = rest[: behind.start()] if behind else rest
    words = [token.folded for token in tokenize(what)]
    if not words or _NO_NAME.issuperset(words) or (len(words) > 1 and " " not in what.strip()):
        return None  # "cite that", "cite kono-on-pressure"
    return what, f"cite that as {style}" if style else "cite that"
