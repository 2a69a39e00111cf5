"""What holds for whatever a curator selects and writes: proved as written, refused once changed."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from knowledge import canonical
from knowledge.corpus import Corpus
from knowledge.entry import read_entry
from knowledge.model import Article, Interval, Quote, Speaker, Statement
from knowledge.proof import prove
from knowledge.quoting import CUT, Text, fold, pieces

WORD = st.from_regex(r"[^\W\d_]{2,8}", fullmatch=True)
WORDS = st.lists(WORD, min_size=8, max_size=14, unique_by=lambda word: fold(word).casefold())
# Typography in which a curator's words and the article's may differ.
MARKS = st.sampled_from(["“”", '""', "„“"])
SPACES = st.sampled_from([" ", "\n", "  ", "\N{NO-BREAK SPACE}"])
# What YAML reads as its own unless it is written with care.
TRICKY = st.sampled_from(["no", "null:", "- so", "#so", "{so}", "1:30", "so's", "'so", "…", "[…]"])
SPEAKER = "Vehl"
DAY = Interval(from_=date(2025, 4, 5), to=date(2025, 4, 5), basis="date inferred: as printed")
REST = " It was raining on the market. " * 20
written = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def quote(exact, kind="direct"):
    return Quote(kind=kind, exact=exact, attribution=SPEAKER)


def article(text, *quotes):
    """Return the article that holds these quotes of one speaker."""
    return Article(
        id="x",
        **dict.fromkeys(("agency", "publisher", "title", "byline", "url")),
        published=DAY,
        fingerprint=text.fingerprint,
        words=text.words,
        statements=[
            Statement(
                id="x-said",
                said=DAY,
                speaker=Speaker(id=None, description=SPEAKER),
                sourcing="unnamed",
                summary="Vehl said so.",
                quotes=quotes,
            )
        ],
    )


def proof_of(tmp_path, model, text):
    """Write an entry as the tools do, with offsets, read it back, and hold it against its text."""
    file = tmp_path / "x.yaml"
    file.write_text(canonical.write(model), encoding="utf-8")
    return prove(
        Corpus(articles={"x": read_entry(file, "articles/x.yaml", Article)}),
        {text.fingerprint: text},
    )


def refusals(proof):
    """Return what is said of the words; offsets are the business of `check --fix`."""
    return [str(p) for p in proof.problems if p.field.endswith(".exact")]


@st.composite
def printed(draw):
    """Draw words, and a text that prints them between marks in its own typography."""
    words = draw(WORDS)
    assume(all(fold(word) not in fold(SPEAKER + REST) for word in words))
    opening, closing = draw(MARKS)
    said = draw(SPACES).join(words)
    return words, Text(f"{opening}{said},{closing} {SPEAKER} told them.{REST}")


@written
@given(printed(), SPACES)
def test_whatever_is_quoted_between_marks_and_written_is_proved(tmp_path, drawn, space):
    words, text = drawn
    proof = proof_of(tmp_path, article(text, quote(space.join(words))), text)
    assert refusals(proof) == []


@written
@given(printed(), st.data())
def test_whatever_one_word_of_a_written_quote_is_changed_it_is_refused(tmp_path, drawn, data):
    words, text = drawn
    proof = proof_of(tmp_path, article(text, quote(" ".join(mutated(words, data)))), text)
    (problem,) = refusals(proof)
    assert problem.startswith("articles/x.yaml:")
    assert "; " in problem
    assert proof.proved == 0


@written
@given(WORDS, st.data())
def test_whatever_is_narrated_and_written_is_proved(tmp_path, words, data):
    text = narrated(words)
    first, last = sorted(
        data.draw(st.lists(st.integers(0, 7), min_size=2, max_size=2, unique=True))
    )
    exact = f"[…] {' '.join(words[first:last])} […]"
    proof = proof_of(tmp_path, article(text, quote(exact, "narration")), text)
    assert [told for told in refusals(proof) if "the cut drops the " not in told] == []


@written
@given(WORDS, st.data())
def test_whatever_one_word_of_a_narration_is_changed_it_is_refused(tmp_path, words, data):
    text = narrated(words)
    exact = " ".join([SPEAKER, "heard", *mutated(words, data), "there."])
    assert refusals(proof_of(tmp_path, article(text, quote(exact, "narration")), text))


def narrated(words):
    assume(all(fold(word) not in fold(f"{SPEAKER} heard there{REST}") for word in words))
    text = Text(f"{SPEAKER} heard {' '.join(words)} there.\n\n{REST}")
    assume(len(text.sentences) == len(Text(REST).sentences) + 1)
    return text


def mutated(words, data):
    """Leave out, exchange, add or swap one word, or change the case of its first letter."""
    place = data.draw(st.integers(0, len(words) - 2))
    new = data.draw(WORD)
    assume(fold(new) not in map(fold, words))
    word, following = words[place], words[place + 1]
    turned = word[0].swapcase() + word[1:]
    assume(fold(turned) != fold(word))
    middle = [[], [new], [new, word], [turned]]
    changed = [[*words[:place], *chosen, *words[place + 1 :]] for chosen in middle]
    swapped = [*words[:place], following, word, *words[place + 2 :]]
    return data.draw(st.sampled_from([*changed, swapped]))


LINES = st.lists(WORD | TRICKY, min_size=1, max_size=6).map(" ".join)
QUOTES = st.lists(
    st.builds(
        Quote,
        kind=st.sampled_from(["direct", "narration"]),
        exact=LINES,
        start=st.none() | st.integers(0, 999),
        end=st.none() | st.integers(0, 999),
        attribution=LINES,
        refers_to=st.none() | LINES,
    ),
    max_size=3,
)


@written
@given(QUOTES, LINES)
def test_an_article_that_is_read_and_written_back_has_the_same_bytes(tmp_path, quotes, title):
    model = article(Text("so"), *quotes).model_copy(update={"title": title})
    file = tmp_path / "x.yaml"
    file.write_text(canonical.write(model), encoding="utf-8")
    before = file.read_bytes()
    read = read_entry(file, "articles/x.yaml", Article).model
    assert read == model
    assert canonical.write(read).encode() == before


@given(st.text() | LINES)
def test_folding_what_is_folded_changes_nothing_anywhere(words):
    assert fold(fold(words)) == fold(words)
    assert Text(fold(words)).fingerprint == Text(words).fingerprint
    assert all(CUT not in run and fold(run) == run for run in pieces(words))
