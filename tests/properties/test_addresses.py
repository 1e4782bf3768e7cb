"""No published address is lost, whatever editors do between publications, unless they say that it is gone."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

import pytest

from plugins.cli.publish import publish as publish_task
from plugins.cli.rename import rename as rename_task
from plugins.newsroom.address_record import GONE, read_record
from tests.bootstrap.test_upgrade import NEW, OLD, write
from tests.site.newsroom import GROUND, ROOT, Newsroom, report
from tools.upgrade import upgrade

IDS = ("eins", "zwei", "drei")
ENGLISH = "-- content/reports/2024/{}/en.md --\n---\ntitle: One\nteaser: One.\n---\nText.\n"


class Editors:
    """A newsroom, everything that was ever published in it, and what may be done to it."""

    def __init__(self, root: Path, seed: int) -> None:
        self.newsroom = Newsroom(root)
        self.random = random.Random(seed)
        self.ever: set[str] = set()
        shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
        self.newsroom.write(GROUND.replace("[de, nl, en]", "[de, en]").replace("nl: ", "en: ", 0))
        for name in ("site", "people", "topics"):
            file = root / f"content/{name}.yaml"
            words = [line.replace(", nl: ", ", xx: ") for line in file.read_text("utf-8").splitlines()]
            cut = [line.partition(", xx: ")[0] + "," + line.partition(", xx: ")[2].partition(",")[2] for line in words]
            file.write_text("\n".join(c if ", xx: " in w else w for c, w in zip(cut, words, strict=True)), "utf-8")
        write(root, OLD)

    def folders(self) -> list[Path]:
        """The reports that are there."""
        return sorted((self.newsroom.root / "content/reports").glob("*/*"))

    def step(self) -> None:
        """One thing that somebody does."""
        folder = self.random.choice(self.folders()) if self.folders() else None
        ident = self.random.choice(IDS)
        what = self.random.choice(
            ("write", "english", "slug", "year", "draft", "topic", "rename", "delete", "move", "alias", "upgrade")
        )
        if what == "write" or folder is None:
            if ident not in {path.name for path in self.folders()}:
                self.newsroom.write(report(ident, topic=self.random.choice(("energie", "handel"))))
        elif what == "english":
            if (folder / "en.md").exists():
                (folder / "en.md").unlink()
            else:
                (folder / "en.md").write_text("---\ntitle: One\nteaser: One.\n---\nText.\n", "utf-8")
        elif what == "slug":
            text = (folder / "de.md").read_text("utf-8")
            lines = [line for line in text.split("\n") if not line.startswith("slug:")]
            lines.insert(1, f"slug: s{self.random.randrange(4)}-{folder.name}")
            (folder / "de.md").write_text("\n".join(lines), "utf-8")
        elif what == "year":
            year = self.random.choice(("2022", "2023", "2024"))
            facts = (folder / "report.yaml").read_text("utf-8")
            (folder / "report.yaml").write_text(facts.replace(f"date: {folder.parent.name}", f"date: {year}"), "utf-8")
            (folder.parent.parent / year).mkdir(exist_ok=True)
            if folder.parent.name != year:
                folder.rename(folder.parent.parent / year / folder.name)
        elif what in ("draft", "topic", "alias"):
            facts = (folder / "report.yaml").read_text("utf-8")
            changed = {
                "draft": facts.replace("published", "x").replace("draft", "published").replace("x", "draft"),
                "topic": facts.replace("[energie]", "[x]").replace("handel", "energie").replace("[x]", "[handel]"),
                "alias": facts if "aliases" in facts else f"{facts}aliases: [/alt/{folder.name}/]\n",
            }[what]
            (folder / "report.yaml").write_text(changed, "utf-8")
        elif what == "rename":
            self._rename(folder.name, f"{ident}-{self.random.randrange(3)}")
        elif what == "delete":
            shutil.rmtree(folder)
        elif what == "move":  # by hand, as people do
            if f"{ident}-hand" not in {path.name for path in self.folders()}:
                folder.rename(folder.with_name(f"{ident}-hand"))
        else:
            with tempfile.TemporaryDirectory() as new:
                assert upgrade(str(write(Path(new), NEW)), self.newsroom.root) == 0

    def _rename(self, old: str, new: str) -> None:
        root = self.newsroom.root
        rename_task(str(root / "content"), str(root / "translations"), old, new)

    def publish(self) -> bool:
        """Publishes; where an address is lost, somebody answers, and publishes again."""
        root = self.newsroom.root
        folders = [str(root / name) for name in ("content", "translations", "public", "cache")]
        if publish_task(*folders, 1) == 0:
            return True
        self._answer()
        return publish_task(*folders, 1) == 0

    def _answer(self) -> None:
        file = self.newsroom.root / "content/addresses.yaml"
        there = [
            path.name for path in self.folders() if "status: published" in (path / "report.yaml").read_text("utf-8")
        ]
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        answered = []
        for line in lines:
            address, _, owner = line.partition(": ")
            if owner.startswith("report:") and owner.removeprefix("report:") not in there:
                owner = self.random.choice([GONE, "/de/archive/", *(f"report:{name}" for name in there)])
                line = f"{address}: {owner}"
            answered.append(line)
        if lines:
            file.write_text("\n".join(answered) + "\n", "utf-8")

    def check(self) -> None:
        """The claim."""
        public = self.newsroom.root / "public"
        pages = {path.relative_to(public).as_posix() for path in public.rglob("*.html")}
        self.ever |= pages
        gone = {line.address for line in read_record(self.newsroom.root / "content")[0] if line.owner == GONE}
        lost = [path for path in self.ever - pages if f"/{path.removesuffix('index.html')}" not in gone]
        assert lost == []


def run(root: Path, seed: int) -> int:
    """One sequence; how many publications there were."""
    editors, count = Editors(root, seed), 0
    editors.newsroom.write(report("eins"))
    for _ in range(4):
        if editors.publish():
            editors.check()
            count += 1
        for _ in range(editors.random.randrange(1, 4)):
            editors.step()
    return count


@pytest.mark.parametrize("seed", range(6))
def test_no_published_address_is_lost(tmp_path: Path, seed: int) -> None:
    """In a sequence of edits, renamings, upgrades and publications."""
    assert run(tmp_path, seed) > 0


@pytest.mark.nightly
@pytest.mark.parametrize("hundred", range(10))
def test_no_published_address_is_lost_in_a_thousand_sequences(hundred: int) -> None:
    """The same at length."""
    for seed in range(hundred * 100, hundred * 100 + 100):
        with tempfile.TemporaryDirectory() as folder:
            assert run(Path(folder), seed) > 0
