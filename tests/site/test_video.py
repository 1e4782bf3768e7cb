"""A report's video: on its page with everything that is needed, and nothing asked of another host."""

from __future__ import annotations

import datetime as dt
import json
import re

import lxml.html
import pytest

from tests.site.newsroom import GROUND, Newsroom, jpeg, report

HOSTED = """photos: [{file: film.jpg, credit: Muster, usable_until: 2026-03-01}]
video:
  url: https://www.video.example/watch/1
  embed: https://player.video.example/1
  poster: film.jpg
  length: 1:02:05"""
OWN = """photos: [{file: film.jpg, credit: Muster}]
documents:
  - {file: film.mp4, language: de}
  - {file: film.de.vtt, language: de}
video:
  file: film.mp4
  poster: film.jpg
  captions: {de: film.de.vtt}"""
WORDS = """photos: {film.jpg: {alt: Ein Kran}}
video:
  title: Der Kai im Bau
  transcript: |-
    Ein Kran hebt eine Wand.

    Sie steht.
"""


def full(newsroom: Newsroom, video: str = HOSTED, words: str = WORDS) -> Newsroom:
    """A report with a film."""
    newsroom.put("content/reports/2024/kai/photos/film.jpg", jpeg(640, 360))
    newsroom.write(GROUND.replace("-- content/people.yaml", "press: {text: true}\n-- content/people.yaml"))
    return newsroom.write(report("kai", more=video).replace("teaser: ", f"{words}teaser: ", 1) + report("ohne"))


def page(newsroom: Newsroom, ident: str = "kai") -> lxml.html.HtmlElement:
    """The report's page."""
    return lxml.html.fromstring(newsroom.read(f"de/2024/{ident}/index.html"))


def policy(tree: lxml.html.HtmlElement) -> str:
    """Its Content-Security-Policy."""
    return str(tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0])


def test_a_film_of_another_host_is_a_link_until_it_is_wanted(newsroom: Newsroom) -> None:
    """Poster, title, length, link, transcript; the player's address is told to a script alone."""
    full(newsroom).build()
    (section,) = page(newsroom).xpath("//section[@class='video']")
    assert " ".join(section.xpath(".//h2")[0].text_content().split()) == "Der Kai im Bau 1:02:05"
    assert section.xpath(".//iframe | .//video") == []
    assert section.xpath(".//img/@alt") == ["Ein Kran"]
    assert section.xpath(".//a[@rel='external']/@href") == ["https://www.video.example/watch/1"] * 2
    assert section.xpath(".//@data-embed") == ["https://player.video.example/1"]
    assert [p.text for p in section.xpath(".//details/p")] == ["Ein Kran hebt eine Wand.", "Sie steht."]
    assert "player.video.example is" not in section.text_content()
    assert section.xpath(".//div[@class='consent']/@hidden") == [""]


def test_only_that_page_lets_the_player_in(newsroom: Newsroom) -> None:
    """Its policy names one origin; every other page allows no frame at all."""
    full(newsroom).build()
    assert policy(page(newsroom)).endswith("; frame-src https://player.video.example")
    assert "frame-src" not in policy(page(newsroom, "ohne"))


def test_a_film_of_our_own_is_shown_with_its_subtitles(newsroom: Newsroom) -> None:
    """Loaded when it is started, in the reader's language first."""
    newsroom.put("content/reports/2024/kai/documents/film.mp4", b"\0\0\0\x20ftypisom\0\0" + bytes(100))
    newsroom.put("content/reports/2024/kai/documents/film.de.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nTag\n")
    words = f"documents:\n  film.mp4: Der Film\n  film.de.vtt: Untertitel\n{WORDS}"
    full(newsroom, OWN, words).build()
    (film,) = page(newsroom).xpath("//section[@class='video']//video")
    assert film.get("preload") == "none"
    assert film.get("poster", "").startswith("/media/kai/film-")
    (source,) = film.xpath(".//source")
    assert (source.get("src", "")[1:] in newsroom.output(), source.get("type")) == (True, "video/mp4")
    (track,) = film.xpath(".//track")
    assert (track.get("srclang"), track.get("label"), track.get("default")) == ("de", "Deutsch", "")
    assert track.get("src", "")[1:] in newsroom.output()
    assert "frame-src" not in policy(page(newsroom))


def test_machines_are_told_of_it(newsroom: Newsroom) -> None:
    """As schema.org's VideoObject; texts for the press name it too."""
    full(newsroom).build(publish=True)
    data = json.loads(page(newsroom).xpath("//script[@type='application/ld+json']")[0].text)
    video = next(node for node in data["@graph"] if node["@type"] == "NewsArticle")["video"]
    assert (video["@type"], video["name"], video["duration"]) == ("VideoObject", "Der Kai im Bau", "PT62M5S")
    assert video["thumbnailUrl"].startswith("https://newsroom.example/media/kai/")
    assert "Der Kai im Bau (1:02:05): https://www.video.example/watch/1" in newsroom.read("de/2024/kai/report.txt")


def test_a_poster_that_may_not_be_used_any_more_takes_the_film_along(newsroom: Newsroom) -> None:
    """What cannot be shown with a picture of its own is not shown."""
    full(newsroom).build()
    newsroom.now = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    newsroom.build()
    assert page(newsroom).xpath("//section[@class='video']") == []


@pytest.mark.parametrize("more", ["embargo: 2026-03-01T14:00+01:00", "withdrawn: {date: 2025-01-01}"])
def test_a_film_that_may_not_be_seen_leaves_no_trace(newsroom: Newsroom, more: str) -> None:
    """Nor that of a report that was withdrawn."""
    full(newsroom, f"{HOSTED}\n{more}")
    if "withdrawn" in more:
        facts = newsroom.root / "content/reports/2024/kai/report.yaml"
        facts.write_text(re.sub("status: published", "status: withdrawn", facts.read_text("utf-8")), "utf-8")
    newsroom.build()
    assert not [p for p, data in newsroom.output().items() if b"video.example" in data or b"Kai im Bau" in data]
