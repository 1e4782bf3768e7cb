"""How long a picture may be used."""

from __future__ import annotations

import datetime as dt

from plugins.newsroom.model import Credit, Photo
from plugins.pictures.usable import is_usable, last_day

DAY = dt.date(2024, 12, 31)
NEXT = dt.date(2025, 1, 1)


def test_without_an_end() -> None:
    """A picture without dates may always be used."""
    photo = Photo("a.jpg", Credit("Amt"))
    assert is_usable(photo, dt.date.max)
    assert last_day(photo) is None


def test_last_day_of_licence_is_a_day_of_use() -> None:
    """On the last day it is there, on the next it is gone."""
    photo = Photo("a.jpg", Credit("Amt", usable_until=DAY))
    assert is_usable(photo, DAY)
    assert not is_usable(photo, NEXT)


def test_consent_ends_likewise() -> None:
    """So does the consent of those who are seen."""
    photo = Photo("a.jpg", Credit("Amt"), consent_until=DAY)
    assert is_usable(photo, DAY)
    assert not is_usable(photo, NEXT)


def test_first_day_is_a_day_of_use() -> None:
    """Before its release it is not there."""
    photo = Photo("a.jpg", Credit("Amt", usable_from=NEXT))
    assert is_usable(photo, NEXT)
    assert not is_usable(photo, DAY)


def test_what_ends_first_counts() -> None:
    """Of licence and consent the earlier."""
    photo = Photo("a.jpg", Credit("Amt", usable_until=NEXT), consent_until=DAY)
    assert last_day(photo) == DAY
    assert not is_usable(photo, NEXT)
