"""Blocks of data: tables and charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack import slack_limits
from local_slack.blocks.elements import BUTTON
from local_slack.blocks.json_checks import (
    Check,
    Problem,
    Shape,
    anything,
    at,
    by_type,
    flag,
    items,
    nullable,
    number,
    one_of,
    several,
    string,
    whole,
)
from local_slack.blocks.rich_text import RICH_TEXT_SHAPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.refusal import Payload

_RAW: dict[str, Check] = {
    "raw_text": Shape({"type": anything, "text": string(least=1)}, ("text",)),
    "raw_number": Shape(
        {"type": anything, "value": number, "text": string(least=1)}, ("value", "text")
    ),
}
_CELLS: dict[str, Check] = {**_RAW, "rich_text": RICH_TEXT_SHAPE}
_ACTION_CELL = Shape(
    {"type": anything, "element": by_type({"button": BUTTON}), "fallback": by_type(_RAW)},
    ("element",),
)


def _rows(cells: dict[str, Check], most: int, least: int) -> Check:
    return items(items(by_type(cells), slack_limits.TABLE_COLUMNS, 1), most, least)


_COLUMN = Shape({"align": one_of("left", "center", "right"), "is_wrapped": flag})
TABLE: dict[str, Check] = {
    "rows": _rows(_CELLS, slack_limits.TABLE_ROWS, 1),
    # Slack takes null for a column that is left as it is.
    "column_settings": items(nullable(_COLUMN), slack_limits.TABLE_COLUMNS),
}
DATA_TABLE: dict[str, Check] = {
    "caption": string(least=1),
    "rows": _rows({**_CELLS, "action_cell": _ACTION_CELL}, *reversed(slack_limits.DATA_TABLE_ROWS)),
    "page_size": whole(1, slack_limits.DATA_TABLE_PAGE),
    "row_header_column_index": whole(0, slack_limits.TABLE_COLUMNS - 1),
}


def _same_width(value: Payload, here: str) -> Iterator[Problem]:
    if len({len(row) for row in value["rows"]}) > 1:
        yield at("all rows must have the same number of columns", f"{here}/rows")


def _plain_head(value: Payload, here: str) -> Iterator[Problem]:
    for column, cell in enumerate(value["rows"][0]):
        if cell["type"] not in _RAW:
            yield at(f"unsupported type: {cell['type']}", f"{here}/rows/0/{column}/type")


even_with_plain_head = several(_same_width, _plain_head)

# Charts

_LABEL = string(slack_limits.CHART_LABEL, 1)
_POINT = Shape({"label": _LABEL, "value": number}, ("label", "value"))
_SERIES = Shape(
    {"name": _LABEL, "data": items(_POINT, slack_limits.CHART_POINTS, 1)}, ("name", "data")
)
_AXES = Shape(
    {
        "categories": items(_LABEL, slack_limits.CHART_POINTS, 1),
        "x_label": string(slack_limits.CHART_TITLE),
        "y_label": string(slack_limits.CHART_TITLE),
    },
    ("categories",),
)


def _all_positive(value: Payload, here: str) -> Iterator[Problem]:
    for position, segment in enumerate(value["segments"]):
        if segment["value"] <= 0:
            yield at("must be greater than 0", f"{here}/segments/{position}/value")


def _a_point_a_category(value: Payload, here: str) -> Iterator[Problem]:
    wanted = sorted(value["axis_config"]["categories"])
    for position, series in enumerate(value["series"]):
        if sorted(point["label"] for point in series["data"]) != wanted:
            yield at("must have one data point for each category", f"{here}/series/{position}/data")


def _names_once(value: Payload, here: str) -> Iterator[Problem]:
    names = [series["name"] for series in value["series"]]
    if len(set(names)) < len(names):
        yield at("Input contains duplicate items", f"{here}/series")


_ON_AXES = Shape(
    {
        "type": anything,
        "series": items(_SERIES, slack_limits.CHART_SERIES, 1),
        "axis_config": _AXES,
    },
    ("series", "axis_config"),
    several(_a_point_a_category, _names_once),
)
DATA_VISUALIZATION: dict[str, Check] = {
    "title": string(slack_limits.CHART_TITLE, 1),
    "chart": by_type(
        {
            "pie": Shape(
                {"type": anything, "segments": items(_POINT, slack_limits.CHART_SERIES, 1)},
                ("segments",),
                _all_positive,
            ),
            **dict.fromkeys(("bar", "area", "line"), _ON_AXES),
        }
    ),
}
