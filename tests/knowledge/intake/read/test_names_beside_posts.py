"""Names that stand beside a post or a description, or are given in a clause of their own."""

from __future__ import annotations

import pytest

from knowledge.check_corpus.printed_posts import is_beside
from knowledge.corpus.corpus_reader import load_corpus
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Text
from tests.knowledge.intake.read.reading_texts import PUBLISHED, list_speakers, read
from tests.places import CORPUS


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("“It rained on my goats,” one shepherd, who gave her name only as Pia, said.", "Pia"),
        ("A third man, who would only be identified as Bram, said: “It rained a lot.”", "Bram"),
        ("The smugglers' chief, known as Kesh Oro, said it was “a very good year.”", "Kesh Oro"),
        ("“It rained on my goats,” said a second, Mrs. Ada Finch, 83.", "Ada Finch"),
        ("The captain's widow, Lady Quill, called it “as cold as the sea.”", "Quill"),
        ("The dean's chaplain, Canon Per Dahl, called it “a storm in a cup.”", "Per Dahl"),
        ("“It is ours and not yours,” said Chief Ada Finch of the Long Lake Nation.", "Ada Finch"),
        ("“It is ours and not yours,” said Chairwoman Ada Finch of the Ostby Band.", "Ada Finch"),
    ],
)
def test_the_printed_name_is_kept(raw, name):
    assert list_speakers(raw) == [name]


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        ("Foreign Minister Lena Ost of Velmora said on Monday: “It was cold.”", "Lena Ost"),
        # No month is in the names.
        ("Ambassador Marla Decker of Velmora said on Monday: “It was cold.”", "Marla Decker"),
        ("Ambassador Lena Marlow of Velmora says her team is “cold and wet.”", "Lena Marlow"),
        ("“It was cold and wet,” said Governor Julia Augustin of Ostby.", "Julia Augustin"),
        ("“It was cold and wet,” said President Lena Ost of Velmora.", "Lena Ost"),
        ("The government of Velmora said on Monday: “It was cold.”", "The government of Velmora"),
    ],
)
def test_whoever_is_of_a_body_on_record_is_not_that_body(raw, speaker):
    known = KnownNames.of(load_corpus(CORPUS))
    (found,) = find_candidates(raw, PUBLISHED, known)
    assert found.speaker.name == speaker


def test_she_is_the_name_beside_a_post_with_a_place():
    raw = (
        "The Bishop of Ostby, the Rt Revd Ada Finch, has apologised. “We failed all of you,” she "
        "said in a sermon."
    )
    assert list_speakers(raw) == ["Ada Finch"]
    assert read(raw)[0].speaker.as_ == "The Bishop of Ostby"


def test_a_seat_is_nobody():
    raw = (
        "It was cold in Ostby. The MP for Ostby East, Ada Finch, has left the party after years. "
        "In reply, he wrote: “We are sorry for it.”"
    )
    assert list_speakers(raw) == []


def test_somebody_with_a_name_is_not_called_by_what_anybody_could_be():
    (found,) = read("“It rained on my goats,” one resident, who gave his name as Bram, said.")
    assert (found.speaker.name, found.speaker.as_) == ("Bram", None)


@pytest.mark.parametrize(
    ("raw", "post"),
    [
        ("The dean's deputy, Prof Per Dahl, told the Courier so.", "The dean's deputy"),
        ("The union's head, Ms. Per Dahl, told the Courier so.", "The union's head"),
        ("The bishop of Ostby, the Rt Revd Per Dahl, told us.", "The bishop of Ostby"),
        ("The rebel leader, known as Per Dahl, told us.", "The rebel leader"),
    ],
)
def test_a_post_stands_beside_a_name_with_its_title(raw, post):
    assert is_beside(Text(raw), post, ["Per Dahl"])


def test_a_post_does_not_stand_beside_whoever_is_named_next():
    text = Text("The dean's deputy left, and Prof Per Dahl told us.")
    assert not is_beside(text, "The dean's deputy", ["Per Dahl"])


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("The minister's Lundish counterpart, Per Dahl, said it was {}", "Per Dahl"),
        ("Three days later his Lundish counterpart, Per Dahl, said it was {}", "Per Dahl"),
        ("For ten years Mayor Per Dahl has said it was {}", "Per Dahl"),
    ],
)
def test_an_adjective_in_front_of_what_somebody_is_is_not_their_name(raw, key):
    assert list_speakers(raw.format("“a price that nobody can pay.”")) == [key]


def test_a_councillor_has_a_post_and_no_longer_name():
    raw = "Councillor Per Dahl disagreed. “It was a price that nobody can pay,” he said."
    (made,) = [c for c in read(raw) if c.quotation]
    assert (made.speaker.name, made.speaker.as_) == ("Per Dahl", "Councillor")
