"""`stancebook todo`: lines to read, one kind of them, and JSON."""

from __future__ import annotations

import json


def test_each_kind_has_a_heading_and_its_places(stancebook, upkept):
    told = stancebook("todo", *upkept.options)
    assert told.exit_code == 0
    lines = told.output.splitlines()
    assert "People without a post: 1" in lines
    place = "people/teva-dask.yaml:2"
    assert (
        f"  {place}: teva-dask: no post is on record; articles print “sister of Orin Dask”" in lines
    )


def test_only_the_kinds_that_are_named_are_listed(stancebook, upkept):
    lines = stancebook("todo", "no-post", "draft", *upkept.options).output.splitlines()
    assert [line for line in lines if not line.startswith("  ")] == ["People without a post: 1"]
    assert stancebook("todo", "draft", *upkept.options).output == "Nothing waits.\n"
    assert stancebook("todo", "drafts", *upkept.options).exit_code == 2


def test_a_long_list_is_cut_and_says_how_to_see_it_whole(stancebook, upkept):
    for number in range(12):
        file = upkept.folder / f"people/ada-{number}.yaml"
        file.write_text(f"format: 2\nid: ada-{number}\nname: Ada {number}lind\n", encoding="utf-8")
    lines = stancebook("todo", "no-post", *upkept.options).output.splitlines()
    assert lines[-1] == "  And 3 more: --all lists them."
    assert len(stancebook("todo", "no-post", "--all", *upkept.options).output.splitlines()) == 14


def test_json_is_an_object_a_line(stancebook, upkept):
    rows = [
        json.loads(line)
        for line in stancebook("todo", "no-post", "--json", *upkept.options).output.splitlines()
    ]
    assert [(row["kind"], row["file"], row["line"]) for row in rows] == [
        ("no-post", "people/teva-dask.yaml", 2)
    ]


def test_nothing_is_written(stancebook, upkept):
    before = upkept.files()
    stancebook("todo", *upkept.options)
    assert upkept.files() == before


def test_in_a_new_corpus_nothing_waits(stancebook, tmp_path):
    stancebook("init", tmp_path / "desk")
    assert stancebook("todo", "--corpus", tmp_path / "desk").output == "Nothing waits.\n"
