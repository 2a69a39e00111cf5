"""Words that a sentence gives to one person and an entry to another."""

from __future__ import annotations

import pytest

from tests.proof_mutants.written_statements import find_faults

ORLE = {"id": "tamsin-orle", "as": "Foreign Minister"}
WILL = {"id": "beatrix-will", "as": "Oceans Minister"}
DOOL = {"id": "samira-dool", "as": "President"}
VARRO = {"id": "ilse-varro", "as": "Prime Minister"}
SORVA, CALVENIA, OUMARA = {"id": "sorva"}, {"id": "calvenia"}, {"id": "oumara"}
BEFORE = "Oceans Minister Beatrix Will of Calvenia was in Dessit. "
NARRATED = "Foreign Minister Tamsin Orle of Sorva said that the nets would stay, and {rest}."
URGED = "Sorva urged President Samira Dool of Oumara to call the ministers back."
SISTER = "Prime Minister Ilse Varro's sister Ada Varro said that the harbor was full."
LETTER = "President Samira Dool sent Foreign Minister Tamsin Orle a box of salt."


def told(text, by, attribution, **changes):
    """Return what is wrong with a text's last sentence, or with `quotes`, as some speaker's."""
    written = {
        "text": text,
        "quotes": [text.rpartition("|")[2].strip()],
        "by": by,
        "attribution": attribution,
        "for": None,
    }
    written["text"] = text.replace("| ", "")
    found = find_faults(written | changes)
    return [f for f in found if ".attribution: " in f and "on_behalf_of" not in f]


@pytest.mark.parametrize(
    ("text", "by", "attribution", "printed"),
    [
        (
            BEFORE + "| Foreign Minister Tamsin Orle said that the nets would stay.",
            WILL,
            "Beatrix Will",
            "Foreign Minister Tamsin Orle",
        ),
        ("| " + SISTER, VARRO, "Prime Minister Ilse Varro", SISTER.partition(" said")[0]),
        ("| " + URGED, DOOL, "President Samira Dool", "Sorva"),
        (
            "| Foreign Minister Tamsin Orle stressed the need for the survey by Samira Dool.",
            DOOL,
            "Samira Dool",
            "Foreign Minister Tamsin Orle",
        ),
        (
            "| In a call with Beatrix Will, Tamsin Orle warned that the nets would stay.",
            WILL,
            "Beatrix Will",
            "Tamsin Orle",
        ),
        (
            BEFORE + "| Tamsin Orle did not comment on the nets.",
            WILL,
            "Beatrix Will",
            "Tamsin Orle",
        ),
    ],
    ids=[
        "a neighboring sentence",
        "an owner",
        "an object",
        "by somebody",
        "with somebody",
        "silent",
    ],
)
def test_words_of_somebody_else_are_refused(text, by, attribution, printed):
    assert told(text, by, attribution) == [
        (
            f"quotes.0.attribution: The sentence gives these words to {printed!r}, not to "
            f"{attribution!r}. Name who is printed as saying them, and correct the speaker."
        )
    ]


def test_words_between_marks_are_those_of_who_says_them():
    text = BEFORE + "“The nets stay,” Foreign Minister Tamsin Orle of Sorva said."
    changes = {"said": ["The nets stay"], "quotes": []}
    assert told(text, ORLE, "Foreign Minister Tamsin Orle", **changes) == []
    assert "to 'Foreign Minister Tamsin Orle', not to 'Beatrix Will'." in "".join(
        told(text, WILL, "Beatrix Will", **changes)
    )


@pytest.mark.parametrize(("via", "faults"), [(None, 1), ("the Courier", 0)])
def test_what_a_report_says_that_somebody_said_needs_whose_report_it_is(via, faults):
    text = (
        "Tamsin Orle dismissed a report in the Courier that Samira Dool had called the ferry “a "
        "coffin of an empty sea.”"
    )
    said = ["a coffin of an empty sea."]
    found = told("| " + text, DOOL, "Samira Dool", quotes=[], said=said, via=via)
    assert len(found) == faults


def test_the_words_of_a_claim_are_not_those_of_who_rejects_it():
    text = (
        "Tamsin Orle rejected a claim by Samira Dool that the ferry was “a coffin of an empty sea.”"
    )
    changes = {"said": ["a coffin of an empty sea."], "quotes": []}
    assert told(text, DOOL, "Samira Dool", **changes) == []
    assert "to 'Samira Dool', not to 'Tamsin Orle'." in "".join(
        told(text, ORLE, "Tamsin Orle", **changes)
    )


def test_a_name_at_the_marks_says_what_is_between_them():
    text = "Tamsin Orle called it “a long and windy road” and Beatrix Will “a way like any other.”"
    changes = {"said": ["a way like any other."], "quotes": []}
    assert told(text, WILL, "Beatrix Will", **changes) == []


def test_who_is_only_told_of_does_nothing():
    assert told("| " + LETTER, DOOL, "President Samira Dool") == []
    assert told("| " + LETTER, ORLE, "Foreign Minister Tamsin Orle") == [
        (
            "quotes.0.attribution: 'Foreign Minister Tamsin Orle' is whom the sentence tells of, and "
            "not who speaks or acts in it. Name who is printed as saying them, and correct the speaker."
        )
    ]


def test_a_pronoun_goes_back_to_the_nearer():
    text = (
        "Oceans Minister Beatrix Will spoke first. Foreign Minister Tamsin Orle spoke of the nets "
        "on Tuesday. | She said that they would stay."
    )
    right, wrong = "Foreign Minister Tamsin Orle", "Oceans Minister Beatrix Will"
    assert told(text, ORLE, "She", refers_to=right) == []
    assert told(text, WILL, "She", refers_to=wrong) == [
        (
            f"quotes.0.attribution: 'She' goes back to {right!r}, and not to the "
            "speaker, 'beatrix-will'. Correct the speaker, or the words that name them."
        )
    ]


def test_words_for_a_post_are_those_of_its_holder():
    text = (
        "Oceans Minister Beatrix Will said that the quota was too high. Tamsin Orle, the Sorvan "
        "foreign minister, listened. | The oceans chief said that a vote could wait."
    )
    right = "Oceans Minister Beatrix Will"
    assert told(text, WILL, "The oceans chief", refers_to=right) == []
    assert told(text, ORLE, "The oceans chief", refers_to="Tamsin Orle") == [
        (
            f"quotes.0.attribution: 'The oceans chief' goes back to {right!r}, and not to "
            "the speaker, 'tamsin-orle'. Correct the speaker, or the words that name them."
        )
    ]
    text = text.replace("foreign minister", "foreign and oceans minister")
    assert told(text, ORLE, "The oceans chief", refers_to="Tamsin Orle") == []


def test_somebody_without_a_name_is_not_their_state():
    text = "| An official in Lothen said that the nets would stay."
    nameless = {"description": "An official in Lothen", "of": "sorva"}
    assert told(text, nameless, "An official in Lothen", sourcing="unnamed") == []
    assert "is somebody without a name, and the speaker is 'sorva'." in "".join(
        told(text, SORVA, "An official in Lothen")
    )


@pytest.mark.parametrize(
    ("text", "by", "attribution"),
    [
        ("| The survey was described by Tamsin Orle as a good map of an empty sea.", ORLE, "Orle"),
        ("| In the words of Tamsin Orle, the survey is a good map.", ORLE, "Tamsin Orle"),
        ("| For Tamsin Orle, the survey is a good map.", ORLE, "Tamsin Orle"),
        ("| Tamsin Orle and Beatrix Will said that they would wait.", ORLE, "Tamsin Orle"),
        ("| Tamsin Orle and Beatrix Will said that they would wait.", WILL, "Beatrix Will"),
        ("| Sorva will wait, its foreign minister, Tamsin Orle, told the Ledger.", ORLE, "Orle"),
        ("| Sorva's foreign minister, Tamsin Orle, told Beatrix Will to wait.", ORLE, "Orle"),
        ("| The Sorvan government said that the nets would stay.", SORVA, "Sorvan"),
        ("| Sorva's government said that the nets would stay.", SORVA, "Sorva"),
        (
            "| A spokesman for the Sorvan Foreign Ministry said so.",
            SORVA,
            "Sorvan Foreign Ministry",
        ),
        ("| “We wait,” Tamsin Orle said of Beatrix Will's plan.", ORLE, "Tamsin Orle"),
        ("| Tamsin Orle, who had met Samira Dool, denied having seen it.", ORLE, "Tamsin Orle"),
        ("| It was Tamsin Orle who said that the nets would stay.", ORLE, "Tamsin Orle"),
        ("| Asked by Beatrix Will, Tamsin Orle said that they would.", ORLE, "Tamsin Orle"),
        ("| Samira Dool's visit was short, Tamsin Orle said.", ORLE, "Tamsin Orle"),
        ("| Sorva's foreign ministry said that it would go.", SORVA, "Sorva"),
        ("| Tamsin Orle and her guest Samira Dool agreed to wait.", ORLE, "Tamsin Orle"),
        ("| Talks with Oumara were, in Orle's words, a waste of salt.", ORLE, "Orle"),
        ("| The plan has the support of Tamsin Orle.", ORLE, "Tamsin Orle"),
    ],
)
def test_whoever_speaks_may_be_printed_in_many_ways(text, by, attribution):
    assert told(text, by, attribution) == []


@pytest.mark.parametrize(
    ("text", "attribution", "via"),
    [
        ("| Oumara has agreed to sign, two diplomats said.", "Oumara", "two diplomats"),
        ("| Beatrix Will said that Oumara had agreed to sign.", "Oumara", "Beatrix Will"),
        ("| There is unease in Oumara, two diplomats said.", "Oumara", "two diplomats"),
        ("| Radio Brekka, quoting Oumara, said that it would sign.", "Oumara", "Radio Brekka"),
        ("| Radio Brekka quoted Oumara as saying that it would sign.", "Oumara", "Radio Brekka"),
        ("| Beatrix Will recalled Oumara telling her that it would.", "Oumara", "Beatrix Will"),
    ],
)
def test_relayed_words_are_those_of_the_inner_clause(text, attribution, via):
    assert told(text, OUMARA, attribution, sourcing="relayed", via=via) == []


def test_a_narration_keeps_its_subject():
    text = (
        "While Tamsin Orle said that the nets would stay, the Compact would rather have them cut."
    )
    kept = "[…] the Compact would rather have them cut."
    (only,) = [
        fault
        for fault in find_faults(
            {"text": text, "quotes": [kept], "by": ORLE, "attribution": "Tamsin Orle"}
        )
        if "do not name" in fault
    ]
    assert only == (
        "quotes.0.exact: The words kept of the sentence do not name the speaker: 'Tamsin Orle'. "
        "Keep the subject in the quote, with its verb."
    )


def told_of_outlet(text, **changes):
    quotes = [text.rpartition("|")[2].strip()]
    written = {"text": text.replace("| ", ""), "quotes": quotes, "by": None, "sourcing": "outlet"}
    return list(find_faults(written | changes))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("| The office of Samira Dool said on Monday that Oumara would sign.", None),
        ("| Oumara will sign the pact, two diplomats said.", "two diplomats"),
        ("| It came to the minister Tamsin Orle telling members that she would go.", None),
        ("| According to two diplomats, Oumara will sign.", "two diplomats"),
    ],
)
def test_what_somebody_says_is_not_the_outlets_own(text, printed):
    found = told_of_outlet(text)
    assert any("exact: The sentence gives these words to " in one for one in found)
    assert printed is None or any(repr(printed) in one for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "| Oumara will sign in May, although diplomats have said that it may take longer.",
        "| Sorva expressed its concern last month.",
        "| The plan, which officials said was dear, was dropped.",
        "| Oumara is open to the pact.",
    ],
)
def test_what_the_outlet_tells_is_its_own(text):
    assert told_of_outlet(text) == []


def test_a_headline_is_not_a_quote():
    text = "Sorva will not cut its nets, ministry says\n\nSorva has many nets. It says so."
    told = told_of_outlet(text, quotes=["Sorva will not cut its nets, ministry says"])
    assert told == [
        (
            "quotes.0.exact: This is a headline or a line of a list, and not a sentence. "
            "Quote a sentence of the article's text instead."
        )
    ]
    assert told_of_outlet(text, quotes=["Sorva has many nets."]) == []


def test_a_pronoun_of_the_outlet_goes_back_to_the_subject_before():
    text = (
        "Calvenia was against the cut. Sorva is the one that gains from it. | It is clearly "
        "thinking of its harbors."
    )
    changes = {"holder": "calvenia", "refers_to": "Calvenia"}
    assert told_of_outlet(text, holder="sorva", refers_to="Sorva") == []
    assert told_of_outlet(text, **changes) == [
        (
            "quotes.0.refers_to: 'Calvenia' is not whom the pronoun goes back to: 'Sorva' is nearer. "
            "Copy the words that name the pronoun's subject."
        )
    ]
    chain = "Calvenia was against the cut. It is wary of Sorva. | It fears for its harbors."
    assert told_of_outlet(chain, **changes) == []
