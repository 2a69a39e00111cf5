"""What people type becomes what Slack's composer sends: mrkdwn text and rich text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_slack.people.composer import compose
from local_slack.people.rich_text_as_mrkdwn import as_mrkdwn
from local_slack.workspace.channels import Channel, User, UserGroup
from local_slack.workspace.journal import Journal
from local_slack.workspace.state import Workspace
from tests.local_slack import payload_files

BOT, ANN, CHANNEL, GROUP = "U07STANCEBK", "U07DESKHEAD", "C07ARCHIVES", "S07KOREADSK"
TYPED_NAMES = {
    f"<@{BOT}>": "@stancebook",
    f"<@{ANN}>": "@ann.park",
    f"<#{CHANNEL}>": "#archives",
    f"<!subteam^{GROUP}>": "@korea-desk",
    "<!here>": "@here",
    "<!channel>": "@channel",
}
# Written by buttons, pasted, or with formatting off: marks cannot say it.
BY_BUTTONS = {
    "mention-bold-italic": "a nested mark that is closed before a space",
    "mention-bold-word": "the space inside the mark",
    "mention-date": "pasted from an app's post",
    "mention-strike": "half a word",
    "mention-underline": "no mark at all",
}
NOT_COMPOSED = {
    "mention-by-workflow": "a workflow puts it together",
    "mention-channel-empty-name": "an older form",
    "mention-channel-named": "an older form",
    "mention-no-blocks": "posted by a script",
    "mention-quote-unescaped": "derived by Slack itself",
    "mention-user-labelled": "an older form",
    "mention-usergroup-labelled": "an older form",
}


@pytest.fixture(scope="module")
def workspace():
    made = Workspace(Journal(), "Stancebook")
    made.users = {
        BOT: User(BOT, "stancebook", "Stancebook", is_bot=True),
        ANN: User(ANN, "ann.park", "Ann Park"),
    }
    made.channels = {CHANNEL: Channel(CHANNEL, "archives")}
    made.usergroups = {GROUP: UserGroup(GROUP, "korea-desk")}
    made.custom_emoji.add("newsdesk")
    return made


def parts(composed):
    return composed.blocks[0]["elements"]


def words(composed):
    """Return what a reader sees, without marks of lists."""
    return "\n".join(map(_words, parts(composed)))


def _words(part):
    shown = ("text", "url", "name", "value", "range")
    if part["type"] == "rich_text_list":
        return "\n".join(map(_words, part["elements"]))
    return "".join(next(r[k] for k in shown if k in r) for r in part["elements"])


# what Slack recorded


def typed(text):
    """Return what somebody types to send this mrkdwn."""
    for reference, name in TYPED_NAMES.items():
        text = text.replace(reference, name)
    text = re.sub(r"<(?:http://|mailto:)(?P<same>[^|>]+)\|(?P=same)>", r"\g<same>", text)
    text = re.sub(r"<([^|>]+)\|([^>]+)>", r"[\2](\1)", text)
    text = re.sub(r"<(https?:[^>]+)>", r"\1", text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def as_sent(name):
    event = payload_files.event(name)
    blocks = [{k: v for k, v in b.items() if k != "block_id"} for b in event["blocks"]]
    return event["text"], blocks


@pytest.mark.parametrize(
    "name", sorted({*payload_files.names("mention-")} - {*NOT_COMPOSED}) or [""]
)
def test_a_recorded_message_is_written_again_as_it_was(workspace, name):
    text, blocks = as_sent(name)
    source = blocks[0]["elements"] if name in BY_BUTTONS else typed(text)
    again = compose(workspace, source, formatting=name != "mention-literal-marks")
    assert again.text == text
    assert again.blocks == blocks


# what marks do


def test_marks_need_the_edges_of_words(workspace):
    for literal in ("2*3*4", "snake_case_name", "* a *", "a ~ b ~ c", "**", "_open", "*a\nb*"):
        composed = compose(workspace, f"so {literal}")
        assert words(composed) == f"so {literal}"
        assert not any("style" in r for r in parts(composed)[0]["elements"])


def test_styles_nest_and_code_takes_everything_literally(workspace):
    composed = compose(workspace, "*bold _both_* `*code* @ann.park`")
    assert composed.text == "*bold _both_* `*code* @ann.park`"
    assert [r.get("style") for r in parts(composed)[0]["elements"]] == [
        {"bold": True},
        {"bold": True, "italic": True},
        None,
        {"code": True},
    ]


def test_marks_stay_as_typed_with_formatting_off(workspace):
    typed_ = "*a* _b_ `c`\n> d\n- e\n```f```"
    composed = compose(workspace, typed_, formatting=False)
    assert composed.text == typed_.replace(">", "&gt;")
    assert parts(composed) == [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": typed_}]}
    ]


def test_text_ends_with_a_newline_before_a_list_a_quote_or_a_fence(workspace):
    for block in ("- a", "> a", "```a```"):
        first = parts(compose(workspace, f"words\n{block}\nmore"))[0]["elements"]
        assert first == [{"type": "text", "text": "words\n"}]
        assert compose(workspace, f"words\n{block}\nmore").text.endswith("\nmore")


def test_lists_nest_as_siblings_and_go_on_counting(workspace):
    composed = compose(workspace, "1. a\n    - b\n        - c\n2. d\n- e\n1. f")
    assert [(p["style"], p["indent"], p.get("offset")) for p in parts(composed)] == [
        ("ordered", 0, None),
        ("bullet", 1, None),
        ("bullet", 2, None),
        ("ordered", 0, 1),
        ("bullet", 0, None),
        ("ordered", 0, None),
    ]
    assert composed.text == "1. a\n    ◦ b\n        ▪︎ c\n2. d\n• e\n1. f"


def test_a_sentence_that_begins_with_a_year_is_not_a_list(workspace):
    assert parts(compose(workspace, "2018. That was the year"))[0]["type"] == "rich_text_section"


@pytest.mark.parametrize(
    ("source", "element"),
    [
        ("@ann.park.", {"type": "user", "user_id": ANN}),
        ("@Ann Park said", {"type": "user", "user_id": ANN}),
        ("(#archives)", {"type": "channel", "channel_id": CHANNEL}),
        ("@everyone", {"type": "broadcast", "range": "everyone"}),
        ("#1264A3", {"type": "color", "value": "#1264A3"}),
        (":newsdesk:", {"type": "emoji", "name": "newsdesk"}),
        ("🎉", {"type": "emoji", "name": "tada", "unicode": "1f389"}),
        ("👍🏽", {"type": "emoji", "name": "+1", "unicode": "1f44d-1f3fd", "skin_tone": 4}),
        (":flag-jp:", {"type": "emoji", "name": "flag-jp", "unicode": "1f1ef-1f1f5"}),
        ("(https://a.example/b_(c))", {"type": "link", "url": "https://a.example/b_(c)"}),
        ("https://a.example/x.", {"type": "link", "url": "https://a.example/x"}),
        (
            "a.example/x?y=1",
            {"type": "link", "url": "http://a.example/x?y=1", "text": "a.example/x?y=1"},
        ),
        ("a@b.example", {"type": "link", "url": "mailto:a@b.example", "text": "a@b.example"}),
        ("[so](https://a.example)", {"type": "link", "url": "https://a.example", "text": "so"}),
    ],
)
def test_names_addresses_and_emoji_become_elements(workspace, source, element):
    assert element in parts(compose(workspace, source))[0]["elements"]


@pytest.mark.parametrize(
    "source",
    [
        "@nobody",
        "#nowhere",
        ":nothing:",
        "10:30:45",
        "e.g. this",
        "U.S. aid",
        "a@b",
        "ann@ann",
        "<@U07DESKHEAD>",
    ],
)
def test_what_means_nothing_stays_text(workspace, source):
    runs = parts(compose(workspace, source))[0]["elements"]
    assert [r["type"] for r in runs if r["type"] != "link"] == ["text"]
    assert words(compose(workspace, source)) == source


# any text

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)
MARKED = st.text(st.sampled_from("ab *_~`\n>-1.•[](:@#)é“"), max_size=60)
STYLED = st.builds(
    lambda text, style: {"type": "text", "text": text, **({"style": style} if style else {})},
    st.text("abc", min_size=1, max_size=5),
    st.dictionaries(st.sampled_from(["bold", "italic", "strike"]), st.just(True)),
)


@given(TEXT)
def test_any_text_comes_back_with_formatting_off(workspace, text):
    text = "".join(c for c in text if (c.isascii() and c not in ":@#./") or c.isalpha()).strip()
    composed = compose(workspace, text, formatting=False)
    unescaped = composed.text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert unescaped == text
    assert not text or words(composed) == text


@given(TEXT | MARKED)
def test_no_letter_is_lost_whatever_the_marks(workspace, text):
    composed = compose(workspace, text)
    kept = "".join(c for c in words(composed) if c.isalpha()) if composed.blocks else ""
    lost = [c for c in text if c.isalpha()]
    # The letter of a list's item is a mark, and an emoji becomes its name.
    if not re.search(r"^\s*[a-z]{1,3}\. ", text, re.MULTILINE) and not re.search(
        r"[^\w\s]\uFE0F|[☀-➿🀀-🫿]", text
    ):
        assert kept == "".join(lost)


@given(st.lists(STYLED, min_size=1, max_size=6))
def test_styled_words_are_typed_as_the_text_says(workspace, runs):
    spaced = []
    for number, run in enumerate(runs):
        spaced += [run] if not number else [{"type": "text", "text": " "}, run]
    section = [{"type": "rich_text_section", "elements": spaced}]
    assert as_mrkdwn(parts(compose(workspace, as_mrkdwn(section)))) == as_mrkdwn(section)
