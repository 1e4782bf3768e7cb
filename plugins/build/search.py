"""Stage after the outputs: the index of the search, one for each language; nothing where nothing of it has changed.

What the index has of a report is remembered under what it is made of, and an index under the records that are in it:
an edited text gives one record anew, and the index of its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from importlib.util import find_spec

from plugins.build.console import Console
from plugins.build.pagefind import make_index
from plugins.build.workers import DocumentReader
from plugins.cache.digest import digest, digest_bytes
from plugins.cache.fingerprint import Fingerprint, fingerprint
from plugins.cache.output import Output
from plugins.cache.serialisation import dumps, loads
from plugins.cache.store import Store
from plugins.cache.values import namespace
from plugins.newsroom.model import Lang, Site
from plugins.newsroom.record import record
from plugins.pages.entry import Entry
from plugins.pages.outputs.context import OutputContext
from plugins.pages.renderer import Renderer, Setting
from plugins.pages.search.record import Record, record_key, record_of, records

SEARCH, RECORD = "search", "search record"
FOLDER = "pagefind/"
NEEDED = ("pagefind_bin", "simplemma")
MISSING = "This site has no search: {} cannot be found. Install what requirements.lock names, or set search: false."


def is_wanted(site: Site, console: Console, *, drafts: bool) -> bool:
    """Whether the site has a search; where it cannot be made, a sentence says why. A preview of drafts has none."""
    if not site.search or drafts:
        return False
    lacking = [name for name in NEEDED if find_spec(name) is None]
    if lacking:
        console.say(MISSING.format(" and ".join(lacking)))
    return not lacking


@record
class SearchIndex:
    """The index of a language as it stands in the output."""

    keys: str = ""
    """Covers what its records were made of."""
    mark: str = ""
    """Covers the records themselves."""
    files: tuple[tuple[str, str], ...] = ()
    """(path, digest of its bytes), the engine among them."""


def make_search(setting: Setting, output: Output, store: Store) -> tuple[str, ...]:
    """The indexes of all languages; one whose reports are as they were is left alone.

    Gives the files of earlier indexes, which nothing needs any more. Raises ``MemoError``.
    """
    if not setting.search:
        return ()
    context = OutputContext(Renderer(setting, DocumentReader(store.values)))
    now: set[str] = set()
    for lang in context.renderer.languages:
        if not context.index.editions(lang):
            continue
        known = store.values.get(namespace(SEARCH, output.root), lang)
        last = loads(known, SearchIndex) if known else SearchIndex()
        index, data = _index(context, lang, last, output, store)
        fresh = [(path, mark) for path, mark in index.files if path not in now]  # the engine is that of all languages
        _put(fresh, data, output)
        now.update(path for path, _ in index.files)
    return tuple(path for path in output.ours(FOLDER) if path not in now)


def _index(
    context: OutputContext, lang: Lang, last: SearchIndex, output: Output, store: Store
) -> tuple[SearchIndex, Mapping[str, bytes]]:
    """(the index of a language as it is now, its files where it had to be made)."""
    versions = tuple(version(name) for name in NEEDED)
    keys = {digest((versions, record_key(context, entry, lang))): entry for entry in records(context, lang)}
    is_whole = all(output.reason(path, _print(mark)) is None for path, mark in last.files)
    index = SearchIndex(digest(tuple(keys)), last.mark, last.files)
    if is_whole and last.keys == index.keys:
        return last, {}
    made = tuple(_remembered(context, lang, keys, store))
    data: Mapping[str, bytes] = {}
    mark = digest((versions, made))
    if not is_whole or last.mark != mark:
        data = make_index(made, lang)
        files = tuple((path, digest_bytes(found)) for path, found in data.items())
        index = SearchIndex(index.keys, mark, files)
    store.values.put(namespace(SEARCH, output.root), lang, dumps(index))
    return index, data


def _remembered(context: OutputContext, lang: Lang, keys: Mapping[str, Entry], store: Store) -> Iterator[Record]:
    """The records of a language; most of the work is to find the words that nobody sees."""
    known = dict(store.values.get_many(RECORD, keys))
    for key, entry in keys.items():
        if key in known:
            yield loads(known[key], Record)
            continue
        made = record_of(context, entry, lang)
        store.values.put(RECORD, key, dumps(made))
        yield made


def _put(files: Iterable[tuple[str, str]], data: Mapping[str, bytes], output: Output) -> None:
    """Keeps what stands as it should: a file of the index is named after what is in it, so most of them do."""
    for path, mark in files:
        if output.reason(path, _print(mark)) is None:
            output.keep(path)
        else:
            output.write(path, data[path], _print(mark))


def _print(mark: str) -> Fingerprint:
    return fingerprint(((SEARCH, mark),))
