"""Who says something in a text: the words that say so, their subjects, and whom these mean."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
