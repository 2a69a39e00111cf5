"""The page in a real browser, with the real bot connected through the real SDK."""

from __future__ import annotations

import json
import logging
import urllib.request
from contextlib import ExitStack
from urllib.error import HTTPError
from urllib.parse import unquote

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from bot.slack.app import create_app
from bot.slack.settings import Settings
from local_slack import Timing, running
from tests.local_slack import gallery
from tests.local_slack.browser import PHONE, chromium, visiting
from tests.local_slack.parrot import connected
from tests.places import MANIFEST, ROOT

pytestmark = [pytest.mark.slow, pytest.mark.one_python]

STANCE = "/stance japan end-of-war"
READ = "Japan · End-of-war declaration"
TYPED = {
    "/stance": "japan end-of-war [as of 2021-03]",
    "/check": '"not the time to reduce pressure" [kono]',
    "/issues": "[japan or dialogue]",
    "/said": "premature",
    "/whois": "funakoshi",
}


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


def stancebook(kb, slack):
    settings = Settings(
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_api_url=slack.base_url,
    )
    return connected(slack, create_app(kb, settings))


@pytest.fixture
def slack(shipped_kb):
    """Yield a local Slack to which Stancebook is connected."""
    with running(MANIFEST, timing=Timing(answer=1)) as started, stancebook(shipped_kb, started):
        started.show_usage(TYPED)
        yield started


@pytest.fixture
def visit(browser, slack):
    with visiting(browser, slack.url) as opened:
        yield opened


@pytest.fixture
def shown(browser):
    """Open the page with the app that shows every block."""
    with (
        running(gallery.MANIFEST) as slack,
        connected(slack, gallery.gallery(slack)),
        visiting(browser, slack.url) as opened,
    ):
        opened.slack = slack
        yield opened


def test_a_first_visit_shows_what_to_type_and_one_click_runs_it(visit):
    tries = visit.page.locator(".try code").all_inner_texts()
    check = '/check "not the time to reduce pressure"'
    mention = "@stancebook japan end-of-war"
    assert tries == [STANCE, check, "/issues", "/said premature", "/whois funakoshi", mention]
    visit.button(f"Run {STANCE}").click()
    visit.message(READ).locator(".quote").first.wait_for()


def test_a_stance_is_asked_read_shared_and_seen_by_the_other_person(visit, slack):
    visit.type(STANCE)
    answer = visit.message(READ)
    answer.get_by_text("Only visible to you").wait_for()
    quoted = answer.locator(".quote").first.inner_text()
    assert quoted.startswith("Takehiro Funakoshi […] said it is")
    visit.button("Share…").click()
    preview = visit.message("Preview. This will be posted in")
    preview.get_by_role("button", name="#general").wait_for()
    visit.button("Post").click()
    preview.wait_for(state="detached")
    visit.message("Shared by").wait_for()

    visit.act_as("Bob")
    seen = visit.message("Shared by @Alice")
    assert seen.locator(".quote").first.inner_text() == quoted
    assert visit.page.locator("#feed .message").count() == 1
    assert [m.ephemeral_to for m in slack.seen_by(slack.other)] == [None]


def test_a_choice_is_picked_with_one_click(visit):
    visit.type("/whois kim")
    visit.message("Which of these?").get_by_role("button", name="Kim Yo Jong").click()
    visit.message("Kim Yo Jong").locator(".block-context, .quote").first.wait_for()
    assert visit.page.get_by_text("Which of these?").count() == 0


def ask_in_the_form(visit):
    """Ask with the shortcut's form, and return the dialog that holds the answer."""
    page, dialog = visit.page, visit.page.locator("dialog")
    page.locator("#composer-input").fill("/Ask")
    page.get_by_role("option", name="Ask Stancebook").click()
    for select, typed, name in (
        ("holder", "tok", "Japan"),
        ("issue", "press", "Pressure on North Korea"),
    ):
        dialog.locator(f"[data-action={select}]").click()
        page.locator(".menu-search").fill(typed)
        page.get_by_role("option", name=name).click()
    dialog.get_by_role("button", name="Ask").click()
    dialog.locator(".quote").first.wait_for()
    return dialog


def test_the_shortcuts_form_completes_names_and_its_answer_is_shared_from_the_modal(visit):
    page, dialog = visit.page, ask_in_the_form(visit)
    dialog.get_by_role("button", name="Share…").click()
    dialog.get_by_text("Preview. This will be posted").wait_for()
    dialog.locator("[data-action=channel]").click()
    page.get_by_role("option", name="#general").click()
    visit.button("Post").click()
    dialog.wait_for(state="detached")
    visit.message("Shared by").locator(".quote").first.wait_for()


def test_issues_are_listed(visit):
    visit.type("/issues")
    listed = visit.message("issues, latest on record")
    listed.get_by_text("Japan supports 2021").first.wait_for()


def test_a_mention_is_answered_in_its_thread_and_asked_on_there(visit, slack):
    visit.type("@stancebook where does japan stand on end of war?")
    visit.page.get_by_text("1 reply").click()
    thread = visit.page.locator("#thread")
    thread.locator(".quote").first.wait_for()
    assert thread.locator(".message").first.inner_text().endswith("stand on end of war?")
    thread.locator("#thread-input").fill("@stancebook who is funakoshi")
    thread.locator("#thread-input").press("Enter")
    thread.get_by_text("Takehiro Funakoshi").last.wait_for()
    visit.page.get_by_text("3 replies").wait_for()

    visit.act_as("Bob")
    visit.page.get_by_text("3 replies").click()
    thread.locator(".quote").first.wait_for()
    assert len(slack.calls("chat.postMessage")) == 2


def test_a_direct_message_is_answered_below_it(visit):
    visit.go("Stancebook")
    visit.type("japan end-of-war")
    visit.message(READ).locator(".quote").first.wait_for()
    assert visit.page.get_by_text("Only visible to you").count() == 0
    visit.act_as("Bob")
    visit.page.get_by_text("Only you and Stancebook see these messages").wait_for()
    visit.message(READ).wait_for(state="detached")
    visit.message("Try one of these").wait_for()  # each person is welcomed once


def test_an_ephemeral_message_can_be_dismissed(visit):
    visit.type("/issues")
    visit.button("Dismiss").click()
    visit.page.locator(".ephemeral").wait_for(state="detached")


def test_a_command_in_a_thread_says_why_it_does_not_work(visit):
    visit.type("hello")
    visit.page.locator("#feed .message").hover()
    visit.button("Reply in thread").click()
    visit.page.locator("#thread-input").fill(STANCE)
    visit.page.locator("#thread-input").press("Enter")
    note = visit.page.locator("#thread .composer-note")
    note.get_by_text("is not supported in threads").wait_for()


def test_a_command_that_is_not_acked_shows_slacks_error_and_works_again_afterwards(visit):
    visit.page.locator("#inspector-button").click()
    visit.page.get_by_role("tab", name="Faults").click()
    lost = visit.page.get_by_role("switch", name="Lose the ack")
    lost.click()
    visit.page.locator("[role=switch][aria-checked=true]").wait_for()
    visit.type(STANCE)
    visit.message("/stance failed because the app did not respond").wait_for()
    visit.page.locator("[role=switch][aria-checked=true]").wait_for(state="detached")
    visit.type(STANCE)
    visit.message(READ).locator(".quote").first.wait_for()


def test_a_click_that_is_not_acked_says_so_beside_the_button(visit, slack):
    visit.type(STANCE)
    visit.button("Share…").wait_for()
    slack.faults.lose_acks()
    visit.button("Share…").click()
    visit.page.locator("#feed").get_by_role("alert").get_by_text("Operation timed out").wait_for()


def test_switching_a_fault_off_leaves_the_others_on(visit, slack):
    visit.page.locator("#inspector-button").click()
    visit.page.get_by_role("tab", name="Faults").click()
    for name in ("Delay", "500"):
        visit.page.get_by_role("switch", name=name, exact=True).click()
        visit.page.locator("[role=switch][aria-checked=true][aria-labelledby]").last.wait_for()
    slack.wait_for(lambda: len(slack.core.faults.as_json()) == 2)
    visit.page.get_by_role("switch", name="Delay", exact=True).click()
    slack.wait_for(lambda: [f["kind"] for f in slack.core.faults.as_json()] == ["server_error"])


def test_dropped_sockets_are_shown_and_a_mention_meanwhile_is_answered(visit, slack):
    slack.faults.refuse_connections()
    visit.page.locator("#inspector-button").click()
    visit.page.get_by_role("tab", name="Faults").click()
    visit.button("Drop the sockets").click()
    visit.page.locator("#status").get_by_text("Stancebook is not connected").wait_for()
    visit.type("@stancebook japan end-of-war")
    visit.page.locator("#status").get_by_text("Stancebook connected").wait_for(timeout=20_000)
    visit.page.get_by_text("1 reply").wait_for()


def test_the_page_reconnects_with_what_it_missed(browser, slack):
    with visiting(browser, slack.url) as visit:
        routes = []

        def through(route):
            routes.append(route)
            route.connect_to_server()

        visit.page.route_web_socket("**/local/events", through)
        visit.page.reload()
        visit.page.locator("body:not(.loading)").wait_for()
        slack.write("said before", user=slack.other, wait=0)
        visit.message("said before").wait_for()
        routes[0].close()
        slack.write("said meanwhile", user=slack.other, wait=0)
        visit.message("said meanwhile").wait_for()
        visit.page.locator("#status").get_by_text("Stancebook connected").wait_for()
        assert len(routes) == 2


def test_a_state_that_comes_late_hides_nothing_that_was_said_meanwhile(visit, slack):
    page, asked = visit.page, []
    ask_in_the_form(visit)
    page.reload()  # the page knows the view on top only, and asks for the one below
    page.route("**/local/state", lambda route, _: asked.append(route))
    page.locator("dialog").get_by_text("Japan · Pressure").first.wait_for()
    page.keyboard.press("Escape")
    for _ in range(500):
        if asked:
            break
        page.wait_for_timeout(20)
    late = asked[0].fetch()
    slack.write("said meanwhile", user=slack.other, wait=0)
    page.wait_for_timeout(300)  # for the page to hear it
    asked[0].fulfill(response=late)
    page.locator("dialog [data-action=holder]").wait_for()
    visit.message("said meanwhile").wait_for()


def test_the_inspector_shows_times_sizes_and_json_of_a_message(visit):
    visit.type(STANCE)
    visit.message(READ).hover()
    visit.button("Inspect message").click()
    panel = visit.page.locator("#inspector")
    panel.get_by_text("ms that Slack waits").wait_for()
    assert panel.locator(".steps .step-name").all_inner_texts() == [STANCE, "ack"]
    sizes = panel.locator(".meters li").all_inner_texts()
    sent = json.loads(panel.get_by_label("JSON", exact=True).first.inner_text())
    assert sent["response_type"] == "ephemeral"
    assert sizes[0].split("\n") == ["Blocks", f"{len(sent['blocks'])} / 50"]
    link = panel.get_by_role("link", name="Block Kit Builder").get_attribute("href")
    place, _, blocks = link.partition("#")
    assert place == "https://app.slack.com/block-kit-builder"
    assert json.loads(unquote(blocks)) == {"blocks": sent["blocks"]}

    visit.page.get_by_role("tab", name="Traffic").click()
    panel.get_by_text(f"ack of {STANCE}").click()
    assert json.loads(panel.get_by_label("JSON", exact=True).first.inner_text()) == sent


def test_everything_works_with_the_keyboard_alone(visit):
    keys = visit.page.keyboard
    assert _focused(visit) == "composer-input"
    keys.type("/")
    visit.page.get_by_role("option", name="/whois").wait_for()
    keys.press("ArrowDown")
    keys.press("ArrowUp")
    keys.press("Tab")
    visit.page.locator(".usage").get_by_text("/stance japan end-of-war [as of 2021-03]").wait_for()
    keys.type("japan end-of-war")
    keys.press("Enter")
    visit.button("Share…").wait_for()
    _tab_to(visit, "Share…", backwards=True)
    keys.press("Enter")
    visit.button("Post").wait_for()
    keys.press("ArrowDown")
    _tab_to(visit, "Post")
    keys.press("Enter")
    visit.message("Shared by").wait_for()
    visit.page.locator("#composer-input:focus").wait_for()
    keys.type("@sta")
    keys.press("Enter")
    keys.type("japan end-of-war")
    keys.press("Enter")
    visit.page.locator(".thread-link").wait_for()
    _tab_to(visit, "1 reply", backwards=True)
    keys.press("Enter")
    visit.page.locator("#thread-input:focus").wait_for()
    keys.press("Escape")
    visit.page.locator("#thread").wait_for(state="hidden")
    assert _focused(visit) == "composer-input"
    keys.press("ArrowUp")
    assert visit.page.locator("#composer-input").input_value() == "@stancebook japan end-of-war"


_FOCUSED_WORDS = "document.activeElement.closest('button')?.innerText ?? ''"


def _focused(visit) -> str:
    return visit.page.evaluate("document.activeElement.id")


def _tab_to(visit, words: str, *, backwards: bool = False) -> None:
    """Press Tab until the element with these words has a visible focus."""
    for _ in range(40):
        visit.page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if words in visit.page.evaluate(_FOCUSED_WORDS):
            style = "getComputedStyle(document.activeElement).outlineStyle"
            assert visit.page.evaluate(style) != "none"
            return
    pytest.fail(f"{words} is not reached with Tab")


def test_arrow_keys_go_from_message_to_message(visit):
    for words in ("one", "two"):
        visit.type(words)
        visit.message(words).wait_for()
    visit.message("two").focus()
    visit.page.keyboard.press("ArrowUp")
    assert visit.page.locator(".message:focus .content").inner_text() == "one"


def test_a_phone_shows_one_thing_at_a_time_and_never_scrolls_sideways(browser, slack):
    with visiting(browser, slack.url, size=PHONE) as visit:
        width = "document.documentElement.scrollWidth"
        visit.button("Channels").click()
        visit.go("random")
        visit.page.get_by_role("heading", name="random").first.wait_for()
        visit.button("Channels").click()
        visit.go("general")
        visit.type("@stancebook japan end-of-war")
        visit.page.get_by_text("1 reply").click()
        visit.page.locator("#thread .quote").first.wait_for()
        assert visit.page.evaluate(width) == PHONE[0]
        visit.button("Close thread").click()
        visit.button("Inspector").click()
        visit.page.locator("#inspector .meters").wait_for()
        assert visit.page.evaluate(width) == PHONE[0]
        visit.button("Close inspector").click()
        visit.page.locator("#composer-input").wait_for()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_has_enough_contrast(browser, slack, dark):
    with visiting(browser, slack.url, dark=dark) as visit:
        visit.type(STANCE)
        visit.button("Share…").wait_for()
        visit.page.locator("#inspector-button").click()
        found = visit.page.evaluate(_CONTRASTS)
        assert len(found) > 20
        assert [f for f in found if f["ratio"] < 4.5] == []
        assert (visit.page.evaluate(_BRIGHTNESS) < 0.2) is dark


_LUMINANCE = """
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgb = (color) => {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = color;
      paint.fillRect(0, 0, 1, 1);
      return [...paint.getImageData(0, 0, 1, 1).data];
    };
    const part = (c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    const behind = (node) => {
      for (let at = node; at; at = at.parentElement) {
        const color = rgb(getComputedStyle(at).backgroundColor);
        if (color[3] === 255) return color;
      }
      return rgb('white');
    };
"""
_BRIGHTNESS = f"(() => {{ {_LUMINANCE} return luminance(behind(document.body)); }})()"
_CONTRASTS = f"""(() => {{ {_LUMINANCE}
    const texts = [...document.querySelectorAll('body *')].filter((n) => n.checkVisibility()
      && !n.matches(':disabled, :disabled *, .avatar, .icon *')
      && [...n.childNodes].some((c) => c.nodeType === 3 && c.textContent.trim()));
    return texts.map((n) => {{
      const [a, b] = [luminance(rgb(getComputedStyle(n).color)), luminance(behind(n))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return {{ text: n.textContent.trim().slice(0, 40), class: n.className, ratio }};
    }});
}})()"""


def test_a_reload_keeps_the_place(visit):
    visit.act_as("Bob")
    visit.go("random")
    visit.page.reload()
    visit.page.locator("body:not(.loading)").wait_for()
    assert visit.page.locator("#people [aria-pressed=true]").inner_text().endswith("Bob")
    assert visit.page.locator("#places [aria-current]").inner_text().endswith("random")


def test_unread_messages_are_counted(visit, slack):
    slack.write("look here", user=slack.other, channel="random", wait=0)
    visit.page.get_by_label("1 unread").wait_for()
    visit.go("random")
    visit.message("look here").wait_for()
    assert visit.page.get_by_label("1 unread").count() == 0


def test_every_block_is_shown_and_no_text_is_taken_for_markup(shown):
    shown.type("/blocks ")
    message = shown.message("Every block")
    message.get_by_role("table").wait_for()
    assert gallery.TRAP in message.inner_text()
    assert message.locator("img, script").count() == 0
    assert message.locator(".code-block").inner_text() == "def f():\n    return 1"
    assert message.locator("ol li").all_inner_texts() == ["first", "second"]
    assert message.get_by_text("snake_case_name 2*3*4").count() == 1
    assert message.locator(".mention").all_inner_texts() == ["@Alice", "#general"]
    message.get_by_text("Show image from images.invalid").wait_for()


def test_typed_text_is_never_taken_for_markup(shown):
    shown.type(f"{gallery.TRAP} & <b>bold</b>")
    said = shown.page.locator("#feed .message .content").last
    assert said.inner_text() == f"{gallery.TRAP} & <b>bold</b>"


def test_elements_of_a_message_do_what_they_say(shown):
    shown.type("/blocks ")
    page = shown.page
    page.locator("[data-action=fruit]").click()
    page.get_by_role("option", name="Banana").click()
    shown.message("did fruit banana").wait_for()
    page.locator("[data-action=rest]").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    shown.message("did rest cherry").wait_for()
    page.locator("[data-action=found]").click()
    page.get_by_role("combobox", name="Search Search").fill("pe")
    page.get_by_role("option", name="pe 2").click()
    shown.message("did found pe 2").wait_for()
    page.locator("[data-action=day]").fill("2026-12-01")
    shown.message("did day 2026-12-01").wait_for()


def test_a_button_asks_for_confirmation_if_the_app_wants_it(shown):
    shown.type("/blocks ")
    shown.button("Delete").click()
    shown.button("Keep it").click()
    shown.page.locator("dialog").wait_for(state="detached")
    shown.button("Delete").click()
    shown.page.locator("dialog").get_by_text("This cannot be undone.").wait_for()
    shown.button("Delete it").click()
    shown.message("did delete").wait_for()
    clicks = [e for e in shown.slack.entries("envelope") if e.name == "interactive"]
    assert len(clicks) == 1


def test_a_modal_is_filled_in_corrected_and_submitted(shown):
    shown.type("/form")
    dialog = shown.page.locator("dialog")
    shown.button("Save").click()
    errors = dialog.locator(".input-error")
    errors.nth(1).wait_for()
    assert set(errors.all_inner_texts()) == {"Please complete this required field."}
    dialog.locator("[data-action=name]").fill("Al")
    dialog.locator("[data-action=fruit]").click()
    shown.page.get_by_role("option", name="Cherry").click()
    dialog.get_by_label("Apple").check()
    shown.button("Save").click()
    dialog.get_by_text("Too short: at least 3 letters").wait_for()
    dialog.locator("[data-action=name]").fill("Alba")
    shown.page.keyboard.press("Enter")
    dialog.wait_for(state="detached")
    shown.go("Gallery")
    shown.message("Saved Alba with cherry").wait_for()


def test_what_slack_does_not_take_is_said_at_the_field(shown):
    shown.type("/form")
    dialog = shown.page.locator("dialog")
    dialog.locator("[data-action=why]").fill("x" * 3001)
    shown.button("Save").click()
    row = dialog.locator("[data-block=why]")
    row.get_by_text("Use at most 3000 characters: these are 3001.").wait_for()
    assert dialog.locator(".input-error").count() == 3  # two are required
    shown.page.keyboard.press("Escape")
    dialog.wait_for(state="detached")


def test_a_modal_is_left_with_escape(shown):
    shown.type("/form")
    shown.page.locator("dialog").wait_for()
    shown.page.keyboard.press("Escape")
    shown.page.locator("dialog").wait_for(state="detached")
    assert shown.page.locator("#composer-input").is_visible()


def test_the_home_tab_is_published_and_clicked(shown):
    shown.go("Gallery")
    shown.page.get_by_role("tab", name="Home").click()
    shown.page.get_by_text("Only you see this.").wait_for()
    shown.button("Refresh").click()
    shown.page.get_by_text("Refreshed").wait_for()


def test_the_app_hears_which_of_its_tabs_is_opened(shown):
    shown.go("Gallery")
    shown.page.get_by_role("tab", name="Home").click()
    shown.page.get_by_role("tab", name="Messages").click()

    def tabs():
        events = [e.body["payload"].get("event", {}) for e in shown.slack.entries("envelope")]
        found = [e["tab"] for e in events if e.get("type") == "app_home_opened"]
        return found[-3:] == ["messages", "home", "messages"]

    shown.slack.wait_for(tabs)


def test_a_shortcut_of_a_message_is_used(shown):
    shown.type("remember this")
    shown.page.locator("#feed .message").hover()
    shown.button("More actions").click()
    shown.page.get_by_role("option", name="Note").click()
    shown.message("noted remember this").wait_for()


def test_only_the_pages_files_are_served_and_with_a_policy(lonely):
    with urllib.request.urlopen(lonely.url) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "<script>" not in answer.read().decode()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for name in ("../page.py", "..%2Fpage.py", "nothing.js", "%2e%2e"):
        with pytest.raises(HTTPError, match="404"):
            urllib.request.urlopen(f"{lonely.url}page/{name}")


def test_an_open_page_does_not_delay_the_servers_end(caplog):
    with ExitStack() as stack:
        with running(gallery.MANIFEST) as slack:
            address = slack.url.replace("http", "ws") + "local/events"
            stream = stack.enter_context(connect(address))
            assert json.loads(stream.recv(timeout=5))["kind"] == "state"
        with pytest.raises(ConnectionClosed):
            stream.recv(timeout=5)
    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []


def test_a_long_channel_shows_its_newest_messages(visit, slack):
    slack.do(_written(slack, 600))
    visit.message("number 599").wait_for()
    assert visit.page.locator("#feed .message").count() == 500
    visit.page.get_by_text("100 earlier messages are not shown.").wait_for(state="attached")


async def _written(slack, count):
    channel = slack.core.workspace.channel(slack.channel)
    for number in range(count):
        slack.core.workspace.post(channel, {"user": slack.other, "text": f"number {number}"})


def test_no_file_of_the_page_makes_markup_of_text_or_names_another_site():
    folder = ROOT / "local_slack" / "page"
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8")
        assert not {w for w in ("innerHTML", "outerHTML", "insertAdjacent", "eval(") if w in text}
        links = text.replace("http://www.w3.org/2000/svg", "")
        links = links.replace("https://app.slack.com/block-kit-builder#", "")
        assert "://" not in links.replace("`${scheme}//", ""), file.name
