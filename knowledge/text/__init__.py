"""Texts as people print and type them: folding, finding, marks, dates, and words of English."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
