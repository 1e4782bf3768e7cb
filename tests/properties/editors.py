"""What editors, translators, designers and operators change in a newsroom's files."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
from dataclasses import replace
from pathlib import Path

from PIL import Image

from plugins.newsroom.bundle import load_bundle
from plugins.newsroom.model import Provenance
from plugins.newsroom.shared import load_shared, make_context
from tests.site.newsroom import Newsroom, jpeg, report
from tests.unit.translation.parallel import write_catalogue

IDS = ("eins", "zwei", "drei", "vier")
PAGE = "content/pages/impressum"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="{}"/></svg>'
PO = """msgid ""
msgstr ""
"Language: nl\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Source-Language: de\\n"
"X-Report: shared\\n"

msgctxt "people/hans/role"
msgid "R"
msgstr "{}"
"""


class Editors:
    """Changes to the files below ``folder``."""

    folder: Path
    newsroom: Newsroom

    def bundle(self, ident: str) -> Path:
        """The folder of one report."""
        return self.folder / "content/reports/2024" / ident

    # Reports.

    def write_report(self, ident: str, title: str, body: str, topic: str) -> None:
        """Adds a report, or rewrites it."""
        self.newsroom.write(report(ident, body=body, title=f"'{title}'", topic=topic))

    def write_many(self, count: int) -> None:
        """Adds so many reports, one a day, so that lists have several pages."""
        for number in range(count):
            self.newsroom.write(report(f"m{number}", date=f"2024-02-{number + 1:02}", topic="handel"))

    def edit_body(self, ident: str, body: str) -> None:
        """Changes the text alone; links to another report."""
        path = self.bundle(ident) / "de.md"
        if path.exists():
            path.write_text(path.read_text("utf-8") + f"\n{body} [dort](report:eins)\n", "utf-8")

    def edit_text(self, ident: str, words: str, lang: str) -> None:
        """Puts a paragraph above the text, which moves everything below by lines."""
        path = self.bundle(ident) / f"{lang}.md"
        if path.exists():
            front, _, text = path.read_text("utf-8").partition("\n---\n")
            path.write_text(f"{front}\n---\n{words}\n\n{text}", "utf-8")

    def edit_title(self, ident: str, words: str, lang: str) -> None:
        """Gives an edition another headline, and nothing else."""
        path = self.bundle(ident) / f"{lang}.md"
        if path.exists():
            path.write_text(re.sub(r"(?m)^title: .*$", f"title: {words}", path.read_text("utf-8"), count=1), "utf-8")

    def delete_report(self, ident: str) -> None:
        """Takes a report away; links to it then are errors of the content, which end a build."""
        shutil.rmtree(self.bundle(ident), ignore_errors=True)

    def rename_report(self, ident: str, other: str) -> None:
        """Gives a report another id."""
        if self.bundle(ident).exists() and not self.bundle(other).exists():
            self.bundle(ident).rename(self.bundle(other))

    def change_slug(self, ident: str, slug: str) -> None:
        """Another address, to which texts of other reports link."""
        path = self.bundle(ident) / "de.md"
        if path.exists():
            lines = [line for line in path.read_text("utf-8").split("\n") if not line.startswith("slug:")]
            path.write_text("\n".join([lines[0], f"slug: {slug}", *lines[1:]]), "utf-8")

    def change_facts(self, ident: str, key: str, value: str) -> None:
        """Sets one line of a report.yaml."""
        self._replace(f"content/reports/2024/{ident}/report.yaml", f"{key}:", f"{key}: {value}")

    def write_edition(self, ident: str, lang: str, title: str) -> None:
        """Adds an edition, or takes it away when it is there."""
        path = self.bundle(ident) / f"{lang}.md"
        if path.exists():
            path.unlink()
        elif path.parent.exists():
            path.write_text(f"---\ntitle: '{title}'\nteaser: T.\nslug: {ident}-{lang}\n---\nText.\n", "utf-8")

    def link_edition(self, ident: str) -> None:
        """Makes the English edition a link to the German one, or takes the link away."""
        path = self.bundle(ident) / "en.md"
        if path.is_symlink():
            path.unlink()
        elif path.parent.exists() and not path.exists():
            path.symlink_to("de.md")

    def add_photo(self, ident: str, colour: str, until: str) -> None:
        """Adds or changes a picture that runs out."""
        if not self.bundle(ident).exists():
            return
        self.newsroom.put(f"content/reports/2024/{ident}/photos/a.jpg", jpeg(48, 32, colour))
        self.change_facts(ident, "photos", f"[{{file: a.jpg, credit: Foto, usable_until: {until}}}]")
        path = self.bundle(ident) / "de.md"
        text = path.read_text("utf-8")
        if "photos:" not in text:
            path.write_text(text.replace("teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:", 1), "utf-8")

    # Pages.

    def write_page(self, word: str, lang: str) -> None:
        """Adds a static page, or rewrites an edition of it."""
        self.newsroom.put(f"{PAGE}/page.yaml", b"source_language: de\nupdated: 2026-01-01\n")
        for tag in {"de", lang}:
            self.newsroom.put(f"{PAGE}/{tag}.md", f"---\ntitle: '{word}'\n---\n{word} {lang}.\n".encode())

    def date_page(self, day: str) -> None:
        """Another date of the page's last change."""
        self._replace(f"{PAGE}/page.yaml", "updated:", f"updated: {day}")

    def delete_page(self) -> None:
        """Takes the page away."""
        shutil.rmtree(self.folder / PAGE, ignore_errors=True)

    # Translations.

    def translate(self, ident: str, lang: str, word: str) -> None:
        """Writes the catalogue that fills one edition."""
        content = self.folder / "content"
        if not self.bundle(ident).exists():
            return
        found = load_bundle(self.bundle(ident), make_context(content, *load_shared(content))).report
        if found is None:
            return
        origin = found.original
        other = replace(origin, lang=lang, title=f"{lang} {word}", slug=f"{ident}-{lang}")
        made = write_catalogue(found, other, Provenance(engine="pseudo", date=dt.date(2026, 2, 1)))
        self.newsroom.put(f"translations/reports/{ident}/{lang}.po", made)

    def break_catalogue(self, ident: str, lang: str, how: str) -> None:
        """Spoils a catalogue, takes its fuzzy marks away, or deletes it."""
        path = self.folder / f"translations/reports/{ident}/{lang}.po"
        if not path.exists():
            return
        text = path.read_text("utf-8")
        if how == "delete":
            path.unlink()
        elif how == "cut":
            path.write_text(text[: len(text) // 2] + '"', "utf-8")
        elif how == "tag":
            path.write_text(text.replace('msgstr "', 'msgstr "<g id=\\"9\\">', 3), "utf-8")
        else:
            path.write_text(text.replace("#, fuzzy\n", ""), "utf-8")

    def change_shared_words(self, word: str) -> None:
        """The catalogue of roles and labels; an empty word: it is gone."""
        path = self.folder / "translations/shared/nl.po"
        if word:
            self.newsroom.put("translations/shared/nl.po", PO.format(word).encode())
        else:
            path.unlink(missing_ok=True)

    def change_glossary(self, word: str) -> None:
        """The glossary, which builds only check; ``broken``: it is in error, which is a warning."""
        text = f'terms:\n  - {{de: "{word}", nl: "{word}"}}\n' if word != "broken" else "terms: 7\n"
        self.newsroom.put("translations/glossary.yaml", text.encode())

    def change_label(self, lang: str, word: str) -> None:
        """Another word of the theme."""
        path = self.folder / f"translations/ui/{lang}.po"
        if not path.exists():
            return
        text, old = path.read_text("utf-8"), {"de": "Archiv", "nl": "Archief"}.get(lang, "")
        path.write_text(text.replace(f'msgstr "{old}"', f'msgstr "{old} {word}"', 1), "utf-8")

    # The newsroom.

    def change_person(self, word: str) -> None:
        """Another name."""
        self._replace(
            "content/people.yaml", "hans:", f'hans: {{name: "Hans {word}", sort_name: Hans, role: {{de: R}}}}'
        )

    def change_mail(self, word: str) -> None:
        """Somebody is reached elsewhere."""
        line = f'hans: {{name: Hans, sort_name: Hans, role: {{de: R}}, email: "{word}@x.example"}}'
        self._replace("content/people.yaml", "hans:", line)

    def add_person(self, word: str) -> None:
        """Somebody new, whom nothing names yet."""
        self._replace(
            "content/people.yaml", "neu:", f'neu: {{name: "Neu {word}", sort_name: Neu, email: neu@x.example}}'
        )

    def remove_person(self) -> None:
        """Somebody whom reports name is gone: an error until one of that name is back."""
        self._replace("content/people.yaml", "hans:", "")

    def photograph_by(self, ident: str, person: str) -> None:
        """The report's picture was taken by somebody."""
        if (self.bundle(ident) / "photos/a.jpg").exists():
            self.change_facts(ident, "photos", f"[{{file: a.jpg, credit: Foto, photographer: {person}}}]")

    def add_portrait(self, colour: str) -> None:
        """Somebody's portrait."""
        self.newsroom.put("content/portraits/hans.jpg", jpeg(40, 50, colour))
        line = "hans: {name: Hans, sort_name: Hans, email: h@x.example, photo: portraits/hans.jpg}"
        self._replace("content/people.yaml", "hans:", line)

    def change_topic(self, word: str) -> None:
        """Another label."""
        self._replace("content/topics.yaml", "handel:", f'handel: {{de: "{word}", nl: Handel, en: Trade}}')

    def change_dutch_topic(self, word: str) -> None:
        """Another label in a language in which no report is filed under it."""
        self._replace("content/topics.yaml", "handel:", f'handel: {{de: Handel, nl: "{word}", en: Trade}}')

    def remove_topic(self) -> None:
        """Reports filed under it are in error from now on."""
        self._replace("content/topics.yaml", "handel:", "neues: {de: Neues}")

    def add_topic(self, word: str) -> None:
        """A topic that no report is filed under."""
        self._replace("content/topics.yaml", "frei:", f'frei: {{de: "{word}"}}')

    def change_engine(self, engine: str) -> None:
        """A setting that no page shows."""
        policy = f"{{engines: [{engine}], on_broken: drop, publish_machine: true, index_machine: false}}"
        self._replace("content/site.yaml", "translation:", f"translation: {policy}")

    def change_press(self, person: str) -> None:
        """Who is the contact of reports that name none."""
        self._replace("content/site.yaml", "press_contacts:", f"press_contacts: [{person}]")

    def change_site(self, word: str, size: int) -> None:
        """Another claim, other page sizes."""
        self._replace("content/site.yaml", "claim:", f'claim: {{de: "{word}"}}')
        self._replace("content/site.yaml", "per_page:", f"per_page: {size}")

    def change_languages(self, languages: str) -> None:
        """Languages come and go."""
        self._replace("content/site.yaml", "languages:", f"languages: [{languages}]")

    def change_logo(self, kind: str, colour: str) -> None:
        """The publisher's logo, drawn or photographed; an empty kind: none."""
        name = f"logo.{kind}"
        if kind == "svg":
            self.newsroom.put(f"content/{name}", LOGO.format(colour).encode())
        elif kind:
            out = io.BytesIO()
            Image.new("RGB", (30, 20), colour).save(out, "PNG")
            self.newsroom.put(f"content/{name}", out.getvalue())
        logo = f", logo: {name}" if kind else ""
        line = f"publisher: {{name: Testverlag, email: post@newsroom.example{logo}}}"
        self._replace("content/site.yaml", "publisher:", line)

    def change_brand(self, brand: str, colour: str) -> None:
        """The brand: a preset of the theme, a style sheet of the content, or none."""
        self.newsroom.put("content/brand.css", f"body {{ color: {colour} }}\n".encode())
        self._replace("content/site.yaml", "brand:", f"brand: {brand}" if brand else "")

    # The theme.

    def change_template(self, word: str, name: str) -> None:
        """A remark in a template that is seen in the page."""
        path = self.folder / "theme/templates" / name
        remark = "<!-- " + word.replace("<", "") + " --></a>"
        path.write_text(path.read_text("utf-8").replace("</a>", remark, 1), "utf-8")

    def change_static(self, word: str, name: str) -> None:
        """A static file of the theme is added, changed or taken away."""
        path = self.folder / "theme/static" / name
        if path.exists() and not word:
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"/* {word} */\n", "utf-8")

    def _replace(self, path: str, start: str, line: str) -> None:
        """Replaces the line that starts so, or adds it."""
        target = self.folder / path
        if not target.exists():
            return
        lines = [old for old in target.read_text("utf-8").splitlines() if not old.startswith(start)]
        target.write_text("\n".join([*lines, line]) + "\n", "utf-8")
