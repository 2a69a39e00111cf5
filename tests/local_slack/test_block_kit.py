"""All of Block Kit: what the SDK models know is taken, and what is broken is refused.

Each class of the SDK has an example, so that a new version of it shows what is missing here.
"""

from __future__ import annotations

import inspect
import json
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models import blocks as sdk
from slack_sdk.models.blocks import basic_components, block_elements
from slack_sdk.models.blocks import blocks as sdk_blocks

from local_slack.blocks import block_types
from local_slack.blocks.block_checks import check_message_blocks, check_view_blocks
from local_slack.blocks.block_ids import fill_in_ids
from local_slack.blocks.view_checks import check_view
from local_slack.people.finding_elements import find_element
from local_slack.refusal import Refusal
from local_slack.workspace.message_content import check_content

URL, PICTURE = "https://site.example/a", "https://site.example/a.png"
OPTIONS = [sdk.Option(label=n, value=n) for n in "ab"]
FIRST = OPTIONS[0]
GROUPS = [sdk.OptionGroup(label="group", options=OPTIONS)]
CONFIRM = sdk.ConfirmObject(title="Sure?", text="This stays.")
DISPATCH = sdk.block_elements.DispatchActionConfig(trigger_actions_on=["on_enter_pressed"])
IMAGE = {"image_url": PICTURE, "alt_text": "a cat"}
CHOOSER = {"action_id": "a", "confirm": CONFIRM, "focus_on_load": True}
MENU = {**CHOOSER, "placeholder": "Choose"}
TYPED = {
    "action_id": "a",
    "placeholder": "Type",
    "focus_on_load": True,
    "dispatch_action_config": DISPATCH,
}
MULTI = {**MENU, "max_selected_items": 2}
BUTTON = sdk.ButtonElement(text="Go", action_id="go")
RUN = sdk.RichTextElementParts.Text(text="words", style={"bold": True})
SECTION = sdk.RichTextSectionElement(elements=[RUN])
RICH = sdk.RichTextBlock(elements=[SECTION])
CARD = sdk.CardBlock(
    hero_image=sdk.ImageElement(**IMAGE), icon=sdk.ImageElement(**IMAGE), title="*Title*",
    subtitle="_more_", body="words", actions=[BUTTON],
)  # fmt: skip
SOURCE = sdk.UrlSourceElement(url=URL, text="a site")
TASK = {"task_id": "1", "title": "Look", "details": RICH, "output": RICH, "sources": [SOURCE]}
WORKFLOW = basic_components.Workflow(
    trigger=basic_components.WorkflowTrigger(
        url=URL, customizable_input_parameters=[{"name": "n", "value": "v"}]
    )
)
STYLE = {"style": {"italic": True}}

# An example of each element: what its class takes, as far as Slack documents it.
ELEMENTS = {
    "ButtonElement": {
        "text": "Go", "action_id": "go", "url": URL, "value": "v", "style": "danger", "confirm": CONFIRM,
        "accessibility_label": "Go there", "agent_prompt": "Go", "agent_prompt_display": "Go", "visible_to_user_ids": ["U1"],
    },
    "LinkButtonElement": {"text": "Go", "url": "mailto:somebody@site.example", "style": "primary"},
    "CheckboxesElement": {**CHOOSER, "options": OPTIONS, "initial_options": [FIRST]},
    "DatePickerElement": {**MENU, "initial_date": "2026-02-28"},
    "TimePickerElement": {**MENU, "initial_time": "23:59", "timezone": "America/Argentina/Buenos_Aires"},
    "DateTimePickerElement": {**CHOOSER, "initial_date_time": 1628633820},
    "FeedbackButtonsElement": {
        "positive_button": sdk.FeedbackButtonObject(text="Good", value="1", accessibility_label="It is good"),
        "negative_button": sdk.FeedbackButtonObject(text="Bad", value="0"),
    },
    "ImageElement": IMAGE,
    "IconButtonElement": {"icon": "trash", "text": "Delete", "value": "v", "confirm": CONFIRM, "visible_to_user_ids": ["U1"], "accessibility_label": "x"},
    "StaticSelectElement": {**MENU, "options": OPTIONS, "initial_option": FIRST},
    "SelectElement": {**MENU, "option_groups": GROUPS, "initial_option": FIRST},
    "StaticMultiSelectElement": {**MULTI, "option_groups": GROUPS, "initial_options": OPTIONS},
    "ExternalDataSelectElement": {**MENU, "min_query_length": 0, "initial_option": FIRST},
    "ExternalDataMultiSelectElement": {**MULTI, "min_query_length": 3, "initial_options": [FIRST]},
    "UserSelectElement": {**MENU, "initial_user": "U1"},
    "UserMultiSelectElement": {**MULTI, "initial_users": ["U1"]},
    "ConversationSelectElement": {
        **MENU, "initial_conversation": "C1", "default_to_current_conversation": True, "response_url_enabled": True,
        "filter": sdk.ConversationFilter(include=["im", "public"], exclude_bot_users=True, exclude_external_shared_channels=True),
    },
    "ConversationMultiSelectElement": {**MULTI, "initial_conversations": ["C1"], "default_to_current_conversation": False, "filter": sdk.ConversationFilter(include=["mpim"])},
    "ChannelSelectElement": {**MENU, "initial_channel": "C1", "response_url_enabled": False},
    "ChannelMultiSelectElement": {**MULTI, "initial_channels": ["C1"]},
    "RichTextInputElement": {**TYPED, "initial_value": RICH, "min_lines": 1, "max_lines": 100},
    "PlainTextInputElement": {**TYPED, "initial_value": "x", "multiline": True, "min_length": 0, "max_length": 3000},
    "EmailInputElement": {**TYPED, "initial_value": "somebody@site.example"},
    "UrlInputElement": {**TYPED, "initial_value": URL},
    "NumberInputElement": {**TYPED, "is_decimal_allowed": True, "initial_value": "1.5", "min_value": "-1", "max_value": "10"},
    "FileInputElement": {"action_id": "a", "filetypes": ["pdf"], "max_files": 10},
    "RadioButtonsElement": {**CHOOSER, "options": OPTIONS, "initial_option": FIRST},
    "OverflowMenuElement": {"options": [sdk.Option(label="a", value="a", url=URL)], "confirm": CONFIRM},
    "WorkflowButtonElement": {"text": "Run", "workflow": WORKFLOW, "style": "primary", "accessibility_label": "Run it"},
    "UrlSourceElement": {"url": URL, "text": "a site"},
    "RichTextListElement": {"elements": [SECTION], "style": "ordered", "indent": 1, "offset": 2, "border": 0},
    "RichTextPreformattedElement": {"elements": [RUN], "border": 1},
    "RichTextQuoteElement": {"elements": [RUN]},
    "RichTextSectionElement": {"elements": [RUN]},
    "Text": {"text": "words", **STYLE},
    "Channel": {"channel_id": "C1", **STYLE},
    "User": {"user_id": "U1", **STYLE},
    "Emoji": {"name": "wave", "skin_tone": 2, "unicode": "1f44b-1f3fc", **STYLE},
    "Link": {"url": URL, "text": "a link", **STYLE},
    "Team": {"team_id": "T1", **STYLE},
    "UserGroup": {"usergroup_id": "S1", **STYLE},
    "Date": {"timestamp": 1720710212, "format": "{date_num}", "url": URL, "fallback": "a day", **STYLE},
    "Broadcast": {"range": "here", **STYLE},
    "Color": {"value": "#ff00aa", **STYLE},
}  # fmt: skip
BLOCKS = {
    "SectionBlock": {"text": "*words*", "fields": ["one", "two"], "accessory": BUTTON, "expand": True},
    "DividerBlock": {},
    "ImageBlock": {**IMAGE, "title": "A cat"},
    "ActionsBlock": {"elements": [BUTTON]},
    "ContextBlock": {"elements": [sdk.ImageElement(**IMAGE), sdk.MarkdownTextObject(text="_x_"), sdk.PlainTextObject(text="x")]},
    "ContextActionsBlock": {"elements": [sdk.IconButtonElement(icon="trash", text="Delete")]},
    "InputBlock": {"label": "Name", "hint": "Yours", "element": sdk.PlainTextInputElement(), "optional": True, "dispatch_action": True},
    "FileBlock": {"external_id": "F1", "source": "remote"},
    "CallBlock": {"call_id": "R1", "api_decoration_available": True},
    "HeaderBlock": {"text": "Title"},
    "MarkdownBlock": {"text": "**words**"},
    "VideoBlock": {
        "alt_text": "a video", "title": "Video", "video_url": URL, "thumbnail_url": PICTURE, "title_url": URL,
        "description": "words", "author_name": "x", "provider_name": "x", "provider_icon_url": PICTURE,
    },
    "RichTextBlock": {"elements": [SECTION]},
    "TableBlock": {
        "rows": [[sdk.RawTextObject(text="a"), sdk.RawNumberObject(value=1, text="1")], [RICH, RICH]],
        "column_settings": [None, sdk.TableBlockColumnSettings(align="right", is_wrapped=True)],
    },
    "TaskCardBlock": {**TASK, "status": "complete"},
    "PlanBlock": {"title": "Plan", "tasks": [sdk.TaskCardBlock(**TASK, status="pending")]},
    "CardBlock": {k: getattr(CARD, k) for k in ("hero_image", "icon", "title", "subtitle", "body", "actions")},
    "AlertBlock": {"text": "Careful", "level": "warning"},
    "ContainerBlock": {
        "title": "Title", "rich_text_title": RICH, "subtitle": "more", "width": "full", "icon": sdk.ImageElement(**IMAGE),
        "is_collapsible": True, "default_collapsed": True, "has_header_divider": False,
        "child_blocks": [sdk.SectionBlock(text="inside"), sdk.ActionsBlock(elements=[BUTTON])],
    },
    "CarouselBlock": {"elements": [CARD]},
    "AuthProviderBlock": {
        "value": "hub", "name": "Hub", "is_connected": False, "description": "words", "icon_url": PICTURE, "auth_url": URL,
        "disconnect_url": URL, "connected_identity": "x", "connected_context": "x", "fallback": [sdk.SectionBlock(text="x")],
        "accessory": sdk.OverflowMenuElement(options=[FIRST]),
    },
}  # fmt: skip
# Classes that stand for no type of their own, or for elements of other surfaces.
ABSTRACT = {
    "Block",
    "BlockElement",
    "InteractiveElement",
    "InputInteractiveElement",
    "RichTextElement",
}
PARTS = {
    name: found for name, found in vars(sdk.RichTextElementParts).items() if inspect.isclass(found)
}


def _classes(module, of):
    found = {n: c for n, c in vars(module).items() if inspect.isclass(c) and issubclass(c, of)}
    return {n: c for n, c in found.items() if n not in ABSTRACT and c.__module__ == module.__name__}


SDK_ELEMENTS = {
    **_classes(block_elements, sdk.BlockElement),
    **{n: c for n, c in PARTS.items() if issubclass(c, sdk.BlockElement)},
}
SDK_BLOCKS = _classes(sdk_blocks, sdk.Block)


def as_json(made):
    """Return what the SDK sends for an object."""
    return json.loads(json.dumps(made, default=lambda part: part.to_dict()))


def button(**more):
    return {"type": "button", "text": plain("x"), **more}


def plain(text):
    return {"type": "plain_text", "text": text}


def marked(text):
    return {"type": "mrkdwn", "text": text}


def block_with(element):
    """Return a block that an element may stand in."""
    kind = element["type"]
    runs = {"rich_text_list", "rich_text_section", "rich_text_quote", "rich_text_preformatted"}
    if kind in {c.type for c in PARTS.values() if hasattr(c, "type")}:
        return block_with({"type": "rich_text_section", "elements": [element]})
    if kind in runs:
        return {"type": "rich_text", "elements": [element]}
    if kind == "url":
        return as_json(
            sdk.TaskCardBlock(task_id="1", title="x", status="complete", sources=[element])
        )
    if kind == "image":
        return {"type": "context", "elements": [element]}
    for name in ("actions", "context_actions"):
        if kind in block_types.ELEMENTS[name]:
            return {"type": name, "elements": [element]}
    return {"type": "input", "label": plain("x"), "element": element}


OF_VIEWS = {
    "alert",
    "email_text_input",
    "file_input",
    "number_input",
    "rich_text_input",
    "url_text_input",
}


def is_of_views(block):
    """Return whether a block is, or holds, what a message does not take."""
    return any(f'"type": "{kind}"' in json.dumps(block, default=str) for kind in OF_VIEWS)


def check(block):
    """Return what is refused of a block, on a surface that has it."""
    if is_of_views(block):
        return check_view_blocks([block], "modal", "/blocks")
    return check_message_blocks([block])


@pytest.mark.parametrize(
    ("kind", "surfaces"),
    [
        ("plain_text_input", {"message", "modal", "home"}),
        ("datetimepicker", {"message", "modal"}),
        ("email_text_input", {"modal"}),
        ("file_input", {"modal"}),
        ("url_text_input", {"modal"}),
        ("rich_text_input", {"modal", "home"}),
    ],
)
def test_an_element_stands_where_slack_has_it(kind, surfaces):
    blocks = [{"type": "input", "label": plain("x"), "element": {"type": kind}}]
    found = {view for view in ("modal", "home") if not check_view_blocks(blocks, view)}
    found |= set() if check_message_blocks(blocks) else {"message"}
    assert found == surfaces


def test_each_class_of_the_sdk_has_an_example():
    assert SDK_ELEMENTS.keys() == ELEMENTS.keys()
    assert SDK_BLOCKS.keys() == BLOCKS.keys()
    of_slack_alone = {"data_table", "data_visualization"}  # documented, but not in the SDK
    assert {c.type for c in SDK_BLOCKS.values()} | of_slack_alone == block_types.SHAPES.keys()


@pytest.mark.parametrize("name", ELEMENTS)
def test_each_element_of_the_sdk_is_taken(name):
    element = as_json(SDK_ELEMENTS[name](**ELEMENTS[name]))
    assert check(block_with(element)) == []


@pytest.mark.parametrize("name", ELEMENTS)
def test_each_element_shows_all_that_its_class_knows(name):
    element = as_json(SDK_ELEMENTS[name](**ELEMENTS[name]))
    known = (
        {"url"}
        if name == "LinkButtonElement"
        else set(SDK_ELEMENTS[name](**ELEMENTS[name]).attributes)
    )
    not_documented = {"alt_text", "placeholder", "confirm", "focus_on_load", "action_id"}
    either = {"options", "option_groups", "image_url", "slack_file", "value"}
    assert known - not_documented - either <= element.keys()


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_of_the_sdk_is_taken(name):
    block = as_json(SDK_BLOCKS[name](block_id="b", **BLOCKS[name]))
    assert check(block) == []
    assert set(SDK_BLOCKS[name](**BLOCKS[name]).attributes) - {"slack_file", "call"} <= block.keys()


def wide(kind, **more):
    series = [{"name": n, "data": [{"label": "x", "value": -1.5}]} for n in "ab"]
    axes = {"categories": ["x"], "x_label": "x", "y_label": "y"}
    return {
        "type": "data_visualization",
        "title": "t",
        "chart": {"type": kind, "series": series, "axis_config": axes, **more},
    }


def data_table(*rows, **more):
    return {"type": "data_table", "caption": "c", "rows": list(rows), **more}


RAW = {"type": "raw_text", "text": "x"}
PIE = {"type": "pie", "segments": [{"label": "x", "value": 1}]}
RUNS = """canvas canvas_message_unfurl canvas_user_mention citation file list_record tag
salesforce_data_field work_object_mention workflow_mention""".split()
DOCUMENTED = {
    "a card with Slack's icon": {"type": "card", "slack_icon": {"type": "icon", "name": "sparkle"}, "title": plain("x"), "subtext": marked("x")},
    "a heading of the second level": {"type": "header", "text": plain("x"), "level": 2},
    "a plan as the documentation has it": {"type": "plan", "title": "x", "status": "complete", "tasks": [{"task_id": "1", "title": "x", "status": "pending"}]},
    "a plan without tasks": {"type": "plan", "title": "x"},
    "a task without a status": {"type": "task_card", "task_id": "1", "title": "x"},
    "a data table": data_table([RAW, RAW], [{"type": "raw_number", "value": 1.5, "text": "1.5"}, as_json(RICH)], page_size=5, row_header_column_index=0),
    "a button in a data table": data_table([RAW], [{"type": "action_cell", "element": button(), "fallback": RAW}]),
    "a pie": {"type": "data_visualization", "title": "t", "chart": PIE},
    "bars": wide("bar"), "areas": wide("area"), "lines": wide("line"),
    "a file of Slack's": {"type": "image", "alt_text": "x", "slack_file": {"id": "F1"}},
    "a file's address": {"type": "image", "alt_text": "x", "slack_file": {"url": "https://files.site.example/x.png"}},
    "null in a video": {"type": "video", "alt_text": "x", "title": plain("x"), "video_url": URL, "thumbnail_url": PICTURE, "title_url": None, "author_name": None, "description": None},
    "a rich text input with lines": {"type": "input", "label": plain("x"), "element": {"type": "rich_text_input", "min_lines": 1, "max_lines": 5}},
    "one of several menus in actions": {"type": "actions", "elements": [{"type": "multi_users_select"}, {"type": "rich_text_input"}]},
    "a day in another time zone": block_with({"type": "text", "text": "x"}) | {"elements": [{"type": "rich_text_section", "elements": [{"type": "date", "timestamp": 1720710212, "format": "{date_num}", "timezone": "Europe/Paris"}]}]},
    "a mention of a message": block_with({"type": "text", "text": "x"}) | {"elements": [{"type": "rich_text_section", "elements": [{"type": "message_mention", "channel_id": "C1", "message_ts": "1.0"}, {"type": "attachment_mention", "url": URL}, *({"type": t, "id": "x"} for t in RUNS)]}]},
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTED)
def test_what_slack_documents_is_taken(name):
    assert check(DOCUMENTED[name]) == []


@pytest.mark.parametrize("name", [*BLOCKS, *DOCUMENTED])
def test_no_optional_field_is_needed_and_no_other_is_taken(name):
    block = as_json(SDK_BLOCKS[name](**BLOCKS[name])) if name in BLOCKS else DOCUMENTED[name]
    assert check({**block, "made_up": 1})[0].startswith("invalid additional property: made_up ")
    assert check({**block, "block_id": "x" * 256})
    assert check({**block, "block_id": 5})


# what is broken, and the end of what Slack says of it

OPTION = {"text": plain("a"), "value": "a"}
OTHER = {"text": plain("b"), "value": "b"}


def choice(kind, **more):
    return {"type": "actions", "elements": [{"type": kind, **more}]}


def typed(kind, **more):
    return {"type": "input", "label": plain("x"), "element": {"type": kind, **more}}


ELEMENT, INPUT = "/blocks/0/elements/0", "/blocks/0/element"
BROKEN = {
    "an initial option of none": (choice("static_select", options=[OPTION], initial_option=OTHER), f"must be one of the options [json-pointer:{ELEMENT}/initial_option]"),
    "an initial option with other words": (choice("static_select", options=[OPTION], initial_option={**OPTION, "text": plain("A")}), f"must be one of the options [json-pointer:{ELEMENT}/initial_option]"),
    "an initial option of no group": (choice("static_select", option_groups=[{"label": plain("g"), "options": [OPTION]}], initial_option=OTHER), "/initial_option]"),
    "an initial option that is a group": (choice("static_select", option_groups=[{"label": plain("g"), "options": [OPTION]}], initial_option={"label": plain("g"), "options": [OPTION]}), f"invalid additional property: options [json-pointer:{ELEMENT}/initial_option]"),
    "initial options of none": (choice("checkboxes", options=[OPTION], initial_options=[OPTION, OTHER]), f"must be one of the options [json-pointer:{ELEMENT}/initial_options/1]"),
    "an initial button of none": (choice("radio_buttons", options=[OPTION], initial_option=OTHER), "/initial_option]"),
    "options and groups": (choice("static_select", options=[OPTION], option_groups=[{"label": plain("g"), "options": [OPTION]}]), f"must define either `options` or `option_groups` [json-pointer:{ELEMENT}/type]"),
    "neither options nor groups": (choice("multi_static_select"), f"must define either `options` or `option_groups` [json-pointer:{ELEMENT}/type]"),
    "no options": (choice("static_select", options=[]), f"must provide at least 1 items [json-pointer:{ELEMENT}/options]"),
    "the address of an option of a menu": (choice("static_select", options=[{**OPTION, "url": URL}]), f"invalid additional property: url [json-pointer:{ELEMENT}/options/0]"),
    "marked words on an option of a menu": (choice("static_select", options=[{**OPTION, "text": marked("a")}]), f"unsupported type: mrkdwn [json-pointer:{ELEMENT}/options/0/text/type]"),
    "a null option": (choice("static_select", options=[OPTION], initial_option=None), f"must provide an object [json-pointer:{ELEMENT}/initial_option]"),
    "a month that is none": (choice("datepicker", initial_date="2020-13-45"), f"input must be a valid: date [json-pointer:{ELEMENT}/initial_date]"),
    "a day that is none": (choice("datepicker", initial_date="2025-02-29"), "/initial_date]"),
    "a day in another form": (choice("datepicker", initial_date="20250228"), "/initial_date]"),
    "a time that is none": (choice("timepicker", initial_time="25:61"), f"[json-pointer:{ELEMENT}/initial_time]"),
    "a time without a zero": (choice("timepicker", initial_time="9:00"), "/initial_time]"),
    "a timezone that is none": (choice("timepicker", timezone="+02:00"), "/timezone]"),
    "a moment as a text": (choice("datetimepicker", initial_date_time="1628633820"), f"must provide a number [json-pointer:{ELEMENT}/initial_date_time]"),
    "a moment in milliseconds": (choice("datetimepicker", initial_date_time=1628633820000), "/initial_date_time]"),
    "a filter of nothing": (choice("conversations_select", filter={}), f"[json-pointer:{ELEMENT}/filter/type]"),
    "a kind of conversation that is none": (choice("conversations_select", filter={"include": ["dm"]}), f"must be a valid enum value [json-pointer:{ELEMENT}/filter/include/0]"),
    "a style that is none": (choice("button", text=plain("x"), style="default"), f"must be a valid enum value [json-pointer:{ELEMENT}/style]"),
    "a null style": (choice("button", text=plain("x"), style=None), f"must provide a string [json-pointer:{ELEMENT}/style]"),
    "marked words on a button": (choice("button", text=marked("x")), f"unsupported type: mrkdwn [json-pointer:{ELEMENT}/text/type]"),
    "an emoji in marked words": ({"type": "section", "text": {**marked("x"), "emoji": True}}, "invalid additional property: emoji [json-pointer:/blocks/0/text]"),
    "words without an object": ({"type": "header", "text": "x"}, "must provide an object [json-pointer:/blocks/0/text]"),
    "a heading too deep": ({"type": "header", "text": plain("x"), "level": 5}, "/level]"),
    "six links in an overflow menu": (choice("overflow", options=[{"text": plain(n), "value": n} for n in "abcdef"]), f"no more than 5 items allowed [json-pointer:{ELEMENT}/options]"),
    "a workflow without its trigger": (choice("workflow_button", text=plain("x"), workflow={}), f"missing required field: trigger [json-pointer:{ELEMENT}/workflow]"),
    "more letters than the most": (typed("plain_text_input", min_length=9, max_length=3), f"must not be greater than `max_length` [json-pointer:{INPUT}/min_length]"),
    "a length that is a text": (typed("plain_text_input", min_length="9"), f"must provide a number [json-pointer:{INPUT}/min_length]"),
    "a length with decimals": (typed("plain_text_input", min_length=1.5), f"must provide an integer [json-pointer:{INPUT}/min_length]"),
    "a least above the most": (typed("number_input", is_decimal_allowed=False, min_value="9", max_value="10", initial_value="11"), f"[json-pointer:{INPUT}/initial_value]"),
    "a greatest below the least": (typed("number_input", is_decimal_allowed=True, min_value="10.5", max_value="9"), f"[json-pointer:{INPUT}/min_value]"),
    "decimals that are not allowed": (typed("number_input", is_decimal_allowed=False, initial_value="1.5"), f"must provide an integer [json-pointer:{INPUT}/initial_value]"),
    "a number that is none": (typed("number_input", is_decimal_allowed=False, min_value="ten"), f"[json-pointer:{INPUT}/min_value]"),
    "a number without whether it has decimals": (typed("number_input"), f"missing required field: is_decimal_allowed [json-pointer:{INPUT}]"),
    "more lines than the most": (typed("rich_text_input", min_lines=9, max_lines=3), f"[json-pointer:{INPUT}/min_lines]"),
    "plain words in a rich input": (typed("rich_text_input", initial_value="x"), f"must provide an object [json-pointer:{INPUT}/initial_value]"),
    "a file that is dispatched": ({**typed("file_input"), "dispatch_action": True}, f"unsupported type: file_input [json-pointer:{INPUT}/type]"),
    "no reason to dispatch": (typed("plain_text_input", dispatch_action_config={"trigger_actions_on": []}), f"must provide at least 1 items [json-pointer:{INPUT}/dispatch_action_config/trigger_actions_on]"),
    "a reason to dispatch that is none": (typed("plain_text_input", dispatch_action_config={"trigger_actions_on": ["on_blur"]}), "must be a valid enum value"),
    "a button as an input": (typed("button", text=plain("x")), f"unsupported type: button [json-pointer:{INPUT}/type]"),
    "an input among actions": (choice("plain_text_input"), f"unsupported type: plain_text_input [json-pointer:{ELEMENT}/type]"),
    "an image among actions": (choice("image", **IMAGE), f"unsupported type: image [json-pointer:{ELEMENT}/type]"),
    "a moment beside a section": ({"type": "section", "text": plain("x"), "accessory": {"type": "datetimepicker"}}, "unsupported type: datetimepicker [json-pointer:/blocks/0/accessory/type]"),
    "an icon that there is not": ({"type": "context_actions", "elements": [{"type": "icon_button", "icon": "pencil", "text": plain("x")}]}, "/elements/0/icon]"),
    "an icon button among actions": (choice("icon_button", icon="trash", text=plain("x")), f"unsupported type: icon_button [json-pointer:{ELEMENT}/type]"),
    "a button in a context": ({"type": "context", "elements": [button()]}, f"unsupported type: button [json-pointer:{ELEMENT}/type]"),
    "a block in a block": ({"type": "section", "text": plain("x"), "accessory": {"type": "divider"}}, "unsupported type: divider [json-pointer:/blocks/0/accessory/type]"),
    "feedback in a section": ({"type": "section", "text": plain("x"), "accessory": {"type": "feedback_buttons"}}, "unsupported type: feedback_buttons"),
    "an element as a block": (button(), "unsupported type: button [json-pointer:/blocks/0/type]"),
    "a type that is a list": ({"type": ["section"]}, "must provide a string [json-pointer:/blocks/0/type]"),
    "a block that is a text": ("section", "must provide an object [json-pointer:/blocks/0]"),
    "a section of nothing": ({"type": "section"}, "must define either `text` or `fields` [json-pointer:/blocks/0/type]"),
    "an image of nothing": ({"type": "image", "alt_text": "x"}, "must define either `image_url` or `slack_file` [json-pointer:/blocks/0/type]"),
    "two images in one": ({"type": "image", **IMAGE, "slack_file": {"id": "F1"}}, "must define either `image_url` or `slack_file` [json-pointer:/blocks/0/type]"),
    "a file with two names": ({"type": "image", "alt_text": "x", "slack_file": {"id": "F1", "url": URL}}, "invalid slack file [json-pointer:/blocks/0/slack_file]"),
    "an image without its words": ({"type": "image", "image_url": PICTURE}, "missing required field: alt_text [json-pointer:/blocks/0]"),
    "a video that is not safe": ({"type": "video", "alt_text": "x", "title": plain("x"), "thumbnail_url": PICTURE, "video_url": "http://site.example/"}, "invalid url [json-pointer:/blocks/0/video_url]"),
    "a card of nothing": ({"type": "card", "subtitle": plain("x")}, "must define either `hero_image`, `title`, `actions` or `body` [json-pointer:/blocks/0/type]"),
    "a card with plain texts": ({"type": "card", "title": "x"}, "must provide an object [json-pointer:/blocks/0/title]"),
    "a card with two icons": ({"type": "card", "title": plain("x"), "icon": {"type": "image", **IMAGE}, "slack_icon": {"type": "icon", "name": "bot"}}, "must define either `icon` or `slack_icon`"),
    "an icon that is none": ({"type": "card", "title": plain("x"), "slack_icon": {"type": "icon", "name": "cat"}}, "must be a valid enum value [json-pointer:/blocks/0/slack_icon/name]"),
    "a menu on a card": ({"type": "card", "actions": [{"type": "users_select"}]}, "unsupported type: users_select [json-pointer:/blocks/0/actions/0/type]"),
    "a section in a carousel": ({"type": "carousel", "elements": [{"type": "section", "text": plain("x")}]}, "unsupported type: section [json-pointer:/blocks/0/elements/0/type]"),
    "a carousel of nothing": ({"type": "carousel", "elements": []}, "must provide at least 1 items"),
    "a task that waits by itself": ({"type": "task_card", "task_id": "1", "title": "x", "status": "pending"}, "must be a valid enum value [json-pointer:/blocks/0/status]"),
    "a task with an object as its title": ({"type": "task_card", "task_id": "1", "title": plain("x")}, "must provide a string [json-pointer:/blocks/0/title]"),
    "a plan with an object as its title": ({"type": "plan", "title": plain("x")}, "must provide a string [json-pointer:/blocks/0/title]"),
    "a status that is none": ({"type": "plan", "title": "x", "tasks": [{"task_id": "1", "title": "x", "status": "done"}]}, "must be a valid enum value [json-pointer:/blocks/0/tasks/0/status]"),
    "a source that is no element": ({"type": "task_card", "task_id": "1", "title": "x", "sources": [URL]}, "must provide an object [json-pointer:/blocks/0/sources/0]"),
    "a container without a title": ({"type": "container", "child_blocks": [{"type": "divider"}]}, "must define either `title` or `rich_text_title`"),
    "a card in a container": ({"type": "container", "title": plain("x"), "child_blocks": [{"type": "card", "title": plain("x")}]}, "unsupported type: card [json-pointer:/blocks/0/child_blocks/0/type]"),
    "a container in a container": ({"type": "container", "title": plain("x"), "child_blocks": [{"type": "container", "title": plain("x"), "child_blocks": [{"type": "divider"}]}]}, "unsupported type: container"),
    "a broken block in a container": ({"type": "container", "title": plain("x"), "child_blocks": [{"type": "header"}]}, "missing required field: text [json-pointer:/blocks/0/child_blocks/0]"),
    "an alert in a message": ({"type": "alert", "text": plain("x")}, "unsupported type: alert [json-pointer:/blocks/0/type]"),
    "a provider that is not safe": ({"type": "auth_provider", "value": "x", "name": plain("x"), "is_connected": False, "auth_url": "http://site.example/"}, "invalid url [json-pointer:/blocks/0/auth_url]"),
    "a table of nothing": ({"type": "table", "rows": []}, "must provide at least 1 items [json-pointer:/blocks/0/rows]"),
    "an empty cell": ({"type": "table", "rows": [[{"type": "raw_text", "text": ""}]]}, "must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]"),
    "a number as a cell": ({"type": "table", "rows": [[5]]}, "must provide an object [json-pointer:/blocks/0/rows/0/0]"),
    "a button in a table": ({"type": "table", "rows": [[{"type": "action_cell", "element": button()}]]}, "unsupported type: action_cell"),
    "a column of no side": ({"type": "table", "rows": [[RAW]], "column_settings": [{"align": "top"}]}, "must be a valid enum value [json-pointer:/blocks/0/column_settings/0/align]"),
    "rows of two widths": (data_table([RAW], [RAW, RAW]), "all rows must have the same number of columns"),
    "a head with rich text": (data_table([as_json(RICH)], [RAW]), "unsupported type: rich_text [json-pointer:/blocks/0/rows/0/0/type]"),
    "a table with a head alone": (data_table([RAW]), "must provide at least 2 items"),
    "a slice of nothing": ({"type": "data_visualization", "title": "t", "chart": {"type": "pie", "segments": [{"label": "x", "value": 0}]}}, "must be greater than 0"),
    "two lines of one name": (wide("line", series=[{"name": "a", "data": [{"label": "x", "value": 1}]}] * 2), "Input contains duplicate items"),
    "a line with a gap": (wide("line", axis_config={"categories": ["x", "y"]}), "must have one data point for each category"),
    "a chart that is none": (wide("radar"), "unsupported type: radar [json-pointer:/blocks/0/chart/type]"),
    "a run that is none": (block_with({"type": "text", "text": "x"}) | {"elements": [{"type": "rich_text_section", "elements": [{"type": "bold"}]}]}, "unsupported type: bold"),
    "a list of words": ({"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": [{"type": "text", "text": "x"}]}]}, "unsupported type: text"),
    "a style as a word": ({"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x", "style": "bold"}]}]}, "must provide an object"),
    "a broadcast to nobody": ({"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "broadcast", "range": "all"}]}]}, "must be a valid enum value"),
    "a link that runs": ({"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "link", "url": "javascript:alert(1)"}]}]}, "invalid url [json-pointer:/blocks/0/elements/0/elements/0/url]"),
    "a color that is none": ({"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "color", "value": "red"}]}]}, "[json-pointer:/blocks/0/elements/0/elements/0/value]"),
    "blocks in blocks": ({"blocks": []}, "missing required field: type [json-pointer:/blocks/0]"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_refused_with_its_place(name):
    block, problem = BROKEN[name]
    assert problem in check_message_blocks([block])[-1]


BAD_URLS = [
    *"""x /a //x/y http:// http:///a https://x:99999/ http://[::1/ https:x javascript:alert(1)
    JavaScript:alert(1) data:text/html,x vbscript:x site.example""".split(),
    *("", "https://a b", " https://a", "https://a\n", "https://a\x00"),
]


@pytest.mark.parametrize("url", BAD_URLS, ids=repr)
def test_an_address_that_leads_nowhere_is_refused(url):
    image = {"type": "image", "alt_text": "x"}
    option = {"text": plain("x"), "value": "x", "url": url}
    for block, place in [
        (choice("button", text=plain("x"), url=url), "/elements/0/url"),
        (choice("overflow", options=[option]), "/elements/0/options/0/url"),
        ({**image, "image_url": url}, "/image_url"),
        ({**image, "slack_file": {"url": url}}, "/slack_file/url"),
        ({"type": "context", "elements": [{**image, "image_url": url}]}, "/elements/0/image_url"),
    ]:
        assert check_message_blocks([block]) == [f"invalid url [json-pointer:/blocks/0{place}]"]


def test_an_address_that_is_too_long_is_refused():
    longest = "https://site.example/".ljust(3000, "x")
    assert check(choice("button", text=plain("x"), url=longest)) == []
    assert check(choice("button", text=plain("x"), url=longest + "x")) == [
        f"must be less than 3001 characters [json-pointer:{ELEMENT}/url]"
    ]


@pytest.mark.parametrize("kind", ["image_url", "thumbnail_url"])
def test_an_image_is_on_the_web(kind):
    block = as_json(
        sdk.ImageBlock(**IMAGE) if kind == "image_url" else sdk.VideoBlock(**BLOCKS["VideoBlock"])
    )
    assert check({**block, kind: "mailto:somebody@site.example"}) == [
        f"invalid url [json-pointer:/blocks/0/{kind}]"
    ]


# whatever is wrong with a block, it is refused or kept, and never fails in another way

_WHOLE = [
    *(as_json(SDK_BLOCKS[name](**example)) for name, example in BLOCKS.items()),
    *(block_with(as_json(SDK_ELEMENTS[name](**example))) for name, example in ELEMENTS.items()),
    *DOCUMENTED.values(),
]
_JUNK = st.sampled_from(
    [None, True, -1, 1.5, 2**70, "", "x", "x" * 4000, [], [None], [[]], {}, {"type": "x"}, {"type": []}, *_WHOLE]
)  # fmt: skip


def places(part, path=()):
    """Yield the path to each value in some JSON."""
    inner = (
        part.items()
        if isinstance(part, dict)
        else enumerate(part)
        if isinstance(part, list)
        else ()
    )
    for key, value in inner:
        yield (*path, key)
        yield from places(value, (*path, key))


def replaced(part, path, new):
    """Return JSON with one value replaced."""
    if not path:
        return new
    copy = dict(part) if isinstance(part, dict) else list(part)
    copy[path[0]] = replaced(copy[path[0]], path[1:], new)
    return copy


@settings(max_examples=500, deadline=None)
@given(st.data(), st.sampled_from(_WHOLE), _JUNK)
def test_a_block_with_anything_in_it_is_refused_or_kept(data, block, junk):
    path = data.draw(st.sampled_from(list(places(block))))
    try:
        kept = check_content({"text": "x", "blocks": [replaced(block, path, junk)]})
    except Refusal:
        return
    with pytest.raises(LookupError, match="There is no element"):
        find_element(kept["blocks"], "no such element")


# what may not stand together, and where

FOCUSED = {"type": "plain_text_input", "focus_on_load": True}


def view(*blocks, **more):
    return {
        "type": "modal",
        "title": plain("x"),
        "submit": plain("x"),
        "blocks": list(blocks),
        **more,
    }


def test_one_element_alone_has_the_focus():
    fields = [{**typed("plain_text_input"), "element": dict(FOCUSED)} for _ in range(2)]
    assert check_view(view(fields[0]), "modal") == []
    assert check_view(view(*fields), "modal") == [
        "failed to match all allowed schemas [json-pointer:/view]",
        "only one element can have `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]",
    ]


def test_an_action_id_is_unique_in_its_block_only():
    one = choice("button", text=plain("x"), action_id="a")
    assert check_message_blocks([one, deepcopy(one)]) == []
    twice = {**one, "elements": one["elements"] * 2}
    assert check(twice) == [
        'action_id "a" already exists [json-pointer:/blocks/0/elements/1/action_id]'
    ]
    card = {"type": "card", "actions": twice["elements"]}
    assert check({"type": "carousel", "elements": [card]}) == [
        'action_id "a" already exists [json-pointer:/blocks/0/elements/0/actions/1/action_id]'
    ]


def test_a_block_id_is_unique_in_its_message():
    inner = {"type": "divider", "block_id": "a"}
    outer = {"type": "container", "title": plain("x"), "child_blocks": [inner]}
    assert check_message_blocks([outer, inner]) == [
        'block_id "a" already exists [json-pointer:/blocks/1/block_id]'
    ]


def test_the_id_of_a_markdown_block_is_not_kept():
    (kept,) = fill_in_ids([{"type": "markdown", "text": "x", "block_id": "mine"}])
    assert kept["block_id"] not in ("", "mine")


def test_a_modal_with_inputs_can_be_submitted():
    sent = view(typed("plain_text_input"))
    del sent["submit"]
    assert check_view(sent, "modal") == [
        "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]"
    ]


TABLE = {"type": "table", "rows": [[RAW]]}


@pytest.mark.parametrize(
    ("blocks", "problem"),
    [
        ([TABLE, {"type": "container", "title": plain("x"), "child_blocks": [TABLE]}], "only_one_table_allowed"),
        ([{"type": "data_visualization", "title": "t", "chart": PIE}] * 3, "no more than 2 data_visualization"),
    ],
)  # fmt: skip
def test_a_message_holds_few_tables_and_charts(blocks, problem):
    assert check_message_blocks(blocks)[0].startswith(problem)


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_stands_where_slack_has_it(name):
    block = as_json(SDK_BLOCKS[name](**BLOCKS[name]))
    for kind, types in (("modal", block_types.MODAL), ("home", block_types.HOME)):
        problems = check_view_blocks([block], kind)
        unsupported = [f"unsupported type: {block['type']} [json-pointer:/view/blocks/0/type]"]
        assert problems == ([] if block["type"] in types else unsupported)


@pytest.mark.parametrize("name", [*BLOCKS, *DOCUMENTED])
def test_what_slack_adds_to_blocks_is_taken_again(name):
    block = as_json(SDK_BLOCKS[name](**BLOCKS[name])) if name in BLOCKS else DOCUMENTED[name]
    filled = fill_in_ids([block])[0]
    assert check(filled) == []
    assert filled["block_id"]


def test_the_surfaces_are_those_of_slackblocks():
    theirs = pytest.importorskip("slackblocks._surfaces", reason="slackblocks is not installed")
    ours = {"message": block_types.MESSAGE, "modal": block_types.MODAL, "home": block_types.HOME}
    unknown_to_them = {"auth_provider", "call"}
    for surface, types in theirs._BLOCK_TYPES_BY_SURFACE.items():
        assert ours[surface] - unknown_to_them == types


def test_a_refusal_reads_as_slacks_own():
    section = {"type": "section", "text": {**marked("x"), "emoji": True}}
    assert check_message_blocks([{"type": "divider"}] * 3 + [section]) == [
        "failed to match all allowed schemas [json-pointer:/blocks/3/text]",
        "invalid additional property: emoji [json-pointer:/blocks/3/text]",
    ]
