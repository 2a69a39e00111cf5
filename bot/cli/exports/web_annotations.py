"""Quotes as W3C Web Annotations: each selects its words by themselves in the article.

Around the words a selector has only what the corpus quotes too: a few words in the clause that
they stand in. A quote with cuts selects each of its pieces
(https://www.w3.org/TR/annotation-model/#text-quote-selector).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.answers.attribution import how
from bot.answers.phrases import in_words
from bot.cli.exports.iso_days import iso_interval
from bot.cli.exports.urns import urn_of
from bot.layout.signature import name_and_post, outlet_or_headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.cli.exports.exported import Exported
    from knowledge.citations import CitedQuote, CitedStance, CitedStatement, Source

_Thing = dict[str, Any]
_CUT = re.compile(r"\s*\[…\]\s*")
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after the words, of what is quoted there


def web_annotations(exported: Exported) -> _Thing:
    """Return a collection of annotations, one for each quote; without words, for each stance."""
    made = [a for statement in exported.statements for a in _annotations(exported, statement)]
    name = urn_of(exported.kb.digest, *(annotation["id"] for annotation in made))
    page = {
        "id": f"{name}#page",
        "type": "AnnotationPage",
        "partOf": name,
        "startIndex": 0,
        "items": made,
    }
    return {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Stancebook: who stands where on what",
        "total": len(made),
        "first": page,
    }


def _annotations(exported: Exported, statement: CitedStatement) -> Iterator[_Thing]:
    stances = exported.stances_of(statement)
    for quote in statement.quotes:
        decided = [s for s in stances if quote.shows(statement.quotes[s.grounds])]
        targets = [_target(statement.article, s) for s in _selectors(exported, statement, quote)]
        yield _annotation(exported, statement, decided, targets, quote)
    if not statement.quotes:
        for stance in stances:
            yield _annotation(exported, statement, [stance], [_target(statement.article, None)])


def _annotation(
    exported: Exported,
    statement: CitedStatement,
    stances: Sequence[CitedStance],
    targets: Sequence[_Thing],
    quote: CitedQuote | None = None,
) -> _Thing:
    rest = [quote.start] if quote else [stances[0].holder, stances[0].issue]
    return {
        "id": urn_of(statement.id, "annotation", *rest),
        "type": "Annotation",
        "motivation": "classifying" if stances else "highlighting",
        "creator": {"type": "Software", "name": "Stancebook"},
        "dcterms:identifier": statement.id,
        "dcterms:temporal": iso_interval(statement.said),
        "body": [body for stance in stances for body in _bodies(exported, stance)]
        + [_text(_attribution(statement, quote), "describing")],
        "target": targets[0] if len(targets) == 1 else list(targets),
    }


def _bodies(exported: Exported, stance: CitedStance) -> Iterator[_Thing]:
    """Yield a stance: its value, its holder and its issue."""
    yield _text(in_words(stance.value), "classifying")
    for target in (stance.holder, stance.issue):
        yield _text(exported.kb.name_of(target), "tagging") | {"dcterms:identifier": target}


def _text(value: str, purpose: str) -> _Thing:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _attribution(statement: CitedStatement, quote: CitedQuote | None) -> str:
    """Return whose words they are and how they came: the outlet's sentence is the outlet's."""
    own = quote is not None and quote.kind.is_own_words
    who = name_and_post(statement.speaker)
    outlet = outlet_or_headline(statement.article)
    whose = who if own and who else " on ".join(filter(None, [outlet, who]))
    return f"{whose}; {how(statement)}"


def _target(article: Source, selector: _Thing | None) -> _Thing:
    source = {
        "id": article.url or urn_of(article.id),
        "type": "Text",
        "dcterms:identifier": article.id,
        **({"dcterms:title": article.title} if article.title else {}),
        "dcterms:issued": iso_interval(article.published),
    }
    return {"source": source, **({"selector": selector} if selector else {})}


def _selectors(
    exported: Exported, statement: CitedStatement, quote: CitedQuote
) -> Iterator[_Thing]:
    """Yield a selector of each piece of a quote between its cuts."""
    for piece in _pieces(quote):
        before, after = _around(exported, statement, quote, piece)
        yield {
            "type": "TextQuoteSelector",
            "exact": piece,
            **({"prefix": before} if before else {}),
            **({"suffix": after} if after else {}),
        }


def _pieces(quote: CitedQuote) -> list[str]:
    """Return the printed words between the cuts of a quote."""
    return list(filter(None, _CUT.split(quote.exact)))


def _around(
    exported: Exported, statement: CitedStatement, quote: CitedQuote, piece: str
) -> tuple[str, str]:
    """Return what stands before and after some words, as far as it is quoted."""
    for other in exported.quotes[statement.article.id]:
        if other is quote or not (other.start <= quote.start and quote.end <= other.end):
            continue
        for whole in _pieces(other):
            if whole != piece and whole.count(piece) == 1:
                before, _, after = whole.partition(piece)
                return before[-_AROUND:], after[:_AROUND]
    return "", ""
