"""Names beside several quotations: before them or after, and what cannot be told is not guessed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_quote.beside_quotations import divide_beside
from knowledge.check_quote.typed_quotations import place_quotations

NAME = re.compile(r"Abe|Gov|Kono|Suga|J\. Moon")


def given_to(text):
    """Return who each quotation may be said to be by; a question mark where it is not certain."""
    names = [found.span() for found in NAME.finditer(text)]
    return [
        ", ".join(name for place in beside.places for name in NAME.findall(text[slice(*place)]))
        + "?" * (not beside.certain)
        for beside in divide_beside(text, place_quotations(text), names)
    ]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        # before its words
        ("Kono: “A” and Abe: “B”", ["Kono", "Abe"]),
        ("Kono: “A”, Abe: “B”", ["Kono", "Abe"]),
        ("Kono said “A,” and Abe said “B.”", ["Kono", "Abe"]),
        ("Kono said “A”, Abe told the house “B”", ["Kono", "Abe"]),
        ("Kono “A” Abe “B” Suga “C”", ["Kono", "Abe", "Suga"]),
        ("did Kono say “A” or Abe “B”?", ["Kono", "Abe"]),
        ("Kono said “A”. Abe, though, said “B”.", ["Kono", "Abe"]),
        ("according to Kono, “A”; according to Abe, “B”", ["Kono", "Abe"]),
        ("check these:\nKono: “A”\nAbe: “B”", ["Kono", "Abe"]),
        ("Kono:\n“A”\n\nAbe:\n“B”", ["Kono", "Abe"]),
        ("Kono said:\n“A”\nAbe said:\n“B”", ["Kono", "Abe"]),
        ("Who\tQuote\nKono\t“A”\nAbe\t“B”", ["Kono", "Abe"]),
        # after its words
        ("“A,” said Kono, and “B,” said Abe", ["Kono", "Abe"]),
        ("“A,” Kono said, and “B,” Abe said", ["Kono", "Abe"]),
        ("“A.” Kono said. “B.” Abe said.", ["Kono", "Abe"]),
        ("“A” Kono “B” Abe", ["Kono", "Abe"]),
        ("“A” – Kono, “B” – Abe", ["Kono", "Abe"]),
        ("“A” (Kono) vs. “B” (Abe)", ["Kono", "Abe"]),
        ("“A” was said by Kono and “B” by Abe", ["Kono", "Abe"]),
        ("“A” – Kono\n“B” – Abe", ["Kono", "Abe"]),
        ("“A”\n— Kono\n\n“B”\n— Abe", ["Kono", "Abe"]),
        ("“A”\n— Kono\n“B”\n— Abe", ["Kono", "Abe"]),
        ("“A.” Kono said\n“B.” Abe said", ["Kono", "Abe"]),
        ("“A,” said Dr. Kono, and “B,” said Mr. Abe", ["Kono", "Abe"]),
        ("“A,” said J. Moon, and “B,” said Abe", ["J. Moon", "Abe"]),
        # both
        ("Kono said “A” and “B,” said Abe", ["Kono", "Abe"]),
        ("“A,” said Kono, while Abe said “B”", ["Kono", "Abe"]),
        ("“A,” said Kono. Abe said: “B”", ["Kono", "Abe"]),
        # the subject of the sentence, and not whom it also names
        ("Kono said it is “A” to wait, if Abe is “B.”", ["Kono", "Kono"]),
        ("Kono said late on Friday that “A” held, unless Abe was “B”.", ["Kono", "Kono"]),
        ("Kono told them: “A.” He warned of Abe’s “B.”", ["Kono", "Kono"]),
        ("“A,” said Kono. She called on the house to shun the “B” of Abe.", ["Kono", "Kono"]),
        ("Kono argued “A”. He said Abe was “B”.", ["Kono", "Kono"]),
        ("Kono said “A” and that Abe’s “B” was wrong.", ["Kono", "Abe"]),
        ("Kono’s “A” and Abe’s “B”", ["Kono", "Abe"]),
        ("Kono told us beside Sen. Suga of “A”, and Abe called it “B”", ["Kono", "Abe"]),
        ("Kono told us beside Gov. Suga of “A”, and Abe called it “B”", ["Kono", "Abe"]),
        ("Kono said “A”, while Abe preferred “B”.", ["Kono", "Abe"]),
        ("Kono said “A”, and for Abe it is “B”.", ["Kono", "Abe"]),
        # each leads to its own, whatever else the sentence is about
        ("After Kono offered “A”, Abe called it “B”", ["Kono", "Abe"]),
        ("After Kono said “A”, Abe said “B”", ["Kono", "Abe"]),
        ("Since Kono said “A”, Abe has repeated “B”", ["Kono", "Abe"]),
        ("When Kono spoke of “A”, Abe nodded and said “B”", ["Kono", "Abe"]),
        ("Kono’s “A” came after Abe had hoped for “B”", ["Kono", "Abe"]),
        ("After Kono held out “A”, Abe called it “B”", ["Kono", "Abe"]),
        ("Kono said “A” after Abe said “B”", ["Kono", "Abe"]),
        ("compare Kono’s “A” with Abe’s “B”", ["Kono", "Abe"]),
        ("Is Kono’s “A” consistent with Abe’s “B”?", ["Kono", "Abe"]),
        ("The gap between Kono’s “A” and Abe’s “B” grows.", ["Kono", "Abe"]),
        ("Suga rejected Kono’s “A” as “B”", ["Kono", "Suga"]),
        ("Suga, asked about Kono’s “A”, said “B”", ["Kono", "Suga"]),
        ("Suga, echoing Kono’s warning that Abe “A”, said “B”", ["Kono", "Suga"]),
        ("Kono and Abe said “A” while Suga said “B”", ["Kono, Abe", "Suga"]),
        ("“A” vs Kono’s “B”", ["", "Kono"]),
        # several of one speaker
        ("Kono’s “A” and “B” met Abe’s “C”", ["Kono", "Kono", "Abe"]),
        ("Kono said “A” and “B”, and Abe said “C”", ["Kono", "Kono", "Abe"]),
        ("“A” and “B,” said Kono. “C,” said Abe.", ["Kono", "Kono", "Abe"]),
        ("did Kono say these?\n“A”\n“B”", ["Kono", "Kono"]),
        ("“A,” Kono said. “B.”", ["Kono", "Kono"]),
        # nobody's
        ("Kono: “A”\n“B”\nAbe: “C”", ["Kono", "", "Abe"]),
        # one is only spoken to
        ("“A,” Kono told Abe, “B,” said Suga", ["Kono", "Suga"]),
        # a pronoun speaks first
        ("She said beside Suga “A”, and Abe said “B”", ["Suga?", "Abe"]),
        ("She met Mr. Suga and said “A”, and Abe said “B”", ["Suga?", "Abe"]),
        ("Kono left. She met Suga and said “A”, and Abe said “B”", ["Suga?", "Abe"]),
        ("Kono said “C”. She met Suga and said “A”, and Abe said “B”", ["Kono", "Kono", "Abe"]),
        ("In a call with Abe, Kono said “A” and warned of “B”", ["Kono", "Kono"]),
        ("Kono’s hope for “A” drew a sharp “B” from Abe", ["Kono", "Abe"]),
        # it cannot be told
        ("Suga said Abe’s “A” and Kono’s “B” were “C”", ["Abe, Suga?", "Kono", "Kono?"]),
        ("“A”, Kono’s phrase, was echoed by Abe in “B”", ["Kono, Abe", "Kono, Abe"]),
        ("After Kono stirred “A”, Abe called it “B”", ["Abe, Kono?", "Abe"]),
        ("Kono spoke against Abe’s “A”, and Suga said “B”", ["Kono, Abe?", "Suga"]),
        ("Suga liked Kono’s “A” more than “B”", ["Kono", "Suga, Kono?"]),
        ("Kono and Abe said “A” and “B”", ["Kono, Abe", "Kono, Abe"]),
        ("Kono “A” Abe “B” Suga", ["Kono, Abe?", "Abe, Suga?"]),
        ("“A” Kono “B” he said; “C”, Abe said, “D”", ["Kono?", "Kono?", "Abe?", "Abe?"]),
    ],
)
def test_each_quotation_has_the_name_that_is_written_to_it(typed, names):
    assert given_to(typed) == names


QUOTES = st.lists(st.sampled_from(["Kono", "Abe", "Suga"]), min_size=2, max_size=6)


@pytest.mark.parametrize(
    ("form", "between"),
    [
        ("{}: “A”", ", "),
        ("{}: “A”", "\n"),
        ("{} said “A”", " and "),
        ("{} said “A”", ". "),
        ("“A,” said {}", ", and "),
        ("“A” – {}", "\n"),
        ("“A” ({})", "; "),
        ("“A”\n— {}", "\n\n"),
    ],
)
@given(QUOTES)
def test_a_form_that_is_kept_throughout_gives_each_its_name(form, between, names):
    assert given_to(between.join(form.format(name) for name in names)) == names


PIECES = ["“A”", "Kono", "Abe", ", ", " and ", ". ", "\n", ": ", " said ", " – ", "(", "x "]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_whatever_is_typed_each_quotation_gets_places_in_the_text(typed):
    names, quotations = [m.span() for m in NAME.finditer(typed)], place_quotations(typed)
    found = divide_beside(typed, quotations, names)
    assert len(found) == len(quotations)
    inside = [place for beside in found for place in beside.places]
    assert all(0 <= first < last <= len(typed) for first, last in inside)
