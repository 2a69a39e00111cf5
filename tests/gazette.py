"""An invented article, as it is added in tests: two quotations, and a scare quote of nobody."""

from __future__ import annotations

ARTICLE = """Harbor Gazette

Envoy calls river plan premature in talks

By Ada Finch

July 9, 2025

“The river is ours to share,” the mayor of Ostby, Marta Quill, said on Monday.

The so-called “ferry war” has gone on for a year now.

Quill said that any treaty would be “a waste of paper.”
"""
