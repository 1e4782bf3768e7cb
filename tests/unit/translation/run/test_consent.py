"""No text goes to a public web service before a person has agreed."""

from __future__ import annotations

import pytest

from plugins.translation.engines.registry import Chain
from plugins.translation.run.consent import agreed
from tests.unit.translation.run.engines import Ruled, pseudo

PUBLIC = Ruled(pseudo, "google", host="translate.google.com", web_service=True)
OWN = Ruled(pseudo, "local", confidential=True)
BOTH = Chain((OWN, PUBLIC))


def never(_question: str) -> bool:
    """Nobody may be asked."""
    raise AssertionError


def test_without_consent_a_public_service_is_passed_over() -> None:
    """The others stay, and the reason names the option."""
    found = agreed(BOTH, yes=False, ask=None)
    assert found.engines == (OWN,)
    assert "--yes" in found.skipped[0].problem.fix


def test_consent_beforehand_asks_nobody() -> None:
    """--yes is an answer."""
    assert agreed(BOTH, yes=True, ask=never) == BOTH


@pytest.mark.parametrize("answer", [True, False])
def test_a_person_at_the_terminal_decides(answer: bool) -> None:
    """The question says where text would go."""
    asked: list[str] = []
    found = agreed(BOTH, yes=False, ask=lambda question: bool(asked.append(question)) or answer)
    assert (PUBLIC in found.engines) is answer
    assert "google (translate.google.com)" in asked[0]


def test_nothing_is_asked_where_nothing_goes_public() -> None:
    """A chain of engines under contract needs no consent."""
    assert agreed(Chain((OWN,)), yes=False, ask=never) == Chain((OWN,))
