"""What a kb holds of bodies and their leaders, and what is said about an issue without a stance."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase

ARTICLE = "valley-post-2025-04"


@pytest.fixture
def served(curator, tmp_path):
    """Return the kb of the curator's copy, as it is when this is called."""
    opened = []

    def make():
        file = tmp_path / f"kb-{len(opened)}.sqlite"
        build(curator.folder, file)
        opened.append(KnowledgeBase(file))
        return opened[-1]

    yield make
    for kb in opened:
        kb.close()


def ids(statements):
    return [statement.id for statement in statements]


def test_the_bodies_of_a_state_are_all_that_belong_to_it_however_far_below(kb):
    assert kb.bodies_of("velmora") == ("velmora", "velmoran-foreign-ministry", "northern-bureau")
    assert kb.bodies_of("velmoran-foreign-ministry")[1:] == ("northern-bureau",)
    assert kb.bodies_of("united-isles") == ("united-isles",)


def test_an_official_is_found_under_the_body_of_the_post_and_what_it_belongs_to(kb):
    for body in ("northern-bureau", "velmoran-foreign-ministry", "velmora"):
        assert "dask-premature" in ids(kb.statements_by_bodies(kb.bodies_of(body))), body
    (said,) = kb.statements(["dask-premature"])
    assert (said.speaker.id, said.speaker.of) == ("orin-dask", "northern-bureau")
    assert "dask-premature" not in ids(kb.statements_by_bodies(kb.bodies_of("south-tarsk")))


def test_somebody_without_a_name_is_found_under_the_body_that_the_entry_gives(curator, served):
    speaker = {"id": None, "description": "a clerk of the Velmoran Foreign Ministry"}
    speaker["of"] = "velmoran-foreign-ministry"
    curator.statement("official-unread-paper", speaker=speaker)
    found = served().statements_by_bodies(["velmoran-foreign-ministry"])
    assert "official-unread-paper" in ids(found)
    assert next(s for s in found if s.id == "official-unread-paper").speaker.id is None


def test_somebody_without_a_post_is_found_under_the_state_they_spoke_for(curator, served):
    speaker = {"id": None, "description": "a clerk"}
    curator.statement("dask-premature", speaker=speaker, note="The clerk spoke for Velmora.")
    kb = served()
    (said,) = kb.statements(["dask-premature"])
    assert (said.speaker.of, said.on_behalf_of) == (None, "velmora")
    assert "dask-premature" in ids(kb.statements_by_bodies(kb.bodies_of("velmora")))
    assert "dask-premature" not in ids(kb.statements_by_bodies(["velmoran-foreign-ministry"]))


def test_a_statement_is_found_by_an_issue_it_is_about_for_its_speaker_and_state(curator, served):
    curator.statement("dask-premature", about=["ferry-ban"])
    kb = served()
    assert not any(s.holder == "orin-dask" for s in kb.stances())
    for who in ("orin-dask", "northern-bureau", "velmora"):
        (found,) = (s for s in kb.statements_about("ferry-ban", [who]) if s.id == "dask-premature")
        assert found.about == ("ferry-ban",)
        assert "ferry-ban" not in {stance.issue for stance in found.stances}
    assert "dask-premature" not in ids(kb.statements_about("ferry-ban", ["south-tarsk"]))
    assert "dask-premature" not in ids(kb.statements_about("river-treaty", ["velmora"]))
    assert kb.statements_about("ferry-ban", []) == []


def test_statements_with_a_stance_are_about_its_issue_and_each_comes_once(kb):
    for row in kb.stances():
        wanted = ids(kb.statements_on(row.holder, row.issue))
        about = ids(kb.statements_about(row.issue, [row.holder, *kb.bodies_of(row.holder)]))
        assert set(wanted) <= set(about)
        assert len(about) == len(set(about))


def body_says(curator, day, as_=None):
    """Let the ministry itself say what an official said."""
    said = {"from": day, "to": day, "basis": "date inferred: as before"}
    speaker = {"id": "velmoran-foreign-ministry"} | ({"as": as_} if as_ else {})
    statement = {"id": "ministry-says", "said": said, "speaker": speaker, "summary": "It is so."}
    fields = {"on_behalf_of": "velmora", "sourcing": "on_record"}
    curator.change(f"articles/{ARTICLE}", statements=[*others(curator), statement | fields])


def others(curator):
    """Return what the article has of anybody but Vehl, whose posts change."""
    said = curator.read(f"articles/{ARTICLE}")["statements"]
    return [statement for statement in said if statement["speaker"]["id"] != "jonas-vehl"]


def post(title, organization, **fields):
    attested = [{"article": ARTICLE, "as": "x"}]
    return {"title": title, "organization": organization, "attested": attested} | fields


@pytest.mark.parametrize(
    ("held", "found"),
    [
        (post("President", "velmora", start="2025-01", end="2025-12"), True),
        (post("Prime Minister", "velmora", start="2025-01", end="2025-12"), True),
        (post("Foreign Minister", "velmoran-foreign-ministry", start="2025-01"), True),
        (post("Vice President", "velmora", start="2025-01", end="2025-12"), False),
        (post("President", "south-tarsk", start="2025-01", end="2025-12"), False),
        (post("President", "velmora", start="2025-01", end="2025-12", leads=False), False),
        (post("Vice President", "velmora", start="2025-01", end="2025-12", leads=True), True),
        (post("President", "velmora", start="2025-04"), False),
        (post("Head", "northern-bureau", start="2025-01", end="2025-12"), False),
    ],
)
def test_a_body_s_words_are_found_under_who_certainly_led_it_that_day(curator, served, held, found):
    body_says(curator, "2025-03-01")
    curator.change("people/jonas-vehl", memberships=[held])
    under = served().statements_under("jonas-vehl")
    assert ("ministry-says" in ids(under)) is found
    assert {s.speaker.id for s in under} <= {"velmora", "velmoran-foreign-ministry"}


def test_a_body_called_by_its_leader_s_name_is_found_under_that_leader(curator, served):
    body_says(curator, "2025-01-01", as_="the Vehl administration")
    curator.change("people/jonas-vehl", memberships=[post("President", "velmora")])
    kb = served()
    assert "ministry-says" in ids(kb.statements_under("jonas-vehl"))
    (said,) = kb.statements(["ministry-says"])
    assert (said.speaker.id, said.speaker.under) == ("velmoran-foreign-ministry", "jonas-vehl")


def test_a_leader_says_between_which_days_a_post_was_certainly_held(curator, served):
    held = post("President", "velmora", start="2025-01", end="2025-12")
    others = post("Chair", "tarsk-radio"), post("Special Envoy", "south-tarsk")
    curator.change("people/jonas-vehl", memberships=[held, *others])
    first, second = served().led_by("jonas-vehl")
    assert (first.title, first.organization) == ("President", "velmora")
    assert (first.first, first.last) == (date(2025, 1, 31), date(2025, 12, 1))
    assert first.covers(date(2025, 2, 1), date(2025, 3, 1))
    assert not first.covers(date(2025, 1, 30), date(2025, 3, 1))
    assert not first.covers(date(2025, 3, 1), date(2025, 12, 2))
    assert second.organization == "tarsk-radio"
