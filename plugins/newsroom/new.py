"""A new report's folder, ready to be filled in."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
from pathlib import Path

from plugins.newsroom.codes import Code
from plugins.newsroom.fields import describe
from plugins.newsroom.front_matter import PLACEHOLDER
from plugins.newsroom.model import Lang
from plugins.newsroom.problem import ContentError, Problem
from plugins.newsroom.site import load_site
from plugins.newsroom.slug import EXPECTED, is_slug, make_slug
from plugins.newsroom.source import whole
from plugins.newsroom.suggest import did_you_mean
from plugins.newsroom.tree import find_bundles

_FACTS = """\
# The facts of this report that are the same in all languages. A line that starts with “# ” is a remark.

date: {date}
# Day of publication. With a time: 2024-05-02T10:00 (the clock of site.yaml's time zone).

source_language: {lang}
# The language the report is first written in.

status: draft
# draft: seen by nobody · published · withdrawn

kind: report
# report · release · notice

# event:
#   start: {date}
#   end: {date}
#   venue: Name of the place
#   city: Town
#   country: DE
# What takes place, from its announcement to the report. A time is written 2024-05-02T18:00. Also possible: timezone,
# name, url, status: planned, attendance: online, registration, stream, recording, changes (docs/content.md).

# topics:
#   - topic
# Ids of topics.yaml.

# authors:
#   - person
# contacts:
#   - person
# Ids of people.yaml. Without contacts, the press contacts of site.yaml stand in.

# organisers:
#   - name: Name
#     url: https://www.example.org
# sources:
#   - name: Where the report was taken from
#     url: https://www.example.org
#     date: {date}

# photos:
#   - file: stand.jpg
#     credit: Organisation | Name of the photographer
# hero: stand.jpg
# Pictures lie in the folder “photos”. The credit is obligatory and never translated. Also possible:
# rights_holder, licence, usage_terms, usable_from, usable_until: {date}, photographer: person, persons: [Name],
# consent_until: {date}, focus: [0.5, 0.3] (the point that must stay visible, from the left and the top).

# documents:
#   - file: programme.pdf
#     language: {lang}
# Files to be handed out lie in the folder “documents”; their titles stand in the editions. Also possible: usable_until.

# video:
#   url: https://www.example.org/film
#   poster: stand.jpg
#   length: 3:25
# The title stands in the editions. Also possible: embed, file, captions (docs/content.md).

# embargo: {date}T10:00
# Before that moment, on the clock of site.yaml's time zone, the report appears nowhere.

# confidential: true
# Never sent to a translation engine that is not confidential.

# series: series
# funding:
#   - project
# Ids of “series” and “funding” in site.yaml.

# publish: together
# All languages at once, or none; usually each as it is ready. Or by language: {{nl: reviewed}}.

# known_as: old-name
# The name under which this report was first published; `rename` writes it.

# aliases:
#   - /de/old/address/
# Old addresses that shall lead here.

# withdrawn:
#   date: {date}
#   reason: Why, for its readers
#   successor: report-in-its-place
# With “status: withdrawn”: headline and these words are all that stays.

# note: For the newsroom alone, never published.
"""

_WORDS = """\
---
title: {title}
teaser: {gap}
# One or two sentences that stand in lists and at the top of the report.
# kicker: A word or two above the title
# slug: the-last-part-of-the-address
# photos:
#   stand.jpg:
#     alt: What is to be seen, for somebody who cannot see it
#     caption: The line below the picture
# documents:
#   programme.pdf: Programme of the day
# video:
#   title: What the film shows
#   transcript: What is said in it, and what is to be seen
# links:
#   - url: https://www.example.org
#     label: Further information
# corrections:
#   - date: {date}
#     text: What was put right
# added: {date}
# The day on which this language came, where that is later than the report
---
{gap}
"""


def new_report(content: Path, name: str, lang: Lang, date: dt.date, title: str) -> Path:
    """Makes ``reports/<year>/<name>`` as a draft with remarks on every key, and returns that folder.

    The folder appears whole or not at all. Raises ``ContentError`` for a name that is taken or cannot
    be one, a language the site does not have, or an empty title.
    """
    folder = content / "reports" / f"{date.year:04}" / name
    problems = tuple(refusals(content, folder, name, lang, title))
    if problems:
        raise ContentError(problems)
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        making.chmod(0o755)
        (making / "photos").mkdir()
        (making / "photos" / ".gitkeep").touch()
        (making / "report.yaml").write_bytes(_FACTS.format(date=date.isoformat(), lang=lang).encode())
        quoted = json.dumps(" ".join(title.split()), ensure_ascii=False)
        (making / f"{lang}.md").write_bytes(
            _WORDS.format(title=quoted, date=date.isoformat(), gap=PLACEHOLDER).encode()
        )
        making.rename(folder)
    except OSError:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return folder


def refusals(content: Path, folder: Path, name: str, lang: Lang, title: str) -> list[Problem]:
    """Why a report cannot be begun in a folder: its id, its language, its title."""
    site = load_site(content)
    if site.doc is None:
        return list(site.problems)
    shown = str(folder)
    problems: list[Problem] = []
    if not is_slug(name):
        near = make_slug(name)
        fix = f"Write for example {near}." if near else "Write a short name such as kanada-lunch."
        problems.append(whole(shown, Code.BAD_ID, f"the id {describe(name)}", EXPECTED, fix))
    taken = next((path for path in find_bundles(content).reports if path.name == name), None)
    if taken is not None:
        fix = f"Choose another id, for example {name}-{folder.parent.name}."
        expected = "an id that no other report has, in any year"
        problems.append(whole(str(taken), Code.DUPLICATE_ID, f"a report “{name}” that is there already", expected, fix))
    languages = site.stand_in.languages
    if lang not in languages:
        fix = did_you_mean(lang, languages, "Choose one of them, or add the language in site.yaml.")
        expected = f"one of the site's languages: {', '.join(languages)}"
        problems.append(whole(shown, Code.UNKNOWN_LANGUAGE, f"the language “{lang}”", expected, fix))
    if not any(sign.isprintable() and not sign.isspace() for sign in title):
        problems.append(whole(shown, Code.EMPTY_VALUE, "an empty title", "a title", "Give the report a title."))
    return problems
