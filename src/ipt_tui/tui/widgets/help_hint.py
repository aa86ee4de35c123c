"""The keys of the help lines, shown beside some words for feelings; nothing else comes of them."""

from collections.abc import Iterable
from typing import Any

from ipt_tui.ipt.feelings import is_starred
from ipt_tui.tui.verbs import HELP_LINES
from ipt_tui.tui.widgets.key_line import help_keys


def help_hint(app: Any, feelings: Iterable[str]) -> str:
    """Return what stands behind these feelings, "" where nothing does.

    The keys are those that work while one types as well, so that they are true wherever it is.
    """
    if not is_starred(feelings):
        return ""
    return f" · {help_keys(app, typing=True)} {HELP_LINES.title}"
