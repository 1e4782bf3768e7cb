"""Forty mistakes of people who write YAML and Markdown for the first time: each is told with the right line and cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.newsroom.load import load
from tests.bad.archive import write
from tests.site.newsroom import jpeg

FACTS = "date: 2024-06-01\nsource_language: de\nstatus: published\n"
WORDS = "---\ntitle: Ein Titel\nteaser: Ein Anriss.\n---\nText.\n"
FRONT = "---\ntitle: Ein Titel\nteaser: Ein Anriss.\n{more}---\nText.\n"

# file, text, line of the problem, a piece of the sentence that says how to fix it
MISTAKES = {
    "title without a blank": ("de.md", WORDS.replace("title: ", "title:"), 2, "title: Ein Titel"),
    "teaser without a blank": ("de.md", WORDS.replace("teaser: ", "teaser:"), 3, "teaser: Ein Anriss."),
    "fact without a blank": ("report.yaml", FACTS.replace("status: ", "status:"), 3, "status: published"),
    "inner key without a blank": ("report.yaml", f"{FACTS}event:\n  start:2024-05-01\n", 5, "start: 2024-05-01"),
    "entry without a blank": ("report.yaml", f"{FACTS}photos:\n  - file:a.jpg\n", 5, "file: a.jpg"),
    "title in brackets": ("de.md", WORDS.replace("Ein Titel", "[Update] Hafen öffnet"), 2, 'title: "[Update] Hafen öffnet"'),
    "title in braces": ("de.md", WORDS.replace("Ein Titel", "{Neu} Hafen"), 2, 'title: "{Neu} Hafen"'),
    "colon in title": ("de.md", WORDS.replace("Ein Titel", "Hafen: ein Titel"), 2, 'title: "Hafen: ein Titel"'),
    "colon in teaser": ("de.md", WORDS.replace("Ein Anriss.", "Wo: am Kai"), 3, 'teaser: "Wo: am Kai"'),
    "colon in credit": ("report.yaml", f"{FACTS}photos:\n  - file: a.jpg\n    credit: Foto: Amt\n", 6, 'credit: "Foto: Amt"'),
    "quoted beginning": ("de.md", WORDS.replace("Ein Titel", '"Towards" neue Ziele'), 2, "'\"Towards\" neue Ziele'"),
    "apostrophe at the start": ("de.md", WORDS.replace("Ein Titel", "'s-Hertogenbosch lädt ein"), 2, "\"'s-Hertogenbosch"),
    "quotation not closed": ("de.md", WORDS.replace("Ein Titel", '"Ein Titel'), 2, 'title: "Ein Titel"'),
    "single quotation not closed": ("de.md", WORDS.replace("Ein Titel", "'Ein Titel"), 2, "title: 'Ein Titel'"),
    "star at the start": ("de.md", WORDS.replace("Ein Titel", "*Neu* am Hafen"), 2, 'title: "*Neu* am Hafen"'),
    "at sign at the start": ("de.md", WORDS.replace("Ein Titel", "@hafen fragt"), 2, 'title: "@hafen fragt"'),
    "per cent at the start": ("de.md", WORDS.replace("Ein Titel", "%-Zeichen"), 2, 'title: "%-Zeichen"'),
    "exclamation mark at the start": ("de.md", WORDS.replace("Ein Titel", "!Achtung am Kai"), 2, 'title: "!Achtung am Kai"'),
    "ampersand at the start": ("de.md", WORDS.replace("Ein Titel", "&Co am Hafen"), 2, 'title: "&Co am Hafen"'),
    "backtick at the start": ("de.md", WORDS.replace("Ein Titel", "`Kai` am Hafen"), 2, 'title: "`Kai` am Hafen"'),
    "greater than at the start": ("de.md", WORDS.replace("Ein Titel", "> 20 % mehr"), 2, 'title: "> 20 % mehr"'),
    "bar at the start": ("de.md", WORDS.replace("Ein Titel", "| Hafen"), 2, 'title: "| Hafen"'),
    "hashtag in the title": ("de.md", WORDS.replace("Ein Titel", "Hafen #HM24"), 2, 'title: "Hafen #HM24"'),
    "hashtag in the facts": ("report.yaml", f"{FACTS}event:\n  start: 2024-05-01\n  venue: Kai #7\n", 6, 'venue: "Kai #7"'),
    "backslash in quotation marks": ("de.md", WORDS.replace("Ein Titel", r'"C:\daten"'), 2, r"'C:\daten'"),
    "comma in braces": ("de.md", FRONT.format(more="links:\n  - {url: https://a.example, label: Plan, Karte}\n"), 5, '"Plan, Karte"'),
    "dash for a hyphen": ("report.yaml", f"{FACTS}topics:\n  – export\n  – hafen\n", 5, "topics:\n  - export\n  - hafen"),
    "one dash for a hyphen": ("report.yaml", f"{FACTS}topics:\n– export\n", 5, "- export"),
    "dashes at the edge": ("report.yaml", f"{FACTS}topics:\n– export\n– hafen\nkind: report\n", 5, "- export"),
    "dash before a key": ("report.yaml", f"{FACTS}photos:\n  – file: a.jpg\n    credit: Amt\n", 5, "- file: a.jpg"),
    "no value in braces": ("report.yaml", f"{FACTS}event: {{start: 2024-05-01, city:}}\n", 4, "“city: ”"),
    "bullet for a hyphen": ("report.yaml", f"{FACTS}topics:\n  • export\n", 5, "- export"),
    "one word for a list": ("report.yaml", f"{FACTS}topics: export\n", 4, "topics:\n  - export"),
    "words with commas for a list": ("report.yaml", f"{FACTS}topics: export, hafen\n", 4, "  - export\n  - hafen"),
    "hyphen without a blank": ("report.yaml", f"{FACTS}topics:\n  -export\n", 5, "- export"),
    "hyphen without a blank at the edge": ("report.yaml", f"{FACTS}topics:\n-export\n", 5, "- export"),
    "address for an entry": ("de.md", FRONT.format(more="links:\n- https://a.example\n"), 5, "\n  - url: …\n    label: …"),
    "list of pictures": ("de.md", FRONT.format(more="photos:\n- file: a.jpg\n  alt: Ein Kai\n"), 5, "\n  a.jpg:\n    alt: …"),
    "language beside its key": ("report.yaml", f"{FACTS}publish: nl: reviewed\n", 4, "publish:\n  nl: reviewed"),
    "end before its start": (
        "report.yaml",
        f"{FACTS}event:\n  start: 2024-05-01T20:00\n  end: 2024-05-01T02:00\n",
        6,
        "2024-05-02T02:00",
    ),
    "address that was cut off": ("de.md", FRONT.format(more="links:\n- url: https://a.example/…\n  label: A\n"), 5, "Copy it"),
    "country by its name": ("report.yaml", f"{FACTS}event:\n  start: 2024-05-01\n  country: Niederlande\n", 6, "Write NL."),
    "tab": ("report.yaml", f"{FACTS}event:\n\tstart: 2024-05-01\n", 5, "tab"),
    "uneven indentation": ("report.yaml", f"{FACTS}event:\n  start: 2024-05-01\n   venue: Kai\n", 6, "Align"),
    "list without a hyphen below others": ("report.yaml", f"{FACTS}topics:\n  - export\n  hafen\n", 6, "- hafen"),
    "no colon": ("report.yaml", FACTS.replace("status: published", "status published"), 3, "colon"),
    "equals for a colon": ("report.yaml", FACTS.replace("status: published", "status = published"), 3, "colon"),
    "day as in a letter": ("report.yaml", FACTS.replace("2024-06-01", "1.6.2024"), 1, "2024-06-01"),
    "milliseconds": ("report.yaml", FACTS.replace("2024-06-01", "2024-06-01T10:00:00.123Z"), 1, "2024-06-01T10:00:00Z"),
    "half past ten with a point": ("report.yaml", FACTS.replace("2024-06-01", "2024-06-01T10.30"), 1, "2024-06-01T10:30"),
    "yes for true": ("report.yaml", f"{FACTS}confidential: ja\n", 4, "true"),
    "German key": ("de.md", FRONT.format(more="dachzeile: Hafen\n"), 4, "kicker"),
    "German word": ("report.yaml", FACTS.replace("published", "veröffentlicht"), 3, "published"),
    "front matter not closed": ("de.md", "---\ntitle: Ein Titel\nteaser: Ein Anriss.\nText.\n", 1, "three hyphens"),
    "no front matter": ("de.md", "# Ein Titel\n\nText.\n", 1, "---"),
    "address without https": ("de.md", FRONT.format(more="links:\n  - url: www.a.example\n    label: Plan\n"), 5, "https://www.a.example"),
    "key twice": ("de.md", FRONT.format(more="title: Noch ein Titel\n"), 4, "Keep one"),
    "edition named .md.txt": ("nl.md.txt", WORDS, 0, "Rename nl.md.txt to nl.md"),
    "edition named .txt": ("nl.txt", WORDS, 0, "Rename nl.txt to nl.md"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_line_and_cause(name: str, tmp_path: Path) -> None:
    """The first thing that is said of the file names the line, and what to write instead."""
    file, text, line, fix = MISTAKES[name]
    write(tmp_path)
    folder = tmp_path / "reports/2024/anfang"
    folder.mkdir(parents=True)
    if "credit" in name:
        (folder / "photos").mkdir()
        (folder / "photos/a.jpg").write_bytes(jpeg())
    for path, whole in {"report.yaml": FACTS, "de.md": WORDS, file: text}.items():
        (folder / path).write_text(whole, "utf-8")
    told = [p for p in load(tmp_path).problems if p.file.endswith(f"anfang/{file}")]
    assert told, "nothing is said"
    assert (told[0].line, fix in told[0].fix) == (line, True), told[0]
