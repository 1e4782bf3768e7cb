"""Lists in every language: home, topics, years, authors, and overviews of them."""

from collections import defaultdict
from operator import attrgetter

from pelican import signals
from pelican.generators import Generator


class LangLists(Generator):
    """Core Pelican lists the default language alone."""

    def generate_output(self, writer):
        """Writes them all."""
        lists = defaultdict(list)
        for article in (*self.context["reports"].articles, *self.context["reports"].translations):
            lists[article.lang].append(article)
        for lang, articles in sorted(lists.items()):
            articles.sort(key=attrgetter("date"), reverse=True)
            self._list(writer, lang, f"{lang}/", articles, "")
            groups = {kind: defaultdict(list) for kind in ("topics", "years", "authors")}
            for article in articles:
                for tag in article.tags:
                    groups["topics"][tag.name].append(article)
                groups["years"][str(article.date.year)].append(article)
                for author in article.authors:
                    groups["authors"][self.settings["IDENTS"][author.name]].append(article)
            for kind, found in groups.items():
                for name, members in found.items():
                    self._list(writer, lang, f"{lang}/{kind}/{name}/", members, name, kind == "authors")
                entries = [(name, len(members)) for name, members in sorted(found.items())]
                self._write(writer, "overview", lang, f"{lang}/{kind}/", kind=kind, entries=entries)

    def _list(self, writer, lang, url, articles, heading, whole=False):
        paginated = {} if whole else {"paginated": {"articles": articles}, "template_name": "index"}
        self._write(writer, "list", lang, url, heading=heading, reports=articles, **paginated)

    def _write(self, writer, template, lang, url, **kwargs):
        writer.write_file(
            f"{url}index.html",
            self.get_template(template),
            self.context,
            url=url,
            lang=lang,
            page_name=url.rstrip("/"),
            **kwargs,
        )


def keep(generator):
    """Lets the lists find the reports."""
    generator.context["reports"] = generator


def get_generators(_):
    """Answers Pelican."""
    return LangLists


def register():
    """Called by Pelican."""
    signals.article_generator_init.connect(keep)
    signals.get_generators.connect(get_generators)
