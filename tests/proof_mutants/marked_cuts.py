"""Sentences with the words that a narration keeps in double brackets, for tests of its cuts."""

from __future__ import annotations

import re

from knowledge.check_corpus.cuts import find_harm
from knowledge.text.article_text import Span, Text

_KEPT = re.compile(r"\[\[(.+?)\]\]")


def find_faults(marked):
    """Return what the proof says of a sentence of which the words in [[ ]] are kept."""
    spans, plain, at = [], "", 0
    for match in _KEPT.finditer(marked):
        plain += marked[at : match.start()]
        spans.append(Span(len(plain), len(plain) + len(match[1])))
        plain, at = plain + match[1], match.end()
    text = Text(plain + marked[at:])
    return [harm.fault for harm in find_harm(text, spans)]
