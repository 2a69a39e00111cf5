"""From candidates to drafts in the corpus: one article, or a folder of them."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
