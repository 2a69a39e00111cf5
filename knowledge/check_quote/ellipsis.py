"""Ellipses: the asker's, the outlet's own, and the cuts of our record."""

from __future__ import annotations

import re

from knowledge.text.article_text import CUT, fold

_MARK = re.compile(r"\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,}|\. \. \.(?: \.)?")
_CUT = re.compile(r"\[(?:…|\.{3})\]")


def split_at_marks(words: str) -> list[str]:
    """Return what stands between the marks, in its order."""
    return [part for part in map(str.strip, _MARK.split(words)) if re.search(r"\w", part)]


def split_at_cuts(words: str) -> list[str]:
    """Return what an entry holds between its cuts, as it is written; empty at an end cut off."""
    return [piece.strip() for piece in _CUT.split(words)]


def split_words(words: str) -> list[str]:
    """Return the words, and each mark as a word of its own."""
    apart = _MARK.sub(lambda mark: f" {'…' if ' ' in mark[0] else mark[0]} ", words)
    return [word for word in apart.split() if fold(word)]


def count_marks(words: str) -> int:
    return len(_MARK.findall(words))


def is_mark(word: str) -> bool:
    return _MARK.fullmatch(word) is not None


def is_cut(word: str) -> bool:
    return fold(word) == CUT
