"""Bytes as text: what says how it is written, what is guessed and told, and what is no text."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.errors import IntakeError
from knowledge.intake.add.incoming_article import read_article
from knowledge.intake.read.decoding import decode, is_text_encoding
from knowledge.intake.read.head import Head

TEXT = (
    "Harbor Gazette\n\nEnvoy calls river plan premature\n\nJuly 9, 2025\n\n"
    "“The river isn’t yours,” the mayor of Ostby, Bj\u00f6rn Quill, said on Monday – again.\n"
)
PAGE = "<html><head><meta {}></head><body><p>“C’est à nous,” André Quill said.</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_how_it_is_written_is_read_so(encoding):
    assert decode(TEXT.encode(encoding)) == (TEXT, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_told_by_its_zeros(encoding):
    assert decode(TEXT.encode(encoding)) == (TEXT, None)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ('charset="windows-1252"', "cp1252"),
        ("http-equiv=Content-Type content='text/html; charset=windows-1252'", "cp1252"),
        ("charset=iso-8859-1", "cp1252"),  # what browsers take it for
        ('charset="windows-1254"', "cp1254"),
    ],
)
def test_a_page_is_read_as_it_declares(said, written):
    page = PAGE.format(said)
    assert decode(page.encode(written)) == (page, None)


def test_a_page_that_declares_utf_8_and_is_not_is_guessed_and_said_so():
    page = PAGE.format("charset=utf-8").replace("à", "a").replace("é", "e")
    assert decode(page.encode("cp1252")) == (page, "Windows-1252")


def test_plain_english_in_windows_1252_keeps_its_marks_and_is_told():
    assert decode(TEXT.encode("cp1252")) == (TEXT, "Windows-1252")
    read = read_article(TEXT.encode("cp1252"), Head())
    assert "“The river isn’t yours,”" in read.raw
    assert "I read it as Windows-1252" in read.notes[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мэр Остбю сказал, что река общая для всех.", "cp1251"),
        ("外務省の幹部は「時期尚早だ」と述べた。", "shift_jis"),
        (TEXT, "macintosh"),  # its marks are accented capitals in Windows-1252
    ],
)
def test_what_cannot_be_told_is_refused_and_read_by_its_name(text, encoding):
    with pytest.raises(IntakeError, match="--encoding"):
        decode(text.encode(encoding))
    assert decode(text.encode(encoding), encoding).raw == text


def test_a_name_that_the_bytes_contradict_is_refused():
    with pytest.raises(IntakeError, match="is not written in utf-8, from byte"):
        decode(TEXT.encode("cp1252"), "utf-8")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00word/document.xml", "a Word document"),
        (b"{\\rtf1\\ansi Quill said", "rich text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
        (b"From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nQuill said", "MHTML"),
        (random.Random(3).randbytes(4000), "not text"),
    ],
)
def test_what_is_no_text_is_refused_in_words(content, kind):
    with pytest.raises(IntakeError, match=kind) as refused:
        decode(content)
    assert "Save the article as HTML or as plain text" in str(refused.value)


@given(st.binary(max_size=300))
def test_whatever_the_bytes_they_are_text_or_refused(content):
    try:
        raw = decode(content).raw
    except IntakeError:
        return
    assert "\N{REPLACEMENT CHARACTER}" not in raw or "\N{REPLACEMENT CHARACTER}".encode() in content
    assert "\0" not in raw


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf_8_is_never_taken_for_anything_else(text):
    if not text.encode().startswith((b"%PDF", b"PK", b"{\\rtf", b"GIF8", codecs.BOM_UTF8)):
        assert decode(text.encode()) == (text, None)


@pytest.mark.parametrize("name", ["cp1251", "Windows-1252", "utf8", "latin1", "x-mac-roman", "gbk"])
def test_the_names_that_browsers_know_are_encodings(name):
    assert is_text_encoding(name)


# What Python has besides: no encoding at all, one of bytes, escapes, and names of its own.
@pytest.mark.parametrize(
    "name",
    [
        *["undefined", "base64", "unicode_escape", "raw_unicode_escape", "idna", "utf-7", "cp037"],
        *["mac_roman", "replacement", "hz-gb-2312", "x-user-defined", "no such\0thing", "é"],
    ],
)
def test_a_name_that_browsers_do_not_read_by_is_refused_in_words(name):
    assert not is_text_encoding(name)
    with pytest.raises(IntakeError, match="is not an encoding of web pages"):
        decode(TEXT.encode(), name)


@pytest.mark.parametrize("name", ["unicode_escape", "undefined", "utf-7", "utf-16"])
def test_a_declaration_that_browsers_pass_over_is_passed_over(name):
    page = PAGE.format(f"charset={name}").replace("à", "a").replace("é", "e")
    page = page.replace("nous", "nous, caf\\u00e9 +AGE-")
    assert decode(page.encode("cp1252")) == (page, "Windows-1252")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_mark_at_the_beginning_is_right_whatever_is_named(encoding):
    assert decode(TEXT.encode(encoding), "cp1251").raw == TEXT
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16").raw == TEXT


@pytest.mark.parametrize("name", ["title", "publisher", "agency", "byline"])
def test_what_is_given_and_not_printed_is_said_not_to_be_kept(name):
    (note,) = read_article(TEXT.encode(), Head(**{name: "Zenda Courier"})).notes
    assert f"does not print 'Zenda Courier', so the entry has no {name}" in note
    assert read_article(TEXT.encode(), Head(**{name: "Harbor Gazette"})).notes == ()


def test_what_nobody_sees_is_not_kept():
    text = "The river is\u200b ours \u202eto share, said علی\u200cرضا on Mon\xadday."
    assert decode(text.encode()).raw == (
        "The river is ours to share, said علی\u200cرضا on Mon\xadday."
    )
