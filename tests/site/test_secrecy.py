"""Drafts, embargoed reports and those dated ahead leave no trace in any byte of the output."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.site.newsroom import Newsroom, jpeg, report

CANARY = "Zwitscherkanari"


def secret(more: str, status: str = "published") -> str:
    """A report whose every field sings."""
    return report(
        "kanari-bericht",
        status=status,
        title=f"Titel {CANARY}",
        body=f"Text {CANARY}.\n\n![](photo:kanari.jpg)",
        more=f"""event: {{start: 2024-05-01, end: 2024-05-01, venue: {CANARY}, city: {CANARY}}}
organisers: [{{name: {CANARY}}}]
sources: [{{name: {CANARY}}}]
photos: [{{file: kanari.jpg, credit: {CANARY}}}]
hero: kanari.jpg
aliases: [/alt/kanari-alias/]
{more}""",
    ).replace(
        "teaser: ", f"kicker: {CANARY}\nphotos:\n  kanari.jpg: {{alt: {CANARY}, caption: {CANARY}}}\nteaser: {CANARY} "
    )


def traces(newsroom: Newsroom) -> list[str]:
    """Output files whose name or bytes give the secret away."""
    return [path for path, data in newsroom.output().items() if b"kanari" in data.lower() or "kanari" in path.lower()]


@pytest.mark.parametrize(
    ("more", "status"), [("", "draft"), ("embargo: 2026-03-01T14:00+01:00", "published")], ids=["draft", "embargo"]
)
def test_a_secret_report_leaves_no_trace(newsroom: Newsroom, more: str, status: str) -> None:
    """Not in lists, feeds, sitemap, pictures, calendars, links or file names."""
    newsroom.put("content/reports/2024/kanari-bericht/photos/kanari.jpg", jpeg())
    link = "Mehr [dazu](report:kanari-bericht)."
    newsroom.write(secret(more, status) + report("offen", body=link)).build()
    assert traces(newsroom) == []
    assert "Mehr dazu." in newsroom.read("de/2024/offen/index.html")


def ahead(text: str) -> str:
    """The same report, dated after the day of the tests."""
    return text.replace("date: 2024-05-02", "date: 2026-03-02T09:00", 1)


def test_a_report_dated_ahead_leaves_no_trace(newsroom: Newsroom) -> None:
    """A date that is still to come holds a report back as an embargo does."""
    newsroom.put("content/reports/2024/kanari-bericht/photos/kanari.jpg", jpeg())
    link = "Mehr [dazu](report:kanari-bericht)."
    newsroom.write(ahead(secret("")) + report("offen", body=link)).build()
    assert traces(newsroom) == []
    assert "Mehr dazu." in newsroom.read("de/2024/offen/index.html")


def test_a_report_dated_ahead_appears_by_itself(newsroom: Newsroom) -> None:
    """The first build after its moment shows the report; no file was touched."""
    newsroom.put("content/reports/2024/kanari-bericht/photos/kanari.jpg", jpeg())
    newsroom.write(ahead(secret(""))).build()
    newsroom.now = dt.datetime(2026, 3, 2, 7, 59, 59, tzinfo=dt.UTC)
    newsroom.build()
    assert traces(newsroom) == []
    newsroom.now = dt.datetime(2026, 3, 2, 8, 0, tzinfo=dt.UTC)
    newsroom.build()
    assert f"Titel {CANARY}" in newsroom.read("de/2026/kanari-bericht/index.html")


def test_an_embargo_ends_by_itself(newsroom: Newsroom) -> None:
    """The first build after the moment shows the report; no file was touched."""
    newsroom.put("content/reports/2024/kanari-bericht/photos/kanari.jpg", jpeg())
    newsroom.write(secret("embargo: 2026-03-01T14:00+01:00")).build()
    newsroom.now = dt.datetime(2026, 3, 1, 12, 59, 59, tzinfo=dt.UTC)
    newsroom.build()
    assert traces(newsroom) == []
    newsroom.now = dt.datetime(2026, 3, 1, 13, 0, tzinfo=dt.UTC)
    newsroom.build()
    assert f"Titel {CANARY}" in newsroom.read("de/2024/kanari-bericht/index.html")


def test_a_report_that_becomes_a_draft_again_is_taken_back(newsroom: Newsroom) -> None:
    """What was published by mistake disappears with everything that was made of it."""
    newsroom.put("content/reports/2024/kanari-bericht/photos/kanari.jpg", jpeg())
    newsroom.write(secret("")).build()
    assert traces(newsroom)
    newsroom.write(secret("", "draft")).build()
    assert traces(newsroom) == []


def test_a_picture_is_gone_the_day_after_its_last(newsroom: Newsroom) -> None:
    """usable_until removes it from page, card, feed and folder."""
    newsroom.put("content/reports/2024/kanari-bericht/photos/kanari.jpg", jpeg())
    text = secret("").replace("credit: " + CANARY, f"credit: {CANARY}, usable_until: 2026-03-01")
    newsroom.write(text).build()
    assert any("kanari" in path and path.endswith(".jpg") for path in newsroom.output())
    newsroom.now += dt.timedelta(days=1)
    newsroom.build()
    assert not any(path.endswith((".jpg", ".avif")) for path in newsroom.output())
    assert b"kanari.jpg" not in b"".join(newsroom.output().values())


@pytest.mark.parametrize(("more", "status"), [("", "draft"), ("embargo: 2026-03-01T14:00+01:00", "published")])
def test_a_preview_gives_nothing_away(newsroom: Newsroom, more: str, status: str) -> None:
    """What was made for the preview is not in the next build, though both remember in one place."""
    newsroom.put("content/reports/2024/kanari-bericht/photos/kanari.jpg", jpeg())
    newsroom.write(secret(more, status) + report("offen", body="Mehr [dazu](report:kanari-bericht)."))
    newsroom.build(output=newsroom.root / "preview", drafts=True)
    assert b"kanari" in b"".join(newsroom.output("preview").values())
    newsroom.build()
    assert traces(newsroom) == []
