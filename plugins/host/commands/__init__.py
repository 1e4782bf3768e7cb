"""The tasks a person calls; each gives an exit code: 0 done, 1 problems in the content, 2 wrong use."""

from plugins.host.commands.adopt import adopt
from plugins.host.commands.build import build
from plugins.host.commands.check import check
from plugins.host.commands.deploy import deploy
from plugins.host.commands.gate import gate
from plugins.host.commands.new import new
from plugins.host.commands.publish import publish
from plugins.host.commands.review import Reviewer, review
from plugins.host.commands.serve import serve
from plugins.host.commands.status import status
from plugins.host.commands.translate import Wish, translate
from plugins.host.commands.why import why

__all__ = [
    "Reviewer",
    "Wish",
    "adopt",
    "build",
    "check",
    "deploy",
    "gate",
    "new",
    "publish",
    "review",
    "serve",
    "status",
    "translate",
    "why",
]
