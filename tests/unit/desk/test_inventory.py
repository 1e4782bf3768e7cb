"""What the desk knows of all reports: everything at one moment, or one report anew."""

from __future__ import annotations

import pytest

from plugins.desk.inventory import Inventory
from tests.site.newsroom import Newsroom, report


@pytest.fixture
def inventory(newsroom: Newsroom) -> Inventory:
    """Two reports, looked at once."""
    newsroom.write(report("eins") + report("zwei"))
    found = Inventory(newsroom.root / "content", newsroom.root / "translations")
    found.now()
    return found


def _write(newsroom: Newsroom, ident: str, before: str, after: str) -> None:
    path = newsroom.root / f"content/reports/2024/{ident}/de.md"
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")


def _text(inventory: Inventory, ident: str, *, around: str = "") -> str:
    item = (inventory.around(around) if around else inventory.now()).item(ident)
    assert item is not None
    assert item.bundle.report is not None
    return item.bundle.report.original.body


def test_after_a_save_only_that_report_is_looked_at(newsroom: Newsroom, inventory: Inventory) -> None:
    """What a save costs does not grow with the number of reports; the next page looks at all of them."""
    for ident in ("eins", "zwei"):
        _write(newsroom, ident, "Ein zweiter Absatz.", "Ein neuer Absatz.")
    assert "Ein neuer Absatz." in _text(inventory, "eins", around="eins")
    assert "Ein zweiter Absatz." in _text(inventory, "zwei", around="eins")
    assert "Ein neuer Absatz." in _text(inventory, "zwei")


def test_where_a_head_changes_all_are_looked_at(newsroom: Newsroom, inventory: Inventory) -> None:
    """An address may now be that of another report: the problem is told at once."""
    for ident in ("eins", "zwei"):
        path = newsroom.root / f"content/reports/2024/{ident}/de.md"
        path.write_text(path.read_text("utf-8").replace("---\n", "---\nslug: gleich\n", 1), "utf-8")
    stock = inventory.around("eins")
    assert "duplicate-url" in {problem.code for item in stock.items for problem in item.every_problem}


def test_an_unreadable_report_tells_its_problem_after_a_save(newsroom: Newsroom, inventory: Inventory) -> None:
    """And only until it is put right."""
    _write(newsroom, "eins", "title:", "titel:")
    broken = inventory.around("eins").item("eins")
    assert broken is not None
    assert broken.every_problem
    _write(newsroom, "eins", "titel:", "title:")
    whole = inventory.around("eins").item("eins")
    assert whole is not None
    assert whole.every_problem == ()


def test_a_report_that_is_gone_is_gone(newsroom: Newsroom, inventory: Inventory) -> None:
    """Also where only that one was asked for."""
    folder = newsroom.root / "content/reports/2024/eins"
    folder.rename(folder.with_name("drei"))
    stock = inventory.around("eins")
    assert stock.item("eins") is None
    assert stock.item("drei") is not None
