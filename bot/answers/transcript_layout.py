"""Transcripts and subtitles as they are laid out, written with one turn on a line: "Name: words".

The times and numbers of subtitles are no words, and neither is a "Q" without its colon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.interview_turns import is_of_an_asker, strip_answer
from bot.answers.pasted_posts import mark_posts
from bot.answers.speaker_labels import find_label, is_name_on_record, is_sure
from bot.slack_text.rows import Row
from knowledge.check_quote import has_marks
from knowledge.text import SAYING, compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.kb import KnowledgeBase

_MOST: Final = 200  # lines of one part that are read
_TURNS: Final = 2  # of a transcript, at least
_LABEL: Final = 60  # characters, at most
_TIMING: Final = re.compile(r"[\d:.,]{0,15}\s?-->\s?[\d:.,]{4,15}(?:\s.*)?")
_CUE_NUMBER: Final = re.compile(r"\d{1,5}|WEBVTT.{0,80}")
_VOICE: Final = compile_later(r"<v(?:\.[\w.]{1,40})?\s([^<>\n]{1,60})>\s*+")
_TAG: Final = re.compile(r"</?[a-z]{1,4}(?:\.[\w.]{1,40})?>")
ENDS_SENTENCE: Final = re.compile(r"[.!?…][”\"’')\]]?\s*\Z")
_LABELED: Final = compile_later(r"([^:\n]{1,60}):(?:\s|\Z)")
_ASKS: Final = compile_later(r"Q\s+(?=[A-Z“\"])")
# How words were spoken, as a transcript has it before them: "(Through interpreter.) We will wait".
_SPOKEN: Final = compile_later(
    r"([^:\n]{2,60}):\s+[(\[]((?:through|via|in|by|as|speaking|continuing|off|inaudible|laugh|chuckl"
    r"|applause|pause|interpret|translat)[^()\[\]:\n]{0,40})[)\]]\s+(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# Behind a name: "Brandt said: …", "Brandt told reporters: …".
_SAYS: Final = (
    rf"\s(?:{'|'.join(sorted(SAYING))})(?:\s(?:(?:the\s)?(?:press|media|reporters|journalists)))?"
)
# Behind the end of somebody's words, before the next one's label: "…. Brandt: …".
_NEXT: Final = compile_later(
    r"(?:(?<=[.!?…,;])\s++(?:and\s++)?+|(?<!\s)\s++(?:and|/|\||[–—-]{1,2})\s++)"
    r"(?=([^\W\d_a-z][^\s:.;,]{0,30}(?:\.?\s[^\W\d_a-z][^\s:;,]{0,30}){0,3})"
    rf"(?:{_SAYS})?:\s+\S)"
)
_SAYS_BEHIND: Final = re.compile(rf"{_SAYS}\Z")
_REQUEST: Final = re.compile(r"(?:[^:\n]{0,60}:\s++)??([^:\n]{2,60}):\s++\S")
_JOINS: Final = " ,;"


def lay_out_turns(kb: KnowledgeBase, rows: Sequence[Row]) -> list[Row]:
    """Return the lines of a message with each turn of a transcript on a line of its own."""
    if any(len(row.cells) > 1 for row in rows[:_MOST]) or rows[_MOST:]:
        return list(rows)
    rows = mark_posts(rows)
    spoken = _read_subtitles(rows) if any(map(_is_timing, rows)) else list(rows)
    spoken = _label_bold(kb, spoken)
    labeled = any(_LABELED.match(row.words) for row in spoken)
    laid_out = [_put(row, _write_turn(row.words)) for row in spoken] if labeled else spoken
    if any(is_of_an_asker(row.words) for row in laid_out):
        laid_out = [_put(row, strip_answer(row.words)) for row in laid_out]
    return [one for row in laid_out for one in _part_turns(kb, row)]


def lay_out_text(kb: KnowledgeBase, text: str) -> str:
    """Return a text with each turn of a transcript on a line of its own."""
    rows = [Row((line,)) for line in text.split("\n")]
    laid_out = lay_out_turns(kb, rows)
    return text if laid_out == rows else "\n".join(row.words for row in laid_out)


def join_subtitles(text: str) -> str:
    """Return what subtitles say without their times and numbers; another text as it is."""
    rows = [Row((line,)) for line in text.split("\n")]
    if rows[_MOST:] or not any(map(_is_timing, rows)):
        return text
    return "\n".join(row.words for row in _read_subtitles(rows))


def _put(row: Row, words: str) -> Row:
    return row if words == row.words.strip() else row._replace(cells=(words,), lead="")


def _is_timing(row: Row) -> bool:
    return bool(_TIMING.fullmatch(row.words.strip()))


def _read_subtitles(rows: Sequence[Row]) -> list[Row]:
    """Return what is spoken: a sentence goes on over several titles, until a label or its end."""
    joined: list[Row] = []
    for words in _list_spoken(rows):
        above = joined[-1].words if joined else ""
        ends = not above or ENDS_SENTENCE.search(above) or above.endswith(":")
        if ends or _LABELED.match(words):
            joined.append(Row((words,), depth=1))
        else:
            joined[-1] = Row((f"{above} {words}",), depth=1)
    return joined


def _list_spoken(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines with words, without times and tags, and a voice as the label of its words."""
    for row in rows:
        words = row.words.strip()
        if _is_timing(row) or _CUE_NUMBER.fullmatch(words):
            continue
        words = _TAG.sub("", _VOICE.sub(r"\1: ", words)).strip()
        if words:
            yield words


def _label_bold(kb: KnowledgeBase, rows: list[Row]) -> list[Row]:
    """Return lines that all open with a name in bold, with this as the label of the others."""
    written = [row for row in rows if row.words.strip()]
    if len(written) < _TURNS or not all(_opens_with_name(kb, row) for row in written):
        return rows
    return [
        _put(row, f"{row.lead}: {row.words[len(row.lead) :].strip()}") if row.lead else row
        for row in rows
    ]


def _opens_with_name(kb: KnowledgeBase, row: Row) -> bool:
    """Return whether a line has a name in bold, and then a sentence: "*Brandt* We will wait."."""
    rest = row.words[len(row.lead) :].strip() if row.lead else ""
    if not (rest[:1].isupper() and row.words.startswith(row.lead)) or row.lead.endswith(":"):
        return False
    return find_label(kb, row.lead) is not None and is_sure(kb, row.lead)


def _write_turn(words: str) -> str:
    """Return a line with a colon behind its "Q", and how words are spoken with who speaks them."""
    asked = _ASKS.match(words)
    if asked:
        return f"Q: {words[asked.end() :]}"
    spoken = _SPOKEN.fullmatch(words)
    if spoken is None:
        return words
    label = f"{spoken[1]} ({spoken[2].rstrip(' .')})"
    return f"{label if len(label) <= _LABEL else spoken[1]}: {spoken[3]}"


def _part_turns(kb: KnowledgeBase, row: Row) -> Iterator[Row]:
    """Yield the turns of several on record that stand on one line: "Brandt: … Dask: …"."""
    words, at = row.words, 0
    opened = None if has_marks(words) else _REQUEST.match(words)
    if opened and is_name_on_record(kb, _SAYS_BEHIND.sub("", opened[1].strip())):
        for found in _NEXT.finditer(words, opened.end()):
            if is_name_on_record(kb, found[1]):
                yield _put(row, words[at : found.start()].rstrip(_JOINS))
                at = found.end()
    yield _put(row, words[at:])
