"""What a quota covers."""

from __future__ import annotations

from plugins.translation.run.quota import Quotas
from tests.unit.translation.run.engines import Ruled, pseudo


class Limited(Ruled):
    """Has a thousand characters left, and counts how often it was asked."""

    def __init__(self) -> None:
        super().__init__(pseudo)
        self.times = 0

    def left(self) -> int:
        """A thousand."""
        self.times += 1
        return 1000


def test_an_edition_that_fits_is_sent() -> None:
    """Up to the last character; what is left is told once."""
    engine, told = Limited(), list[str]()
    quotas = Quotas(told.append)
    assert not quotas.shortage(engine, 400, {})
    assert not quotas.shortage(engine, 600, {"ruled": 400})
    assert engine.times == 1
    assert told == ["ruled: 1,000 characters left of the quota."]


def test_an_edition_that_does_not_fit_is_not_begun() -> None:
    """Half of it would be paid for and thrown away."""
    quotas = Quotas(lambda _sentence: None)
    assert not quotas.shortage(Limited(), 400, {})
    reason = quotas.shortage(Limited(), 601, {"ruled": 400})
    assert reason == "ruled: 601 characters would be sent, and 600 are left of the quota"


def test_what_was_sent_before_the_question_is_counted_by_the_service() -> None:
    """And not twice."""
    assert not Quotas(lambda _sentence: None).shortage(Limited(), 1000, {"ruled": 300})


def test_engines_without_a_meter_have_no_limit() -> None:
    """Most of them."""
    assert not Quotas(lambda _sentence: None).shortage(Ruled(pseudo), 10**9, {})
