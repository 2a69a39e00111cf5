"""Upkeep of a corpus: entries renamed, merged, retired and begun, and what waits for a curator."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
