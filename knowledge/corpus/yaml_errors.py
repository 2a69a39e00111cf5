"""YAML errors in a curator's words, on the line where the file goes wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml
from yaml.reader import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

_QUOTE = "Put the whole value in quotation marks"
_UNALIGNED = "the field is not indented like the fields beside it"
_MERGED = re.compile(r"^<{7} ", re.MULTILINE)  # git's mark of a conflict
_TWO_VERSIONS = "Two versions of this entry were merged, and git could not join them."
_KEEP_BOTH = (
    "Keep what both have, give statements of one id ids of their own, and remove the lines that "
    "begin with '<<<<<<<', '=======' and '>>>>>>>'. Of two articles, give one a file of its own."
)
_AS_TEMPLATES = "Write it as the templates do."


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
        return YamlError(at.line, "This line is indented with a tab.", "Indent it with spaces.")
    return YamlError(at.line, f"A value cannot begin with {at.letter!r}.", f"{_QUOTE}.")


def _beginning(at: _Where) -> YamlError:
    return YamlError(at.line, "A value cannot begin with '&', '*', '|' or '>'.", f"{_QUOTE}.")


def _open_mark(at: _Where) -> YamlError:
    what_to_do = "Close it. Write a quotation mark within the words twice."
    return YamlError(at.began, "The quotation mark opened here is never closed.", what_to_do)


def _bracket(at: _Where) -> YamlError:
    what_to_do = "Close it, and put words with commas, colons or brackets in quotation marks."
    if any(re.search(r"\s#", line) for line in at.lines[at.began : at.line + 1]):
        what_to_do = "Put the value with the '#' in quotation marks: '#' begins a comment."
    return YamlError(at.began, "The { or [ opened here is not closed.", what_to_do)


def _colon(at: _Where) -> YamlError:
    why = f"The value has a second ': ', or {_UNALIGNED}."
    return YamlError(at.line, why, f"{_QUOTE}, or line the field up.")


def _no_colon(at: _Where) -> YamlError:
    return YamlError(
        at.began, "This is not 'name: value'.", "Write a colon and a space after the name."
    )


def _no_key(at: _Where) -> YamlError:
    why = f"The value goes on after a closing quotation mark, or {_UNALIGNED}."
    return YamlError(at.line, why, f"{_QUOTE}, marks within it twice, or line the field up.")


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
        at.began, "A { or [ begins here, and a value in it is missing.", "Add it, and close both."
    ),
    "sequence entries are not allowed": lambda at: YamlError(
        at.line,
        "A list begins on the same line as its name.",
        "Begin it on the next line, or put the whole value in quotation marks.",
    ),
    "escape character": lambda at: YamlError(
        at.line, "There is a \\ in double quotation marks.", "Write it twice, or use single marks."
    ),
    "nested too deep": lambda at: YamlError(
        at.line, "This is nested too deep for an entry.", _AS_TEMPLATES
    ),
    "too many parts": lambda at: YamlError(
        at.line, "This file has more fields than an entry can have.", "Make it several entries."
    ),
    "another document": lambda at: YamlError(
        at.line, "A second entry begins after ---.", "Give each entry a file of its own."
    ),
}


def explain(error: Exception, content: bytes) -> YamlError:
    """Word an error of reading YAML; the line counts from 1."""
    line, why, what_to_do = _find(error, content)
    return YamlError(line + 1, why, what_to_do)


def _find(error: Exception, content: bytes) -> YamlError:
    if isinstance(error, UnicodeDecodeError):
        line = content[: error.start].count(b"\n")
        return YamlError(line, "This line is not UTF-8.", "Save the file as UTF-8.")
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    if isinstance(error, ReaderError):
        # Its position counts bytes or letters, as the reader at hand does.
        line = text.count("\n", 0, max(0, text.find(chr(error.character))))
        why = f"There is a control character ({error.character:#06x})."
        return YamlError(line, why, "Remove it.")
    if merged := _MERGED.search(text):
        return YamlError(text.count("\n", 0, merged.start()), _TWO_VERSIONS, _KEEP_BOTH)
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return _marked(error, error.problem_mark, text)
    return YamlError(0, f"YAML cannot read this: {error}.", _AS_TEMPLATES)


def _marked(error: yaml.MarkedYAMLError, mark: yaml.Mark, text: str) -> YamlError:
    began = error.context_mark.line if error.context_mark else mark.line
    at = _Where(mark.line, began, text[mark.index : mark.index + 1], text.splitlines())
    problem = error.problem or ""
    word = next((word for said, word in _WORDED.items() if said in problem), None)
    if word:
        return word(at)
    return YamlError(mark.line, f"YAML cannot read this: {problem}.", _AS_TEMPLATES)
