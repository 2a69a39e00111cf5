"""The review as a curator does it, keys and all, on a text invented for the purpose."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.check_corpus import integrity
from knowledge.citations.citing import cite_statements
from knowledge.corpus import corpus_reader as entries
from knowledge.intake.add.library import Library
from tests.places import CORPUS
from tests.reviewing import ARTICLE, list_statements, list_texts, review_typing

pytestmark = pytest.mark.slow  # dozens of sittings at a terminal


def test_a_curator_accepts_a_quote_names_a_new_person_and_skips(library):
    shown = review_typing(
        library, "a\rp\r\rShe wants to share the river.\rs\ra\rShe thinks nothing of it.\rw\r"
    )
    assert "1 of 3" in shown
    assert "added, 2 statements" in shown
    first, second = list_statements(library)
    assert (first.speaker.id, first.draft, first.quotes[0].exact) == (
        "marta-quill",
        False,
        "The river is ours to share",
    )
    assert second.speaker.id == "marta-quill"
    corpus = library().corpus
    assert corpus.people["marta-quill"].model.name == "Marta Quill"
    assert integrity.problems(corpus) == []


def test_a_scare_quote_is_marked(library):
    assert "no quote   a scare quote" in review_typing(library, "s\rq\r")


def test_after_ctrl_c_the_same_command_goes_on(library):
    assert "Every decision is kept" in review_typing(library, "s\r\x03")
    assert list_statements(library) == []
    shown = review_typing(library, "s\rs\rw\r")
    assert "Going on: 1 of 3 are decided." in shown


def test_a_decision_stays_with_its_candidate_when_more_is_proposed_later(library, tmp_path):
    article = ARTICLE.replace(b"The so-called", b"There is concern in Harborland. The so-called")
    assert "1 of 3" in review_typing(library, "s\rs\ra\rp\r\rHer words.\r", article)
    entry = "id: harborland\nname: Harborland\nclassification: state\n"
    (tmp_path / "corpus" / "organizations" / "harborland.yaml").write_text(entry, "utf-8")
    shown = review_typing(library, "s\rw\r", article)
    assert "Going on: 3 of 4 are decided." in shown
    (statement,) = list_statements(library)
    assert (statement.summary, statement.quotes[0].exact) == ("Her words.", "a waste of paper.")


def test_a_decision_is_undone(library):
    shown = review_typing(library, "s\ru\ra\rp\r\rHer words.\rs\rs\rw\r")
    assert "Undone: skipped (1)." in shown
    assert [s.quotes[0].exact for s in list_statements(library)] == ["The river is ours to share"]


def test_a_stance_has_the_quotation_for_its_grounds(library):
    review_typing(
        library,
        "t\rriver-treaty\rsupports\rvelmora\rc\rnote\rShe spoke for Velmora.\ra\rp\r\rShe is for it.\rs\rs\rw\r",
    )
    (statement,) = list_statements(library)
    (stance,) = statement.stances
    assert (stance.holder, stance.issue, stance.grounds) == ("velmora", "river-treaty", 0)


def test_an_alias_is_kept_with_the_person_it_names(library):
    review_typing(library, "a\ra\rilse-marrow\rHer words.\rs\rs\rw\r")
    assert "Marta Quill" in library().corpus.people["ilse-marrow"].model.aliases


def test_a_curators_comments_stay_where_an_alias_is_added(library, tmp_path):
    file = tmp_path / "corpus" / "people" / "ilse-marrow.yaml"
    file.write_text(f"# Ask her office.\n{file.read_text('utf-8')}", "utf-8")
    assert "added, 1 statement" in review_typing(
        library, "a\ra\rilse-marrow\rHer words.\rs\rs\rw\r"
    )
    assert "Marta Quill" in library().corpus.people["ilse-marrow"].model.aliases
    assert file.read_text("utf-8").startswith("# Ask her office.\n")


def test_a_person_of_another_with_a_like_name_is_kept_apart(library):
    review_typing(library, "a\rd\rilse-marrow\r\rHer words.\rs\rs\rw\r")
    assert library().corpus.people["marta-quill"].model.different_from == ("ilse-marrow",)


def test_a_changed_speaker_must_be_named_by_the_text(library):
    shown = review_typing(library, "c\rspeaker\rilse-marrow\r14-15\ra\rHer words.\rs\rs\rs\rw\r")
    assert "names the speaker" in shown


def test_a_statement_without_a_summary_stays_a_draft_and_is_not_served(library):
    review_typing(library, "a\rp\r\r\rs\rs\rw\r")
    (statement,) = list_statements(library)
    assert statement.draft
    assert statement.id not in {c.id for c in cite_statements(library().corpus)}


def test_drafts_on_record_can_be_reviewed_again(library):
    review_typing(library, "a\rp\r\r\rs\rs\rw\r")
    assert "already on record" in review_typing(library, "")
    review_typing(library, "a\rIn my own words.\rs\rs\rw\r", review=True)
    (statement,) = list_statements(library)
    assert not statement.draft


def test_a_text_on_record_without_proposals_has_nothing_toreview_typing(library):
    plain = ARTICLE.partition("“".encode())[0] + b"The mayor of Ostby went home on Monday.\n"
    review_typing(library, "w\r", plain)
    shown = review_typing(library, "", plain, review=True)
    assert shown.endswith("nothing was changed\nIt has no drafts to review.\n")


def test_the_corpus_can_still_be_read(library, tmp_path):
    review_typing(library, "a\rp\r\rHer words.\rs\rs\rw\r")
    assert entries.read(tmp_path / "corpus")[1] == []


REPORT = b"""Harbor Gazette

Envoy calls river plan premature in talks

By Ada Finch

July 9, 2025

In the evening, Ilse Marrow said on Monday that the treaty, which is old, must be signed unless it rains.

Snow fell on the port all night, and the ferries lay at their berths until noon as they do every winter.

The harbor was built in a time when ships were small, and its gates have been mended more than once since.
"""


def test_a_slice_is_chosen_by_the_numbers_of_its_words(library):
    shown = review_typing(library, "w\r4-20\ra\rShe wants it signed.\rw\r", REPORT)
    assert "in(1) the(2)" in shown.lower()
    assert list_texts(library) == [
        [
            "[…] Ilse Marrow said on Monday that the treaty, which is old, must be signed unless it rains."
        ]
    ]


def test_a_slice_that_drops_a_condition_is_refused(library):
    shown = review_typing(library, "w\r4-16\ra\rShe wants it signed.\r", REPORT)
    assert "The cut drops the condition 'unless'" in shown
    assert list_statements(library) == []


@pytest.mark.parametrize("typed", ["x", "0-3", "3-2", "5-9 7-8", "90"])
def test_numbers_outside_the_words_are_asked_for_again(library, typed):
    shown = review_typing(library, f"w\r{typed}\r4-20\ra\rShe wants it signed.\rw\r", REPORT)
    assert "numbers" in shown
    assert len(list_statements(library)) == 1


def test_words_without_a_speaker_are_not_accepted(library):
    article = ARTICLE.replace(b"Quill said that any treaty would be", b"Ilse Marrow wore a hat:")
    shown = review_typing(library, "s\ra\rq\r", article)
    assert "The text names nobody who said it. Change the speaker, or skip it." in shown
    review_typing(
        library, "c\rspeaker\rilse-marrow\r1-3\rIlse Marrow\ra\rHer words.\rs\rw\r", article
    )
    assert [s.speaker.id for s in list_statements(library)] == []


def test_who_is_meant_is_filled_for_a_speaker_on_record(library):
    article = ARTICLE.replace(b"July 9, 2025\n", b"July 9, 2025\n\nIlse Marrow came to Ostby.\n")
    shown = review_typing(library, "c\rspeaker\rilse-marrow\r12-13\rq\r", article)
    assert "speaker    Ilse Marrow (ilse-marrow)" in shown
    assert "refers to  Ilse Marrow" in shown


def test_a_speaker_without_a_name_is_described_in_printed_words(library):
    keys = "c\rdescribed\r8-10\ra\rSomeone.\rs\rs\rw\r"
    article = ARTICLE.replace(b"the mayor of Ostby, Marta Quill,", b"a harbor official")
    review_typing(library, keys.replace("8-10", "10-12"), article)
    (statement,) = list_statements(library)
    assert (statement.speaker.id, statement.speaker.description) == (None, "a harbor official")
    assert statement.sourcing == "unnamed"


def test_missing_parts_of_the_head_are_asked_for_once(library):
    bare = "\n\n".join(["July 9, 2025", *ARTICLE.decode().split("\n\n")[4:]]).encode()
    shown = review_typing(library, "Some headline\r\r\r\rq\r", bare)
    assert "Not found in the text" in shown
    assert 'The text does not print "Some headline"' in shown
    shown = review_typing(library, "s\rs\rs\rw\r", bare)
    assert "Not found" not in shown
    assert "added, 0 statements" in shown


def test_decisions_survive_a_change_of_the_head(library):
    undated = ARTICLE.replace(b"July 9, 2025", b"")
    keys = "2025-07-09\ra\rp\r\rHer words.\rh\rpublished\r2025-07-16\rs\rs\rw\r"
    review_typing(library, keys, undated)
    (statement,) = list_statements(library)
    assert statement.said.from_.isoformat() == "2025-07-14"


def test_a_day_other_than_the_printed_one_is_refused_when_it_is_given(library):
    shown = review_typing(library, "h\rpublished\r2025-07-16\r2025-07-09\rs\rs\rs\rw\r")
    assert "The head prints a day: 'July 9, 2025'." in shown
    assert "added, 0 statements" in shown


def test_a_day_is_asked_for_until_it_can_be_read(library):
    undated = ARTICLE.replace(b"July 9, 2025", b"")
    shown = review_typing(library, "soon\r03/04/2025\r2025-07-09\rs\rs\rs\rw\r", undated)
    assert '"soon" is not a day. Write it as 2024-02-16.' in shown
    assert "'03/04/2025', which is 2025-03-04 or 2025-04-03. Write it as" in shown
    assert "added, 0 statements" in shown


def test_a_change_survives_ctrl_c_and_can_be_undone(library):
    review_typing(library, "c\rsourcing\rrelayed\r\x03")
    assert "sourcing   relayed" in review_typing(library, "q\r")
    assert "sourcing   relayed" not in review_typing(library, "u\rq\r").rpartition("Undone")[2]


def test_a_stance_of_a_fragment_rests_on_its_quotation_or_its_clause(library):
    keys = "s\rs\rt\rriver-treaty\ropposes\rvelmora\rc\rc\rnote\rShe spoke for Velmora.\r"
    keys += "a\rp\r\rShe is against it.\rw\r"
    review_typing(library, keys)
    (statement,) = list_statements(library)
    assert statement.quotes[statement.stances[0].grounds].exact == (
        "Quill said that any treaty would be “a waste of paper.”"
    )


def test_a_condition_is_words_of_the_quotation(library):
    keys = "t\rriver-treaty\rconditional\rvelmora\runless it rains\ra\rIf it is dry.\rw\r"
    shown = review_typing(library, keys, REPORT)
    (statement,) = list_statements(library)
    assert statement.stances[0].condition in statement.quotes[0].exact
    assert "stance     velmora conditional river-treaty: " in shown


def test_a_summary_against_the_codebook_is_refused_before_writing(library):
    shown = review_typing(library, "a\rp\r\rShe is very much for it.\r")
    assert "! 'very' weighs what was said" in shown
    assert list_statements(library) == []


def test_the_name_of_another_person_is_refused_before_writing(library):
    shown = review_typing(library, "a\rp\r\x15Ilse Marrow\rHer words.\r")
    assert "The name 'Ilse Marrow' belongs to" in shown


def test_an_unknown_key_decides_nothing(library):
    shown = review_typing(library, "accept all\r\rz\rq\r")
    assert shown.count("Type one of") == 3


def test_a_body_is_entered_with_what_it_is(library):
    article = ARTICLE.replace(b"the mayor of Ostby, Marta Quill,", b"the Harbor Council")
    review_typing(library, "a\rb\r\rbody\rvelmora\rIts words.\rs\rs\rw\r", article)
    made = library().corpus.organizations["harbor-council"].model
    assert (made.classification, made.parent) == ("body", "velmora")


def test_the_rest_is_skipped_and_taken_back_as_one_step(library):
    shown = review_typing(library, "r\ru\rs\rs\rs\rw\r")
    assert "Every proposal is decided" not in shown  # a prompt is not printed, what was decided is
    assert "added, 0 statements" in shown


TWICE = ARTICLE.replace(
    "“The river is ours to share,” the mayor of Ostby, Marta Quill, said on Monday.".encode(),
    "“The river is ours to share,” Ilse Marrow said on Monday. “It will not run dry this year.”".encode(),
)


def test_a_second_quotation_joins_its_statement_or_makes_one(library):
    review_typing(library, "a\rFirst.\ra\r\rs\rs\rw\r", TWICE)
    assert list_texts(library) == [["The river is ours to share", "It will not run dry this year."]]


def test_a_quotation_for_another_holder_makes_its_own_statement(library):
    keys = "a\rFirst.\rc\rholder\rvelmora\rc\rnote\rShe spoke for Velmora.\ra\rSecond.\rs\rs\rw\r"
    review_typing(library, keys, TWICE.replace(b"Ilse Marrow said", b"Teva Dask said"))
    assert [(s.summary, s.on_behalf_of) for s in list_statements(library)] == [
        ("First.", None),
        ("Second.", "velmora"),
    ]


def test_a_changed_text_is_reviewed_for_what_is_new(library):
    review_typing(library, "a\rp\r\rHer words.\rs\rs\rw\r")
    changed = ARTICLE.replace("“a waste of paper.”".encode(), "“a loss of time for all.”".encode())
    shown = review_typing(library, "s\ra\rNew words.\rw\r", changed)
    assert "the text has changed" in shown
    assert "{+" in shown
    assert "1 of 2" in shown
    assert [s.summary for s in list_statements(library)] == ["Her words.", "New words."]


def test_a_draft_written_by_hand_outlives_areview_typing(library, tmp_path):
    review_typing(library, "a\rp\r\r\rs\rs\rw\r")
    (file,) = (tmp_path / "corpus" / "articles").glob("*2025-07*")
    own = """  - id: by-hand
    draft: true
    said: {from: '2025-07-07', to: '2025-07-07', basis: 'date inferred: the Monday'}
    speaker: null
    sourcing: outlet
    summary: Told by hand.
    quotes:
      - kind: narration
        exact: The so-called “ferry war” has gone on for a year now.
"""
    file.write_text(file.read_text("utf-8") + own, "utf-8")
    review_typing(library, "x\rs\rs\rw\r", review=True)
    assert [s.id for s in list_statements(library)] == ["by-hand"]


def test_curated_quotes_are_not_proposed_again(library):
    review_typing(library, "a\rp\r\rHer words.\rs\rs\rw\r")
    assert "1 of 2" in review_typing(library, "q\r", review=True)


TYPED = st.sampled_from(
    """a c t h w s r u q p b d m / e x n g y ? 1 2 post +New holder speaker described attribution holder via sourcing date event as
    ilse-marrow velmora relayed river-treaty conditional 2025-07-08 1-3 (nothing) (point) title
    2-9,12-14 refers-to Words. Zoë”""".split()
) | st.just("")


@pytest.mark.slow(seconds=10)
@settings(max_examples=30, deadline=None)
@given(st.lists(TYPED, max_size=25))
def test_any_typing_ends_with_a_readable_corpus(keys):
    with TemporaryDirectory() as folder:
        shutil.copytree(CORPUS, Path(folder) / "corpus")
        review_typing(
            lambda: Library.open(Path(folder) / "corpus", Path(folder) / "articles"),
            "".join(f"{key}\r" for key in keys),
            REPORT + ARTICLE.partition(b"2025")[2],
        )
        corpus, problems = entries.read(Path(folder) / "corpus")
        assert problems == []
        assert integrity.problems(corpus) == []
