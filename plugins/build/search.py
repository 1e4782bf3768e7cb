"""Stage: the index of the search, one for each language, made by Pagefind; nothing where nothing of it has changed."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from plugins.build.console import Console
from plugins.build.workers import DocumentReader
from plugins.cache.digest import digest
from plugins.cache.errors import MemoError
from plugins.cache.fingerprint import fingerprint
from plugins.cache.output import Output
from plugins.cache.store import Store
from plugins.newsroom.model import Lang, Site
from plugins.pages.collation import ordered
from plugins.pages.outputs.context import OutputContext
from plugins.pages.renderer import Renderer
from plugins.pages.search.record import Record, record_digest, record_of, records

if TYPE_CHECKING:
    from plugins.build.layout import Layout

SEARCH = "search"
NEEDED = ("pagefind_bin", "simplemma")
MISSING = "This site has no search: {} cannot be found. Install what requirements.lock names, or set search: false."
_SIGNATURE = b"pagefind_dcd"
ENGINE = "pagefind/pagefind.js"
"""The program that searches, for all languages."""
PATIENCE = 900
"""Seconds after which Pagefind is taken for stuck."""
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "pagefind-worker")
"""Files of Pagefind's own dialogs, in place of which the theme has one."""


class SearchFailed(MemoError):  # noqa: N818 (like its kin, named after what happened)
    """Pagefind gave no index. ``place`` is its program."""


def is_wanted(site: Site, console: Console, *, drafts: bool) -> bool:
    """Whether the site has a search; where it cannot be made, a sentence says why. A preview of drafts has none."""
    if not site.search or drafts:
        return False
    lacking = [name for name in NEEDED if find_spec(name) is None]
    if lacking:
        console.say(MISSING.format(" and ".join(lacking)))
    return not lacking


def make_search(layout: Layout, output: Output, store: Store) -> None:
    """The indexes of all languages; one whose reports are as they were is left alone."""
    if not layout.setting.search:
        return
    context = OutputContext(Renderer(layout.setting, DocumentReader(store.values)))
    versions = tuple(version(name) for name in ("pagefind-bin", "simplemma"))
    engine = fingerprint((("engine", digest(versions)),))
    is_lost = output.reason(ENGINE, engine) is not None
    if not is_lost:
        output.keep(ENGINE)
    for lang in (lang for lang in context.renderer.languages if context.index.editions(lang)):
        mark = digest((versions, record_digest(context, lang)))
        made = fingerprint(((SEARCH, mark),))
        known = store.values.get(SEARCH, mark)
        paths = json.loads(known) if known else ()
        if not is_lost and paths and all(output.reason(path, made) is None for path in paths):
            for path in paths:
                output.keep(path)
            continue
        files = make_index(context, lang)
        if is_lost:
            output.write(ENGINE, files[ENGINE], engine)
            is_lost = False
        paths = [path for path in files if path != ENGINE]
        for path in paths:
            output.write(path, files[path], made)
        store.values.put(SEARCH, mark, json.dumps(paths).encode())


def make_index(context: OutputContext, lang: Lang) -> dict[str, bytes]:
    """Path in the output -> bytes, of a language's index and the engine: the same bytes for the same reports.

    Pagefind writes its own filters in an order that differs each time; ours stand in two files beside its index.
    Raises ``SearchFailed``.
    """
    made = [record_of(context, entry, lang) for entry in records(context, lang)]
    with TemporaryDirectory(prefix="search-") as folder:
        found = _run(Path(folder), lang, made)
    engines = sum(path.startswith("wasm.") for path in found)
    unused = _UNUSED if engines == 1 else (*_UNUSED, "wasm.unknown")
    files = {_path(lang, path): data for path, data in found.items() if not path.startswith(unused)}
    files |= {f"pagefind/{lang}/{name}": data for name, data in filters(made, _pages(found)).items()}
    return dict(sorted(files.items()))


def _run(folder: Path, lang: Lang, made: Iterable[Record]) -> dict[str, bytes]:
    """Lays the pages out where their addresses lead and has Pagefind read them; what it wrote, by path.

    Its program is called, not its service: that answers in one line, of which its Python package takes 2 MiB at most
    and then waits for ever.
    """
    from pagefind_bin import get_executable

    site, out = folder / "site", folder / "out"
    for one in made:
        page = site / one.address.strip("/") / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(one.page, "utf-8")
    plain = lang.partition("-")[0]
    words = [
        str(get_executable()),
        "--site",
        str(site),
        "--output-path",
        str(out),
        "--force-language",
        plain,
        "--silent",
    ]
    try:
        subprocess.run(words, check=True, capture_output=True, timeout=PATIENCE)
    except (OSError, subprocess.SubprocessError) as error:
        raise SearchFailed(f"The search in {lang} cannot be made: Pagefind does not work here ({error}).") from error
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def _pages(found: Mapping[str, bytes]) -> dict[str, str]:
    """Address of a report -> what the engine calls it, which is the name of its fragment."""
    fragments = {path: data for path, data in found.items() if path.startswith("fragment/")}
    texts = {path: gzip.decompress(data).removeprefix(_SIGNATURE) for path, data in fragments.items()}
    return {json.loads(text)["url"]: PurePosixPath(path).stem for path, text in texts.items()}


def filters(made: Iterable[Record], pages: Mapping[str, str]) -> dict[str, bytes]:
    """The filters there are, and for each page the number of its year and of its topics."""
    made = tuple(made)
    years = sorted({one.year for one in made}, reverse=True)
    topics = ordered({topic for one in made for topic in one.topics})
    facets = {
        pages[one.address]: [years.index(one.year), sorted(topics.index(topic) for topic in one.topics)] for one in made
    }
    return {
        "filters.json": json.dumps({"years": years, "topics": topics}, ensure_ascii=False).encode(),
        "facets.json": json.dumps(facets, sort_keys=True, separators=(",", ":")).encode(),
    }


def _path(lang: Lang, path: str) -> str:
    """The engine is the same for all languages, what it reads is each language's own."""
    return ENGINE if path == "pagefind.js" else f"pagefind/{lang}/{path}"
