"""Measures how soon a text saved at the desk stands on its page: ``.venv/bin/python -m benchmarks.desk [REPORTS]``.

A newsroom with so many reports (1,000) in three languages is laid out, ``serve`` runs over it, and one paragraph is
changed through the desk's own form, several times; the clock runs from the request to the page that shows the words,
which is asked for as a browser does: when the server says that it has built.
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

from plugins.desk.preview import EVENTS
from tests.site.newsroom import GROUND, ROOT, Newsroom, report

RUNS = 7
PAUSE = 1.0
"""Seconds between two saves, as of somebody who types."""
LANGUAGES = ("nl", "en")


def lay_out(root: Path, count: int) -> None:
    """A newsroom whose reports have three languages."""
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    newsroom = Newsroom(root).write(GROUND + "".join(report(f"bericht-{number}") for number in range(count)))
    for edition in (newsroom.root / "content/reports").glob("*/*/de.md"):
        for lang in LANGUAGES:
            edition.with_name(f"{lang}.md").write_bytes(edition.read_bytes())


def _saved(session: requests.Session, base: str, page: str, words: str) -> tuple[float, float]:
    """Milliseconds from a save to its answer, and to the page that shows it."""
    here = f"{base}/desk/reports/bericht-7/"
    form = session.get(here).text
    version = re.search(r'name="de:version" value="(\w+)"', form)
    body = re.search(r'name="de:body"[^>]*>\n(.*?)</textarea>', form, re.DOTALL)
    if version is None or body is None:
        raise LookupError("the form of the desk has no German text")
    sent = {"de:version": version[1], "de:body": f"{body[1].rstrip()}\n\n{words}\n"}
    with requests.get(f"{base}{EVENTS}", stream=True, timeout=60) as stream:
        events = (line for line in stream.iter_lines(1) if line == b"event: built")
        start = time.perf_counter()
        session.post(here, data=sent, headers={"Origin": base, "Accept": "application/json"}).raise_for_status()
        answered = time.perf_counter()
        while next(events) and words not in requests.get(page, timeout=60).text:
            pass
        return (answered - start) * 1000, (time.perf_counter() - start) * 1000


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
                times = []
                for run in range(RUNS):
                    time.sleep(PAUSE)
                    times.append(_saved(session, base, page, f"Nachtrag {run} am Hafen."))
            finally:
                process.terminate()
    for what, some in zip(("its answer", "its page"), zip(*times, strict=True), strict=True):
        low, middle, high = min(some), statistics.median(some), max(some)
        print(f"{count} reports: {middle:.0f} ms from a save to {what} (median of {RUNS}; {low:.0f} to {high:.0f})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
