"""What a status means."""

from __future__ import annotations

import pytest

from plugins.translation.engines.base import EngineError, Final, FinalKind, RateLimited, Temporary
from plugins.translation.engines.statuses import error_for


@pytest.mark.parametrize(
    ("status", "sort"),
    [
        (200, type(None)),
        (204, type(None)),
        (301, Final),
        (400, Final),
        (401, Final),
        (403, Final),
        (404, Final),
        (408, Temporary),
        (413, Final),
        (429, RateLimited),
        (456, Final),
        (500, Temporary),
        (503, Temporary),
        (529, Temporary),
    ],
)
def test_sorts(status: int, sort: type[EngineError]) -> None:
    """Wait, try again, or the next engine."""
    assert type(error_for("e", status)) is sort


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, FinalKind.AUTH), (402, FinalKind.QUOTA), (413, FinalKind.TOO_LONG), (422, FinalKind.UNSUPPORTED)],
)
def test_kinds(status: int, kind: FinalKind) -> None:
    """Why there is no use in asking again."""
    error = error_for("e", status)
    assert isinstance(error, Final)
    assert error.kind is kind


def test_503_with_a_time_is_a_rate_limit() -> None:
    """A server in maintenance says when it is back."""
    error = error_for("e", 503, "120")
    assert isinstance(error, RateLimited)
    assert error.retry_after == "120"


def test_details_are_short_and_on_one_line() -> None:
    """A stack trace sent as a message does not flood the log."""
    message = str(error_for("e", 500, detail="a\n" + "b" * 1000))
    assert "\n" not in message
    assert len(message) < 300
