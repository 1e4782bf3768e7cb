"""The first page of the desk, new reports, and its language."""

from __future__ import annotations

from tests.site.newsroom import jpeg, report
from tests.unit.desk.desks import Desktop


def test_every_report_stands_there_with_its_day_and_its_languages(desk: Desktop) -> None:
    """Newest first."""
    desk.newsroom.write(report("alt", date="2023-01-01") + report("neu", title="Ganz neu"))
    page = desk.get("/desk/").text
    assert page.index("Ganz neu") < page.index("Bericht alt")
    assert "2 May 2024" in page
    assert 'class="state state-written" title="DE: written"' in page
    assert 'class="state state-missing" title="NL: missing"' in page


def test_drafts_and_embargoes_are_marked_with_their_moment(desk: Desktop) -> None:
    """In the newsroom's own time."""
    desk.newsroom.write(report("a", status="draft") + report("b", more="embargo: 2026-05-02T10:00"))
    page = desk.get("/desk/").text
    assert "standing-draft" in page
    assert "under embargo until 2 May 2026, 10:00" in page


def test_problems_are_counted_and_a_broken_report_is_still_there(desk: Desktop) -> None:
    """With its title, so that it can be found and fixed."""
    desk.newsroom.write(report("kaputt", topic="gibt-es-nicht", title="Kaputt gegangen"))
    page = desk.get("/desk/?show=problems").text
    assert "Kaputt gegangen" in page
    assert "1 error" in page


def test_search_finds_titles_and_places_and_filters_narrow(desk: Desktop) -> None:
    """Every word must be there; a filter that finds nothing says so."""
    desk.newsroom.write(report("a", title="Kanada beim Lunch") + report("b", title="Messe", status="draft"))
    assert "Kanada" in desk.get("/desk/?words=lunch+kanada").text
    assert "Messe" not in desk.get("/desk/?words=lunch").text
    assert "Kanada" not in desk.get("/desk/?show=draft").text
    assert "No report matches" in desk.get("/desk/?words=niemals").text


def test_the_picture_is_small_and_without_metadata(desk: Desktop) -> None:
    """And paths lead nowhere else."""
    photos = "photos:\n  - file: stand.jpg\n    credit: X"
    desk.newsroom.write(report("a", more=photos)).put("content/reports/2024/a/photos/stand.jpg", jpeg(2000, 1000))
    assert "/desk/pictures/a/stand.jpg" in desk.get("/desk/").text
    small = desk.get("/desk/pictures/a/stand.jpg")
    assert small.headers["content-type"] == "image/jpeg"
    assert len(small.content) < 4000
    assert desk.get("/desk/pictures/a/..%2f..%2freport.yaml").status_code == 404
    assert desk.get("/desk/pictures/a/report.yaml").status_code == 404


def test_an_edit_on_the_disk_is_seen_at_once(desk: Desktop) -> None:
    """Whoever made it."""
    desk.newsroom.write(report("a"))
    assert "Bericht a" in desk.get("/desk/").text
    desk.newsroom.write(report("a", title="Ein anderer Titel"))
    assert "Ein anderer Titel" in desk.get("/desk/").text


def test_words_of_a_report_are_text(desk: Desktop) -> None:
    """No title brings markup into the desk."""
    desk.newsroom.write(report("a", title="'<script>alert(1)</script>'"))
    assert "<script>alert" not in desk.get("/desk/").text


def test_a_new_report_is_a_draft_with_its_name_made_of_the_title(desk: Desktop) -> None:
    """And the desk goes on to it."""
    made = desk.post("/desk/new", {"title": "Über den Rhein", "lang": "de", "date": "2026-03-02", "id": ""})
    assert made.status_code == 303
    assert made.headers["location"] == "/desk/reports/ueber-den-rhein/"
    assert b"status: draft" in desk.file("reports/2026/ueber-den-rhein/report.yaml")


def test_a_name_that_is_taken_is_refused_with_a_reason_and_nothing_typed_is_lost(desk: Desktop) -> None:
    """So is a day that there is not."""
    desk.newsroom.write(report("eins"))
    refused = desk.post("/desk/new", {"title": "Noch einer", "lang": "nl", "date": "2026-03-02", "id": "eins"})
    assert refused.status_code == 422
    assert 'value="Noch einer"' in refused.text
    assert 'role="alert"' in refused.text
    assert desk.post("/desk/new", {"title": "X", "lang": "nl", "date": "heute"}).status_code == 422
    for title, told in (("🎈", "No name for the address"), (" ", "Please enter a title.")):
        page = desk.post("/desk/new", {"title": title, "lang": "nl", "date": "2026-03-02", "id": ""})
        assert (page.status_code, told in page.text) == (422, True)


def test_the_desk_speaks_the_language_that_was_chosen(desk: Desktop) -> None:
    """It remembers it, and leads back to the desk alone."""
    answer = desk.post("/desk/language", {"language": "nl", "back": "//evil.example/"})
    assert answer.headers["location"] == "/desk/"
    assert '<html lang="nl">' in desk.get("/desk/").text
    desk.post("/desk/language", {"language": "xx", "back": "/desk/new"})
    assert '<html lang="nl">' in desk.get("/desk/").text


def test_the_first_page_of_many_reports_stays_small(desk: Desktop) -> None:
    """At most 150 KB with style and script; the others are on further pages."""
    desk.newsroom.write(
        "".join(report(f"bericht-{n:03}", title="Ein Titel von üblicher Länge für einen Bericht") for n in range(60))
    )
    page = desk.get("/desk/")
    size = sum(len(desk.get(path).content) for path in ("/desk/static/desk.css", "/desk/static/desk.js"))
    assert len(page.content) + size < 150_000
    assert "Page 1 of 2" in page.text
    assert desk.get("/desk/?page=2").text.count('class="report"') == 20


def test_what_is_no_page_of_the_desk_says_so(desk: Desktop) -> None:
    """And is no page of the site."""
    missing = desk.get("/desk/nothing/")
    assert missing.status_code == 404
    assert "There is nothing at this address" in missing.text
