"""The catalogue as a PO file: written, read, and refused where it is damaged."""

from __future__ import annotations

import datetime as dt
import pickle
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.model import State
from plugins.translation.catalogue import (
    Catalogue,
    Entry,
    FindingAnswer,
    Header,
    Origin,
    Reading,
    Review,
    Standing,
    digest,
)
from plugins.translation.fill import fill
from plugins.translation.inlines import Inside
from plugins.translation.inner import escaped, trimmed
from plugins.translation.merge import rebased, wanting
from plugins.translation.po_read import read_catalogue
from plugins.translation.po_write import write_catalogue
from plugins.translation.segment import Tag, TagKind
from tests.unit.translation.samples import BY_MACHINE, DUTCH, LANGUAGES, ORIGINAL, POLICY, dutch, report, with_body

ANSWER = FindingAnswer(
    "answer: number: “22” has become “23”", "Julia", "2024-05-04", "Amt", 'Größe "neu" \\ alt\u2028.'
)
FILE = "translations/reports/kanada/nl.po"


def reading(data: bytes | str) -> Reading:
    """What is made of a file's content."""
    return read_catalogue(data.encode() if isinstance(data, str) else data, FILE, "nl")


def without_lines(catalogue: Catalogue) -> Catalogue:
    """The catalogue without the lines its entries were read from."""
    return replace(
        catalogue,
        entries=tuple(replace(e, line=0) for e in catalogue.entries),
        memory=tuple(replace(e, line=0) for e in catalogue.memory),
    )


def there_and_back(catalogue: Catalogue) -> Catalogue:
    """The catalogue written and read again."""
    found = reading(write_catalogue(catalogue))
    assert found.catalogue is not None and found.problems == ()
    return without_lines(found.catalogue)


def full() -> Catalogue:
    """A catalogue with everything a catalogue can have."""
    changed = replace(with_body("Robotik", "Robotik und Logistik"), title="Neu")
    catalogue = rebased(report(changed), dutch())
    first, second, *rest = catalogue.entries
    first = replace(first, findings=("numbers: 22 / 23", "length: too long"), note="Siehe\nGlossar", answers=(ANSWER,))
    second = replace(second, fuzzy=False, target='Economie "nu"')
    header = replace(
        catalogue.header,
        translator="Bureau De Vries",
        reviews=(Review("Julia; „Jäger“", "Presse: Amt", "2024-05-04", ("aa", "bb"), ("cc", "dd"), (ANSWER,)),),
        adopted="2024-05-03",
        tail=" |\n\n",
        other=(("X-Generator", "Poedit 3.4"),),
    )
    return replace(catalogue, header=header, entries=(first, second, *rest))


def test_written_and_read_it_is_the_same() -> None:
    """Nothing of a catalogue is lost in its file."""
    assert there_and_back(full()) == full()


def test_the_same_values_give_the_same_bytes() -> None:
    """Writing what was read changes no byte."""
    data = write_catalogue(full())
    found = reading(data).catalogue
    assert found is not None and write_catalogue(found) == data


INNER = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(lambda text: trimmed(escaped(text)))
RAW = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=150, deadline=None)
@given(INNER.filter(bool), INNER, RAW, RAW, RAW, st.booleans())
def test_any_text_survives_the_file(
    source: str, target: str, glue: str, opening: str, closing: str, fuzzy: bool
) -> None:
    """Line ends of other worlds, quotation marks, backslashes: all come back."""
    tags = (Tag(1, TagKind.LINK, opening, closing), Tag(2, TagKind.EMAIL, opening, visible=closing or opening))
    marked = '<g id="1">a</g><x id="2"/>'
    entry = Entry("body/paragraph", source + marked, target + marked, fuzzy, "deepl", "m", "2024-05-02", tags=tags)
    inside = replace(entry, key="body/alt", inside=Inside(1, 2, 3, 4))
    catalogue = Catalogue(
        Header("r", "de", "nl", tail=glue),
        (replace(entry, glue=glue), inside),
        standing=Standing(State.MACHINE, (("title", "t" + target),), f"a\r\n\n{target}\n", "deepl", "m", "2024-05-02"),
    )
    assert there_and_back(catalogue) == catalogue


def test_gettext_accepts_the_file(tmp_path: object) -> None:
    """``msgfmt --check`` is the referee of PO files; Debian and macOS have it as gettext."""
    tool = shutil.which("msgfmt")
    assert tool, "install gettext: apt-get install gettext, or brew install gettext"
    done = subprocess.run(
        [tool, "--check", "-o", "/dev/null", "-"], input=write_catalogue(full()), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_gettext_reads_what_we_wrote() -> None:
    """``msgcat`` writes the file anew in its own manner; to us it still says the same."""
    tool = shutil.which("msgcat")
    assert tool, "install gettext: apt-get install gettext, or brew install gettext"
    done = subprocess.run([tool, "-"], input=write_catalogue(full()), capture_output=True, check=True)
    found = reading(done.stdout).catalogue
    assert found is not None
    assert [(e.key, e.source, e.target, e.origin) for e in found.entries] == [
        (e.key, e.source, e.target, e.origin) for e in full().entries
    ]
    assert [(e.source, e.target) for e in found.memory] == [(e.source, e.target) for e in full().memory]


def test_a_changed_paragraph_is_a_diff_of_a_few_lines() -> None:
    """Order and wrapping are stable: nothing but the changed entry and the head moves."""
    before = write_catalogue(dutch()).decode().splitlines()
    entries = tuple(replace(e, target="Robots") if e.source == "Robotik" else e for e in dutch().entries)
    after = write_catalogue(replace(dutch(), entries=entries)).decode().splitlines()
    assert [line for line in before if line not in after and "Robo" not in line] == []
    assert len([line for line in after if line not in before]) <= 3


def test_a_catalogue_can_be_remembered() -> None:
    """Frozen values all through: it pickles, and equals itself."""
    assert pickle.loads(pickle.dumps(full())) == full()


def test_taking_the_fuzzy_mark_away_makes_the_words_a_persons() -> None:
    """What Poedit does when somebody confirms a translation."""
    text = write_catalogue(dutch()).decode()
    mark, first = '#, fuzzy\nmsgctxt "title"\n', 'msgctxt "title"\n'
    found = reading(text.replace(mark, first)).catalogue
    assert found is not None
    assert [e.origin for e in found.entries[:2]] == [Origin.PERSON, Origin.MACHINE]


def test_changed_words_that_are_still_marked_are_unfinished() -> None:
    """What Poedit writes for “Needs work”: neither shown, nor overwritten."""
    found = reading(write_catalogue(dutch()).decode().replace('"Robotica"', '"Robots"')).catalogue
    assert found is not None
    assert [(e.origin, e.usable) for e in found.entries if e.target == "Robots"] == [(Origin.UNFINISHED, False)]


def stripped(text: str, *, fuzzy: bool) -> str:
    """The file as a program leaves it that takes comments out, and perhaps the fuzzy marks."""
    gone = ("#.", "#,") if fuzzy else ("#.",)
    return "\n".join(line for line in text.splitlines() if not line.startswith(gone)) + "\n"


@pytest.mark.parametrize("fuzzy", [True, False])
def test_comments_that_are_gone_make_nobody_of_a_machine(fuzzy: bool) -> None:
    """Whose words they are stands in the head of the file too; a person's beside them stay a person's."""
    (title, *rest) = dutch().entries
    own = replace(title, fuzzy=False, target="Eigen titel", mark="", engine="", model="", date="")
    text = stripped(write_catalogue(replace(dutch(), entries=(own, *rest))).decode(), fuzzy=fuzzy)
    found = reading(text).catalogue
    assert found is not None
    assert found.entries[0].origin is Origin.PERSON
    assert {e.origin for e in found.entries[1:]} == {Origin.UNKNOWN if fuzzy else Origin.MACHINE}
    assert all(e.usable and e.made_by_machine for e in found.entries[1:])
    again = reading(write_catalogue(found)).catalogue
    assert again is not None and [e.origin for e in again.entries] == [e.origin for e in found.entries]


def test_a_file_that_says_nothing_of_origins_counts_as_a_machines() -> None:
    """Neither head nor comments: shown with its notice, and never overwritten."""
    text = stripped(write_catalogue(dutch()).decode(), fuzzy=True)
    text = "\n".join(line for line in text.splitlines() if not line.startswith('"X-Machine-Texts')) + "\n"
    found = reading(text).catalogue
    assert found is not None and reading(text).problems == ()
    assert {entry.origin for entry in found.entries} == {Origin.UNKNOWN}
    assert wanting(rebased(report(), found)) == ()
    shown = fill(report(), [found], LANGUAGES, POLICY).edition("nl")
    assert shown is not None and (shown.state, shown.body) == (State.MACHINE, DUTCH.body)


def test_a_finding_whose_comment_is_gone_is_still_open() -> None:
    """The head of the file knows that there was one."""
    (title, *rest) = dutch().entries
    asked = replace(dutch(), entries=(replace(title, findings=("answer: name: “Kanada” has gone",)), *rest))
    found = reading(stripped(write_catalogue(asked).decode(), fuzzy=False)).catalogue
    assert found is not None and [bool(e.open) for e in found.entries[:2]] == [True, False]


@pytest.mark.parametrize("found", ["nl_BE", "nl-NL", "NL", "nl_NL.UTF-8", "nl@latin"])
def test_a_region_is_no_other_language(found: str) -> None:
    """Poedit sets one where it checks spelling."""
    text = write_catalogue(dutch()).decode().replace('"Language: nl\\n"', f'"Language: {found}\\n"')
    read = reading(text)
    assert read.problems == () and read.catalogue is not None and read.catalogue.header.lang == "nl"


def test_an_entry_twice_is_told_with_its_line() -> None:
    """And what to do about it, which is never to delete the file."""
    text = write_catalogue(dutch()).decode()
    entry = text[text.index('msgctxt "title"') : text.index("#. engine", text.index('msgctxt "title"'))]
    (problem,) = reading(text + "\n" + entry).problems
    assert text.count("\n") < problem.line <= text.count("\n") + 3
    assert "once more" in problem.found and "delete" not in problem.fix.lower()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 6000))
def test_a_file_that_was_cut_shows_no_half_words(at: int) -> None:
    """It is told with its last line, or what is left of it are whole texts."""
    text = write_catalogue(dutch()).decode()[:at]
    found = reading(text.encode())
    assert not any("delete" in problem.fix.lower() for problem in found.problems)
    if found.catalogue is not None:
        whole = {entry.target for entry in dutch().entries}
        assert all(entry.target in whole for entry in found.catalogue.entries if entry.usable)


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ('msgstr "Canada komt', 'msgstr "Canada" komt', 25, "no line of a PO file"),
        ("#, fuzzy", "<<<<<<< HEAD\n#, fuzzy", 22, "merge conflict"),
        ("#, fuzzy", "||||||| base\n#, fuzzy", 22, "merge conflict"),
        ('msgstr "Canada komt naar Hannover"', "msgstr “Canada komt naar Hannover”", 25, "no line of a PO file"),
        ('msgstr "Canada komt naar Hannover"', 'msgstr "Canada komt naar Hannover', 25, "no line of a PO file"),
        ('msgstr "Canada komt naar Hannover"\n', "", 24, "ends with its msgid"),
        ('msgstr "Canada', 'msgid_plural "x"\nmsgstr[0] "Canada', 25, "forms of a plural"),
        ('msgstr "Canada', 'msgstr "Ca\0nada', 25, "a control character"),
        ('msgid ""\nmsgstr ""', "Guten Tag", 4, "no line of a PO file"),
        ('"Language: nl\\n"', '"Language: en\\n"', 1, "Language: en"),
        ('"Language: nl\\n"\n', "", 1, "no Language"),
        ('<g id=\\"1\\">22 gasten</g>', "22 gasten", 0, 'lacks <g id="1">'),
        ('msgstr "Robotica"', 'msgstr "<script>alert(1)</script>"', 0, "markup that the original lacks"),
        ("vragen", "vragen", 0, ""),
    ],
)
def test_damage_is_a_problem_with_its_line(old: str, new: str, line: int, told: str) -> None:
    """Never a traceback: file, line, what was found, how to fix it."""
    text = write_catalogue(dutch()).decode()
    found = reading(text.replace(old, new, 1))
    if not told:
        assert found.problems == ()
        return
    (problem,) = found.problems
    assert (problem.file, problem.level) == (FILE, "warning")
    assert told in problem.found and problem.fix
    if line:
        assert (problem.line, found.catalogue) == (line, None) or "Language" in told
    else:
        assert text.replace(old, new, 1).splitlines()[problem.line - 1].startswith(('msgctxt "body/', "#"))
        assert found.catalogue is not None and sum(bool(e.broken) for e in found.catalogue.entries) == 1


def test_bytes_that_are_no_text_are_a_problem() -> None:
    """A file saved in another encoding names the line."""
    (problem,) = reading(write_catalogue(dutch()) + b"\n# \xe4\n").problems
    assert "UTF-8" in problem.found and problem.line > 20


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 6000), st.integers(0, 40), st.binary(max_size=12))
def test_no_damage_is_a_traceback(at: int, length: int, put: bytes) -> None:
    """Whatever is cut out of a file or put into it, reading it ends with a value."""
    data = write_catalogue(full())
    assert isinstance(reading(data[:at] + put + data[at + length :]), Reading)


def test_the_head_tells_who_vouches() -> None:
    """People read the first lines of a file."""
    seen = replace(BY_MACHINE, reviewer="Julia Jäger", office="Pressestelle", reviewed_on=dt.date(2024, 5, 4))
    assert "# Reviewed by nobody." in write_catalogue(dutch()).decode()
    assert "# Reviewed by Julia Jäger, Pressestelle, 2024-05-04." in write_catalogue(dutch(seen)).decode()
    entries = (replace(dutch(seen).entries[0], target="anders"), *dutch(seen).entries[1:])
    assert "# Reviewed in part by Julia" in write_catalogue(replace(dutch(seen), entries=entries)).decode()


def test_marks_of_a_text_are_digests_of_it() -> None:
    """The mark of an entry is what tells a machine's words from changed ones."""
    entry = next(e for e in dutch().entries if e.key == "title")
    assert entry.mark == digest(DUTCH.title) != digest(ORIGINAL.title)


def test_a_pair_that_is_there_twice_can_be_read_again() -> None:
    """Context and msgid together name an entry, so the second gets a number."""
    (first, *rest) = dutch().entries
    twice = replace(dutch(), entries=(first, *rest), memory=(replace(first, target="Anders"),))
    found = reading(write_catalogue(twice)).catalogue
    assert found is not None
    assert [(e.key, e.target) for e in found.memory] == [("title#2", "Anders")]


def test_the_example_of_the_guide_is_a_catalogue() -> None:
    """What docs/catalogues.md shows can be read, and says what the guide says of it."""
    guide = (Path(__file__).parents[3] / "docs/catalogues.md").read_text("utf-8")
    example = guide.partition("```po\n")[2].partition("```")[0]
    found = reading(example)
    assert found.catalogue is not None and found.problems == ()
    title, paragraph = found.catalogue.entries
    assert title.origin is Origin.PERSON
    assert (paragraph.engine, paragraph.findings) == ("deepl", ("length: shorter than usual",))
    assert [tag.kind for tag in paragraph.tags] == [TagKind.LINK, TagKind.EMAIL]
