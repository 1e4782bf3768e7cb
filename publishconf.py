"""Settings of the published site: absolute addresses, warnings fatal."""

from pelicanconf import *  # noqa: F403
from pelicanconf import DREIKLANG as _PREVIEW

DREIKLANG = {**_PREVIEW, "PUBLISH": True}
