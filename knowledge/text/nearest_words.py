"""Hints for a quote that is not printed: the words most like it, and where they differ."""

from __future__ import annotations

from difflib import SequenceMatcher

_SAME_END = 15  # points for a nearest text that begins, or ends, with the same word
_SPARE = 3  # words that the nearest text may be longer or shorter
_LIKE = 60  # per cent, below which the nearest text is no hint


def nearest(words: str, folded: str) -> str:
    """Return the words of the text that are most like these, if like: a hint, never a proof."""
    from rapidfuzz import fuzz

    printed, sought = folded.split(), words.split() or [words]
    lengths = range(max(1, len(sought) - _SPARE), len(sought) + _SPARE + 1)
    windows = (printed[i : i + n] for i in range(len(printed)) for n in lengths)
    texts = sorted({_bare(" ".join(window), words) for window in windows if window})

    def likeness(text: str) -> float:
        ends = text.startswith(sought[0]) + text.endswith(sought[-1])
        return float(fuzz.ratio(words, text) + _SAME_END * ends)

    best = max(texts, key=likeness, default="")
    return best if fuzz.ratio(words, best) >= _LIKE else ""


def _bare(window: str, words: str) -> str:
    """Strip marks and the outer sentence's comma or period, which the words do not have."""
    bare = window.strip("\"'()")
    return bare if words.endswith((",", ".")) else bare.rstrip(",.")


def differences(ours: str, printed: str) -> str:
    """Mark the words that differ: `[-ours-]` and `{+printed+}` in the run of both."""
    a, b = ours.split(), printed.split()
    out: list[str] = []
    for op, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            out += a[i:j]
        else:
            out += [f"[-{' '.join(a[i:j])}-]"] * (j > i) + [f"{{+{' '.join(b[k:m])}+}}"] * (m > k)
    return " ".join(out)
