"""The tasks a person calls; each gives an exit code: 0 done, 1 problems in the content, 2 wrong use."""

from plugins.host.commands.build import build
from plugins.host.commands.check import check
from plugins.host.commands.publish import publish

__all__ = ["build", "check", "publish"]
