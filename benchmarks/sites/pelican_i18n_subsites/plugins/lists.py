"""Lists of the site's language: home, topics, years, authors, and overviews of them."""

from collections import defaultdict
from operator import attrgetter

from pelican import signals
from pelican.generators import Generator


class Lists(Generator):
    """With the addresses that all tools of the comparison have."""

    def generate_output(self, writer):
        """Writes them all."""
        articles = sorted(self.context["reports"].articles, key=attrgetter("date"), reverse=True)
        self._list(writer, "", articles, "")
        groups = {kind: defaultdict(list) for kind in ("topics", "years", "authors")}
        for article in articles:
            for tag in article.tags:
                groups["topics"][tag.name].append(article)
            groups["years"][str(article.date.year)].append(article)
            for author in article.authors:
                groups["authors"][self.settings["IDENTS"][author.name]].append(article)
        for kind, found in groups.items():
            for name, members in found.items():
                self._list(writer, f"{kind}/{name}/", members, name, kind == "authors")
            entries = [(name, len(members)) for name, members in sorted(found.items())]
            self._write(writer, "overview", f"{kind}/", kind=kind, entries=entries)

    def _list(self, writer, url, articles, heading, whole=False):
        paginated = {} if whole else {"paginated": {"articles": articles}, "template_name": "index"}
        self._write(writer, "list", url, heading=heading, reports=articles, **paginated)

    def _write(self, writer, template, url, **kwargs):
        writer.write_file(
            f"{url}index.html",
            self.get_template(template),
            self.context,
            url=url,
            lang=self.settings["DEFAULT_LANG"],
            page_name=url.rstrip("/"),
            **kwargs,
        )


def keep(generator):
    """Lets the lists find the reports."""
    generator.context["reports"] = generator


def get_generators(_):
    """Answers Pelican."""
    return Lists


def register():
    """Called by Pelican."""
    signals.article_generator_init.connect(keep)
    signals.get_generators.connect(get_generators)
