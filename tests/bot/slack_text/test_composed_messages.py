"""What Slack's composer makes of words, decoded to these words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack_text.message_parts import PartKind
from bot.slack_text.message_words import decode_message, decode_typed
from bot.slack_text.references import References
from bot.slack_text.visible_text import make_visible
from tests.bot.slack_text.composer import (
    MARKS,
    Paragraph,
    Typed,
    compose,
    emoji,
    escape,
    link,
    section,
    user,
)

BOT, COLLEAGUE = "U0BOT", "U0COLLEAGUE"
KNOWN = References(frozenset({BOT}), {BOT: "Stancebook", COLLEAGUE: "Ilka Brandt"})
QUOTED = "We will keep the ban."

# All that has a width: no control characters, none that only steer, no halves of a pair.
seen = st.characters(
    exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn"), exclude_characters="\u2028\u2029"
)
words = st.text(st.one_of(seen, st.sampled_from(" \n*_~`&<>|:@#"))).map(make_visible)
styles = st.frozensets(st.sampled_from([*MARKS, "underline"]))
runs = st.builds(Typed, words.filter(bool), styles)
kinds = st.sampled_from(["section", "quote", "preformatted", "list"])
paragraphs = st.builds(
    Paragraph, kinds, st.lists(runs, min_size=1).map(tuple), st.integers(0, 2)
).filter(lambda p: p.words.strip())


def folded(text):
    return " ".join(text.split())


@given(words)
def test_any_text_decodes_to_itself(text):
    assert decode_message(compose(section(text))).shown == text.strip()


@given(words, styles)
def test_any_text_in_any_style_decodes_to_itself(text, chosen):
    assert decode_message(compose(section(text, *chosen))).shown == text.strip()


@given(st.lists(paragraphs, min_size=1, max_size=6))
def test_any_message_decodes_to_its_words_in_their_order(composed):
    decoded = decode_message(compose(*composed))
    assert folded(decoded.shown) == folded("\n".join(p.words for p in composed))


@given(st.lists(paragraphs, min_size=1, max_size=6))
def test_lines_that_stand_apart_stay_apart(composed):
    shown = decode_message(compose(*composed)).shown.split("\n")
    lines = [line for p in composed for line in p.words.split("\n") if line.strip()]
    assert [folded(line) for line in shown if line.strip()] == [folded(line) for line in lines]


plain = st.text(st.characters(categories=("L", "N", "Zs"), include_characters="&<,?!“”’")).filter(
    lambda text: not text.lstrip()[:4].rstrip().endswith(".")
)


@given(plain, st.sampled_from(["", *MARKS.values()]))
def test_any_text_without_marks_of_its_own_decodes_from_its_mrkdwn(text, mark):
    text = text.strip()
    marked = f"{mark}{escape(text)}{mark}" if text else ""
    assert decode_message({"text": marked}).shown == text
    assert decode_typed(marked).shown == text


@given(st.text())
def test_what_nobody_sees_is_dropped_and_nothing_else(text):
    decoded = decode_message(compose(section(text)))
    assert decoded.shown == make_visible(text).strip()
    assert make_visible(decoded.shown) == decoded.shown


@pytest.mark.parametrize("kind", ["quote", "preformatted"])
def test_what_is_set_apart_is_a_part_of_its_own(kind):
    set_apart = Paragraph(kind, (Typed(QUOTED),))
    decoded = decode_message(compose(section("who said"), set_apart, section("in 2019?")))
    expected = PartKind.BLOCK_QUOTE if kind == "quote" else PartKind.CODE_BLOCK
    assert [part.kind for part in decoded.parts] == [PartKind.TYPED, expected, PartKind.TYPED]
    assert decoded.quoted[0].passages == (QUOTED,)
    from_text = decode_message({"text": compose(section("who said"), set_apart)["text"]})
    assert from_text.quoted == decoded.quoted


def one_line(*found):
    return compose(Paragraph("section", found))


def test_only_the_mention_that_addresses_the_bot_is_taken_away():
    bot = user(BOT, "Stancebook")
    first = one_line(bot, Typed(" ask "), user(COLLEAGUE, "Ilka Brandt"))
    assert decode_message(first, KNOWN).shown == "ask @Ilka Brandt"
    last = one_line(Typed("is it so? "), bot)
    assert decode_message(last, KNOWN).shown == "is it so?"
    amid = one_line(Typed("ask "), bot, Typed(", is it so?"))
    assert decode_message(amid, KNOWN).shown == "ask @Stancebook, is it so?"
    assert decode_message(amid, KNOWN).asked == "ask , is it so?"


@pytest.mark.parametrize(
    ("element", "shown", "asked"),
    [
        ({"type": "user", "user_id": COLLEAGUE}, "@someone", "someone"),
        ({"type": "usergroup", "usergroup_id": "S0DESK"}, "@group", "someone"),
        ({"type": "channel", "channel_id": "C0DESK"}, "#channel", ""),
        ({"type": "broadcast", "range": "here"}, "@here", ""),
        ({"type": "emoji", "name": "flag-jp", "unicode": "1f1ef-1f1f5"}, "🇯🇵", ""),
        ({"type": "emoji", "name": "our-desk"}, ":our-desk:", ""),
        ({"type": "color", "value": "#1264A3"}, "#1264A3", ""),
        ({"type": "link", "url": "https://north.example/brandt"}, "https://north.example/brandt", ""),
        ({"type": "link", "url": "http://north.example", "text": "north.example"}, "north.example", ""),
        ({"type": "link", "url": "mailto:a@b.example", "text": "a@b.example"}, "a@b.example", ""),
        ({"type": "link", "url": "https://b.example/brandt", "text": "Brandt"}, "Brandt", "Brandt"),
    ],
)  # fmt: skip
def test_references_show_no_ids_and_name_nothing_that_is_asked(element, shown, asked):
    block = {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [element]}],
    }
    decoded = decode_message({"text": "the same", "blocks": [block]})
    assert (decoded.shown, decoded.asked) == (shown, asked)


@pytest.mark.parametrize(
    ("mrkdwn", "shown", "asked"),
    [
        ("<@U0COLLEAGUE|ilka> says", "@ilka says", "someone says"),
        ("in <#C0DESK|korea-desk>: yes", "in #korea-desk: yes", "in : yes"),
        ("in <#C0DESK|>", "in #channel", "in"),
        ("<!subteam^S0DESK|@desk> hello", "@desk hello", "someone hello"),
        ("<!channel> hello", "@channel hello", "hello"),
        ("<!date^1^{date}|3 May 2019> was it", "3 May 2019 was it", "3 May 2019 was it"),
        ("*<https://b.example/x|the ban>* stays", "the ban stays", "the ban stays"),
        ("*not *the time", "not the time", "not the time"),
        ("*bold _both_* 2*3*4 a_b_c _open", "bold both 2*3*4 a_b_c _open", "bold both 2*3*4 a_b_c _open"),
        ("`*kept*`", "*kept*", "kept"),
        ("&amp;lt; R&amp;D", "&lt; R&D", "&lt; R&D"),
        (":flag-jp: at 10:30:45", ":flag-jp: at 10:30:45", "at 10:30:45"),
        ("<b>", "<b>", "<b>"),
    ],
)  # fmt: skip
def test_mrkdwn_is_read_where_there_are_no_blocks(mrkdwn, shown, asked):
    decoded = decode_message({"text": mrkdwn})
    assert (decoded.shown, decoded.asked) == (shown, asked)


def test_blocks_with_an_element_that_is_not_known_give_way_to_the_text():
    message = compose(section(QUOTED, "bold"))
    message["blocks"][0]["elements"][0]["elements"].append({"type": "hologram", "text": "?"})
    assert decode_message(message).shown == QUOTED


def test_emphasis_typed_by_hand_is_shown_and_not_asked():
    decoded = decode_message(compose(section("**We** will *keep* the `ban`.")))
    assert decoded.shown == "**We** will *keep* the `ban`."
    assert decoded.asked == QUOTED


def test_emoji_and_addresses_inside_words_are_not_asked():
    fire = emoji("fire", "1f525", "🔥")
    site = link("https://north.example/brandt")
    decoded = decode_message(
        one_line(Typed("We will"), fire, Typed("keep "), site, Typed(" the ban."))
    )
    assert decoded.shown == "We will🔥keep https://north.example/brandt the ban."
    assert folded(decoded.asked) == QUOTED


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["type", "text", "blocks", "elements", "attachments", "files", "rows",
                         "message_blocks", "message", "user_id", "unicode", "fields", "title"]),
        inner | st.sampled_from(["rich_text", "rich_text_section", "text", "user", "emoji",
                                 "section", "mrkdwn", "table", "raw_number", "rich_text_list"]),
        max_size=6,
    ),
    max_leaves=30,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["text", "blocks", "attachments", "files"]), anything))
def test_whatever_is_sent_decodes_to_some_words(message):
    decoded = decode_message(message, KNOWN)
    assert isinstance(decoded.shown, str)
    decoded.shown.encode()


def test_a_huge_message_is_read_as_far_as_anybody_reads_it():
    forwards = [{"is_share": True, "text": "*a `" * 100_000}] * 100
    decoded = decode_message({"text": "x" * 1_000_000, "attachments": forwards})
    assert decoded.shown.startswith("x" * 10_000)
    assert sum(len(part.shown) for part in decoded.parts) < 50_000


def test_things_within_things_without_end_are_read_as_nothing():
    block = {"type": "rich_text"}
    for _ in range(400):
        block = {"type": "rich_text", "elements": [block]}
    assert decode_message({"blocks": [block]}).shown == ""
