"""A run stops before it sends more than it may."""

from __future__ import annotations

import pytest

from plugins.translation.engines.base import Batch, EngineInfo
from plugins.translation.run.budget import Budget, BudgetSpent
from plugins.translation.segment import Segment

FIVE = Batch((Segment("title", "title", "Fünf!"),), "de", "nl")


def test_a_request_beyond_the_budget_is_not_counted() -> None:
    """It is refused with the figures, and what was sent stays counted."""
    budget = Budget(9)
    budget.spend(EngineInfo("a"), FIVE)
    with pytest.raises(BudgetSpent, match=r"budget of 9 characters.* sent so far 5.* has 5"):
        budget.spend(EngineInfo("a"), FIVE)
    assert budget.sent == 5


def test_a_budget_may_be_used_up_to_the_last_character() -> None:
    """Ten is ten."""
    budget = Budget(10)
    budget.spend(EngineInfo("a"), FIVE)
    budget.spend(EngineInfo("b"), FIVE)
    assert budget.by_engine == (("a", 5), ("b", 5))


def test_without_a_limit_everything_is_counted() -> None:
    """And nothing refused."""
    budget = Budget()
    for _ in range(3):
        budget.spend(EngineInfo("a"), FIVE)
    assert budget.sent == 15
