"""What open pages of the preview are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.desk.preview import Listener, State
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


async def _events(listener: Listener) -> list[str]:
    """Everything that a page has heard until the server closed."""
    found: list[str] = []
    while (event := await listener.next(60)) != "closed":
        found.append(event)
    return found


def _early(page: str, now: Callable[[State], None], late: bool = False) -> tuple[list[str], list[str]]:
    """What a page hears while German's first is made before the others; and what its next load hears, before the end.

    ``late``: that next one was read before the page was made, and listens only afterwards.
    """

    async def listen() -> tuple[list[str], list[str]]:
        state = State("/news")
        _built(state)
        first, before = state.listen(page), state.version
        state.made(["de/index.html"])
        again = state.listen(page, before if late else state.version)
        now(state)
        state.close()
        return await _events(first), await _events(again)

    return awaited(listen)


def test_a_page_that_was_made_first_is_told_at_once() -> None:
    """And not for a second time, where it has been loaded again since; all others are at the end of the build."""
    assert _early("/news/de/", _built) == (["built", "built"], [])
    assert _early("/news/nl/", _built) == (["built"], ["built"])
    assert _early("", _built) == (["built"], ["built"])


def test_a_page_that_was_read_before_it_was_made_is_told_at_the_end() -> None:
    """However late its script comes to listen: it never stays as it was."""
    assert _early("/news/de/", _built, late=True) == (["built", "built"], ["built"])


def test_a_page_that_was_made_first_hears_of_problems() -> None:
    """Which stand at its top."""
    assert _early("/news/de/", lambda state: state.built(WARNING, ())) == (["built", "built"], ["built"])


def test_the_pages_that_were_asked_for_last_are_open() -> None:
    """Four of them."""
    state = State("")
    for file in ("a", "b", "c", "d", "a", "e"):
        state.opened(file)
    assert state.open_pages == {"c", "d", "a", "e"}


def test_the_next_build_tells_everybody_again() -> None:
    """Whoever came while the last one went on, too."""

    def twice(state: State) -> None:
        _built(state)
        _built(state)

    assert _early("/news/de/", twice) == (["built", "built", "built"], ["built"])
