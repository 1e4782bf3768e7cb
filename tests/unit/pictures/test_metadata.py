"""The values of a picture's metadata can be remembered and compared."""

from __future__ import annotations

from plugins.cache.digest import digest
from plugins.newsroom.model import Words
from plugins.pictures.metadata import NOTHING, Entry, Metadata, Rights


def test_they_have_a_digest() -> None:
    """Rights are part of the key of every rendition."""
    one = Metadata(Words(common="x"), rights=Rights(creators=("A",), others=(Entry("Xmp.plus.X", "text", ("y",)),)))
    assert digest(one) == digest(one)
    assert digest(one) != digest(NOTHING)
