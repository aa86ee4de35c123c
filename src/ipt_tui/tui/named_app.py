"""What the window is called: by another name nobody at home reads what it is."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace

from textual import work

from ipt_tui.exchange.config import config_path, forget_title, remember_theme, remember_title
from ipt_tui.ipt import household
from ipt_tui.ipt.about import PROGRAM
from ipt_tui.tui.covered_app import CoveredApp


class NamedApp(CoveredApp):
    """Bears one name on the terminal and where it is locked: its own, or that of the settings."""

    def name_terminal(self) -> None:
        """Have the terminal's own title say what the settings want it to say."""
        if self.config.neutral_title:
            self._write_title(self.config.neutral_title)

    def _write_title(self, title: str) -> None:
        if self._driver:
            self._driver.write(f"\x1b]2;{title}\x07")

    async def call_window(self, typed: str) -> str:
        """Call the window by another name, now and the next time; nothing typed is its own again.

        Then the terminal is told no name any more, not even the program's. Returns the sentence for
        what is no name, "" where it is called so.
        """
        wished, sentence = typed.strip(), ""
        title = wished if wished != PROGRAM else ""
        with self.gate.held():
            try:
                title = await asyncio.to_thread(_remember, title)
            except ValueError as error:
                return str(error)
            except OSError:
                sentence = household.NOT_KEPT
        self.config = replace(self.config, neutral_title=title or None)
        self.title = title or PROGRAM
        self._write_title(title)
        self.tell(sentence or household.CALLED.format(name=self.title), bad=bool(sentence))
        return ""

    @work(group="theme")
    async def choose_theme(self, name: str) -> None:
        """Wear a theme, now and the next time."""
        self.theme = name
        with self.gate.held():
            try:
                await asyncio.to_thread(remember_theme, config_path(os.environ), name)
            except ValueError as error:
                self.tell(str(error), bad=True)
            except OSError:
                self.tell("The theme could not be remembered; it holds until you quit.", bad=True)


def _remember(title: str) -> str:
    """Keep the name of the window, or that it has none; return it as it is read."""
    path = config_path(os.environ)
    if title:
        return remember_title(path, title)
    forget_title(path)
    return ""
