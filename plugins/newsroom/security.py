"""Whom to tell of a weakness of the newsroom (RFC 9116)."""

from __future__ import annotations

import datetime as dt

from plugins.newsroom.record import record


@record
class Security:
    """What stands in ``security.txt``."""

    contact: str
    """An e-mail address, or a web address with ``https``."""
    expires: dt.date
    """The last day on which the file may be relied on."""
    policy: str = ""
    """Address of the rules for those who look for weaknesses."""
