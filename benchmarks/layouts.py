"""Writes the corpus as each tool wants to find it; the same words everywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import Facts, Text, all_facts, texts
from benchmarks.corpus_words import AUTHORS, CONTACTS, FIELDS, SUBJECTS

_CROSS = re.compile("\x02([^\x03]*)\x03([^\x04]*)\x04")

Layout = Callable[[Path, Facts, Text], None]


def _q(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _body(text: Text, form: str) -> str:
    """The Markdown with links to other reports as the tool writes them (``{lang}``, ``{name}``)."""
    return _CROSS.sub(lambda m: f"[{m[1]}]({form.format(lang=text.lang, name='report-' + m[2])})", text.body)


def dreiklang(root: Path, facts: Facts, text: Text) -> None:
    """A folder for each report."""
    folder = root / "content" / "reports" / str(facts.moment.year) / facts.name
    if text.lang == "de":
        day = facts.moment.date()
        _put(
            folder / "report.yaml",
            f"date: {facts.moment:%Y-%m-%dT%H:%M}\nevent: {{start: {day}, end: {day}, city: {facts.city}}}\n"
            f"source_language: de\nkind: report\nstatus: published\ntopics: [{', '.join(facts.topics)}]\n"
            f"authors: [{facts.author}]\ncontacts: [{', '.join(facts.contacts)}]\n",
        )
    links = "".join(f"\n  - {{url: {_q(url)}, label: {_q(label)}}}" for url, label in text.links)
    head = f"title: {_q(text.title)}\nteaser: {_q(text.teaser)}\n" + (f"links:{links}\n" if links else "")
    _put(folder / f"{text.lang}.md", f"---\n{head}---\n{_body(text, 'report:{name}')}")


def dreiklang_ground(root: Path) -> None:
    """site.yaml, people.yaml and topics.yaml."""
    people = [
        f"{ident}: {{name: {_q(c['name'])}, sort_name: {_q(c['name'])}, role: {_q(c['role'])},"
        f" phone: {_q(c['phone'])}, email: {_q(c['email'])}}}"
        for ident, c in CONTACTS.items()
    ]
    people += [f"{ident}: {{name: {_q(name)}, sort_name: {_q(name)}}}" for ident, name in AUTHORS.items()]
    topics = [f"{ident}: {{de: {_q(de)}, nl: {_q(nl)}, en: {_q(en)}}}" for ident, (de, nl, en) in FIELDS.items()]
    topics += [f"{ident}: {ident}" for ident in SUBJECTS]
    _put(root / "content" / "people.yaml", "\n".join(people) + "\n")
    _put(root / "content" / "topics.yaml", "\n".join(topics) + "\n")
    _put(
        root / "content" / "site.yaml",
        "name: Benchmark press site\nurl: https://www.example.org\nlanguages: [de, nl, en]\ntimezone: UTC\n"
        "publisher: {name: Benchmark}\npress_contacts: [contact-00]\nper_page: 20\n",
    )


def _front(facts: Facts, text: Text) -> dict[str, object]:
    return {
        "title": text.title,
        "date": f"{facts.moment:%Y-%m-%dT%H:%M:%SZ}",
        "topics": list(facts.topics),
        "years": [str(facts.moment.year)],
        "summary": text.teaser,
        "location": facts.city,
        "authors": [facts.author],
        "contacts": list(facts.contacts),
        "further": [{"url": url, "label": label} for url, label in text.links],
    }


def hugo(root: Path, facts: Facts, text: Text) -> None:
    """A content folder for each language."""
    head = "".join(f"{key}: {_q(value)}\n" for key, value in _front(facts, text).items())
    body = _body(text, '{{{{< relref "{name}" >}}}}')
    _put(root / "content" / text.lang / "reports" / f"{facts.name}.md", f"---\n{head}---\n\n{body}")


def eleventy(root: Path, facts: Facts, text: Text) -> None:
    """As Hugo's, with plain addresses."""
    front = _front(facts, text) | {"contactids": list(facts.contacts)}
    del front["contacts"]
    head = "".join(f"{key}: {_q(value)}\n" for key, value in front.items())
    body = _body(text, "/{lang}/reports/{name}/")
    _put(root / "content" / text.lang / "reports" / f"{facts.name}.md", f"---\n{head}---\n\n{body}")


def pelican(root: Path, facts: Facts, text: Text) -> None:
    """All languages in one folder."""
    further = "".join(f"\n    {url} {label}" for url, label in text.links)
    head = (
        f"Title: {text.title}\nDate: {facts.moment:%Y-%m-%d %H:%M}\nSlug: {facts.name}\nLang: {text.lang}\n"
        f"Tags: {', '.join(facts.topics)}\nSummary: {text.teaser}\nLocation: {facts.city}\n"
        f"Authors: {AUTHORS[facts.author]}\nContacts: {', '.join(facts.contacts)}\n"
        + (f"Further: {further.strip()}\n" if further else "")
    )
    body = _body(text, "{{filename}}{name}.{lang}.md")
    _put(root / "content" / "reports" / f"{facts.name}.{text.lang}.md", f"{head}\n{body}")


def nikola(root: Path, facts: Facts, text: Text) -> None:
    """Posts with the language in the file's name, save the first."""
    further = " | ".join(f"{url} {label}" for url, label in text.links)
    head = (
        f".. title: {text.title}\n.. slug: {facts.name}\n.. date: {facts.moment:%Y-%m-%d %H:%M:%S} UTC\n"
        f".. tags: {', '.join(facts.topics)}\n.. description: {text.teaser}\n.. location: {facts.city}\n"
        f".. author: {AUTHORS[facts.author]}\n.. contacts: {', '.join(facts.contacts)}\n.. further: {further}\n"
    )
    name = facts.name if text.lang == "de" else f"{facts.name}.{text.lang}"
    _put(root / "posts" / f"{name}.md", f"<!--\n{head}-->\n\n{_body(text, 'link://slug/{name}')}")


LAYOUTS: dict[str, Layout] = {
    "dreiklang": dreiklang,
    "hugo": hugo,
    "eleventy": eleventy,
    "pelican": pelican,
    "pelican_i18n_subsites": pelican,
    "nikola": nikola,
}


def write_corpus(root: Path, layout: str, count: int) -> None:
    """Writes ``count`` reports in three languages below ``root``."""
    for facts in all_facts(count):
        for text in texts(facts, count):
            LAYOUTS[layout](root, facts, text)
    if layout == "dreiklang":
        dreiklang_ground(root)
