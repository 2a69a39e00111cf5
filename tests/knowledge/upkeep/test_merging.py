"""Two entries of one thing become one, which has what either had."""

from __future__ import annotations

import pytest

from knowledge.corpus.errors import RefusedEditError, UpkeepError
from knowledge.upkeep.merging import merge

POST = {"article": "valley-post-2025-04", "as": "the special envoy of South Tarsk"}


def test_the_one_that_stays_answers_to_the_names_of_both(curator, make):
    told = make(merge, "teva-dask", "orin-dask")
    assert told[:4] == (
        "'teva-dask' is a part of 'orin-dask' from now on; its id leads there.",
        "people/orin-dask.yaml: changed",
        "articles/marrow-2025-05.yaml: names 'orin-dask' in 1 place",
        "people/teva-dask.yaml: removed",
    )
    assert "Teva Dask is a part of Orin Dask now" in told
    assert not any("loses" in line.replace("nobody loses a quote", "") for line in told)
    data = curator.read("people/orin-dask")
    assert (data["name"], data["former_ids"]) == ("Orin Dask", ["teva-dask"])
    assert data["aliases"] == ["Dask Orin", "Teva Dask"]
    assert data["weak_aliases"] == ["Dask's sister"]
    assert len(data["descriptions"]) == 2
    assert curator.told() == []


def test_a_post_that_both_have_is_there_once_with_the_words_of_both(curator, make):
    post = curator.read("people/jonas-vehl")["memberships"][0]
    other = post | {"attested": [POST, {**POST, "as": "special envoy"}]}
    curator.change("people/teva-dask", memberships=[other])
    make(merge, "teva-dask", "jonas-vehl")
    (only,) = curator.read("people/jonas-vehl")["memberships"]
    assert [attested["as"] for attested in only["attested"]] == [POST["as"], "special envoy"]


def test_posts_that_differ_in_more_than_days_are_both_kept(curator, make):
    post = curator.read("people/jonas-vehl")["memberships"][0]
    curator.change("people/teva-dask", memberships=[post | {"note": "For the talks alone."}])
    make(merge, "teva-dask", "jonas-vehl")
    assert len(curator.read("people/jonas-vehl")["memberships"]) == 2


def test_comments_go_along_and_say_whose_they_were(curator, make):
    kept, gone = curator.file("people/orin-dask"), curator.file("people/teva-dask")
    kept.write_text(f"# Ask Ada.\n{kept.read_text('utf-8')}", "utf-8")
    lines = gone.read_text("utf-8").replace("name: Teva Dask\n", "name: Teva Dask  # so spelled\n")
    for line in ("weak_aliases:", "descriptions:"):
        lines = lines.replace(f"{line}", f"# Of the {line[:-1]}.\n{line}", 1)
    gone.write_text(f"# Ask her.\n{lines}", "utf-8")
    make(merge, "teva-dask", "orin-dask")
    written = kept.read_text("utf-8")
    assert written.startswith("# teva-dask: Ask her.\n# teva-dask, name: so spelled\n# Ask Ada.\n")
    assert "\n# Of the weak_aliases.\nweak_aliases:" in written
    assert "\n# Of the descriptions.\ndescriptions:" in written
    assert curator.told() == []


def test_what_the_two_say_otherwise_is_told(make):
    told = make(merge, "river-treaty", "ferry-ban")
    assert "Not kept: the question of 'river-treaty', “Should the River Treaty be signed?”." in told
    assert "Read its stances again: their values now answer another question." in told
    assert "River Treaty is a part of Ferry ban now" in told


def test_an_issue_lacks_nothing_that_the_other_has(curator, make):
    make(merge, "border-opening", "tarsk-dialogue")
    data = curator.read("issues/tarsk-dialogue")
    assert data["question"] == "Should the Tarsk border be opened now?"
    assert curator.told() == []


def test_another_body_above_it_is_told(curator, make):
    for name, parent in (("harbor-board", "velmora"), ("port-board", "united-isles")):
        entry = f"id: {name}\nname: {name}\nclassification: body\nparent: {parent}\n"
        curator.write(f"organizations/{name}", entry)
    told = make(merge, "port-board", "harbor-board")
    assert "Not kept: the parent of 'port-board', “united-isles”." in told


def test_a_part_of_itself_has_no_parent(curator, make):
    make(merge, "velmora", "velmoran-foreign-ministry")
    assert "parent" not in curator.read("organizations/velmoran-foreign-ministry")


def test_events_keep_the_name_of_the_one_that_stays(curator, make):
    data = curator.read("events/lund-meeting-2025-03-12")
    curator.change("events/lund-meeting-2025-03-12", note="A.")
    curator.change("events/lund-meeting-2025-03-12", **data)
    curator.write("events/lund", curator.file("events/lund-meeting-2025-03-12").read_text())
    curator.replace("events/lund", "id: lund-meeting-2025-03-12", "id: lund")
    curator.change("events/lund", name="Talks at Lund")
    told = make(merge, "lund-meeting-2025-03-12", "lund")
    assert f"Not kept: the name of 'lund-meeting-2025-03-12', “{data['name']}”." in told
    assert curator.read("events/lund")["former_ids"] == ["lund-meeting-2025-03-12"]
    assert curator.told() == []


def test_a_stance_that_becomes_a_second_one_is_refused(make, curator):
    statement = curator.read("articles/marrow-2025-05")["statements"][0]
    stance = statement["stances"][0] | {"issue": "river-treaty", "value": "opposes"}
    curator.statement("marrow-this-year", stances=[*statement["stances"], stance])
    with pytest.raises(RefusedEditError, match="second stance of 'velmora' on 'border-opening'"):
        make(merge, "river-treaty", "border-opening")


def test_the_same_stance_on_both_is_one(curator, make):
    statement = curator.read("articles/marrow-2025-05")["statements"][0]
    stance = statement["stances"][0]
    curator.statement("marrow-this-year", stances=[stance, stance | {"issue": "river-treaty"}])
    make(merge, "river-treaty", "border-opening")
    assert curator.read("articles/marrow-2025-05")["statements"][0]["stances"] == [stance]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("velmora", "velmora", "is one entry already"),
        ("velmora", "jonas-vehl", "of different kinds"),
        ("marrow-2025-05", "valley-post-2025-04", "Articles are not merged"),
        ("velmor", "velmora", "Did you mean 'velmora'"),
    ],
)
def test_what_cannot_be_one_is_told(opened, one, other, why):
    with pytest.raises(UpkeepError, match=why):
        merge(opened().corpus, one, other)


def test_people_who_are_entered_as_different_stay_two(opened, curator):
    curator.change("people/teva-dask", different_from=["orin-dask"])
    with pytest.raises(UpkeepError, match="entered as different people"):
        merge(opened().corpus, "orin-dask", "teva-dask")
