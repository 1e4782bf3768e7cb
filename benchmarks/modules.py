"""How much of the program one report takes: modules whose functions run, and files that are opened, in a first build.

.venv/bin/python -m benchmarks.modules
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
import tempfile
from pathlib import Path
from types import FrameType

from benchmarks.layouts import write_corpus

ROOT = Path(__file__).parents[1]
_TO_OTHERS = re.compile(r"\[([^\]]*)\]\(report:[^)]*\)")


def main() -> int:
    """Counts and prints."""
    modules: set[str] = set()
    opened: set[str] = set()
    own = str(ROOT / "plugins")

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(own) and frame.f_code.co_name != "<module>":
            modules.add(frame.f_code.co_filename.removeprefix(f"{own}/"))

    def hear(event: str, args: tuple[object, ...]) -> None:
        if event == "open" and isinstance(args[0], str):
            opened.add(args[0])

    from plugins.build.build import build
    from plugins.build.config import Config
    from plugins.build.console import Console

    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write_corpus(site, "dreiklang", 20)
        first, *others = sorted(site.glob("content/reports/*/*"))
        for other in others:
            shutil.rmtree(other)
        for edition in first.glob("*.md"):
            edition.write_text(_TO_OTHERS.sub(r"\1", edition.read_text("utf-8")), "utf-8")
        config = Config(
            content=site / "content",
            translations=ROOT / "translations",
            theme=ROOT / "theme",
            output=site / "output",
            cache=site / "cache",
            now=dt.datetime(2100, 1, 1, tzinfo=dt.UTC),
            jobs=1,
        )
        sys.addaudithook(hear)
        sys.setprofile(look)
        build(config, Console(quiet=True))
        sys.setprofile(None)
        read = {path for path in opened if path.startswith(str(site / "content"))}
    rooms: dict[str, int] = {}
    for module in modules:
        room = module.partition("/")[0]
        rooms[room] = rooms.get(room, 0) + 1
    print(f"{len(modules)} modules of {sum(1 for _ in (ROOT / 'plugins').rglob('*.py'))} run: ", end="")
    print(", ".join(f"{room} {count}" for room, count in sorted(rooms.items())))
    print(f"{len(read)} files of content are opened, {len(opened)} files in all, compiled modules among them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
