"""Tells which reports, or languages of one, are not public because they wait for a language (``publish``)."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.codes import Code
from plugins.newsroom.model import Report, Status
from plugins.newsroom.problem import Level, Problem
from plugins.newsroom.source import whole

_FIX = "Write what is missing, or run translate and review; `status` says what each language lacks."


def waiting_languages(report: Report, content: str) -> Iterator[Problem]:
    """A notice for a report that goes out together and lacks a language, and for languages that wait for a review."""
    if report.status is not Status.PUBLISHED:
        return
    file = f"{content}/{report.path}/report.yaml"
    lacking = ", ".join(report.waits_for)
    if lacking:
        found = f"“publish: together”, and the report waits for {lacking}: nothing of it is public until then"
        yield whole(file, Code.PUBLISH_WAITS, found, "every language, ready to go out", _FIX, Level.NOTICE)
    released = {edition.lang for edition in report.released}
    unread = ", ".join(lang for lang in report.publish.reviewed if lang not in {*released, *report.waits_for})
    if unread:
        found = f"“publish: reviewed” for {unread}, which nobody has written or reviewed: it is not public until then"
        yield whole(file, Code.PUBLISH_WAITS, found, "a language that a person vouches for", _FIX, Level.NOTICE)
