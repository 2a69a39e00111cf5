"""One part of a folder's texts, so that several machines can each read theirs.

Which part a text is in depends on its path below the folder alone: it is the same on every machine,
whatever else lies there.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_WRITTEN: Final = re.compile(r"(\d{1,6})/(\d{1,6})", re.ASCII)


class Shard(NamedTuple):
    """Part `part` of `parts`, counted from 1."""

    part: int
    parts: int

    def __str__(self) -> str:
        return f"{self.part}/{self.parts}"

    @property
    def is_whole(self) -> bool:
        return self.parts == 1

    def has(self, file: Path, folder: Path) -> bool:
        """Return whether a file of a folder is in this part."""
        place = file.relative_to(folder).as_posix().encode(errors="surrogateescape")
        digest = sha256(place).digest()
        return int.from_bytes(digest[:8], "big") % self.parts == self.part - 1


WHOLE: Final = Shard(1, 1)


def read_shard(written: str) -> Shard:
    """Return the part that is written as 3/16; raise ValueError where it is none."""
    found = _WRITTEN.fullmatch(written.strip())
    shard = Shard(int(found[1]), int(found[2])) if found else None
    if shard is None or not 1 <= shard.part <= shard.parts:
        msg = f'"{written}" is no part. Write 3/16 for the third of sixteen.'
        raise ValueError(msg)
    return shard
