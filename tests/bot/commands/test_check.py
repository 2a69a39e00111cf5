"""/check: the words asked about, what is printed, and never that somebody did not say it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.answers import quote_checks
from bot.answers.answer import Check
from bot.answers.quoted_messages import check_of
from bot.block_kit.block_text import as_text
from bot.cli.ask import as_json, ask
from bot.commands.plain_words import choose
from bot.layout.check_result import detail, heading, summary
from knowledge.check_quote.verdict import MeaningChange, Verdict
from knowledge.citations.answer_budget import OVER_BUDGET
from knowledge.citations.citation import LINK_ONLY
from knowledge.corpus.quotation_limits import WORDS_OF_ONE_ARTICLE
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.bot.layout.shown_slices import shown_slices
from tests.bot.recording_slack import recording
from tests.bot.slack_requests import CHANNEL, USER, app_of, as_read, asked, send, without_digest

TODAY = date(2026, 11, 21)
BAN = "This is not the time to ease the ferry ban"


@pytest.fixture
def check(kb):
    return lambda typed: ask(kb, typed, TODAY)


@pytest.fixture
def with_texts(kb, texts_folder):
    opened = KnowledgeBase(kb.path, texts_folder)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "typed",
    [
        f'/check "{BAN}"',
        f"/check “{BAN},”",
        f"/check {BAN}",
        f'/check orin dask "{BAN}"',
        f'/stance check "{BAN}"',
        f'/stance check: "{BAN}"',
        f"check: {BAN}",
        f'check "{BAN}"',
        f"@stancebook check: “{BAN}”",
        f'did Orin Dask say "{BAN}"?',
        f'was it Orin Dask who said "{BAN}"?',
        f'who said "{BAN}"?',
        f"“{BAN}”",
        f"@stancebook '{BAN}'",
        f"/check '{BAN}'",
        f"/check 「{BAN}」",
        f'/check {BAN}"',
        f'/check "“{BAN}”"',
    ],
)
def test_an_exact_quotation_is_found_however_it_is_asked(check, typed):
    answer = check(typed).answer
    assert answer.command == "check"
    assert [c.verdict for c in answer.checks] == ["exact"]
    assert [s.id for s in answer.statements] == ["dask-ferry-ban"]


EACH_VERDICT = {
    "exact": f'/check "{BAN}"',
    "not theirs": f'/check vehl "{BAN}"',
    "differs": f'/check "{BAN.replace("not", "now")} today"',
    "part": '/check "This is … the time to ease the ferry ban"',
    "not in our articles": '/check "the moon is made of an old green cheese"',
    "outlet": '/check "South Tarsk and Velmora have been at odds"',
    "not proved": '/check "Velmora is not ready to back a South Tarsk plan to sink the ferry, diplomatic sources said"',
    "joined": '/check "to ease the ferry ban … We will keep the ban"',
    "apart": '/check "not the time to ease the ferry ban … will open the harbor before the first snow"',
    "fragment": '/check "not a time to ease"',
    "link only": '/check "each bank keeps its own tolls"',
    "two": '/check "premature" and "a late spring"',
}


@pytest.mark.parametrize("typed", EACH_VERDICT.values(), ids=EACH_VERDICT.keys())
def test_each_verdict_has_its_wording(check, snapshot, broken_limits, typed):
    message = check(typed).message
    assert broken_limits(message) == []
    assert as_read(message) == snapshot


def test_layout(check, snapshot):
    assert without_digest(check(EACH_VERDICT["differs"]).message) == snapshot


@pytest.mark.parametrize("typed", EACH_VERDICT.values(), ids=EACH_VERDICT.keys())
def test_no_answer_says_that_somebody_did_not_say_it(check, typed):
    told = check(typed).message.text.lower()
    assert not any(word in told for word in ("fake", "did not say", "never said", "false"))


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("the time to ease the ferry ban", "Not Jonas Vehl’s: a part of what "),
        (BAN.replace("not", "now"), "Not Jonas Vehl’s: differs from what "),
        (BAN, "Exact, but not Jonas Vehl’s: "),
        (f"{BAN} … before the first snow", "Differs: nothing on record prints this as one quotation, and not all of it is Jonas Vehl’s"),
    ],
)  # fmt: skip
def test_words_of_somebody_else_are_said_to_be_so_in_the_first_line(check, words, first):
    assert check(f'/check vehl "{words}"').message.text.lstrip().startswith(first)


def test_words_that_were_not_found_are_denied_only_where_all_texts_were_searched(
    kb, texts_folder, tmp_path
):
    (tmp_path / "one.txt").write_bytes((texts_folder / "one.txt").read_bytes())
    some, every = KnowledgeBase(kb.path, tmp_path), KnowledgeBase(kb.path, texts_folder)
    typed = '/check "the moon is made of an old green cheese"'
    record = "Not among the quotations on record"
    for opened, first in [
        (kb, f"{record}; the articles’ full texts are not on this machine\n"),
        (some, f"{record}, nor in the 1 full text on this machine\n"),
        (every, "Not in our articles\n"),
    ]:
        assert ask(opened, typed, TODAY).message.text.lstrip().startswith(first)
    some.close()
    every.close()


def test_a_name_that_several_have_is_asked_about(check):
    answer = check(f'/check dask "{BAN}"').answer
    assert answer.outcome == "choice"
    assert check(answer.choices[0].question).answer.checks[0].verdict in {"exact", "not_theirs"}


@pytest.mark.parametrize(
    ("around", "unread"),
    [
        ('Orin Grell "{}"', "Orin Grell"),
        ('"{}" Jonas Grell', "Jonas Grell"),
        ('Teodor Jonas "{}"', "Teodor Jonas"),
        ('grell "{}"', "grell"),
        ('rolf grell "{}"', "rolf grell"),
    ],
)
def test_a_name_with_a_strange_word_beside_it_is_nobodys(check, around, unread):
    told = check(f"/check {around.format(BAN)}")
    (found,) = told.answer.checks
    assert (found.verdict, found.speaker, found.theirs) == ("exact", None, None)
    assert (found.unknown_names, found.attributed_to) == ((unread,), ("Orin Dask",))
    assert told.answer.read_as == ()
    assert told.answer.not_understood == (unread,)
    assert "I did not check who said it" in told.message.text
    assert unread in told.answer.asked


@pytest.mark.parametrize(
    "around", ['did Orin Dask really say "{}"', 'Orin Dask "{}" grell', 'Orin Dask stated: "{}"']
)
def test_a_name_is_read_beside_words_that_are_no_name_and_beyond_the_quotation(check, around):
    (found,) = check(f"/check {around.format(BAN)}").answer.checks
    assert (found.speaker.id, found.theirs, found.unknown_names) == ("orin-dask", True, ())


@pytest.mark.parametrize(
    ("around", "unread", "near"),
    [
        ('Orin Daskk "{}"', "Orin Daskk", "orin-dask"),
        ('"{}" Vehll', "Vehll", "jonas-vehl"),
        ('DR Velmora "{}"', "DR Velmora", "velmora"),
        ('did Mr. Velmora really say "{}"?', "Mr. Velmora", "velmora"),
        ('in 2025 Mrs Velmora "{}"', "Mrs Velmora", "velmora"),
    ],
)
def test_a_name_that_is_only_near_one_on_record_is_nobodys_and_is_offered(
    check, around, unread, near
):
    told = check(f"/check {around.format(BAN)}")
    (found,) = told.answer.checks
    assert (found.verdict, found.speaker, found.unknown_names) == ("exact", None, (unread,))
    assert "Exact, speaker not checked: " in told.message.text
    assert [choice.id for choice in told.answer.choices] == [near]
    (pressed,) = check(told.answer.choices[0].question).answer.checks
    assert pressed.speaker.id == near


@pytest.mark.parametrize("around", ['Mr. Vehl "{}"', 'Dr Jonas Vehl "{}"', 'in 2025 Vehl "{}"'])
def test_a_person_is_read_with_a_title_and_after_a_date(check, around):
    told = check(f"/check {around.format(BAN)}").answer
    assert [c.speaker.id for c in told.checks] == ["jonas-vehl"]
    assert told.choices == ()


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [
        ('is this a real quote: "{}"', None),
        ('fact check: "{}"', None),
        ('can you verify "{}"', None),
        ('please confirm that Orin Dask said "{}"', "orin-dask"),
        ('heard "{}" from Orin Dask, legit?', "orin-dask"),
        ('is "{}" fake or genuine?', None),
    ],
)
def test_words_that_ask_about_a_quotation_are_no_name(check, typed, speaker):
    (found,) = check(f"/check {typed.format(BAN)}").answer.checks
    assert (found.speaker.id if found.speaker else None) == speaker
    assert found.unknown_names == ()


NATIVE = "We can’t sign a paper that nobody has read"
SWAPPED = [("not_theirs", "jonas-vehl", False), ("differs", "orin-dask", False)]


def claims(answer):
    return [(c.verdict, c.speaker.id if c.speaker else None, c.theirs) for c in answer.checks]


@pytest.mark.parametrize(
    "typed",
    [
        "Jonas Vehl said “{}” and Orin Dask said “{}”",
        "“{},” said Jonas Vehl, and “{},” said Orin Dask",
        "check Jonas Vehl: “{}” and Orin Dask: “{}”",
        "check these\n“{}” – Vehl\n“{}” – Orin Dask",
        "did Vehl say “{}” or Orin Dask “{}”?",
    ],
)
def test_each_quotation_is_held_against_the_name_that_belongs_to_it(check, typed):
    swapped = check(typed.format(BAN, NATIVE)).answer
    assert claims(swapped) == SWAPPED
    assert claims(check(swapped.asked).answer) == SWAPPED


@pytest.mark.parametrize(
    "typed",
    [
        "“{},” Vehl said to Orin Dask. “{}”",
        "Vehl said “{}” in Velmora and “{}”",
        "according to Vehl “{}” and “{}”",
    ],
)
def test_where_and_to_whom_it_was_said_is_no_speaker(check, typed):
    told = check(f"/check {typed.format(BAN, NATIVE)}").answer
    assert {c.speaker.id for c in told.checks} == {"jonas-vehl"}


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Jonas Vehl, responding to Orin Dask, said “{}”", ["jonas-vehl"]),
        ("It was not Orin Dask but Jonas Vehl who said “{}”", ["jonas-vehl"]),
        ("Jonas Vehl told Orin Dask it was “{}”", ["jonas-vehl"]),
        ("Jonas Vehl quoted Orin Dask: “{}”", []),
        ("Orin Dask met Jonas Vehl. He said: “{}”", []),
        ("She told Orin Dask: “{}”", []),
        ("Orin Dask or Jonas Vehl “{}”", []),
    ],
)
def test_one_quotation_is_held_against_the_one_to_whom_the_prose_gives_it(check, typed, named):
    told = check(f"/check {typed.format(BAN)}")
    assert [c.speaker.id for c in told.answer.checks if c.speaker] == named
    assert ("speaker not checked" in told.message.text) == (not named)


@pytest.mark.parametrize("around", ["/check “{}” with Velmora", "/check “{}” about Velmora"])
def test_somebody_on_record_who_is_only_mentioned_is_not_read_and_no_stranger(check, around):
    answer = check(around.format(BAN)).answer
    assert (answer.checks[0].verdict, answer.checks[0].unknown_names) == ("exact", ())
    assert answer.not_understood == ("Velmora",)


def test_a_quotation_beside_a_strangers_lends_it_no_name(check):
    told = check(f"Orin Dask: “{BAN}” and Grell: “{NATIVE}”")
    assert claims(told.answer)[0] == ("exact", "orin-dask", True)
    assert claims(told.answer)[1] == ("differs", None, None)
    assert told.answer.checks[1].unknown_names == ("Grell",)
    assert claims(check(told.answer.asked).answer) == claims(told.answer)


@pytest.mark.parametrize(
    "typed", ["Orin Dask and Jonas Vehl: “{}” and “{}”", "Orin Dask “{}” Jonas Vehl “{}” Marrow"]
)
def test_where_it_cannot_be_told_which_words_are_whose_it_is_said(check, typed):
    told = check(f"/check {typed.format(BAN, NATIVE)}")
    assert claims(told.answer) == [("exact", None, None), ("differs", None, None)]
    named = [ref.id for ref in told.answer.checks[0].possible_speakers]
    assert named == ["orin-dask", "jonas-vehl"]
    assert "Exact, speaker not checked: " in told.message.text
    assert "whether you give these words to Orin Dask or to Jonas Vehl." in told.message.text


def test_one_of_several_names_that_two_people_have_is_asked_about(check):
    answer = check(f"Dask: “{BAN}” and Vehl: “{NATIVE}”").answer
    assert answer.outcome == "choice"
    told = check(answer.choices[0].question).answer
    assert {c.speaker.id for c in told.checks} == {"jonas-vehl", answer.choices[0].id}


def test_words_printed_in_two_places_list_both(check):
    told = check('/check "opening of the border"')
    found = told.answer.checks[0]
    assert len(found.statements) == 2
    assert found.other_statement_count == 0
    assert len(found.also_in) == 1
    assert "Also in: " in told.message.text
    assert set(found.statements) == {shown.statement.id for shown in shown_slices(told)}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("“opening of the border”", "A part of what an article prints and gives to Ilse Marrow; also printed in Valley Post"),
        ("“the border”", "A part of what Valley Post prints and gives to Jonas Vehl; another article gives these words to Ilse Marrow"),
        ("“the ferry”", "A part of what Valley Post prints and gives to Orin Dask; also printed in another article"),
    ],
)  # fmt: skip
def test_an_article_gives_words_to_those_alone_to_whom_it_does(with_texts, typed, told):
    replied = ask(with_texts, f"/check {typed}", TODAY)
    assert replied.message.text.startswith(told)
    (found,) = json.loads(as_json(replied))["checks"]
    own = {found["article"]["id"], *(one["article"] for one in found["also_attributed"])}
    unread = {source["id"] for source in found["also_in"]} - own
    assert bool(unread) == ("also printed in" in told)
    assert [one["to"] for one in found["also_attributed"]] in ([], [["Ilse Marrow"]])


@pytest.mark.parametrize(("who", "theirs"), [("Abe", None), ("Japan", True), ("Kono", False)])
def test_words_of_somebodys_administration_are_not_called_somebody_elses(shipped_kb, who, theirs):
    typed = f"/check “no meaningful dialogue can be held with the North” {who}"
    told = ask(shipped_kb, typed, TODAY)
    assert told.answer.checks[0].theirs is theirs
    assert ("Whether they are Shinzo Abe’s is not on record." in told.message.text) == (
        who == "Abe"
    )


def test_words_of_a_relative_are_called_somebody_elses(shipped_kb):
    found = ask(shipped_kb, "/check “a new future” Kim Jong Un", TODAY).answer.checks[0]
    assert (found.verdict, found.theirs) == ("not_theirs", False)


def test_relayed_words_are_given_to_nobody_without_who_relayed_them(check):
    told = check('/check "premature"')
    assert told.answer.checks[0].attributed_to == ("Orin Dask, relayed by the sources",)
    assert "gives them to Orin Dask, relayed by the sources" in told.message.text


def test_whose_words_of_a_whole_text_are_is_not_read_from_it(with_texts):
    said = "A map that he held up showed four crossings, of which two have been closed since the flood and one is a footbridge."
    told = ask(with_texts, f'/check vehl "{said}"', TODAY)
    (found,) = told.answer.checks
    assert (found.verdict, found.theirs, found.from_whole_text) == ("exact", None, True)
    assert "is not read from the text" in told.message.text
    assert "see the article" not in told.message.text


def test_a_date_around_the_quotation_is_said_not_to_be_checked(check):
    answer = check(f'/check orin dask in 2021 "{BAN}"').answer
    assert answer.reason.startswith("Not checked: “in 2021”")
    assert check(f'/check orin dask "{BAN}"').answer.reason is None


@pytest.mark.parametrize("typed", [f'"{"ferry " * 600}"', "ferry " * 600, f"“{'ferry ' * 600}"])
def test_a_text_that_is_too_long_is_told_so(check, typed):
    told = check(f"/check {typed}")
    assert told.answer.outcome == "no_match"
    assert "3,000 characters" in told.message.text
    assert "3,000 characters" in check(f'/check "{BAN}" {typed}').message.text


FIVE = [BAN, "will open the border before the first snow", "can't sign a paper that nobody has read",
        "Without a ferry, there is nobody to talk to", "a late spring"]  # fmt: skip


def test_every_verdict_is_on_the_first_screen_and_every_statement_behind_more(check):
    typed = " ".join(f'"{words}"' for words in FIVE)
    first = check(f"/check {typed}")
    assert first.message.text.count("Exact: ") == len(FIVE)
    assert all(words in first.message.text for words in FIVE)
    seen = [s.id for s in first.answer.statements]
    assert len(seen) == len(FIVE)
    shown = [bar.statement.id for bar in shown_slices(first)]
    assert len(shown) == 3
    more = check(f"{first.answer.asked} more {len(shown)}")
    assert more.answer.skip == len(shown)
    assert {bar.statement.id for bar in shown_slices(more)} == set(seen) - set(shown)
    assert more.message.text.count("Exact: ") == len(FIVE) - len(shown)
    assert "not understood" not in more.message.text


def test_a_check_whose_statement_is_behind_more_shows_no_printed_words(check, quoted):
    changed = [words.replace(" a ", " one ").replace("the", "this") for words in FIVE]
    told = check("/check " + " ".join(f'"{words}"' for words in changed))
    assert sum(c.verdict == "differs" for c in told.answer.checks) == 4
    signatures = told.message.text.count(" · Mar 12, [2025] · ")
    assert 0 < signatures <= 3
    own = {q.exact for s in told.answer.statements[:3] for q in s.quotes}
    assert {q.strip("“”") for q in quoted(told.message.blocks)} <= own


@pytest.mark.parametrize(
    ("kind", "whose", "read"),
    [("direct", "Exact, speaker not read: ", True), ("narration", "Exact, in the outlet’s own words: ", False)],
)  # fmt: skip
def test_a_quotation_of_a_whole_text_is_nobodys_until_it_is_on_record(invented, kind, whose, read):
    found = Check(asked="x y", verdict=Verdict.EXACT, kind=kind, printed="x y", from_whole_text=True,
                  article=invented.cited().article)  # fmt: skip
    assert as_text(heading(found).blocks).startswith(whose)
    assert ("I cannot tell from the text who said it" in as_text(detail(found).blocks)) == read


def test_an_ellipsis_that_leaves_nothing_out_is_told(check):
    note = "The ellipsis leaves nothing out."
    assert note in check(f'/check "This … {BAN.removeprefix("This ")}"').message.text
    assert note not in check(f'/check "{BAN}"').message.text


def test_the_articles_form_stands_in_the_verdict(invented):
    source = invented.cited(article={"form": "Slightly abridged"}).article
    nothing = {Verdict.NOT_FOUND, Verdict.NOT_CHECKED}
    for verdict in Verdict:
        told = as_text(heading(Check(asked="x", verdict=verdict, article=source)).blocks)
        assert ("(marked “Slightly abridged”) print" in told) == (verdict not in nothing)
    outlets = [source, source.model_copy(update={"form": None})]
    told = as_text(
        heading(Check(asked="x", verdict="exact", article=source, also_in=outlets)).blocks
    )
    assert "(3 articles) (one marked “Slightly abridged”) print these words" in told


def test_names_and_dates_within_the_quotation_are_not_read(check):
    answer = check('/check "Marrow will come as of banana, more 3"').answer
    assert answer.checks[0].speaker is None
    assert answer.outcome == "no_record"


@pytest.mark.parametrize("joined", ["", f" … {BAN}"])
def test_words_of_an_article_that_may_only_be_linked_are_never_shown_nor_shared(check, joined):
    answered = check(f'/check "each bank keeps its own tolls{joined}"')
    found = answered.answer.checks[0]
    linked = found.parts[0] if joined else found
    assert linked.printed is None
    assert linked.withheld_reason
    assert answered.answer.asked is None


def test_a_whole_text_is_quoted_within_the_budget(with_texts, texts_folder):
    text = (texts_folder / "one.txt").read_text(encoding="utf-8")
    sentences = [
        "The proposal goes back to a letter that the mayors of the valley wrote to each other in the winter, after the ice had carried away the old bridge and the ferry had stayed in its shed for some eleven weeks.",
        "It asks for three crossings, a common toll and a bell that is rung when the river rises.",
        "The paper has eleven pages and a map of 3,500 wells, some of them dry.",
        "Farmers on either side of the river have waited for an answer since the autumn fair, and many of them sold their cattle early.",
        "A map that he held up showed four crossings, of which two have been closed since the flood and one is a footbridge.",
    ]  # fmt: skip
    typed = " ".join(f'"{s}"' for s in sentences)
    checks = ask(with_texts, f"/check {typed}", TODAY).answer.checks
    shown = [c.printed for c in checks if c.printed]
    assert text
    assert {c.verdict for c in checks} == {"exact"}
    assert sum(len(words.split()) for words in shown) <= WORDS_OF_ONE_ARTICLE
    assert any(c.withheld_reason for c in checks)


def test_what_was_left_out_between_quotes_is_shown_within_the_budget(with_texts, texts_folder):
    joined = "“to ease the ferry ban … We will keep the ban”"
    (alone,) = ask(with_texts, f"/check {joined}", TODAY).answer.checks
    assert any("customs house" in words for words in alone.left_out)
    lines = (texts_folder / "one.txt").read_text(encoding="utf-8").splitlines()
    proposal = next(line for line in lines if line.startswith("The proposal"))
    paper = lines[-1][lines[-1].index("The paper") :]
    typed = f'/check "{proposal}" "{paper}" {joined}'
    *_, last = ask(with_texts, typed, TODAY).answer.checks
    assert (last.verdict, last.left_out) == ("part", ())
    assert last.withheld_words > 10
    assert "are not shown" in ask(with_texts, typed, TODAY).message.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Time to ease the ferry ban", "you asked “Time”, the article prints “time”"),
        ("This is not the “time” to end the ferry ban", "quotation marks; you asked “end”, which"),
    ],
)
def test_words_that_differ_in_writing_alone_are_no_others_where_print_is_kept_back(
    with_texts, monkeypatch, asked, told
):
    monkeypatch.setattr(quote_checks._Screen, "_withheld", lambda *_: OVER_BUDGET)
    assert told in ask(with_texts, f"/check «{asked}»", TODAY).message.text


@pytest.mark.parametrize("reason", [OVER_BUDGET, LINK_ONLY])
def test_where_printed_words_are_kept_back_their_warnings_stay(with_texts, monkeypatch, reason):
    monkeypatch.setattr(quote_checks._Screen, "_withheld", lambda *_: reason)
    typed = '/check "This is now the time to ease the ferry" "the time to ease the ferry ban"'
    answered = ask(with_texts, typed, TODAY)
    differs, part = answered.answer.checks
    assert differs.differences[0].asked == "now"
    assert not any(d.printed for d in differs.differences)
    assert part.left_out == ()
    told = answered.message.text
    assert "the article does not print there" in told
    assert f"What the article prints there is not shown: {reason}." in told
    assert f"3 words that you left out are not shown: {reason}." in told
    word = "the negation “not”" if reason is OVER_BUDGET else "a negation"
    assert f"Careful: what you left out holds {word}." in told


def test_a_verdict_without_its_statement_keeps_its_warnings():
    turns = [
        MeaningChange(kind="condition", word="if Vehl is", where="around"),
        MeaningChange(kind="negation", word="not", where="left_out"),
    ]
    found = Check(asked="a late spring", verdict=Verdict.PART, meaning_changes=turns)
    told = as_text(summary(found).blocks)
    assert "Careful: in the article, a condition goes with these words." in told
    assert "Careful: what you left out holds the negation “not”." in told


def test_more_quotations_than_one_answer_holds_are_counted(check):
    answer = check("/check " + " ".join(f'"{BAN} {n}"' for n in "abcdefg")).answer
    assert len(answer.checks) == 5
    assert answer.reason.startswith("2 quotations were not checked")


@pytest.mark.parametrize(
    "words",
    [
        "called the plan {} at a meeting in the harbor town of Lund",
        "Northern Bureau, called the plan {} at a meeting",
        "Tarsk Radio called the announcement {} in its evening program",
    ],
)
@pytest.mark.parametrize("marks", ["‘{}’", "'{}'", "“{}”"])
def test_single_marks_within_a_quotation_are_those_of_the_article(with_texts, words, marks):
    quoted = marks.format("a late spring" if "Radio" in words else "premature")
    told = ask(with_texts, f"/check “{words.format(quoted)}”", TODAY)
    (found,) = told.answer.checks
    assert found.verdict == "part"
    assert not found.differences


def test_words_in_single_marks_that_differ_are_told_without_the_marks(with_texts):
    told = ask(with_texts, "/check “called the plan ‘premature’ at a hearing in the town”", TODAY)
    (found,) = told.answer.checks
    assert "premature" not in "".join(d.asked + d.printed for d in found.differences)


@pytest.mark.parametrize("word", ["lighthouse", "herring", "Lund", "marrow"])
def test_a_word_that_an_article_prints_is_never_said_not_to_be_in_it(with_texts, word):
    told = ask(with_texts, f'/check "{word}"', TODAY)
    assert told.answer.checks[0].verdict == "part"
    assert told.message.text.startswith("A part of what ")


def test_a_word_that_nothing_prints_is_said_not_to_be_there(with_texts):
    assert "Not in our articles" in ask(with_texts, '/check "zither"', TODAY).message.text


@pytest.mark.parametrize("words", ["the", "it is", "not"])
def test_words_that_stand_everywhere_are_not_said_to_stand_nowhere(with_texts, words):
    told = ask(with_texts, f'/check "{words}"', TODAY).message.text
    assert told.startswith("Too common to be looked up")
    assert "nothing close" not in told


def test_the_json_says_it_all(check):
    data = json.loads(as_json(check(f'/check "{BAN.replace("not ", "")}"')))
    (found,) = data["checks"]
    assert found["differences"] == [{"asked": "", "printed": "not"}]
    assert found["meaning_changes"] == [
        {"kind": "negation", "word": "not", "where": "only_printed"}
    ]
    assert data["statements"][0]["id"] == found["statements"][0]


def test_other_commands_have_no_checks(check):
    assert json.loads(as_json(check("/stance velmora border-opening")))["checks"] == []


def test_quotation_marks_alone_do_not_make_a_check_of_a_question(kb):
    assert choose(kb, "Velmora’s stance on “border opening”")[0].name == "stance"


def test_a_name_between_marks_is_still_a_name(kb):
    assert choose(kb, "“border opening”")[0].name == "stance"


@pytest.mark.parametrize("typed", ['"its “late spring” for North Tarsk"', "vehl 'a late spring'"])
def test_nested_and_single_marks_hide_no_name_and_lend_none(check, typed):
    answer = check(f"/check {typed}").answer
    assert len(answer.checks) == 1
    speaker = answer.checks[0].speaker
    assert (speaker.id if speaker else None) == ("jonas-vehl" if typed.startswith("vehl") else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing is quoted here", None),
        (f"Vehl said “{BAN}”", f'Vehl: "{BAN}"'),
        (f"Vehl told Marrow “{BAN}”", f'Vehl: "{BAN}"'),
        (f"Asked about Marrow’s plan, Vehl shot back: “{BAN}”", f'Vehl: "{BAN}"'),
        (f"After Marrow spoke, Vehl said “{BAN}”", f'Vehl: "{BAN}"'),
        (f"“{BAN}” Vehl told Ilse Marrow.", f'Vehl: "{BAN}"'),
        (f"She said “{BAN}”", f'"{BAN}"'),
        (f"Vehl met Ilse Marrow. She said “{BAN}”", f'Vehl and Ilse Marrow: "{BAN}"'),
        (f"Vehl quoted Marrow: “{BAN}”", f'Vehl and Marrow: "{BAN}"'),
        (f"She told Vehl: “{BAN}”", f'Vehl and someone: "{BAN}"'),
        (f"Grell Holm told Vehl: “{BAN}”", f'Grell Holm: "{BAN}"'),
        (f"Orin Grell said “{BAN}”", f'Orin Grell: "{BAN}"'),
        (f"Grell said in Lund: “{BAN}”", f'Grell: "{BAN}"'),
        (f"On Monday, Vehl told the band “{BAN}”", f'Vehl: "{BAN}"'),
        (
            f"Vehl said “{BAN}” and Ilse Marrow said “one two”",
            f'Vehl: "{BAN}"\nIlse Marrow: "one two"',
        ),
        ("“one two”, Vehl said; “three,” said Grell Holm", 'Vehl: "one two"\nGrell Holm: "three,"'),
        ("• “one two” – Vehl\n• “three” – Tarsk Radio", 'Vehl: "one two"\nTarsk Radio: "three"'),
        ("Vehl: “one”\n“two”\nMarrow: “three”", 'Vehl: "one"\nsomeone: "two"\nMarrow: "three"'),
        (f"nobody of the grells said “{BAN}”", f'grells: "{BAN}"'),
        (f"nobody in the room had “{BAN}”", f'"{BAN}"'),
        ("“one two,” he said, “three”", '"one two," "three"'),
        ("“one two\n\n“three four”", '"one two three four"'),
    ],
)
def test_a_message_is_checked_for_its_quotations_and_the_one_it_names(kb, text, expected):
    assert check_of(kb, text) == expected


def _action(text, response_url):
    return {
        "type": "message_action", "callback_id": "check_quote", "user": {"id": USER},
        "team": {"id": "T1"}, "channel": {"id": CHANNEL}, "trigger_id": "1",
        "response_url": response_url, "message": {"type": "message", "text": text},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"&gt; “{BAN}” &amp; more", "Exact: Valley Post"),
        ("no quotation", "no words between quotation marks"),
    ],
)
def test_the_shortcut_answers_the_person_alone(kb, text, told):
    with recording() as slack:
        app = app_of(kb, slack_api_url=slack.api_url)
        assert send(app, _action(text, slack.response_url))[0] == 200
        (sent,) = slack.posts
    assert told in sent["text"]
    assert sent["response_type"] == "ephemeral"
    assert not sent["replace_original"]


def test_slack_gets_a_button_to_share_what_may_be_shown(kb):
    payload = asked(app_of(kb), "/check", f'"{BAN}"')
    assert "Share…" in json.dumps(payload, ensure_ascii=False)


@pytest.mark.parametrize(("length", "whole"), [(80, True), (81, False)])
def test_a_date_beside_the_quotation_is_repeated_up_to_eighty_characters(check, length, whole):
    typed = "as of".ljust(length - 4) + "2018"
    assert ("2018" in check(f'/check "{BAN}" {typed}').answer.reason) == whole


@pytest.mark.parametrize(("length", "whole"), [(150, True), (151, False)])
def test_a_heading_repeats_up_to_a_hundred_and_fifty_characters(length, whole):
    found = Check(asked="z" * length, verdict=Verdict.NOT_FOUND)
    assert ("z" * length in as_text(heading(found).blocks)) == whole


@pytest.mark.parametrize(("length", "compared"), [(900, True), (901, False)])
def test_words_beside_the_print_are_compared_up_to_a_length(length, compared):
    asked = ("ease " + "x" * length)[:length]
    shown = detail(Check(asked=asked, verdict=Verdict.DIFFERS, printed="reduce", kind="direct"))
    assert ('"bold": true' in json.dumps(shown.blocks[0]["elements"][0])) == compared


def test_a_date_without_a_year_beside_a_quotation_is_not_checked_and_said_so(check):
    answer = check(f'/check "{BAN}" said in February').answer
    assert answer.checks
    assert "Not checked: “in February”." in answer.reason


def test_what_was_not_checked_is_said_to_be_so_and_the_rest_is_answered(check):
    replied = check(f'/check "{"ferry … " * 30}" "{BAN}"')
    assert [c.verdict for c in replied.answer.checks] == ["not_checked", "exact"]
    assert "Not checked" in replied.message.text
    assert "Check it in shorter pieces" in replied.message.text
    alone = check(f'/check "{"ferry … " * 30}"').answer
    assert (alone.outcome, alone.statements) == ("no_match", ())


def test_a_quotation_that_recurs_is_checked_once(check):
    answer = check("/check " + f'"{BAN}" ' * 9).answer
    assert [c.verdict for c in answer.checks] == ["exact"]
    assert answer.reason is None


def test_parts_that_were_not_checked_are_shown_as_such(with_texts):
    quotes = [BAN, "We will keep the ban until the last fisherman is home."]
    text = ask(with_texts, f"/check “{' … '.join(quotes * 4)}”", TODAY).message.text
    assert "Part 7. Not checked" in text


def test_words_that_nothing_prints_come_with_the_nearest_of_that_speaker(shipped_kb):
    typed = '/check "Kono said we should not be blinded by North Korea charm offensive"'
    answer, message = ask(shipped_kb, typed, TODAY)
    assert (answer.outcome, answer.checks[0].nearest) == ("no_record", "kono-pressure")
    lines = message.text.splitlines()
    assert lines[1].endswith("charm offensive”. That is no finding that nobody said it.")
    at = lines.index("Nearest by Taro Kono, not the same words:")
    assert lines[at + 1] == (
        "> He [Taro Kono] warned against being distracted by North Korea’s “charm diplomacy.”"
    )


@pytest.mark.parametrize(
    "claim", ["Japan supports the end-of-war declaration", "Japan never backed the end of the war"]
)
def test_a_claim_that_nothing_prints_comes_with_the_record_on_that_question(shipped_kb, claim):
    answer, message = ask(shipped_kb, f'/check "{claim}"', TODAY)
    (stance,) = answer.stances
    assert (stance.holder.id, stance.issue.id, stance.value) == (
        "japan",
        "end-of-war",
        "reluctant",
    )
    assert "\nOn that question: Japan reluctant as of Nov 2021, 5 years old\n" in message.text
    assert "[Japan on End of war]" in message.text


@pytest.mark.parametrize(
    "claim",
    [
        "the moon is made of an old green cheese",
        "Taro Aso supports the end-of-war declaration",
        "Japan and South Korea support the end-of-war declaration",
        "Korea supports the end-of-war declaration",
    ],
)
def test_what_names_nobody_or_somebody_else_comes_with_no_ones_record(shipped_kb, claim):
    answer = ask(shipped_kb, f'/check "{claim}"', TODAY).answer
    assert answer.stances == ()
    assert answer.statements == ()


def test_what_comes_near_is_never_told_as_printed(shipped_kb):
    near = 0
    for row in shipped_kb.stances():
        who, issue = shipped_kb.name_of(row.holder), shipped_kb.name_of(row.issue)
        answer, message = ask(shipped_kb, f'/check "{who} danced all night about {issue}"', TODAY)
        if answer.outcome == "no_record" and answer.statements:
            assert "\nOn that question: " in message.text
            assert message.text.startswith("Not among the quotations on record")
            near += 1
    assert near


def test_words_that_stand_beside_those_asked_are_not_quoted_again(check):
    text = check(EACH_VERDICT["differs"]).message.text
    assert text.count(BAN) == 1
    assert "\nOrin Dask, head of the Velmoran Foreign Ministry’s Northern Bureau · Mar 12" in text


def test_only_the_quotes_that_have_the_words_are_shown(check):
    reply = check(f'/check "{BAN}"')
    assert [words for _, words, _ in shown_slices(reply)] == [[f"“{BAN}”"]]
    assert len(reply.answer.statements[0].quotes) > 1
