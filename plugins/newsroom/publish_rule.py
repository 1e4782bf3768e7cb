"""When the languages of a report go out: together, each as it is ready, or once somebody vouches for it."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.newsroom.model import Lang, PublishRule


def publish_rule(given: Mapping[str, str], languages: tuple[Lang, ...]) -> PublishRule:
    """The rule that ``publish`` gives for a newsroom of these languages."""
    together = languages if given.get("") == "together" else ()
    return PublishRule(together, tuple(lang for lang in languages if given.get(lang) == "reviewed"))
