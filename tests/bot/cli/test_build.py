"""`stancebook build`: all or nothing."""

from __future__ import annotations


def test_a_broken_corpus_is_reported_and_exits_with_two(stancebook, tmp_path):
    people = tmp_path / "corpus" / "people"
    people.mkdir(parents=True)
    (people / "nobody.yaml").write_text("id: somebody\nnmae: Nobody\n")
    output = tmp_path / "kb.sqlite"
    result = stancebook("build", "--corpus", str(people.parent), "--output", str(output))
    assert result.exit_code == 2
    assert "nobody.yaml:" in result.stderr
    assert not output.exists()
