"""Checks of what site.yaml says for ``security.txt`` (RFC 9116)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.security import Security
from plugins.newsroom.yaml_source import Doc

NOTICE = dt.timedelta(days=30)
"""Before the last day, from which the newsroom is told of it."""
KEY = "security"


def misplaced(doc: Doc, url: str) -> Iterator[Problem]:
    """A newsroom below a path, where nobody looks for the file."""
    parts = urlsplit(url)
    if parts.path.strip("/"):
        yield doc.problem(
            Code.SECURITY_PLACE,
            (KEY,),
            f"security.txt for an address with a path ({url})",
            f"the file at https://{parts.netloc}/.well-known/security.txt, where it is looked for",
            "Copy the file there from the published folder whenever it changes, or take `security` out of site.yaml.",
            Level.WARNING,
            on_key=True,
        )


def expiring(security: Security | None, doc: Doc | None, today: dt.date) -> Iterator[Problem]:
    """A file that nobody may rely on from a day that is near, or over."""
    if security is None or doc is None or today < security.expires - NOTICE:
        return
    until = "nobody may rely on since" if security.expires < today else "may be relied on until"
    yield doc.problem(
        Code.SECURITY_EXPIRES,
        (KEY, "expires"),
        f"security.txt, which {until} {security.expires}",
        "a day to come, less than a year ahead",
        "See whether the contact is still right, and write a later day.",
        Level.NOTICE,
    )
