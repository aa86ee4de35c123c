"""What the window is called: by another name nobody at home reads what it is."""

from __future__ import annotations

import os
from dataclasses import replace

from ipt_tui.exchange.config import config_path, remember_title
from ipt_tui.ipt import household
from ipt_tui.ipt.about import PROGRAM
from ipt_tui.tui.covered_app import CoveredApp


class NamedApp(CoveredApp):
    """Bears one name on the terminal and where it is locked: its own, or that of the settings."""

    def name_terminal(self) -> None:
        """Have the terminal's own title say what the settings want it to say."""
        if self.config.neutral_title and self._driver:
            self._driver.write(f"\x1b]2;{self.config.neutral_title}\x07")

    def call_window(self, typed: str) -> str:
        """Call the window by another name, now and the next time; nothing typed is its own again.

        Returns the sentence for what is no name, "" where it is called so.
        """
        title, sentence = typed.strip() or PROGRAM, ""
        try:
            title = remember_title(config_path(os.environ), title)
        except ValueError as error:
            return str(error)
        except OSError:
            sentence = household.NOT_KEPT
        self.config = replace(self.config, neutral_title=title)
        self.title = title
        self.name_terminal()
        self.tell(sentence or household.CALLED.format(name=title), bad=bool(sentence))
        return ""
