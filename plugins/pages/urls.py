"""Addresses of everything the site has, and the files they are written to."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.newsroom.model import Lang, Report, TextPage


@dataclass(frozen=True, slots=True)
class Urls:
    """Makes root-relative addresses.

    ``origin`` (``https://newsroom.example``) is set in a published site and makes canonical,
    feed and sitemap addresses absolute; ``prefix`` is the path the site lives under, or empty.
    """

    origin: str = ""
    prefix: str = ""

    @classmethod
    def of(cls, site_url: str, *, absolute: bool) -> Urls:
        """From site.yaml's ``url``; ``absolute`` for a published site."""
        parts = urlsplit(site_url)
        return cls(f"{parts.scheme}://{parts.netloc}" if absolute else "", parts.path.rstrip("/"))

    def at(self, path: str) -> str:
        """The address of a path inside the site (no leading slash)."""
        return f"{self.prefix}/{path}"

    def absolute(self, address: str) -> str:
        """With scheme and host in a published site; unchanged in a preview."""
        return address if "://" in address else self.origin + address

    def file(self, address: str) -> str:
        """Path of the output file that answers an address, relative to the output folder."""
        path = address[len(self.prefix) :].lstrip("/")
        if path and not path.endswith("/") and "." not in path.rsplit("/", 1)[-1]:
            path += "/"  # an old address as somebody wrote it
        return path + "index.html" if path == "" or path.endswith("/") else path

    def home(self, lang: Lang) -> str:
        """A language's front page."""
        return self.at(f"{lang}/")

    def report(self, report: Report, lang: Lang) -> str:
        """A report's page; ``lang`` must be one of its editions."""
        edition = report.edition(lang)
        if edition is None:
            raise LookupError(f"{report.id} has no edition in {lang}")
        return self.at(f"{lang}/{report.published.year}/{edition.slug}/")

    def page(self, page: TextPage, lang: Lang) -> str:
        """A static page's address; ``lang`` must be one of its editions."""
        edition = page.edition(lang)
        if edition is None:
            raise LookupError(f"{page.id} has no edition in {lang}")
        return self.at(f"{lang}/{edition.slug}/")

    def topics(self, lang: Lang) -> str:
        """Overview of topics."""
        return self.at(f"{lang}/topics/")

    def topic(self, lang: Lang, topic: str) -> str:
        """The reports on one topic."""
        return self.at(f"{lang}/topics/{topic}/")

    def authors(self, lang: Lang) -> str:
        """Overview of authors."""
        return self.at(f"{lang}/authors/")

    def author(self, lang: Lang, person: str) -> str:
        """What one person wrote, photographed, reviewed."""
        return self.at(f"{lang}/authors/{person}/")

    def dates(self, lang: Lang) -> str:
        """Overview of events."""
        return self.at(f"{lang}/dates/")

    def archive(self, lang: Lang) -> str:
        """Overview of years."""
        return self.at(f"{lang}/archive/")

    def year(self, lang: Lang, year: int) -> str:
        """The reports of one year."""
        return self.at(f"{lang}/archive/{year}/")

    def all_series(self, lang: Lang) -> str:
        """Overview of series."""
        return self.at(f"{lang}/series/")

    def series(self, lang: Lang, series: str) -> str:
        """The reports of one series."""
        return self.at(f"{lang}/series/{series}/")

    def projects(self, lang: Lang) -> str:
        """Overview of projects with funding."""
        return self.at(f"{lang}/projects/")

    def project(self, lang: Lang, project: str) -> str:
        """One project with funding, and the reports on it."""
        return self.at(f"{lang}/projects/{project}/")

    def press(self, lang: Lang) -> str:
        """What journalists need."""
        return self.at(f"{lang}/press/")

    def media(self, lang: Lang) -> str:
        """All pictures that may be used."""
        return self.at(f"{lang}/media/")

    def vcard(self, lang: Lang, person: str) -> str:
        """A contact as vCard."""
        return self.at(f"{lang}/contacts/{person}.vcf")
