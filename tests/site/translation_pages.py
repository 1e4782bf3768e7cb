"""What tests of translations read on a page, and the report that they fill."""

from __future__ import annotations

import json

import lxml.html

from tests.site.newsroom import Newsroom

BODY = "Ein zweiter Absatz.\n\n## Eine Überschrift\n\nEin dritter Absatz mit [Verweis](https://messe.example)."


def page(newsroom: Newsroom, lang: str, ident: str = "eins") -> lxml.html.HtmlElement:
    """The page of a report in that language, found by its link from the front page."""
    front = lxml.html.fromstring(newsroom.read(f"{lang}/index.html"))
    for link in front.xpath("//a[contains(@class, 'u-url')]/@href"):
        found = newsroom.read(f"{link.strip('/')}/index.html")
        if f'href="/de/2024/{ident}/"' in found:
            return lxml.html.fromstring(found)
    raise AssertionError(f"{ident} is not linked from the front page in {lang}")


def notice(tree: lxml.html.HtmlElement) -> str:
    """The words of the notice, or an empty string."""
    return " ".join(" ".join(node.text_content() for node in tree.xpath("//*[@role='note']")).split())


def graph(tree: lxml.html.HtmlElement) -> dict[str, object]:
    """The NewsArticle of a page."""
    data = json.loads(tree.xpath("//script[@type='application/ld+json']")[0].text)
    return next(node for node in data["@graph"] if node["@type"] == "NewsArticle")


def set_policy(newsroom: Newsroom, policy: str) -> None:
    """Another line ``translation:`` in site.yaml."""
    site = newsroom.root / "content/site.yaml"
    lines = [line for line in site.read_text("utf-8").splitlines() if not line.startswith("translation:")]
    site.write_text("\n".join([*lines, f"translation: {policy}", ""]), "utf-8")


ROLES = """
-- content/people.yaml --
erika: {name: Erika Muster, sort_name: "Muster, Erika", role: {de: Presse}, email: erika@newsroom.example}
hans: {name: Hans Beispiel, sort_name: "Beispiel, Hans", role: {nl: Redactie}, email: hans@newsroom.example}
-- content/topics.yaml --
energie: {de: Energie}
handel: {de: Handel, nl: Handel, en: Trade}
"""
