"""An edited title opens no photograph: what was examined and made of it stays."""

from __future__ import annotations

from unittest import mock

from PIL import Image

from tests.site.newsroom import Newsroom, jpeg, report
from tests.site.text_edits import edit, same_as_clean

TEN = [f"{number}.jpg" for number in range(10)]


def test_a_title_with_ten_pictures_decodes_none(newsroom: Newsroom) -> None:
    """Not in the small build that follows from the edit, and not in a whole one either."""
    newsroom.write(report("eins", more="photos:\n" + "".join(f"  - file: {name}\n    credit: Foto\n" for name in TEN)))
    for number, name in enumerate(TEN):
        newsroom.put(f"content/reports/2024/eins/photos/{name}", jpeg(64 + number))
    alts = "".join(f"  {name}:\n    alt: Bild {name}\n" for name in TEN)
    edit(newsroom, "eins", "teaser:", f"photos:\n{alts}teaser:")
    newsroom.build()
    with mock.patch.object(Image, "open", side_effect=AssertionError("a photograph was opened")):
        edit(newsroom, "eins", "title: Bericht eins", "title: Anders")
        assert newsroom.build().rendered >= 1
        newsroom.write(report("zwei"))
        edit(newsroom, "eins", "title: Anders", "title: Noch anders")
        assert newsroom.build().rendered >= 1
    same_as_clean(newsroom)
