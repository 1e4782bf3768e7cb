"""No published address is lost, whatever editors do between publications, unless they say that it is gone."""

from __future__ import annotations

import functools
import random
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.build import assets
from plugins.cache.code import code_digest
from plugins.cli.publish import publish as publish_task
from plugins.cli.rename import rename as rename_task
from plugins.newsroom.address_record import GONE, read_record
from tests.bootstrap.test_upgrade import NEW, OLD, write
from tests.site.newsroom import GROUND, ROOT, Newsroom, report
from tools.upgrade import upgrade

IDS = ("eins", "zwei", "drei")
ENGLISH = "---\ntitle: One\nteaser: One.\n---\nText.\n"
BILINGUAL = re.sub(r", nl: [\w ]+", "", GROUND).replace("[de, nl, en]", "[de, en]")
GERMAN = re.sub(r", en: [\w ]+", "", BILINGUAL).replace("[de, en]", "[de]")
REFRESH = re.compile(rb'http-equiv="refresh" content="0; url=([^"#]+)')


class Editors:
    """A newsroom, everything that was ever published in it, and what may be done to it."""

    def __init__(self, root: Path, other_version: Path) -> None:
        self.newsroom = Newsroom(root)
        self.other_version = other_version
        self.random = random.Random(0)
        self.ever: set[str] = set()

    def folders(self) -> list[Path]:
        """The reports that are there."""
        return sorted((self.newsroom.root / "content/reports").glob("*/*"))

    def step(self) -> None:
        """One thing that somebody does."""
        folders = self.folders()
        if not folders:
            self.write()
            return
        folder = self.random.choice(folders)
        common = (self.write, self.languages, self.page, self.upgrade)
        of_report = (
            self.english, self.slug, self.year, self.draft, self.topic, self.author, self.alias,
            self.rename, self.delete, self.move,
        )  # fmt: skip
        chosen = self.random.randrange(len(common) + len(of_report))
        if chosen < len(common):
            common[chosen]()
        else:
            of_report[chosen - len(common)](folder)

    def write(self) -> None:
        """A new report."""
        ident = self.random.choice(IDS)
        if ident not in {path.name for path in self.folders()}:
            self.newsroom.write(report(ident, topic=self.random.choice(("energie", "handel"))))

    def languages(self) -> None:
        """A language is taken out of the newsroom, with its texts; or comes back."""
        site = (self.newsroom.root / "content/site.yaml").read_text("utf-8")
        if "[de, en]" in site:
            for text in (self.newsroom.root / "content").rglob("en.md"):
                text.unlink()
        self.newsroom.write(GERMAN if "[de, en]" in site else BILINGUAL)

    def page(self) -> None:
        """A static page is written, or deleted."""
        folder = self.newsroom.root / "content/pages/impressum"
        if folder.exists():
            shutil.rmtree(folder)
        else:
            self.newsroom.put("content/pages/impressum/page.yaml", b"source_language: de\n")
            self.newsroom.put("content/pages/impressum/de.md", b"---\ntitle: Impressum\n---\nText.\n")

    def upgrade(self) -> None:
        """The program is brought to another version."""
        assert upgrade(str(self.other_version), self.newsroom.root) == 0

    def english(self, folder: Path) -> None:
        """A translation is written, or deleted."""
        if (folder / "en.md").exists():
            (folder / "en.md").unlink()
        elif "[de, en]" in (self.newsroom.root / "content/site.yaml").read_text("utf-8"):
            (folder / "en.md").write_text(ENGLISH, "utf-8")

    def slug(self, folder: Path) -> None:
        """Another address."""
        lines = [line for line in (folder / "de.md").read_text("utf-8").split("\n") if not line.startswith("slug:")]
        lines.insert(1, f"slug: s{self.random.randrange(4)}-{folder.name}")
        (folder / "de.md").write_text("\n".join(lines), "utf-8")

    def year(self, folder: Path) -> None:
        """Another date, and the folder moved by hand to its year."""
        year = self.random.choice(("2022", "2023", "2024"))
        self._facts(folder, f"date: {folder.parent.name}", f"date: {year}")
        (folder.parent.parent / year).mkdir(exist_ok=True)
        if folder.parent.name != year:
            folder.rename(folder.parent.parent / year / folder.name)

    def draft(self, folder: Path) -> None:
        """Taken back, or published again."""
        is_draft = "status: draft" in (folder / "report.yaml").read_text("utf-8")
        self._facts(folder, *(("draft", "published") if is_draft else ("published", "draft")))

    def topic(self, folder: Path) -> None:
        """Filed under another topic; that of before may have no report left."""
        is_energy = "energie" in (folder / "report.yaml").read_text("utf-8")
        self._facts(folder, *(("[energie]", "[handel]") if is_energy else ("[handel]", "[energie]")))

    def author(self, folder: Path) -> None:
        """By somebody else; that of before may have no report left."""
        is_hans = "[hans]" in (folder / "report.yaml").read_text("utf-8")
        self._facts(folder, *(("[hans]", "[erika]") if is_hans else ("[erika]", "[hans]")))

    def alias(self, folder: Path) -> None:
        """An address of an older site."""
        facts = (folder / "report.yaml").read_text("utf-8")
        if "aliases" not in facts:
            (folder / "report.yaml").write_text(f"{facts}aliases: [/alt/{folder.name}/]\n", "utf-8")

    def rename(self, folder: Path) -> None:
        """By the task."""
        root = self.newsroom.root
        new = f"{self.random.choice(IDS)}-{self.random.randrange(3)}"
        rename_task(str(root / "content"), str(root / "translations"), folder.name, new)

    def delete(self, folder: Path) -> None:
        """Without a word."""
        shutil.rmtree(folder)

    def move(self, folder: Path) -> None:
        """Renamed by hand, as people do."""
        new = f"{self.random.choice(IDS)}-hand"
        if new not in {path.name for path in self.folders()}:
            folder.rename(folder.with_name(new))

    def _facts(self, folder: Path, old: str, new: str) -> None:
        file = folder / "report.yaml"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

    def publish(self) -> bool:
        """Publishes; where an address is lost, somebody answers, and publishes again."""
        folders = self.newsroom.folders("public")
        if publish_task(*folders, 1) == 0:
            return True
        self._answer()
        return publish_task(*folders, 1) == 0

    def _answer(self) -> None:
        """Says of each report and page that is no more what shall answer: another one, a list, or nothing."""
        root = self.newsroom.root
        file = root / "content/addresses.yaml"
        facts = [(path.name, (path / "report.yaml").read_text("utf-8")) for path in self.folders()]
        there = [f"report:{name}" for name, text in facts if "status: published" in text]
        there += ["page:impressum"] if (root / "content/pages/impressum").exists() else []
        answered = []
        for line in file.read_text("utf-8").splitlines():
            address, _, owner = line.partition(": ")
            is_lost = owner.startswith(("report:", "page:")) and owner not in there
            answered.append(f"{address}: {self.random.choice([GONE, '/de/archive/', *there])}" if is_lost else line)
        file.write_text("\n".join(answered) + "\n", "utf-8")

    def check(self) -> None:
        """The claim: each page that ever was is there, or leads to one that is, unless somebody said that it is gone."""
        public = self.newsroom.root / "public"
        pages = {path.relative_to(public).as_posix(): path for path in public.rglob("*.html")}
        self.ever |= pages.keys()
        gone = {line.address for line in read_record(self.newsroom.root / "content")[0] if line.owner == GONE}
        lost = [path for path in self.ever - pages.keys() if f"/{path.removesuffix('index.html')}" not in gone]
        assert lost == []
        for path in pages.values():
            leads = REFRESH.search(path.read_bytes())
            assert leads is None or f"{leads[1].decode().strip('/')}/index.html" in pages, (path, leads)


class Beginning:
    """A newsroom that has just been published, from which each sequence starts, in the same place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.editors = Editors(folder / "newsroom", write(folder / "other", NEW))
        root = self.editors.newsroom.root
        shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
        self.editors.newsroom.write(BILINGUAL + report("eins"))
        write(root, OLD)
        assert self.editors.publish()
        self.editors.check()
        self.ever = frozenset(self.editors.ever)
        shutil.copytree(root, folder / "begun")

    def run(self, seed: int) -> int:
        """One sequence; how many publications there were after the first."""
        editors, root = self.editors, self.editors.newsroom.root
        shutil.rmtree(root)
        shutil.copytree(self.folder / "begun", root)
        editors.random, editors.ever = random.Random(seed), set(self.ever)
        count = 0
        for _ in range(3):
            for _ in range(editors.random.randrange(1, 4)):
                editors.step()
            if editors.publish():
                editors.check()
                count += 1
        return count


@contextmanager
def unchanging_program() -> Iterator[None]:
    """The digest of the program's own files, which nobody edits meanwhile, is taken once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "code_digest", functools.cache(code_digest))
        yield


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beginning]:
    """Made once for all sequences."""
    with unchanging_program():
        yield Beginning(tmp_path_factory.mktemp("sequences"))


@pytest.mark.parametrize("seed", range(6))
def test_no_published_address_is_lost(beginning: Beginning, seed: int) -> None:
    """In a sequence of edits, renamings, upgrades and publications."""
    assert beginning.run(seed) > 0


@pytest.mark.nightly
@pytest.mark.parametrize("hundred", range(10))
def test_no_published_address_is_lost_in_a_thousand_sequences(beginning: Beginning, hundred: int) -> None:
    """The same at length."""
    count = sum(beginning.run(seed) for seed in range(hundred * 100, hundred * 100 + 100))
    assert count > 200
