"""Build hook: the wheel ships the knowledge base built, so that it serves as installed."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

KB = "knowledge/kb.sqlite"


class KnowledgeBaseHook(BuildHookInterface):
    """Builds the kb from the entries beside this file into the wheel; an editable one has none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from knowledge.corpus.folder import ENTRIES  # noqa: PLC0415
        from knowledge.kb.builder import build  # noqa: PLC0415 (the package lies here, not on the path)

        target = Path(self.root, "build", "kb.sqlite")
        build(ENTRIES, target)
        build_data["force_include"][str(target)] = KB
