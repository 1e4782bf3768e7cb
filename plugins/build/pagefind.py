"""Pagefind's program: makes the index of some records, of which the files that readers need are kept."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from plugins.cache.digest import digest_bytes
from plugins.cache.errors import MemoError
from plugins.newsroom.model import Lang
from plugins.pages.collation import ordered
from plugins.pages.search.pieces import cut
from plugins.pages.search.record import Record

ENGINE = "pagefind/pagefind.js"
"""The program that searches, for all languages."""
PATIENCE = 900
"""Seconds after which Pagefind is taken for stuck."""
_SIGNATURE = b"pagefind_dcd"
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "pagefind-worker")
"""Files of Pagefind's own dialogs, in place of which the theme has one."""


class SearchFailed(MemoError):  # noqa: N818 (like its kin, named after what happened)
    """Pagefind gave no index. ``place`` is its program."""


def make_index(made: tuple[Record, ...], lang: Lang) -> dict[str, bytes]:
    """Path in the output -> bytes, of a language's index and the engine: the same bytes for the same records.

    Pagefind writes its own filters in an order that differs each time; ours stand in two files beside its index.
    Raises ``SearchFailed``.
    """
    with TemporaryDirectory(prefix="search-") as folder:
        found = _in_pieces(_run(Path(folder), lang, made))
    engines = sum(path.startswith("wasm.") for path in found)
    unused = _UNUSED if engines == 1 else (*_UNUSED, "wasm.unknown")
    pages: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for path, data in found.items():
        if path.startswith(unused):
            continue
        if path.startswith("fragment/"):
            address, data = _result(data)
            pages[address] = PurePosixPath(path).stem
        files[_path(lang, path)] = data
    files |= {f"pagefind/{lang}/{name}": data for name, data in filters(made, pages, lang).items()}
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
    where = ("--site", str(site), "--output-path", str(out))
    words = [str(get_executable()), *where, "--force-language", lang.partition("-")[0], "--silent"]
    try:
        subprocess.run(words, check=True, capture_output=True, timeout=PATIENCE)
    except (OSError, subprocess.SubprocessError) as error:
        raise SearchFailed(f"The search in {lang} cannot be made: Pagefind does not work here ({error}).") from error
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def _in_pieces(found: dict[str, bytes]) -> dict[str, bytes]:
    """The files of an index with its words in smaller pieces, under names that follow from what is in them.

    Raises ``SearchFailed`` where Pagefind writes its index in another way than it did.
    """
    entry = json.loads(found["pagefind-entry.json"])
    (language,) = entry["languages"].values()
    start = str(language["hash"]).partition("_")[0]

    def name(data: bytes) -> str:
        return f"{start}_{digest_bytes(data)[:10]}"

    contents = f"pagefind.{language['hash']}.pf_meta"
    pieces = {PurePosixPath(path).stem: _unpacked(found[path]) for path in found if path.startswith("index/")}
    try:
        meta, made = cut(_unpacked(found[contents]), pieces, name)
    except ValueError as error:
        raise SearchFailed(f"The search cannot be made: {error}.") from error
    language["hash"] = name(meta)
    rest = {path: data for path, data in found.items() if not path.startswith("index/") and path != contents}
    return {
        **rest,
        "pagefind-entry.json": json.dumps(entry, separators=(",", ":")).encode(),
        f"pagefind.{language['hash']}.pf_meta": _packed(meta),
        **{f"index/{stem}.pf_index": _packed(data) for stem, data in made.items()},
    }


def _unpacked(data: bytes) -> bytes:
    return gzip.decompress(data).removeprefix(_SIGNATURE)


def _packed(data: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + data, 9, mtime=0)


def _result(data: bytes) -> tuple[str, bytes]:
    """(address of a report, what the dialog shows of it), out of a fragment that holds its whole text, too.

    A result shows its teaser and no excerpt: without the text a fragment weighs a seventh, and ten are loaded for
    each answer. Nor does the output hold the hidden words as a text then.
    """
    told = json.loads(_unpacked(data))
    slim = {**told, "content": "", "anchors": [], "meta": {key: words for key, words in told["meta"].items() if words}}
    text = json.dumps(slim, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return told["url"], _packed(text.encode())


def filters(made: Iterable[Record], pages: Mapping[str, str], lang: Lang) -> dict[str, bytes]:
    """The filters there are, and for each page the number of its year and of its topics."""
    made = tuple(made)
    years = sorted({one.year for one in made}, reverse=True)
    topics = ordered({topic for one in made for topic in one.topics}, lang)
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
