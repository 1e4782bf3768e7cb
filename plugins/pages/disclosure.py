"""Tells in the field's terms which part machines had in a text."""

from __future__ import annotations

from plugins.newsroom.model import Edition, Report, Site, State, Status

AUTONOMOUS = "autonomous"
"""Made by a machine, and nobody has read it (W3C AI Content Disclosure Community Group)."""
AI_GENERATED = "ai-generated"
"""Made by a machine, and reviewed by a person."""


def is_unread(edition: Edition) -> bool:
    """Whether a machine wrote the words and nobody vouches for them."""
    return edition.state in (State.MACHINE, State.STALE)


def noindex(edition: Edition, site: Site, report: Report | None = None) -> bool:
    """Whether search engines are asked to stay away: a report was withdrawn, or nobody vouches for the words."""
    withdrawn = report is not None and report.status is Status.WITHDRAWN
    return withdrawn or (is_unread(edition) and not site.translation.index_machine)


def disclosure(edition: Edition) -> str:
    """The value of ``ai-disclosure``; empty where no machine is known to have taken part."""
    if is_unread(edition):
        return AUTONOMOUS
    return AI_GENERATED if edition.provenance and edition.provenance.engine else ""


def is_synthetic(edition: Edition) -> bool:
    """Whether the IPTC's "trained algorithmic media" is true of it: a model made it, and no person reviewed it."""
    return is_unread(edition) and bool(edition.provenance and edition.provenance.engine)
