"""Each line of a message is a quotation, the label of one, or named as not read."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import STEPS, reply_to
from bot.answers.unread_lines import list_dropped
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References
from bot.slack_text.rows import Row
from knowledge.check_quote import Verdict
from knowledge.text import allow

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"  # Orin Dask
HOME = "We will keep the ban until the last fisherman is home."  # Rolf Grell's ministry
DASK, VEHL, BRENK = "Orin Dask", "Jonas Vehl", "Otto Brenk"


@pytest.fixture
def read(kb):
    """What the shortcut checks of a message, each with whom it is given to, and what it says."""

    def ask(typed, way="shortcut"):
        if way == "shortcut":
            asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
        else:
            asked = read_question(
                kb, decode_message({"text": typed}), lambda text: choose(kb, text, TODAY)
            )
        checks = reply_to(kb, asked.meant, TODAY).answer.checks
        said = [(" ".join(c.asked.split()[:3]), name_of(c), c.verdict) for c in checks]
        _, _, unread = (asked.note or "").partition("Not read: ")
        return said, unread

    return ask


def name_of(check):
    return check.speaker.name if check.speaker else ", ".join(check.unknown_names) or None


def ban(who):
    verdict = Verdict.NOT_THEIRS if who == VEHL else Verdict.EXACT
    return "This is not", who, verdict


LAID_OUT = ["{who}:\n{words}", "{who}\n{words}", "*{who}*\n{words}", "{words}\n— {who}",
            "{words}\n{who}", "{who} said:\n{words}", "*{who}, the envoy:*\n{words}",
            "{who}:\n\n{words}", "{who}, 2018:\n{words}", "{words}\n({who})", "{words}\n- {who}",
            "{words}\n*{who}*"]  # fmt: skip


@pytest.mark.parametrize("who", [DASK, VEHL, BRENK, "Denis Brenk", "Denys Holm", "Tom Stoppard"])
@pytest.mark.parametrize("laid_out", LAID_OUT)
def test_who_stands_in_the_line_above_or_below_unmarked_words_is_read(read, laid_out, who):
    assert read(laid_out.format(who=who, words=BAN)) == ([ban(who)], "")


def test_each_heading_holds_for_the_words_below_it(read):
    said, unread = read(f"*{VEHL}*\n{BAN}\n*{BRENK}*\n{HOME}")
    assert [who for _, who, _ in said] == [VEHL, BRENK]
    assert not unread


def test_each_signature_holds_for_the_words_above_it(read):
    said, unread = read(f"{BAN}\n{VEHL}\n{HOME}\n{BRENK}")
    assert [who for _, who, _ in said] == [VEHL, BRENK]
    assert not unread


def test_a_quotation_over_several_lines_is_one(read):
    broken = BAN.replace("not the", "not\nthe").replace("the ferry", "\nthe ferry")
    assert read(f"{broken}\n— {VEHL}") == ([ban(VEHL)], "")


UNREAD = ["It is false that", "Nobody ever said this:", "This quote is made up", "Never said.",
          "The ferry sails at nine and everybody is glad", "We never said any of this",
          "Grell: the ferry sails on Monday", "tea"]  # fmt: skip


@pytest.mark.parametrize("line", UNREAD)
@pytest.mark.parametrize("order", ["{words}\n{line}", "{line}\n{words}"])
def test_a_line_that_is_neither_checked_nor_a_label_is_named(read, line, order):
    for words, way in ((BAN, "shortcut"), (f"“{BAN}”", "shortcut"), (f"“{BAN}”", "message")):
        said, unread = read(order.format(line=line, words=words), way)
        assert [one for one, _, _ in said] == ["This is not"]
        assert f"“{line}”" in unread


@pytest.mark.parametrize(
    "line", ["thanks!", "check this please", "is this right?", "Hi all", "Is this a real quote?"]
)
@pytest.mark.parametrize("words", [BAN, f"“{BAN}”"])
def test_a_line_that_only_asks_for_the_check_is_not_named(read, line, words):
    assert read(f"{line}\n{words}")[1] == ""


def test_a_heading_that_another_one_replaces_is_named(read):
    said, unread = read(f"{VEHL}\n{BRENK}\n{BAN}")
    assert said == [ban(BRENK)]
    assert unread == f"“{VEHL}”."


def test_a_signature_with_a_dash_is_no_list(read):
    assert read(f"{BAN}\n- {VEHL}, Feb 2018") == ([ban(VEHL)], "")


def test_a_short_line_below_takes_nothing_from_the_words(read):
    said, unread = read(f"{BAN}\nsource: {BRENK}")
    assert said == [ban(BRENK)]
    assert not unread


def test_unmarked_words_beside_marked_ones_are_named(read):
    said, unread = read(f"{DASK}: “{BAN}”\n{VEHL}: {HOME}")
    assert said == [ban(DASK)]
    assert unread == f"“{VEHL}: {HOME}”."


def test_what_stands_apart_and_is_not_read_is_named_as_a_whole(kb):
    typed = f"&gt; {VEHL}: {HOME}\n{DASK}: “{BAN}”"
    asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
    assert "I did not read the block quote" in asked.note


def test_of_many_lines_the_first_are_named_and_the_others_counted(read):
    lines = [f"The ferry sails at {i} and everybody is glad" for i in range(10, 20)]
    _, unread = read("\n".join([BAN, *lines]))
    assert unread.count("“") == 5
    assert unread.endswith("and 5 more lines.")


@pytest.mark.parametrize(
    "typed",
    [
        f"&gt; {VEHL}: {BAN}\n{DASK}: “{BAN}”",
        f"{DASK}: “{BAN}”\n&gt; {BRENK}: {BAN}",
    ],
)
def test_the_same_words_given_to_somebody_else_are_not_checked_with_the_others(kb, typed):
    asked = read_question(kb, decode_message({"text": typed}), lambda text: choose(kb, text, TODAY))
    answer = reply_to(kb, asked.meant, TODAY).answer
    told = f"{asked.note} {answer.also_asked}"
    assert "I did not read the block quote" in told or f"{BRENK}: {BAN}" in told
    assert [check.speaker.name for check in answer.checks] == [DASK]


def forwarded(words, comment):
    share = {"is_msg_unfurl": True, "is_share": True, "text": words, "fallback": "f"}
    return {"text": comment, "attachments": [share]}


def linked(words, title, text):
    link = "https://news.example/a"
    preview = {"from_url": link, "title": title, "title_link": link, "text": text, "fallback": "f"}
    return {"text": f"{words} {link}", "attachments": [preview]}


def attached(**fields):
    return {"bot_id": "B1", "text": "", "attachments": [{"fallback": "f", **fields}]}


@pytest.mark.parametrize("comment", [f"{VEHL}?", f"{VEHL}", f"{VEHL} said:", f"{VEHL}:"])
def test_a_name_alone_above_a_forwarded_message_says_whose_it_is(kb, comment):
    asked = read_question(
        kb, decode_message(forwarded(BAN, comment)), lambda text: choose(kb, text, TODAY)
    )
    (check,) = reply_to(kb, asked.meant, TODAY).answer.checks
    assert check.speaker.name == VEHL


@pytest.mark.parametrize(
    "comment",
    [f"{DASK}: “{BAN}”", f"check both: {DASK}: “{BAN}”", f"{DASK} said “{BAN}”, this one?"],
)
def test_a_forwarded_message_beside_a_quotation_is_named(kb, comment):
    message = decode_message(forwarded(f"{VEHL}: “{BAN}”", comment))
    asked = read_question(kb, message, lambda text: choose(kb, text, TODAY))
    assert "I did not read the forwarded message" in asked.note
    assert "Not read" not in asked.note


@pytest.mark.parametrize(
    ("message", "who"),
    [
        (linked(f"{BRENK}:", "Velmora", f"“{BAN}”"), BRENK),
        (attached(author_name=BRENK, title="Vehl on the ferry ban", text=BAN), BRENK),
        (attached(author_name=BRENK, title="Velmora", text=f"“{BAN}”"), BRENK),
        (attached(author_name="Harbor desk", title=VEHL, text=BAN), VEHL),
    ],
)
def test_a_title_below_the_speaker_is_another_matter(kb, message, who):
    asked = find_quoted(kb, decode_shortcut(message, References()))
    (check,) = reply_to(kb, asked.meant, TODAY).answer.checks
    assert name_of(check) == who


def test_a_preview_beside_a_quotation_is_named(kb):
    message = linked(f"{DASK}: “{BAN}”", VEHL, f"“{HOME}”")
    asked = find_quoted(kb, decode_shortcut(message, References()))
    assert "I did not read the link’s preview" in asked.note


@pytest.mark.parametrize(
    ("beside", "dropped"),
    [
        (f"In {BRENK}’s words, “{{}}”", BRENK),
        (f"{DASK} cited {BRENK} as saying “{{}}”", BRENK),
        (f"{DASK} thanked {BRENK} for saying “{{}}”", BRENK),
        (f"young {DASK}: “{{}}”", "young"),
        (f"the {DASK} family: “{{}}”", "family"),
        (f"fake {DASK}: “{{}}”", "fake"),
        (f"{DASK} junior: “{{}}”", "junior"),
    ],
)
def test_who_else_stands_beside_a_quotation_is_named(read, beside, dropped):
    said, unread = read(beside.format(BAN))
    named = {word.strip("“”.") for word in unread.split("; ")} | {said[0][1] or ""}
    assert set(dropped.split()) <= {word for words in named for word in words.split()}


def test_names_beside_more_quotations_than_are_read_go_on_being_named(kb):
    names = "Brenk Holm Zauk Ottey Lundel Varga Pellow Sornby Tamm Kessel".split()
    rows = [Row((f"In Lena {name}’s words {DASK} said “{BAN}”",)) for name in names]
    checked = " ".join(f"{DASK}: “{BAN}”" for _ in names)
    with allow(STEPS):
        dropped = " ".join(list_dropped(kb, rows, checked))
    assert all(name in dropped for name in names)


@pytest.mark.parametrize(
    "beside",
    [f"{DASK}: “{{}}”", f"Mr {DASK}: “{{}}”", f"then {DASK} said “{{}}”", f"quote {DASK}: “{{}}”",
     f"I think {DASK} said “{{}}” yesterday"],
)  # fmt: skip
def test_what_only_says_that_somebody_speaks_is_not_named(read, beside):
    assert read(beside.format(BAN)) == ([ban(DASK)], "")


@pytest.mark.parametrize(
    "line",
    [
        "{}, envoy of Velmora, 26 Feb 2018",
        "{} · envoy · 26 Feb 2018",
        "{} (@Vehl)",
        "{}, 26 February 2018",
    ],
)
def test_a_signature_that_is_read_is_not_named(read, line):
    assert read(f"&gt; {BAN}\n{line.format(VEHL)}") == ([ban(VEHL)], "")


@pytest.mark.parametrize("who", [DASK, VEHL, BRENK])
@pytest.mark.parametrize("form", ["*Speaker:* {}\n*Quote:* {}", "Speaker: {}\nQuote: {}"])
def test_a_field_that_is_read_is_not_named(read, form, who):
    assert read(form.format(who, BAN)) == ([ban(who)], "")


@pytest.mark.parametrize("mark", [" | ", "; ", " • "])
def test_a_field_that_is_not_read_is_named_on_one_line_too(read, mark):
    form = mark.join([f"Speaker: {VEHL}", f"Quote: {BAN}", "Outlet: Tarsk Radio"])
    assert read(form) == ([ban(VEHL)], "“Outlet: Tarsk Radio”.")


def test_a_sentence_in_a_column_that_is_not_read_is_named(read):
    head = "| Speaker | Quote | Correction |"
    assert read(f"{head}\n| {VEHL} | {BAN} | Now is the time for it |") == (
        [ban(VEHL)],
        "“Now is the time for it”.",
    )


@pytest.mark.parametrize("writer", [{}, {"bot_id": "B1"}])
def test_the_mark_of_a_quoted_line_is_no_word_of_it(kb, writer):
    runs = [{"type": "text", "text": f">{BAN}\n— {VEHL}"}]
    section = {"type": "rich_text_section", "elements": runs}
    message = {"text": "", "blocks": [{"type": "rich_text", "elements": [section]}], **writer}
    asked = find_quoted(kb, decode_shortcut(message, References()))
    (found,) = reply_to(kb, asked.meant, TODAY).answer.checks
    assert (found.asked, found.speaker.name) == (BAN, VEHL)


def test_a_quotation_with_a_name_within_its_marks_is_not_named_as_left_out(read):
    assert read(f"check “{DASK}: {BAN}”")[1] == ""


@pytest.mark.parametrize("asks", ["Check these two:", "please check this snippet"])
def test_a_line_that_only_asks_is_no_name_and_not_named(read, asks):
    assert read(f"{asks}\n• “{BAN}”\n• “{BAN}.”") == ([ban(None), ban(None)], "")


MARKS = ["'{}'", "''{}''", "‘{}’", "‹{}›", "『{}』", "「{}」", "＂{}＂", "„{}“", "«{}»"]


@pytest.mark.parametrize("way", ["shortcut", "direct message"])
@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("typed", ["{} Vehl", "Vehl: {}", "did Vehl say {}?", "Vehl's {}"])
def test_a_line_with_marks_of_any_kind_is_read(read, way, marks, typed):
    assert read(typed.format(marks.format(BAN)), way) == ([ban(VEHL)], "")


@pytest.mark.parametrize("line", ["it's not Dask's", "'not ours' it says"])
def test_single_marks_around_other_words_hold_no_quotation(read, line):
    assert read(f"Vehl: “{BAN}”\n{line}") == ([ban(VEHL)], f"“{line}”.")


MAIL = """From: Hana Mori <h.mori@desk.example>
To: Copy desk
Subject: quote for p.4

Hi all,
could you run this by someone before 6?
“This is not the time to ease the ferry ban.” said Orin Dask, the minister.

Best,
Hana Mori
Harbor Bureau | +81 3 0000 0000"""


@pytest.mark.parametrize("way", ["shortcut", "message"])
def test_a_mail_around_a_quotation_is_read(read, way):
    said, unread = read(MAIL, way)
    assert said == [ban(DASK)]
    assert "Subject: quote for p.4" in unread


def test_what_is_quoted_in_a_long_message_is_checked_though_not_all_beside_it_is_read(kb):
    lines = [f"Nima Quorl met Brelda Stoon at {i} in Ostbys." for i in range(18)]
    typed = "\n".join([f"Orin Dask: “{BAN}”", *lines])[:2_900]
    asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
    (check,) = reply_to(kb, asked.meant, TODAY).answer.checks
    assert (check.speaker.name, check.verdict) == (DASK, Verdict.EXACT)
    assert asked.note.endswith("was not all read.")


WROTE = "On Mon, Mar 3, 2025 at 9:03 PM Jonas Vehl <jonas@state.example> wrote:"


@pytest.mark.parametrize(
    ("typed", "way", "left"),
    [
        (f"check:\n{WROTE}\n&gt; {BAN}", "mention", ""),
        (f"check: all quotes here are Vehl’s:\n“{BAN}” “{HOME}”", "mention", ""),
        (f"“{BAN}”\n– Jonas Vehl, deputy department director of the Harbor Workers’ Party of Zenda", "shortcut",
         "“deputy department director of the Harbor Workers’ Party of Zenda”."),
    ],
)  # fmt: skip
def test_a_line_that_names_the_speaker_is_not_called_not_read(read, typed, way, left):
    said, unread = read(typed, way)
    assert said[0][1] == VEHL
    assert unread.partition(" Not checked")[0] == left
