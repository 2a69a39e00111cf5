"""Quotes as schema.org's ClaimReview: that an article prints these words, and nothing more.

The claim is that somebody said so, as an article gives it: own words are their speaker's, a
sentence of the outlet is the outlet's about somebody. The rating is a word and no number, since
Stancebook proves what is printed, and not whether it is true (https://schema.org/ClaimReview).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.answers.attribution import how
from bot.answers.phrases import in_words
from bot.cli.exports.iso_days import iso_date, iso_interval
from bot.cli.exports.urns import urn_of
from bot.layout.bar_words import as_quoted
from bot.layout.signature import name_and_post, outlet_or_headline
from knowledge.citations import whole_quotes
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cli.exports.exported import Exported
    from knowledge.citations import CitedQuote, CitedSpeaker, CitedStance, CitedStatement, Source

_Thing = dict[str, Any]
_PRINTED = "Printed in these words"
_MEANS = (
    "The article prints these words as they stand here. This is no finding that they were said,"
    " nor that they are true."
)
_REVIEWER = {"@type": "Organization", "name": "Stancebook"}


def claim_reviews(exported: Exported) -> _Thing:
    """Return a graph of reviews, one for each quote; without words, one for each stance."""
    reviews = [r for statement in exported.statements for r in _reviews(exported, statement)]
    return {"@context": "https://schema.org", "@graph": reviews}


def _reviews(exported: Exported, statement: CitedStatement) -> Iterator[_Thing]:
    for quote in whole_quotes(statement.quotes):
        yield _of_quote(exported, statement, quote)
    for stance in () if statement.quotes else exported.stances_of(statement):
        yield _of_stance(exported, statement, stance)


def _of_quote(exported: Exported, statement: CitedStatement, quote: CitedQuote) -> _Thing:
    own = quote.kind.is_own_words
    who = name_and_post(statement.speaker) if own else outlet_or_headline(statement.article)
    words = as_quoted(statement, quote, None)
    claim = _claim(statement, own=own) | {"text": quote.exact}
    return {
        **_review(exported, statement, quote.start),
        "claimReviewed": f"{who or 'A speaker not named'}: {words} ({how(statement)})",
        **_given("reviewAspect", _sides(exported, statement, quote)),
        "itemReviewed": claim,
        "reviewRating": {"@type": "Rating", "alternateName": _PRINTED},
        "reviewBody": _MEANS,
    }


def _of_stance(exported: Exported, statement: CitedStatement, stance: CitedStance) -> _Thing:
    """Return a review of words that may not be shown: whose position they give, and on what."""
    return {
        **_review(exported, statement, stance.holder, stance.issue),
        "claimReviewed": _side(exported, stance),
        "itemReviewed": _claim(statement, own=False),
        "reviewBody": f"Words not shown: {statement.withheld_reason}.",
    }


def _sides(exported: Exported, statement: CitedStatement, quote: CitedQuote) -> list[str]:
    """Return the stances that a quote decides, in words."""
    stances = exported.stances_of(statement)
    decided = (s for s in stances if quote.shows(statement.quotes[s.grounds]))
    return [_side(exported, stance) for stance in decided]


def _side(exported: Exported, stance: CitedStance) -> str:
    kb = exported.kb
    return f"{kb.name_of(stance.holder)} on {kb.name_of(stance.issue)}: {in_words(stance.value)}"


def _review(exported: Exported, statement: CitedStatement, *rest: str | int) -> _Thing:
    proved = exported.proved.get(statement.article.id)
    return {
        "@type": "ClaimReview",
        "@id": urn_of(statement.id, *rest),
        "identifier": statement.id,
        "author": _REVIEWER,
        **({"datePublished": proved.isoformat()} if proved else {}),
    }


def _claim(statement: CitedStatement, *, own: bool) -> _Thing:
    """Return the claim: own words are by their speaker, the outlet's sentence is about them."""
    said, speaker = statement.said, _speaker(statement.speaker)
    outlet = _outlet(statement.article)
    return {
        "@type": "Claim",
        **_given("author", speaker if own else outlet),
        **_given("about", None if own else speaker),
        **_given("dateCreated", iso_date(said)),
        "temporalCoverage": iso_interval(said),
        "appearance": _article(statement.article),
    }


def _given(name: str, value: object) -> _Thing:
    return {name: value} if value else {}


def _speaker(who: CitedSpeaker | None) -> _Thing | None:
    name = (who.name or who.description) if who else None
    if who is None or name is None:
        return None
    if who.kind is not Kind.PERSON:
        return {"@type": "Organization" if who.id else "Person", "name": name}
    return {"@type": "Person", "name": name, **_given("jobTitle", who.as_)}


def _outlet(article: Source) -> _Thing | None:
    name = article.publisher or article.agency
    return {"@type": "NewsMediaOrganization", "name": name} if name else None


def _article(article: Source) -> _Thing:
    return {
        "@type": "NewsArticle",
        "@id": urn_of(article.id),
        "identifier": article.id,
        **_given("headline", article.title),
        **_given("url", article.url),
        **_given("author", {"@type": "Person", "name": article.byline} if article.byline else None),
        **_given("publisher", _outlet(article)),
        **_given("datePublished", iso_date(article.published)),
    }
