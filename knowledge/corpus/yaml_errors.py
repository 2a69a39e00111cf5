"""Why a file is no YAML, in the curator's words, on the line where it goes wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml
from yaml.reader import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

_QUOTE = "put the whole value in quotation marks"
_AS_TEMPLATES = "write it as the templates do"


class YamlError(NamedTuple):
    line: int
    why: str
    what_to_do: str


class _Where(NamedTuple):
    """Where the reader stopped, and where what it was reading began; lines from 0."""

    line: int
    began: int
    letter: str
    lines: list[str]


def _letter(at: _Where) -> YamlError:
    if at.letter == "\t":
        return YamlError(at.line, "is indented with a tab", "indent it with spaces")
    return YamlError(at.line, f"a value cannot begin with {at.letter!r}", _QUOTE)


def _beginning(at: _Where) -> YamlError:
    return YamlError(at.line, "a value cannot begin with '&', '*', '|' or '>'", _QUOTE)


def _open_mark(at: _Where) -> YamlError:
    what_to_do = "close it; a mark within the words is written twice"
    return YamlError(at.began, "the quotation mark opened here is never closed", what_to_do)


def _bracket(at: _Where) -> YamlError:
    what_to_do = "close it, and put words with commas, colons or brackets in quotation marks"
    if any(re.search(r"\s#", line) for line in at.lines[at.began : at.line + 1]):
        what_to_do = "put the value with the '#' in quotation marks: it begins a comment"
    return YamlError(at.began, "the { or [ opened here is not closed", what_to_do)


def _colon(at: _Where) -> YamlError:
    why = "has a second ': ' in one value, or is indented unlike the fields beside it"
    return YamlError(at.line, why, f"{_QUOTE}, or line the field up")


def _no_colon(at: _Where) -> YamlError:
    return YamlError(at.began, "is no 'name: value'", "write a colon and a space after the name")


def _no_key(at: _Where) -> YamlError:
    why = "goes on after a closing quotation mark, or is indented unlike the fields beside it"
    return YamlError(at.line, why, f"{_QUOTE}, marks within it twice, or line the field up")


# What PyYAML and libyaml say, in parts that both of them say.
_WORDED: dict[str, Callable[[_Where], YamlError]] = {
    "cannot start any token": _letter,
    "undefined alias": _beginning,
    "alphabetic or numeric character": _beginning,
    "comment or line break": _beginning,
    "unexpected end of stream": _open_mark,
    "',' or '": _bracket,
    "mapping values are not allowed": _colon,
    "could not find expected ':'": _no_colon,
    "did not find expected key": _no_key,
    "expected node content": lambda at: YamlError(
        at.began, "a { or [ begins here, and a value in it is missing", "give it, and close both"
    ),
    "sequence entries are not allowed": lambda at: YamlError(
        at.line, "a list begins on the line of its name", f"begin it on the next line, or {_QUOTE}"
    ),
    "escape character": lambda at: YamlError(
        at.line, "has a \\ between double quotation marks", "write it twice, or use single marks"
    ),
    "another document": lambda at: YamlError(
        at.line, "has a second entry, after ---", "give each entry a file of its own"
    ),
}


def explain(error: Exception, content: bytes) -> YamlError:
    """Word an error of reading YAML; the line counts from 1."""
    line, why, what_to_do = _told(error, content)
    return YamlError(line + 1, why, what_to_do)


def _told(error: Exception, content: bytes) -> YamlError:
    if isinstance(error, UnicodeDecodeError):
        line = content[: error.start].count(b"\n")
        return YamlError(line, "is not written in UTF-8", "save the file in UTF-8")
    if isinstance(error, RecursionError):
        return YamlError(0, "is nested too deep for an entry", _AS_TEMPLATES)
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    if isinstance(error, ReaderError):
        # Its position counts bytes or letters, as the reader at hand does.
        line = text.count("\n", 0, max(0, text.find(chr(error.character))))
        return YamlError(line, f"holds a control character ({error.character:#06x})", "remove it")
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return _marked(error, error.problem_mark, text)
    return YamlError(0, str(error), _AS_TEMPLATES)


def _marked(error: yaml.MarkedYAMLError, mark: yaml.Mark, text: str) -> YamlError:
    began = error.context_mark.line if error.context_mark else mark.line
    at = _Where(mark.line, began, text[mark.index : mark.index + 1], text.splitlines())
    problem = error.problem or ""
    word = next((word for said, word in _WORDED.items() if said in problem), None)
    return word(at) if word else YamlError(mark.line, problem, _AS_TEMPLATES)
