"""A report in its form: what is sent is what stands in the files, and nothing else changes."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from httpx2 import Response

from tests.site.newsroom import jpeg, report
from tests.unit.desk.desks import Desktop

HERE = "/desk/reports/eins/"
FACTS = "reports/2024/eins/report.yaml"
TEXT = "reports/2024/eins/de.md"
JSON = {"Accept": "application/json"}


@pytest.fixture
def one(desk: Desktop) -> Desktop:
    """A desk with one report, which has a picture and remarks."""
    more = "# ein Wort\nphotos:\n  - file: stand.jpg\n    credit: Wir  # wer sonst\nevent:\n  start: 2024-04-22"
    desk.newsroom.write(report("eins", more=more))
    desk.newsroom.put("content/reports/2024/eins/photos/stand.jpg", jpeg())
    desk.newsroom.put("output/de/2024/eins/index.html", b"<html><head></head><body></body></html>")
    return desk


def form_of(page: str, ident: str = "report") -> list[tuple[str, str]]:
    """What a browser would send of a form, as it reads the page."""
    from lxml import html

    found = html.fromstring(page).get_element_by_id(ident)
    pairs = []
    for field in found.iter("input", "select", "textarea"):
        name = field.get("name")
        if not name:
            continue
        if field.tag == "select":
            chosen = [option for option in field.iter("option") if option.get("selected") is not None]
            pairs.append((name, chosen[-1].get("value", chosen[-1].text or "") if chosen else ""))
        elif field.tag == "textarea":
            text = re.search(rf'name="{re.escape(name)}"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
            pairs.append((name, unescape(text[1] if text else "").replace("\n", "\r\n")))
        elif field.get("type") != "checkbox" or field.get("checked") is not None:
            pairs.append((name, field.get("value", "")))
    return pairs


def send(desk: Desktop, changes: dict[str, str], **more: Any) -> Response:
    """Sends the form with some fields changed, as a browser does."""
    pairs = [(name, changes.get(name, text)) for name, text in more.pop("form", form_of(desk.get(HERE).text))]
    assert set(changes) <= {name for name, _ in pairs}
    body: dict[str, list[str]] = {}
    for name, text in pairs:
        body.setdefault(name, []).append(text)
    return desk.post(HERE, body, **more)


def test_a_form_that_nobody_touched_changes_no_byte(one: Desktop) -> None:
    """As the browser sends it, with its own line ends."""
    before = one.file(FACTS), one.file(TEXT)
    assert send(one, {}).status_code == 303
    assert (one.file(FACTS), one.file(TEXT)) == before


def test_facts_and_texts_are_written_to_their_files_and_all_else_stays(one: Desktop) -> None:
    """Remarks too; the words of a picture go to the text, its credit to the facts."""
    before = one.file(FACTS)
    send(
        one,
        {"facts:event.city": "Essen", "de:title": "Neu: heute", "de:photos.0.alt": "Ein Stand", "de:kicker": "Handel"},
    )
    assert one.file(FACTS) == before.replace(b"2024-04-22\n", b"2024-04-22\n  city: Essen\n")
    text = one.file(TEXT).decode()
    assert 'title: "Neu: heute"\n' in text
    assert "photos:\n  stand.jpg:\n    alt: Ein Stand\n" in text
    assert text.endswith("\n---\nDer erste Absatz von eins.\n\nEin zweiter Absatz.\n")


def test_one_paragraph_changes_and_the_others_do_not(one: Desktop) -> None:
    """The page is saved by script, and hears what became of it."""
    found = send(one, {"de:body": "Der erste Absatz von eins.\r\n\r\nGanz anders.\r\n"}, headers=JSON).json()
    assert found["outcomes"] == {"de": "saved"}
    assert one.file(TEXT).endswith(b"Der erste Absatz von eins.\n\nGanz anders.\n")
    assert found["undo"]


def test_a_problem_stands_at_the_field_where_it_is_made_with_its_fix(one: Desktop) -> None:
    """Also in the answer to the script."""
    found = send(one, {"facts:event.country": "Deutschland", "facts:topics": "energi"}, headers=JSON).json()
    by_name = {each["name"]: each for each in found["problems"]}
    assert by_name["facts:topics"]["value"] == "energie"
    assert by_name["facts:event.country"]["level"] == "error"
    page = one.get(HERE).text
    assert 'data-fix="facts:topics" data-value="energie"' in page


def test_what_is_wrong_in_the_words_of_a_text_stands_at_the_text(one: Desktop) -> None:
    """With its weight; at once, without waiting for a build."""
    found = send(one, {"de:body": "Siehe [hier](http://localhost/x).\n\n> 20 % mehr\n"}, headers=JSON).json()
    told = [(each["name"], each["code"], each["weight"], each["line"]) for each in found["problems"]]
    assert ("de:body", "text-link", "Error", 1) in told
    assert ("de:body", "text-quoted-number", "Warning", 3) in told
    page = one.get(HERE).text
    assert page.index('data-of="de:body"') < page.index("/__preview/problems#text-link")


def test_a_problem_without_a_field_of_its_own_is_on_the_page_all_the_same(one: Desktop) -> None:
    """At the field that fixes it; at the file as a whole where there is none; a closed part of the page is opened."""
    file = one.file(FACTS).replace(b"    credit: Wir  # wer sonst\n", b"    usable_until: morgen\n") + b"\nfarbe: rot\n"
    one.newsroom.put("content/" + FACTS, file)
    page = one.get(HERE).text
    for place, code in (("photos.0.credit", "photo-without-credit"), ("", "unknown-key")):
        (at,) = re.findall(rf'data-of="([^"]*)"(?:(?!data-of).)*#{code}"', page)
        assert at == f"facts:{place}"
    assert page.count('<details class="group" open><summary>Rights, people, focus') == 1


def test_somebody_else_s_change_elsewhere_is_kept(one: Desktop) -> None:
    """Both changes are in the file."""
    form = form_of(one.get(HERE).text)
    one.newsroom.put("content/" + TEXT, one.file(TEXT).replace(b"Ein zweiter", b"Ein fremder zweiter"))
    found = send(one, {"de:body": "Mein erster Absatz.\n\nEin zweiter Absatz.\n"}, form=form, headers=JSON).json()
    assert found["outcomes"] == {"de": "merged"}
    assert one.file(TEXT).endswith(b"Mein erster Absatz.\n\nEin fremder zweiter Absatz.\n")
    assert "Mein erster Absatz" in found["merged"]["de"]["body"]


def test_two_versions_of_one_place_are_shown_and_either_can_be_taken(one: Desktop) -> None:
    """Nothing is written before that, and nothing is lost after it."""
    form = form_of(one.get(HERE).text)
    theirs = one.file(TEXT).replace(b"Ein zweiter Absatz.", b"Fremde Worte.")
    one.newsroom.put("content/" + TEXT, theirs)
    changes = {"de:body": "Der erste Absatz von eins.\n\nMeine Worte.\n"}
    found = send(one, changes, form=form, headers=JSON).json()
    assert found["outcomes"] == {"de": "conflict"}
    assert one.file(TEXT) == theirs
    page = one.get(found["both"]).text
    assert "<del>− Fremde Worte.</del>" in page
    assert "<ins>+ Meine Worte.</ins>" in page
    fields = dict(re.findall(r'name="(file|mine|theirs)" value="(\w*)"', page))
    one.post(f"{HERE}both", {**fields, "take": "mine"})
    assert b"Meine Worte." in one.file(TEXT)
    assert send(one, changes, form=form).headers["location"] == f"{HERE}?notice=saved"


def test_the_last_save_can_be_taken_back(one: Desktop) -> None:
    """Byte for byte."""
    before = one.file(FACTS)
    send(one, {"facts:event.city": "Essen"})
    assert one.post(f"{HERE}undo").headers["location"].endswith("notice=undone")
    assert one.file(FACTS) == before
    assert one.post(f"{HERE}undo").headers["location"].endswith("notice=nothing")


def test_another_language_is_written_beside_the_original(one: Desktop) -> None:
    """Its file appears with the first words; before that there is none."""
    page = one.get(f"{HERE}?write=nl").text
    send(one, {}, form=form_of(page))
    assert not (one.newsroom.root / "content/reports/2024/eins/nl.md").exists()
    send(one, {"nl:title": "Eerst", "nl:teaser": "Kort", "nl:body": "Tekst."}, form=form_of(page))
    assert one.file("reports/2024/eins/nl.md") == b"---\ntitle: Eerst\nteaser: Kort\n---\nTekst.\n"


def test_a_file_whose_head_cannot_be_read_is_shown_and_not_touched(one: Desktop) -> None:
    """The other files can still be edited."""
    broken = b"---\ntitle: [offen\n---\nText.\n"
    one.newsroom.put("content/" + TEXT, broken)
    page = one.get(HERE)
    assert page.status_code == 200
    assert "title: [offen" in page.text
    send(one, {"facts:event.city": "Essen"})
    assert one.file(TEXT) == broken
    assert b"city: Essen" in one.file(FACTS)


def test_words_in_a_text_are_words_in_its_form(one: Desktop) -> None:
    """No text brings markup into the desk, or loses its first line break."""
    body = "\n\n</textarea><script>alert(1)</script> & <b>\n"
    send(one, {"de:body": body})
    page = one.get(HERE).text
    assert "<script>alert" not in page
    assert dict(form_of(page))["de:body"].strip() == body.strip()


def test_pictures_come_with_the_credit_that_they_carry(one: Desktop) -> None:
    """Under names that are free; what is no picture is refused, and the others are taken."""
    files = [("files", ("Mein Foto.JPG", jpeg(), "image/jpeg")), ("files", ("stand.jpg", jpeg(8, 8), "image/jpeg"))]
    done = one.post(f"{HERE}photos", files=files)
    assert done.status_code == 303
    facts = one.file(FACTS).decode()
    assert "credit: Wir  # wer sonst\n  - file: mein-foto.jpg\n  - file: stand-2.jpg\n" in facts
    refused = one.post(
        f"{HERE}photos",
        files=[("files", ("x.jpg", b"GIF nope", "image/jpeg")), ("files", ("../../b.png", b"<svg>", ""))],
    )
    assert refused.status_code == 422
    assert "x.jpg, b.png" in refused.text
    assert sorted(p.name for p in (one.newsroom.root / "content/reports/2024/eins/photos").iterdir()) == [
        "mein-foto.jpg",
        "stand-2.jpg",
        "stand.jpg",
    ]


def test_people_and_topics_are_added_on_the_spot(one: Desktop) -> None:
    """At the end of their files; an id that is taken gets a number."""
    before = one.file("people.yaml")
    for _ in range(2):
        one.post("/desk/people", {"person:name": "Änne Groß", "person:role.": "Presse: lokal", "back": HERE})
    added = 'aenne-gross:\n  name: Änne Groß\n  role: "Presse: lokal"\naenne-gross-2:\n  name: Änne Groß\n  role: "Presse: lokal"\n'
    assert one.file("people.yaml") == before + added.encode()
    answer = one.post("/desk/topics", {"de": "Wasser", "en": "Water", "back": "https://evil.example"})
    assert answer.headers["location"] == "/desk/?notice=saved"
    assert one.file("topics.yaml").endswith(b"wasser:\n  de: Wasser\n  en: Water\n")
    assert "Water" in one.get(HERE).text


def test_a_report_that_is_not_there_says_so(desk: Desktop) -> None:
    """Names with steps in them too."""
    assert desk.get("/desk/reports/nichts/").status_code == 404
    assert desk.get("/desk/reports/..%2f..%2fsite/").status_code == 404
    assert desk.post("/desk/reports/nichts/", {"facts:version": ""}).status_code == 404


def without(desk: Desktop, *starts: str) -> dict[str, list[str]]:
    """The form as a browser sends it once some of its items are taken out."""
    body: dict[str, list[str]] = {}
    for name, text in form_of(desk.get(HERE).text):
        if not name.startswith(starts):
            body.setdefault(name, []).append(text)
    return body


def test_words_about_a_picture_go_with_it(one: Desktop) -> None:
    """What is left of it in the text is told there; nothing is left that no field could change. Undoing brings it back."""
    send(one, {"de:photos.0.alt": "Ein Stand", "de:body": "Davor ![](photo:stand.jpg) danach."})
    answer = one.post(HERE, without(one, "facts:photos.0", "de:photos.0"), headers=JSON).json()
    assert b"photos:" not in one.file(FACTS)
    assert b"Ein Stand" not in one.file(TEXT)
    told = {each["name"]: each["fix"] for each in answer["problems"]}
    assert told["de:body"] == "Add the picture, or take it out here."
    assert "Pictures that are not in the report" in told[""]
    one.post(f"{HERE}undo")
    assert b"Ein Stand" in one.file(TEXT)
    assert b"stand.jpg" in one.file(FACTS)


def test_undoing_goes_back_save_by_save_through_all_files(one: Desktop) -> None:
    """The last save first, whichever files it wrote; a save taken back is not the newest again."""
    before = one.file(FACTS), one.file(TEXT)
    send(one, {"facts:event.city": "Bonn"})
    send(one, {"de:title": "Eins"})
    send(one, {"de:title": "Zwei", "facts:event.city": "Essen"})
    one.post(f"{HERE}undo")
    assert (b"city: Bonn" in one.file(FACTS), b"title: Eins" in one.file(TEXT)) == (True, True)
    one.post(f"{HERE}undo")
    assert (b"city: Bonn" in one.file(FACTS), one.file(TEXT)) == (True, before[1])
    one.post(f"{HERE}undo")
    assert (one.file(FACTS), one.file(TEXT)) == before
    assert one.post(f"{HERE}undo").headers["location"].endswith("notice=nothing")


def test_a_picture_that_is_not_in_the_report_is_taken_in_or_put_aside(one: Desktop) -> None:
    """By its name alone; a file that is deleted lies among the desk's own."""
    assert "Pictures that are not" not in one.get(HERE).text
    one.post(HERE, without(one, "facts:photos.0", "de:photos.0"))
    assert "<code>stand.jpg</code>" in one.get(HERE).text
    one.post(f"{HERE}unused", {"name": "stand.jpg", "action": "again"})
    assert b"- file: stand.jpg" in one.file(FACTS)
    one.post(HERE, without(one, "facts:photos.0", "de:photos.0"))
    for name in ("../report.yaml", "nothing.jpg", ""):
        assert one.post(f"{HERE}unused", {"name": name, "action": "delete"}).status_code == 404
    one.post(f"{HERE}unused", {"name": "stand.jpg", "action": "delete"})
    assert not (one.newsroom.root / "content/reports/2024/eins/photos/stand.jpg").exists()
    assert (one.newsroom.config().cache / "desk/deleted/eins/stand.jpg").read_bytes() == jpeg()
    assert "Pictures that are not" not in one.get(HERE).text


def test_a_missing_description_is_told_at_its_picture(one: Desktop) -> None:
    """Not at the title, where a head that names no picture begins; in words of the desk, not of YAML."""
    found = send(one, {"de:title": "Neu"}, headers=JSON).json()["problems"]
    (told,) = [each for each in found if each["code"] == "photo-without-alt"]
    assert told["name"] == "de:photos.0.alt"
    assert told["fix"].startswith("Describe here what is to be seen")


def test_pictures_come_one_by_one_where_a_script_sends_them(one: Desktop) -> None:
    """So that many are not too much at once; what is none is named, the others are there."""
    for name, data in (("Straße 1.JPG", jpeg()), ("Straße 1.JPG", jpeg()), ("liste.txt", b"eins")):
        answer = one.post(f"{HERE}photos", files=[("files", (name, data))], headers=JSON)
        assert answer.json()["refused"].endswith("liste.txt") == name.endswith("txt")
    assert one.file(FACTS).count(b"- file: strasse-1") == 2


def test_a_tick_is_written_as_the_handbook_writes_it(one: Desktop) -> None:
    """Without quotation marks."""
    send(one, {"facts:confidential": "true"})
    assert b"\nconfidential: true\n" in one.file(FACTS)


def test_a_teaser_has_room_and_stays_one_line(one: Desktop) -> None:
    """Its field shows several lines; a line end that was typed or pasted into it is a blank."""
    assert 'name="de:teaser" rows="2"' in one.get(HERE).text
    send(one, {"de:teaser": "Ein Satz,\r\nder umbricht."})
    assert b"teaser: Ein Satz, der umbricht.\n" in one.file(TEXT)


def test_marks_of_another_language_are_told_with_those_that_are_meant(one: Desktop) -> None:
    """The advice alone would say: write them so."""
    found = send(one, {"de:body": 'Er sagte "ja" dazu.'}, headers=JSON).json()["problems"]
    (told, *_) = [each for each in found if each["code"] == "straight-quotes"]
    assert "„…“" in told["fix"]
