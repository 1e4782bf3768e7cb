"""Makes a real CTranslate2 model by hand: a transformer that writes its source in capital letters.

One layer. Embeddings and positions are one-hot in spaces of their own; the decoder at step *i*
looks at position *i* of the source and copies its letter, in capitals, into a third space, which
the projection reads. No training, a few hundred kilobytes, the same answer always.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec

_LETTERS = "abcdefghijklmnopqrstuvwxyz" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "0123456789.,;:!?[]&-"
_POSITIONS = 96


def make_model(folder: Path) -> None:
    """Write ``model.bin``, its vocabularies and ``sentencepiece.model`` into a new folder."""
    folder.mkdir(parents=True)
    pieces = _pieces(folder / "sentencepiece.model")
    spec = _spec(pieces)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    spec.validate()
    spec.save(str(folder))


def _pieces(path: Path) -> list[str]:
    """Train a vocabulary of single letters; its pieces in order."""
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(_LETTERS)] * 2),
        model_prefix=str(path.with_suffix("")),
        model_type="char",
        vocab_size=len(_LETTERS) + 4,
        character_coverage=1.0,
        normalization_rule_name="identity",
        minloglevel=2,
    )
    path.with_suffix(".vocab").unlink()
    processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]


def _spec(pieces: list[str]) -> TransformerSpec:
    count = len(pieces)
    letters, places, out = slice(0, count), slice(count, count + _POSITIONS), slice(-count, None)
    depth = count + _POSITIONS + count
    spec = TransformerSpec.from_config(1, 1)
    spec.encoder.scale_embeddings = False
    spec.decoder.scale_embeddings = False
    embeddings = np.zeros((count, depth), np.float32)
    embeddings[:, letters] = np.eye(count)
    positions = np.zeros((_POSITIONS, depth), np.float32)
    positions[:, places] = np.eye(_POSITIONS)
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings
    spec.encoder.position_encodings.encodings = positions
    spec.decoder.position_encodings.encodings = positions
    for layer in (spec.encoder.layer[0], spec.decoder.layer[0]):
        _silent(layer.self_attention, depth)
        _silent_ffn(layer.ffn, depth)
    _looking_at_its_place(spec.decoder.layer[0].attention, depth, letters, places, out)
    for part in (spec.encoder, spec.decoder):
        _plain_norm(part.layer_norm, depth)
    spec.decoder.projection.weight = np.zeros((count, depth), np.float32)
    spec.decoder.projection.weight[:, out] = _capitals(pieces)
    return spec


def _capitals(pieces: list[str]) -> np.ndarray:
    """Which letter each letter becomes: row = written, column = read."""
    table = np.zeros((len(pieces), len(pieces)), np.float32)
    for read, piece in enumerate(pieces):
        written = pieces.index(piece.upper()) if piece.upper() in pieces else read
        table[written, read] = 50
    return table


def _plain_norm(norm: object, depth: int) -> None:
    norm.gamma = np.ones(depth, np.float32)  # type: ignore[attr-defined]
    norm.beta = np.zeros(depth, np.float32)  # type: ignore[attr-defined]


def _silent(attention: object, depth: int) -> None:
    """Self-attention that adds nothing."""
    _plain_norm(attention.layer_norm, depth)  # type: ignore[attr-defined]
    first, last = attention.linear  # type: ignore[attr-defined]
    first.weight, first.bias = np.zeros((3 * depth, depth), np.float32), np.zeros(3 * depth, np.float32)
    last.weight, last.bias = np.zeros((depth, depth), np.float32), np.zeros(depth, np.float32)


def _silent_ffn(ffn: object, depth: int) -> None:
    """A feed-forward layer that adds nothing."""
    _plain_norm(ffn.layer_norm, depth)  # type: ignore[attr-defined]
    for linear in (ffn.linear_0, ffn.linear_1):  # type: ignore[attr-defined]
        linear.weight, linear.bias = np.zeros((depth, depth), np.float32), np.zeros(depth, np.float32)


def _looking_at_its_place(attention: object, depth: int, letters: slice, places: slice, out: slice) -> None:
    """Query and key compare positions; the value is the letter, put where the projection reads."""
    _plain_norm(attention.layer_norm, depth)  # type: ignore[attr-defined]
    query, keys_and_values, last = attention.linear  # type: ignore[attr-defined]
    place = np.zeros((depth, depth), np.float32)
    place[places, places] = np.eye(_POSITIONS)
    letter = np.zeros((depth, depth), np.float32)
    letter[letters, letters] = np.eye(letters.stop)
    query.weight, query.bias = place * 100, np.zeros(depth, np.float32)
    keys_and_values.weight = np.concatenate([place, letter]).astype(np.float32)
    keys_and_values.bias = np.zeros(2 * depth, np.float32)
    last.weight = np.zeros((depth, depth), np.float32)
    last.weight[out, letters] = np.eye(letters.stop)
    last.bias = np.zeros(depth, np.float32)
