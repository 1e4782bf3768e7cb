"""Everything of a report in one archive: text, PDF, pictures in full size, their credits and terms."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from plugins.newsroom.counting import count
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import ContentError, Problem
from plugins.newsroom.slug import make_slug
from plugins.pages.embargo import PREFIX
from plugins.pages.entry import Entry, Shot
from plugins.pages.funding import funded
from plugins.pages.outputs.context import OutputContext
from plugins.pages.parts import FundingView, PictureView
from plugins.pages.press.credits import KitPicture, credits_table, credits_text

LARGEST = 500_000_000
"""Bytes of a kit at most: more does not come through the mail gateways and desks it is made for."""
_NAME = 100
"""Signs of a file's name at most, without its ending."""
_LOCAL, _CENTRAL, _END = 30, 46, 22
"""Bytes of an archive's headers (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16), without names."""
_MODE = 0o100644 << 16
_EARLIEST = (1980, 1, 1, 0, 0, 0)

File = tuple[str, "bytes | Path"]
"""(name in the kit, its bytes or where they stand)."""


def kit_files(context: OutputContext, entry: Entry, lang: Lang, text: bytes, paper: bytes | None) -> tuple[File, ...]:
    """What a kit consists of, in the order in which it is unpacked. Raises ``ContentError`` for one too large."""
    files = tuple(_files(context, entry, lang, text, paper))
    size = size_of(files)
    if size > LARGEST:
        raise ContentError((_too_large(context, entry, lang, size),))
    return files


def _files(context: OutputContext, entry: Entry, lang: Lang, text: bytes, paper: bytes | None) -> Iterator[File]:
    language, report = context.renderer.languages[lang], entry.report
    t, stem, embargo = language.labels, f"{report.id}-{lang}", language.embargo(report)
    stem = PREFIX + stem if embargo else stem
    yield f"{stem}/{stem}.txt", text
    if paper is not None:
        yield f"{stem}/{stem}.pdf", paper
    pictures = []
    for number, shot in enumerate(entry.shots, 1):
        figure = language.figure(report, shot)
        address, width, height = largest(shot.view)
        name = picture_name(report.id, number, shot, figure.credit)
        pictures.append(KitPicture(name, figure, width, height))
        yield f"{stem}/{name}", Path(context.renderer.setting.output, context.urls.file(address))
    if pictures:
        edition = language.edition(report)
        base = t.text("picture-credits")
        yield f"{stem}/{base}.txt", credits_text(edition.title, tuple(pictures), t, embargo)
        yield f"{stem}/{base}.csv", credits_table(tuple(pictures), t, lang, embargo)
    for name, address in _marks(funded(language, report)).items():
        yield f"{stem}/{name}", Path(context.renderer.setting.output, context.urls.file(address))


def _marks(projects: Iterable[FundingView]) -> dict[str, str]:
    """Name -> address of the emblem and logos that stand beside the statement wherever the report is printed."""
    found: dict[str, str] = {}
    for one in projects:
        found |= {"eu-emblem.svg": one.emblem} if one.emblem else {}
        found |= {f"logo-{one.id}{PurePosixPath(one.logo).suffix}": one.logo} if one.logo else {}
    return found


def largest(view: PictureView) -> tuple[str, int, int]:
    """(address, width, height) of the largest rendition there is: that of journalists, with all that is known in it."""
    if view.press_url:
        return view.press_url, view.press_width, view.press_height
    if view.large_url:
        return view.large_url, view.large_width, view.large_height
    return view.src, view.width, view.height


def picture_name(ident: str, number: int, shot: Shot, credit: str) -> str:
    """A name that tells a picture desk whose it is and where it belongs, in signs that every system has."""
    stem = make_slug(Path(shot.file).stem) or "picture"
    return f"{'_'.join(filter(None, (ident, f'{number:02}', stem, make_slug(credit))))[:_NAME].rstrip('-_')}.jpg"


def size_of(files: Iterable[File]) -> int:
    """Bytes of the archive of these files, without putting it together: nothing in it is compressed."""
    total = _END
    for name, content in files:
        length = len(content) if isinstance(content, bytes) else content.stat().st_size
        total += _LOCAL + _CENTRAL + 2 * len(name.encode()) + length
    return total


def archive(files: Iterable[File], moment: dt.datetime) -> bytes:
    """The archive: the same bytes for the same files and moment of publication.

    Pictures and PDFs cannot be made smaller; so nothing is compressed, and any version of zlib gives the same.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as kit:
        for name, content in files:
            info = zipfile.ZipInfo(name, max(moment.timetuple()[:6], _EARLIEST))
            info.create_system, info.external_attr = 3, _MODE
            kit.writestr(info, content if isinstance(content, bytes) else content.read_bytes())
    return out.getvalue()


def _too_large(context: OutputContext, entry: Entry, lang: Lang, size: int) -> Problem:
    address = context.urls.report(entry.report, lang)
    return Problem(
        f"output/{context.urls.file(address).removesuffix('index.html')}press-kit.zip",
        0,
        0,
        "kit-too-large",
        f"a press kit of {size // 1_000_000} MB ({count(len(entry.shots), 'picture')})",
        f"{LARGEST // 1_000_000} MB at most",
        f"Take pictures out of {entry.report.path}, or spread them over several reports.",
    )
