"""What holds for whatever a curator selects and writes: proved as written, refused once changed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from knowledge.check_corpus.proof import prove
from knowledge.corpus import canonical
from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.entry import read_entry
from knowledge.corpus.model import Article, Interval, Quote, Speaker, Statement
from knowledge.text.article_text import CUT, Text, fold, pieces

# Words as articles have them: repeated, joined, numbers, with commas, and with letters that a
# coarser folding than ours would take for others. Each is spelled here in its folded form.
LETTERS = st.text("abdéñüжя日語", min_size=2, max_size=5)
NUMBERS = st.from_regex(r"[1-9][0-9]{0,2}(,[0-9]{3})?(\.[0-9])?", fullmatch=True)
JOINED = st.builds("{}{}{}".format, LETTERS, st.sampled_from("'-"), LETTERS)
LOOKALIKE = st.sampled_from(["x²", "m³", "①", "½", "x㎏", "ﾊﾝ", "Ⅳ", "ª"])
TOKEN = LETTERS | st.sampled_from(["so", "it", "not"]) | NUMBERS | JOINED | LOOKALIKE
WORDS = st.lists(
    st.builds("{}{}".format, TOKEN, st.sampled_from(["", "", "", ","])), min_size=3, max_size=10
)
# Typography in which a curator's words and the article's may differ.
MARKS = st.sampled_from(["“”", '""', "„“"])
SPACES = st.sampled_from([" ", "\n", "  ", "\N{NO-BREAK SPACE}"])
APOSTROPHES, HYPHENS = st.sampled_from("'’‘"), st.sampled_from("-‐‑–")
_PARTS = re.compile(r"['-]|(?<=\d)[,.](?=\d)")
SPEAKER = "Vehl"
DAY = Interval(from_=date(2025, 4, 5), to=date(2025, 4, 5), basis="date inferred: as printed")
REST = " The rain fell there on every market. " * 3
written = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


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
def typed(draw, words):
    """Draw one way to type or print some words, of those that fold to the same."""
    line = draw(SPACES).join(words)
    line = line.replace("'", draw(APOSTROPHES)).replace("-", draw(HYPHENS))
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), line)


@st.composite
def spoken(draw):
    """Draw words, others, and a text that prints both between marks."""
    words, others = draw(WORDS.filter(lambda words: len(words) > 6)), draw(WORDS)
    words[-1] = words[-1].rstrip(",")  # that comma is the outer sentence's
    assume(words != [*others[:-1], others[-1].rstrip(",")])
    (a, b), (c, d) = draw(MARKS), draw(MARKS)
    before = f"{a}{draw(typed(others))}{b} {SPEAKER} asked."
    raw = f"{before} {c}{draw(typed(words))},{d} {SPEAKER} told them.{REST}"
    return words, others, Text(raw)


@st.composite
def narrated(draw):
    """Draw words, a text with a sentence of them, and a run of these to select."""
    words = draw(WORDS)
    text = Text(f"{SPEAKER} heard {draw(typed(words))} there.\n\n{REST}")
    assume(len(text.sentences) == len(Text(REST).sentences) + 1)
    first = draw(st.integers(0, len(words) - 1))
    return words, text, draw(st.integers(first + 1, len(words))), first


def changed(word, data):
    """Change one word: its case, a digit, its joints and commas, its letters, or where it ends."""
    other = data.draw(TOKEN)
    choices = [
        other,
        word.swapcase(),
        word.translate(str.maketrans("0123456789", "1234567890")),
        word.replace(",", ""),
        word.replace("'", ""),
        word.replace("-", ""),
        word.replace("-", " "),
        unicodedata.normalize("NFKC", word),
        word.translate(str.maketrans("éñü", "enu")),
        word[:-1],
        word[1:],
        _PARTS.split(word)[0],
        _PARTS.split(word)[-1],
        f"{word} {other}",
        "",
    ]
    # A mere comma is not a word: the text prints it, behind the word that it belonged to.
    words = [c for c in choices if c != word and (not c or any(map(str.isalnum, c)))]
    return data.draw(st.sampled_from(words))


def mutated(words, data):
    """Change any one word, the first and the last too, or let two change places."""
    place = data.draw(st.integers(0, len(words) - 1))
    swap = place + 1 < len(words) and words[place] != words[place + 1] and data.draw(st.booleans())
    new = [words[place + 1], words[place]] if swap else [changed(words[place], data)]
    line = " ".join([*words[:place], *new, *words[place + len(new) :]])
    assume(line.split())
    return line.split()


def stands_in(words, among):
    """Tell whether words stand in a list of others; a last comma may be the sentence's."""
    runs = (among[i : i + len(words)] for i in range(len(among) - len(words) + 1))
    return any(
        run[:-1] == words[:-1] and words[-1] in {run[-1], run[-1].rstrip(",")} for run in runs
    )


@pytest.mark.slow
@written
@given(spoken(), st.data())
def test_whatever_is_quoted_between_marks_and_written_is_proved(tmp_path, drawn, data):
    words, _, text = drawn
    proof = proof_of(tmp_path, article(text, quote(data.draw(typed(words)))), text)
    assert refusals(proof) == []


@pytest.mark.slow
@written
@given(spoken(), st.data())
def test_whatever_one_word_of_a_written_quote_is_changed_it_is_refused(tmp_path, drawn, data):
    words, others, text = drawn
    new = mutated(words, data)
    assume(not any(new[:-1] == w[:-1] and new[-1] == w[-1].rstrip(",") for w in (words, others)))
    proof = proof_of(tmp_path, article(text, quote(data.draw(typed(new)))), text)
    (problem,) = refusals(proof)
    assert problem.startswith("articles/x.yaml:")
    assert "Copy the words from the article." in problem
    assert proof.proved == 0


CUT_FAULT = re.compile(
    r"The cut (?:drops|begins|ends|is) |The quote (?:has a|has no|says who) |do not name the speaker"
)


@pytest.mark.slow
@written
@given(narrated(), st.data())
def test_whatever_is_selected_for_a_narration_and_written_is_proved(tmp_path, drawn, data):
    words, text, end, first = drawn
    selected = words[first:end]
    event("some words" if len(selected) < len(words) else "all words")
    proof = proof_of(tmp_path, article(text, located(text, selected, words, first, data)), text)
    # Where random words may be cut is another question.
    assert [told for told in refusals(proof) if not CUT_FAULT.search(told)] == []
    assert [str(p) for p in proof.problems if p.field.endswith(".start")] == []


def located(text, selected, words, first, data):
    """Return a narration of the selected words with the offsets of the selection."""
    start = len(" ".join([SPEAKER, "heard", *words[:first]])) + 1
    exact = f"[…] {data.draw(typed(selected))} […]"
    end = start + len(" ".join(selected))
    return quote(exact, "narration").model_copy(update={"start": start, "end": end})


@pytest.mark.slow(seconds=10)
@written
@given(narrated(), st.data())
def test_whatever_one_word_of_a_narration_is_changed_it_is_refused(tmp_path, drawn, data):
    words, text, end, first = drawn
    new = mutated(words[first:end], data)
    assume(not stands_in(new, [SPEAKER, "heard", *words, "there", *REST.replace(".", "").split()]))
    exact = f"[…] {data.draw(typed(new))} […]"
    assert refusals(proof_of(tmp_path, article(text, quote(exact, "narration")), text))


@given(st.text() | WORDS.map(" ".join))
def test_folding_what_is_folded_changes_nothing_anywhere(words):
    assert fold(fold(words)) == fold(words)
    assert Text(fold(words)).fingerprint == Text(words).fingerprint
    assert all(CUT not in run and fold(run) == run for run in pieces(words))
