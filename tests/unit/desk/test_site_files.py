"""The preview's files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.newsroom.problem import Problem
from tests.unit.desk.desks import Desktop


@pytest.fixture
def site(desk: Desktop) -> Desktop:
    """A desk with some files in the preview's folder, and one outside of it."""
    desk.newsroom.put("output/de/index.html", b"<html><head></head><body class=x>Hallo</body></html>")
    desk.newsroom.put("output/404.html", b"<html><head></head><body>Nichts</body></html>")
    desk.newsroom.put("output/theme/site.js", b"let a = 1;")
    desk.newsroom.put("output/de/film.mp4", bytes(range(100)))
    desk.newsroom.put("secret.txt", b"geheim")
    return desk


def test_a_page_reloads_itself_and_a_missing_one_is_the_site_s_own(site: Desktop) -> None:
    """Folders lead to their page."""
    assert "Hallo" in site.get("/de/").text
    assert "/__preview/reload.js" in site.get("/de/").text
    assert site.get("/de").headers["location"] == "/de/"
    missing = site.get("/nl/")
    assert missing.status_code == 404
    assert "Nichts" in missing.text


def test_problems_and_reasons_stand_above_the_page(site: Desktop) -> None:
    """Their words are text, whatever they hold."""
    site.state.built((Problem("a.md", 3, 1, "x", "<b>", "y", "z"),), (("/de/", "a draft"),))
    page = site.get("/de/").text
    assert 'role="alert"' not in page
    assert "&lt;b&gt;" in page
    assert "Only in this preview: a draft." in page


def test_pages_of_before_say_so_and_each_code_is_explained(site: Desktop) -> None:
    """Where a build was not finished; a link from the problem leads to its section of the guide."""
    site.state.built((Problem("a.md", 3, 1, "bad-date", "<b>", "y", "z"),))
    page = site.get("/de/").text
    assert 'role="alert"' in page
    assert "This is the last good page" in page
    assert 'href="/__preview/problems#bad-date"' in page
    assert 'id="bad-date"' in site.get("/__preview/problems").text


def test_files_have_the_types_of_the_standard_and_parts_can_be_asked_for(site: Desktop) -> None:
    """A film is sought in by ranges."""
    assert site.get("/theme/site.js").headers["content-type"].startswith("text/javascript")
    part = site.get("/de/film.mp4", headers={"Range": "bytes=10-19"})
    assert part.status_code == 206
    assert part.content == bytes(range(10, 20))


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/de/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt", "/%00"],
)
def test_no_path_leads_out_of_the_folder(site: Desktop, path: str) -> None:
    """However it is written."""
    answer = site.client.get(path)
    assert answer.status_code == 404
    assert "geheim" not in answer.text


def test_links_out_of_the_folder_are_not_followed(site: Desktop) -> None:
    """A link in the output is none of ours."""
    (site.newsroom.root / "output/link.txt").symlink_to(site.newsroom.root / "secret.txt")
    assert site.get("/link.txt").status_code == 404


def test_a_site_below_a_path_has_its_pages_there(outside: Callable[..., Desktop]) -> None:
    """And the root leads to it."""
    desk = outside(prefix="/redaktion")
    desk.newsroom.put("output/de/index.html", b"<html><head></head><body>Hallo</body></html>")
    assert desk.get("/").headers["location"] == "/redaktion/"
    assert "Hallo" in desk.get("/redaktion/de/").text


def test_a_page_that_is_still_to_be_built_waits_in_the_desk_s_frame(site: Desktop) -> None:
    """It reloads after the build; elsewhere it is missing."""
    framed = site.get("/de/neu/", headers={"Sec-Fetch-Dest": "iframe"})
    assert framed.status_code == 200
    assert "/__preview/reload.js" in framed.text
    assert site.get("/de/neu/").status_code == 404
