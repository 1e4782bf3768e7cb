"""Fills everything that was ordered, one catalogue after the other, and says what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.newsroom.counting import count
from plugins.newsroom.problem import Problem
from plugins.translation.run.budget import BudgetSpent
from plugins.translation.run.fulfil import Means, Outcome, fulfil
from plugins.translation.run.orders import Order


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run did."""

    outcomes: tuple[tuple[Order, Outcome], ...]
    sent: tuple[tuple[str, int], ...]
    """(engine, characters)."""
    stopped: str = ""
    """Why it ended early, as a sentence."""
    waiting: int = 0
    """Catalogues that were not come to."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Of all catalogues."""
        return tuple(dict.fromkeys(p for _, outcome in self.outcomes for p in outcome.problems))

    @property
    def done(self) -> bool:
        """Whether all that was come to is finished; a budget that is used up is as wished."""
        return all(outcome.done for _, outcome in self.outcomes)


def run(orders: Sequence[Order], means: Means) -> Tally:
    """Fills the catalogues in their order, until all are done or the budget is used up.

    Raises ``MemoError``, with everything that was paid for on the disk.
    """
    outcomes: list[tuple[Order, Outcome]] = []
    for number, order in enumerate(orders):
        try:
            outcome = fulfil(order, means)
        except BudgetSpent as fault:
            return Tally(tuple(outcomes), means.budget.by_engine, fault.sentence, len(orders) - number)
        outcomes.append((order, outcome))
        for sentence in outcome_sentences(order, outcome):
            means.say(sentence)
    return Tally(tuple(outcomes), means.budget.by_engine)


def outcome_sentences(order: Order, outcome: Outcome) -> Iterator[str]:
    """What became of one order, in sentences; nothing where there was nothing to do."""
    by = f" by {outcome.engine}" if outcome.engine else ""
    if outcome.filled:
        yield f"{order.path}: {count(outcome.filled, 'segment')} filled{by}."
    if outcome.left:
        yield (
            f"{order.path}: {count(outcome.left, 'segment')} must be translated by a person;"
            " what the gate found stands in the comments."
        )
    if outcome.replaced:
        yield (
            f"{order.path}: {count(len(outcome.replaced), 'reviewed text')} replaced by a machine's after a change of"
            f" the original ({', '.join(outcome.replaced)}); read what is new, and review again."
        )
    for sentence in outcome.carried:
        yield f"{order.path}: a person's sentence: {sentence}; `review` asks whether that is right."
    if outcome.behind:
        yield (
            f"{order.path}: {count(outcome.behind, 'text')} of people kept, for former words of the original;"
            " `review` shows the difference."
        )
    if outcome.open:
        yield f"{order.path}: {count(outcome.open, 'finding')} of the gate open; `review` asks about each."
    for reason in outcome.reasons:
        yield f"{order.path}: {reason}."


def summary(tally: Tally) -> str:
    """The last line of a run."""
    filled = sum(outcome.filled for _, outcome in tally.outcomes)
    editions = sum(1 for _, outcome in tally.outcomes if outcome.filled)
    sent = ", ".join(f"{count(size, 'character')} to {engine}" for engine, size in tally.sent)
    left = sum(outcome.left for _, outcome in tally.outcomes)
    parts = [f"filled {count(filled, 'segment')} in {count(editions, 'catalogue')}", f"sent {sent or 'nothing'}"]
    parts += [f"left {count(left, 'segment')} to a person"] if left else []
    asked = sum(outcome.open for _, outcome in tally.outcomes)
    parts += [f"{count(asked, 'finding')} open"] if asked else []
    parts += [f"did not come to {count(tally.waiting, 'catalogue')}"] if tally.waiting else []
    return ", ".join(parts)
