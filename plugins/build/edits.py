"""What some edited bundles changed: the parts that differ, where nothing but words do.

Parts are named as outputs name what they read (``plugins.pages.outputs.part``): ``text:<report>/<language>``,
``head:<report>``. Where an edit changes more than words (a date, an address, a topic, a picture, a problem),
there is no answer, and everything is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plugins.build.bundle_record import PREPARED, BundleSettings, Prepared, SideResults
from plugins.build.bundle_store import Key, bundle_digest, key_of, remember_parts, remember_side
from plugins.build.config import Config
from plugins.build.context_parts import ContextParts
from plugins.build.recall import LastSetting, owner_of
from plugins.build.sources import Bundle
from plugins.cache.serialisation import dumps
from plugins.cache.store import Store
from plugins.newsroom.heads import Head, Mention
from plugins.newsroom.model import Edition
from plugins.pages.outputs.part import HEAD, TEXT

Made = tuple[Prepared, SideResults, str]
"""(bundle as it is now, what came of preparing it, digest of the parts of the newsroom that it looks at)."""


@dataclass(frozen=True, slots=True)
class Edits:
    """The edited bundles."""

    prepared: dict[str, Prepared]
    """Owner -> bundle as it is now."""
    parts: frozenset[str]
    """Names of the parts that differ."""

    @property
    def texts(self) -> dict[str, str]:
        """``<report>/<language>`` -> digest of its text."""
        return {f"{owner}/{body.lang}": body.key for owner, made in self.prepared.items() for body in made.bodies}


def edits_of(
    config: Config, facts: Mapping[str, Any], last: LastSetting, store: Store, edited: Mapping[Bundle, Sequence[str]]
) -> Edits | None:
    """Reads edited bundles, of which the paths given have changed; ``None``: more than words differs.

    What was read is remembered; ``last`` knows the bundles anew. Raises ``LookupError`` for what was forgotten.
    """
    found: dict[str, Prepared] = {}
    keys: dict[str, Key] = {}
    parts: set[str] = set()
    for bundle, paths in edited.items():
        owner = owner_of(bundle)
        old = last.prepared(owner)
        folder = f"{config.content}/{bundle.folder}/"
        if old.problems or any(fields[0].startswith(folder) for fields in facts["problems"]):
            return None
        answer = _text_alone(config, bundle, paths, old, last) or _words_alone(config, facts, bundle, old, last, store)
        if answer is None:
            return None
        made, side, looked_at = answer
        mark = bundle_digest(facts["reading"], bundle)
        found[owner], keys[owner] = made, key_of(mark, looked_at)
        store.values.put(PREPARED, keys[owner][0], dumps(made))
        remember_parts(store.values, mark, made.parts)
        remember_side(store.values, side)
        parts.update(_changed(owner, old, made))
    last.owners.update(keys)
    store.flush()
    return Edits(found, frozenset(parts))


def _text_alone(config: Config, bundle: Bundle, paths: Sequence[str], old: Prepared, last: LastSetting) -> Made | None:
    """The commonest edit, read without what reads YAML and checks forms: that takes longer than all the rest."""
    if not all(path.endswith(".md") for path in paths):
        return None
    from plugins.build.edition_edit import reread  # brings Markdown along, which an edit of people.yaml has no use for

    answer = reread(bundle, paths, old, str(config.content), last.setting.engine)
    return answer and (*answer, last.owners[owner_of(bundle)][1])


def _words_alone(
    config: Config, facts: Mapping[str, Any], bundle: Bundle, old: Prepared, last: LastSetting, store: Store
) -> Made | None:
    from plugins.build.bundle import prepare
    from plugins.build.bundles import settings_of
    from plugins.build.site import moved, remembered_shared

    known = remembered_shared(store, facts["shared"])
    shared = known and moved(known, config.ahead)
    if shared is None or old.report is None or old.broken:
        return None
    settings: BundleSettings = settings_of(config, shared, last.setting.engine)
    made, side = prepare(bundle, settings, memory=store.values)
    if made.problems or made.broken or _structure(made) != _structure(old):
        return None
    return made, side, ContextParts(settings.context).digest(made.parts)


def _changed(owner: str, old: Prepared, made: Prepared) -> Iterator[str]:
    if made.digest != old.digest:
        yield f"{HEAD}{owner}"
    before = {body.lang: body.key for body in old.bodies}
    yield from (f"{TEXT}{owner}/{body.lang}" for body in made.bodies if before.get(body.lang) != body.key)


def _structure(made: Prepared) -> object:
    """A bundle without its words: while this is the same, so are order, addresses, pictures and checks."""
    report = made.report and replace(made.report, editions=tuple(map(_wordless, made.report.editions)))
    links = tuple((body.lang, body.links, body.pictures) for body in made.bodies)
    return report, made.page, made.head and _placeless(made.head), links, made.shots, made.pictures


def _wordless(edition: Edition) -> Edition:
    corrections = tuple(replace(correction, text="") for correction in edition.corrections)
    words = tuple(replace(photo, alt="", caption="") for photo in edition.photos)
    return replace(
        edition, title="", teaser="", kicker="", links=(), corrections=corrections, photos=words, body_line=0
    )


def _placeless(head: Head) -> Head:
    """The head without the lines on which its words stand."""
    return replace(
        head,
        slugs=tuple((lang, _word(slug)) for lang, slug in head.slugs),
        aliases=tuple(map(_word, head.aliases)),
        reports=tuple(map(_word, head.reports)),
        pages=tuple(map(_word, head.pages)),
        contacts=tuple(map(_word, head.contacts)),
        authors=tuple(map(_word, head.authors)),
    )


def _word(mention: Mention) -> Mention:
    return Mention(mention.word, mention.file, 0, 0)
