"""Where somebody may have a kb written: to a new file or over another kb."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from knowledge.corpus.regular_file import OddFileError
from knowledge.kb.kb_seal import is_sealed

if TYPE_CHECKING:
    from pathlib import Path


def require_replaceable(target: Path) -> None:
    """Raise OSError where a kb written to `target` would replace anything but a kb.

    What is there is moved away by a kb, whatever it is: an article's text, a device, a pipe.
    """
    if os.path.lexists(target) and not is_sealed(target):
        why = "what is there is not a whole knowledge base of Stancebook"
        raise OddFileError(target, why, "Name a new file, or move that one away.")
