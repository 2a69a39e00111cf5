"""One quotation in every shape that Slack gives it: the verdict is that of the plain words."""

from __future__ import annotations

import pytest
from slack_bolt import BoltRequest

from bot.answers.reply import STEPS
from bot.slack.listeners import message_checks
from knowledge.text.work_budget import spend
from tests.bot.recording_slack import recording
from tests.bot.slack_requests import CHANNEL, USER, app_of, asked, send
from tests.bot.slack_text.composer import Paragraph, Typed, compose, emoji, link, section, user

BAN = "This is not the time to ease the ferry ban"
QUOTE = f"“{BAN}”"
BOT, COLLEAGUE = "U0APPBOT0", "U0COLLEAGUE"
BEFORE, WORD, AFTER = "“This is ", "not", " the time to ease the ferry ban”"


def typed(text, *styles):
    return Typed(text, frozenset(styles))


def line(*runs):
    return (Paragraph("section", (typed("check: "), *runs)),)


def styled(*styles):
    return line(typed(BEFORE), typed(WORD, *styles), typed(AFTER))


def set_apart(kind, words=BAN):
    return (section("check this"), Paragraph(kind, (typed(words),)))


NEWS = "https://courier.example/brandt-marrow"
FIRE, FLAG = emoji("fire", "1f525", "🔥"), emoji("flag-jp", "1f1ef-1f1f5", "🇯🇵")
SHAPES = {
    "plain": line(typed(QUOTE)),
    "bold": line(typed(QUOTE, "bold")),
    "bold inside the marks": line(typed("“"), typed(BAN, "bold"), typed("”")),
    "bold word": styled("bold"),
    "bold word with its space": line(typed(BEFORE), typed("not ", "bold"), typed(AFTER[1:])),
    "italic": line(typed(QUOTE, "italic")),
    "italic word": styled("italic"),
    "strike": line(typed(QUOTE, "strike")),
    "strike word": styled("strike"),
    "underline": styled("underline"),
    "bold and italic": line(typed(BEFORE, "bold"), typed(WORD, "bold", "italic"), typed(AFTER)),
    "code": line(typed(QUOTE, "code")),
    "code word": styled("code"),
    "fence": set_apart("preformatted", QUOTE),
    "fence without marks": set_apart("preformatted"),
    "block quote": set_apart("quote", QUOTE),
    "block quote without marks": set_apart("quote"),
    "block quote of two lines": set_apart("quote", BAN.replace(" to ", "\nto ")),
    "list": (section("check"), Paragraph("list", (typed(QUOTE),))),
    "link inside": line(typed(BEFORE), link(NEWS, WORD), typed(AFTER)),
    "link around": line(link(NEWS, QUOTE)),
    "address inside": line(typed(f"“{BAN} "), link(NEWS), typed("”")),
    "address beside": line(typed(f"{QUOTE} "), link(NEWS)),
    "mail beside": line(link("mailto:d@marrow.example", "d@marrow.example"), typed(f" {QUOTE}")),
    "emoji before": line(FLAG, typed(f" {QUOTE}")),
    "emoji after": line(typed(QUOTE), FIRE),
    "emoji inside": line(typed(BEFORE), FIRE, typed(f" {WORD}{AFTER}")),
    "zero-width space inside": line(typed(QUOTE.replace("ferry", "fer\u200bry"))),
    "zero-width spaces around": line(typed(f"\u200b“\u200b{BAN}\ufeff”\u2060")),
    "stars typed by hand": line(typed(f"“{BEFORE[1:]}*{WORD}*{AFTER}")),
    "a colleague beside": line(user(COLLEAGUE, "Ilka"), typed(f" {QUOTE}")),
}  # fmt: skip
WAYS = ["mention", "direct message", "direct message without blocks", "shortcut", "command"]


@pytest.fixture(scope="module")
def slack():
    with recording() as server:
        yield server


@pytest.fixture(scope="module")
def app(kb, slack):
    return app_of(kb, slack_api_url=slack.api_url)


@pytest.fixture
def told(app, slack):
    """What is told to whoever asks about a message."""

    def ask(way, message, **fields):
        slack.requests.clear()
        if way == "command":
            typed_there = message["text"].removeprefix("check: ").removeprefix("check this\n")
            return asked(app, "/check", typed_there)["text"]
        assert send(app, request(way, message | fields, slack))[0] == 200
        (post,) = slack.posts
        return post["text"]

    return ask


def request(way, message, slack):
    request.count += 1
    where = {"user": USER, "channel": CHANNEL, "ts": f"{request.count}.2"}
    if way == "shortcut":
        return {
            "type": "message_action", "callback_id": "check_quote", "user": {"id": USER},
            "team": {"id": "T1"}, "channel": {"id": CHANNEL}, "trigger_id": f"{request.count}.3",
            "response_url": slack.response_url, "message": {**where, **message},
        }  # fmt: skip
    if way == "direct message without blocks":
        message = {key: value for key, value in message.items() if key != "blocks"}
    is_mention = way == "mention"
    kind = {"type": "app_mention"} if is_mention else {"type": "message", "channel_type": "im"}
    return {
        "type": "event_callback", "event_id": f"Ev{request.count}", "team_id": "T1",
        "api_app_id": "A1", "event": {**where, **message, **kind},
        "authorizations": [{"team_id": "T1", "user_id": BOT, "is_bot": True}],
    }  # fmt: skip


request.count = 0


def verdict(text):
    """The line of an answer that says how the words compare."""
    return next(found for found in text.split("\n") if "Valley Post" in found)


# The composer leaves the space inside the marks; who types marks after a command does not.
CASES = [
    (shape, way)
    for shape in SHAPES
    for way in WAYS
    if (shape, way) != ("bold word with its space", "command")
]


@pytest.mark.parametrize(("shape", "way"), CASES)
def test_the_shape_of_a_quotation_does_not_change_its_verdict(told, shape, way):
    paragraphs = SHAPES[shape]
    if way == "mention":
        first = Paragraph("section", (user(BOT, "Stancebook"), typed(" "), *paragraphs[0].runs))
        paragraphs = (first, *paragraphs[1:])
    answered = told(way, compose(*paragraphs))
    assert verdict(answered) == verdict(told("direct message", compose(*SHAPES["plain"])))
    assert "Careful" not in answered
    assert "differs" not in answered


@pytest.mark.parametrize(
    "words",
    [
        "{} said Jonas Vehl — ok to print?",
        "{} said Jonas Vehl. Can I run this?",
        "Can we attribute {} to Jonas Vehl?",
        "I have {} from Jonas Vehl in my copy. ok?",
        "{} (Jonas Vehl, 2024). Good to go?",
        "Draft: Jonas Vehl said {}",
        "Draft para, graf 4:\nJonas Vehl said {}",
        "Jonas Vehl said {} Thanks!",
        "FYI\nJonas Vehl: {}",
        "Jonas Vehl told us {}, fine to publish?",
        "Jonas Vehl, answering Orin Dask, said {}",
    ],
)
@pytest.mark.parametrize("way", ["mention", "direct message", "shortcut"])
def test_a_quotation_beside_the_words_of_a_newsroom_is_checked(told, way, words):
    answered = told(way, {"text": words.format(QUOTE)})
    assert verdict(answered).startswith("Exact, but not Jonas Vehl’s: Valley Post")


@pytest.mark.parametrize(
    "words",
    [
        "Fact check my lede:\nJonas Vehl: {}",
        "Please check before deadline:\n1. Jonas Vehl: {}",
        "check {} [1] (Jonas Vehl)",
        "check: Jonas Vehl {} [12]",
    ],
)
def test_introductions_and_numbers_are_no_part_of_a_name(told, words):
    answered = told("direct message", {"text": words.format(QUOTE)})
    assert verdict(answered).startswith("Exact, but not Jonas Vehl’s: Valley Post")
    assert "not a name on record" not in answered


def test_the_number_of_a_note_is_no_name(told):
    answered = told("direct message", {"text": f"check {QUOTE} [1]"})
    assert verdict(answered).startswith("Exact: Valley Post")


@pytest.mark.parametrize("title", ["Vehl", "Special envoy of South Tarsk", "Tarsk Radio"])
def test_the_label_of_a_headline_says_whose_its_words_are(told, title):
    preview = {"from_url": "https://courier.example/x", "title": f"{title}: {BAN}", "text": ""}
    answered = told("shortcut", {"text": "see", "attachments": [preview]})
    assert ", but not " in verdict(answered)
    assert f"“{BAN}”" in answered


@pytest.mark.parametrize(
    "words",
    [
        "where does Velmora stand\non the ferry ban?",
        "where\n\ndoes Velmora\n\nstand on\n\nthe ferry ban",
        "where does Velmora stand on\nthe ferry ban?",
    ],
)
def test_a_question_goes_on_in_the_next_line(told, words):
    assert "Velmora · Ferry ban" in told("direct message", {"text": words})


@pytest.mark.parametrize(
    "words",
    [
        "{} Who’s this?",
        "who’s {}?",
        "Whose words are {}?",
        "Please have a look: {}",
        "In my copy: {}",
        "Can we print {}?",
        "where does {} come from",
    ],
)
def test_nobody_within_a_quotation_is_asked_about(told, words):
    answered = told("direct message", {"text": words.format(QUOTE)})
    assert verdict(answered).startswith("Exact: Valley Post")


def test_what_is_asked_of_somebody_beside_a_quotation_is_answered(told):
    for typed_there in (
        "where does Velmora stand on the ferry ban, as in {}?",
        "what is Velmora’s position on the ferry ban, {}?",
    ):
        answered = told("direct message", {"text": typed_there.format(QUOTE)})
        assert "Velmora · Ferry ban" in answered


@pytest.mark.parametrize("way", [way for way in WAYS if way != "shortcut"])
@pytest.mark.parametrize(
    "runs",
    [
        (typed("check Jonas Vehl "), typed(BAN, "code")),
        (typed("did Jonas Vehl say "), typed(BAN, "code"), typed("?")),
        (typed("verify "), typed(BAN, "code"), typed(" by Vehl")),
    ],
)
def test_words_in_code_are_a_quotation_where_a_check_is_asked_for(told, way, runs):
    answered = told(way, compose(Paragraph("section", runs)))
    assert verdict(answered).startswith("Exact, but not Jonas Vehl’s: Valley Post")


def test_a_single_word_in_code_beside_others_is_a_quotation_too(told):
    runs = (typed("check "), typed(BAN, "code"), typed(" and "), typed("premature", "code"))
    answered = told("direct message", compose(Paragraph("section", runs)))
    assert answered.count("Exact: Valley Post prints these words") == 2


def test_a_question_with_words_in_code_is_answered(told):
    runs = (typed("where does "), typed("Velmora stand", "code"), typed(" on the ferry ban?"))
    answered = told("direct message", compose(Paragraph("section", runs)))
    assert "Velmora · Ferry ban" in answered


def test_what_had_no_marks_is_said(told):
    answered = told("mention", compose(*SHAPES["block quote without marks"]))
    assert answered.startswith("There are no quotation marks, so I checked the words of the block")
    marked = told("mention", compose(*SHAPES["block quote"]))
    assert "no quotation marks" not in marked


@pytest.mark.parametrize(
    "words", [f"Dask: {BAN}", f"{BAN}\n— Orin Dask", f"{BAN}\n- Dask, minister"]
)
@pytest.mark.parametrize("kind", ["quote", "forward"])
def test_whose_words_they_are_said_to_be_is_read_apart_from_them(told, words, kind):
    sent = compose(*set_apart("quote", words)) if kind == "quote" else forward(words)
    assert "Exact: Valley Post prints these words" in told("direct message", sent)


def test_words_set_apart_that_are_said_to_be_anothers_are_not_theirs(told):
    sent = compose(*set_apart("quote", f"{BAN}\n— Jonas Vehl"))
    assert "Exact, but not Jonas Vehl’s" in told("direct message", sent)


def forward(text, **fields):
    return {"attachments": [{"is_share": True, "is_msg_unfurl": True, "text": text, **fields}]}


@pytest.mark.parametrize("way", ["direct message", "shortcut"])
@pytest.mark.parametrize("words", [BAN, QUOTE, f"Orin Dask told reporters: {QUOTE}"])
def test_a_forwarded_message_is_checked(told, way, words):
    answered = told(way, {"text": "", **forward(words)})
    assert "Exact" in answered or "prints these words" in answered
    assert ("the words of the forwarded message" in answered) == (words == BAN)


SPRING = "a late spring for the whole of Velmora"


def listed(head, *items):
    return compose(section(head), *(Paragraph("list", (typed(item),)) for item in items))


@pytest.mark.parametrize("way", ["direct message", "direct message without blocks"])
@pytest.mark.parametrize(
    "message",
    [
        listed("check these", BAN, SPRING),
        listed("please check", f"Orin Dask: {BAN}", f"{SPRING} – Tarsk Radio"),
        {"text": f"check these quotes:\n{BAN}\n- {SPRING}"},
        {"text": f"can you verify the following\n1) {BAN}\n\n2) {SPRING}"},
    ],
)
def test_a_list_without_marks_is_checked_item_by_item(told, way, message):
    answered = told(way, message)
    assert answered.startswith("There are no quotation marks, so I checked the words of the list.")
    assert verdict(answered).startswith("Exact: Valley Post")
    assert f"“{SPRING}”" in answered


def test_each_item_of_a_list_is_held_against_its_own_name(told):
    said = listed("check these", f"Jonas Vehl: {BAN}", f"{BAN} – Orin Dask", f"{BAN} (Tarsk Radio)")
    answered = told("direct message", said)
    verdicts = [
        found.partition(":")[0] for found in answered.split("\n") if " prints these " in found
    ]
    assert verdicts == ["Exact, but not Jonas Vehl’s", "Exact", "Exact, but not Tarsk Radio’s"]


def test_a_list_is_checked_by_the_shortcut(told):
    answered = told("shortcut", listed("from the briefing", BAN, SPRING, "tea"))
    assert verdict(answered).startswith("Exact")
    assert "Not read: “tea”." in answered


def test_a_list_of_questions_is_not_checked(told):
    answered = told("direct message", listed("who said anything about", "the ban", "the treaty"))
    assert "no quotation marks" not in answered


def test_the_row_of_a_table_says_whose_its_words_are(told):
    rows = [
        [{"type": "raw_text", "text": t} for t in row]
        for row in [("Who", "What"), ("Vehl", BAN), ("Orin Dask", BAN)]
    ]
    table = {"attachments": [{"blocks": [{"type": "table", "rows": rows}]}]}
    answered = told("direct message", {"text": "check this", **table})
    verdicts = [
        found.partition(":")[0] for found in answered.split("\n") if " prints these " in found
    ]
    assert verdicts == ["Exact, but not Jonas Vehl’s", "Exact"]


def inner(text, *nested):
    rich = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    blocks = [{"type": "rich_text", "elements": [rich]}] if text else []
    return [{"message": {"blocks": blocks, "attachments": list(nested)}}]


@pytest.mark.parametrize("comment", ["", "see this"])
@pytest.mark.parametrize("words", [BAN, QUOTE])
def test_a_forward_of_a_forward_is_checked(told, comment, words):
    (deepest,) = forward("", message_blocks=inner(words))["attachments"]
    for fields in ({"message_blocks": inner(comment, deepest)}, {"attachments": [deepest]}):
        answered = told("direct message", {"text": "", **forward("", **fields)})
        assert verdict(answered).startswith("Exact")
        assert "see this" not in answered


@pytest.mark.parametrize("words", [BAN, QUOTE])
@pytest.mark.parametrize("more", [{"preview_is_truncated": True}, {"lines_more": 3}, {}])
def test_a_file_of_which_only_the_beginning_is_shown_is_said_to_be_cut(told, words, more):
    sent = {"text": "check the file", "files": [{"title": "a.txt", "preview": words, **more}]}
    answered = told("direct message", sent)
    assert verdict(answered).startswith("Exact")
    assert ("only the beginning of the file" in answered) == bool(more)


@pytest.mark.parametrize(
    "message",
    [
        {"text": "New", "bot_id": "B1", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": f"*Wire:*\n{BAN}"}}]},
        {"bot_id": "B1", "subtype": "bot_message", "attachments": [{"title": "Wire", "text": BAN}]},
        {"text": "see <https://courier.example/x>", "attachments": [{"from_url": "https://courier.example/x", "title": "Courier", "text": QUOTE}]},
        {"text": "", "attachments": [{"blocks": [{"type": "table", "rows": [[{"type": "raw_text", "text": "Dask"}, {"type": "raw_text", "text": BAN}]]}]}]},
        {"text": "", "files": [{"title": "quote.txt", "preview": BAN}]},
    ],
    ids=["an app's blocks", "an app's attachment", "a preview", "a table", "a file"],
)  # fmt: skip
def test_the_shortcut_finds_the_words_wherever_the_message_has_them(told, message):
    assert verdict(told("shortcut", message)).startswith("Exact")


def test_a_message_that_takes_too_much_work_to_read_is_told_so(told, monkeypatch):
    monkeypatch.setattr(message_checks, "find_speaker", lambda *_: spend(STEPS + 1))
    for way in ("direct message", "shortcut"):
        answered = told(way, compose(*set_apart("quote")))
        assert "too much to read at once" in answered


def test_words_beside_a_quotation_that_ask_something_else_are_answered(told):
    beside = Paragraph("quote", (typed("The ferry is late again."),))
    answered = told(
        "mention", compose(section("where does Velmora stand on the ferry ban?"), beside)
    )
    assert answered.startswith("I did not read the block quote: ask me to check it.")
    assert "Velmora · Ferry ban: " in answered


@pytest.mark.parametrize("kind", ["quote", "preformatted"])
def test_a_question_that_is_set_apart_is_answered_and_said_to_be_read_as_one(told, kind):
    words = "where does Velmora stand on the ferry ban?"
    answered = told("direct message", compose(Paragraph(kind, (typed(words),))))
    assert answered.startswith("I read the ")
    assert "Velmora · Ferry ban" in answered
    checked = told("direct message", compose(*set_apart(kind, words)))
    assert f"You checked “{words}”" in checked


@pytest.mark.parametrize("kind", ["quote", "preformatted"])
@pytest.mark.parametrize("words", [BAN, BAN.replace("not ", "")])
def test_a_sentence_that_is_set_apart_is_checked(told, kind, words):
    answered = told("direct message", compose(Paragraph(kind, (typed(words),))))
    assert "so I checked the words of the" in answered


def test_a_shortcut_in_a_thread_is_answered_in_the_thread(told, slack):
    told("shortcut", {"text": QUOTE}, thread_ts="1700000000.000100")
    assert slack.posts[0]["thread_ts"] == "1700000000.000100"
    told("shortcut", {"text": QUOTE})
    assert slack.posts[0].get("thread_ts") is None


def test_the_shortcut_does_not_check_an_answer_of_the_bot_itself(told):
    own = {"text": QUOTE, "bot_id": "BBOT", "user": "UBOT"}
    assert told("shortcut", own).startswith("This is an answer of mine")
    assert verdict(told("shortcut", own | {"bot_id": "B1", "user": COLLEAGUE}))


@pytest.mark.parametrize(
    "event",
    [
        {"subtype": "message_changed", "message": {"text": QUOTE, "attachments": [{"from_url": "u"}]}},
        {"subtype": "message_changed", "message": {"text": QUOTE, "edited": {"ts": "2"}}},
        {"subtype": "bot_message", "bot_id": "B1", "text": QUOTE},
        {"subtype": "channel_join", "text": f"<@{COLLEAGUE}> has joined the channel"},
        {"subtype": "message_deleted", "previous_message": []},
        {"bot_id": "B1", "user": "U2", "text": QUOTE},
    ],
)  # fmt: skip
def test_nobody_is_answered_for_what_no_person_wrote_now(app, slack, event):
    slack.requests.clear()
    assert (
        app.dispatch(
            BoltRequest(body=request("direct message", event, slack), mode="socket_mode")
        ).status
        == 200
    )
    assert slack.posts == []


def test_names_of_channels_and_flags_are_not_names_of_states(told):
    asked_in = compose(
        Paragraph("section", (
            typed("in "),
            Typed("#velmora-desk", element={"type": "channel", "channel_id": "C0V"}, markup="<#C0V|velmora-desk>"),
            typed(" who is Orin Dask?"),
        ))
    )  # fmt: skip
    for way in ("direct message", "direct message without blocks"):
        answered = told(way, asked_in)
        assert answered.startswith("Orin Dask")
        assert "C0V" not in answered
