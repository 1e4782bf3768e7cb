"""Says whether a picture may be used on a day."""

from __future__ import annotations

import datetime as dt

from plugins.newsroom.model import Photo


def is_usable(photo: Photo, today: dt.date) -> bool:
    """Whether the picture may be shown; the first and the last day of licence and of consent are days of use.

    Consent of the persons shown may be given for a time (§ 22 KUG, Art. 7 GDPR).
    """
    first, last = photo.credit.usable_from, last_day(photo)
    return (first is None or first <= today) and (last is None or today <= last)


def last_day(photo: Photo) -> dt.date | None:
    """The last day of use, or ``None`` where there is no end: a build stays right until then."""
    ends = [day for day in (photo.credit.usable_until, photo.consent_until) if day is not None]
    return min(ends, default=None)
