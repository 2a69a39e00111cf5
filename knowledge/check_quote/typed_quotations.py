"""The words between quotation marks in what somebody typed, and the words around them."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.questions.question import MAX_LENGTH
from knowledge.text.typed_marks import typed_pairs

# Space before a mark; with a line's end in it, a quotation over paragraphs opens its marks again.
_SPACED = re.compile(r'(?<!\s)(\s+)["“„«]')
_LONE = ' "“”„‟«»'
_HELP = {"", "help"}
# Before the words, or below them or after their end: who is said to have said them.
_LABEL = re.compile(r"\s*([^:\n]{2,60}):\s+(?=\S)")
_SIGNED = re.compile(r"(?:(?<!\s)(?=[^\S\n]*\n)|(?<=[.!?…]))\s+[—–-]{1,2}\s*+([^\n—–]{2,60})\Z")
# Behind a sentence on its line: "… — Taro Kono", "…, said Taro Kono".
_SIGNED_BEHIND = re.compile(
    r"(?:(?<!\s)\s++(?:[—–]{1,2}|-{1,2}\s)"
    r"|(?:,|(?<![\s,]))\s++(?:said|says|wrote|per|according to)\s(?:the\s)?)\s*+"
    r"([^\n—–]{2,60})\Z"
)
_NAME_WORDS = 4
_SENTENCE = 5  # words, at least, that somebody signs on their line
_WRITTEN = ('"{}"', "“{}”", "«{}»", "「{}」")


def read_quotations(text: str) -> list[str]:
    """Return the words between marks, or the whole text if there are none.

    Without marks, whose words they are said to be is left out: "Kono: …", "… — Taro Kono". So are
    words that the maximum length cuts off: the asker typed more of them.
    """
    if has_marks(text):
        found = [m.words for m in typed_pairs(text) if m.closed or len(text) < MAX_LENGTH]
    else:
        no_words = text.strip().lower() in _HELP or len(text) >= MAX_LENGTH
        found = [] if no_words else [text[slice(*_find_unattributed(text))].strip(_LONE)]
    return [words for words in map(_strip_marks, found) if re.search(r"\w", words)]


def place_quotations(text: str) -> list[tuple[int, int]]:
    """Return where the words between marks stand, with them, as `read_quotations()` has them."""
    pairs = (m for m in typed_pairs(text) if m.closed or len(text) < MAX_LENGTH)
    return [(m.start, m.end) for m in pairs if re.search(r"\w", _strip_marks(m.words))]


def has_marks(text: str) -> bool:
    return bool(typed_pairs(text))


def blank_quotations(text: str) -> str:
    """Blank out what `read_quotations()` returns, keeping every offset."""
    if not has_marks(text):
        if text.strip().lower() in _HELP:
            return text
        start, end = _find_unattributed(text)
        return _blank_post(text[:start]) + " " * (end - start) + _blank_post(text[end:])
    kept, at = list[str](), 0
    for start, end, *_ in typed_pairs(text):
        kept += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*kept, text[at:]])


@lru_cache(4)  # a message is asked about once for each of its names
def outline_quotations(text: str) -> str:
    """Leave of each quotation its marks, as “ and ”, keeping every offset."""
    outlined = blank_quotations(text)
    for start, end in place_quotations(text):
        outlined = f"{outlined[:start]}“{outlined[start + 1 : end - 1]}”{outlined[end:]}"
    return outlined


def _find_unattributed(text: str) -> tuple[int, int]:
    """Return where the words stand that somebody is said to have said, without the name."""
    label = _LABEL.match(text)
    start = label.end() if label and _is_name(label[1]) else 0
    signed = _find_signature(text.rstrip())
    end = len(text) if signed is None else signed
    return (start, end) if start < end else (0, len(text))


def _find_signature(text: str) -> int | None:
    """Return where begins what says, behind some words, who said them."""
    signed = _SIGNED.search(text)
    if signed and _is_name(signed[1]):
        return signed.start()
    behind = _SIGNED_BEHIND.search(text)
    is_long = behind is not None and len(text[: behind.start()].split()) >= _SENTENCE
    return behind.start() if behind and is_long and _is_name(behind[1]) else None


def _blank_post(name: str) -> str:
    """Blank out what follows a name but days: "Taro Kono, Foreign Minister, 2018"."""
    first = len(name) - len(name.lstrip(", "))
    named, *more = re.split(r"(?=,)", name[first:])
    kept = (part if re.search(r"\d", part) else " " * len(part) for part in more)
    return "".join([" " * first, named, *kept])


def _is_name(words: str) -> bool:
    """Return whether words look like a name, and not like a sentence."""
    parts = words.partition(",")[0].split()
    return 0 < len(parts) <= _NAME_WORDS and all(part[0].isupper() for part in parts)


@lru_cache(512)  # of the quotations of a message many may be alike, and each is put more than once
def put_in_marks(words: str) -> str:
    """Return words between marks that `read_quotations` takes off again."""
    written = [form.format(words) for form in _WRITTEN]
    return next((text for text in written if read_quotations(text) == [words]), written[0])


def _strip_marks(words: str) -> str:
    """Return words without a pair of marks around all of them."""
    words = _SPACED.sub(lambda found: " " if "\n" in found[1] else found[0], words).strip()
    outer = next(iter(typed_pairs(words)), None)
    whole = outer is not None and outer.closed and (outer.start, outer.end) == (0, len(words))
    return outer.words.strip() if outer and whole else words
