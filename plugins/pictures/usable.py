"""Says whether a picture may still be used on a day, and if not, why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from plugins.newsroom.model import Photo


class Ended(StrEnum):
    """What ran out; the value is the key in report.yaml."""

    LICENCE = "usable_until"
    CONSENT = "consent_until"


@dataclass(frozen=True, slots=True)
class Expiry:
    """That a picture may not be used any more: what ran out, and the last day it might."""

    photo: str
    ended: Ended
    last_day: dt.date


def is_usable(photo: Photo, today: dt.date) -> bool:
    """Whether the picture may be shown; the first and the last day of licence and of consent are days of use."""
    first = photo.credit.usable_from
    return (first is None or first <= today) and expiry(photo, today) is None


def expiry(photo: Photo, today: dt.date) -> Expiry | None:
    """What ran out first, or ``None`` while nothing has.

    Consent of the persons shown may be given for a time (§ 22 KUG, Art. 7 GDPR).
    """
    ends = ((photo.credit.usable_until, Ended.LICENCE), (photo.consent_until, Ended.CONSENT))
    over = [(day, ended) for day, ended in ends if day is not None and day < today]
    if not over:
        return None
    day, ended = min(over)
    return Expiry(photo.file, ended, day)


def last_day(photo: Photo) -> dt.date | None:
    """The last day of use, or ``None`` where there is no end: a build stays right until then."""
    ends = [day for day in (photo.credit.usable_until, photo.consent_until) if day is not None]
    return min(ends, default=None)
