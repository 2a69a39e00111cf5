"""What a review enters beside the article: issues, events, organizations, posts and holders."""

from __future__ import annotations

import pytest

from knowledge.check_corpus import integrity
from tests.reviewing import ARTICLE, list_statements, review_typing

pytestmark = pytest.mark.slow  # sittings at a terminal
REST = "s\rs\rw\r"
MINISTER = ARTICLE.replace(
    b"the mayor of Ostby, Marta Quill", "Velmora’s water minister, Marta Quill".encode()
)


def test_a_new_issue_is_entered_within_a_stance(library):
    keys = "t\r+Fish ladders\rShould fish ladders be built?\rsupp\rvelmora\ra\rp\r\rFor it.\r"
    review_typing(library, keys + REST, MINISTER)
    (statement,) = list_statements(library)
    assert (statement.stances[0].issue, statement.stances[0].value) == ("fish-ladders", "supports")
    corpus = library().corpus
    assert corpus.issues["fish-ladders"].model.question == "Should fish ladders be built?"
    assert integrity.problems(corpus) == []


def test_a_new_issue_of_a_long_name_is_asked_for_a_short_one(library):
    name, question = "Fish ladders in the river of Ostby", "Should fish ladders be built?"
    keys = f"t\r+{name} and Lund\r{question}\rFish ladders\rsupp\rvelmora\ra\rp\r\rFor it.\r"
    review_typing(library, keys + REST, MINISTER)
    (issue,) = [e.model for e in library().corpus.issues.values() if e.model.question == question]
    assert issue.short == "Fish ladders"


def test_a_new_issue_goes_with_its_step(library):
    keys = "t\r+Fish ladders\rShould fish ladders be built?\rsupp\rvelmora\ru\r"
    review_typing(library, f"{keys}s\r{REST}", MINISTER)
    assert "fish-ladders" not in library().corpus.issues


def test_an_issue_that_is_left_halfway_is_not_entered(library):
    review_typing(library, "t\r+Fish ladders\rShould they?\r\x03\x03s\rs\rs\rw\r")
    assert "fish-ladders" not in library().corpus.issues


def test_a_new_event_is_entered_with_its_day(library):
    review_typing(library, f"c\revent\r+Ostby fair\r2025-07-07\ra\rp\r\rHers.\r{REST}")
    (statement,) = list_statements(library)
    assert statement.event == "ostby-fair"
    assert library().corpus.events["ostby-fair"].model.date.to.isoformat() == "2025-07-07"
    assert integrity.problems(library().corpus) == []


def test_an_event_of_a_name_on_record_is_another_one_by_id(library):
    review_typing(library, f"c\revent\r+Velmora\r2025-07-07\ra\rp\r\rHers.\r{REST}")
    assert [s.event for s in list_statements(library)] == ["velmora-2"]


def test_the_holder_is_filled_from_the_body_of_the_printed_post(library):
    shown = review_typing(library, f"a\rp\r\rHers.\r{REST}", MINISTER)
    assert "holder     velmora" in shown
    assert [s.on_behalf_of for s in list_statements(library)] == ["velmora"]


def test_a_new_post_is_entered_with_the_person(library):
    review_typing(
        library, f"c\rpost\rVelmora's water minister\r\r\ra\rp\r\rHers.\r{REST}", MINISTER
    )
    (post,) = library().corpus.people["marta-quill"].model.memberships
    (statement,) = list_statements(library)
    assert (post.title, post.organization) == ("Water minister", "velmora")
    assert (post.attested[0].as_, statement.speaker.as_) == ("Velmora’s water minister",) * 2
    assert statement.on_behalf_of == "velmora"
    assert integrity.problems(library().corpus) == []


def test_a_post_at_a_new_body_of_a_new_state(library):
    article = MINISTER.replace(b"Velmora", b"Ostland")
    body = "+Ostland water ministry\rministry\r+Ostland\rstate\r(nothing)\r"
    keys = f"c\rpost\rOstland's water minister\r{body}\x15Minister\ra\rp\r\rHers.\r"
    review_typing(library, keys + REST, article)
    corpus = library().corpus
    assert corpus.organizations["ostland-water-ministry"].model.parent == "ostland"
    assert [s.on_behalf_of for s in list_statements(library)] == ["ostland"]
    assert integrity.problems(corpus) == []


def test_a_name_that_another_organization_has_is_refused(library):
    shown = review_typing(library, "c\rholder\r+Velm City\rstate\r(nothing)\r\x03\x03")
    assert "! The name 'Velm City'" in shown
    assert "Nothing was changed." in shown


def test_a_post_entered_here_gives_the_holder_of_what_else_its_person_says(library):
    article = MINISTER.replace(b"Velmora", b"Ostland")
    keys = "c\rpost\r\r+Ostland\rstate\r(nothing)\r\ra\rp\r\rHers.\rs\ra\rHers too.\rw\r"
    review_typing(library, keys, article)
    assert [s.on_behalf_of for s in list_statements(library)] == ["ostland", "ostland"]


def test_a_new_state_speaks_for_itself(library):
    article = ARTICLE.replace(b"the mayor of Ostby, Marta Quill,", b"the Ostland")
    review_typing(library, f"a\rb\r\rstate\r(nothing)\rIts words.\r{REST}", article)
    assert [s.on_behalf_of for s in list_statements(library)] == ["ostland"]


def test_what_no_summary_can_mend_is_told_before_one_is_typed(library):
    shown = review_typing(library, "t\rriver-treaty\rsupp\rvelmora\ra\rp\r\r")
    assert "! Nothing says that the speaker speaks for 'velmora'." in shown


def test_a_stance_that_was_given_can_be_taken_away(library):
    keys = "t\r+Fish ladders\rShould fish ladders be built?\rsupp\rvelmora\rd\rd\ra\rp\r\rHers.\r"
    shown = review_typing(library, f"{keys}{REST}")
    assert "No longer a stance: velmora supports fish-ladders." in shown
    assert "It has no stance." in shown
    assert [s.stances for s in list_statements(library)][:1] == [()]


SURNAME = ARTICLE.replace(
    b"the mayor of Ostby, Marta Quill, said on Monday.",
    b"Foreign Minister Vehl said on Monday.",
)


def test_a_surname_that_another_has_too_names_nobody_alone(library):
    shown = review_typing(library, f"a\rp\r\rp\r\x15Ada Vehl\rHers.\r{REST}", SURNAME)
    assert "“Vehl” alone also means Jonas Vehl. Give the name in full." in shown
    ada = library().corpus.people["ada-vehl"].model
    assert (ada.aliases, ada.weak_aliases) == ((), ("Vehl",))
    assert [s.speaker.as_ for s in list_statements(library)] == ["Foreign Minister"]
