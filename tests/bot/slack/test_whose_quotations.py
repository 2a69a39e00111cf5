"""Of several quotations in a message, each is held against the one it is given to, and nobody else.

The words and names are those of the shipped corpus.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References

TODAY = date(2026, 1, 1)
CHARM, EARLY = "“charm diplomacy”", "“premature”"
MOON, KONO, ABE = "Moon Jae-in", "Taro Kono", "Shinzo Abe"
WAYS = ["shortcut", "mention"]


@pytest.fixture
def checks(shipped_kb):
    """The checks of a message; a mapping is one as Slack sends it."""

    def ask(typed, way="shortcut"):
        message = typed if isinstance(typed, dict) else {"text": typed}
        if way == "shortcut":
            asked = find_quoted(shipped_kb, decode_shortcut(message, References()))
        else:
            asked = read_question(
                shipped_kb, decode_message(message), lambda text: choose(shipped_kb, text, TODAY)
            )
        return reply_to(shipped_kb, asked.meant, TODAY).answer.checks

    return ask


def whose(checks):
    """Return whom each quotation is held against: a name, or who is not on record, or nobody."""
    return [c.speaker.name if c.speaker else ", ".join(c.unknown_names) or None for c in checks]


IN_TURN = ["{0} — {2}\n{1} — {3}", "{2}: {0}\n{3}: {1}", "- {0} ({2})\n- {1} ({3})",
           "{2}: {0} / {3}: {1}", "{2} {0}, {3} {1}", "*{2}*\n> premature\n*{3}*\n> charm diplomacy",
           "{0}, said {2}. {3} spoke of {1}."]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("who", [MOON, "Moon Jae In", "Park Sung-in"])
@pytest.mark.parametrize("laid_out", IN_TURN)
def test_a_name_that_ends_as_a_preposition_takes_no_other_speakers_words(
    checks, way, who, laid_out
):
    first, second = whose(checks(laid_out.format(EARLY, CHARM, who, KONO), way))
    assert (second, first) == (KONO, MOON) or (second == KONO and "Sung-in" in first)


def test_of_three_the_last_is_held_against_the_speaker_named_beside_it(checks):
    typed = "- “a new future” — Kim Yo-jong\n- “premature” — Moon Jae-in\n- “highly effective” — Sung Kim"
    assert whose(checks(typed)) == ["Kim Yo Jong", MOON, "Sung Kim"]


NUMBERED = ["(1) {0}, (2) {1}", "(a) {0}; (b) {1}", "(i) {0}, (ii) {1}", "[1] {0}, [2] {1}",
            "#1 {0}, #2 {1}", "① {0}, ② {1}", "Two for the box: 1/ {0} 2/ {1}", "(a) {0}\n(b) {1}",
            "(A) {0} (B) {1}", "1. {0}, and 2. {1}"]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("numbered", NUMBERED)
def test_each_numbered_part_is_held_against_its_own_speaker(checks, way, numbered):
    said = [f"Kono {CHARM}", f"Abe {EARLY}"]
    assert whose(checks(numbered.format(*said), way)) == [KONO, ABE]


@pytest.mark.parametrize("way", WAYS)
def test_of_three_numbered_parts_none_takes_its_neighbors_speaker(checks, way):
    typed = f"(1) Abe {CHARM}, (2) Trump {EARLY}, (3) Kang “urgent priority”"
    assert whose(checks(typed, way)) == [ABE, "Donald Trump", "Kang Kyung-hwa"]


def test_numbers_behind_quotations_part_no_sentence(checks):
    typed = f"{CHARM} (1) and {EARLY} (2), said Kono"
    assert whose(checks(typed)) == [KONO, KONO]


PRESSURE = "> This is not the time to reduce pressure or reward the DPRK."
PARTNER = "> North Korea has not shown that it is a trustworthy negotiating partner."
TILLERSON = "Rex Tillerson"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("head", ["Kono v. Tillerson", "*Kono v. Tillerson*", "Vancouver", ""])
def test_a_head_that_names_no_speaker_moves_no_signature(checks, way, head):
    typed = "\n".join(filter(None, [head, PRESSURE, "Tillerson", PARTNER, "Kono"]))
    assert whose(checks(typed, way)) == [TILLERSON, KONO]


@pytest.mark.parametrize("head", ["Kono v. Tillerson\n", "Vancouver\n\n", ""])
def test_a_name_above_each_quotation_stays_its_speaker_below_a_head(checks, head):
    typed = f"{head}Kono\n{PRESSURE}\nTillerson\n{PARTNER}"
    assert whose(checks(typed)) == [KONO, TILLERSON]


def test_a_name_above_and_one_below_each_quotation_are_both_doubted(checks):
    found = checks(f"Kono\n{PRESSURE}\nTillerson\n{PARTNER}\nAbe")
    assert whose(found) == [None, None]
    assert [p.name for p in found[1].possible_speakers] == [TILLERSON, ABE]


def forwarded(*elements, text="check"):
    """A message that forwards one of lines and of block quotes, which begin with ">"."""
    kinds = ["rich_text_quote" if e.startswith(">") else "rich_text_section" for e in elements]
    laid = [
        {"type": kind, "elements": [{"type": "text", "text": words.removeprefix("> ")}]}
        for kind, words in zip(kinds, elements, strict=True)
    ]
    blocks = [{"type": "rich_text", "elements": laid}]
    attached = {"is_share": True, "message_blocks": [{"message": {"blocks": blocks}}]}
    return {"text": text, "attachments": [attached]}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("elements", "who"),
    [
        (["Here is the quote:\n", PRESSURE], None),
        (["Seriously?\n", PRESSURE], None),
        ([PRESSURE, "\nLovely weather in Vancouver btw"], None),
        ([PRESSURE, "so Kono"], KONO),
        ([PRESSURE, "This is from Kono’s speech, I believe"], KONO),
        ([PRESSURE, "— Tillerson"], TILLERSON),
        (["Tillerson said:\n", PRESSURE], TILLERSON),
        (["well well\n", f"{PRESSURE}\n— Abe"], ABE),
    ],
)
def test_a_block_quote_that_is_forwarded_is_checked_without_what_stands_beside_it(
    checks, way, elements, who
):
    (found,) = checks(forwarded(*elements), way)
    assert found.asked.rstrip(".") == PRESSURE.strip("> .")
    assert whose([found]) == [who]


def test_a_head_of_one_forwarded_message_holds_for_no_other(checks):
    message = forwarded("Kono said:\n", PRESSURE)
    message["attachments"] += forwarded("well well\n", PARTNER)["attachments"]
    assert whose(checks(message)) == [KONO, None]


def in_file(text):
    return {"text": "", "files": [{"id": "F", "title": "notes.md", "preview": text}]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PRESSURE, [None]),
        (f"{PRESSURE}\n> — Tillerson", [TILLERSON]),
        (f"**Tillerson:**\n\n{PRESSURE}", [TILLERSON]),
        (f"Some words of mine above.\n\n{PRESSURE}\n\nMore text", [None]),
        (f"# Vancouver\n\n{PRESSURE}\n\n— Kono\n\n# Seoul\n\n{PARTNER}\n\n— Abe", [KONO, ABE]),
        (
            f"VANCOUVER\n{PRESSURE[2:]}\n— Abe\n\nSEOUL\n{PARTNER[2:]}\n— Cho Tae-yong",
            [ABE, "Cho Tae-yong"],
        ),
        (f"## Kono\n{PRESSURE}\n\n## Abe\n{PARTNER}", [KONO, ABE]),
    ],
)
def test_quoted_lines_of_a_file_are_checked_without_their_mark_and_signature(checks, text, said):
    found = checks(in_file(text))
    assert whose(found) == said
    asked = [c.asked.rstrip(".") for c in found]
    assert asked == [words.strip("> .") for words in (PRESSURE, PARTNER)][: len(said)]


def test_a_head_on_record_and_another_who_signs_are_both_doubted(checks):
    (found,) = checks(in_file(f"Kono:\n{PRESSURE}\n— Abe"))
    assert [p.name for p in found.possible_speakers] == [KONO, ABE]


FIRM = "“This is not the time to reduce pressure or reward the DPRK,”"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "behind",
    ["he said. Abe agreed, calling it “premature”.", "she said. Abe disagreed.", "he told Abe."],
)
def test_nobody_is_denied_what_a_pronoun_is_given(checks, way, behind):
    found = checks(f"{FIRM} {behind}", way)
    assert whose(found) == [None, ABE][: len(found)]


def test_a_name_that_signs_below_a_pronoun_is_the_speakers(checks):
    assert whose(checks(f"{FIRM} he said.\n— Abe")) == [ABE]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("laid_out", ["{}", "check this\n> {}"])
def test_whom_a_pronoun_warns_of_is_not_held_to_have_said_it(checks, way, laid_out):
    passage = f"{FIRM} He warned against being distracted by North Korea’s {CHARM}."
    assert whose(checks(laid_out.format(passage), way)) == [None, None]


@pytest.mark.parametrize("below", ["Entry 2", "\nEntry 2", "Submitted by Alice"])
def test_a_line_below_the_quotation_of_a_form_is_none_of_it(checks, below):
    typed = f"Speaker(s): Kono\nQuote: charm diplomacy\n{below}\nSpeaker: Abe\nQuote: premature"
    found = checks({"text": typed, "bot_id": "B1"})
    assert [c.asked for c in found] == ["charm diplomacy", "premature"]
    assert whose(found) == [KONO, ABE]


def test_a_quotation_of_a_form_goes_on_in_a_line_that_begins_small(checks):
    first, _, rest = PRESSURE[2:].partition(" to reduce")
    (found,) = checks({"text": f"Speaker: Kono\nQuote: {first}\nto reduce{rest}", "bot_id": "B1"})
    assert " ".join(found.asked.split()) == PRESSURE[2:]


@pytest.mark.parametrize(
    "turns", ["A: {}\nB: {}", "Transcript\nQ: Is this the right time?\nA: {}\nQ: And now?\nA: {}"]
)
def test_the_turns_of_an_interview_are_never_one_quotation(checks, turns):
    found = checks(turns.format(PRESSURE[2:], PARTNER[2:]))
    assert [c.asked for c in found] == [PRESSURE[2:], PARTNER[2:]]


def test_short_words_below_two_names_are_never_one_quotation(shipped_kb):
    typed = {"text": "*Kono*\ncharm diplomacy\n*Abe*\npremature"}
    assert find_quoted(shipped_kb, decode_shortcut(typed, References())) is None


TRUMP = "Donald Trump"
PRIORITY = "“urgent priority”"
DATED = [
    f"{CHARM} – Kono, 16 Jan 2018\n{EARLY} – Abe, 19 Oct 2021\n{PRIORITY} – Trump, 9 Feb 2021",
    f"{CHARM} (Kono, 16 Jan)\n{EARLY} (Abe, 19 Oct)\n{PRIORITY} (Trump, 9 Feb)",
    f"16 Jan 2018: Kono: {CHARM}\n19 Oct 2021: Abe: {EARLY}\n9 Feb 2021: Trump: {PRIORITY}",
    f"In Jan 2018 Kono said {CHARM}, in Oct 2021 Abe said {EARLY}, in Feb 2021 Trump said {PRIORITY}",
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("typed", DATED)
def test_a_day_beside_each_quotation_is_no_speaker(checks, way, typed):
    assert whose(checks(typed, way)) == [KONO, ABE, TRUMP]


@pytest.mark.parametrize("weekdays", [("Tues", "Tue", "Fri."), ("Tues.,", "Tue,", "Fri.,")])
def test_a_weekday_is_part_of_a_day_and_of_no_name(checks, weekdays):
    one, two, three = weekdays
    typed = f"{EARLY} – Abe, {one} Oct. 19\n{PRIORITY} – Trump, {two} 9 Feb\n{CHARM} – Kang, {three} Mar 2, 2018"
    assert whose(checks(typed)) == [ABE, TRUMP, "Kang Kyung-hwa"]


OCCASIONS = ["on Tuesday", "last week", "in October 2021", "yesterday", "late on Tuesday",
             "in a statement on Sunday", "on Oct. 19", "on 19 October", "in response"]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("when", OCCASIONS)
def test_a_body_that_spoke_on_an_occasion_said_it_of_another(checks, way, when):
    typed = f"Tokyo {when} said North Korea’s smiles were {CHARM}, while Seoul {when} called Tokyo’s view {EARLY}."
    assert whose(checks(typed, way)) == ["Japan", "South Korea"]


@pytest.mark.parametrize("article", ["an ", "a ", ""])
def test_what_is_called_something_said_nothing(checks, article):
    typed = f"Kono called the North’s gestures {article}{CHARM}, but Abe said {EARLY}"
    assert whose(checks(typed)) == [KONO, ABE]


@pytest.mark.parametrize("way", WAYS)
def test_each_of_several_days_is_said_not_to_be_checked(shipped_kb, way):
    message = {"text": DATED[0]}
    if way == "shortcut":
        told = find_quoted(shipped_kb, decode_shortcut(message, References())).note
    else:
        told = reply_to(shipped_kb, choose(shipped_kb, DATED[0], TODAY), TODAY).answer.reason
    days = "Not checked: “16 Jan 2018”; “19 Oct 2021”; “9 Feb 2021”. Each statement says"
    assert days in told


@pytest.mark.parametrize("way", WAYS)
def test_an_office_at_the_end_of_a_line_is_no_part_of_the_next_name(checks, way):
    below = f"{EARLY} — Shinzo Abe, prime minister\n{PRIORITY} — Donald Trump, president"
    above = "Shinzo Abe, prime minister\n> premature\nDonald Trump\n> urgent priority"
    assert whose(checks(below, way)) == whose(checks(above, way)) == [ABE, TRUMP]


TOLD = ["Kishida was offered {}. By whom exactly?", "Was Kishida offered {}?", "Kishida is told {}",
        "Kishida got promised {}",
        "Kishida received an offer of {}.",
        "Kishida faces {}.", "{}? Kishida should say yes.", "How was Kishida told of {}?",
        "Kishida has been warned of {}"]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("typed", TOLD)
def test_whoever_is_told_words_is_not_held_to_have_said_them(checks, way, typed):
    (found,) = checks(typed.format("“a new future”"), way)
    assert (found.speaker, found.verdict) == (None, "exact")


@pytest.mark.parametrize("typed", ["Abe was quoted as saying {}", "Abe must have said {}"])
def test_whoever_is_quoted_or_must_have_said_words_is_held_to(checks, typed):
    assert whose(checks(typed.format(EARLY))) == [ABE]


QUESTIONS = ["Q1 {} Q2 {}", "Q1: {}, Q2: {}", "No. 1 {}; No. 2 {}", "Quote 1: {}\nQuote 2: {}",
             "A: {}\nB: {}", "Option A: {}\nOption B: {}"]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("numbered", QUESTIONS)
def test_the_number_of_a_quotation_is_no_part_of_a_name(checks, way, numbered):
    said = [f"Kono {CHARM}", f"Abe {EARLY}"]
    assert whose(checks(numbered.format(*said), way)) == [KONO, ABE]


def posted(*lines):
    """Return the post of an app, whose lines stand in one section."""
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "\n".join(lines)}}
    return {"bot_id": "B1", "text": "", "blocks": [block]}


@pytest.mark.parametrize("marks", [("A:", "B:"), ("*A:*", "*B:*"), ("Speaker 1:", "Speaker 2:")])
def test_lettered_lines_of_an_app_are_checked_without_their_letters(checks, marks):
    said = [PRESSURE.removeprefix("> "), PARTNER.removeprefix("> ")]
    found = checks(posted(*map("{} {}".format, marks, said)))
    assert [(c.verdict, c.unknown_names) for c in found] == [("exact", ()), ("exact", ())]


def test_the_question_of_an_interview_that_an_app_posts_is_not_checked(checks):
    (found,) = checks(posted("Q: Is this the time?", f"A: {PRESSURE.removeprefix('> ')}"))
    assert found.verdict == "exact"


def table(*rows):
    """Return the post of an app that is one table."""
    cells = [[{"type": "raw_text", "text": cell} for cell in row] for row in rows]
    return {"bot_id": "B1", "text": "", "blocks": [{"type": "table", "rows": cells}]}


SHORT = [
    in_file("KONO: charm diplomacy\nABE: premature"),
    in_file("- **Kono**: charm diplomacy\n- **Abe**: premature"),
    table(["Kono", "charm diplomacy"], ["Abe", "premature"]),
    table(["Speaker", "Kono", "Abe"], ["Quote", "charm diplomacy", "premature"]),
    "Kono: charm diplomacy\nAbe: premature",
    "- Kono: charm diplomacy\n- Abe: premature",
]


@pytest.mark.parametrize("message", SHORT, ids=str)
def test_a_few_words_that_are_somebodys_and_in_print_are_a_quotation(checks, message):
    assert whose(checks(message)) == [KONO, ABE]


def test_items_of_a_list_are_never_one_quotation(checks):
    assert [c.verdict for c in checks("- charm diplomacy\n- premature")] == ["exact", "exact"]


CHATS = [f"[10:02] Alice: Kono said {CHARM}\n[10:04] Bob: and Abe said {EARLY}",
         f"10:02 <alice> Kono said {CHARM}\n10:04 <bob> Abe: {EARLY}"]  # fmt: skip


@pytest.mark.parametrize("typed", CHATS)
def test_of_a_line_of_a_conversation_that_is_read_only_who_tells_is_named(shipped_kb, typed):
    asked = find_quoted(shipped_kb, decode_shortcut({"text": typed}, References()))
    assert whose(reply_to(shipped_kb, asked.meant, TODAY).answer.checks) == [KONO, ABE]
    assert not {"said", "diplomacy", "premature"} & set(re.findall(r"\w+", asked.note))


PRICE = "Ned Price"
BLAMING = ["blames a {}", "decries the {}", "points to a {}", "wants an end to the {}", "saw a {}"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("who", ["The North", "Pyongyang", "North Korea"])
@pytest.mark.parametrize("blaming", BLAMING)
def test_a_body_that_begins_the_next_sentence_takes_its_quotation(checks, way, who, blaming):
    typed = f"Price called it an {PRIORITY}. {who} {blaming.format('“hostile policy”')}."
    assert whose(checks(typed, way)) == [PRICE, "North Korea"]


OTHERS = ["Others mocked {}.", "Analysts saw {}.", "The regime blames {}.", "The world saw {}.",
          "North Korea was angry about {}.", "North Korea accused the US of {}."]  # fmt: skip
JOINED = ["and others mocked {}", "while analysts saw {}", "and, a week later, his host called it {}",
          "a day after the leader's sister spoke of {}", "hours before a colleague said {}"]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("told", [*OTHERS, *JOINED])
def test_whoever_spoke_before_is_not_held_to_have_said_what_another_did(checks, way, told):
    joins = ". " if told in OTHERS else ", "
    found = checks(f"Price called it an {PRIORITY}{joins}{told.format(CHARM)}", way)
    assert [c.verdict for c in found] == ["exact", "exact"]
    assert whose(found)[0] == PRICE
    assert found[1].speaker is None


@pytest.mark.parametrize(
    "typed",
    [
     "Kono spoke of {} and also warned that this is “not the time to reduce pressure”.",
     "Kono called it {}. Pressure, he said, is “not the time to reduce pressure”."],
)  # fmt: skip
def test_who_speaks_on_in_the_next_clause_is_held_to_have_said_it(checks, typed):
    assert whose(checks(typed.format(CHARM))) == [KONO, KONO]


FOR_A_BODY = ["Japan (Kono): {}", "Japan (Foreign Minister Kono): {}", "• Japan (Kono): {}", "{} (Japan, Kono)",
              "{} (Japan/Kono)", "Tokyo (Kono) called it {}", "Japan (Kono) said {}, right?"]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("typed", FOR_A_BODY)
def test_whoever_is_named_in_brackets_behind_a_body_speaks_for_it(checks, way, typed):
    assert whose(checks(typed.format(EARLY), way)) == [KONO]


def test_of_each_body_it_is_the_one_in_its_brackets_who_speaks(checks):
    rows = ["Japan (Abe)", "charm diplomacy"], ["US (Tillerson)", "premature"]
    assert whose(checks(table(*rows))) == [ABE, TILLERSON]
    typed = "\n".join(f"- {who}: “{said}”" for who, said in rows)
    assert whose(checks(typed)) == [ABE, TILLERSON]


OWN_LABELS = ["US view", "American response", "US reaction", "The US side", "*US position*"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("label", OWN_LABELS)
@pytest.mark.parametrize("bullet", ["- ", "• ", ""])
def test_an_item_with_a_label_of_its_own_is_not_the_one_aboves(checks, way, label, bullet):
    typed = f"{bullet}Kono: {CHARM}\n{bullet}{label}: {EARLY}"
    assert whose(checks(typed, way)) == [KONO, "United States"]


NO_LABELS = [
    "Response: {}",
    "In Washington: {}",
    "Another quote: {}",
    "{}",
    "Also check {}",
    "reaction was {}",
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("line", NO_LABELS)
def test_an_item_that_names_nobody_is_not_held_to_be_the_one_aboves(checks, way, line):
    found = checks(f"- Kono: {CHARM}\n- {line.format(EARLY)}", way)
    assert [(c.verdict, c.speaker and c.speaker.name) for c in found] == [
        ("exact", KONO),
        ("exact", None),
    ]


@pytest.mark.parametrize("below", ["He warned of {}", "and {}", "{}, he added"])
def test_what_goes_on_in_the_next_line_is_of_the_one_above(checks, below):
    said = "“This is not the time to reduce pressure or reward the DPRK”"
    assert whose(checks(f"Kono said {said}.\n{below.format(CHARM)}.")) == [KONO, KONO]


def test_a_pronoun_speaks_for_whoever_is_named_before_it(checks):
    said = "“This is not the time to reduce pressure or reward the DPRK,” he said. Kang smiled."
    assert whose(checks(f"Abe was firm. {said}")) == [ABE]
    assert whose(checks(f"The minister was firm. {said}")) == ["minister"]


@pytest.mark.parametrize("told", ["Then came the North’s answer: {}", "{} (so Pyongyang)"])
def test_a_body_whose_answer_it_is_said_a_quotation(checks, told):
    assert whose(checks(f"Kono warned of {CHARM}. {told.format('“hostile policy”')}.")) == [
        KONO,
        "North Korea",
    ]


ASKING = ["*Interviewer:* Is it time to talk?", "The Japan News: Minister, is it time to talk?",
          "REPORTER: Is it time to talk?", "Q1: Is it time to talk?", "*Will there be a summit?*",
          "Q. Is it time to talk?"]  # fmt: skip


@pytest.mark.parametrize("asking", ASKING)
def test_the_questions_of_an_interview_are_no_part_of_its_answers(checks, asking):
    first, second = PRESSURE.removeprefix("> "), PARTNER.removeprefix("> ")
    one = f"{asking}\nTaro Kono: {first}"
    assert whose(checks(one)) == [KONO]
    assert whose(checks(f"{one}\n{asking}\nRex Tillerson: {second}")) == [KONO, TILLERSON]


@pytest.mark.parametrize("title", ["INTERVIEW WITH CHO TAE-YONG", "Interview with Cho Tae-yong"])
def test_the_title_of_an_interview_is_no_quotation(checks, title):
    said = "Cho: It seems unlikely that diplomatic talks will happen without some concessions from either side."
    assert whose(checks(f"{title}\nKH: Will there be a summit?\n{said}")) == ["Cho Tae-yong"]


def test_what_is_told_by_somebody_is_not_told_to_them(checks):
    typed = "Kono said Tillerson had told him that talks were {}"
    (found,) = checks(typed.format(EARLY))
    assert (found.verdict, found.speaker) == ("exact", None)


def test_a_word_before_the_head_of_a_quotation_is_no_name(checks):
    assert whose(checks(f"the pull quote: {CHARM} (Kono on the North)")) == [KONO]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Japan: “premature”", "relayed by diplomatic sources"),
        ("Biden: “a dead end”", "gives to the White House"),
        ("US: “charm diplomacy”", "Exact, but not the United States’:"),
        ("“must unfold in a way that aids efforts”", "gives to an official in Seoul"),
    ],
)
def test_whoever_said_words_is_named_as_a_sentence_goes_on(shipped_kb, typed, told):
    assert told in reply_to(shipped_kb, choose(shipped_kb, typed, TODAY), TODAY).message.text


def test_a_line_that_is_read_is_not_named_as_unread(shipped_kb):
    typed = f"Moon: end the war. Japan: {EARLY}. NK: drop the “hostile policy”."
    asked = find_quoted(shipped_kb, decode_shortcut({"text": typed}, References()))
    assert asked.note.startswith("Not read: “Moon”.")


def test_an_office_in_capitals_is_asked_about_where_several_held_it(shipped_kb):
    answer = reply_to(shipped_kb, choose(shipped_kb, f"POTUS: {PRIORITY}", TODAY), TODAY).answer
    assert [choice.name for choice in answer.choices] == [TRUMP, "Joe Biden"]
