"""Messages of every shape, made and shown on the page."""

from __future__ import annotations

import pytest

from local_slack import running
from tests.local_slack.browser import PHONE, chromium, visiting
from tests.local_slack.listener import MANIFEST
from tests.local_slack.parrot import HASTE, client

pytestmark = [pytest.mark.slow, pytest.mark.one_python]


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture
def slack():
    """Yield a Slack without an app: what people do shows without one."""
    sockets = {**MANIFEST, "settings": {**MANIFEST["settings"], "event_subscriptions": {}}}
    with running({**sockets, "mcp_servers": {"desk": {}}}, timing=HASTE) as started:
        yield started


@pytest.fixture
def visit(browser, slack):
    with visiting(browser, slack.url) as opened:
        yield opened


def choose(visit, menu, option, scope=None):
    """Open a menu by its button, and choose."""
    (scope or visit.page).get_by_role("button", name=menu, exact=True).last.click()
    visit.page.get_by_role("option", name=option).click()


def on_message(visit, words, menu, option):
    message = visit.message(words)
    message.hover()
    choose(visit, menu, option, message)


def fill(visit, **values):
    """Fill in the dialog that asks for words, and send it."""
    dialog = visit.page.locator("dialog[open]")
    for label, value in values.items():
        field = dialog.get_by_label(label)
        if field.evaluate("node => node.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    dialog.locator(".primary").click()
    dialog.wait_for(state="detached")


def test_what_is_typed_is_shown_as_it_is_sent(visit, slack):
    visit.type("*bold* and _italic_ to @Bob\n> quoted\n- one\n    - two\n```code```")
    message = visit.message("quoted")
    assert message.locator("b").nth(1).inner_text() == "bold"
    assert message.locator("blockquote").inner_text() == "quoted"
    assert message.locator("li").all_inner_texts() == ["one", "two"]
    assert message.locator("pre").inner_text() == "code"
    assert message.locator(".mention").inner_text() == "@Bob"
    assert slack.messages()[0].text.startswith("*bold* and _italic_ to <@")


def test_marks_stay_characters_with_formatting_off(visit, slack):
    choose(visit, "More ways to send", "Turn formatting off", visit.page.locator("#composer"))
    visit.page.get_by_text("Formatting is off.").wait_for()
    visit.type("*stars* > here")
    message = visit.message("*stars* > here")
    message.wait_for()
    assert message.locator(".content b").count() == 0
    assert slack.messages()[0].text == "*stars* &gt; here"


def test_a_message_is_edited_forwarded_and_deleted(visit, slack):
    visit.type("first *words*")
    on_message(visit, "first words", "More actions", "Edit message")
    assert visit.page.locator("dialog textarea").input_value() == "first *words*"
    fill(visit, Message="second words")
    visit.message("second words").get_by_text("(edited)").wait_for()
    on_message(visit, "second words", "More actions", "Forward message")
    fill(visit, To="#random", Message="look")
    visit.go("random")
    forwarded = visit.message("look")
    assert (
        forwarded.locator(".attachment").inner_text() == "Alice\nsecond words\nSlack Conversation"
    )
    visit.go("general")
    on_message(visit, "second words", "More actions", "Delete message")
    visit.page.locator("#feed .message").wait_for(state="detached")
    assert slack.messages() == []


def test_a_reaction_is_added_and_taken_back_by_one_click(visit, slack):
    visit.type("worth it")
    message = visit.message("worth it")
    message.hover()
    message.get_by_role("button", name="Add reaction").click()
    visit.page.get_by_label("Search Emoji").fill("tada")
    visit.page.get_by_role("option", name=":tada:").click()
    reaction = message.get_by_role("button", name="tada, 1")
    assert reaction.get_attribute("aria-pressed") == "true"
    assert slack.messages()[0].body["reactions"][0]["name"] == "tada"
    reaction.click()
    reaction.wait_for(state="detached")


def test_a_link_is_previewed_without_an_edit(visit):
    visit.type("see https://news.example/a")
    on_message(visit, "see", "More actions", "Add the link")
    fill(visit, Title="Onodera", Words="Japan & the US agree")
    preview = visit.message("see").locator(".attachment")
    preview.get_by_text("Japan & the US agree").wait_for()
    assert visit.page.get_by_text("(edited)").count() == 0


def test_another_app_and_a_workflow_post_under_their_names(visit):
    composer = visit.page.locator("#composer")
    choose(visit, "More ways to send", "Post as another app", composer)
    fill(visit, Name="Wire Watch", Message="a *quote*")
    byline = visit.message("a quote").locator(".byline")
    byline.get_by_text("APP").wait_for()
    assert byline.inner_text().startswith("Wire Watch\nAPP")
    assert visit.message("a quote").locator(".avatar").inner_text() == "W"
    choose(visit, "More ways to send", "Post as a workflow", composer)
    fill(visit, Name="Morning checks", Message="go")
    assert visit.message("go").locator(".author").inner_text() == "Morning checks"


def test_a_snippet_is_shared(visit, slack):
    choose(visit, "More ways to send", "Share as a text snippet", visit.page.locator("#composer"))
    fill(visit, File="words.txt", Content="the words", Message="look")
    visit.message("look").get_by_role("link", name="Untitled").wait_for()
    assert visit.message("look").locator("pre").inner_text() == "the words"
    assert slack.messages()[0].body["files"][0]["preview"] == "the words"


def test_a_reply_is_sent_to_the_channel_too(visit, slack):
    first = slack.write("a start", wait=0).written
    visit.message("a start").hover()
    visit.message("a start").get_by_role("button", name="Reply in thread").click()
    thread = visit.page.locator("#thread")
    choose(visit, "More ways to send", "Send to the channel too", thread)
    thread.locator("#thread-input").fill("for all")
    thread.locator("#thread-input").press("Enter")
    thread.get_by_text("for all").wait_for()
    slack.wait_for(lambda: len(slack.core.workspace.channels[first.channel].messages) > 1)
    assert slack.messages()[-1].body["subtype"] == "thread_broadcast"
    visit.message("for all").get_by_text("replied to a thread").wait_for()
    visit.page.locator("#feed .thread-link").get_by_text("1 reply").wait_for()


def test_private_channels_and_people_of_other_organizations_are_added(visit, slack):
    choose(visit, "Add people and places", "A private channel")
    fill(visit, Name="secrets")
    visit.page.get_by_role("heading", name="secrets").first.wait_for()
    choose(visit, "Add people and places", "A person of another organization")
    fill(visit, Name="Ada Okafor", In="#random")
    visit.page.get_by_role("heading", name="random").first.wait_for()
    places = visit.page.locator("#places .place-name").all_inner_texts()
    assert places == ["random ⇄", "parrot"]
    visit.type("hello from outside")
    byline = visit.message("hello from outside").locator(".byline")
    assert "EXTERNAL" in byline.inner_text()
    assert slack.messages("random")[0].body["user_team"] != slack.team


def test_the_app_is_added_to_a_channel(visit, slack):
    visit.go("random")
    visit.button("Add parrot to this channel").click()
    visit.page.get_by_text("has joined the channel").wait_for()
    visit.page.get_by_text("parrot is a member.").wait_for()


def test_a_thread_with_the_assistant_shows_its_title_prompts_and_status(visit, slack):
    visit.go("parrot")
    choose(
        visit,
        "More ways to send",
        "Open a thread with the assistant",
        visit.page.locator("#composer"),
    )
    thread = visit.page.locator("#thread")
    thread.get_by_text("New Assistant Thread").wait_for()
    first = slack.messages(slack.im())[0]
    at = {"channel_id": first.channel, "thread_ts": first.ts}
    web = client(slack)
    web.assistant_threads_setTitle(**at, title="On Japan")
    web.assistant_threads_setSuggestedPrompts(**at, prompts=[{"title": "Ask", "message": "who?"}])
    web.assistant_threads_setStatus(**at, status="is reading")
    thread.get_by_text("parrot is reading").wait_for()
    thread.get_by_text("On Japan").wait_for()
    thread.get_by_role("button", name="Ask").click()
    thread.get_by_text("who?").wait_for()


def test_a_thread_opens_before_its_direct_message_is_heard_of(visit):
    """The answer to an act may come before the stream tells of the channel that it made."""
    visit.page.evaluate("import('/page/places.js').then((m) => m.openThread('D0NEW', '1.000001'))")
    visit.page.locator("#place-title", has_text="parrot").wait_for()


def test_what_does_not_happen_here_is_told(visit):
    visit.go("parrot")
    visit.page.get_by_role("tab", name="About").click()
    visit.page.get_by_text("/mcp_servers: No MCP server is asked").wait_for()


def test_a_phone_reaches_every_menu(browser, slack):
    slack.write("on a *phone*", wait=0)
    with visiting(browser, slack.url, size=PHONE) as visit:
        visit.message("on a phone").click()
        choose(visit, "More actions", "Forward message", visit.message("on a phone"))
        visit.page.locator("dialog[open]").get_by_role("button", name="Cancel").click()
        choose(visit, "More ways to send", "Turn formatting off", visit.page.locator("#composer"))
        width = visit.page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE[0]
