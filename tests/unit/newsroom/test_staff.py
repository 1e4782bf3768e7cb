"""Tests of plugins/newsroom/staff.py."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.model import Person
from plugins.newsroom.staff import in_office, on_day

LAST = dt.date(2026, 5, 31)
IDENTS = ("a", "b", "c", "d")


def somebody(ident: str, until: dt.date | None = None, successor: str = "") -> Person:
    """A person with a number and a mailbox."""
    return Person(
        ident, ident, ident, phone="030 1", phone_e164="+49301", email="a@b.example", until=until, successor=successor
    )


def test_the_last_day_is_a_day_here() -> None:
    """Whoever is here until the 31st can be reached on the 31st, and not on the 1st."""
    person = somebody("a", LAST)
    assert on_day([person], LAST) == (person,)
    (left,) = on_day([person], LAST + dt.timedelta(days=1))
    assert (left.has_left, left.phone, left.phone_e164, left.email, left.name) == (True, "", "", "", "a")


def test_a_successor_of_a_successor_is_asked() -> None:
    """Each once, in the order of the list."""
    people = on_day([somebody("a", LAST, "b"), somebody("b", LAST, "c"), somebody("c")], dt.date(2026, 6, 1))
    assert in_office(("a", "c", "b"), {p.id: p for p in people}) == ("c",)


def test_nobody_stands_in_where_nobody_is_named() -> None:
    """The list is shorter then."""
    people = on_day([somebody("a", LAST), somebody("c")], dt.date(2026, 6, 1))
    assert in_office(("a", "c"), {p.id: p for p in people}) == ("c",)


@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from(("", *IDENTS))), min_size=4, max_size=4),
    st.lists(st.sampled_from(IDENTS)),
)
def test_nobody_who_has_left_is_asked(facts: list[tuple[bool, str]], asked: list[str]) -> None:
    """Whoever follows whom, in circles too; and whoever is here stays."""
    everyone = [
        somebody(ident, LAST if gone else None, after) for ident, (gone, after) in zip(IDENTS, facts, strict=True)
    ]
    people = {p.id: p for p in on_day(everyone, dt.date(2026, 6, 1))}
    found = in_office(asked, people)
    assert not any(people[ident].has_left for ident in found)
    assert len(set(found)) == len(found)
    assert {ident for ident in asked if not people[ident].has_left} <= set(found)
