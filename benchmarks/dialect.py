"""What reading Markdown as people type it costs in a cold build: python3 -m benchmarks.dialect [REPORTS].

The dialect's step and the proof of conservation are timed inside a cold build of made-up reports in one process:
processor time, best of three builds.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.markup import text
from plugins.build.build import build
from plugins.build.config import Config, read_clock
from plugins.build.console import Console
from plugins.markup import convert

ROOT = Path(__file__).resolve().parents[1]
SITE = """\
name: Redaktion
url: https://newsroom.example
languages: [de]
timezone: Europe/Berlin
publisher: {name: Verlag, email: post@newsroom.example}
press_contacts: [erika]
"""


class Timed:
    """A function whose processor time is added up."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self._work = work
        self.seconds = 0.0

    def __call__(self, *arguments: Any) -> Any:
        """Calls the function."""
        start = time.process_time()
        try:
            return self._work(*arguments)
        finally:
            self.seconds += time.process_time() - start


def write(content: Path, reports: int) -> None:
    """A newsroom of so many reports of 350 to 700 words, without pictures: those would make the share smaller."""
    chance = random.Random(1)
    content.mkdir(parents=True)
    (content / "site.yaml").write_text(SITE, "utf-8")
    (content / "people.yaml").write_text("erika:\n  name: Erika Muster\n  email: erika@newsroom.example\n", "utf-8")
    (content / "topics.yaml").write_text("handel:\n  de: Handel\n", "utf-8")
    for number in range(reports):
        folder = content / f"reports/2024/report-{number}"
        folder.mkdir(parents=True)
        facts = "date: 2024-05-02\nsource_language: de\ntopics: [handel]\nstatus: published\n"
        (folder / "report.yaml").write_text(facts, "utf-8")
        body = text(chance).split("[Mehr dazu]")[0]
        (folder / "de.md").write_text(f"---\ntitle: Bericht {number}\nteaser: Kurz.\n---\n{body}\n", "utf-8")


def measured(home: Path) -> tuple[float, float, float]:
    """Processor seconds of (the build, the step, the proof)."""
    step, proof = Timed(convert.plain_markdown), Timed(convert.losses)
    before = convert.plain_markdown, convert.losses
    convert.plain_markdown, convert.losses = step, proof
    folders = {name: home / name for name in ("content", "translations", "output", "cache")}
    for name in ("output", "cache"):
        shutil.rmtree(folders[name], ignore_errors=True)
    start = time.process_time()
    try:
        config = Config(**folders, theme=ROOT / "theme", now=read_clock(), jobs=1)
        build(config, Console(quiet=True))
    finally:
        convert.plain_markdown, convert.losses = before
    return time.process_time() - start, step.seconds, proof.seconds


def main(reports: str = "300") -> None:
    """Prints the shares."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write(home / "content", int(reports))
        shutil.copytree(ROOT / "translations/ui", home / "translations/ui")
        whole, step, proof = min(measured(home) for _ in range(3))
    print(f"cold build of {reports} reports: {whole:.2f} s of processor time")
    print(f"step {step:.3f} s ({100 * step / whole:.1f} %), proof {proof:.3f} s ({100 * proof / whole:.1f} %)")


if __name__ == "__main__":
    main(*sys.argv[1:])
