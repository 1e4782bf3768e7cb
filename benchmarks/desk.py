"""Measures how soon a text saved at the desk stands on its page: ``.venv/bin/python -m benchmarks.desk [REPORTS]``.

A newsroom with so many reports (1,000) in three languages is laid out, ``serve`` runs over it, and one paragraph is
changed through the desk's own form, several times; the clock runs from the request to the page that shows the words.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests

from tests.site.newsroom import GROUND, ROOT, Newsroom, report

RUNS = 7
LANGUAGES = ("nl", "en")


def lay_out(root: Path, count: int) -> None:
    """A newsroom whose reports have three languages."""
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    newsroom = Newsroom(root).write(GROUND + "".join(report(f"bericht-{number}") for number in range(count)))
    for edition in (newsroom.root / "content/reports").glob("*/*/de.md"):
        for lang in LANGUAGES:
            edition.with_name(f"{lang}.md").write_bytes(edition.read_bytes())


def _saved(session: requests.Session, base: str, page: str, words: str) -> float:
    """Milliseconds from a save to the page that shows it."""
    here = f"{base}/desk/reports/bericht-7/"
    form = session.get(here).text
    version = re.search(r'name="de:version" value="(\w+)"', form)
    body = re.search(r'name="de:body"[^>]*>\n(.*?)</textarea>', form, re.DOTALL)
    if version is None or body is None:
        raise LookupError("the form of the desk has no German text")
    sent = {"de:version": version[1], "de:body": f"{body[1].rstrip()}\n\n{words}\n"}
    start = time.perf_counter()
    session.post(here, data=sent, headers={"Origin": base, "Accept": "application/json"}).raise_for_status()
    while words not in requests.get(page, timeout=60).text:
        time.sleep(0.005)
    return (time.perf_counter() - start) * 1000


def main(count: int = 1000) -> int:
    """Prints the median, the best and the worst."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "newsroom"
        lay_out(root, count)
        environment = {**os.environ, "DREIKLANG_ENVIRONMENT": "current", "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, str(ROOT / "tasks.py"), "serve", "--port", "0"]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, env=environment) as process:
            try:
                lines = (re.findall(r"http://127\.0\.0\.1:\S+", line) for line in process.stdout or ())
                site, desk = (found[0] for found in (next(filter(None, lines)), next(filter(None, lines))))
                session, base = requests.Session(), site.rstrip("/")
                session.get(desk)
                page = f"{base}/de/2024/bericht-7/"
                times = [_saved(session, base, page, f"Nachtrag {run} am Hafen.") for run in range(RUNS)]
            finally:
                process.terminate()
    low, middle, high = min(times), statistics.median(times), max(times)
    print(f"{count} reports: {middle:.0f} ms from save to page (median of {RUNS}; {low:.0f} to {high:.0f})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
