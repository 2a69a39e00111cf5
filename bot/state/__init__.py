"""What is under way or done, and what was asked last: kept in memory and in a database."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
