"""What a newsroom makes for journalists beside the pages of its reports."""

from __future__ import annotations

from plugins.newsroom.record import record


@record
class PressPolicy:
    """What site.yaml says about the files that are made for journalists beside a report's page."""

    kit: bool = False
    """``press-kit.zip``."""
    pdf: bool = False
    """``report.pdf``."""
    text: bool = False
    """``report.txt``."""
