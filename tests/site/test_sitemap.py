"""The sitemap: one file for a small newsroom, an index and parts for a large one."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.site.judges import sitemap_complaints
from tests.site.newsroom import Newsroom, report

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def locations(newsroom: Newsroom, path: str) -> list[str]:
    """The addresses in a sitemap or an index."""
    return [str(found) for found in etree.fromstring(newsroom.output()[path]).xpath("//s:loc/text()", namespaces=SPACE)]


@pytest.fixture
def large(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Five reports, where more than one address is too much for one file, and two reports for one part."""
    monkeypatch.setattr("plugins.pages.sitemap_blocks.LIMIT", 1)
    monkeypatch.setattr("plugins.pages.sitemap_blocks.BLOCK", 2)
    for number in range(1, 6):
        newsroom.write(report(f"r{number}", date=f"2024-01-0{number}"))
    newsroom.build(publish=True)
    return newsroom


PARTS = [
    "sitemap-de.xml",
    "sitemap-de-1.xml",
    "sitemap-de-2.xml",
    "sitemap-de-3.xml",
    "sitemap-nl.xml",
    "sitemap-en.xml",
]


def test_a_small_newsroom_has_one_sitemap(newsroom: Newsroom) -> None:
    """Lists and reports of all languages."""
    newsroom.write(report("eins")).build()
    assert [path for path in newsroom.output() if "sitemap" in path] == ["sitemap.xml"]
    assert {"/de/", "/nl/", "/de/2024/eins/", "/de/topics/energie/"} <= set(locations(newsroom, "sitemap.xml"))


def test_a_large_newsroom_has_an_index_of_parts(large: Newsroom) -> None:
    """Named with scheme and host; robots.txt names the index. The schemas have nothing to say against any of them."""
    assert [sitemap_complaints(large.output()[path]) for path in ("sitemap.xml", *PARTS)] == [[]] * (len(PARTS) + 1)
    assert sitemap_complaints(large.output()["sitemap.xml"].replace(b"https://newsroom.example", b"", 1))
    assert locations(large, "sitemap.xml") == [f"https://newsroom.example/{path}" for path in PARTS]
    assert "Sitemap: https://newsroom.example/sitemap.xml" in large.read("robots.txt")


def test_the_parts_hold_the_same_addresses_as_the_whole(large: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each once; when the newsroom is small again, the parts are gone."""
    parts = [address for path in PARTS for address in locations(large, path)]
    monkeypatch.setattr("plugins.pages.sitemap_blocks.LIMIT", 1_000)
    large.build(publish=True, fresh=True)
    assert sorted(parts) == sorted(locations(large, "sitemap.xml"))
    assert not [path for path in large.output() if path.startswith("sitemap-")]


def test_a_new_report_changes_the_last_part_alone(large: Newsroom) -> None:
    """Blocks begin with the oldest reports, so that they stay as they are."""
    before = large.output()
    large.write(report("r6", date="2024-01-06")).build(publish=True)
    after = large.output()
    changed = {path for path in after if path.startswith("sitemap") and after[path] != before.get(path)}
    assert changed == {"sitemap-de-3.xml"}
    assert locations(large, "sitemap-de-3.xml")[-1] == "https://newsroom.example/de/2024/r6/"


def test_an_edited_title_writes_no_part_anew(large: Newsroom) -> None:
    """No sitemap shows it."""
    large.write(report("r1", date="2024-01-01", title="Anders"))
    stamps = {path: (large.root / "output" / path).stat().st_mtime_ns for path in PARTS}
    large.build(publish=True)
    assert stamps == {path: (large.root / "output" / path).stat().st_mtime_ns for path in PARTS}


def test_a_part_that_would_be_empty_is_left_out(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sitemaps must name something; here no report is there in Dutch."""
    monkeypatch.setattr("plugins.pages.sitemap_blocks.LIMIT", 1)
    newsroom.write(report("eins")).build()
    assert "sitemap-nl.xml" in newsroom.output()
    assert "sitemap-nl-1.xml" not in newsroom.output()
