"""Texts as people print and type them: folding, finding, marks, dates, and words of English."""
