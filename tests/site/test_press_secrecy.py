"""What readers may not see yet leaves no trace in any text, PDF or kit."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from tests.site.newsroom import GROUND, Newsroom, jpeg, report
from tests.site.test_secrecy import secret

PRESS = GROUND.replace("-- content/people.yaml", "press: {kit: true, pdf: true, text: true}\n-- content/people.yaml")


def readable(path: str, data: bytes) -> Iterator[str]:
    """Everything that can be read in a file, also inside of archives and documents."""
    yield path
    yield data.decode("latin-1")
    yield data.decode("utf-8", "replace")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as kit:
            for name in kit.namelist():
                yield from readable(name, kit.read(name))
    if data.startswith(b"%PDF"):
        document = PdfReader(io.BytesIO(data))
        yield str(document.metadata)
        yield " ".join(page.extract_text() for page in document.pages)
        for number in range(1, len(document.xref[0]) + 1):
            thing = document.get_object(number)
            yield str(thing)
            if isinstance(thing, StreamObject):
                yield thing.get_data().decode("latin-1")


@pytest.mark.parametrize(
    ("more", "status"),
    [("", "draft"), ("embargo: 2026-03-01T14:00+01:00", "published"), ("withdrawn: {date: 2025-01-01}", "withdrawn")],
    ids=["draft", "embargo", "withdrawn"],
)
def test_a_secret_report_leaves_no_trace(newsroom: Newsroom, more: str, status: str) -> None:
    """Not in another report's files either, which links to it and comes after it."""
    newsroom.put("content/reports/2024/kanari-bericht/photos/kanari.jpg", jpeg())
    text = secret(more, status).replace("aliases: [/alt/kanari-alias/]\n", "")
    link = "Mehr [dazu](report:kanari-bericht)."
    newsroom.write(PRESS + text + report("offen", body=link)).build()
    files = {p: d for p, d in newsroom.output().items() if p.endswith((".txt", ".pdf", ".zip"))}
    assert {"de/2024/offen/report.txt", "de/2024/offen/report.pdf", "de/2024/offen/press-kit.zip"} <= files.keys()
    mark = "kanari.jpg" if status == "withdrawn" else "kanari"
    assert [p for p, d in files.items() if any(mark in text.lower() for text in readable(p, d))] == []


def test_the_check_finds_what_it_looks_for(newsroom: Newsroom) -> None:
    """The same report, once it may be seen, stands in all three."""
    newsroom.put("content/reports/2024/kanari-bericht/photos/kanari.jpg", jpeg())
    newsroom.write(PRESS + secret("")).build()
    files = {p: d for p, d in newsroom.output().items() if p.endswith(("report.txt", "report.pdf", "press-kit.zip"))}
    assert len(files) == 3
    for path, data in files.items():
        assert any("zwitscherkanari" in text.lower() for text in list(readable(path, data))[1:]), path
