"""What can be chosen in a field: people, topics, reports and countries by their names."""

from __future__ import annotations

from babel import Locale

from plugins.desk.inventory import Item, Stock
from plugins.desk.wording import Wording
from plugins.newsroom.countries import COUNTRIES
from plugins.pages.collation import by_name

Choices = tuple[tuple[str, str], ...]
"""(value, words)."""


def choices_of(stock: Stock, item: Item, words: Wording) -> dict[str, Choices]:
    """Kind of a field -> what can be chosen there."""
    order = stock.site.languages
    topics = by_name(
        ((t.label.nearest(words.lang, order)[1], t.id) for t in stock.topics), lambda pair: pair[0], words.lang
    )
    photos = sorted(path.name for path in (item.folder / "photos").glob("[!.]*"))
    return {
        "person": people_choices(stock, words),
        "topic": tuple((ident, label) for label, ident in topics),
        "report": tuple((other.id, _title(other)) for other in reversed(stock.items) if other.id != item.id),
        "page": tuple((page.page.id, page.page.editions[0].title) for page in stock.pages if page.page),
        "country": country_choices(words),
        "tongue": tuple((lang, words.c("language", lang)) for lang in order),
        "photo": tuple((name, name) for name in photos),
        "release": tuple((word, words.c("release", word)) for word in ("together", "as-ready")),
    }


def people_choices(stock: Stock, words: Wording) -> Choices:
    """Everybody in people.yaml, in the order of names."""
    people = by_name(stock.people, lambda p: p.sort_name, words.lang)
    return tuple((p.id, _named(p.name, p.organisation)) for p in people)


def country_choices(words: Wording) -> Choices:
    """All countries, in the order of their names."""
    territories = Locale.parse(words.lang).territories
    pairs = ((territories.get(code, code), code) for code in sorted(COUNTRIES))
    return tuple((code, name) for name, code in by_name(pairs, lambda pair: pair[0], words.lang))


def _named(name: str, organisation: str) -> str:
    return f"{name} ({organisation})" if organisation else name


def _title(item: Item) -> str:
    report = item.bundle.report
    return f"{report.original.title} ({report.published.year})" if report else item.id
