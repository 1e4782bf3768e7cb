"""What a picture file says of itself, for the loader's checks."""

from __future__ import annotations

from pathlib import Path

from plugins.newsroom.context import Embedded
from plugins.newsroom.model import Credit, Photo


def embedded(path: Path) -> Embedded:
    """What a picture says of itself, for the loader's checks of credit and alt text."""
    from plugins.pictures.credit import credit_for
    from plugins.pictures.examine import examine

    found = examine(path)
    if found.picture is None:
        return Embedded()
    own = found.picture.metadata
    credit = credit_for(Photo(path.name, Credit("")), own, "")
    line = credit.line if isinstance(credit, Credit) else ""
    alt = own.alt.by_lang + ((("", own.alt.common),) if own.alt.common else ())
    return Embedded(line, alt)
