"""The picture of a timeline as a Vega-Lite chart: a lane for each issue or holder."""

from __future__ import annotations

from datetime import timedelta
from itertools import accumulate
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from bot.block_kit.safe_text import clip
from bot.layout.timeline_head import picture_notes, picture_title
from bot.pictures.alt_text import describe_whole
from bot.pictures.chart_rows import LANES, place, read_period
from bot.pictures.value_marks import GROUNDS, MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.answer import Answer
    from bot.pictures.chart_rows import ChartLane, Period, Placed
    from bot.pictures.value_marks import Theme

Spec = dict[str, Any]
_SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
_WIDTH: Final = 720  # pixels
_LABEL: Final = 34  # pixels above the first row of a lane, for its name
_ROW: Final = 16  # pixels of a row
_GAP: Final = 6  # pixels below a lane
_POINT: Final = {"type": "point", "size": 120, "strokeWidth": 2, "opacity": 1}
_SYMBOL, _LETTER = 34, 6.6  # pixels of the legend
_BRACKET = 11  # pixels from the middle of a mark
_EDGE = 17  # pixels from the edge of the picture
_TITLE, _NAME, _COURSE, _NOTE = 80, 48, 60, 100  # characters of a line
_MONTHS, _DAYS = 800, 70  # days up to which the axis names months, and days
_NOTES: Final = (
    "A mark is an occasion, a bar the days on which it may have been. [ ]: date inferred.",
    "Hollow: an outlet’s account alone. A line: a change of value; dashed, order not certain.",
)
_OPEN: Final = "‹ ›: it may have been before or after the days shown."
_FONT: Final = "Lato, Helvetica, Arial, Liberation Sans, sans-serif"


def make_chart(answer: Answer, theme: Theme) -> Spec:
    """Return the chart of an answer with lanes; time runs to the right, and lanes go down."""
    period = read_period(answer)
    lanes = place(answer.model_copy(update={"lanes": answer.lanes[:LANES]}), period)
    return {
        "$schema": _SCHEMA,
        "description": describe_whole(answer),
        "background": GROUNDS[theme].background,
        "padding": 20,
        "title": {
            "text": wrap(picture_title(answer), _TITLE),
            "subtitle": [*_NOTES, *_notes(answer, lanes), *_left_out(answer)],
        },
        "spacing": 10,
        "vconcat": [_legend(lanes, theme), _plot(lanes, period, theme)],
        "config": _config(theme),
    }


def _plot(lanes: Sequence[ChartLane], period: Period, theme: Theme) -> Spec:
    tops = [0, *accumulate(_LABEL + lane.rows * _ROW + _GAP for lane in lanes)]
    layers = [
        _separators(tops, theme),
        *_names(lanes, tops, theme),
        _spans(lanes, tops, period, theme),
        _changes(lanes, tops, period, theme),
        *_brackets(lanes, tops, period, theme),
        *_open_ends(lanes, tops, period, theme),
        _points(lanes, tops, period, theme),
    ]
    return {"width": _WIDTH, "height": tops[-1], "layer": layers}


def _legend(lanes: Sequence[ChartLane], theme: Theme) -> Spec:
    """Return which shape and color is which value.

    It is drawn by hand: Vega's own legend goes by fill, of which hollow marks have none.
    """
    values = _values(lanes)
    widths = [_SYMBOL + _LETTER * len(value) for value in values]
    starts = accumulate(widths, initial=8)
    rows = [{"x": x, "value": v, "account": False} for x, v in zip(starts, values, strict=False)]
    scale = {"domain": [0, _WIDTH], "nice": False}
    x = {"field": "x", "type": "quantitative", "scale": scale, "axis": None}
    label = {"type": "text", "align": "left", "dx": 12, "fontSize": 12}
    return {
        "width": _WIDTH,
        "height": 18,
        "data": {"values": rows},
        "layer": [
            {"mark": _POINT, "encoding": {"x": x, **_drawn_by_value(lanes, theme)}},
            {
                "mark": {**label, "color": GROUNDS[theme].ink},
                "encoding": {"x": x, "text": {"field": "value"}},
            },
        ],
    }


def _notes(answer: Answer, lanes: Sequence[ChartLane]) -> list[str]:
    """Return what the picture says beside its marks: of open ends, and of whose words they are."""
    marks = [mark for lane in lanes for mark in lane.marks]
    is_open = any(mark.goes_back or mark.goes_on for mark in marks)
    told = [line for note in picture_notes(answer) for line in wrap(note, _NOTE)]
    return [*([_OPEN] if is_open else []), *told]


def _left_out(answer: Answer) -> list[str]:
    left = len(answer.lanes) - LANES
    return [f"{left} more lanes are not drawn."] if left > 0 else []


def _y(field: str, tops: Sequence[int]) -> Spec:
    """Encode a height in pixels from above."""
    scale = {"domain": [0, tops[-1]], "reverse": True, "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _x(field: str, period: Period) -> Spec:
    domain = [str(period.first), str(period.last)]
    interval, form = _ticks(period)
    axis = {
        "title": None,
        "format": form,
        "tickCount": interval,
        "labelOverlap": True,
        "labelFlush": True,
    }
    scale = {"type": "utc", "domain": domain, "nice": False}
    return {"field": field, "type": "temporal", "scale": scale, "axis": axis}


def _ticks(period: Period) -> tuple[str, str]:
    if period.length > _MONTHS:
        return "year", "%Y"
    return ("month", "%b %Y") if period.length > _DAYS else ("week", "%b %-d, %Y")


def _separators(tops: Sequence[int], theme: Theme) -> Spec:
    return {
        "data": {"values": [{"y": top} for top in tops[1:-1]]},
        "mark": {"type": "rule", "color": GROUNDS[theme].lines},
        "encoding": {"y": _y("y", tops)},
    }


def _names(lanes: Sequence[ChartLane], tops: Sequence[int], theme: Theme) -> list[Spec]:
    """Return what stands above each lane: at the left its name, at the right its course."""
    lone = len(lanes) == 1  # whose name is in the title
    rows = [
        {
            "y": top + 12,
            "name": clip(lane.course, _COURSE) if lone else clip(lane.name, _NAME),
            "course": "" if lone else clip(lane.course, _COURSE),
        }
        for lane, top in zip(lanes, tops, strict=False)
    ]
    ground = GROUNDS[theme]
    left = {"align": "left", "fontWeight": "bold", "color": ground.ink, "fontSize": 13}
    right = {"align": "right", "color": ground.faint_ink, "fontSize": 12}
    return [
        _text(rows, tops, "name", {**left, "x": 0}),
        _text(rows, tops, "course", {**right, "x": "width"}),
    ]


def _text(rows: Sequence[Spec], tops: Sequence[int], field: str, mark: Spec) -> Spec:
    return {
        "data": {"values": list(rows)},
        "mark": {"type": "text", "baseline": "middle", **mark},
        "encoding": {"y": _y("y", tops), "text": {"field": field, "type": "nominal"}},
    }


def _height(mark: Placed, tops: Sequence[int]) -> float:
    return tops[mark.lane] + _LABEL + mark.row * _ROW


def _row(mark: Placed, tops: Sequence[int]) -> Spec:
    return {
        "first": str(mark.first),
        "end": str(mark.last + timedelta(days=1)),
        "middle": str(mark.middle),
        "y": _height(mark, tops),
        "value": mark.value,
        "account": mark.is_account,
    }


def _values(lanes: Sequence[ChartLane]) -> list[str]:
    """Return the values that a picture has, always in one order."""
    drawn = {mark.value for lane in lanes for mark in lane.marks}
    return [value for value in MARKS if value in drawn]


def _colors(lanes: Sequence[ChartLane], theme: Theme) -> Spec:
    values = _values(lanes)
    scale = {"domain": values, "range": [MARKS[value].color(theme) for value in values]}
    return {"field": "value", "type": "nominal", "scale": scale, "legend": None}


def _drawn_by_value(lanes: Sequence[ChartLane], theme: Theme) -> Spec:
    """Encode a value by shape and color; what is an outlet's account alone is hollow."""
    values, colors = _values(lanes), _colors(lanes, theme)
    shapes = {"domain": values, "range": [MARKS[value].shape for value in values]}
    hollow = {"test": "datum.account", "value": GROUNDS[theme].background}
    return {
        "stroke": colors,
        "fill": {"condition": hollow, **colors},
        "shape": {"field": "value", "type": "nominal", "scale": shapes, "legend": None},
    }


def _spans(lanes: Sequence[ChartLane], tops: Sequence[int], period: Period, theme: Theme) -> Spec:
    """Return the days on which an occasion may have been, where they are several."""
    spans = [m for lane in lanes for m in lane.marks if m.first != m.last]
    return {
        "data": {"values": [_row(mark, tops) for mark in spans]},
        "mark": {"type": "rule", "strokeWidth": 7, "opacity": 0.35},
        "encoding": {
            "x": _x("first", period),
            "x2": {"field": "end"},
            "y": _y("y", tops),
            "color": _colors(lanes, theme),
        },
    }


def _changes(lanes: Sequence[ChartLane], tops: Sequence[int], period: Period, theme: Theme) -> Spec:
    rows = [
        {
            "from": str(old.middle),
            "to": str(new.middle),
            "y": _height(old, tops),
            "y2": _height(new, tops),
            "in_order": in_order,
        }
        for lane in lanes
        for old, new, in_order in lane.changes
    ]
    dashed = {"condition": {"test": "datum.in_order", "value": [1, 0]}, "value": [4, 3]}
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "strokeWidth": 1.6, "color": GROUNDS[theme].ink},
        "encoding": {
            "x": _x("from", period),
            "x2": {"field": "to"},
            "y": _y("y", tops),
            "y2": {"field": "y2"},
            "strokeDash": dashed,
        },
    }


def _brackets(
    lanes: Sequence[ChartLane], tops: Sequence[int], period: Period, theme: Theme
) -> list[Spec]:
    """Return brackets around the marks whose date is inferred, as dates in words have them."""
    rows = [_row(mark, tops) for lane in lanes for mark in lane.marks if mark.is_inferred]
    look = {"type": "text", "color": GROUNDS[theme].faint_ink, "fontSize": 13}
    return [
        {
            "data": {"values": rows},
            "mark": {**look, "dx": side, "dy": -1, "text": bracket},
            "encoding": {"x": _x("middle", period), "y": _y("y", tops)},
        }
        for bracket, side in (("[", -_BRACKET), ("]", _BRACKET))
    ]


def _open_ends(
    lanes: Sequence[ChartLane], tops: Sequence[int], period: Period, theme: Theme
) -> list[Spec]:
    """Return signs at the edges of the picture over which the days of a mark reach."""
    marks = [mark for lane in lanes for mark in lane.marks]
    look = {"type": "text", "color": GROUNDS[theme].ink, "fontSize": 18, "fontWeight": "bold"}
    back, on = ([m for m in marks if m.goes_back], [m for m in marks if m.goes_on])
    return [
        {
            "data": {"values": [_row(mark, tops) for mark in open_ones]},
            "mark": {**look, "dx": side, "dy": -1, "text": sign},
            "encoding": {"x": _x(edge, period), "y": _y("y", tops)},
        }
        for open_ones, edge, sign, side in ((back, "first", "‹", -_EDGE), (on, "end", "›", _EDGE))
        if open_ones
    ]


def _points(lanes: Sequence[ChartLane], tops: Sequence[int], period: Period, theme: Theme) -> Spec:
    rows = [_row(mark, tops) for lane in lanes for mark in lane.marks]
    place = {"x": _x("middle", period), "y": _y("y", tops)}
    return {
        "data": {"values": rows},
        "mark": _POINT,
        "encoding": {**place, **_drawn_by_value(lanes, theme)},
    }


def _config(theme: Theme) -> Spec:
    ground = GROUNDS[theme]
    return {
        "font": _FONT,
        "view": {"stroke": None},
        "title": {
            "anchor": "start",
            "frame": "group",
            "fontSize": 17,
            "color": ground.ink,
            "subtitleColor": ground.faint_ink,
            "subtitleFontSize": 12,
            "subtitlePadding": 6,
            "offset": 14,
        },
        "axis": {
            "labelColor": ground.faint_ink,
            "labelFontSize": 12,
            "gridColor": ground.lines,
            "gridDash": [2, 3],
            "domainColor": ground.faint_ink,
            "tickColor": ground.faint_ink,
        },
    }
