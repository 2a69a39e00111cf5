"""What was said, in the order asked for: on an issue, by somebody, or with certain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.first_and_last import nobody_on_issue, said_on_issue
from bot.answers.order_asked import read_order
from bot.answers.phrases import listed, with_article
from bot.answers.refusals import NOT_NO_POSITION, refuse
from bot.answers.spoken_answer import answer_with, keep_in_time, list_spoken
from knowledge.questions import Intent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.asked import Asked
    from bot.answers.order_asked import OrderAsked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Topic


def find_order(asked: Asked, found: Topic) -> OrderAsked | None:
    """Return the order that statements are asked for in; a position has its own."""
    spoken = found.intent is Intent.WHO_SAID or not found.issues
    return read_order(asked.question, found) if spoken else None


def answer_in_order(asked: Asked, order: OrderAsked) -> Answer:
    """Answer with all that was said on an issue, in the order asked for."""
    found = order.topic
    left = order.leave_out(asked.question.not_understood)
    said = keep_in_time(asked, (), said_on_issue(asked, found))
    if not said:
        reason = nobody_on_issue(asked, found)
        return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason, not_understood=left)
    sides = [actor.target for actor in found.speaking_for if actor.target]
    return _answer(asked, order, said, named=[*sides, *found.issues])


def answer_all_in_order(asked: Asked, order: OrderAsked) -> Answer:
    """Answer with all that somebody said, in the order asked for; of nobody, ask what is meant."""
    found = order.topic
    left = order.leave_out(asked.question.not_understood)
    said = keep_in_time(asked, found.asked_about, list_spoken(asked, found.asked_about))
    if said:
        return _answer(asked, order, said, named=found.asked_about)
    who = listed([with_article(asked.kb.name_of(one)) for one in found.asked_about])
    if who:
        reason = f"Nothing on record from {who}{asked.when}. {NOT_NO_POSITION}"
        return answer_with(asked, found, Outcome.NO_RECORD, (), reason=reason, not_understood=left)
    reason = f"Who said what {order.words[0]}? Name some of the words, an issue or a speaker."
    return refuse(asked, reason, (), not_understood=left)


def _answer(
    asked: Asked, order: OrderAsked, said: Sequence[CitedStatement], named: Sequence[str]
) -> Answer:
    """Answer with statements in an order; they have no pages, so those left out are a click away.

    `named` are the holders, speakers and issues whose timeline has all of them.
    """
    question = f"/timeline {' '.join(named)}{asked.dated} more"
    every = asked.choice(asked.kb.name_as(named[0]), question, "All, oldest first")
    fields: dict[str, object] = {
        "reason": f"On record, {order.in_words}:",
        "not_understood": order.leave_out(asked.question.not_understood),
        "choices": (every,) if len(said) > 1 else (),
    }
    return answer_with(asked, order.topic, Outcome.ANSWER, order.sort(said), **fields)


def put_in_order(answered: Answer | None, order: OrderAsked) -> Answer | None:
    """Return an answer with its statements in the order asked for, which its head says."""
    if answered is None:
        return None
    left = order.leave_out(answered.not_understood)
    if answered.outcome is not Outcome.ANSWER or not answered.reason:
        return answered.model_copy(update={"not_understood": left})
    update = {
        "statements": tuple(order.sort(answered.statements)),
        "reason": f"{answered.reason.removesuffix(':')}, {order.in_words}:",
        "not_understood": left,
    }
    return answered.model_copy(update=update)
