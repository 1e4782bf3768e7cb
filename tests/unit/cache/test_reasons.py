"""The decision: small tables of what is remembered, what is wanted and what stands there."""

from __future__ import annotations

import pytest

from plugins.cache.fingerprint import Fingerprint
from plugins.cache.reasons import OutputRow, Why, compare, decide
from plugins.cache.stamp import FileStatus, Sort, Stamp

STAMP = Stamp(mtime_ns=1, size=2, ino=3, ctime_ns=4)
ROW = OutputRow("a.html", "f1", STAMP, "d1")
FILE = FileStatus(Sort.FILE, STAMP)
SAME = Fingerprint("f1")


@pytest.mark.parametrize(
    ("row", "fingerprint", "seen", "why"),
    [
        (ROW, SAME, FILE, None),
        (None, SAME, None, Why.NEVER_BUILT),
        (None, SAME, FILE, Why.NEVER_BUILT),
        (ROW._replace(fingerprint=""), SAME, FILE, Why.FORGOTTEN),
        (ROW, Fingerprint("f2"), FILE, Why.CHANGED),
        (ROW, SAME, None, Why.MISSING),
        (ROW, SAME, FileStatus(Sort.FOLDER, STAMP), Why.NOT_A_FILE),
        (ROW, SAME, FileStatus(Sort.LINK, STAMP), Why.NOT_A_FILE),
        (ROW, SAME, FileStatus(Sort.OTHER, STAMP), Why.NOT_A_FILE),
        (ROW, SAME, FileStatus(Sort.FILE, STAMP._replace(size=9)), Why.EDITED),
        (ROW, SAME, FileStatus(Sort.FILE, STAMP._replace(mtime_ns=9)), Why.EDITED),
        (ROW, SAME, FileStatus(Sort.FILE, STAMP._replace(ino=9)), Why.EDITED),
        (ROW, SAME, FileStatus(Sort.FILE, STAMP._replace(ctime_ns=9)), Why.EDITED),
        (ROW, Fingerprint("f2"), None, Why.CHANGED),
    ],
)
def test_each_state_has_its_reason(
    row: OutputRow | None, fingerprint: Fingerprint, seen: FileStatus | None, why: Why | None
) -> None:
    """One row of the table."""
    found = decide(row, fingerprint, seen)
    assert (found.why if found else None) == why


def test_everything_is_made_anew_when_asked() -> None:
    """Also what stands as it should."""
    found = decide(ROW, SAME, FILE, fresh=True)
    assert found is not None
    assert found.why is Why.ASKED


def test_the_parts_that_differ_are_named() -> None:
    """With both readings where they are short, by name alone where they are long."""
    before = (("engine", "#1"), ("view.title", "'Old'"), ("view.body", "#11"), ("view.gone", "1"))
    after = (("engine", "#1"), ("view.title", "'New'"), ("view.body", "#22"), ("view.new", "2"))
    found = decide(ROW._replace(parts=before), Fingerprint("f2", after), FILE)
    assert found is not None
    assert found.why is Why.CHANGED
    assert found.sentence == (
        "what it is made of has changed: view.title: 'Old' is now 'New'; view.body differs; "
        "view.new is new; view.gone is gone"
    )


def test_a_change_of_the_engine_is_told_apart() -> None:
    """Then it is not the editor's doing."""
    found = decide(ROW._replace(parts=(("engine", "#1"),)), Fingerprint("f2", (("engine", "#2"),)), FILE)
    assert found is not None
    assert found.why is Why.ENGINE_CHANGED


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_has_a_sentence(why: Why) -> None:
    """No name goes without words."""
    from plugins.cache.reasons import Reason

    assert len(Reason(why).sentence) > 20


def test_nothing_is_compared_with_what_is_not_known() -> None:
    """An unknown side says nothing about the parts."""
    assert compare((), (("a", "1"),)) == ()
    assert compare((("a", "1"),), ()) == ()
