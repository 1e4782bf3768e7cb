"""Models found by their folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.translation.engines.local_models import Format, Model, find_models, route


def put(folder: Path, *names: str) -> None:
    """Empty files in a folder."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("de-en", ("de", "en")),
        ("de_en", ("de", "en")),
        ("deen", ("de", "en")),
        ("opus-mt-de-en", ("de", "en")),
        ("translate-de_en-1_9", ("de", "en")),
        ("nds-nl", ("nds", "nl")),
        ("models", None),
        ("d-e", None),
    ],
)
def test_names_of_folders(tmp_path: Path, name: str, pair: tuple[str, str] | None) -> None:
    """As the collections write them."""
    put(tmp_path / name, "model.bin", "source.spm", "target.spm")
    assert [(m.source, m.target) for m in find_models(tmp_path)] == ([pair] if pair else [])


def test_vocabularies(tmp_path: Path) -> None:
    """One for each language, or one for both; also beside the folder of the weights (Argos)."""
    put(tmp_path / "de-en", "model.bin", "source.spm", "target.spm")
    put(tmp_path / "en-nl", "model/model.bin", "sentencepiece.model")
    two, one = find_models(tmp_path)
    assert (two.source_pieces, two.target_pieces) == (
        tmp_path / "de-en" / "source.spm",
        tmp_path / "de-en" / "target.spm",
    )
    assert one.folder == tmp_path / "en-nl" / "model"
    assert one.source_pieces == one.target_pieces == tmp_path / "en-nl" / "sentencepiece.model"


def test_the_folder_itself_may_be_a_model(tmp_path: Path) -> None:
    """One direction only."""
    put(tmp_path / "de-en", "model.bin", "sentencepiece.model")
    assert [m.folder for m in find_models(tmp_path / "de-en")] == [tmp_path / "de-en"]


def test_bergamot_has_a_configuration(tmp_path: Path) -> None:
    """And weights with a longer name."""
    put(tmp_path / "deen", "config.yml", "model.deen.intgemm.alphas.bin")
    assert [m.format for m in find_models(tmp_path)] == [Format.BERGAMOT]


def model(source: str, target: str) -> Model:
    """A model of that direction."""
    return Model(Format.CTRANSLATE2, source, target, Path(f"{source}-{target}"))


def test_routes() -> None:
    """Direct first, then over one other language, else none; regions do not matter."""
    models = (model("de", "en"), model("en", "nl"), model("nl", "en"))
    assert route(models, "de", "en") == (models[0],)
    assert route(models, "de", "nl") == (models[0], models[1])
    assert route(models, "de-AT", "en-GB") == (models[0],)
    assert route(models, "nl", "de") == ()
