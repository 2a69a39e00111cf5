"""Where the tests find the project, its manifest, and the tiny invented corpus."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
CORPUS = TESTS / "corpus"
SECOND = TESTS / "questions" / "second" / "entries"
TEXTS = TESTS / "texts"
MANIFEST = ROOT / "manifest.yml"
TEMPLATES = ROOT / "knowledge" / "templates"
