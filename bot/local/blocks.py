"""Slack's rules for blocks, as it words them: what is wrong, and a JSON pointer to where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot import limits
from bot.local.refusal import Payload

Problem = str
Check = Callable[[Any, str], Iterator[Problem]]


def at(message: str, pointer: str) -> Problem:
    return f"{message} [json-pointer:{pointer}]"


# Checks: each takes a value and a pointer to it, and yields what is wrong.


def string(most: int | None = None, least: int = 0) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, str):
            yield at("must be a string", here)
        elif len(value) < least:
            yield at(f"must be more than {least - 1} characters", here)
        elif most is not None and len(value) > most:
            yield at(f"must be less than {most + 1} characters", here)

    return check


def one_of(*allowed: Any) -> Check:  # noqa: ANN401 (any JSON)
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if value not in allowed:
            yield at("must be a valid enum value", here)

    return check


def flag(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    if not isinstance(value, bool):
        yield at("must be a boolean", here)


def whole(least: int, most: int | None = None) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, int) or isinstance(value, bool):
            yield at("must be an integer", here)
        elif value < least:
            yield at(f"must be greater than or equal to {least}", here)
        elif most is not None and value > most:
            yield at(f"must be less than or equal to {most}", here)

    return check


def anything(_value: Any, _here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
    yield from ()


def items(of: Check, most: int | None = None, least: int = 0) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, list):
            yield at("must be an array", here)
            return
        if len(value) < least:
            yield at(f"no less than {least} items allowed", here)
        if most is not None and len(value) > most:
            yield at(f"no more than {most} items allowed", here)
        for number, item in enumerate(value):
            yield from of(item, f"{here}/{number}")

    return check


@dataclass(frozen=True)
class Shape:
    """An object: what each field must be, which are required, and what holds between them."""

    fields: dict[str, Check]
    required: tuple[str, ...] = ()
    also: Check = anything
    one_required: tuple[str, ...] = field(default=())

    def __call__(self, value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, dict):
            yield at("must be an object", here)
            return
        for name in self.required:
            if value.get(name) is None:
                yield at(f"missing required field: {name}", here)
        if self.one_required and not any(value.get(n) for n in self.one_required):
            yield at(f"missing required field: {' or '.join(self.one_required)}", here)
        for name, found in value.items():
            if name not in self.fields:
                yield at(f"invalid additional property: {name}", here)
            elif found is not None:
                yield from self.fields[name](found, f"{here}/{name}")
        yield from self.also(value, here)


def by_type(shapes: dict[str, Shape]) -> Check:
    def check(value: Any, here: str) -> Iterator[Problem]:  # noqa: ANN401 (any JSON)
        if not isinstance(value, dict):
            yield at("must be an object", here)
        elif "type" not in value:
            yield at("missing required field: type", here)
        elif value["type"] not in shapes:
            yield at(f"unsupported type: {value['type']}", f"{here}/type")
        else:
            yield from shapes[value["type"]](value, here)

    return check


# What blocks are made of


def _texts(most: int, *types: str) -> Check:
    plain = {"type": anything, "text": string(most, 1), "emoji": flag}
    marked = {"type": anything, "text": string(most, 1), "verbatim": flag}
    shapes = {"plain_text": Shape(plain, ("text",)), "mrkdwn": Shape(marked, ("text",))}
    return by_type({t: shapes[t] for t in types})


def text(most: int) -> Check:
    return _texts(most, "plain_text", "mrkdwn")


def plain(most: int) -> Check:
    return _texts(most, "plain_text")


_ID = string(limits.ACTION_ID)
_URL = string(limits.URL, 1)
_CONFIRM = Shape(
    {
        "title": plain(limits.CONFIRM_TITLE),
        "text": text(limits.CONFIRM_TEXT),
        "confirm": plain(limits.CONFIRM_BUTTON_TEXT),
        "deny": plain(limits.CONFIRM_BUTTON_TEXT),
        "style": one_of("primary", "danger"),
    },
    ("title", "text", "confirm", "deny"),
)


def _option(words: Check, *more: tuple[str, Check]) -> Shape:
    fields = {
        "text": words,
        "value": string(limits.OPTION_VALUE, 1),
        "description": text(limits.OPTION_TEXT),
        **dict(more),
    }
    return Shape(fields, ("text", "value"))


OPTION = _option(plain(limits.OPTION_TEXT))
_MARKED_OPTION = _option(text(limits.OPTION_TEXT))
_LINK_OPTION = _option(plain(limits.OPTION_TEXT), ("url", _URL))
OPTIONS = items(OPTION, limits.SELECT_OPTIONS)
OPTION_GROUPS = items(
    Shape({"label": plain(limits.OPTION_TEXT), "options": OPTIONS}, ("label", "options")),
    limits.OPTION_GROUPS,
)
_SLACK_FILE = Shape({"id": string(), "url": string()}, one_required=("id", "url"))
_IMAGE = {
    "type": anything,
    "image_url": _URL,
    "slack_file": _SLACK_FILE,
    "alt_text": string(limits.IMAGE_ALT_TEXT),
}


def _element(fields: dict[str, Check], *required: str, one: tuple[str, ...] = ()) -> Shape:
    common: dict[str, Check] = {"type": anything, "action_id": _ID}
    return Shape({**common, **fields}, required, one_required=one)


def _chooser(fields: dict[str, Check], *required: str, one: tuple[str, ...] = ()) -> Shape:
    common: dict[str, Check] = {
        "placeholder": plain(limits.PLACEHOLDER_TEXT),
        "confirm": _CONFIRM,
        "focus_on_load": flag,
    }
    return _element({**common, **fields}, *required, one=one)


_FILTER = Shape(
    {
        "include": items(one_of("im", "mpim", "private", "public"), 4, 1),
        "exclude_external_shared_channels": flag,
        "exclude_bot_users": flag,
    }
)
_SELECTS: dict[str, dict[str, Check]] = {
    "static": {"options": items(OPTION, limits.SELECT_OPTIONS, 1), "option_groups": OPTION_GROUPS},
    "external": {"min_query_length": whole(0)},
    "users": {},
    "conversations": {"default_to_current_conversation": flag, "filter": _FILTER},
    "channels": {},
}
_SINGLE: dict[str, dict[str, Check]] = {
    "static": {"initial_option": OPTION},
    "external": {"initial_option": OPTION},
    "users": {"initial_user": string()},
    "conversations": {"initial_conversation": string(), "response_url_enabled": flag},
    "channels": {"initial_channel": string(), "response_url_enabled": flag},
}
_MULTI: dict[str, dict[str, Check]] = {
    "static": {"initial_options": OPTIONS},
    "external": {"initial_options": OPTIONS},
    "users": {"initial_users": items(string())},
    "conversations": {"initial_conversations": items(string())},
    "channels": {"initial_channels": items(string())},
}


def _selects() -> dict[str, Shape]:
    found = {}
    for kind, own in _SELECTS.items():
        one = ("options", "option_groups") if kind == "static" else ()
        multi = {"max_selected_items": whole(1), **own, **_MULTI[kind]}
        found[f"{kind}_select"] = _chooser({**own, **_SINGLE[kind]}, one=one)
        found[f"multi_{kind}_select"] = _chooser(multi, one=one)
    return found


_BUTTON = _element(
    {
        "text": plain(limits.BUTTON_TEXT),
        "url": string(limits.URL),
        "value": string(limits.BUTTON_VALUE),
        "style": one_of("primary", "danger"),
        "confirm": _CONFIRM,
        "accessibility_label": string(limits.BUTTON_TEXT),
    },
    "text",
)
_WORKFLOW_BUTTON = _element(
    {
        "text": plain(limits.BUTTON_TEXT),
        "workflow": anything,
        "style": one_of("primary", "danger"),
        "accessibility_label": string(limits.BUTTON_TEXT),
    },
    "text",
    "workflow",
)
_OVERFLOW = _element(
    {"options": items(_LINK_OPTION, limits.OVERFLOW_OPTIONS, 1), "confirm": _CONFIRM}, "options"
)
_TICKED = items(_MARKED_OPTION, limits.CHECKBOX_OPTIONS, 1)
_CLICKED: dict[str, Shape] = {
    "button": _BUTTON,
    "workflow_button": _WORKFLOW_BUTTON,
    "overflow": _OVERFLOW,
    "checkboxes": _chooser({"options": _TICKED, "initial_options": _TICKED}, "options"),
    "radio_buttons": _chooser({"options": _TICKED, "initial_option": _MARKED_OPTION}, "options"),
    "datepicker": _chooser({"initial_date": string()}),
    "timepicker": _chooser({"initial_time": string(), "timezone": string()}),
    "datetimepicker": _element(
        {"initial_date_time": whole(0), "confirm": _CONFIRM, "focus_on_load": flag}
    ),
    **_selects(),
}


def _typed(fields: dict[str, Check], *required: str) -> Shape:
    common: dict[str, Check] = {
        "placeholder": plain(limits.PLACEHOLDER_TEXT),
        "initial_value": string(limits.INPUT_VALUE),
        "focus_on_load": flag,
        "dispatch_action_config": Shape(
            {"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), 2)}
        ),
    }
    return _element({**common, **fields}, *required)


_TYPED: dict[str, Shape] = {
    "plain_text_input": _typed(
        {
            "multiline": flag,
            "min_length": whole(0, limits.INPUT_VALUE),
            "max_length": whole(1, limits.INPUT_VALUE),
        }
    ),
    "email_text_input": _typed({}),
    "url_text_input": _typed({}),
    "number_input": _typed(
        {"is_decimal_allowed": flag, "min_value": string(), "max_value": string()},
        "is_decimal_allowed",
    ),
    "rich_text_input": _typed(
        {"initial_value": anything, "min_lines": whole(1, 100), "max_lines": whole(1, 100)}
    ),
    "file_input": _element({"filetypes": items(string(), least=1), "max_files": whole(1, 10)}),
}
_INPUTS = {k: v for k, v in _CLICKED.items() if k not in {"button", "workflow_button", "overflow"}}
_IN_ACTIONS = {k: v for k, v in _CLICKED.items() if not k.startswith("multi_")}
_FEEDBACK_BUTTON = Shape(
    {
        "text": plain(limits.BUTTON_TEXT),
        "value": string(limits.BUTTON_VALUE),
        "accessibility_label": string(limits.BUTTON_TEXT),
    },
    ("text", "value"),
)
_IN_CONTEXT_ACTIONS = {
    "feedback_buttons": _element(
        {"positive_button": _FEEDBACK_BUTTON, "negative_button": _FEEDBACK_BUTTON},
        "positive_button",
        "negative_button",
    ),
    "icon_button": _element(
        {
            "icon": string(),
            "text": plain(limits.BUTTON_TEXT),
            "value": string(limits.BUTTON_VALUE),
            "confirm": _CONFIRM,
            "accessibility_label": string(limits.BUTTON_TEXT),
            "visible_to_user_ids": items(string(), 10),
        },
        "icon",
        "text",
    ),
}

# Rich text

_STYLE = Shape(
    dict.fromkeys(
        ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight"), flag
    )
    | {"unlink": flag}
)


def _run(fields: dict[str, Check], *required: str) -> Shape:
    return Shape({"type": anything, "style": _STYLE, **fields}, required)


_RUNS = by_type(
    {
        "text": _run({"text": string(least=1)}, "text"),
        "link": _run({"url": string(least=1), "text": string(), "unsafe": flag}, "url"),
        "user": _run({"user_id": string()}, "user_id"),
        "usergroup": _run({"usergroup_id": string()}, "usergroup_id"),
        "channel": _run({"channel_id": string()}, "channel_id"),
        "team": _run({"team_id": string()}, "team_id"),
        "emoji": _run(
            {"name": string(), "unicode": string(), "skin_tone": whole(1, 6), "url": string()},
            "name",
        ),
        "broadcast": _run({"range": one_of("here", "channel", "everyone")}, "range"),
        "color": _run({"value": string()}, "value"),
        "date": _run(
            {"timestamp": whole(0), "format": string(), "url": string(), "fallback": string()},
            "timestamp",
            "format",
        ),
    }
)
_SECTION = Shape({"type": anything, "elements": items(_RUNS)}, ("elements",))
_RICH_TEXT_PARTS = by_type(
    {
        "rich_text_section": _SECTION,
        "rich_text_preformatted": Shape(
            {
                "type": anything,
                "elements": items(_RUNS),
                "border": whole(0, 1),
                "language": string(),
            },
            ("elements",),
        ),
        "rich_text_quote": Shape(
            {"type": anything, "elements": items(_RUNS), "border": whole(0, 1)}, ("elements",)
        ),
        "rich_text_list": Shape(
            {
                "type": anything,
                "style": one_of("bullet", "ordered"),
                "elements": items(by_type({"rich_text_section": _SECTION})),
                "indent": whole(0, 8),
                "offset": whole(0),
                "border": whole(0, 1),
            },
            ("style", "elements"),
        ),
    }
)
_RICH_TEXT: dict[str, Check] = {"type": anything, "elements": items(_RICH_TEXT_PARTS)}

# Blocks


def _block(fields: dict[str, Check], *required: str, one: tuple[str, ...] = ()) -> Shape:
    common: dict[str, Check] = {"type": anything, "block_id": string(limits.BLOCK_ID)}
    return Shape({**common, **fields}, required, one_required=one)


def _same_width(value: Payload, here: str) -> Iterator[Problem]:
    rows = [r for r in value.get("rows", []) if isinstance(r, list)]
    if len({len(r) for r in rows}) > 1:
        yield at("all rows must have the same number of cells", f"{here}/rows")


_CELL = by_type(
    {
        "raw_text": Shape({"type": anything, "text": string(least=1)}, ("text",)),
        "raw_number": Shape(
            {"type": anything, "value": anything, "text": string(), "format": anything}, ("value",)
        ),
        "rich_text": Shape({**_RICH_TEXT, "block_id": string(limits.BLOCK_ID)}, ("elements",)),
    }
)
_COLUMN = Shape({"align": one_of("left", "center", "right"), "is_wrapped": flag})
_TABLE: dict[str, Check] = {
    "rows": items(items(_CELL, limits.TABLE_COLUMNS, 1), limits.TABLE_ROWS, 1),
    "column_settings": items(_COLUMN, limits.TABLE_COLUMNS),
}
_DATA_TABLE: dict[str, Check] = {
    "caption": string(least=1),
    "rows": items(
        items(_CELL, limits.TABLE_COLUMNS, 1), limits.DATA_TABLE_ROWS[1], limits.DATA_TABLE_ROWS[0]
    ),
    "page_size": whole(1),
    "row_header_column_index": whole(0),
}
_ACCESSORY = by_type({"image": Shape(_IMAGE, ("alt_text",)), **_CLICKED})
_SECTION_BLOCK = _block(
    {
        "text": text(limits.SECTION_TEXT),
        "fields": items(text(limits.SECTION_FIELD_TEXT), limits.SECTION_FIELDS, 1),
        "accessory": _ACCESSORY,
        "expand": flag,
    },
    one=("text", "fields"),
)
_IN_CONTEXT = by_type(
    {
        "image": Shape(_IMAGE, ("alt_text",), one_required=("image_url", "slack_file")),
        "plain_text": Shape(
            {"type": anything, "text": string(limits.CONTEXT_TEXT, 1), "emoji": flag}, ("text",)
        ),
        "mrkdwn": Shape(
            {"type": anything, "text": string(limits.CONTEXT_TEXT, 1), "verbatim": flag}, ("text",)
        ),
    }
)
_EVERYWHERE: dict[str, Shape] = {
    "section": _SECTION_BLOCK,
    "divider": _block({}),
    "header": _block({"text": plain(limits.HEADER_TEXT)}, "text"),
    "context": _block(
        {"elements": items(_IN_CONTEXT, limits.CONTEXT_ELEMENTS, 1)}, "elements"
    ),
    "actions": _block(
        {"elements": items(by_type(_IN_ACTIONS), limits.ACTION_ELEMENTS, 1)}, "elements"
    ),
    "image": _block(
        {**_IMAGE, "title": plain(limits.IMAGE_TITLE)},
        "alt_text",
        one=("image_url", "slack_file"),
    ),
    "input": _block(
        {
            "label": plain(limits.INPUT_LABEL),
            "hint": plain(limits.INPUT_HINT),
            "element": by_type({**_INPUTS, **_TYPED}),
            "optional": flag,
            "dispatch_action": flag,
        },
        "label",
        "element",
    ),
    "rich_text": _block(_RICH_TEXT, "elements"),
    "video": _block(
        {
            "alt_text": string(),
            "title": plain(199),
            "title_url": _URL,
            "thumbnail_url": _URL,
            "video_url": _URL,
            "author_name": string(49),
            "description": plain(199),
            "provider_name": string(),
            "provider_icon_url": _URL,
        },
        "alt_text",
        "title",
        "thumbnail_url",
        "video_url",
    ),
}
_IN_MESSAGES_ALONE: dict[str, Shape] = {
    "table": Shape(_block(_TABLE).fields, ("rows",), _same_width),
    "data_table": Shape(_block(_DATA_TABLE).fields, ("rows", "caption"), _same_width),
    "markdown": _block({"text": string(limits.MARKDOWN_TEXT, 1)}, "text"),
    "file": _block({"external_id": string(), "source": one_of("remote")}, "external_id", "source"),
    "context_actions": _block(
        {"elements": items(by_type(_IN_CONTEXT_ACTIONS), 5, 1)}, "elements"
    ),
}
_IN_A_MESSAGE = items(by_type(_EVERYWHERE | _IN_MESSAGES_ALONE), limits.BLOCKS)
_IN_A_VIEW = items(by_type(_EVERYWHERE), limits.BLOCKS_OF_A_VIEW)


def of_a_message(blocks: Any, here: str = "/blocks") -> list[Problem]:  # noqa: ANN401 (any JSON)
    """List what Slack would refuse in a message's blocks."""
    found = list(_IN_A_MESSAGE(blocks, here))
    return found or [*_repeated(blocks, here), *_too_many(blocks, here)]


def of_a_view(blocks: Any, here: str = "/view/blocks") -> list[Problem]:  # noqa: ANN401 (any JSON)
    """List what Slack would refuse in the blocks of a modal or a Home tab."""
    return list(_IN_A_VIEW(blocks, here)) or list(_repeated(blocks, here))


def _repeated(blocks: list[Payload], here: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        name = block.get("block_id")
        if name and name in seen:
            yield at(f'block_id "{name}" already exists', f"{here}/{number}/block_id")
        seen.add(name or "")
    used: set[str] = set()
    for pointer, element in elements(blocks, here):
        name = element.get("action_id")
        if name and name in used:
            yield at(f'action_id "{name}" already exists', f"{pointer}/action_id")
        used.add(name or "")


def _too_many(blocks: list[Payload], here: str) -> Iterator[Problem]:
    kinds = Counter(b["type"] for b in blocks)
    if kinds["table"] > limits.TABLES:
        yield at("only one table allowed", here)
    for kind, most in (("table", limits.TABLE_TEXT), ("data_table", limits.DATA_TABLE_TEXT)):
        cells = sum(len(t) for b in blocks if b["type"] == kind for t in words(b["rows"]))
        if cells > most:
            yield at(f"{kind} cells must have less than {most + 1} characters", here)
    if sum(len(b["text"]) for b in blocks if b["type"] == "markdown") > limits.MARKDOWN_TEXT:
        yield at(f"markdown must be less than {limits.MARKDOWN_TEXT + 1} characters", here)


def elements(blocks: list[Payload], here: str = "/blocks") -> Iterator[tuple[str, Payload]]:
    """Walk over what can be clicked or filled in, each with its pointer."""
    for number, block in enumerate(blocks):
        at_block = f"{here}/{number}"
        for name in ("accessory", "element"):
            if isinstance(block.get(name), dict):
                yield f"{at_block}/{name}", block[name]
        if block["type"] in {"actions", "context_actions"}:
            for position, element in enumerate(block["elements"]):
                yield f"{at_block}/elements/{position}", element


def words(part: Any) -> Iterator[str]:  # noqa: ANN401 (any JSON)
    """Walk over every text in blocks, whatever holds it."""
    if isinstance(part, list):
        for item in part:
            yield from words(item)
    elif isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part["text"]
        for key, value in part.items():
            if key != "text" or not isinstance(value, str):
                yield from words(value)
