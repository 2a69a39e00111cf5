"""What is proposed of communiqués and speeches, and what holds against their texts."""

from __future__ import annotations

import pytest

from knowledge.check_corpus.article_check import ArticleCheck
from knowledge.corpus import corpus_reader
from knowledge.intake.add.drafts import draft_entry, make_statements
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.intake.read.head import read_head
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Text
from tests.harbor_hearing import COMMUNIQUE, SIGNED, SPEECH, find_faults
from tests.places import CORPUS

HEADING = "Joint Statement of the Foreign Ministers of Velmora and South Tarsk"
BOTH = f"{SIGNED} They called on North Tarsk to do the same."


@pytest.fixture(scope="module")
def corpus():
    return corpus_reader.read(CORPUS)[0]


def drafted(raw, corpus):
    head = read_head(raw)
    made = find_candidates(raw, head.published, KnownNames.of(corpus), title=head.title)
    statements = make_statements(made, Text(raw), "gazette")
    return draft_entry(head, Text(raw), statements, "gazette", ArticleCheck(corpus))


def test_a_joint_statement_is_a_document_of_all_its_parties(corpus):
    entry, left_out = drafted(COMMUNIQUE, corpus)
    assert [why for why in left_out if "limit is full" not in why] == []
    spoken = {
        (s.speaker.id, s.on_behalf_of, s.sourcing, s.quotes[0].kind) for s in entry.statements
    }
    assert spoken == {
        ("velmora", "velmora", "document", "labeled"),
        ("south-tarsk", "south-tarsk", "document", "labeled"),
    }


def test_the_words_of_all_parties_count_once(corpus):
    entry, _ = drafted(COMMUNIQUE, corpus)
    words = [q.exact for s in entry.statements for q in s.quotes]
    assert len(words) == 2 * len(set(words))


def test_a_speech_is_its_speakers_on_the_record(corpus):
    entry, _ = drafted(SPEECH, corpus)
    assert {(s.speaker.id, s.sourcing) for s in entry.statements} == {("orin-dask", "on_record")}


@pytest.mark.parametrize("party", ["velmora", "south-tarsk"])
def test_each_party_may_be_given_the_words(party):
    fields = {"label": HEADING, "by": party, "on_behalf_of": party, "sourcing": "document"}
    assert list(find_faults(COMMUNIQUE, exact=BOTH, **fields)) == []


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"by": "north-tarsk", "on_behalf_of": "north-tarsk"}, "not the speaker, 'north-tarsk'"),
        ({"label": "North Tarsk"}, "These words stand under the label"),
        (
            {"kind": "narration", "label": None, "speaker": None, "sourcing": "outlet"}
            | {"on_behalf_of": None, "exact": SIGNED},
            "not the outlet's own",
        ),
    ],
)
def test_nobody_else_is_given_them(changes, why):
    fields = {"exact": BOTH, "label": HEADING, "by": "velmora", "sourcing": "document"}
    assert why in "\n".join(find_faults(COMMUNIQUE, **fields | changes))


ARTICLE = """Harbor Gazette

Ministers meet at the river

3 June 2025

{} said the treaty “opens a door that nobody will close.”

The river was closed in May, after the ice moved into the old harbor of the town. Nobody crossed it
for three weeks, and the market was empty on most days of the month.
"""


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (
            "The foreign ministers of Velmora and South Tarsk",
            {(None, "velmora", "unnamed"), (None, "south-tarsk", "unnamed")},
        ),
        (
            "A joint communiqué of the Foreign Ministers of Velmora and South Tarsk",
            {("velmora", "velmora", "document"), ("south-tarsk", "south-tarsk", "document")},
        ),
        (
            "The two envoys, Ilse Marrow of Velmora and Jonas Vehl of South Tarsk,",
            {
                ("ilse-marrow", "velmora", "on_record"),
                ("jonas-vehl", "south-tarsk", "on_record"),
            },
        ),
    ],
)
def test_what_ministers_of_several_states_say_is_said_for_each_state(corpus, who, said):
    entry, left_out = drafted(ARTICLE.format(who), corpus)
    assert [why for why in left_out if "limit is full" not in why] == []
    assert {(s.speaker.id, s.on_behalf_of, s.sourcing.value) for s in entry.statements} == said
    assert {s.speaker.of for s in entry.statements if not s.speaker.id} in (
        set(),
        {"velmora", "south-tarsk"},
    )


OF_PARTIES = {
    "The Velmoran side reaffirmed the ferry ban. It also noted that the tolls are high.": "velmora",
    "South Tarsk expressed its regret at the ban.": "south-tarsk",
    "In this regard, Velmora called on North Tarsk to return the lighthouse.": "velmora",
    "The Foreign Minister of South Tarsk, Jonas Vehl, proposed to open the border.": "south-tarsk",
    "The Tavonian side stated that it will never open the lock.": "",
    "Tavonia reaffirmed that it will never open the lock.": "",
    "The two Ministers reaffirmed the treaty of the river.": "both",
    "Velmora and South Tarsk reaffirmed the treaty of the river.": "both",
    "North Tarsk should return the lighthouse without delay.": "both",
}
PAPER = f"""Velmoran Foreign Ministry

{HEADING}

Ostby, June 3, 2025

1. The Foreign Ministers of Velmora and South Tarsk met in Ostby this week.

2. Both sides will keep the bell and the book. {{}} Both sides will meet again before the snow falls.

3. They called on all boats to wait.
"""


@pytest.mark.parametrize("words", OF_PARTIES)
def test_what_one_party_says_in_a_joint_paper_is_no_other_partys(corpus, words):
    raw = PAPER.format(words)
    made = find_candidates(raw, read_head(raw).published, KnownNames.of(corpus))
    (found,) = [c for c in made if c.exact(Text(raw)).find(words[-20:]) >= 0]
    speakers = [s.id for s in found.speaker.jointly or [found.speaker]] if found.speaker else []
    one = OF_PARTIES[words]
    assert speakers == (["velmora", "south-tarsk"] if one == "both" else [one] if one else [])
    assert (found.no_quote is None) == bool(one)
    assert one == "both" or found.exact(Text(raw)) == words


def test_what_a_paper_quotes_of_others_comes_before_its_own_words(corpus):
    own = "\n\n".join(f"They welcomed the letter of {n} mayors." for n in range(20, 40)) + "\n\n"
    quoted = "Orin Dask called the river “a gift that each of us has to keep for the others.”"
    entry, left_out = drafted(PAPER.format(f"\n\n{own}{quoted}\n\n"), corpus)
    assert left_out
    assert "orin-dask" in {s.speaker.id for s in entry.statements if s.speaker}


def test_where_a_paper_was_signed_is_no_statement(corpus):
    place = "Done at Ostby in two originals, in the languages of both sides."
    entry, _ = drafted(f"{COMMUNIQUE.rstrip()}\n\n{place}\n", corpus)
    assert entry.statements
    assert all(q.exact != place for s in entry.statements for q in s.quotes)


INTERVIEW = """Harbor Gazette

“We will not lift it”

June 3, 2025

Orin Dask has led the Northern Bureau for a year. We met him in Ostby on May 18.

Gazette: Minister, will you lift the ban?

Dask: No. We will keep the ferry ban as long as the ice moves, as I said in March.

Gazette: And did they ask you to?

Dask: They did not. We are still waiting for a letter from them.

The rain had come early that week, and the streets were empty but for a few cyclists and a dog.
"""


def test_the_day_above_the_labels_is_that_of_every_answer(corpus):
    raw = INTERVIEW + INTERVIEW.rsplit("\n\n", 1)[1] * 6
    entry, left_out = drafted(raw, corpus)
    assert [why for why in left_out if "is not near" in why] == []
    assert {str(s.said.from_) for s in entry.statements} == {"2025-05-18"}
    assert any("still waiting" in q.exact for s in entry.statements for q in s.quotes)
