"""``python3 -m benchmarks.preview 1000``: from saving a file to the new bytes being served, beside ``hugo server``.

Both watch their files and answer over loopback. Each edit is saved, and the report's page asked for again and again
until the edit stands in it.
"""

from __future__ import annotations

import argparse
import html
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from benchmarks.bench import WORK, gather
from benchmarks.corpus import rounded
from benchmarks.edits import EDITS, Subject, files
from benchmarks.measure import BuildError, measure
from benchmarks.peers import OURS, PEERS
from benchmarks.tool import Tool

SCENARIOS = ("body", "title", "person")
PATIENCE = 120.0
"""Seconds to wait for a server, or for an edit to be served."""
SETTLED = 2.0
"""Seconds in which a server does what an edit has left to be done."""
PAUSE = 0.005
"""Seconds between two questions."""


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def command_of(tool: Tool, port: int) -> tuple[str, ...]:
    """Serves the site of a tool, as its users would."""
    if tool.name == "hugo":
        site = tool.command[: tool.command.index("build")]
        return (*site, "server", "--port", str(port), "--cacheDir", str(tool.caches[0]), "--noBuildLock", "--quiet")
    words = tool.command
    places = [f"--{name}={words[words.index(f'--{name}') + 1]}" for name in ("content", "translations", "cache")]
    return (*words[: words.index("build")], "serve", f"--port={port}", *places)


def page_path(tool: Tool, subject: Subject) -> str:
    """The path of the report's German page. Raises ``BuildError`` where it is not there."""
    for path in sorted(tool.output.rglob(f"{subject.facts.name}/index.html")):
        place = path.parent.relative_to(tool.output)
        if not {"nl", "en"} & set(place.parts):
            return f"/{place.as_posix()}/"
    raise BuildError(f"{tool.name} wrote no page of {subject.facts.name} in German")


def asked(address: str) -> str:
    """What is served there now; nothing where nobody answers yet, or the page is being made."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return html.unescape(answer.read().decode("utf-8"))
    except (OSError, http.client.HTTPException):
        return ""


def seconds_until(address: str, expected: str) -> float:
    """How long it takes until something is served. Raises ``BuildError`` where it never is."""
    start = time.perf_counter()
    while expected not in asked(address):
        if time.perf_counter() - start > PATIENCE:
            raise BuildError(f"{address} lacks “{expected}” after {PATIENCE:.0f} s")
        time.sleep(PAUSE)
    return time.perf_counter() - start


@contextmanager
def server(tool: Tool, port: int) -> Iterator[None]:
    """The tool's server, ended at the end."""
    environment = {**os.environ, **dict(tool.environment)}
    process = subprocess.Popen(
        command_of(tool, port),
        cwd=tool.root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def measured(tool: Tool, subject: Subject, runs: int) -> dict[str, list[float]]:
    """Seconds from saving to serving, by edit."""
    measure(tool.command, tool.root, dict(tool.environment))
    path, found = page_path(tool, subject), defaultdict[str, list[float]](list)
    shutil.rmtree(tool.output)
    before = {file: file.read_bytes() for file in files(tool, subject)}
    for run in range(1, runs + 1):
        port = free_port()
        address = f"http://127.0.0.1:{port}{path}"
        with server(tool, port):
            seconds_until(address, subject.text.title)
            for name in SCENARIOS:
                time.sleep(SETTLED)
                expected = EDITS[name](tool, subject, run)
                found[name].append(seconds_until(address, expected))
        for file, text in before.items():
            file.write_bytes(text)
    return found


def table(figures: Mapping[str, Mapping[str, Sequence[float]]]) -> str:
    """Medians in milliseconds, and ours beside Hugo's."""
    lines = ["| | " + " | ".join(SCENARIOS) + " |", "|---|" + "--:|" * len(SCENARIOS)]
    middle = {tool: {name: statistics.median(some) for name, some in each.items()} for tool, each in figures.items()}
    for tool, each in middle.items():
        lines.append(f"| {tool}, ms | " + " | ".join(f"{each[name] * 1000:.0f}" for name in SCENARIOS) + " |")
    for tool in (tool for tool in middle if tool in OURS and "hugo" in middle):
        ratios = (middle[tool][name] / middle["hugo"][name] for name in SCENARIOS)
        lines.append(f"| {tool} ÷ hugo | " + " | ".join(f"{ratio:.2f}" for ratio in ratios) + " |")
    return "\n".join(lines)


def main(words: Sequence[str]) -> int:
    """Measures and prints; 1 where a tool could not be measured."""
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks.preview", description=__doc__)
    parser.add_argument("reports", type=int)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args(words)
    count = rounded(given.reports)
    subject = Subject(count)
    tools, missing = gather({**OURS, "hugo": PEERS["hugo"]}, WORK, count)
    figures = {}
    for tool in tools:
        try:
            figures[tool.name] = measured(tool, subject, given.runs)
        except (BuildError, LookupError) as error:
            missing[tool.name] = str(error)
    print(table(figures))
    for name, why in missing.items():
        print(f"{name} is left out: {why}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
