"""README and guides tell the truth: every task, option, key, setting, variable and code is named, and examples work."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from invoke.parser import Parser

import pelicanconf
import tasks
from plugins.cli.build import build
from plugins.newsroom import forms
from tests.founding.newsroom import lay_out
from tests.site.newsroom import jpeg
from tests.unit.documents.samples import pdf

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text("utf-8") for page in PAGES}
TASKS = {str(context.name): context for context in tasks.namespace.to_contexts()}
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def section(page: str, heading: str) -> str:
    """The text under a heading, up to the next one of its rank or higher."""
    rank = len(heading) - len(heading.lstrip("#"))
    _, found, rest = TEXTS[page].partition(f"\n{heading}\n")
    assert found, f"{page} has no heading {heading!r}"
    return re.split(rf"^#{{1,{rank}}} ", FENCE.sub(lambda m: m[0].replace("\n#", "\n "), rest), flags=re.MULTILINE)[0]


# Tasks


def test_the_readme_names_the_tasks_and_no_others() -> None:
    """In its table."""
    rows = re.findall(r"^\| (`.+?) \|", section("README.md", "## Tasks"), re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == sorted(TASKS)


@pytest.mark.parametrize("name", sorted(TASKS))
def test_every_option_is_explained(name: str) -> None:
    """Under the task's heading, all of them and no others."""
    told = set(re.findall(r"`--([\w-]+)", section("docs/tasks.md", f"## `{name}`")))
    options = {flag.removeprefix("--") for flag in TASKS[name].flags if flag.startswith("--")}
    assert {flag for flag in told if flag not in options} == set()
    assert {flag for flag in options if flag not in told} == set()


def test_no_task_is_explained_that_does_not_exist() -> None:
    """A task that was renamed or dropped leaves the page as well."""
    assert sorted(re.findall(r"^## `(\w+)`", TEXTS["docs/tasks.md"], re.MULTILINE)) == sorted(TASKS)


def commands() -> Iterator[tuple[str, str]]:
    """(page, command line) of every call of a task that the pages show, in blocks and in running text."""
    for page, text in TEXTS.items():
        blocks = [body for kind, _, body in FENCE.findall(text) if kind in ("sh", "text", "bash")]
        for line in [line for body in blocks for line in body.splitlines()] + re.findall(
            r"`(python3 tasks\.py [^`]+)`", text
        ):
            if line.startswith("python3 tasks.py ") and "TASK" not in line:
                yield page, line.partition("  #")[0].strip()


@pytest.mark.parametrize(("page", "line"), sorted(set(commands())))
def test_every_command_is_understood(page: str, line: str) -> None:
    """As printed."""
    words = shlex.split(line, comments=True)[2:]
    parsed = Parser(contexts=tasks.namespace.to_contexts()).parse_argv(words)
    assert [context.name for context in parsed] == words[:1]
    assert not parsed.unparsed


# Keys


SECTIONS = {
    "SiteForm": "## site.yaml",
    "PublisherForm": "## site.yaml",
    "OperatorForm": "## site.yaml",
    "PressForm": "## site.yaml",
    "TranslationForm": "## site.yaml",
    "SeriesForm": "## site.yaml",
    "FundingForm": "## site.yaml",
    "SecurityForm": "## site.yaml",
    "PersonForm": "## people.yaml",
    "ReportForm": "### report.yaml",
    "EventForm": "### report.yaml",
    "RegistrationForm": "### report.yaml",
    "EventChangeForm": "### report.yaml",
    "WithdrawalForm": "### report.yaml",
    "NamedForm": "### report.yaml",
    "SourceForm": "### report.yaml",
    "PhotoForm": "### report.yaml",
    "DocumentForm": "### report.yaml",
    "VideoForm": "### report.yaml",
    "VideoWordsForm": "### An edition",
    "EditionForm": "### An edition",
    "PhotoWordsForm": "### An edition",
    "LinkForm": "### An edition",
    "CorrectionForm": "### An edition",
    "PageForm": "## Static pages",
    "PageEditionForm": "## Static pages",
}
FORMS = {name: form for name, form in vars(forms).items() if isinstance(form, type) and issubclass(form, forms.Form)}


def test_every_form_has_its_section() -> None:
    """A file of a new kind is explained too."""
    assert SECTIONS.keys() == FORMS.keys() - {"Form"}


@pytest.mark.parametrize("name", SECTIONS)
def test_every_key_is_explained(name: str) -> None:
    """In words, not in the example alone."""
    words = FENCE.sub("", section("docs/content.md", SECTIONS[name]))
    told = set(re.findall(r"`(\w+)`", words))
    assert set(FORMS[name].model_fields) - told == set()


def test_no_key_is_explained_that_does_not_exist() -> None:
    """The first column of the tables holds keys alone."""
    keys = {key for form in FORMS.values() for key in form.model_fields}
    for heading in set(SECTIONS.values()):
        for row in re.findall(r"^\| (`.+?) \|", section("docs/content.md", heading), re.MULTILINE):
            assert set(re.findall(r"`(\w+)`", row)) <= keys


@pytest.mark.parametrize("name", SECTIONS)
def test_needed_keys_are_called_needed(name: str) -> None:
    """What has a default is not."""
    words = FENCE.sub("", section("docs/content.md", SECTIONS[name]))
    for key, field in FORMS[name].model_fields.items():
        row = re.search(rf"^\|[^|\n]*`{key}`[^|\n]*\| needed \|", words, re.MULTILINE)
        if field.is_required() and name in ("SiteForm", "PersonForm", "ReportForm", "EditionForm"):
            assert row, f"{key} is needed"
    for row in re.findall(r"^\| (`[^|]+) \| needed \|", words, re.MULTILINE):
        for key in re.findall(r"`(\w+)`", row):
            assert any(
                (key in form.model_fields and form.model_fields[key].is_required()) or key == "credit"
                for form_name, form in FORMS.items()
                if SECTIONS.get(form_name) == SECTIONS[name]
            ), key


def test_the_example_uses_every_key() -> None:
    """So that each is seen once as it is written."""
    shown = {path: body for kind, path, body in FENCE.findall(TEXTS["docs/content.md"]) if path}
    site, report = (
        yaml.safe_load(shown[path]) for path in ("content/site.yaml", "content/reports/2024/harbour-day/report.yaml")
    )
    edition = yaml.safe_load(shown["content/reports/2024/harbour-day/de.md"].split("---\n")[1])
    people = yaml.safe_load(shown["content/people.yaml"])
    used = {
        "SiteForm": site.keys(),
        "PublisherForm": site["publisher"].keys(),
        "OperatorForm": site["operator"].keys(),
        "TranslationForm": site["translation"].keys(),
        "SecurityForm": site["security"].keys(),
        "PersonForm": set().union(*people.values()),
        "ReportForm": report.keys() | {"withdrawn"},  # goes with another status, and has an example of its own
        "EventForm": report["event"].keys(),
        "RegistrationForm": report["event"]["registration"].keys(),
        "EventChangeForm": report["event"]["changes"][0].keys(),
        "WithdrawalForm": forms.WithdrawalForm.model_fields.keys(),
        "NamedForm": report["organisers"][0].keys(),
        "SourceForm": report["sources"][0].keys(),
        "PhotoForm": report["photos"][0].keys(),
        "EditionForm": edition.keys(),
        "PhotoWordsForm": edition["photos"]["kai.jpg"].keys(),
        "LinkForm": edition["links"][0].keys(),
        "CorrectionForm": edition["corrections"][0].keys(),
        "PageForm": yaml.safe_load(shown["content/pages/imprint/page.yaml"]).keys(),
    }
    for name, keys in used.items():
        assert set(FORMS[name].model_fields) == set(keys), name


# Settings, variables, codes


def test_every_setting_is_explained() -> None:
    """Those of the mapping DREIKLANG, all of them and no others."""
    rows = re.findall(r"^\| `([A-Z]+)` \|", section("docs/settings.md", "## Settings"), re.MULTILINE)
    assert sorted(rows) == sorted(pelicanconf.DREIKLANG)


ANYBODYS = {"PATH", "TERM"}
"""Variables of every system, which nobody sets for Dreiklang."""
READ_BY_OTHERS = {"PIP_INDEX_URL", "HTTPS_PROXY"}
"""Variables that programs of ours read for us."""


def variables() -> set[str]:
    """The names of environment variables that our code reads."""
    found = set()
    folders = ("plugins", "tools", "tests/browser", "tests/golden")
    for path in [path for folder in folders for path in (ROOT / folder).rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            holder: ast.expr | None = None
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "get"
                and node.args
            ):
                holder, key = node.func.value, node.args[0]
            elif isinstance(node, ast.Subscript):
                holder, key = node.value, node.slice
            if holder is not None and ast.unparse(holder) in ("os.environ", "environment", "self._environment"):
                found |= (
                    {key.value}
                    if isinstance(key, ast.Constant) and isinstance(key.value, str)
                    else _constant(path, key)
                )
    return found


def _constant(path: Path, key: ast.expr) -> set[str]:
    """The value of a name that a module sets at its top."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == ast.unparse(key):
            return {ast.literal_eval(node.value)}
    return set()


def test_every_variable_is_explained() -> None:
    """On the page of settings, or on that of the engines; none is made up."""
    told = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)*)`", section("docs/settings.md", "## Environment variables")))
    engines = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", TEXTS["docs/engines.md"]))
    assert variables() - ANYBODYS - told - engines == set()
    assert told - variables() - READ_BY_OTHERS == set()


NO_CODES = {
    "fuzzy-match", "leveraged-mt", "mt-suggestion", "needs-translation", "state-qualifier",
    "encryption-data", "page-validation", "picture-credits", "ua-1",
    "apple-touch-icon", "http-equiv", "markdown-it", "no-store", "source-language", "stand-alone", "target-language",
    "accept-language", "too-long", "trans-unit", "utf-8", "utf-8-sig", "x-default", "1970-01-01",
}  # fmt: skip
"""Words with a hyphen in modules that give problems, which are no codes."""


def codes() -> set[str]:
    """Every word that looks like a problem's code, in the modules that give problems; not what the gate finds."""
    found = set()
    for path in (ROOT / "plugins").rglob("*.py"):
        text = path.read_text("utf-8")
        if "roblem" in text and "Finding(" not in text and not path.stem.endswith("_tasks"):  # those name options
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= set(re.findall(r"\A[a-z0-9]+(?:-[a-z0-9]+)+\Z", node.value))
    return found - NO_CODES


def test_every_problem_is_explained() -> None:
    """With how to fix it."""
    explained = dict(
        re.findall(r"^### `([a-z0-9-]+)`\n(.*?)(?=^##|\Z)", TEXTS["docs/problems.md"], re.DOTALL | re.MULTILINE)
    )
    assert {code for code in codes() if "**Fix:** " not in explained.get(code, "")} == set()


# Links and examples


def anchors(text: str) -> set[str]:
    """The ids that GitHub gives to a page's headings."""
    heads = re.findall(r"^#{1,6} (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", TEXTS)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    """Files exist, and so do their headings."""
    for target in re.findall(r"\]\((?!https?:|mailto:|report:|page:|photo:)([^)\s]+)\)", FENCE.sub("", TEXTS[page])):
        path, _, anchor = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        assert file.exists(), f"{page}: {target}"
        if anchor:
            assert anchor in anchors(file.read_text("utf-8")), f"{page}: {target}"


@pytest.mark.parametrize("page", TEXTS)
def test_files_that_are_named_exist(page: str) -> None:
    """Paths of this project in running text; but not what is made at work, which git leaves alone."""
    made = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    for path in re.findall(r"`((?:tests|tools|plugins|theme|benchmarks|docs)/[\w./-]+)`", TEXTS[page]):
        assert path in made or (ROOT / path).exists(), f"{page} names {path}"


def examples(page: str) -> dict[str, str]:
    """The files a page shows whole, by their paths."""
    return {path: body for _, path, body in FENCE.findall(TEXTS[page]) if path}


@pytest.mark.parametrize(
    ("page", "start", "made"),
    [
        ("docs/content.md", False, "de/2024/tag-der-offenen-kais/index.html"),
        ("README.md", True, "de/2026/harbour-day/index.html"),
    ],
    ids=["content", "readme"],
)
def test_the_examples_build(page: str, start: bool, made: str, tmp_path: Path) -> None:
    """As printed: a newsroom of their own, or one more report in the newsroom that comes with Dreiklang."""
    if start:
        lay_out(tmp_path)
    shown = examples(page)
    assert shown
    for path, text in shown.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        for picture in re.findall(r"(?:file: |photo: |logo: )([\w/]+\.(?:jpg|png))", text):
            where = tmp_path / "content" / picture if "/" in picture else file.parent / "photos" / picture
            where.parent.mkdir(parents=True, exist_ok=True)
            where.write_bytes(jpeg(640, 480))
        for document in re.findall(r"file: (\w+\.pdf)", text):
            where = file.parent / "documents" / document
            where.parent.mkdir(exist_ok=True)
            where.write_bytes(pdf())
    content, translations, output, cache = (
        str(tmp_path / name) for name in ("content", "translations", "output", "cache")
    )
    assert build(content, translations, output, cache, 1) == 0
    assert (tmp_path / "output" / made).exists()


def test_decisions_are_numbered_dated_and_listed() -> None:
    """In a row, each with its day, and in the index under its title."""
    pages = sorted(path for path in (ROOT / "docs/decisions").glob("*.md") if path.name != "README.md")
    index = (ROOT / "docs/decisions/README.md").read_text("utf-8")
    assert [path.name[:4] for path in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    for path in pages:
        title, _, date, *_ = path.read_text("utf-8").splitlines()
        assert re.fullmatch(r"\*\*Date\.\*\* \d{4}-\d{2}-\d{2}", date), path.name
        assert f"| [{path.name[:4]} {title.removeprefix('# ')}]({path.name}) | {date.split()[1]} |" in index


def test_the_map_names_modules_that_are_there() -> None:
    """Each path in docs/architecture.md is that of a module, or of one of the engines."""
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z_/]+\.py)`", text))
    places = (ROOT / "plugins", ROOT / "plugins/translation/engines")
    assert len(named) > 50
    assert [name for name in sorted(named) if not any((place / name).is_file() for place in places)] == []
