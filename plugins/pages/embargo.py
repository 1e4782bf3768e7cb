"""The sentence that says until when nothing of a report may be published."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from plugins.newsroom.model import Report
from plugins.pages.dates import timed_view, zone_name
from plugins.pages.labels import Labels

PREFIX = "embargo-"
"""How the name of a file begins that journalists get ahead of time."""


def embargo_line(report: Report, timezone: str, labels: Labels) -> str:
    """In the language of the labels, by the newsroom's clock."""
    moment = report.public_from.astimezone(ZoneInfo(timezone))
    until = f"{timed_view(moment, labels.lang).text} ({zone_name(moment, labels.lang)})"
    return labels.text("Embargo: not to be published before {date}.", date=until)
