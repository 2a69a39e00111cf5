"""Who did something to somebody is sought in what was said, and is not who that somebody is."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from knowledge.names.personal_names import split_name
from knowledge.names.surnames import find_surnames
from knowledge.questions.intent import Intent
from knowledge.questions.reader import read
from knowledge.questions.topic import find_topic
from knowledge.questions.who_did import find_called
from tests.bot.invented_corpus import InventedCorpus


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("did") / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.state("Upper Velm", "QR", "QRA")
    corpus.person("Nora Blau", post=("minister", "Sordia"))
    corpus.person("Ida Rahn", post=("envoy", "Lutha"))
    corpus.person("Olga Rahn")
    corpus.issue("Canal")
    corpus.said("Lutha", "Canal", "supports", "I have sent Blau a letter.", by="Ida Rahn")
    corpus.said("Lutha", "Canal", "supports", "Rahn sent them a basket.", by="Ida Rahn")
    corpus.said("Sordia", "Canal", "supports", "We met nobody at all.", by="Nora Blau")
    return corpus.kb()


@pytest.fixture
def asked(kb):
    return lambda typed: ask(kb, typed, date(2025, 6, 1)).answer


@pytest.mark.parametrize(
    "typed",
    ["who sent blau a letter", "who sent nora blau a letter", "who has sent the letter to blau"],
)
def test_whoever_did_it_is_shown(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert [s.speaker.id for s in answer.statements] == ["ida-rahn"]


@pytest.mark.parametrize("typed", ["who met rahn", "who replaced blau", "who rejects blau's offer"])
def test_what_nobody_is_on_record_with_is_not_answered_by_a_profile(asked, typed):
    answer = asked(typed)
    assert (answer.outcome, answer.person) == (Outcome.NO_RECORD, None)


@pytest.mark.parametrize("typed", ["who is blau", "who blau", "who was nora blau"])
def test_who_somebody_is_stays_so(asked, typed):
    assert asked(typed).person.id == "nora-blau"


@pytest.mark.parametrize(
    ("name", "surnames"),
    [
        ("Kim Jong Un", ["kim", "un"]),
        ("Moon Jae-in", ["moon", "jaein"]),
        ("Sung Kim", ["kim", "sung"]),
        ("Joe Biden", ["biden"]),
        ("Blau", []),
    ],
)
def test_an_article_goes_on_with_the_surname(kb, name, surnames):
    parts = find_surnames(kb.world, split_name(name))
    assert [part.folded for part in parts] == surnames


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("who met blau", ["blau"]),
        ("who met nora blau", ["blau"]),
        ("who visited new zealand", ["new", "zealand"]),
        ("who attacked upper velm", ["upper", "velm"]),
        ("who sent qr a letter", ["qr"]),
    ],
)
def test_who_it_was_done_to_is_sought_by_surname_or_the_whole_name(kb, typed, called):
    objects = find_topic(kb, read(kb, typed)).objects
    assert [word for actor in objects for word in find_called(kb, actor)] == called


@pytest.mark.parametrize(
    ("typed", "name"), [("who sent qr a letter", "qr"), ("who sent q r a the letter", "q r a")]
)
def test_an_article_joins_letters_alone_to_a_name(kb, typed, name):
    assert [found.typed for found in read(kb, typed).found] == [name]


@pytest.mark.parametrize("typed", ["which countries met nobody", "which minister met nobody"])
def test_which_of_many_did_it_is_sought_too(asked, typed):
    assert [s.speaker.id for s in asked(typed).statements] == ["nora-blau"]


def test_a_verb_alone_is_near_nothing(asked):
    answer = asked("who sent the parcel")
    assert (answer.outcome, answer.statements) == (Outcome.NO_RECORD, ())


@pytest.mark.parametrize("typed", ["who sent ida rahn a basket", "who sent olga rahn a basket"])
def test_what_somebody_did_is_only_near_who_did_it_to_them(asked, typed):
    answer = asked(typed)
    assert (answer.outcome, answer.statements[0].speaker.id) == (Outcome.NO_RECORD, "ida-rahn")
    assert answer.reason.startswith("Nothing on record says who did this to ")


@pytest.mark.parametrize(
    "typed",
    ["who does not trust lutha", "which states distrust lutha", "who has never trusted lutha"],
)
def test_who_does_not_do_something_is_not_who_somebody_is(kb, typed):
    topic = find_topic(kb, read(kb, typed))
    assert topic.intent is Intent.WHO_SAID
    assert not topic.subjects


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("who warned lutha?", "warned lutha"),
        ("who spoke with lutha", "spoke with lutha"),
        ("which countries criticized lutha?", "criticized lutha"),
        ("who praised the lutha", "praised the lutha"),
        ("who supports lutha", "supports lutha"),
        ("who fears lutha", "fears lutha"),
        ("who has threatened nora blau", "threatened nora blau"),
    ],
)
def test_a_verb_that_no_words_have_before_its_object_is_named(asked, typed, told):
    answer = asked(typed)
    assert (answer.outcome, answer.statements) == (Outcome.NO_MATCH, ())
    assert answer.reason.startswith(f"I cannot tell who “{told}”: no words on record have that")
    assert answer.choices


@pytest.mark.parametrize("typed", ["who urged washington?", "who urged the us?"])
def test_words_with_the_verb_right_before_its_object_say_who_did_it(shipped_kb, typed):
    answer = ask(shipped_kb, typed, date(2025, 6, 1)).answer
    assert answer.outcome is Outcome.ANSWER
    assert [s.speaker.id for s in answer.statements] == ["takehiro-funakoshi", "japan"]


@pytest.mark.parametrize("typed", ["who mentioned japan", "who spoke about japan"])
def test_who_spoke_of_somebody_is_no_act(shipped_kb, typed):
    assert ask(shipped_kb, typed, date(2025, 6, 1)).answer.reason == "On record about Japan:"


@pytest.mark.parametrize(
    "typed", ["what did japan urge the us to do?", "what did tokyo urge washington"]
)
def test_what_somebody_urged_another_to_do_has_that_verb(shipped_kb, typed):
    answer = ask(shipped_kb, typed, date(2025, 6, 1)).answer
    assert answer.outcome is Outcome.ANSWER
    assert [s.speaker.id for s in answer.statements] == ["takehiro-funakoshi", "japan"]


@pytest.mark.parametrize("typed", ["did japan warn north korea?", "has japan praised north korea"])
def test_a_verb_that_somebody_s_words_do_not_have_is_named(shipped_kb, typed):
    answer = ask(shipped_kb, typed, date(2025, 6, 1)).answer
    assert answer.outcome is Outcome.NO_RECORD
    verb = typed.split()[2]
    told = f"No statement on record by Japan has “{verb} north korea”."
    assert answer.reason.startswith(told)
