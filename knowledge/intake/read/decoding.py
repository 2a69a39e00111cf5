"""The text of a file: its bytes decoded by a mark, a declaration or a given encoding.

An encoding has the names that browsers know (WHATWG Encoding Standard). Python knows more, and
some of them read any bytes as letters that nobody wrote.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

import webencodings

from knowledge.corpus.errors import IntakeError
from knowledge.text.unseen_letters import remove_unseen

_MARKS: Final = {  # the longer first: UTF-32's begins with UTF-16's
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_KINDS: Final = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word document or another archive",
    b"\xd0\xcf\x11\xe0": "a Word document",
    b"{\\rtf": "a rich text document",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"bplist": "a web archive",
}
_MHTML: Final = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_DECLARED: Final = re.compile(
    rb"<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_HEAD: Final = 4096  # bytes, within which a page says how it is written
# Names of the standard that stand for no encoding of text that somebody could read.
_NO_TEXT_CODECS: Final = {"replacement", "x-user-defined"}
_CONTROL: Final = re.compile(r"[\0-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTE: Final = re.compile(_CONTROL.pattern.encode())
_STRANGE: Final = 0.001  # share of control characters above which a file is not text
_SLIPS: Final = 2
_FOREIGN: Final = 0.04  # share of letters beyond ASCII above which a text is hardly English
_MISREAD: Final = re.compile(r"[a-z][\u00c0-\u00de]")  # "donÕt": a mark of another encoding
_SAVE: Final = "Save the article as HTML or as plain text, and add that file."
_NO_TEXT: Final = f"The file is not text. {_SAVE}"
_GIVE: Final = "Save it as UTF-8, or name its encoding, such as --encoding cp1251."
_UNKNOWN: Final = '"{}" is not an encoding of web pages. Try windows-1252, cp1251 or shift_jis.'


class Decoded(NamedTuple):
    """A text, and the encoding that was guessed for it; None where nothing was guessed."""

    raw: str
    guessed: str | None = None


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of some bytes; raise IntakeError if they are not decoded."""
    if kind := _find_file_kind(content):
        msg = f"The file is {kind}, not text. {_SAVE}"
        raise IntakeError(msg)
    named = _require_codec(encoding) if encoding else None
    if codec := _find_byte_order_mark(content) or named or _guess_utf_16(content):
        return Decoded(_clean_text(_decode_as(content, codec)))
    if _is_binary(len(_CONTROL_BYTE.findall(content)), len(content)):
        raise IntakeError(_NO_TEXT)
    try:
        return Decoded(_clean_text(content.decode("utf-8")))
    except UnicodeDecodeError:
        return _decode_legacy(content)


def _find_file_kind(content: bytes) -> str | None:
    found = (kind for start, kind in _KINDS.items() if content.startswith(start))
    mail = "a web archive (MHTML)" if _MHTML.match(content[:_HEAD]) else None
    return next(found, mail)


def _find_byte_order_mark(content: bytes) -> str | None:
    return next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)


def _guess_utf_16(content: bytes) -> str | None:
    """Return which UTF-16 it is, without a mark: every other byte of English is zero."""
    start = content[:_HEAD]
    half = len(start) // 2
    if half and start[1::2].count(0) > half * 0.7 > start[::2].count(0):
        return "utf-16-le"
    if half and start[::2].count(0) > half * 0.7 > start[1::2].count(0):
        return "utf-16-be"
    return None


def _decode_as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"The file is not written in {encoding}, from byte {error.start + 1} on. {_GIVE}"
        raise IntakeError(msg) from None


def is_text_encoding(encoding: str) -> bool:
    """Return whether a name is that of an encoding of text."""
    return _find_codec(encoding) is not None


def _find_codec(encoding: str) -> str | None:
    """Return Python's name of an encoding that the standard names; None for any other name."""
    found = webencodings.lookup(encoding)
    return found.codec_info.name if found and found.name not in _NO_TEXT_CODECS else None


def _require_codec(encoding: str) -> str:
    codec = _find_codec(encoding)
    if codec is None:
        raise IntakeError(_UNKNOWN.format(encoding))
    return codec


def _decode_legacy(content: bytes) -> Decoded:
    """Decode as the page declares; else as Windows-1252, if that gives plain English."""
    declared = _DECLARED.search(content[:_HEAD])
    codec = _find_codec(declared[1].decode("ascii")) if declared else None
    if codec and not codec.startswith("utf-"):  # bytes that are read as ASCII are in no UTF-16
        return Decoded(_clean_text(_decode_as(content, codec)))
    try:
        raw = _clean_text(content.decode("cp1252"))
    except UnicodeDecodeError:
        raw = ""
    letters = [letter for letter in raw if letter.isalpha()]
    beyond = sum(not letter.isascii() for letter in letters)
    if not letters or beyond > _FOREIGN * len(letters) or _MISREAD.search(raw):
        msg = f"The file does not say how it is encoded, and no guess gives English text. {_GIVE}"
        raise IntakeError(msg)
    return Decoded(raw, "Windows-1252")


def _clean_text(raw: str) -> str:
    if _is_binary(len(_CONTROL.findall(raw)), len(raw)):
        raise IntakeError(_NO_TEXT)
    return remove_unseen(_CONTROL.sub("", raw))


def _is_binary(controls: int, length: int) -> bool:
    """Return whether there are more control characters than a slip of the keyboard leaves."""
    return controls > max(_SLIPS, _STRANGE * length)
