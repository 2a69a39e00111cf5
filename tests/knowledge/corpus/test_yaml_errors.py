"""What is no YAML, told in words and where it goes wrong."""

from __future__ import annotations

import pytest

from knowledge.corpus import corpus_reader
from knowledge.corpus.errors import CorpusError
from knowledge.corpus.model import Person

IN_MARKS = "Put the whole value in quotation marks"


@pytest.mark.parametrize(
    ("content", "line", "why", "what_to_do"),
    [
        (b"aliases:\n\t- x\n", 2, "This line is indented with a tab.", "Indent it with spaces."),
        (
            b"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> desk\n",
            2,
            "Two versions of this entry were merged",
            "Keep what both have",
        ),
        (b"name: @ada\n", 1, "A value cannot begin with '@'", IN_MARKS),
        (b"name: %ada\n", 1, "A value cannot begin with '%'", IN_MARKS),
        (b"name: *ada\n", 1, "A value cannot begin with '&', '*', '|' or '>'", IN_MARKS),
        (b"name: |ada\n", 1, "A value cannot begin with '&', '*', '|' or '>'", IN_MARKS),
        (
            b"a: 1\nname: 'Ada\nb: 2\nc: 3\n",
            2,
            "The quotation mark opened here",
            "Close it. Write a",
        ),
        (b'a: 1\nname: "Ada\nb: 2\n', 2, "The quotation mark opened here", "Close it. Write a"),
        (b"a: 1\nb: [x,\nc: y\n", 2, "The { or [ opened here is not closed.", "Close it, and put"),
        (b"a: 1\nb: {x: y #1}\nc: z\n", 2, "The { or [ opened here", "Put the value with the '#'"),
        (b"a: 1\nname: Ada: Lind\n", 2, "The value has a second ': ', or the field", IN_MARKS),
        (
            b"a: 1\n  b: 2\n",
            2,
            "The value has a second ': ', or the field is not indented",
            IN_MARKS,
        ),
        (b"a: 1\nname\nb: 2\n", 2, "This is not 'name: value'.", "Write a colon and a space"),
        (
            b"a: 1\nname: 'Ada' Lind\n",
            2,
            "The value goes on after a closing quotation mark",
            IN_MARKS,
        ),
        (
            b"a: 1\nname: - Ada\n",
            2,
            "A list begins on the same line as its name.",
            "Begin it on the next line",
        ),
        (b'a: 1\nname: "a\\q"\n', 2, "There is a \\ in double quotation marks.", "Write it twice"),
        (b"a: 1\n---\nb: 2\n", 2, "A second entry begins after ---.", "Give each entry a file"),
        (b"a: 1\nb: 2\nname: \xe9\n", 3, "This line is not UTF-8.", "Save the file as UTF-8."),
        (b"a: 1\nb: 2\nname: \x00\n", 3, "There is a control character (0x0000).", "Remove it."),
        (
            "a: é\nb: 日\nname: \x07\n".encode(),
            3,
            "There is a control character (0x0007).",
            "Remove it.",
        ),
        (
            b"a: 1\nb: [x, , y]\n",
            2,
            "A { or [ begins here, and a value in it is missing.",
            "Add it, and close both.",
        ),
        (
            b"a: 1\nb: " + b"[" * 50_000,
            2,
            "This is nested too deep for an entry.",
            "Write it as the templates do.",
        ),
        (
            b"- " * 50_000,
            1,
            "This is nested too deep for an entry.",
            "Write it as the templates do.",
        ),
        (
            b"a:\n" + b"- x\n" * 60_000,
            49_999,
            "This file has more fields than an entry can have.",
            "Make it several entries.",
        ),
    ],
)
def test_it_is_told_in_words_on_its_line(tmp_path, content, line, why, what_to_do):
    file = tmp_path / "ada.yaml"
    for written in (content, b"\xef\xbb\xbf" + content, content.replace(b"\n", b"\r\n")):
        file.write_bytes(written)
        with pytest.raises(CorpusError) as caught:
            corpus_reader.read_entry(file, "people/ada.yaml", Person)
        (problem,) = caught.value.problems
        assert (problem.line, problem.field) == (line, "")
        assert problem.why.startswith(why)
        assert problem.what_to_do.startswith(what_to_do)


def test_a_file_that_cannot_be_opened_is_told(tmp_path):
    with pytest.raises(
        CorpusError, match=r"ada\.yaml:1: This file cannot be read: it is a folder\. "
    ):
        corpus_reader.read_entry(tmp_path, "people/ada.yaml", Person)
