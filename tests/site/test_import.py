"""``import`` at the keyboard: what is shown, what is written, how it ends."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from plugins.cli.import_source import ImportWish, import_source
from plugins.newsroom.load import load
from tests.unit.importing.documents import jpeg, word
from tests.unit.importing.test_docx import release, tracked
from tests.unit.importing.test_gallery import COPIED, PAGE
from tests.unit.importing.test_write import content as content


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sources lie."""
    return tmp_path_factory.mktemp("sources")


def written(folder: Path, name: str, data: bytes) -> str:
    """A source on disk."""
    (folder / name).write_bytes(data)
    return str(folder / name)


def test_a_device_is_a_sentence(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is read of it, nor of a pipe: they may never end."""
    assert import_source(str(content), ImportWish(os.devnull)) == 1
    assert capsys.readouterr().err.startswith(f"{os.devnull}: not a file, but a pipe or a device")


def test_more_than_half_a_gigabyte_is_a_sentence(
    content: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before it is read."""
    with (folder / "kai.docx").open("wb") as file:
        file.truncate(2 << 30)
    assert import_source(str(content), ImportWish(str(folder / "kai.docx"))) == 1
    assert "2,147 MB, more than a text with its pictures has" in capsys.readouterr().err


def test_a_word_file_becomes_a_draft(content: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With everything that was found, beside its source."""
    assert import_source(str(content), ImportWish(written(folder, "kai.docx", word(release)))) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("kai.docx (Word): 16 things taken, 1 dropped, 1 to decide.")
    assert (
        "  embargo: 2024-05-02T10:00\n      embargo-2 | header of the page: Sperrfrist: 2. Mai 2024, 10 Uhr\n" in shown
    )
    assert f"  {content}/reports/2024/kai-7-ist-eroeffnet/de.md" in shown
    assert load(content, lenient=True).newsroom is not None


def test_a_plan_writes_nothing(content: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says the same."""
    before = sorted(content.rglob("*"))
    assert import_source(str(content), ImportWish(written(folder, "kai.docx", word(release)), plan=True)) == 0
    assert sorted(content.rglob("*")) == before
    assert "taken" in capsys.readouterr().out


def test_what_has_to_be_decided_is_asked(content: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, the question, and how to answer it; then it goes through."""
    source = written(folder, "kai.docx", word(tracked))
    assert import_source(str(content), ImportWish(source)) == 1
    shown = capsys.readouterr()
    assert "changes=accept: as it reads with all changes accepted" in shown.out
    assert "vertrauliche" not in shown.out + shown.err
    assert "fix: Answer in the desk, or with --answer (for example changes=accept)." in shown.err
    assert import_source(str(content), ImportWish(source, "kai", answers=("changes=accept",))) == 0


def test_pasted_text_with_a_folder_of_pictures(content: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pictures by the names that were shown."""
    written(folder, "picture-1.jpg", jpeg())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(COPIED.encode())))
    assert import_source(str(content), ImportWish("-", "kai", pictures=str(folder))) == 0
    report = (content / "reports").glob("*/kai/report.yaml")
    text = next(report).read_text("utf-8")
    assert "photos:\n  - file: picture-1.jpg\n    credit: Hafenamt Nordhafen | Muster\n" in text
    assert "#   - file: picture-2.jpg" in text


def test_a_saved_page_with_the_pictures_beside_it(content: Path, folder: Path) -> None:
    """From its folder, and from nowhere above it."""
    written(folder, "gross.jpg", jpeg())
    (folder.parent / "geheim.jpg").write_bytes(jpeg("red"))
    page = PAGE.replace("</main>", '<p>Ende des Tages.</p><img src="../geheim.jpg"><p>Am Wasser.</p></main>')
    assert import_source(str(content), ImportWish(written(folder, "kai.html", page.encode()), "kai")) == 0
    photos = next((content / "reports").glob("*/kai/photos"))
    assert [path.name for path in photos.iterdir()] == ["gross.jpg"]


def test_a_corrected_file(content: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Shown, then accepted; the facts stay."""
    assert import_source(str(content), ImportWish(written(folder, "kai.docx", word(release)), "kai")) == 0
    facts = (content / "reports/2024/kai/report.yaml").read_bytes()

    def corrected(document: object) -> None:
        release(document)
        for paragraph in document.paragraphs:  # type: ignore[attr-defined]
            if paragraph.text.startswith("Es kamen dreihundert"):
                paragraph.runs[0].text = "Es kamen vierhundert Gäste zu dem Fest am Wasser."

    source = written(folder, "neu.docx", word(corrected))
    capsys.readouterr()
    assert import_source(str(content), ImportWish(source, into="kai")) == 0
    shown = capsys.readouterr().out
    assert "1 difference in" in shown
    assert "vierhundert" not in (content / "reports/2024/kai/de.md").read_text("utf-8")
    assert import_source(str(content), ImportWish(source, into="kai", answers=("accept=all",))) == 0
    assert "Es kamen vierhundert Gäste" in (content / "reports/2024/kai/de.md").read_text("utf-8")
    assert (content / "reports/2024/kai/report.yaml").read_bytes() == facts


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [("kai.pdf", b"%PDF-1.7", 1, "found: a PDF"), ("kai.docx", b"PK\x03\x04", 1, "found: a document that is damaged")],
)
def test_bad_input_ends_with_a_sentence(
    content: Path, folder: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, code: int, said: str
) -> None:
    """Found, expected, how to fix it."""
    assert import_source(str(content), ImportWish(written(folder, name, data))) == code
    shown = capsys.readouterr().err
    assert said in shown
    assert "\n  fix: " in shown


def test_files_that_are_not_there_and_answers_that_are_none(
    content: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence each."""
    assert import_source(str(content), ImportWish(str(folder / "weg.docx"))) == 1
    assert "No such file" in capsys.readouterr().err
    assert import_source(str(content), ImportWish("-", answers=("teaser",))) == 2
    assert "KEY=VALUE" in capsys.readouterr().err
    assert import_source(str(folder / "leer"), ImportWish("-")) == 2
