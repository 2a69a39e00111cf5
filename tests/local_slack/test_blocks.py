"""Every limit at its edge: the longest is taken, and one more is refused with its place."""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.models import blocks as models

from local_slack import slack_limits as limits
from local_slack.blocks.block_checks import check_message_blocks, check_view_blocks


def plain(text):
    return {"type": "plain_text", "text": text}


def button(**more):
    return {"type": "button", "text": plain("x"), **more}


def section(**more):
    return {"type": "section", "text": {"type": "mrkdwn", "text": "x"}, **more}


def actions(*elements):
    return {"type": "actions", "elements": list(elements)}


def option(text="x", value="v", **more):
    return {"text": plain(text), "value": value, **more}


def select(**more):
    return {"type": "static_select", "options": [option()], **more}


def table(rows, columns, text="x"):
    cell = {"type": "raw_text", "text": text}
    return {"type": "table", "rows": [[cell] * columns] * rows}


def confirm(**more):
    words = {n: plain("x") for n in ("title", "text", "confirm", "deny")}
    return {**words, **more}


def named(number):
    return button(action_id=str(number))


def chart(of_kind):
    return {"type": "data_visualization", "title": "x", "chart": of_kind}


def of(number, *, make):
    """Return a number of different things, each made from its index."""
    return [make(n) for n in range(number)]


# what is built from a length, the greatest length, and the pointer to what is too long
LENGTHS = {
    "section text": (lambda n: section(text=plain("x" * n)), 3000, "/text/text"),
    "section fields": (lambda n: section(fields=[plain("x")] * n), 10, "/fields"),
    "a field": (lambda n: section(fields=[plain("x" * n)]), 2000, "/fields/0/text"),
    "header": (lambda n: {"type": "header", "text": plain("x" * n)}, 150, "/text/text"),
    "block_id": (lambda n: section(block_id="x" * n), 255, "/block_id"),
    "context": (lambda n: {"type": "context", "elements": [plain("x")] * n}, 10, "/elements"),
    "actions": (lambda n: actions(*[button()] * n), 25, "/elements"),
    "action_id": (lambda n: actions(button(action_id="x" * n)), 255, "/elements/0/action_id"),
    "button": (lambda n: actions(button(text=plain("x" * n))), 75, "/elements/0/text/text"),
    "value": (lambda n: actions(button(value="x" * n)), 2000, "/elements/0/value"),
    "url": (lambda n: actions(button(url="mailto:" + "x" * (n - 7))), 3000, "/elements/0/url"),
    "overflow": (
        lambda n: actions({"type": "overflow", "options": [option()] * n}),
        5,
        "/elements/0/options",
    ),
    "select": (lambda n: actions(select(options=[option()] * n)), 100, "/elements/0/options"),
    "an option": (
        lambda n: actions(select(options=[option("x" * n)])),
        75,
        "/elements/0/options/0/text/text",
    ),
    "an option's value": (
        lambda n: actions(select(options=[option(value="x" * n)])),
        150,
        "/elements/0/options/0/value",
    ),
    "placeholder": (
        lambda n: actions(select(placeholder=plain("x" * n))),
        150,
        "/elements/0/placeholder/text",
    ),
    "checkboxes": (
        lambda n: actions({"type": "checkboxes", "options": [option()] * n}),
        10,
        "/elements/0/options",
    ),
    "confirm title": (
        lambda n: actions(button(confirm=confirm(title=plain("x" * n)))),
        100,
        "/elements/0/confirm/title/text",
    ),
    "confirm text": (
        lambda n: actions(button(confirm=confirm(text=plain("x" * n)))),
        300,
        "/elements/0/confirm/text/text",
    ),
    "confirm button": (
        lambda n: actions(button(confirm=confirm(deny=plain("x" * n)))),
        30,
        "/elements/0/confirm/deny/text",
    ),
    "rows": (lambda n: table(n, 1), 100, "/rows"),
    "columns": (lambda n: table(1, n), 20, "/rows/0"),
    "markdown": (lambda n: {"type": "markdown", "text": "x" * n}, 12_000, "/text"),
    "alt text": (
        lambda n: {"type": "image", "image_url": "http://x/", "alt_text": "x" * n},
        2000,
        "/alt_text",
    ),
    "label": (
        lambda n: {
            "type": "input",
            "label": plain("x" * n),
            "element": {"type": "plain_text_input"},
        },
        2000,
        "/label/text",
    ),
    "caption's rows": (
        lambda n: {**table(n, 1), "type": "data_table", "caption": "x"},
        201,
        "/rows",
    ),
    "a card's title": (
        lambda n: {"type": "card", "title": plain("x" * n)},
        150,
        "/title/text",
    ),
    "a card's body": (lambda n: {"type": "card", "body": plain("x" * n)}, 200, "/body/text"),
    "a card's buttons": (lambda n: {"type": "card", "actions": of(n, make=named)}, 3, "/actions"),
    "cards": (
        lambda n: {"type": "carousel", "elements": [{"type": "card", "title": plain("x")}] * n},
        10,
        "/elements",
    ),
    "child blocks": (
        lambda n: {"type": "container", "title": plain("x"), "child_blocks": [section()] * n},
        10,
        "/child_blocks",
    ),
    "tasks": (
        lambda n: {"type": "plan", "title": "x", "tasks": [{"task_id": "1", "title": "x"}] * n},
        50,
        "/tasks",
    ),
    "segments": (
        lambda n: chart({"type": "pie", "segments": [{"label": "x", "value": 1}] * n}),
        12,
        "/chart/segments",
    ),
    "a label": (
        lambda n: chart({"type": "pie", "segments": [{"label": "x" * n, "value": 1}]}),
        20,
        "/chart/segments/0/label",
    ),
}


@pytest.mark.parametrize("name", LENGTHS)
def test_each_limit_holds_at_its_edge(name):
    make, most, pointer = LENGTHS[name]
    assert check_message_blocks([make(most)]) == []
    *_, problem = check_message_blocks([make(most + 1)])
    assert problem.endswith(f"[json-pointer:/blocks/0{pointer}]")


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"type": "shout"}, "unsupported type: shout [json-pointer:/blocks/0/type]"),
        ({}, "missing required field: type [json-pointer:/blocks/0]"),
        ({"type": "header"}, "missing required field: text [json-pointer:/blocks/0]"),
        (
            {"type": "section"},
            "must define either `text` or `fields` [json-pointer:/blocks/0/type]",
        ),
        (section(loud=True), "invalid additional property: loud [json-pointer:/blocks/0]"),
        (
            section(text=plain("")),
            "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
        ),
        (section(expand="yes"), "must be a boolean [json-pointer:/blocks/0/expand]"),
        (
            {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
            "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
        ),
        (actions(), "must provide at least 1 items [json-pointer:/blocks/0/elements]"),
        (
            actions({"type": "plain_text_input"}),
            "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
        ),
        (
            actions({"type": "overflow", "options": []}),
            "must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]",
        ),
        (
            {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}], []]},
            "must provide at least 1 items [json-pointer:/blocks/0/rows/1]",
        ),
        (
            {**table(2, 1), "type": "data_table"},
            "missing required field: caption [json-pointer:/blocks/0]",
        ),
        (
            table(100, 20, "123456"),
            "table cells must have less than 10001 characters [json-pointer:/blocks]",
        ),
    ],
)
def test_a_wrong_block_is_named_with_its_place(wrong, problem):
    assert check_message_blocks([wrong])[-1] == problem


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ([section()] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
        ([table(1, 1)] * 2, "only_one_table_allowed [json-pointer:/blocks]"),
        (
            [{"type": "markdown", "text": "x" * 6001}] * 2,
            "markdown must be less than 12001 characters [json-pointer:/blocks]",
        ),
        (
            [section(), actions(button(action_id="a"), button(action_id="a"))],
            'action_id "a" already exists [json-pointer:/blocks/1/elements/1/action_id]',
        ),
        (
            [section(block_id="b"), section(block_id="b")],
            'block_id "b" already exists [json-pointer:/blocks/1/block_id]',
        ),
    ],
)
def test_blocks_that_may_not_stand_together_are_refused(given, problem):
    assert check_message_blocks(given) == [problem]


def test_a_view_takes_twice_the_blocks_but_no_table():
    assert check_view_blocks([section()] * 100) == []
    assert check_view_blocks([section()] * 101)
    assert check_view_blocks([table(1, 1)])


def test_too_much_text_in_all_blocks_is_refused(web, slack):
    long = [section(text=plain("x" * 2700))] * 5
    with pytest.raises(SlackApiError, match="msg_blocks_too_long"):
        web.chat_postMessage(channel=slack.channel, text="x", blocks=long)
    assert web.chat_postMessage(channel=slack.channel, text="x", blocks=long[:4])["ok"]


def test_the_client_gets_slacks_error_with_each_problem(web, slack):
    with pytest.raises(SlackApiError) as raised:
        web.chat_postMessage(channel=slack.channel, text="x", blocks=[{"type": "header"}])
    said = raised.value.response
    assert said["error"] == "invalid_blocks"
    assert said["errors"] == ["missing required field: text [json-pointer:/blocks/0]"]
    assert said["response_metadata"]["messages"] == [f"[ERROR] {said['errors'][0]}"]


def test_the_limits_are_those_of_the_sdk():
    assert {
        models.SectionBlock.text_max_length: limits.SECTION_TEXT,
        models.SectionBlock.fields_max_length: limits.SECTION_FIELDS,
        models.HeaderBlock.text_max_length: limits.HEADER_TEXT,
        models.ContextBlock.elements_max_length: limits.CONTEXT_ELEMENTS,
        models.ActionsBlock.elements_max_length: limits.ACTION_ELEMENTS,
        models.ImageBlock.alt_text_max_length: limits.IMAGE_ALT_TEXT,
    }.items() <= {(v, v) for v in range(5_000)}
    assert models.ButtonElement.text_max_length == limits.BUTTON_TEXT
    assert models.ButtonElement.value_max_length == limits.BUTTON_VALUE
    assert models.ButtonElement.url_max_length == limits.URL
    assert models.ButtonElement.agent_prompt_max_length == limits.AGENT_PROMPT
    assert models.OverflowMenuElement.options_max_length == limits.OVERFLOW_OPTIONS
    assert models.StaticSelectElement.options_max_length == limits.SELECT_OPTIONS
    assert models.StaticSelectElement.placeholder_max_length == limits.PLACEHOLDER_TEXT
    assert models.Option.label_max_length == limits.OPTION_TEXT
    assert models.Option.value_max_length == limits.OPTION_VALUE
    assert models.ConfirmObject.title_max_length == limits.CONFIRM_TITLE
    assert models.ConfirmObject.text_max_length == limits.CONFIRM_TEXT
    assert models.ConfirmObject.confirm_max_length == limits.CONFIRM_BUTTON_TEXT
    assert models.InputBlock.label_max_length == limits.INPUT_LABEL
    assert models.InputBlock.hint_max_length == limits.INPUT_HINT
    assert models.Block.block_id_max_length == limits.BLOCK_ID


OF_SLACKBLOCKS = {
    "ACTION_ID_MAX_LENGTH": limits.ACTION_ID,
    "ACTIONS_ELEMENTS_MAX_ITEMS": limits.ACTION_ELEMENTS,
    "BLOCK_ID_MAX_LENGTH": limits.BLOCK_ID,
    "BUTTON_AGENT_PROMPT_MAX_LENGTH": limits.AGENT_PROMPT,
    "BUTTON_TEXT_MAX_LENGTH": limits.BUTTON_TEXT,
    "BUTTON_URL_MAX_LENGTH": limits.URL,
    "BUTTON_VALUE_MAX_LENGTH": limits.BUTTON_VALUE,
    "CHECKBOXES_OPTIONS_MAX_ITEMS": limits.CHECKBOX_OPTIONS,
    "CONFIRMATION_CONFIRM_MAX_LENGTH": limits.CONFIRM_BUTTON_TEXT,
    "CONFIRMATION_DENY_MAX_LENGTH": limits.CONFIRM_BUTTON_TEXT,
    "CONFIRMATION_TEXT_MAX_LENGTH": limits.CONFIRM_TEXT,
    "CONFIRMATION_TITLE_MAX_LENGTH": limits.CONFIRM_TITLE,
    "CONTEXT_ELEMENTS_MAX_ITEMS": limits.CONTEXT_ELEMENTS,
    "DATA_TABLE_CONTENT_MAX_LENGTH": limits.DATA_TABLE_TEXT,
    "DATA_TABLE_PAGE_SIZE_MAX": limits.DATA_TABLE_PAGE,
    "DATA_TABLE_ROWS_MAX_ITEMS": limits.DATA_TABLE_ROWS[1],
    "DATA_TABLE_ROWS_MIN_ITEMS": limits.DATA_TABLE_ROWS[0],
    "HEADER_TEXT_MAX_LENGTH": limits.HEADER_TEXT,
    "IMAGE_ALT_TEXT_MAX_LENGTH": limits.IMAGE_ALT_TEXT,
    "IMAGE_TITLE_MAX_LENGTH": limits.IMAGE_TITLE,
    "INPUT_HINT_MAX_LENGTH": limits.INPUT_HINT,
    "INPUT_LABEL_MAX_LENGTH": limits.INPUT_LABEL,
    "MARKDOWN_TOTAL_TEXT_MAX_LENGTH": limits.MARKDOWN_TEXT,
    "OPTION_TEXT_MAX_LENGTH": limits.OPTION_TEXT,
    "OPTION_VALUE_MAX_LENGTH": limits.OPTION_VALUE,
    "OVERFLOW_OPTIONS_MAX_ITEMS": limits.OVERFLOW_OPTIONS,
    "PLAIN_TEXT_INPUT_MAX_LENGTH_MAX": limits.INPUT_VALUE,
    "RADIO_BUTTONS_OPTIONS_MAX_ITEMS": limits.CHECKBOX_OPTIONS,
    "SECTION_FIELDS_MAX_ITEMS": limits.SECTION_FIELDS,
    "SECTION_TEXT_MAX_LENGTH": limits.SECTION_TEXT,
    "SELECT_OPTION_GROUPS_MAX_ITEMS": limits.OPTION_GROUPS,
    "SELECT_OPTIONS_MAX_ITEMS": limits.SELECT_OPTIONS,
    "SELECT_PLACEHOLDER_MAX_LENGTH": limits.PLACEHOLDER_TEXT,
    "TABLE_COLUMNS_MAX_ITEMS": limits.TABLE_COLUMNS,
    "SECTION_FIELDS_ITEM_MAX_LENGTH": limits.SECTION_FIELD_TEXT,
    "MESSAGE_ATTACHMENTS_MAX_ITEMS": limits.ATTACHMENTS,
    "MESSAGE_BLOCKS_MAX_ITEMS": limits.BLOCKS,
    "TABLE_ROWS_MAX_ITEMS": limits.TABLE_ROWS,
    "VIDEO_AUTHOR_NAME_MAX_LENGTH": limits.VIDEO_AUTHOR,
    "VIDEO_TITLE_MAX_LENGTH": limits.VIDEO_TITLE,
    "VIEW_BLOCKS_MAX_ITEMS": limits.BLOCKS_OF_A_VIEW,
    "VIEW_CALLBACK_ID_MAX_LENGTH": limits.CALLBACK_ID,
    "VIEW_PRIVATE_METADATA_MAX_LENGTH": limits.PRIVATE_METADATA,
    "VIEW_TITLE_MAX_LENGTH": limits.VIEW_TITLE,
}


def test_the_limits_are_those_of_slackblocks():
    theirs = pytest.importorskip("slackblocks._limits", reason="slackblocks is not installed")
    assert {n: getattr(theirs, n) for n in OF_SLACKBLOCKS} == OF_SLACKBLOCKS
