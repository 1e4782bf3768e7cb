"""The console of every task: UTF-8 whatever the system has set, ends without a traceback, the command as it was called.

Standard library only, and readable by old Pythons, since it comes before everything else.
"""

import atexit
import errno
import os
import sys
from types import TracebackType
from typing import NoReturn

COMMAND = "DREIKLANG_COMMAND"
"""Variable in which a process tells the next one how the person at the keyboard has called it."""
INTERRUPTED = 130
"""Exit code of a command that was ended by Ctrl+C (128 and the number of SIGINT), as shells have it."""
CLOSED = 141
"""Exit code of a command that nobody listens to any more (128 and the number of SIGPIPE)."""
_FULL = frozenset((errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)))


def prepare() -> None:
    """Makes the console ready; to be called once, first of all."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # there is none where a program has no console
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    os.environ.setdefault(COMMAND, _called(list(getattr(sys, "orig_argv", sys.argv)), os.name))
    sys.excepthook = _end
    atexit.register(_flush)


def command() -> str:
    """What to write in a terminal for calling the tasks, as it was written this time."""
    return os.environ.get(COMMAND, "python3 tasks.py")


def _called(arguments: "list[str]", system: str) -> str:
    """From the arguments of the interpreter: ``python3.12 tasks.py``; on Windows always by the launcher, ``py``."""
    script = next((word for word in arguments[1:] if word.endswith("tasks.py")), "tasks.py")
    if " " in script:
        script = f'"{script}"'
    program = arguments[0].replace("\\", "/").rpartition("/")[2]
    is_python = program.startswith("python") and not program.endswith(".exe")
    return "{} {}".format("py" if system == "nt" else program if is_python else "python3", script)


def _end(kind: "type[BaseException]", error: BaseException, trace: "TracebackType | None") -> None:
    """What ends a task and is no fault of it: Ctrl+C, a reader who has gone, no room. Workers end with this process."""
    if issubclass(kind, KeyboardInterrupt):
        sys.stderr.write("\nInterrupted: what was finished is kept.\n")
        raise SystemExit(INTERRUPTED)  # by the way out that puts everything away
    if issubclass(kind, BrokenPipeError):
        _leave(CLOSED)
    if isinstance(error, OSError) and error.errno in _FULL:
        _leave(1, _sentence(error))
    sys.__excepthook__(kind, error, trace)


def _flush() -> None:
    """Writes what waits; where that cannot be, says so as far as anybody listens."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except BrokenPipeError:
            _leave(CLOSED)
        except OSError as error:
            _leave(1, _sentence(error))


def _sentence(error: OSError) -> str:
    place = error.filename if isinstance(error.filename, str) else "what was printed"
    return f"There is no space left to write {place} ({error.strerror}). Free some and start again.\n"


def _leave(code: int, sentence: str = "") -> NoReturn:
    """Ends at once: what waits in a stream that cannot be written would be told as a fault of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is sys.stderr:
                stream.write(sentence)
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue
    os._exit(code)
