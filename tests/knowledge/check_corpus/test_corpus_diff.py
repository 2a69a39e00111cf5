"""What a change of entries does to the answers, against a real git checkout."""

from __future__ import annotations

import re
import subprocess

import pytest

from knowledge.check_corpus import corpus_diff
from knowledge.corpus import corpus_reader
from knowledge.corpus.errors import CorpusError, RevisionError

ARTICLE = "articles/marrow-2025-05"


@pytest.fixture
def told(curator):
    """Say what the curator's changes to the tiny corpus do to its answers."""
    before = corpus_reader.load_corpus(curator.folder)
    return lambda: list(corpus_diff.changes(before, corpus_reader.load_corpus(curator.folder)))


@pytest.fixture
def checkout(curator):
    """Commit the curator's corpus, in a folder below the checkout's root."""
    root = curator.folder.parent

    def git(*words):
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
        subprocess.run(["git", "-C", root, *who, *words], check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "corpus")
    git("commit", "--quiet", "--message", "Add the corpus")
    return curator


def stance(**fields):
    base = {"holder": "velmora", "issue": "border-opening", "basis": "declared", "grounds": 0}
    return base | fields


def test_without_a_change_no_answer_changes(told):
    assert told() == ["No answer changes."]


def test_a_change_of_form_changes_no_answer(told, curator):
    curator.replace("people/jonas-vehl", "name: Jonas Vehl", 'name: "Jonas Vehl"  # so')
    assert told() == ["No answer changes."]


def test_a_position_that_moves_is_told_with_its_day_and_its_statements(told, curator):
    curator.statement("marrow-this-year", stances=[stance(value="opposes")])
    assert told() == [
        (
            "Velmora on Opening of the Tarsk border: supports → opposes since 2025-05-02; "
            "1 changed statement; nobody loses a quote"
        )
    ]


def test_new_statements_are_counted_and_take_nobody_s_quote(told, curator):
    new = {
        "id": "dask-second-thoughts",
        "said": {"from": "2025-05-03", "to": "2025-05-31", "basis": "date inferred: undated"},
        "speaker": {"id": "orin-dask"},
        "on_behalf_of": "velmora",
        "sourcing": "on_record",
        "stances": [stance(value="conditional", condition="if the bell rings")],
        "summary": "Dask made it depend on the bell.",
        "quotes": [{"kind": "direct", "exact": "if the bell rings", "attribution": "Dask"}],
    }
    _, data = curator._article_of("marrow-this-year")
    curator.change(ARTICLE, statements=[*data["statements"], new])
    assert told() == [
        (
            "Velmora on Opening of the Tarsk border: supports → conditional since 2025-05; "
            "1 new statement; nobody loses a quote"
        )
    ]


@pytest.mark.parametrize(
    ("fields", "moved"),
    [
        (
            {"value": "conditional", "condition": "if the North sings"},
            (
                "conditional (“only if the North reopens the ferry line”) → "
                "conditional (“if the North sings”) since 2025-05-02"
            ),
        ),
        (
            {
                "value": "conditional",
                "condition": "only if the North reopens the ferry line",
                "basis": "ascribed",
            },
            (
                "conditional (“only if the North reopens the ferry line”), declared → "
                "conditional (“only if the North reopens the ferry line”), ascribed since 2025-05-02"
            ),
        ),
    ],
    ids=["another condition", "another basis"],
)
def test_another_condition_or_basis_is_a_change_too(told, curator, fields, moved):
    talks = stance(issue="velmora-north-tarsk-talks", **fields)
    curator.statement("marrow-ferry-first", stances=[talks])
    (only,) = told()
    assert only.startswith(f"Velmora on Talks of Velmora and North Tarsk: {moved}; ")


def test_a_holder_who_has_nothing_left_is_told_with_the_quotes_that_go(told, curator):
    _, data = curator._article_of("marrow-this-year")
    kept = [s for s in data["statements"] if s["id"] != "marrow-ferry-first"]
    curator.change(ARTICLE, statements=kept)
    (only,) = told()
    assert only.startswith(
        "Velmora on Talks of Velmora and North Tarsk: conditional → nothing on record; "
        "1 removed statement; Ilse Marrow loses 2 quotes: “Marrow also said that Velmora would"
    )
    assert only.endswith("…”, “Without a ferry, there is nobody to talk to”")


def test_another_day_of_the_same_position_is_told(told, curator):
    said = {
        "from": "2025-05-03",
        "to": "2025-05-03",
        "printed": "May 3",
        "basis": "year inferred: x",
    }
    curator.statement("marrow-ferry-first", said=said)
    (only,) = told()
    assert "conditional, on record since 2025-05-03 instead of 2025-05-02 and latest on" in only


def test_a_change_within_a_statement_leaves_the_position_as_it_is(told, curator):
    curator.statement("marrow-this-year", summary="Marrow announced it.")
    assert told() == [
        (
            "Velmora on Opening of the Tarsk border: still supports; 1 changed statement; "
            "nobody loses a quote"
        )
    ]


def test_an_article_that_may_only_be_linked_takes_its_quotes_along(told, curator):
    curator.change(ARTICLE, rights="link_only")
    assert "Ilse Marrow loses a quote: “Velmora supports the opening of the border this year”" in (
        "\n".join(told())
    )
    assert "Teva Dask, without a stance: 1 changed statement; Teva Dask loses a quote: " in (
        "\n".join(told())
    )


def test_who_answers_to_what_is_told(told, curator):
    curator.change("people/jonas-vehl", aliases=["Old Vehl"], memberships=[])
    curator.change("issues/ferry-ban", question="Should the ferries sail?")
    curator.file("issues/inter-tarsk-talks").unlink()
    curator.write("people/ada-lind", "id: ada-lind\nname: Ada Lind\n")
    assert told() == [
        "Ada Lind can be asked about",
        "Talks of the two Tarsks can no longer be asked about",
        "Ferry ban asks “Should the ferries sail?” instead of “Should the ferry ban be kept?”",
        "Jonas Vehl answers to “Old Vehl”",
        "Jonas Vehl no longer answers to “Vehl Jonas”",
        "Jonas Vehl loses the post “Special Envoy”",
    ]


ATTESTED = {"article": "valley-post-2025-04", "as": "a tall man"}
OTHERWISE = {
    "people/ilse-marrow": {
        "name": "Ilse Barrow",
        "aliases": ["Barrow"],
        "weak_aliases": ["the president"],
        "note": "So.",
        "different_from": ["orin-dask"],
        "former_ids": ["ilse-barrow"],
        "memberships": [],
        "descriptions": [ATTESTED],
    },
    "organizations/northern-bureau": {
        "name": "Bureau of the North",
        "aliases": ["NB"],
        "former_ids": ["bureau"],
        "weak_aliases": ["the bureau"],
        "classification": "agency",
        "parent": "south-tarsk",
    },
    "issues/velmora-north-tarsk-talks": {
        "name": "Talks",
        "short": "Talking",
        "former_ids": ["talking-of"],
        "aliases": ["the talking"],
        "weak_aliases": ["talking"],
        "note": "So.",
        "question": "Should they?",
        "parent": "ferry-ban",
        "parties": ["velmora"],
    },
}


@pytest.mark.parametrize(
    ("entry", "field"), [(entry, field) for entry, fields in OTHERWISE.items() for field in fields]
)
def test_every_field_that_an_answer_can_show_is_compared(told, curator, entry, field):
    curator.change(entry, **{field: OTHERWISE[entry][field]})
    assert told()[-1] != "No answer changes."


def test_no_field_of_what_can_be_asked_about_is_left_out():
    for entry, fields in OTHERWISE.items():
        kind = corpus_reader.KINDS[entry.partition("/")[0]]
        unseen = {"id", "note"} if kind is corpus_reader.KINDS["organizations"] else {"id"}
        assert fields.keys() == kind.model_fields.keys() - unseen


@pytest.mark.parametrize(
    ("entry", "fields", "words"),
    [
        (
            "issues/velmora-north-tarsk-talks",
            {"parent": None},
            "Talks of Velmora and North Tarsk belongs to nothing instead of Dialogue on the Tarsks",
        ),
        (
            "issues/velmora-north-tarsk-talks",
            {"short": "Talks"},
            "Talks of Velmora and North Tarsk has the short name “Talks” instead of “none”",
        ),
        (
            "organizations/united-isles",
            {"classification": "body"},
            "United Isles is classified as “body” instead of “state”",
        ),
        (
            "people/jonas-vehl",
            {"aliases": [], "weak_aliases": ["Vehl Jonas"]},
            "Jonas Vehl shares the name “Vehl Jonas” with others who have it",
        ),
        (
            "people/jonas-vehl",
            {"descriptions": [ATTESTED]},
            "Jonas Vehl has different descriptions",
        ),
    ],
)
def test_what_changes_of_an_entry_is_said(told, curator, entry, fields, words):
    curator.change(entry, **fields)
    assert told() == [words]


def test_an_entry_of_another_id_is_the_same(told, curator):
    curator.replace("articles/harbor-gazette-2025-06", "issue: river-treaty", "issue: treaty")
    curator.change("issues/river-treaty", id="treaty", former_ids=["river-treaty"])
    curator.file("issues/river-treaty").rename(curator.file("issues/treaty"))
    (only,) = told()
    assert only.endswith("had the id “river-treaty” before")


def test_a_statement_of_another_id_is_the_same(told, curator):
    curator.statement("teva-dask-news", id="news-of-dask", former_ids=["teva-dask-news"])
    assert told() == ["No answer changes."]


def test_an_event_is_shown_by_no_answer(told, curator):
    curator.change("events/lund-meeting-2025-03-12", name="The meeting")
    assert told() == ["No answer changes."]


def test_another_name_takes_nobody_s_quote_and_changes_no_statement(told, curator):
    curator.change("people/ilse-marrow", name="Ilse Barrow", aliases=["Ilse Marrow"])
    assert "Ilse Barrow was called “Ilse Marrow” before" in told()
    assert not [line for line in told() if "loses" in line or "statement" in line]


def renamed(curator, entry, new):
    """Give an entry another id, wherever it is named."""
    old = entry.partition("/")[2]
    curator.file(entry).rename(curator.file(entry).with_stem(new))
    for file in curator.folder.glob("*/*.yaml"):
        file.write_text(re.sub(rf"\b{old}\b(?!-)", new, file.read_text("utf-8")), "utf-8")


def test_an_article_with_another_id_takes_nobody_s_quote(told, curator):
    renamed(curator, ARTICLE, "marrow-speaks")
    lines = told()
    assert any("changed statement" in line for line in lines)
    assert not [line for line in lines if " loses " in line.replace("nobody loses", "")]


def test_a_person_with_another_id_loses_no_quote_and_both_ids_are_said(told, curator):
    renamed(curator, "people/ilse-marrow", "marrow")
    lines = told()
    assert "Ilse Marrow (marrow) can be asked about" in lines
    assert "Ilse Marrow (ilse-marrow) can no longer be asked about" in lines
    assert not [line for line in lines if " loses " in line.replace("nobody loses", "")]


def test_an_issue_with_another_id_is_told_with_both_ids(told, curator):
    renamed(curator, "issues/border-opening", "opening")
    lines = told()
    assert any(
        line.startswith(
            "Velmora on Opening of the Tarsk border (border-opening): supports → nothing on record; "
        )
        for line in lines
    )
    assert any(
        line.startswith(
            "Velmora on Opening of the Tarsk border (opening): nothing on record → supports since"
        )
        for line in lines
    )


def test_an_article_whose_text_changed_is_the_same_source(told, curator):
    _, data = curator._article_of("marrow-this-year")
    earlier = data["fingerprint"]
    curator.change(ARTICLE, fingerprint="0" * 64, earlier=[earlier])
    assert told() == ["No answer changes."]
    curator.statement("marrow-this-year", summary="Marrow announced it.")
    (only,) = told()
    assert only.endswith("; 1 changed statement; nobody loses a quote")


def test_entries_that_are_not_served_as_they_are_are_told_first(checkout):
    checkout.file("issues/ferry-ban").unlink()
    told = list(corpus_diff.since("HEAD", checkout.folder))
    assert told[0].startswith("Not served until it is fixed: articles/")
    assert "There is no issue 'ferry-ban'" in told[0]
    assert "Ferry ban can no longer be asked about" in told


def test_who_could_not_be_read_then_loses_nothing(curator, request):
    right = curator.file("people/ilse-marrow").read_text("utf-8")
    curator.write("people/ilse-marrow", "id: [")
    checkout = request.getfixturevalue("checkout")
    checkout.write("people/ilse-marrow", right)
    assert list(corpus_diff.since("HEAD", checkout.folder))[1:] == [
        "No answer changes in what was compared."
    ]


def test_a_revision_is_read_from_the_checkout(checkout):
    assert list(corpus_diff.since("HEAD", checkout.folder)) == ["No answer changes."]
    checkout.statement("marrow-this-year", stances=[stance(value="opposes")])
    (only,) = corpus_diff.since("HEAD", checkout.folder)
    assert "supports → opposes since 2025-05-02" in only


@pytest.mark.parametrize("rev", ["nowhere", "HEAD~7", "--all", "", "HEAD:corpus"])
def test_a_revision_that_git_does_not_know_is_refused(checkout, rev):
    with pytest.raises(
        RevisionError, match=r"Git does not know the revision .*\. Name a commit, a tag or"
    ):
        list(corpus_diff.since(rev, checkout.folder))


def test_a_folder_outside_a_checkout_is_refused(curator):
    with pytest.raises(RevisionError, match=r"is not in a git checkout\. Use --corpus"):
        list(corpus_diff.since("HEAD", curator.folder))


def test_a_revision_before_the_first_entry_is_refused(checkout):
    new = checkout.folder.rename(checkout.folder.with_name("new"))
    with pytest.raises(RevisionError, match=r"has no entries in .*new\. Name a later one"):
        list(corpus_diff.since("HEAD", new))


def test_entries_that_do_not_read_now_are_told_as_the_check_tells_them(checkout):
    checkout.write("people/jonas-vehl", "id: jonas-vehl\n")
    with pytest.raises(CorpusError, match="name: This field is missing"):
        list(corpus_diff.since("HEAD", checkout.folder))


def test_entries_that_did_not_read_then_are_named(curator, request):
    right = curator.file("people/jonas-vehl").read_text("utf-8")
    curator.write("people/jonas-vehl", "id: jonas-vehl\n")
    checkout = request.getfixturevalue("checkout")
    checkout.write("people/jonas-vehl", right)
    told = list(corpus_diff.since("HEAD", checkout.folder))
    assert (
        told[0]
        == "Not compared, because today's code cannot read them at HEAD: people/jonas-vehl.yaml"
    )
    assert told[1:] == ["No answer changes in what was compared."]


def test_statements_that_did_not_read_then_are_not_called_new(curator, request):
    right = curator.file(ARTICLE).read_text("utf-8")
    curator.write(ARTICLE, "id: [")
    checkout = request.getfixturevalue("checkout")
    checkout.write(ARTICLE, right)
    assert list(corpus_diff.since("HEAD", checkout.folder)) == [
        "Not compared, because today's code cannot read them at HEAD: articles/marrow-2025-05.yaml",
        "No answer changes in what was compared.",
    ]


def test_a_revision_of_the_folder_without_an_entry_is_refused(curator, request):
    aside = curator.folder.rename(curator.folder.with_name("aside"))
    curator.folder.mkdir()
    (curator.folder / "README").write_text("so")
    checkout = request.getfixturevalue("checkout")
    (checkout.folder / "README").unlink()
    checkout.folder.rmdir()
    aside.rename(checkout.folder)
    with pytest.raises(RevisionError, match="has no entries in"):
        list(corpus_diff.since("HEAD", checkout.folder))


def test_a_post_of_another_body_is_told_and_no_other_dates_or_words(told, curator):
    curator.replace(
        "people/orin-dask", "organization: northern-bureau", "organization: tarsk-radio"
    )
    posts = [line for line in told() if line.startswith("Orin Dask has ")]
    assert posts == ["Orin Dask has posts of Tarsk Radio instead of Northern Bureau"]
