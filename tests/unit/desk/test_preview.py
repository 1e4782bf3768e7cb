"""What open pages of the preview are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.desk.preview import State
from plugins.newsroom.problem import Problem
from tests.unit.desk.loops import awaited

WARNING = (Problem("a.md", 3, 1, "x", "found", "expected", "fix"),)
DRAFT = (("/de/", "a draft"),)


def _built(state: State) -> None:
    state.built((), ())


def _told(before: Callable[[State], None], now: Callable[[State], None]) -> bool:
    """Whether an open page hears of the second build."""

    async def listen() -> bool:
        state = State("")
        before(state)
        listener = state.listen()
        now(state)
        state.close()
        return await listener.next(60) == "built"

    return awaited(listen)


@pytest.mark.parametrize(
    ("now", "is_told"),
    [
        (lambda state: state.built((), (), is_same=True), False),
        (lambda state: state.built((), ()), True),
        (lambda state: state.built(WARNING, (), is_same=True), True),
        (lambda state: state.built((), DRAFT, is_same=True), True),
        (lambda state: state.built((), is_same=True), True),
    ],
    ids=["nothing", "files", "problems", "reasons", "stopped"],
)
def test_open_pages_are_told_of_whatever_is_new(now: Callable[[State], None], is_told: bool) -> None:
    """A build that changed no file and found nothing else is no reason to load a page again."""
    assert _told(_built, now) is is_told
