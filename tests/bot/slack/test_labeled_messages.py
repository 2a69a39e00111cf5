"""Whose words a message's quotations are, told by how it is laid out: in apps' posts and people's."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References

TODAY = date(2026, 1, 1)
NOBODY = References()
BAN = "This is not the time to ease the ferry ban"
KEPT = "We will keep the ban until the last fisherman is home."


@pytest.fixture
def told(kb):
    """What is told of each quotation: the line of its verdict, and names that are not on record."""

    def tell(message, way="shortcut"):
        message = {"text": message} if isinstance(message, str) else message
        if way == "shortcut":
            asked = find_quoted(kb, decode_shortcut(message, NOBODY))
        else:
            asked = read_question(kb, decode_message(message), lambda text: choose(kb, text, TODAY))
        answer = reply_to(kb, asked.meant, TODAY)
        assert answer.answer.command == "check"
        return [summary(check) for check in answer.answer.checks]

    return tell


def summary(check):
    """The quotation's first words, to whom it is given, and whether it is theirs."""
    who = check.speaker.name if check.speaker else ", ".join(check.unknown_names) or None
    return " ".join(check.asked.split()[:3]), who, check.theirs


def app(*blocks, **fields):
    return {"bot_id": "B1", "subtype": "bot_message", "text": "", "blocks": list(blocks), **fields}


def mrkdwn(text):
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def header(text):
    return {"type": "header", "text": {"type": "plain_text", "text": text}}


def fields(*texts):
    return {"type": "section", "fields": [{"type": "mrkdwn", "text": text} for text in texts]}


def rich(*elements):
    return {"type": "rich_text", "elements": list(elements)}


def run(kind, text, **style):
    return {
        "type": f"rich_text_{kind}",
        "elements": [{"type": "text", "text": text, "style": style}],
    }


def table(*rows):
    cells = [[{"type": "raw_text", "text": text} for text in row] for row in rows]
    return {"type": "table", "rows": cells}


def attached(**fields):
    return app(attachments=[{"fallback": "f", **fields}])


VEHLS = [
    app(rich(run("section", "Jonas Vehl said:\n"), run("quote", BAN))),
    app(rich(run("section", "Vehl\n", bold=True), run("quote", BAN))),
    app(mrkdwn(f"*Jonas Vehl* told reporters:\n&gt; {BAN}")),
    app(mrkdwn(f"{BAN}\n— Jonas Vehl")),
    app(mrkdwn(f"{BAN}\n_Jonas Vehl, the special envoy_")),
    app(mrkdwn(f"Jonas Vehl: {BAN}")),
    app(header("Jonas Vehl"), mrkdwn(f"&gt; {BAN}")),
    app(header("Jonas Vehl"), mrkdwn(f"“{BAN}”")),
    app(header("Morning file"), mrkdwn("*Jonas Vehl*"), mrkdwn(BAN)),
    app(fields("*Speaker*\nJonas Vehl", f"*Quote*\n{BAN}")),
    app(fields(f"*Words:*\n{BAN}", "*Said by:*\nJonas Vehl, the special envoy", "*Outlet*\nTarsk Radio")),
    app(text=f"*Submitted by*\nMina\n*Quote*\n{BAN}\n*Who*\nJonas Vehl\n*Deadline*\n6 pm"),
    app(text=f"Speaker: Jonas Vehl\nDate: 2 May\nQuote: “{BAN}”"),
    app(text=f"*Who gave it to us?*\nJonas Vehl, envoy\n*What are the exact words?*\n{BAN}\n*Desk*\nharbor"),
    app(text=f"*Speaker:* Jonas Vehl\n*Quote:* {BAN}\n*Anything else?* No"),
    app(text=f"*Who said it?* Jonas Vehl\n*What exactly?* {BAN}\n*Are you sure?* Not quite"),
    app(text=f"Speaker: Jonas Vehl | Quote: {BAN} | Source: Tarsk Radio | Checked: no"),
    app(text=f"Speaker: Jonas Vehl; Quote: {BAN}; Outlet: Tarsk Radio"),
    app(text=f":memo: *Speaker:* Jonas Vehl  •  *Quote:* {BAN}"),
    app(text=f"Quote: “{BAN}” · Said by: Jonas Vehl · Page: 3"),
    app(table(("Speaker", "Jonas Vehl"), ("Quote", BAN), ("Paper", "Harbor Gazette"))),
    app(mrkdwn(f"*From Jonas Vehl’s speech:*\n“{BAN}”")),
    app(fields("*Source*\nJonas Vehl", f"*Quote*\n{BAN}")),
    app(fields("*Author*\nVehl", f"*Quote*\n“{BAN}”")),
    app(fields("*From*\nJonas Vehl", f"*Message*\n{BAN}")),
    app(fields("*Source*\nTarsk Radio", f"*Text*\n{BAN}", "*Who*\nJonas Vehl")),
    app(text=f"Source: Jonas Vehl\nQuote: “{BAN}”"),
    attached(author_name="Jonas Vehl", text=f"“{BAN}”"),
    attached(author_name="Jonas Vehl", text=BAN),
    attached(pretext="New in the file", title="Jonas Vehl", text=BAN),
    attached(title="Quote to verify", fields=[{"title": "Speaker", "value": "Vehl"}, {"title": "Quote", "value": BAN}]),
    attached(title="Who said this?", fields=[{"title": "Words", "value": BAN}, {"title": "Speaker", "value": "Vehl"}]),
    app(header("Quote check"), fields("*Who*\nJonas Vehl", f"*Text*\n{BAN}")),
    attached(text="From the wire", fields=[{"title": "Quotation", "value": BAN}, {"title": "Name", "value": "Vehl"}]),
]  # fmt: skip


@pytest.mark.parametrize("message", VEHLS)
def test_the_post_of_an_app_says_by_its_layout_who_is_said_to_speak(told, message):
    assert told(message) == [("This is not", "Jonas Vehl", False)]


@pytest.mark.parametrize(
    "message",
    [
        app(fields("*Speaker*\nOtto Brenk", f"*Quote*\n{BAN}")),
        app(header("Otto Brenk"), mrkdwn(f"&gt; {BAN}")),
        attached(author_name="Otto Brenk", text=BAN),
        attached(title="New quote", fields=[{"title": "Speaker", "value": "Otto Brenk"}, {"title": "Quote", "value": BAN}]),
        app(table(("Who", "Line"), ("Otto Brenk", BAN))),
        app(table(("Otto Brenk", BAN, "Tarsk Radio"))),
    ],
)  # fmt: skip
def test_a_label_that_is_a_stranger_is_not_dropped(told, message):
    assert told(message) == [("This is not", "Otto Brenk", None)]


def test_a_form_left_empty_takes_no_words_of_the_next(told):
    second = f"*Quote*\n*Speaker*\nJonas Vehl\n*Quote*\n{BAN}\n*Speaker*\nOrin Dask"
    assert told(app(text=second)) == [("This is not", "Orin Dask", True)]


def test_a_source_that_is_an_outlet_is_no_speaker(told):
    message = app(fields("*Source*\nTarsk Radio", f"*Quote*\n{BAN}"))
    assert told(message) == [("This is not", None, None)]


@pytest.mark.parametrize("title", ["Quote of the day", "Morning file", "Harbor desk"])
def test_a_heading_that_names_nobody_is_no_speaker(told, title):
    assert told(app(header(title), mrkdwn(f"&gt; {BAN}"))) == [("This is not", None, None)]


def test_one_attachment_says_nothing_of_the_next(told):
    message = app(
        attachments=[{"author_name": "Jonas Vehl", "text": f"“{BAN}”"}, {"text": f"“{KEPT}”"}]
    )
    assert told(message) == [("This is not", "Jonas Vehl", False), ("We will keep", None, None)]


TABLES = [
    (("Quote", "Who", "Outlet"), ("“{words}”", "{who}", "Tarsk Radio")),
    (("Date", "Speaker", "Quote"), ("Feb 26", "{who}", "“{words}”")),
    (("#", "Words", "Said by", "Published", "Status"), ("1.", "{words}", "{who}", "Valley Post", "ok")),
    (("Outlet", "Page", "Person", "Wording"), ("Harbor Gazette", "3", "{who}", "{words}")),
    (None, ("Valley Post", "{who}", "{words}")),
    (None, ("{words}", "{who}", "Tarsk Radio")),
    (None, ("2 May", "{who}", "“{words}”")),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "row"), TABLES)
@pytest.mark.parametrize("place", ["blocks", "attachment", "forward", "markdown"])
def test_a_row_is_held_against_the_speaker_of_its_own(told, heads, row, place):
    said = [("Jonas Vehl", BAN), ("Orin Dask", KEPT), ("Ilse Marrow", BAN)]
    rows = [tuple(cell.format(who=who, words=words) for cell in row) for who, words in said]
    rows = [heads, *rows] if heads else rows
    assert told(placed(rows, place)) == [
        ("This is not", "Jonas Vehl", False),
        ("We will keep", "Orin Dask", True),
        ("This is not", "Ilse Marrow", False),
    ]


def placed(rows, place):
    if place == "markdown":
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return app({"type": "markdown", "text": "\n".join(lines)})
    if place == "blocks":
        return app(table(*rows))
    fields = {"is_share": True} if place == "forward" else {"id": 1}
    return {"text": "", "attachments": [{"blocks": [table(*rows)], **fields}]}


def test_a_column_of_quotations_needs_neither_marks_nor_length(told):
    rows = [("Speaker", "Quote"), ("Jonas Vehl", "a late spring"), ("Orin Dask", "premature")]
    assert told(app(table(*rows))) == [
        ("a late spring", "Jonas Vehl", False),
        ("premature", "Orin Dask", True),
    ]


@pytest.mark.parametrize(
    "heads", [("Speaker", "As filed", "As printed"), ("Who", "As reported", "As delivered")]
)
@pytest.mark.parametrize("place", ["blocks", "attachment", "forward", "markdown"])
def test_each_column_of_words_as_they_were_somewhere_is_checked(told, heads, place):
    assert told(placed([heads, ("Jonas Vehl", BAN, KEPT)], place)) == [
        ("This is not", "Jonas Vehl", False),
        ("We will keep", "Jonas Vehl", False),
    ]


LISTS = [
    "Jonas Vehl:\n• “{0}”\n• “{1}”\nOrin Dask:\n• “{0}”",
    "Vehl said:\n- “{0}”\n- “{1}”\nOrin Dask said:\n- “{0}”",
    "*Jonas Vehl*\n1. “{0}”\n2. “{1}”\n*Orin Dask*\n1. “{0}”",
    "check these\n• Jonas Vehl\n    ◦ “{0}”\n    ◦ “{1}”\n• Orin Dask\n    ◦ “{0}”",
    "• Jonas Vehl\n    ◦ {0}\n    ◦ {1}\n• Orin Dask\n    ◦ {0}\ncheck these",
    "check these\nJonas Vehl:\n- {0}\n- {1}\nOrin Dask:\n- {0}",
    "check\n&gt; Jonas Vehl: {0}\n&gt; Jonas Vehl: {1}\n&gt; Orin Dask: {0}",
    "check\n```Jonas Vehl: {0}\nJonas Vehl: {1}\nOrin Dask:\n{0}```",
    "check these\n1. Jonas Vehl – {0}\n2. Vehl: {1}\n3. {0} — Orin Dask",
]


@pytest.mark.parametrize("message", LISTS)
@pytest.mark.parametrize("way", ["shortcut", "direct message"])
def test_a_heading_holds_for_its_items_until_the_next_one(told, message, way):
    assert told(message.format(BAN, KEPT), way) == [
        ("This is not", "Jonas Vehl", False),
        ("We will keep", "Jonas Vehl", False),
        ("This is not", "Orin Dask", True),
    ]


def test_an_item_that_names_its_speaker_is_not_the_headings(told):
    message = f"Jonas Vehl:\n• “{KEPT}”\n• Orin Dask: “{BAN}”\n• “{BAN}” — Orin Dask"
    assert told(message) == [
        ("We will keep", "Jonas Vehl", False),
        ("This is not", "Orin Dask", True),
        ("This is not", "Orin Dask", True),
    ]


def test_the_lines_of_one_quotation_set_apart_stay_together(told):
    broken = BAN.replace(" to ", "\n&gt; to ").replace(" the ferry", "\n&gt; the ferry")
    assert told(f"check\n&gt; {broken}") == [("This is not", None, None)]
    assert told(f"Orin Dask:\n“{broken.replace('&gt; ', '')}”") == [
        ("This is not", "Orin Dask", True)
    ]


def test_a_file_with_several_speakers_is_read_speaker_by_speaker(told):
    text = f"Jonas Vehl:\n{BAN}\n\nOrin Dask:\n{KEPT}\n"
    assert told({"text": "", "files": [{"title": "file.txt", "preview": text}]}) == [
        ("This is not", "Jonas Vehl", False),
        ("We will keep", "Orin Dask", True),
    ]


def test_prose_below_a_heading_ends_it(told):
    message = (
        f"Vehl:\n• “{BAN}”\nNothing else from him, but there is a line of the ministry.\n“{KEPT}”"
    )
    assert told(message)[1] == ("We will keep", None, None)


def test_block_quotes_under_names_alone_are_checked_in_a_direct_message(told):
    message = f"Jonas Vehl:\n&gt; {BAN}\nUnited Isles\n&gt; {KEPT}"
    assert told(message, "direct message") == [
        ("This is not", "Jonas Vehl", False),
        ("We will keep", "United Isles", False),
    ]


def test_long_cells_of_another_table_are_no_quotations_beside_marks(told):
    other = table(("Build", "all the tests are green"), ("Deploy", "waits for the night desk"))
    assert told(app(mrkdwn(f"Jonas Vehl: “{BAN}”"), other)) == [
        ("This is not", "Jonas Vehl", False)
    ]
