"""Routes of a review: read, answer, change, sign; what is recorded is what ``review`` records at a terminal."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote
from zoneinfo import ZoneInfo

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plugins.cache.errors import MemoError
from plugins.desk.desk import Desk
from plugins.desk.editing import item_of
from plugins.desk.read_marks import mark, path_of, read_marks, write_marks
from plugins.desk.review_desk import Laid, Paragraph, lay
from plugins.desk.routing import Route, page, post, value
from plugins.desk.settings import remember
from plugins.desk.tag_text import as_inner
from plugins.desk.versions import Versions
from plugins.desk.wording import Wording
from plugins.pages.urls import Urls
from plugins.translation.catalogue import Catalogue, Entry
from plugins.translation.findings import answers_to, questions, with_answers
from plugins.translation.po_read import read_catalogue
from plugins.translation.po_write import write_catalogue
from plugins.translation.refusals import NotReviewableError
from plugins.translation.review import Reviewer, keeping, laid_out, review
from plugins.translation.run.keep import replaced
from plugins.translation.unprotect import TagMismatchError, unprotect


def routes(desk: Desk) -> list[Route]:
    """Their addresses."""
    return [
        page("/desk/reports/{id}/review/{lang}", lambda request: _page(desk, request)),
        post("/desk/reports/{id}/review/{lang}", lambda request, form: _act(desk, request, form)),
    ]


def _laid(desk: Desk, request: Request) -> Laid:
    """What the address names. Raises ``HTTPException``."""
    item, stock = item_of(desk, request), desk.stock(request)
    report, lang = item.bundle.report, request.path_params["lang"]
    if report is None or lang not in stock.site.languages or lang == report.source_language:
        raise HTTPException(404)
    marks = read_marks(path_of(desk.config.cache, report.id, lang))
    return lay(report, lang, stock.newsroom, desk.translations, marks)


def _page(desk: Desk, request: Request, complaint: str = "", status: int = 200) -> Response:
    laid, stock = _laid(desk, request), desk.stock(request)
    item = item_of(desk, request)
    urls = Urls.of(stock.site.url, absolute=False)
    shown = item.filled if item.filled and item.filled.edition(laid.lang) else None
    state = next((found for found in item.coverage if found.lang == laid.lang), None)
    return desk.page(
        request,
        "review.html",
        status,
        laid=laid,
        state=state,
        complaint=complaint,
        preview=urls.report(shown, laid.lang) if shown else "",
        name=desk.settings.name,
        office=desk.settings.office,
        reviews=laid.catalogue.header.reviews if laid.catalogue else (),
        quote=quote,
        mark_of_pair=lambda each: mark(each.source, each.target),
    )


def _act(desk: Desk, request: Request, form: FormData) -> Response:
    """One step; the page again at the place where it was made, or the reason why not."""
    laid, words = _laid(desk, request), desk.wording(request)
    number = value(form, "paragraph")
    chosen = laid.paragraphs[int(number)] if number.isdecimal() and int(number) < len(laid.paragraphs) else None
    if chosen is not None and value(form, "source") != mark(chosen.source, chosen.target):
        told = words.t("This paragraph was changed in the meantime: here it is as it now stands.")
        return _page(desk, request, told, 409)
    try:
        complaint = _done(desk, laid, form, chosen, words)
    except MemoError as error:
        complaint = words.say(error.sentence)
    except TagMismatchError as error:
        complaint = words.say(str(error))
    except NotReviewableError as error:
        complaint = f"{words.say(error.problem.found)}. {words.say(error.problem.fix)}"
    if complaint:
        return _page(desk, request, complaint, 422)
    remember(desk.config.cache, name=value(form, "reviewer"), office=value(form, "office"))
    return RedirectResponse(request.url.path + (f"#p{number}" if chosen else ""), 303)


def _done(desk: Desk, laid: Laid, form: FormData, chosen: Paragraph | None, words: Wording) -> str:
    """Does what was asked for; why not, where it cannot be done."""
    action, place = value(form, "action"), path_of(desk.config.cache, laid.report.id, laid.lang)
    marks = read_marks(place)
    if action in ("read", "unread") and chosen:
        write_marks(place, marks.with_pairs([mark(chosen.source, chosen.target)], read=action == "read"))
    elif action == "all":
        calm = [p for p in laid.paragraphs if p.target and not p.questions and p.origin not in ("stale", "behind")]
        write_marks(place, marks.with_pairs([mark(p.source, p.target) for p in calm], read=True))
    elif action == "right" and chosen:
        return _right(desk, laid, form, words)
    elif action == "change" and chosen and laid.catalogue:
        _put(desk, laid, _changed(laid.catalogue, chosen, value(form, "text")))
    elif action == "keep" and chosen and laid.catalogue:
        _put(desk, laid, keeping(laid.catalogue, _entry(laid.catalogue, chosen)))
    elif action == "sign":
        return _signed(desk, laid, form, words)
    return ""


def _right(desk: Desk, laid: Laid, form: FormData, words: Wording) -> str:
    """A finding is right as it stands: in the catalogue at once; of a written version with its review."""
    key, why, name = value(form, "key"), value(form, "why").strip(), value(form, "reviewer").strip()
    if not name:
        return words.t("Please enter your name first: an answer is recorded with it.")
    if laid.written is not None:
        place = path_of(desk.config.cache, laid.report.id, laid.lang)
        write_marks(place, read_marks(place).with_answer(key, why or "right as it stands"))
    elif laid.catalogue is not None:
        day = desk.now.astimezone(ZoneInfo(desk.inventory.now().site.timezone)).date()
        said = answers_to(questions(laid.catalogue), {key: why or "right as it stands"}, name, "", day)
        fresh = with_answers(laid.catalogue, said)
        _put(desk, laid, replace(fresh, header=replace(fresh.header, revised=day.isoformat())))
    return ""


def _changed(catalogue: Catalogue, chosen: Paragraph, typed: str) -> Catalogue:
    """The catalogue with a person's words. Raises ``TagMismatchError`` where links or marks are lost."""
    target = as_inner(typed, chosen.tags)
    unprotect(_entry(catalogue, chosen).segment, target)

    def edited(entry: Entry) -> Entry:
        if (entry.key, entry.source) != (chosen.key, chosen.source):
            return entry
        return replace(entry, target=target, fuzzy=False, unsigned=False, previous="", own="", broken="")

    return replace(catalogue, entries=tuple(map(edited, catalogue.entries)))


def _entry(catalogue: Catalogue, chosen: Paragraph) -> Entry:
    return next(e for e in catalogue.entries if (e.key, e.source) == (chosen.key, chosen.source))


def _signed(desk: Desk, laid: Laid, form: FormData, words: Wording) -> str:
    """Records the review: exactly these words were read, on both sides."""
    if laid.count < len(laid.paragraphs):
        return words.t("Not every paragraph is marked as read: {n} of {m}.", n=laid.count, m=len(laid.paragraphs))
    name, office = value(form, "reviewer").strip(), value(form, "office").strip()
    if not name or not office:
        return words.t("A review needs your name and the office that answers for it.")
    day = desk.now.astimezone(ZoneInfo(desk.inventory.now().site.timezone)).date()
    stored = read_catalogue(laid.data, str(laid.path), laid.lang).catalogue if laid.data is not None else None
    reading = laid_out(laid.report, laid.lang, stored, laid.rules)
    said = dict(read_marks(path_of(desk.config.cache, laid.report.id, laid.lang)).answers)
    answers = answers_to(reading.open, said, name, office, day)
    _put(desk, laid, review(reading, laid.report, Reviewer(name, office, day), answers))
    return ""


def _put(desk: Desk, laid: Laid, catalogue: Catalogue) -> None:
    """Writes the catalogue. Raises ``NotReviewableError`` where somebody has changed the file in this moment."""
    Versions(desk.config.cache).keep(laid.data)
    if not replaced(laid.path, write_catalogue(catalogue), laid.data):
        raise HTTPException(409)
