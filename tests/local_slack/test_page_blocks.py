"""The page shows each block that is taken, in some form that says what it is."""

from __future__ import annotations

import pytest

from local_slack import running
from tests.local_slack.browser import chromium, visiting
from tests.local_slack.parrot import HASTE, client, connected, manifest, parrot
from tests.local_slack.test_block_kit import (
    BLOCKS,
    DOCUMENTED,
    SDK_BLOCKS,
    as_json,
    choice,
    is_of_views,
    marked,
    plain,
)

pytestmark = [pytest.mark.slow(seconds=10), pytest.mark.one_python]


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture
def heard():
    return []


@pytest.fixture
def shown(browser, heard):
    """Open the page of a Slack whose app hears each click."""
    with (
        running(manifest(), rates=False, timing=HASTE) as slack,
        connected(slack, parrot(slack, heard)),
        visiting(browser, slack.url) as opened,
    ):
        opened.slack = slack
        opened.web = client(slack)
        yield opened


def every_block():
    """Return a block of each kind, but for those that only a modal has."""
    made = {name: as_json(SDK_BLOCKS[name](**given)) for name, given in BLOCKS.items()}
    return {n: b for n, b in {**made, **DOCUMENTED}.items() if not is_of_views(b)}


def test_each_block_is_shown_in_words(shown):
    for name, block in every_block().items():
        shown.web.chat_postMessage(channel=shown.slack.channel, text=name, blocks=[block])
    feed = shown.page.locator("#feed .message")
    feed.nth(len(every_block()) - 1).wait_for()
    for position, (name, block) in enumerate(every_block().items()):
        content = feed.nth(position).locator(f".block-{block['type']}").first
        said = content.inner_text()
        assert "undefined" not in said, name
        assert "[object" not in said, name
        assert said.strip() or block["type"] == "divider", name


def test_what_is_not_drawn_is_named(shown):
    blocks = [as_json(SDK_BLOCKS[name](**BLOCKS[name])) for name in ("CallBlock", "FileBlock")]
    run = {"type": "rich_text_section", "elements": [{"type": "canvas", "canvas_id": "F1"}]}
    rich = {"type": "rich_text", "elements": [run]}
    shown.web.chat_postMessage(channel=shown.slack.channel, text="x", blocks=[*blocks, rich])
    named = shown.page.locator("#feed .unknown")
    named.nth(2).wait_for()
    assert named.all_inner_texts() == [
        "[call R1] The local Slack has no calls.",
        "[file F1] The local Slack has no remote files.",
        "[canvas] The local Slack does not draw this.",
    ]


def test_an_address_is_linked_where_slack_links_it(shown):
    text = "see https://a.example/x_y_z?a=1&amp;b=2, (https://b.example). `https://c.example`"
    section = {"type": "section", "text": {"type": "mrkdwn", "text": text}}
    exact = {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}
    markdown = {"type": "markdown", "text": "**https://d.example/?q=1** and [e](https://e.example)"}
    post = shown.web.chat_postMessage
    post(channel=shown.slack.channel, text="x", blocks=[section, exact, markdown])
    links = shown.message("see").locator("a")
    links.nth(3).wait_for()
    assert [link.get_attribute("href") for link in links.all()] == [
        "https://a.example/x_y_z?a=1&b=2",
        "https://b.example",
        "https://d.example/?q=1",
        "https://e.example",
    ]


def test_a_table_in_markdown_is_a_table(shown):
    text = "Before\n\n| a | b |\n|:--|--:|\n| 1 | **2** |\n| x \\| y |\nAfter | all\nend"
    shown.web.chat_postMessage(channel=shown.slack.channel, markdown_text=text)
    rows = shown.message("Before").locator("tr")
    rows.nth(2).wait_for()
    cells = [row.locator("th, td").all_inner_texts() for row in rows.all()]
    assert cells == [["a", "b"], ["1", "2"], ["x | y", ""], ["After", "all"]]
    assert rows.nth(1).locator("b").inner_text() == "2"
    assert rows.nth(1).locator("td").last.evaluate("n => n.style.textAlign") == "right"


def test_a_data_table_shows_one_page_of_its_rows(shown):
    rows = [[{"type": "raw_text", "text": name}] for name in ("head", "a", "b", "c")]
    block = {"type": "data_table", "caption": "Letters", "rows": rows, "page_size": 2}
    shown.web.chat_postMessage(channel=shown.slack.channel, text="x", blocks=[block])
    message = shown.message("Letters")
    body = message.locator("tbody")
    body.wait_for()
    assert body.locator("td").all_inner_texts() == ["a", "b"]
    message.get_by_text("1–2 of 3").wait_for()
    message.get_by_role("button", name="Next").click()
    message.get_by_text("3–3 of 3").wait_for()
    assert body.locator("td").all_inner_texts() == ["c"]
    assert message.get_by_role("button", name="Next").is_disabled()


def test_an_icon_stays_small_before_its_picture_is_there(shown):
    picture = {"type": "image", "image_url": "https://a.example/i.png", "alt_text": "A long name"}
    block = {"type": "card", "title": {"type": "plain_text", "text": "Card"}, "icon": picture}
    shown.web.chat_postMessage(channel=shown.slack.channel, text="x", blocks=[block])
    icon = shown.message("Card").locator(".card-icon")
    icon.wait_for()
    assert icon.bounding_box()["height"] < 40


def test_a_card_a_carousel_and_a_plan_read_as_they_say(shown):
    names = ("CardBlock", "CarouselBlock", "PlanBlock", "TaskCardBlock", "ContainerBlock")
    blocks = [as_json(SDK_BLOCKS[name](**BLOCKS[name])) for name in names]
    shown.web.chat_postMessage(channel=shown.slack.channel, text="x", blocks=blocks)
    message = shown.message("Plan")
    message.locator(".block-carousel .card").wait_for()
    assert message.locator(".block-card .card-title b").first.inner_text() == "Title"
    assert message.locator(".block-plan .task-head").inner_text() == "Pending Look"
    assert message.locator(".block-task_card .task-head").inner_text() == "Done Look"
    assert message.locator(".block-task_card a").inner_text() == "a site"
    summary = message.locator(".block-container summary")
    assert message.get_by_text("inside").is_visible() is False
    summary.click()
    assert message.get_by_text("inside").is_visible() is True


def test_an_alert_is_shown_in_a_modal(shown):
    shown.slack.command("/form")
    used = shown.slack.view()
    alert = as_json(SDK_BLOCKS["AlertBlock"](**BLOCKS["AlertBlock"]))
    shown.web.views_update(
        view_id=used.id, view={"type": "modal", "title": plain("x"), "blocks": [alert]}
    )
    said = shown.page.locator("dialog .alert-warning")
    said.wait_for()
    assert said.inner_text().strip() == "Careful"


def test_of_buttons_with_one_action_id_the_clicked_one_is_told(shown, heard):
    rows = [
        {"type": "section", "text": marked(n), "block_id": n, "accessory": row_button(n)}
        for n in ("one", "two")
    ]
    shown.web.chat_postMessage(channel=shown.slack.channel, text="x", blocks=rows)
    shown.page.locator("[data-block=two] button").click()
    shown.slack.wait_for(lambda: heard)
    action = heard[0][0]["actions"][0]
    assert (action["block_id"], action["value"]) == ("two", "two")


def row_button(value):
    return {"type": "button", "action_id": "again", "value": value, "text": plain("Edit")}


def test_a_button_for_somebody_else_is_not_shown(shown):
    mine, theirs = shown.slack.user, shown.slack.other
    blocks = [
        choice("button", text=plain(who), visible_to_user_ids=[who]) for who in (mine, theirs)
    ]
    shown.web.chat_postMessage(channel=shown.slack.channel, text="x", blocks=blocks)
    shown.button(mine).wait_for()
    assert shown.button(theirs).count() == 0


def test_inputs_of_one_action_id_keep_their_own_values(shown):
    shown.slack.command("/form")
    field = {"type": "plain_text_input", "action_id": "typed"}
    inputs = [
        {"type": "input", "block_id": n, "label": plain(n), "element": field}
        for n in ("name", "more")
    ]
    sent = {"type": "modal", "callback_id": "form", "title": plain("x"), "submit": plain("Send"), "blocks": inputs}  # fmt: skip
    shown.web.views_update(view_id=shown.slack.view().id, view=sent)
    shown.page.locator("dialog [data-block=more]").wait_for()
    for name in ("name", "more"):
        shown.page.locator(f"dialog [data-block={name}] input").fill(f"my {name}")
    shown.page.locator("dialog [type=submit]").click()
    shown.page.locator("dialog").wait_for(state="detached")
    said = [e.body["payload"] for e in shown.slack.entries("envelope")]
    values = next(p["view"]["state"]["values"] for p in said if p.get("type") == "view_submission")
    assert {n: v["typed"]["value"] for n, v in values.items()} == {
        "name": "my name",
        "more": "my more",
    }
