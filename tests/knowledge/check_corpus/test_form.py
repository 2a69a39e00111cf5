"""The standard form of a file: what strays is told on its line, and a fix loses no words."""

from __future__ import annotations

import pytest

from knowledge.check_corpus import comments

PERSON = "people/jonas-vehl"
VALLEY = "articles/valley-post-2025-04"
RUN_FIX = "Run 'stancebook check --fix'."
NOT_STANDARD = "The file is not in the standard form."


def bytes_of(curator, name=PERSON):
    return curator.file(name).read_bytes()


def _strays(curator):
    """Return what is told of the form of files, which keeps no corpus from being served."""
    assert curator.told(fix=False) == []
    return [str(w) for w in curator.check().warnings if RUN_FIX in str(w) and "older" not in str(w)]


def test_the_first_line_that_strays_is_told_with_what_it_should_be(curator):
    curator.replace(PERSON, "title: Special Envoy", "title: 'Special Envoy'")
    (only,) = _strays(curator)
    assert only == (
        f"people/jonas-vehl.yaml:7: {NOT_STANDARD} {RUN_FIX} "
        "Standard form: - title: [-'Special Envoy'-] {+Special Envoy+}"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Jonas Vehl", 'name:   "Jonas Vehl"'),
        ("name: Jonas Vehl\n", "name: Jonas Vehl\n\n"),
        ("name: Jonas Vehl\n", "name: Jonas Vehl\nnote: null\n"),
        ("id: jonas-vehl\nname: Jonas Vehl\n", "name: Jonas Vehl\nid: jonas-vehl\n"),
    ],
    ids=["marks and spaces", "an empty line", "a default", "another order"],
)
def test_fix_writes_the_one_form(curator, old, new):
    before = bytes_of(curator)
    curator.replace(PERSON, old, new)
    assert len(_strays(curator)) == 1
    report = curator.check(fix=True)
    assert (report.problems, bytes_of(curator)) == ([], before)
    assert report.written == [("people/jonas-vehl.yaml", "standard form")]


def test_line_ends_of_windows_are_told_and_fixed(curator):
    before = bytes_of(curator)
    curator.file(PERSON).write_bytes(before.replace(b"\n", b"\r\n"))
    (only,) = _strays(curator)
    assert only == f"people/jonas-vehl.yaml:1: The file has Windows line endings (CR LF). {RUN_FIX}"
    assert curator.told(fix=True) == []
    assert bytes_of(curator) == before


def test_a_number_sign_that_cuts_a_value_short_is_told_and_never_fixed(curator):
    curator.statement("vehl-before-snow", summary="Vehl took side one and no other.")
    curator.replace(VALLEY, "took side one", "took side #1")
    before = bytes_of(curator, VALLEY)
    (only,) = curator.told(fix=True)
    assert only.endswith(
        ": '#' begins a comment, so '#1 and no other.' is not part of the value. "
        "Put the value in quotation marks, or a space behind the '#' of a comment."
    )
    assert bytes_of(curator, VALLEY) == before


def test_a_fix_keeps_a_curator_s_comments_and_they_are_part_of_the_form(curator):
    before = bytes_of(curator)
    curator.replace(PERSON, "name: Jonas Vehl\n", "# Ask him.\nname:   'Jonas Vehl' # so?\n")
    assert [p.why for p in curator.check().problems] == []
    report = curator.check(fix=True)
    assert report.written == [("people/jonas-vehl.yaml", "standard form")]
    commented = b"# Ask him.\nname: Jonas Vehl  # so?\n"
    assert bytes_of(curator) == before.replace(b"name: Jonas Vehl\n", commented)
    assert _strays(curator) == []
    assert curator.check(fix=True).written == []


def test_an_entry_in_one_line_is_read_and_served_and_written_anew(curator):
    before = bytes_of(curator)
    curator.write(PERSON, f"{curator.read(PERSON)}\n")
    assert curator.check().problems == []
    assert len(_strays(curator)) == 1
    assert "standard form" in curator.check(fix=True).written[0].what
    assert bytes_of(curator) == before


def test_the_comments_of_a_template_go_when_it_is_fixed(curator):
    template = (comments._TEMPLATES / "person.yaml").read_text("utf-8")
    head = template.partition("# Posts:")[0].replace("rudolf-rassendyll", "rudolf")
    curator.write("people/rudolf", head)
    assert any(f"rudolf.yaml:1: {NOT_STANDARD}" in told for told in _strays(curator))
    assert curator.told(fix=True) == []
    written = curator.file("people/rudolf").read_text("utf-8")
    assert written.startswith("format: 2\nid: rudolf\nname: Rudolf Rassendyll\naliases:\n")
    assert "#" not in written
