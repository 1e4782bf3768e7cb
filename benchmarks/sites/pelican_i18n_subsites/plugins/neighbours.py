"""Newer and older reports within one language."""

from collections import defaultdict

from pelican import signals
from pelican.generators import ArticlesGenerator


def link(generators):
    """Sets ``newer`` and ``older`` of every article."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            lists = defaultdict(list)
            for article in (*generator.articles, *generator.translations):
                lists[article.lang].append(article)
            for articles in lists.values():
                articles.sort(key=lambda one: one.date)
                for older, newer in zip([None, *articles], [*articles, None], strict=True):
                    if older:
                        older.newer = newer
                    if newer:
                        newer.older = older


def register():
    """Called by Pelican."""
    signals.all_generators_finalized.connect(link)
