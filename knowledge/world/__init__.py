"""The world by name: states, bodies, names of people, and words of English with parts of speech."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
