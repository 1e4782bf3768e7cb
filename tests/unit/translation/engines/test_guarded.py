"""Any engine behind a guard."""

from __future__ import annotations

import pytest

from plugins.translation.engines.base import Batch, EngineError, EngineInfo, Final, FinalKind, RateLimited
from plugins.translation.engines.guarded import Guarded, Overrides
from plugins.translation.segment import Segment

KEY = "canary-5f1c9e77"
BATCH = Batch((Segment("title", "title", "Haus"),), "de", "en")


class Failing:
    """Raises what it is given."""

    def __init__(self, fault: Exception) -> None:
        self._fault = fault

    def info(self) -> EngineInfo:
        """Its name."""
        return EngineInfo("failing", price_per_million=1.0)

    def translate(self, batch: Batch) -> tuple[str, ...]:
        """Never."""
        try:
            raise LookupError(KEY)
        except LookupError as cause:
            raise self._fault from cause


@pytest.mark.parametrize("fault", [ValueError(KEY), KeyError(KEY), Final("failing", FinalKind.AUTH, KEY)])
def test_every_failure_is_an_engine_error_without_a_key(fault: Exception) -> None:
    """Nor has it a cause or context that carries one."""
    guarded = Guarded(Failing(fault), {"X_API_KEY": KEY}, Overrides())
    with pytest.raises(EngineError) as caught:
        guarded.translate(BATCH)
    assert KEY not in f"{caught.value}{caught.value!r}{caught.value.args}{caught.value.message}"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_fault_in_the_engines_code_is_final() -> None:
    """The next engine takes over; the name of the fault is told."""
    with pytest.raises(Final, match="ZeroDivisionError") as caught:
        Guarded(Failing(ZeroDivisionError()), {}, Overrides()).translate(BATCH)
    assert caught.value.kind is FinalKind.BROKEN


def test_typed_errors_keep_their_facts() -> None:
    """The time a server asked for is not lost on the way."""
    with pytest.raises(RateLimited) as caught:
        Guarded(Failing(RateLimited("failing", "wait", "7")), {}, Overrides()).translate(BATCH)
    assert caught.value.retry_after == "7"


def test_contracts_override_code() -> None:
    """What site.yaml says of confidentiality and price holds for the engine it names."""
    overrides = Overrides((("failing", True),), (("failing", 12.5),))
    info = Guarded(Failing(ValueError()), {}, overrides).info()
    assert info.confidential
    assert info.price_per_million == 12.5
    assert not Guarded(Failing(ValueError()), {}, Overrides((("other", True),))).info().confidential
