"""One quotation and several names: the one to whom the prose gives it, or all that may have said it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_quote.told_speaker import select_speakers
from knowledge.check_quote.typed_quotations import place_quotations

NAME = re.compile(r"Abe|Kono|Suga|Moon")


def given_to(text):
    (quotation,) = place_quotations(text)
    names = [found.span() for found in NAME.finditer(text)]
    return [text[slice(*place)] for place in select_speakers(text, quotation, names)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        # who does it, of two
        ("Abe, responding to Moon, said “A”", "Abe"),
        ("Abe, who met Kono, said “A”", "Abe"),
        ("Abe told Moon: “A”", "Abe"),
        ("“A,” Abe, close to Moon, said.", "Abe"),
        ("Abe told Moon it was “A”", "Abe"),
        ("Abe to Moon: “A”", "Abe"),
        ("Abe via Moon: “A”", "Abe"),
        ("“A” – Abe, through Moon", "Abe"),
        ("Asked about Kono’s remarks, Abe shot back: “A”", "Abe"),
        ("With Moon beside him, Abe said “A”", "Abe"),
        ("After Kono spoke, Abe said: “A”", "Abe"),
        ("Abe said at Kono’s dinner: “A”", "Abe"),
        ("In reply to Kono, Abe offered “A”.", "Abe"),
        ("Abe agreed with Kono: “A”", "Abe"),
        ("Abe on Kono: “A”", "Abe"),
        ("Abe in a row over Kono: “A”", "Abe"),
        ("Foreign Minister Abe warned Prime Minister Moon that “A”", "Abe"),
        ("Abe stood beside Sen. Kono: “A”", "Abe"),
        ("He told us Kono said “A”", "Kono"),
        ("Kono was there.\nAbe: “A”", "Abe"),
        ("Kono asked. Abe answered “A”", "Abe"),
        ("Per the party’s Abe: it is “A.” Moon nods.", "Abe"),
        # behind it
        ("“A” Abe told Kono.", "Abe"),
        ("“A,” said Abe after Kono had left.", "Abe"),
        ("“A,” warned Abe, as Kono listened.", "Abe"),
        ("“A” – Abe to Kono", "Abe"),
        ("“A” (Abe, beside Kono)", "Abe"),
        ("“A”\n— Abe, answering Kono", "Abe"),
        ("Abe said “A” to Kono.", "Abe"),
        ("Can we attribute “A b c” to Abe and not Kono?", "Abe"),
        # denied
        ("It was not Kono but Abe who said “A”", "Abe"),
        ("Abe did not say “A”, Kono did", "Kono"),
        ("Abe did not say “A”", "Abe"),
        ("the one people pin “A” on: Kono, beside Abe", "Kono"),
        ("“A” is put down to Kono", "Kono"),
        ("Kono replied to reporters “A”", "Kono"),
        ("Kono responded with “A”", "Kono"),
        ("“A” is what Kono said", "Kono"),
        ("Abe responded to Kono’s “A” how?", "Kono"),
        ("Neither Abe nor Moon went as far as Kono, who said “A”", "Kono"),
        # not settled
        ("Who of Kono, Abe and Suga said “A”?", "Kono Abe Suga"),
        ("Abe quoted Kono: “A”", "Abe Kono"),
        ("According to Kono, Abe said “A”", "Kono Abe"),
        ("Kono met Abe. She said: “A”", "Kono Abe"),
        ("Abe and Suga agree: “A”", "Abe Suga"),
        ("Kono is quoted as saying “A” by Abe", "Kono Abe"),
        ("Is “A” from Kono or Abe?", "Kono Abe"),
        ("Kono “A” Abe", "Kono Abe"),
        # only spoken to
        ("She told Kono: “A”", ""),
        ("a letter to Kono: “A”", ""),
        # only somebody who reacts, who asks, or whom a text is about
        ("What did Kono answer to “A”?", ""),
        ("Did Kono react to “A”?", ""),
        ("Kono was asked about the “A” line", ""),
        ("Kono disagreed with “A”", ""),
        ("How does “A” compare with what Kono said?", ""),
        ("Kono from the night desk wants to know if “A” is right", ""),
        ("“A” is on p. 3 of the Kono profile", ""),
    ],
)
def test_who_said_it_is_read_from_the_prose(typed, names):
    assert given_to(typed) == names.split()


@given(
    st.lists(st.sampled_from(["Abe", "Kono", " told ", " said ", ", ", ". ", " and ", "to ", ": "]))
)
def test_whatever_is_typed_some_of_the_names_are_returned_in_order(pieces):
    text = "".join(pieces) + "“A”"
    names = [found.span() for found in NAME.finditer(text)]
    found = select_speakers(text, place_quotations(text)[0], names)
    assert list(found) == [name for name in names if name in found]
