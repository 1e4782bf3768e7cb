"""Order, neighbours and the cutting of lists."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.index import cut, slice_numbers


@given(count=st.integers(0, 200), per_page=st.integers(1, 30))
def test_every_entry_is_on_one_page(count: int, per_page: int) -> None:
    """Nothing is lost or shown twice, newest first."""
    entries = tuple(range(count, 0, -1))
    numbers = slice_numbers(count, per_page)
    pages = [cut(entries, per_page, n) for n in (0, *sorted(numbers[1:], reverse=True))]
    assert tuple(e for page in pages for e in page.entries) == entries
    assert all(len(page.entries) == per_page for page in pages[1:])
    assert count < per_page or per_page <= len(pages[0].entries) < 2 * per_page


@given(count=st.integers(1, 200), per_page=st.integers(1, 30))
def test_pages_do_not_shift_as_reports_are_added(count: int, per_page: int) -> None:
    """A numbered page shows the same reports for ever."""
    before, after = tuple(range(count, 0, -1)), tuple(range(count + 1, 0, -1))
    for number in slice_numbers(count, per_page)[1:]:
        assert cut(before, per_page, number).entries == cut(after, per_page, number).entries
