"""Measures what remembering costs: python3 -m benchmarks.memo [N]; milliseconds for each thing."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from plugins.cache.digest import digest
from plugins.cache.fingerprint import Fingerprint, explained, fingerprint
from plugins.cache.output import Output
from plugins.cache.stamp import walk
from plugins.cache.store import Store
from plugins.newsroom.model import Edition, Link, PhotoWords

PAGE = b"<p>A line of a page that is somewhat long.</p>\n" * 210


def timed(what: str, count: int, work: Callable[[], object]) -> None:
    """Prints the milliseconds for each of ``count`` things, the whole, and what it is."""
    start = time.perf_counter()
    work()
    spent = time.perf_counter() - start
    print(f"{spent / count * 1000:8.4f} ms each {spent:7.3f} s  {what}")


def edition(number: int) -> Edition:
    """A value of the usual size."""
    return Edition(
        "de",
        f"Title {number}",
        "A teaser of some words. " * 6,
        f"Text {number}. " * 300,
        f"slug-{number}",
        photos=tuple(PhotoWords(f"{k}.jpg", "alt", "caption") for k in range(4)),
        links=(Link("https://example.org/", "label"),),
    )


def measure(count: int, folder: Path) -> None:
    """One build from nothing and one with nothing to do."""
    paths = [f"de/{2016 + n % 9}/report-{n}/index.html" for n in range(count)]
    values = [edition(n) for n in range(count)]
    timed("digest of an edition", count, lambda: [digest(v) for v in values])
    marks: list[Fingerprint] = []
    timed("fingerprint", count, lambda: marks.extend(fingerprint((("view", v),)) for v in values))
    timed("explained fingerprint", count, lambda: [explained((("view", v),)) for v in values])
    with Store(folder / "cache" / "store") as store:
        output = Output(folder / "out", store)
        timed("prepare", count, lambda: output.prepare(paths))
        timed("write", count, lambda: [output.write(p, PAGE, m) for p, m in zip(paths, marks, strict=True)])
        timed("commit", count, output.commit)
        timed(
            "put a value and flush",
            count,
            lambda: [(store.values.put("n", m.digest, PAGE), store.flush_if_full()) for m in marks],
        )
        timed("last flush", count, store.flush)
        seen = walk(folder / "out")
        timed("digest of a file", count, lambda: store.inputs.digests(folder / "out", seen, time.time_ns() * 2))
        store.flush()
    start = time.perf_counter()
    with Store(folder / "cache" / "store") as store:
        print(f"{time.perf_counter() - start:25.3f} s  open")
        timed("read the stamps of inputs", count, store.inputs.all)
        timed("digests of inputs that are known", count, lambda: store.inputs.digests(folder / "out", seen, 0))
        timed("walk", count, lambda: walk(folder / "out"))
        timed("read the rows of outputs", count, store.outputs(folder / "out").all)
        output = Output(folder / "out", store)
        timed("open the output", count, lambda: Output(folder / "out", store))
        timed("decide", count, lambda: [output.reason(p, m) for p, m in zip(paths, marks, strict=True)])
        timed("keep", count, lambda: [output.keep(p) for p in paths])
        timed("commit", count, output.commit)
        timed("read values", count, lambda: [None for _ in store.values.get_many("n", [m.digest for m in marks])])
        output = Output(folder / "out", store, fresh=True)
        timed(
            "write what is there", count, lambda: [output.write(p, PAGE, m) for p, m in zip(paths, marks, strict=True)]
        )
        timed("commit", count, output.commit)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 12_000, Path(name))
