"""What Windows will not touch while another program has it open is tried again, and told in the end."""

from __future__ import annotations

import time

import pytest

from plugins.cache.errors import NotWritable
from plugins.cache.faults import faults_at
from plugins.cache.retry import PAUSES, retry


class SharingViolationError(PermissionError):
    """As Windows answers for a file that is open elsewhere."""

    winerror = 32


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, without making them."""
    made: list[float] = []
    monkeypatch.setattr(time, "sleep", made.append)
    return made


class File:
    """Can be replaced after so many tries."""

    def __init__(self, tries: int, error: OSError) -> None:
        self.left, self.error = tries, error

    def replace(self, name: str) -> str:
        """As of a path."""
        self.left -= 1
        if self.left > 0:
            raise self.error
        return name


def test_a_file_that_is_closed_soon_is_replaced(pauses: list[float]) -> None:
    """After a pause for each try before."""
    assert retry(File(4, SharingViolationError(13, "in use")).replace, "a") == "a"
    assert tuple(pauses) == PAUSES[:3]


def test_a_file_that_stays_open_is_told(pauses: list[float]) -> None:
    """Within a bounded time, by a sentence that says what to do."""
    with pytest.raises(NotWritable, match="is open in another program") as caught, faults_at("C:\\site\\a.html"):
        retry(File(99, SharingViolationError(13, "in use")).replace, "a")
    assert "Close it there and start again." in caught.value.sentence
    assert sum(pauses) < 5


def test_another_error_is_no_reason_to_wait(pauses: list[float]) -> None:
    """On other systems none is."""
    with pytest.raises(PermissionError):
        retry(File(99, PermissionError(13, "Permission denied")).replace, "a")
    assert pauses == []
