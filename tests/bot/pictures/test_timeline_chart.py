"""The picture of a timeline: a mark an occasion, told apart by shape and color, on any ground."""

from __future__ import annotations

import json
import struct
import sys
import xml.etree.ElementTree as ET
from datetime import date
from itertools import combinations

import pytest

from bot.answers.phrases import in_words
from bot.cli.ask import ask
from bot.pictures.alt_text import MOST, describe, describe_whole
from bot.pictures.chart_rows import LANES, place, read_period
from bot.pictures.drawing import PictureForm, can_draw, draw
from bot.pictures.timeline_chart import make_chart
from bot.pictures.value_marks import GROUNDS, MARKS, Theme
from knowledge.corpus.errors import SettingsError
from knowledge.corpus.model import Value

TODAY = date(2026, 11, 28)
WHOLE = "/timeline japan from January 2018 to February 2024"
SEEN = 3  # of one: the contrast that marks and letters of this size need


@pytest.fixture
def drawn_of(shipped_kb):
    return lambda typed: ask(shipped_kb, typed, TODAY).answer


def luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_marks_and_letters_are_seen_on_their_ground(theme):
    ground = GROUNDS[theme]
    colors = [mark.color(theme) for mark in MARKS.values()]
    for color in (*colors, ground.ink, ground.faint_ink):
        assert contrast(color, ground.background) >= SEEN, color


@pytest.mark.parametrize("theme", Theme)
def test_two_values_differ_in_shape_and_in_color(theme):
    assert {in_words(value) for value in Value} <= set(MARKS)
    for one, other in combinations(MARKS.values(), 2):
        assert one.shape != other.shape
        assert one.color(theme) != other.color(theme)


@pytest.mark.parametrize("typed", [WHOLE, "/timeline us us-north-korea-talks", "/timeline talks"])
def test_each_occasion_is_one_mark_and_none_lies_on_another(drawn_of, typed):
    answer = drawn_of(typed)
    lanes = place(answer, read_period(answer))
    assert [len(lane.marks) for lane in lanes] == [len(lane.points) for lane in answer.lanes]
    for lane in lanes:
        for one, other in combinations(lane.marks, 2):
            apart = one.last < other.first or other.last < one.first
            assert apart or one.row != other.row


def test_days_that_are_not_certain_are_spans_within_the_days_asked_about(drawn_of):
    answer = drawn_of(WHOLE)
    period = read_period(answer)
    assert period.first < date(2018, 1, 1) < date(2024, 2, 15) < period.last
    marks = [mark for lane in place(answer, period) for mark in lane.marks]
    assert all(period.first <= m.first <= m.middle <= m.last <= period.last for m in marks)
    assert sum(m.first < m.last for m in marks) == sum(
        p.said.from_ < p.said.to for lane in answer.lanes for p in lane.points
    )


def test_a_change_is_a_line_between_marks_of_one_lane(drawn_of):
    answer = drawn_of("/timeline talks")
    lanes = place(answer, read_period(answer))
    assert [len(lane.changes) for lane in lanes] == [len(lane.changes) for lane in answer.lanes]
    assert sum(len(lane.changes) for lane in lanes) == 2
    for lane in lanes:
        assert all({old, new} <= set(lane.marks) for old, new, _ in lane.changes)


@pytest.mark.parametrize("typed", [WHOLE, "/timeline us us-north-korea-talks", "/timeline kono"])
def test_the_alternative_text_says_what_is_drawn(drawn_of, typed):
    answer = drawn_of(typed)
    told = describe(answer)
    assert len(told) <= MOST
    assert told.count("; ") + len(answer.lanes) == sum(len(lane.points) for lane in answer.lanes)
    for lane in place(answer, read_period(answer)):
        assert lane.course in told
        assert len(answer.lanes) == 1 or f"{lane.name}: " in told
        changed = told.count("changed from ") + told.count(", not certain")
        assert changed == sum(len(lane.changes) for lane in answer.lanes)


def test_the_alternative_text_is_no_longer_than_slack_takes(drawn_of):
    answer = drawn_of("/timeline talks")
    many = answer.model_copy(update={"lanes": answer.lanes * 20})
    assert len(describe(many)) <= MOST


def test_every_lane_is_told_of_in_words(drawn_of):
    answer = drawn_of("/timeline talks")
    names = [f"{lane.name}: {lane.course}" for lane in place(answer, read_period(answer))]
    whole = describe_whole(answer)
    assert len(whole) > MOST
    assert all(name in told for name in names for told in (whole, describe(answer)))
    assert make_chart(answer, Theme.LIGHT)["description"] == whole


def test_a_long_title_goes_on_in_a_second_line(drawn_of):
    title = make_chart(drawn_of("/timeline japan talks"), Theme.LIGHT)["title"]["text"]
    assert " ".join(title).endswith("conditions differ on 1 of 4")
    assert max(map(len, title)) <= 80


def test_a_condition_in_other_words_is_told_of_above_its_lane(drawn_of):
    answer = drawn_of("/timeline japan talks")
    course = place(answer, read_period(answer))[0].course
    assert course == "conditional, no change of value, condition worded in 3 ways"


def test_each_inferred_date_is_in_brackets(drawn_of):
    answer = drawn_of("/timeline us")
    inferred = sum(p.said.inferred is not None for lane in answer.lanes for p in lane.points)
    layers = make_chart(answer, Theme.LIGHT)["vconcat"][1]["layer"]
    left = [layer["data"]["values"] for layer in layers if layer["mark"].get("text") == "["]
    assert [len(rows) for rows in left] == [inferred]


def test_of_many_lanes_those_left_out_are_told(drawn_of):
    answer = drawn_of("/timeline talks")
    many = answer.model_copy(update={"lanes": answer.lanes * 20})
    left = len(many.lanes) - LANES
    assert f"{left} more lanes are not drawn." in make_chart(many, Theme.LIGHT)["title"]["subtitle"]


def test_the_same_chart_is_made_each_time(drawn_of):
    charts = [json.dumps(make_chart(drawn_of(WHOLE), Theme.DARK)) for _ in range(2)]
    assert charts[0] == charts[1]
    assert "http" not in charts[0].replace('"$schema": "https://vega.github.io', "")


@pytest.mark.slow(seconds=3)
@pytest.mark.parametrize("theme", Theme)
def test_it_is_drawn_without_a_network(drawn_of, theme):
    assert can_draw()
    chart = make_chart(drawn_of("/timeline us us-north-korea-talks"), theme)
    picture = draw(chart, PictureForm.PNG)
    width, _ = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert width > 1400
    drawing = ET.fromstring(draw(chart, PictureForm.SVG))
    words = ["".join(e.itertext()) for e in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert "United States · US-North Korea talks, 2018" in words
    assert {"supports", "conditional", "reluctant"} <= set(words)
    assert drawing.find("{http://www.w3.org/2000/svg}desc").text == chart["description"]


def test_a_missing_library_is_named_with_how_to_install_it(drawn_of, monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(SettingsError, match=r"pip install 'stancebook\[pictures\]'"):
        draw(make_chart(drawn_of("/timeline kono"), Theme.LIGHT), PictureForm.PNG)


def test_days_beyond_those_shown_have_an_open_end_and_their_mark_at_it(drawn_of):
    answer = drawn_of(WHOLE)
    lane = place(answer, read_period(answer))[0]
    early = lane.marks[0]
    assert early.goes_back
    assert early.middle == early.first  # most of its days are before
    assert not any(mark.goes_back or mark.goes_on for mark in lane.marks[1:])
    chart = make_chart(answer, Theme.LIGHT)
    signs = [layer["mark"].get("text") for layer in chart["vconcat"][1]["layer"]]
    assert signs.count("‹") == 1
    assert "›" not in signs
    assert any(line.startswith("‹ ›: it may have been") for line in chart["title"]["subtitle"])
    assert "[Dec 2012–Feb 2018] conditional, may be earlier than the days" in describe(answer)


def test_whose_words_a_leader_s_picture_shows_is_told(drawn_of):
    answer = drawn_of("/timeline abe")
    told = "No words of Shinzo Abe on record: these are of bodies under them."
    assert told in make_chart(answer, Theme.LIGHT)["title"]["subtitle"]
    assert told in describe(answer)
    assert "Japan has more on record, perhaps of Shinzo Abe’s government" in describe(answer)


def test_days_that_are_all_shown_have_no_open_end(drawn_of):
    subtitle = make_chart(drawn_of("/timeline japan"), Theme.LIGHT)["title"]["subtitle"]
    assert not any("‹" in line for line in subtitle)
