"""`stancebook timeline`: the same answer as in Slack, and its picture as a file."""

from __future__ import annotations

import pytest

ASKED = ("timeline", "us", "us-north-korea-talks")


def test_it_prints_what_slack_answers(stancebook):
    printed = stancebook(*ASKED)
    assert printed.exit_code == 0
    assert printed.stdout == stancebook("ask", "/timeline us us-north-korea-talks").stdout


@pytest.mark.slow(seconds=3)
def test_a_picture_is_written_and_what_it_shows_is_printed(stancebook, tmp_path):
    png, svg = tmp_path / "t.png", tmp_path / "t.svg"
    printed = stancebook(*ASKED, "--png", str(png), "--svg", str(svg), "--theme", "dark")
    assert printed.exit_code == 0
    assert printed.stdout.startswith("United States · US-North Korea talks, 2018. reluctant → supp")
    assert png.read_bytes().startswith(b"\x89PNG")
    assert svg.read_text(encoding="utf-8").startswith("<svg ")


def test_what_has_no_timeline_says_why_and_writes_no_file(stancebook, tmp_path):
    png = tmp_path / "t.png"
    printed = stancebook("timeline", "aso", "--png", str(png))
    assert printed.exit_code == 1
    assert printed.stdout.startswith("I have no record of “aso”.")
    assert not png.exists()


@pytest.mark.parametrize("words", [(), ("japan", "--theme", "red")])
def test_wrong_use_is_told(stancebook, words):
    assert stancebook("timeline", *words).exit_code == 2


@pytest.mark.slow(seconds=3)
def test_a_file_that_cannot_be_written_is_named(stancebook, tmp_path):
    printed = stancebook(*ASKED, "--png", str(tmp_path / "none" / "t.png"))
    assert printed.exit_code == 2
    assert "t.png" in printed.stderr
