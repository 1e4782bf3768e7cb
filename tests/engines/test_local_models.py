"""Local models: a real CTranslate2 model made by hand, a folder without one, a missing package."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

from plugins.translation.engines.base import Batch, Engine, Final, FinalKind, NotConfigured
from plugins.translation.engines.registry import engine_for
from plugins.translation.gate import tags
from plugins.translation.segment import Segment
from tests.engines.dialects import SEGMENT
from tests.engines.tiny_model import make_model


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with de-en and en-nl."""
    root = tmp_path_factory.mktemp("models")
    make_model(root / "de-en")
    make_model(root / "en-nl" / "model")
    return root


@pytest.fixture
def engine(models: Path) -> Engine:
    """The real engine."""
    return engine_for("local", {"LOCAL_MODELS": str(models)})


def asked(engine: Engine, text: str, target: str = "en") -> str:
    """The answer to one paragraph."""
    return engine.translate(Batch((Segment("body", "paragraph", text),), "de", target))[0]


def test_a_model_translates(engine: Engine) -> None:
    """Sentence by sentence, in order, white space kept."""
    assert asked(engine, "Ein Haus. Und noch ein Hof.  Das war es.") == "EIN HAUS. UND NOCH EIN HOF.  DAS WAR ES."


def test_tags_survive(engine: Engine) -> None:
    """As tokens."""
    answer = asked(engine, 'Das <g id="1">Haus</g> und <x id="2"/> &amp; Garten')
    assert answer == 'DAS <g id="1">HAUS</g> UND <x id="2"/> &amp; GARTEN'
    assert list(tags.check(SEGMENT, answer)) == []


def test_a_pair_without_a_model_goes_over_a_third_language(engine: Engine) -> None:
    """German to English to Dutch."""
    assert asked(engine, "Ein Haus.", "nl") == "EIN HAUS."


def test_a_pair_that_cannot_be_reached_is_final(engine: Engine) -> None:
    """The next engine may know it."""
    with pytest.raises(Final) as caught:
        asked(engine, "Ein Haus.", "fr")
    assert caught.value.kind is FinalKind.UNSUPPORTED


def test_text_without_letters_needs_no_model(engine: Engine) -> None:
    """A dash stays a dash."""
    assert asked(engine, "— 12") == "— 12"


def test_nothing_leaves_the_house(engine: Engine) -> None:
    """No host, confidential, no price."""
    info = engine.info()
    assert (info.host, info.confidential, info.price_per_million) == ("", True, 0.0)
    assert "de-en, en-nl" in info.model


@pytest.mark.parametrize("what", ["missing", "empty", "file", "without-pieces", "without-weights"])
def test_a_folder_without_a_model_is_a_clear_problem(tmp_path: Path, what: str) -> None:
    """What was found, what was expected, how to fix it."""
    root = tmp_path / "models"
    if what == "file":
        root.write_text("no folder")
    elif what != "missing":
        (root / "de-en").mkdir(parents=True)
    if what == "without-pieces":
        (root / "de-en" / "model.bin").write_bytes(b"")
    if what == "without-weights":
        (root / "de-en" / "source.spm").write_bytes(b"")
    with pytest.raises(NotConfigured) as caught:
        engine_for("local", {"LOCAL_MODELS": str(root)})
    problem = caught.value.problem
    assert problem.code in ("model-folder-missing", "model-folder-empty")
    assert problem.file == "models"
    assert "LOCAL_MODELS" in problem.fix


def test_a_damaged_model_is_final(tmp_path: Path, models: Path) -> None:
    """Told at the first sentence, as the end of this engine for this edition."""
    folder = tmp_path / "de-en"
    folder.mkdir()
    (folder / "model.bin").write_bytes(b"nonsense")
    (folder / "sentencepiece.model").write_bytes((models / "de-en" / "sentencepiece.model").read_bytes())
    with pytest.raises(Final) as caught:
        asked(engine_for("local", {"LOCAL_MODELS": str(tmp_path)}), "Ein Haus.")
    assert caught.value.kind is FinalKind.BROKEN


@pytest.mark.parametrize("package", ["ctranslate2", "sentencepiece"])
def test_a_missing_package_is_a_clear_problem(models: Path, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """It says which to install."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(NotConfigured, match=f"install {package}") as caught:
        engine_for("local", {"LOCAL_MODELS": str(models)})
    assert caught.value.problem.code == "model-package-missing"


@pytest.fixture
def bergamot_folder(tmp_path: Path) -> Path:
    """A folder that looks like Firefox's."""
    folder = tmp_path / "deen"
    folder.mkdir()
    (folder / "config.yml").write_text("models: []\n")
    (folder / "model.deen.intgemm.alphas.bin").write_bytes(b"")
    return tmp_path


def test_bergamot_without_its_package_is_a_clear_problem(
    bergamot_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no wheels for the Python we need."""
    monkeypatch.setitem(sys.modules, "bergamot", None)
    with pytest.raises(NotConfigured, match="install bergamot"):
        engine_for("local", {"LOCAL_MODELS": str(bergamot_folder)})


def test_bergamot_is_asked_as_its_bindings_want(bergamot_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A double with the signatures of its C++ bindings; the package itself cannot be installed here."""
    seen: list[object] = []

    class Service:
        """As bindings/python/bergamot.cpp exports it."""

        def __init__(self, config: dict[str, int]) -> None:
            seen.append(config)

        def modelFromConfigPath(self, path: str) -> str:
            """A handle."""
            return path

        def translate(self, model: str, texts: list[str], options: dict[str, bool]) -> list[object]:
            """A response for each text."""
            seen.extend([model, options])
            return [types.SimpleNamespace(target=types.SimpleNamespace(text=text.upper())) for text in texts]

    double = types.SimpleNamespace(Service=Service, ServiceConfig=dict, ResponseOptions=dict, VectorString=list)
    monkeypatch.setitem(sys.modules, "bergamot", double)
    engine = engine_for("local", {"LOCAL_MODELS": str(bergamot_folder)})
    assert asked(engine, 'Ein <x id="1"/> Haus. Noch eins.') == 'EIN <x id="1"/> HAUS. NOCH EINS.'
    assert seen[1] == str(bergamot_folder / "deen" / "config.yml")
