"""Old addresses: what was published once and has no page of its own now leads on to what stands for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from plugins.newsroom.address_record import GONE, LIST, PAGE, REPORT, PublishedAddress
from plugins.newsroom.model import Lang
from plugins.newsroom.record import record
from plugins.pages.index import Index
from plugins.pages.urls import Urls


@record
class Moved:
    """An old address, and where it leads."""

    address: str
    """As it follows the newsroom's own address."""
    lang: Lang
    """Of the page that it leads to."""
    target: str
    """Root-relative address, with the path that the newsroom lives under."""
    title: str
    report: str = ""
    """The report it leads to, whose files stand at the old address too; empty for anything else."""
    is_list: bool = False


def own_addresses(index: Index) -> Iterator[str]:
    """The addresses of all reports and static pages, old ones among them; linear in their number."""
    urls = Urls()
    for entry in index.entries:
        yield from (urls.report(entry.report, edition.lang) for edition in entry.report.editions)
        yield from (f"/{urls.file(alias)}".removesuffix("index.html") for alias in entry.report.aliases)
    for page in index.pages:
        yield from (urls.page(page.page, edition.lang) for edition in page.page.editions)


def moved(known: tuple[PublishedAddress, ...], index: Index, urls: Urls, has: Callable[[str], bool]) -> Iterator[Moved]:
    """The addresses of the record that no page answers; ``has`` tells whether one does."""
    for line in known:
        if line.owner == GONE or has(line.address):
            continue
        lang = next((tag for tag in index.site.languages if line.address.startswith(f"/{tag}/")), "")
        found = _led(line, lang or index.site.languages[0], index, urls, has)
        if found is not None:
            yield found


def _led(line: PublishedAddress, lang: Lang, index: Index, urls: Urls, has: Callable[[str], bool]) -> Moved | None:
    if line.owner.startswith(REPORT):
        entry = index.by_id.get(line.owner.removeprefix(REPORT))
        if entry is None:
            return None
        edition = entry.report.edition(lang) or entry.report.original
        target = urls.report(entry.report, edition.lang)
        return Moved(line.address, edition.lang, target, edition.title, entry.report.id)
    if line.owner.startswith(PAGE):
        page = index.page_by_id.get(line.owner.removeprefix(PAGE))
        if page is None:
            return None
        text = page.page.edition(lang) or page.page.editions[0]
        return Moved(line.address, text.lang, urls.page(page.page, text.lang), text.title)
    above = _above(line.address, lang, has) if line.owner == LIST else line.owner
    title = index.site.name.nearest(lang, index.site.languages)[1]
    return Moved(line.address, lang, urls.at(above.lstrip("/")), title, is_list=line.owner == LIST)


def _above(address: str, lang: Lang, has: Callable[[str], bool]) -> str:
    """The nearest list above a list that is no more, in a language that the newsroom has."""
    steps = address.strip("/").split("/")[1:]
    for count in range(len(steps), 0, -1):
        above = f"/{lang}/{'/'.join(steps[:count])}/"
        if has(above):
            return above
    return f"/{lang}/"


def published(paths: Mapping[str, str]) -> dict[str, str]:
    """Address -> what answers there, of output files and their owners as plans name them: a report's id, or nothing."""
    found: dict[str, str] = {}
    for path, owner in paths.items():
        if path.endswith(".html") and path not in ("index.html", "404.html"):
            named = owner if not owner or owner.startswith(PAGE) else f"{REPORT}{owner}"
            found[f"/{path.removesuffix('index.html')}"] = named or LIST
    return found
