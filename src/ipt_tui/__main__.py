"""`ipt-tui` and `python -m ipt_tui`: what was asked for is done, and the exit code returned."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ipt_tui.cli.arguments import Arguments

DEMO_NOW = "2026-11-23T18:00"
INTERRUPTED, PIPE_CLOSED = 130, 141
_SCREENS = ("open", "demo")


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words after `ipt-tui` ask for; return the exit code.

    0 is done, 1 is one sentence on standard error, 2 is words that make no sense, 130 is Ctrl-C,
    141 is a reader that went away.
    """
    gc.disable()  # until everything is imported: its pauses would delay the first screen
    os.umask(0o077)
    _no_core_dump()
    from ipt_tui.cli import saying
    from ipt_tui.cli.arguments import UsageError

    saying.let_odd_letters_pass()
    try:
        code = _do(sys.argv[1:] if words is None else words)
        saying.finish()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return PIPE_CLOSED
    except UsageError as error:
        saying.complain(str(error))
        return 2
    except Exception as error:  # noqa: BLE001
        saying.complain(_sentence(error))
        return 1
    return code


def _do(words: Sequence[str]) -> int:
    from ipt_tui.cli import arguments, saying

    asked = arguments.parse(words)
    if asked.version:
        from ipt_tui import __version__

        saying.say(f"{arguments.PROGRAM} {__version__}")
    elif asked.help:
        saying.say(_help(asked.command))
    elif asked.command in _SCREENS or (asked.command == arguments.REVIEW and not _by_line(asked)):
        return _screen(asked)
    else:
        from ipt_tui.cli import commands

        gc.enable()
        commands.run(asked)
    return 0


def _by_line(asked: Arguments) -> bool:
    return asked.plain or asked.first_week is not None


def _help(command: str) -> str:
    from ipt_tui.cli.arguments import OPEN, command_help
    from ipt_tui.cli.help_text import HELP

    return HELP if command == OPEN else command_help(command)


def _screen(asked: Arguments) -> int:
    """Run the program on the screen: on the vault, on a throw-away demo, or on a demo to keep."""
    from ipt_tui.cli import saying

    saying.need_terminal()
    if asked.command == "demo":
        if not os.environ.get("IPT_TUI_NOW"):
            os.environ["IPT_TUI_NOW"] = DEMO_NOW
        return _demo(asked)
    from ipt_tui.cli import opening

    typed = None if asked.after_lock else opening.given(asked)
    return _run(opening.vault_path(asked), asked, typed=_read_now(typed))


def _demo(asked: Arguments) -> int:
    from ipt_tui.cli.arguments import UsageError

    if asked.vault is not None:
        raise UsageError("The demo has a vault of its own; --keep PATH keeps it.", "demo")
    if asked.keep is not None:
        from ipt_tui.cli.commands import keep_demo

        passphrase = keep_demo(asked.keep, asked)
        return _run(asked.keep, asked, typed=lambda: passphrase)
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="ipt-tui-demo-") as folder:
        demo = "me" if asked.mine else "clients"
        return _run(Path(folder) / "demo.ipt", asked, demo=demo)


def _run(
    vault: Path,
    asked: Arguments,
    *,
    typed: Callable[[], str] | None = None,
    demo: str | None = None,
) -> int:
    from ipt_tui.cli.arguments import REVIEW
    from ipt_tui.cli.opening import clock

    now = clock()
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.run import run

    app = IptApp(
        vault,
        now,
        client=asked.client,
        typed=typed,
        demo=demo,
        after_lock=asked.after_lock,
        at_help_lines=asked.at is not None,
        at_review=asked.command == REVIEW,
    )
    return run(app)


def _read_now(source: Callable[[], str] | None) -> Callable[[], str] | None:
    """Read a given passphrase while the terminal is free: a command may have to ask there."""
    if source is None:
        return None
    passphrase = source()
    return lambda: passphrase


def _no_core_dump() -> None:
    """Keep what is in memory from being written to a file if the process dies."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _sentence(error: Exception) -> str:
    """Return the sentence of an error; of one that nobody foresaw only its kind and place."""
    from ipt_tui.exchange.errors import ExchangeError
    from ipt_tui.ipt.content import ContentError
    from ipt_tui.vault.errors import VaultError

    if isinstance(error, ContentError | ExchangeError | VaultError):
        return str(error)
    import traceback
    from pathlib import Path

    frames = traceback.extract_tb(error.__traceback__)
    place = f", {Path(frames[-1].filename).name} line {frames[-1].lineno}" if frames else ""
    return f"ipt-tui stopped because of a fault of its own ({type(error).__name__}{place})."


if __name__ == "__main__":
    sys.exit(main())
