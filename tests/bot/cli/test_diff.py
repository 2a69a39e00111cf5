"""`stancebook diff`: a folder that git does not know."""

from __future__ import annotations

import shutil


def test_a_folder_outside_git_is_reported_in_one_line_with_exit_code_two(
    stancebook, corpus_folder, tmp_path
):
    corpus = tmp_path / "corpus"
    shutil.copytree(corpus_folder, corpus)
    result = stancebook("diff", "HEAD", "--corpus", corpus)
    assert result.exit_code == 2
    assert result.output == (
        f"{corpus} is not in a git checkout. Use --corpus to name a folder inside a git checkout.\n"
    )
