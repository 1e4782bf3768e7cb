"""``python3 -m benchmarks.search 1000``: what the search finds, how much is loaded for it, and how long it takes.

Each of the queries in ``search_queries`` has one report that it must find, among as many others as are asked for.
A real browser asks, over loopback, with the newsroom's own dialog and policy.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import shutil
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from benchmarks.corpus import all_facts, rounded, texts
from benchmarks.search_queries import QUERIES
from plugins.build.build import build
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.pagefind import ENGINE
from tests.browser.server import serving

ROOT = Path(__file__).resolve().parents[1]
SITE = """name: Testredaktion
url: https://newsroom.example
languages: [de, nl]
timezone: Europe/Berlin
publisher: {name: Testverlag, email: post@newsroom.example}
press_contacts: [erika]
search: true
"""
ASK = """async ([base, query]) => {
  window.engines ??= {};
  if (!window.engines[base]) {
    const { createInstance } = await import('/pagefind/pagefind.js');
    const basePath = new URL(base, location.href).href;
    window.engines[base] = createInstance({ basePath, baseUrl: '/', noWorker: true });
    await window.engines[base].init();
  }
  const start = performance.now();
  const answer = await window.engines[base].search(query);
  const first = await Promise.all(answer.results.slice(0, 10).map((one) => one.data()));
  const took = performance.now() - start;
  const rest = await Promise.all(answer.results.slice(10).map((one) => one.data()));
  return { took, urls: [...first, ...rest].map((one) => one.url) };
}"""
_KINDS = {
    ".js": "engine",
    ".pagefind": "engine",
    ".pf_fragment": "results",
    ".pf_meta": "index",
    ".pf_index": "index",
    ".json": "index",
}
LATE = 100
"""Milliseconds after which an answer is late."""
LINK = str.maketrans("", "", "\x02\x03\x04")


def write(content: Path, count: int) -> None:
    """A newsroom with a report for each query, and ``count`` others in both languages."""
    content.mkdir(parents=True)
    (content / "site.yaml").write_text(SITE, "utf-8")
    (content / "people.yaml").write_text("erika: {name: Erika Muster, email: erika@newsroom.example}\n", "utf-8")
    (content / "topics.yaml").write_text("handel: {de: Handel, nl: Handel}\n", "utf-8")
    for lang, queries in QUERIES.items():
        for number, (_, word) in enumerate(queries):
            _report(content, f"q-{lang}-{number:02}", {lang: (f"{lang} {number}", f"Xaver {word} quod.")})
    for facts in all_facts(rounded(count)) if count else ():
        made = {text.lang: (text.title, text.body.translate(LINK)) for text in texts(facts, rounded(count))}
        _report(content, facts.name, {lang: made[lang] for lang in QUERIES})


def _report(content: Path, ident: str, editions: dict[str, tuple[str, str]]) -> None:
    folder = content / "reports" / "2024" / ident
    folder.mkdir(parents=True)
    source = next(iter(editions))
    facts = f"date: 2024-05-02\nsource_language: {source}\nstatus: published\ntopics: [handel]\n"
    (folder / "report.yaml").write_text(facts, "utf-8")
    for lang, (title, body) in editions.items():
        head = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nteaser: Teaser.\n---\n"
        (folder / f"{lang}.md").write_text(f"{head}{body}\n", "utf-8")


def make(root: Path, count: int) -> Path:
    """The output folder of such a newsroom."""
    write(root / "content", count)
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    print(f"cold, {count} reports a language: {_seconds(root)}", flush=True)
    return root / "output"


def edit(root: Path) -> str:
    """What the build after an edited text takes."""
    text = root / "content/reports/2024/q-de-00/de.md"
    text.write_text(f"{text.read_text('utf-8')}\nNoch ein Absatz mit Neuem.\n", "utf-8")
    return _seconds(root)


def _seconds(root: Path) -> str:
    config = Config(
        content=root / "content",
        translations=root / "translations",
        theme=ROOT / "theme",
        output=root / "output",
        cache=root / "cache",
        now=dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC),
        jobs=2,
        timings=True,
    )
    console = Console(quiet=True)
    summary = build(config, console)
    index = console.seconds.get("make the search", 0)
    return f"{summary.seconds:.1f} s, of which the search {index:.1f} s; {summary.rendered} files made"


def answers(page: Page, lang: str) -> Iterator[tuple[str, int, float]]:
    """(query, place of the report that it must find, milliseconds); the place is -1 where it was not found."""
    for number, (query, _) in enumerate(QUERIES[lang]):
        answer: dict[str, Any] = page.evaluate(ASK, [f"/pagefind/{lang}/", query])
        wanted = f"/{lang}/2024/q-{lang}-{number:02}/"
        yield query, answer["urls"].index(wanted) if wanted in answer["urls"] else -1, answer["took"]


def weights(page: Page, address: str, output: Path, lang: str) -> dict[str, int]:
    """Bytes by what they are for, of everything that the dialog loads until its first answer stands.

    As GitHub Pages and nginx serve them: texts compressed (gzip), Pagefind's files as they are, which is compressed.
    """
    loaded: list[str] = []
    page.goto(f"{address}/{lang}/press/")
    page.on("response", lambda answer: loaded.append(answer.url.removeprefix(address).partition("?")[0]))
    page.locator("a[data-search]").click()
    page.get_by_role("searchbox").fill(QUERIES[lang][0][0])
    expect(page.get_by_role("status")).not_to_be_empty()
    page.wait_for_load_state("networkidle")
    found: dict[str, int] = {}
    for path in filter(lambda path: (output / path.strip("/")).is_file(), loaded):
        data = (output / path.strip("/")).read_bytes()
        own = f"/pagefind/{lang}/"
        kind = _KINDS.get(Path(path).suffix, "dialog") if path.startswith((own, f"/{ENGINE}")) else "dialog"
        kind = "other languages, after the answer" if path.startswith("/pagefind/") and kind == "dialog" else kind
        packed = Path(path).suffix.startswith((".pf_", ".pagefind"))
        found[kind] = found.get(kind, 0) + len(data if packed else gzip.compress(data))
    return found


def measure(page: Page, address: str, output: Path, lang: str) -> str:
    """Lines of figures on one language."""
    first = ", ".join(f"{kind} {size / 1000:.1f} KB" for kind, size in weights(page, address, output, lang).items())
    page.goto(f"{address}/{lang}/press/")
    rows = list(answers(page, lang))
    missed = [query for query, place, _ in rows if place < 0]
    ten = sum(0 <= place < 10 for _, place, _ in rows)
    took = [milliseconds for _, _, milliseconds in rows[1:]]
    late = sum(milliseconds > LATE for milliseconds in took)
    found = f"{len(rows) - len(missed)} of {len(rows)} ({ten} among the first ten), missed {missed}"
    answer = f"{statistics.median(took):.0f} ms, at most {max(took):.0f} ms, {late} later than {LATE} ms"
    return f"{lang}: found {found}\n{lang}: first query: {first}\n{lang}: answer with ten results: {answer}"


def main(words: Sequence[str] | None = None) -> None:
    """Prints a line for each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--chromium", default="chromium")
    given = parser.parse_args(words)
    with TemporaryDirectory() as folder, sync_playwright() as play:
        output = make(Path(folder), given.count)
        program = shutil.which(given.chromium)
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with serving(output) as address:
            for lang in QUERIES:
                print(measure(browser.new_page(), address, output, lang), flush=True)
        browser.close()
        print(f"after an edited text: {edit(Path(folder))}")


if __name__ == "__main__":
    main()
