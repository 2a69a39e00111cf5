"""Words for a post that are a part of it, another person's, or of another post than the title."""

from __future__ import annotations

import pytest

from knowledge.check_corpus import printed_posts
from knowledge.text.article_text import Text
from tests.proof_mutants.written_statements import read_names

NAMES = read_names()[1]


def told(text, post, person):
    return [fault.why for fault in printed_posts.faults(Text(text), post, person, NAMES)]


@pytest.mark.parametrize(
    ("text", "post", "left_out"),
    [
        ("Deputy Foreign Minister Edric Varro spoke.", "Foreign Minister", "Deputy"),
        ("The then President Edric Varro spoke.", "President", "then"),
        ("The ex-president, Edric Varro, spoke.", "president", "ex"),
        ("Former Prime Minister Edric Varro spoke.", "Prime Minister", "Former"),
        ("Prime Minister Edric Varro spoke.", "Minister", "Prime"),
        ("Edric Varro, the president-elect, spoke.", "president", "elect"),
        ("Edric Varro, who was acting governor in May, spoke.", "governor", "acting"),
    ],
)
def test_a_post_is_copied_whole(text, post, left_out):
    assert told(text, post, "edric-varro") == [
        f"{post!r} is part of a longer post: the text prints {left_out!r} with it."
    ]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Deputy Foreign Minister Edric Varro spoke.", "Deputy Foreign Minister"),
        ("Foreign Minister Edric Varro spoke. The former minister did not.", "Foreign Minister"),
        ("Until then the mayor, Edric Varro, was silent. Varro, the mayor, spoke.", "the mayor"),
        ("Sorvan Foreign Minister Edric Varro spoke.", "Foreign Minister"),
        ("Edric Varro spoke. The fleet chief had waited.", "The fleet chief"),
    ],
)
def test_a_whole_post_passes(text, post):
    assert told(text, post, "edric-varro") == []


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("His deputy, State Secretary Edric Varro, spoke.", True),
        ("His deputy, Secretary of State Edric Varro, spoke.", True),
        ("His deputy, the former energy minister Edric Varro, spoke.", True),
        ("His deputy, who met President Edric Varro, spoke.", False),
        ("His deputy, Ada Hall, met Minister Edric Varro.", False),
    ],
)
def test_a_title_may_stand_between_a_post_and_the_name(text, beside):
    assert printed_posts.is_beside(Text(text), "His deputy", ["Edric Varro"]) is beside


def test_the_post_of_somebody_else_is_not_ones_own():
    text = "Sorvan leader Ilse Varro's cousin Edric Varro spoke. The Sorvan leader did not."
    assert told(text, "Sorvan leader", "ilse-varro") == []
    assert told(text, "Sorvan leader", "edric-varro") == [
        "The text prints 'Sorvan leader' beside the name of 'ilse-varro', not of 'edric-varro'."
    ]


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("President", "Vice President"),
        ("Foreign Minister", "deputy foreign minister"),
        ("Foreign Minister", "head of the Foreign Ministry's Northern Bureau"),
        ("Ambassador to Oumara", "the envoy on squid"),
        ("Prime Minister", "Foreign Minister"),
    ],
)
def test_a_title_is_of_the_office_that_is_printed(title, printed):
    assert printed_posts.is_other_post(title, printed)


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Foreign Minister", "its foreign minister"),
        ("Foreign Minister", "the Sorvan foreign minister until May"),
        ("Foreign Minister", "Sorva's top diplomat"),
        ("Prime Minister", "the Sorvan leader"),
        ("Minister of National Defense", "the defense chief"),
        ("Director General", "head of the Foreign Ministry's Northern Bureau"),
        ("Envoy to the seabed talks", "the envoy to the talks until he became deputy minister"),
        ("Special Representative for North Sorva", "the special envoy for North Sorva"),
        ("Fisheries Minister", "Her successor at the ministry"),
        ("Director", "the spy chief"),
        ("Chair of the Federal Bank", "the central bank's head"),
        ("Consul in Lothen", "the new Sorvan envoy"),
        ("Ambassador to Calvenia", "the Sorvan ambassador"),
        ("Foreign Minister", "Foreign Secretary"),
    ],
)
def test_an_office_may_be_called_in_several_ways(title, printed):
    assert not printed_posts.is_other_post(title, printed)
