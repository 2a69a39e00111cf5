"""Writes a small corpus of invented names: states, people, issues, and what each of them said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from knowledge.corpus.format import FORMAT
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    from pathlib import Path

_ARTICLE = "strelsau-courier-2025-03"
_SAID = {"from": "2025-03-03", "to": "2025-03-03", "printed": "March 3, 2025", "basis": "printed"}
_PUBLISHED = {"from": "2025-03-04", "to": "2025-03-04", "printed": "March 4, 2025"}


class InventedCorpus:
    """Entries in a folder of their own; what each was told to have said stands in one article."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.statements: list[dict[str, object]] = []
        self.end = 0

    def state(self, name: str, *aliases: str) -> None:
        self._write("organizations", name, aliases=list(aliases), classification="state")

    def body(self, name: str, parent: str, *weak: str) -> None:
        own = {"classification": "ministry", "parent": id_of(parent)}
        self._write("organizations", name, weak_aliases=list(weak), **own)

    def person(
        self,
        name: str,
        *aliases: str,
        post: tuple[str, str] | None = None,
        weak: tuple[str, ...] = (),
        called: str = "",
    ) -> None:
        attested = [{"article": _ARTICLE, "as": post[0]}] if post else []
        held = {"title": post[0], "organization": id_of(post[1])} if post else {}
        memberships = [{**held, "attested": attested}] if held else []
        descriptions = [{"article": _ARTICLE, "as": called}] if called else []
        own = {"weak_aliases": list(weak), "memberships": memberships, "descriptions": descriptions}
        self._write("people", name, aliases=list(aliases), **own)

    def officeholder(self, name: str, posts: dict[str, tuple[str, str]], of: str) -> None:
        """Add a person who was named in posts of a body, each on the days given with it."""
        memberships = [
            {"title": title, "organization": id_of(of), "attested": [_named(title, *days)]}
            for title, days in posts.items()
        ]
        self._write("people", name, memberships=memberships)

    def issue(
        self,
        name: str,
        *aliases: str,
        parties: tuple[str, ...] = (),
        below: str | None = None,
        **fields: object,
    ) -> None:
        own: dict[str, object] = {"aliases": list(aliases), "parties": [id_of(p) for p in parties]}
        own |= {"parent": id_of(below)} if below else {}
        self._write("issues", name, question=f"Should there be {name}?", **own, **fields)

    def event(self, name: str, date: dict[str, str]) -> None:
        self._write("events", name, date=date)

    def said(
        self,
        holder: str,
        issue: str,
        value: str,
        words: str,
        by: str | None = None,
        **fields: object,
    ) -> None:
        """Add what a state said on an issue, by itself or by somebody who speaks for it."""
        start, self.end = self.end + 5, self.end + 5 + len(words)
        quote = {"kind": "direct", "exact": words, "start": start, "end": self.end}
        stance = {"holder": id_of(holder), "issue": id_of(issue), "value": value}
        speaker = {"id": id_of(by), "as": "the minister"} if by else {"id": id_of(holder)}
        statement = {
            "id": f"{_ARTICLE}-{len(self.statements)}",
            "said": _SAID,
            "speaker": speaker,
            "on_behalf_of": id_of(holder),
            "sourcing": "on_record",
            "stances": [{**stance, "basis": "declared", "grounds": 0}],
            "summary": "The view was made known.",
            "quotes": [{**quote, "attribution": by or holder}],
            **fields,
        }
        self.statements.append(statement)

    def kb(self, **rights: str) -> KnowledgeBase:
        """Build the knowledge base of what was written and open it."""
        head = {"agency": None, "publisher": "Strelsau Courier", "title": None, "byline": None}
        text = {"url": None, "fingerprint": "1" * 64, "words": 500}
        published = {**_PUBLISHED, "basis": "printed"}
        own = {**head, **text, **rights, "published": published, "statements": self.statements}
        self._write("articles", _ARTICLE, named=False, **own)
        file = self.folder.with_suffix(".sqlite")
        build(self.folder, file)
        return KnowledgeBase(file)

    def _write(self, kind: str, name: str, *, named: bool = True, **fields: object) -> None:
        folder = self.folder / kind
        folder.mkdir(parents=True, exist_ok=True)
        filled = {key: value for key, value in fields.items() if value != []}
        entry = {"format": FORMAT, "id": id_of(name), **({"name": name} if named else {}), **filled}
        file = folder / f"{id_of(name)}.yaml"
        file.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def _named(title: str, first: str, last: str) -> dict[str, object]:
    date = {"from": first, "to": last, "printed": f"{first} to {last}", "basis": "printed"}
    return {"article": _ARTICLE, "as": f"the {title}", "date": date}


def id_of(name: str) -> str:
    """Return the id of an entry by its name: "south-sordia" for "South Sordia"."""
    return name.lower().replace(" ", "-").replace(".", "").replace("'", "")
